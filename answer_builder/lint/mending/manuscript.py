"""What can be mended: a text with places that must stay as they are."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Protocol
from unicodedata import category

from answer_builder.lint.mending.edits import Edit, put_in
from answer_builder.lint.prose import Mark
from answer_builder.lint.suppression import Silencing
from answer_builder.lint.suppression.text_comments import markdown_comments, text_comments

MARKUP = "разметка, код или ссылка"


class Manuscript(Protocol):
    """A text that takes edits; `keeps_line_ends`: spaces at the end of a line mean something."""

    keeps_line_ends: bool

    @property
    def text(self) -> str: ...

    @property
    def silencing(self) -> Silencing:
        """What comments in it say about its text as it is now."""
        ...

    def why_closed(self, edit: Edit) -> str:
        """What forbids the edit, in Russian words; empty when nothing does."""
        ...

    def put(self, edits: Sequence[Edit]) -> None:
        """Make the edits: in order, apart from each other, none of them closed."""
        ...


class PlainText:
    """A text without formatting; of Markdown all that is no word is closed."""

    def __init__(self, text: str, *, is_markdown: bool = False):
        self.text = text
        self.keeps_line_ends = is_markdown
        self.silencing = self._read_comments()

    def why_closed(self, edit: Edit) -> str:
        is_closed = any(edit.meets(mark.start, mark.end) or self._spoils(edit, mark) for mark in self._near(edit))
        return MARKUP if is_closed else ""

    def put(self, edits: Sequence[Edit]) -> None:
        self.text = put_in(self.text, edits)
        self.silencing = self._read_comments()

    def _read_comments(self) -> Silencing:
        return (markdown_comments if self.keeps_line_ends else text_comments)(self.text)

    def _near(self, edit: Edit) -> Iterator[Mark]:
        marks = self.silencing.marks
        first = bisect_left(marks, edit.start, key=lambda mark: mark.end)
        return takewhile(lambda mark: mark.start <= edit.end, (marks[place] for place in range(first, len(marks))))

    def _spoils(self, edit: Edit, mark: Mark) -> bool:
        """True when the sign beside the mark becomes one of another kind: «**да,** » would no more be strong."""
        if mark.instead:
            return False
        if edit.end == mark.start:
            old, new = self.text[mark.start - 1 : mark.start], (self.text[: edit.start][-1:] + edit.text)[-1:]
        elif edit.start == mark.end:
            old, new = self.text[mark.end : mark.end + 1], (edit.text + self.text[edit.end : edit.end + 1])[:1]
        else:
            return False
        return _kind(old) != _kind(new)


def _kind(sign: str) -> str:
    """A space, a punctuation mark or a letter: what decides whether «*» beside it is a mark."""
    if not sign or sign.isspace():
        return " "
    return "." if category(sign)[0] in "PS" else "a"
