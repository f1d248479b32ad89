"""Spaces nobody sees and no remark speaks of: those at the ends of lines, those where a line must not break."""

import re
from collections.abc import Iterator

from answer_builder.lint.mending.edits import Edit
from answer_builder.no_break import no_break

LINE_ENDS = "Пробелы в конце строки"
NO_BREAKS = "Неразрывные пробелы"

_LINE_END = re.compile(r"(?<=\S)[ \t\N{NO-BREAK SPACE}]+$", re.MULTILINE)
# «Котова А.Б.»: in a letter of ours the place is decided by the template, in a typed text by us
_SURNAME = re.compile(r"(?<=[а-яё]) (?=[А-ЯЁ]\.[ \N{NO-BREAK SPACE}]?[А-ЯЁ]\.(?![ \N{NO-BREAK SPACE}]?[А-ЯЁ][а-яё]))")
_CAPITALISED = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?$")
_LONGEST_SURNAME = 40


def unseen(text: str, *, keeps_line_ends: bool) -> Iterator[tuple[str, Edit]]:
    """What each edit is about, and the edit; in no order."""
    if not keeps_line_ends:
        for found in _LINE_END.finditer(text):
            yield LINE_ENDS, Edit(*found.span(), "")
    for place, (old, new) in enumerate(zip(text, no_break(text), strict=True)):
        if old != new:
            yield NO_BREAKS, Edit(place, place + 1, new)
    for found in _SURNAME.finditer(text):
        if _CAPITALISED.search(text[max(0, found.start() - _LONGEST_SURNAME) : found.start()]):
            yield NO_BREAKS, Edit(*found.span(), "\N{NO-BREAK SPACE}")
