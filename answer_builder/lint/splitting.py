"""Splits a text into paragraphs, sentences and tokens, and remembers the paragraphs."""

import re
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from threading import Lock
from typing import Literal

from answer_builder.lint.text import Document, Paragraph, Sentence, Token
from answer_builder.lint.word_lists import word_list
from answer_builder.lint.words import normalise

_PIECE = re.compile(
    # every part of an address has a longest length, so that no text makes the search slow
    r"(?P<link>(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}\w"
    r"|[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:ru|рф|com|org|gov|net)\b(?:/\S*)?)"
    r"|(?P<number>\d+(?:[.,:]\d+|[-/–‑]\w+)*[^\W\d_]*)"
    r"|(?P<word>[^\W\d_]+(?:[-‑'’][^\W\d_]+)*)"
)
# a sentence may begin with code, for which prose.STAND_IN stands
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]{1,20}[»”“\")]{0,5}\s{1,50}(?=[«„“\"(\dA-ZА-ЯЁ\ufffc–—-])")
_LONGEST_WORD = 60
_MOST_TOKENS = 400
_MOST_PARAGRAPHS = 1_000  # remembered; some fifty letters
_LONGEST_PARAGRAPH = 20_000  # characters; a longer one is no paragraph of a letter
_SEEN_BEFORE = 80  # characters before a full stop that tell whether a sentence ends there
_LAST_WORD = re.compile(r"[\w-]+$")
_CLOSING_BEFORE = re.compile(r"\d\s*(?:г|гг|в|вв|л\.\s?с|кв\.\s?м|куб\.\s?м)$|\bт\.\s?[дп]$")
_LIST_NUMBER = re.compile(r"\s*(?:[\d.]+|[а-яё])$")
_QUOTES = re.compile(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»|„[^„“]*“|“[^“”]*”|\"[^\"\n]*\"")


def split(text: str) -> Document:
    """The text as paragraphs (one a line), sentences and tokens."""
    paragraphs, start = [], 0
    for number, line in enumerate(text.split("\n")):
        paragraphs.append(_read_before.paragraph(number, start, line))
        start += len(line) + 1
    return Document(text, paragraphs)


class _ReadBefore:
    """Paragraphs as they stood last time: a letter is split again and again while it is written. Threads share it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: OrderedDict[str, Paragraph] = OrderedDict()

    def paragraph(self, number: int, start: int, line: str) -> Paragraph:
        with self._lock:
            known = self._known.get(line)
        if known is None:
            known = _paragraph(number, start, line)
        elif (known.number, known.start) != (number, start):
            known = known.moved(number, start)
        if len(line) <= _LONGEST_PARAGRAPH:
            with self._lock:
                self._known[line] = known
                self._known.move_to_end(line)
                if len(self._known) > _MOST_PARAGRAPHS:
                    self._known.popitem(last=False)
        return known


_read_before = _ReadBefore()


def quoted_spans(line: str) -> list[tuple[int, int]]:
    """Spans inside closed quotation marks, the marks included."""
    return [match.span() for match in _QUOTES.finditer(line)]


def _paragraph(number: int, start: int, line: str) -> Paragraph:
    paragraph = Paragraph(number, start, line)
    quotes = quoted_spans(line)
    tokens = [_token(match, start, quotes) for match in _PIECE.finditer(line)]
    first = 0
    for begin, end in _sentence_spans(line):
        last = first
        while last < len(tokens) and tokens[last].start < start + end:
            last += 1
        paragraph.sentences.extend(_pieces(number, start + begin, line[begin:end], tokens[first:last]))
        first = last
    return paragraph


def _pieces(number: int, start: int, text: str, tokens: list[Token]) -> Iterator[Sentence]:
    """One sentence; a text of hundreds of words without a full stop is no sentence and comes in pieces."""
    for first in range(0, len(tokens), _MOST_TOKENS):
        piece = tokens[first : first + _MOST_TOKENS]
        begin = piece[0].start if first else start
        end = tokens[first + _MOST_TOKENS].start if first + _MOST_TOKENS < len(tokens) else start + len(text)
        yield Sentence(begin, end, text[begin - start : end - start], piece, number)


def _token(match: re.Match[str], start: int, quotes: list[tuple[int, int]]) -> Token:
    begin, end = match.span()
    place = bisect_right(quotes, (begin, 0)) - 1
    is_quoted = place >= 0 and end < quotes[place][1]
    kind: Literal["word", "number", "link"] = match.lastgroup  # type: ignore[assignment]
    if kind == "word" and end - begin > _LONGEST_WORD:
        kind = "link"
    return Token(start + begin, start + end, match.group(), normalise(match.group()), kind, is_quoted)


def _sentence_spans(line: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for match in _SENTENCE_END.finditer(line):
        before = line[max(begin, match.start() - _SEEN_BEFORE) : match.start()]
        if _ends_sentence(before, match.group().rstrip(), line[match.end()]):
            end = match.start() + len(match.group().rstrip())
            yield begin, end
            begin = match.end()
    end = len(line.rstrip())
    if begin < end:
        yield begin, end


def _ends_sentence(before: str, mark: str, following: str) -> bool:
    if mark != ".":
        return following != "-"
    if _LIST_NUMBER.fullmatch(before):  # «1. Ремонт завершён»
        return False
    last = _LAST_WORD.search(before)
    if last is None:
        return True
    word = last.group()
    if _CLOSING_BEFORE.search(before):  # «в 2026 г. Ремонт», «109 л. с. Налог» end, «в г. Корсакове» does not
        return following.isupper() or following in '«„"'
    if len(word) == 1 and word.isupper():  # an initial
        return False
    return word.lower() not in word_list("unfinished")
