"""Quotation marks of a typewriter, of English or of a keyboard where Russian ones belong: «ёлочки», inside „лапки“."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from answer_builder.content_table import Table
from answer_builder.lint.context import Context
from answer_builder.lint.match import Match
from answer_builder.lint.text import Document

_MARKS = re.compile(r"<<|>>|''|[\"'“”„«»]")
_OWN_OPENING, _OWN_CLOSING = "«„", "»"
_OPENS = {">>": "<<", "”": "“"}  # a closing mark that cannot open → its partner; the others are their own
_BEFORE_OPENING = " \N{NO-BREAK SPACE}\t(–—-/["
_DEEPEST = 8  # quotations in quotations; the law on a law that changes a law has three
_PAIRS = (("«", "»"), ("„", "“"))  # of the outer quotation, of the one inside it


@dataclass(slots=True)
class _Quotation:
    """An open mark, and the closed quotations in it."""

    mark: str
    start: int
    end: int = 0
    close_start: int = 0
    inner: "list[_Quotation]" = field(default_factory=list)

    @property
    def is_russian(self) -> bool:
        return self.mark in _OWN_OPENING


@dataclass(frozen=True, slots=True)
class QuoteMarks:
    """One match for an outermost foreign pair; what is nested in it is set right together with it."""

    is_local: ClassVar[bool] = True

    def find(self, document: Document, context: Context) -> Iterator[Match]:
        for paragraph in document.paragraphs:
            if _MARKS.search(paragraph.text) is None:
                continue
            closed, lonely = _quotations(paragraph.text)
            for start, end, good in _foreign(paragraph.text, closed, depth=0):
                yield Match(paragraph.start + start, paragraph.start + end, (good,))
            for first, second in zip(lonely[::2], lonely[1::2], strict=False):  # «"слово "и»: a person must look
                yield Match(paragraph.start + first.start, paragraph.start + second.start + 1)


def read(table: Table, *, reads_quotes: bool) -> QuoteMarks:
    """No fields of its own."""
    return QuoteMarks()


def quoted_in(line: str) -> Iterator[tuple[int, int]]:
    """Spans of quotations in marks of any kind, nested ones within the outer; an unclosed one lasts to the end."""
    closed, lonely = _quotations(line)
    yield from ((quotation.start, quotation.end) for quotation in closed)
    yield from ((quotation.start, len(line)) for quotation in lonely)


def _quotations(line: str) -> tuple[list[_Quotation], list[_Quotation]]:
    """The outermost closed quotations, and the straight marks that nothing closes."""
    whole = _Quotation("", 0)
    waiting = [whole]
    previous_end, previous_opens = -1, False
    for found in _MARKS.finditer(line):
        mark, start, end = found.group(), found.start(), found.end()
        if mark == "'" and _is_letter(line, start - 1) and _is_letter(line, end):
            continue  # an apostrophe
        partner = _partner(mark, waiting)
        follows_opening = previous_opens if start == previous_end else start == 0 or line[start - 1] in _BEFORE_OPENING
        is_before_word = end < len(line) and not line[end].isspace()
        opens = _can_open(mark) and (
            mark in _OWN_OPENING or (follows_opening and is_before_word) or (not partner and follows_opening)
        )
        if mark == "“" and waiting[-1].mark == "„":
            opens = False
        if opens and len(waiting) <= _DEEPEST:
            waiting.append(_Quotation(mark, start))
        elif partner:
            while waiting[-1] is not partner:  # what was open inside was no quotation
                lost = waiting.pop()
                waiting[-1].inner.extend(lost.inner)
            waiting.pop()
            partner.close_start, partner.end = start, end
            waiting[-1].inner.append(partner)
        previous_end, previous_opens = end, opens
    lonely = [open_ for open_ in waiting[1:] if open_.mark == '"']
    return [closed for open_ in waiting for closed in open_.inner], lonely


def _can_open(mark: str) -> bool:
    return mark not in _OPENS and mark not in _OWN_CLOSING


def _partner(mark: str, waiting: list[_Quotation]) -> _Quotation | None:
    """The innermost open quotation that the mark may close."""
    if mark in _OWN_CLOSING:
        wanted: tuple[str, ...] = ("«",)
    elif mark in "“”":
        wanted = ("„", "“") if mark == "”" else ("„",)
    else:
        wanted = (_OPENS.get(mark, mark),)
    return next((open_ for open_ in reversed(waiting) if open_.mark and open_.mark in wanted), None)


def _foreign(line: str, quotations: list[_Quotation], *, depth: int) -> Iterator[tuple[int, int, str]]:
    for quotation in quotations:
        if quotation.is_russian:
            yield from _foreign(line, quotation.inner, depth=depth + 1)
        else:
            yield quotation.start, quotation.end, _set_right(line, quotation, depth)


def _set_right(line: str, quotation: _Quotation, depth: int) -> str:
    opening, closing = _PAIRS[depth % 2]
    pieces, place = [opening], quotation.start + len(quotation.mark)
    for inner in quotation.inner:
        pieces.append(line[place : inner.start])
        pieces.append(line[inner.start : inner.end] if inner.is_russian else _set_right(line, inner, depth + 1))
        place = inner.end
    return "".join((*pieces, line[place : quotation.close_start], closing))


def _is_letter(line: str, place: int) -> bool:
    return 0 <= place < len(line) and line[place].isalpha()
