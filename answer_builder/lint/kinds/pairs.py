"""Brackets and quotation marks that open and never close, or close what was never opened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from answer_builder.content_table import Table
from answer_builder.lint.context import Context
from answer_builder.lint.match import Match
from answer_builder.lint.text import Document

_LIST_LABEL = re.compile(r"(?:^|[\s;:,])(?:\d{1,2}|[а-яёa-z])$")  # «а) паспорт; б) справка»
_WORD_AFTER = re.compile(r"[\w.]*")
_WORD_BEFORE = re.compile(r"[\w.]*$")


@dataclass(frozen=True, slots=True)
class Pairs:
    """Brackets pair up within a paragraph, quotation marks over several; «ООО «Уют» may close twice with one mark."""

    is_local: ClassVar[bool] = False

    def find(self, document: Document, context: Context) -> Iterator[Match]:
        for paragraph in document.paragraphs:
            for place in _unpaired(paragraph.text, "(", ")"):
                if paragraph.text[place] == "(" or not _LIST_LABEL.search(paragraph.text[:place]):
                    yield _at(document.text, paragraph.start + place)
        for place in _unpaired(document.text, "«", "»"):
            is_inner = document.text[place] == "«" and "«" in document.text[place + 1 :].partition("»")[0]
            if not is_inner:
                yield _at(document.text, place)


def read(table: Table, *, reads_quotes: bool) -> Pairs:
    """No fields of its own."""
    return Pairs()


def _unpaired(text: str, opening: str, closing: str) -> Iterator[int]:
    """Places of the marks without a partner."""
    waiting: list[int] = []
    for found in re.finditer(f"[{re.escape(opening + closing)}]", text):
        if found.group() == opening:
            waiting.append(found.start())
        elif waiting:
            waiting.pop()
        else:
            yield found.start()
    yield from waiting


def _at(text: str, place: int) -> Match:
    """The mark together with the word it stands by."""
    if text[place] in "(«":
        after = _WORD_AFTER.match(text, place + 1)
        return Match(place, after.end() if after else place + 1)
    before = _WORD_BEFORE.search(text[:place])
    return Match(before.start() if before else place, place + 1)
