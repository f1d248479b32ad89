"""Small changes of a text: what to cut, what to put there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


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
    for kind, left, right, new_left, new_right in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Edit(start + left, start + right, new[new_left:new_right])


def put_in(text: str, edits: Sequence[Edit]) -> str:
    """The text with all edits made; they are in order and never overlap."""
    pieces: list[str] = []
    place = 0
    for edit in edits:
        pieces += (text[place : edit.start], edit.text)
        place = edit.end
    return "".join((*pieces, text[place:]))
