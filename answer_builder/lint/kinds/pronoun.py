"""«Вы» to one person, «вы» to several (001 3.5): who is addressed is told by the context or by the greeting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from answer_builder.content_table import Table
from answer_builder.lint.context import Context
from answer_builder.lint.match import Match
from answer_builder.lint.text import Document, Sentence
from answer_builder.lint.words import has_tag, normalise

Wrong = Literal["lower_to_one", "capital_to_several", "all_capitals"]

_YOU = ("вы", "ваш")
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
    r"(?:^|,\s)(?:уважаем(?:ый|ая)\s)?(?:[А-ЯЁ][а-яё]+\s)??"
    r"([А-ЯЁ][а-яё]+)\s([А-ЯЁ][а-яё]+(?:[вьмктл]ич|вна|ична))[,!.]"
)


@dataclass(frozen=True, slots=True)
class Pronoun:
    """One way to write «вы» wrongly."""

    is_local: ClassVar[bool] = False

    wrong: Wrong

    def find(self, document: Document, context: Context) -> Iterator[Match]:
        is_several = context.is_several if context.is_several is not None else _addresses_several(document)
        if self.wrong != "all_capitals" and (is_several is None or is_several != (self.wrong == "capital_to_several")):
            return
        for sentence in document.sentences:
            for position in _yous(sentence):
                token = sentence.tokens[position]
                if self._is_wrong(token.text, is_first=_begins_phrase(sentence, position)):
                    yield Match(token.start, token.end, (self._mended(token.text, is_several),))

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
    """`wrong`: lower_to_one, capital_to_several or all_capitals."""
    return Pronoun(table.choice("wrong", ("lower_to_one", "capital_to_several", "all_capitals")))  # type: ignore[arg-type]


def _yous(sentence: Sentence) -> list[int]:
    """Positions of «вы» and «ваш» in any form; quotations are another's words."""
    found = {position for lemma in _YOU for position in sentence.keys.get(lemma, ())}
    return sorted(position for position in found if not sentence.tokens[position].is_quoted)


def _begins_phrase(sentence: Sentence, position: int) -> bool:
    """True at the start of a sentence, and after a colon or a bullet, where a capital letter may stand for itself."""
    if position == 0:
        return True
    return bool(re.search(r"[:•]\s*$", sentence.between(position - 1, position)))


def _addresses_several(document: Document) -> bool | None:
    """What the text itself tells: a greeting, else a name called inside a sentence, else «Вы» beside «вы»."""
    if _TO_SEVERAL.search(document.text):
        return True
    if _TO_ONE.search(document.text) or _TO_PERSON.search(document.text) or _OF_ONE.search(document.text):
        return False
    if any(_calls_by_name(sentence) for sentence in document.sentences):
        return False
    inner = [
        word
        for sentence in document.sentences
        for position in _yous(sentence)
        if (word := sentence.tokens[position].text).islower()
        or (word.istitle() and not _begins_phrase(sentence, position))
    ]
    is_mixed = any(word.islower() for word in inner) and any(word.istitle() for word in inner)
    return False if is_mixed else None


def _calls_by_name(sentence: Sentence) -> bool:
    """«Сообщаем вам, Ольга Николаевна, о решении»: name and patronymic in the nominative between commas."""
    names = (match.group(1) for match in _CALLED.finditer(sentence.text))
    return any(has_tag(normalise(name), "Name") for name in names)
