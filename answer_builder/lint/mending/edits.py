"""Small changes of a text: what to cut, what to put there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

_STAYING = re.compile(r"(\w+|\s+)")


@dataclass(frozen=True, slots=True)
class Edit:
    """`text` instead of the characters `start`…`end`."""

    start: int
    end: int
    text: str

    def meets(self, first: int, last: int) -> bool:
        """True when it changes something within `first`…`last`; at their edges it may put something in."""
        return max(self.start, first) < min(self.end, last) or first < self.start == self.end < last


def difference(start: int, old: str, new: str) -> Iterator[Edit]:
    """The fewest characters to change, so that what stays keeps its formatting; `start` is where `old` stands."""
    for left, was, becomes in _parts(old, new):
        yield from _of_part(start + left, was, becomes)


def put_in(text: str, edits: Sequence[Edit]) -> str:
    """The text with all edits made; they are in order and never overlap."""
    pieces: list[str] = []
    place = 0
    for edit in edits:
        pieces += (text[place : edit.start], edit.text)
        place = edit.end
    return "".join((*pieces, text[place:]))


def _parts(old: str, new: str) -> Iterator[tuple[int, str, str]]:
    """What stands between the words, piece by piece, where only signs differ: a quotation may fill a page."""
    olds, news = _STAYING.split(old), _STAYING.split(new)
    if olds[1::2] != news[1::2]:
        yield 0, old, new
        return
    place = 0
    for number, (was, becomes) in enumerate(zip(olds, news, strict=True)):
        if number % 2 == 0:
            yield place, was, becomes
        place += len(was)


def _of_part(start: int, old: str, new: str) -> Iterator[Edit]:
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    start, old, new = start + same, old[same:], new[same:]
    for kind, left, right, new_left, new_right in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Edit(start + left, start + right, new[new_left:new_right])
