"""«Вы» to one person, «вы» to several (001 3.5): who is addressed is told by the context or by the greeting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from answer_builder.content_table import Table
from answer_builder.lint.context import Context
from answer_builder.lint.match import Match
from answer_builder.lint.text import Document, Sentence, Token
from answer_builder.lint.words import has_tag, normalise

Wrong = Literal["lower_to_one", "capital_to_several", "all_capitals"]

_YOU = re.compile(r"\bв(?:ы|а[мс]|ами|аш\w*)\b", re.IGNORECASE)
_TO_ONE = re.compile(r"^[ \t\u00a0]*Уважаем(?:ый|ая)\b(?!\(|\s+(?:коллектив|редакция))", re.MULTILINE)
_TO_SEVERAL = re.compile(
    r"^[ \t\u00a0]*(?:Уважаемые|Дорогие|Уважаемый\s+коллектив|Уважаемая\s+редакция)\b"
    r"|\b[Вв]а(?:с|м),\s(?:уважаемые|дорогие|жители|родители|граждане|соседи|коллеги|собственники|друзья)\b"
    r"|^(?:Жители|Родители|Граждане|Соседи|Коллеги|Собственники)\b[^,.\n]*,\s(?:просим|сообщаем)\b",
    re.MULTILINE,
)
_TO_PERSON = re.compile(r",\s(?:гражданин|гражданка|господин|госпожа)\s[А-ЯЁ]")
_OF_ONE = re.compile(  # the applicant's own deed or paper, with a capital letter where it may stand for itself
    r"^[ \t\u00a0]*(?:Вы\s(?:подали|просили|просите|писали|пишете|спросили|спрашиваете|обратились)"
    r"|Вами\sподан\w*|Ваш[аеу]?\s(?:заявлени[ея]|обращение|письмо|жалоб[ау]|заявк[ау]|просьб[ау]|вопрос|дочь|сын)\b)",
    re.MULTILINE,
)
_CALLED = re.compile(
    r"(?P<comma>,\s)?\b(?:[Уу]важаем(?:ый|ая)\s)?(?:[А-ЯЁ][а-яё]+\s)??"
    r"(?P<name>[А-ЯЁ][а-яё]+)\s[А-ЯЁ][а-яё]+(?:[вьмктл]ич|вна|ична)[,!.]"
)
_PATRONYMIC = ("ич", "вна", "ична")


@dataclass(frozen=True, slots=True)
class Pronoun:
    """One way to write «вы» wrongly; `doubt` is said of small letters where nothing tells who is addressed."""

    is_local: ClassVar[bool] = False

    wrong: Wrong
    doubt: str

    def find(self, document: Document, context: Context) -> Iterator[Match]:
        is_several = context.is_several if context.is_several is not None else document.once(_addresses_several)
        is_in_doubt = is_several is None and bool(self.doubt)
        is_wrong_to_whom = is_several is not None and is_several == (self.wrong == "capital_to_several")
        if self.wrong != "all_capitals" and not is_wrong_to_whom and not is_in_doubt:
            return
        for sentence, position in document.once(_yous):
            token = sentence.tokens[position]
            if self._is_wrong(token.text, is_first=_begins_phrase(sentence, position)):
                good = self._mended(token.text, is_several)
                if is_in_doubt:
                    message = self.doubt.replace("{match}", token.text).replace("{good}", good)
                    yield Match(token.start, token.end, (good,), level="info", message=message)
                else:
                    yield Match(token.start, token.end, (good,))

    def _is_wrong(self, word: str, *, is_first: bool) -> bool:
        if self.wrong == "all_capitals":
            return word.isupper()
        if self.wrong == "lower_to_one":
            return word.islower()
        return word.istitle() and not is_first

    def _mended(self, word: str, is_several: bool | None) -> str:
        is_small = self.wrong == "capital_to_several" or (self.wrong == "all_capitals" and is_several is True)
        return word.lower() if is_small else word.capitalize()


def read(table: Table, *, reads_quotes: bool) -> Pronoun:
    """`wrong`: lower_to_one, capital_to_several or all_capitals; `doubt` with {match} and {good}."""
    wrong = table.choice("wrong", ("lower_to_one", "capital_to_several", "all_capitals"))
    return Pronoun(wrong, table.text("doubt", ""))  # type: ignore[arg-type]


def _yous(document: Document) -> list[tuple[Sentence, int]]:
    """Where «вы» and «ваш» stand in any form; quotations are another's words."""
    yous = []
    for found in _YOU.finditer(document.text):
        sentence = document.sentence_at(found.start())
        position = _position(sentence, found.start()) if sentence else None
        if sentence and position is not None and not sentence.tokens[position].is_quoted:
            yous.append((sentence, position))
    return yous


def _position(sentence: Sentence, start: int) -> int | None:
    """Of the word that begins there; None when it is only a part of one."""
    return next((n for n, token in enumerate(sentence.tokens) if token.start == start and _is_you(token)), None)


def _is_you(token: Token) -> bool:
    return not token.lemmas.isdisjoint(("вы", "ваш"))


def _begins_phrase(sentence: Sentence, position: int) -> bool:
    """True at the start of a sentence, and after a colon or a bullet, where a capital letter may stand for itself."""
    if position == 0:
        return True
    return bool(re.search(r"[:•]\s*$", sentence.between(position - 1, position)))


def _addresses_several(document: Document) -> bool | None:
    """What the text itself tells: a greeting, else a name called inside a sentence, else «Вы» beside «вы»."""
    if _TO_SEVERAL.search(document.text):
        return True
    if any(told.search(document.text) for told in (_TO_ONE, _TO_PERSON, _OF_ONE)):
        return False
    may_be_called = any(end in document.text for end in _PATRONYMIC)  # looking for names is ten times slower
    if may_be_called and any(_is_called(document, found) for found in _CALLED.finditer(document.text)):
        return False
    inner = [
        word
        for sentence, position in document.once(_yous)
        if (word := sentence.tokens[position].text).islower()
        or (word.istitle() and not _begins_phrase(sentence, position))
    ]
    is_mixed = any(word.islower() for word in inner) and any(word.istitle() for word in inner)
    return False if is_mixed else None


def _is_called(document: Document, found: re.Match[str]) -> bool:
    """«Сообщаем вам, Ольга Николаевна, о решении»: name and patronymic in the nominative between commas."""
    sentence = document.sentence_at(found.start())
    begins = sentence is not None and document.text[sentence.start : found.start()].strip() == ""
    return (begins or found["comma"] is not None) and has_tag(normalise(found["name"]), "Name")
