"""Why a remark is left to a person: what stands there is a quotation, a name, a number, an address."""

import re
from collections.abc import Sequence

from answer_builder.lint.guards import follows_place_word, is_name, stands_by_initials
from answer_builder.lint.mending.edits import Edit
from answer_builder.lint.mending.quotations import Quotations
from answer_builder.lint.splitting import split
from answer_builder.lint.text import Document, Sentence, Token
from answer_builder.lint.word_lists import word_list
from answer_builder.lint.words import is_known, normalise
from answer_builder.model import Finding

QUOTATION = "внутри кавычек"
NUMBER = "число, дата или номер"
NAME = "имя или название"
ADDRESS = "почтовый адрес"
COMPOUND = "может быть слово с дефисом"
ALIGNED = "пробелы выравнивают строку"
EMPHASIS = "слово могли повторить нарочно"
COMMENT = "комментарий для проверки"
UNKNOWN = "исправленного слова нет в словаре"

QUOTE_MARKS = "typography.straight_quotes"  # the only rule whose business is the marks themselves
_NUMBER_SIGN = "№"  # «от 02.05.2006 N 59-ФЗ»: between two numbers it belongs
_NEAR = 20  # characters
_ALIGNING = 4  # spaces in a row that a hand typed on purpose
_SENTENCE_SIGNS = ".!?…:;"
_DASHES = frozenset("-–—")
_LETTERS = re.compile(r"[а-яё]+")  # of «N 5» the number sign is made


class Untouchable:
    """What must stay in one text; made anew when the text has changed."""

    def __init__(self, document: Document, whole: str):
        """`document` is split from `whole`, with spaces where that has marks."""
        self._document = document
        self._quotations = Quotations(document, whole)

    def why_left(self, finding: Finding, edits: Sequence[Edit]) -> str:
        """Why the remark is not mended, in Russian words; empty when it may be."""
        if finding.rule == QUOTE_MARKS:
            return ""
        good = finding.replacements[0]
        spans = [(finding.start, finding.end), *((edit.start, edit.end) for edit in edits)]
        if any(self.is_quoted(*span) for span in spans):
            return QUOTATION
        if any(self._parts_digits(*span) for span in spans) and _NUMBER_SIGN not in good:
            return NUMBER
        return self._why_not_written(finding)

    def _why_not_written(self, finding: Finding) -> str:
        sentence, good = self._document.sentence_at(finding.start), finding.replacements[0]
        if sentence is None:
            return ""
        if _letters(finding.match) != _letters(good):
            return _why_not_reworded(finding, sentence)
        if _DASHES.intersection(finding.match) and _DASHES.intersection(good):
            return _why_no_dash(finding, sentence)
        return ALIGNED if self._aligns(finding) else ""

    def is_quoted(self, start: int, end: int) -> bool:
        """True when a change there would change the words of another."""
        return self._quotations.hold(start, end)

    def is_in_link(self, edit: Edit) -> bool:
        """True when the edit changes an address of a site or of a mailbox."""
        sentence = self._document.sentence_at(edit.start)
        links = (token for token in sentence.tokens if token.kind == "link") if sentence else ()
        return any(edit.meets(link.start, link.end) for link in links)

    def _parts_digits(self, start: int, end: int) -> bool:
        text, spaces = self._document.text, " \N{NO-BREAK SPACE}"
        left = text[max(0, start - _NEAR) : start].rstrip(spaces)[-1:]
        right = text[end : end + _NEAR].lstrip(spaces)[:1]
        return left.isdigit() and right.isdigit()

    def _aligns(self, finding: Finding) -> bool:
        """«Министр        А.Б. Котова»: a row of spaces in a line that is no sentence."""
        line = self._document.paragraph_at(finding.start).text.rstrip()
        return finding.end - finding.start >= _ALIGNING and not line.endswith(tuple(_SENTENCE_SIGNS))


def _why_not_reworded(finding: Finding, sentence: Sentence) -> str:
    """Letters change only in a lower-case word, or in one that begins its sentence, and only to a known word."""
    touched = [place for place, token in enumerate(sentence.tokens) if _meets(token, finding)]
    for place in touched:
        token = sentence.tokens[place]
        is_usual = place == 0 and (len(token.text) == 1 or token.text[1:].islower())
        if token.is_capitalised and not is_usual:
            return NAME
        if stands_by_initials(sentence, place) or is_name(sentence, place):
            return NAME
    words = [token.norm for token in split(finding.replacements[0]).tokens if token.kind == "word"]
    if len(touched) > len(words) and word_list("said_twice") & set(words):
        return EMPHASIS
    return "" if all(is_known(word) for word in words) else UNKNOWN


def _why_no_dash(finding: Finding, sentence: Sentence) -> str:
    """A hyphen between spaces is a dash, unless it belongs into a name, an address or a word."""
    right = sum(token.start < finding.end for token in sentence.tokens)
    if not 0 < right < len(sentence.tokens):
        return ""
    first, last = sentence.tokens[right - 1], sentence.tokens[right]
    outer = sentence.tokens[max(0, right - 2)]
    if first.is_capitalised and last.kind == "number" and follows_place_word(sentence, right - 1):
        return ADDRESS  # «ул. Ленина - 5»
    if first.is_capitalised and last.is_capitalised:
        return NAME  # «Южно - Сахалинск»
    if (first.is_capitalised and last.norm == "на") or (outer.is_capitalised and first.norm == "на"):
        return NAME  # «Ростов - на - Дону»
    return COMPOUND if is_known(f"{first.norm}-{last.norm}") or _is_half(first, last) else ""


def _is_half(first: Token, last: Token) -> bool:
    """«кто - то», «по - прежнему»: a half that lives only by a hyphen."""
    return first.norm in word_list("before_hyphen") or last.norm in word_list("after_hyphen")


def _meets(token: Token, finding: Finding) -> bool:
    return token.kind == "word" and token.start < finding.end and finding.start < token.end


def _letters(text: str) -> str:
    return "".join(_LETTERS.findall(normalise(text)))
