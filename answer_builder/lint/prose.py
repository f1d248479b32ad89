"""A text without what is no word of it (comments, the marks of Markdown), and the way back to its places."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate, takewhile
from typing import NamedTuple

from answer_builder.model import Finding

STAND_IN = "\N{OBJECT REPLACEMENT CHARACTER}"  # for code and addresses: something stands there, no rule knows what


class Mark(NamedTuple):
    """Characters that are no words, and what the rules read instead of them, which is never longer."""

    start: int
    end: int
    instead: str = ""


class Prose:
    """`text` is what the rules read."""

    def __init__(self, whole: str, marks: Sequence[Mark] = ()):
        """`marks` of `whole` in order, apart from each other."""
        self._whole = whole
        self._marks = marks
        self.text = _put_in(whole, marks)
        lost = accumulate((mark.end - mark.start - len(mark.instead) for mark in marks), initial=0)
        self._places = [mark.start - before for mark, before in zip(marks, lost, strict=False)]  # in `text`

    def in_whole(self, start: int, end: int, *, is_something: bool = True) -> tuple[int, int]:
        """The span of the whole text for a span of `text`; what `is_something` begins behind marks, a gap before."""
        is_at = bisect_right if is_something else bisect_left
        first, last = is_at(self._places, start) - 1, bisect_left(self._places, end) - 1
        return self._back(start, first, is_end=False), self._back(end, last, is_end=True)

    def found_in_whole(self, finding: Finding) -> Finding:
        """The same finding with the offsets of the whole text, its paragraph the line there."""
        if not self._marks:
            return finding
        start, end = self.in_whole(finding.start, finding.end, is_something=bool(finding.match))
        line = bisect_left(self._line_ends, start)
        return replace(finding, start=start, end=end, match=self._whole[start:end], paragraph=line)

    def has_marks(self, start: int, end: int) -> bool:
        """True when not all characters of the whole text between the offsets are words."""
        return next(self._between(start, end), None) is not None

    def part(self, start: int, end: int) -> "Prose":
        """The prose of a piece of the whole text, with offsets from its beginning."""
        marks = (Mark(max(mark.start, start), min(mark.end, end), mark.instead) for mark in self._between(start, end))
        return Prose(self._whole[start:end], [Mark(mark[0] - start, mark[1] - start, mark[2]) for mark in marks])

    def as_read(self, start: int, end: int) -> str:
        """What a reader sees of the whole text between the offsets; code and addresses as they were written."""
        marks = list(self._between(start, end))
        if marks and marks[-1].instead == STAND_IN:
            end = max(end, marks[-1].end)
        within = self.part(start, end)
        shown = (mark for mark in within._marks if mark.instead != STAND_IN)
        return _put_in(within._whole, shown)

    @cached_property
    def blanked(self) -> str:
        """`text` with spaces after what is shorter than its mark: every word stands where it stands in the whole."""
        even = (mark._replace(instead=mark.instead.ljust(mark.end - mark.start)) for mark in self._marks)
        return _put_in(self._whole, even)

    @cached_property
    def _line_ends(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self._whole.split("\n")), initial=-1))[1:]

    def _back(self, offset: int, number: int, *, is_end: bool) -> int:
        """The place of an offset of `text` at or behind the mark of that number."""
        if number < 0:
            return offset
        mark, behind = self._marks[number], offset - self._places[number] - len(self._marks[number].instead)
        if behind >= 0:
            return mark.end + behind
        return mark.end if is_end else mark.start

    def _between(self, start: int, end: int) -> Iterator[Mark]:
        first = bisect_right(self._marks, start, key=lambda mark: mark.end)
        rest = (self._marks[number] for number in range(first, len(self._marks)))
        return takewhile(lambda mark: mark.start < end, rest)


def _put_in(whole: str, marks: Iterable[Mark]) -> str:
    pieces: list[str] = []
    end = 0
    for mark in marks:
        pieces += (whole[end : mark.start], mark.instead)
        end = mark.end
    return "".join((*pieces, whole[end:]))


def cuts(places: Iterable[tuple[int, int]]) -> tuple[Mark, ...]:
    """Marks with nothing in their stead."""
    return tuple(Mark(*place) for place in places)
