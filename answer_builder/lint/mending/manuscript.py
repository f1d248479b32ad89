"""What can be mended: a text with places that must stay as they are."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Protocol
from unicodedata import category

from answer_builder.lint.mending.edits import Edit, put_in
from answer_builder.lint.prose import Mark
from answer_builder.lint.suppression import Silencing
from answer_builder.lint.suppression.text_comments import markdown_comments, text_comments

MARKUP = "разметка, код или ссылка"
_LONGEST_TRIED = 200_000  # characters of a text that is read again to see what an edit does to it


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
        near = list(self._near(edit))
        is_closed = any(edit.meets(mark.start, mark.end) for mark in near) or self._spoils(edit, near)
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

    def _spoils(self, edit: Edit, near: Iterable[Mark]) -> bool:
        """True when a mark would be none any more: in «**да, **нет» nothing is strong."""
        if not any(self._changes_sign_beside(mark, edit) for mark in near):
            return False
        return len(self.text) > _LONGEST_TRIED or _written(put_in(self.text, [edit])) != _written(self.text)

    def _changes_sign_beside(self, mark: Mark, edit: Edit) -> bool:
        """True when a sign of another kind will stand beside the mark."""
        if edit.end == mark.start:
            old, new = self._sign(edit.end - 1), (self._sign(edit.start - 1) + edit.text)[-1:]
        elif edit.start == mark.end:
            old, new = self._sign(edit.start), (edit.text + self._sign(edit.end))[:1]
        else:
            return False
        return _kind(old) != _kind(new)

    def _sign(self, place: int) -> str:
        return self.text[place : place + 1] if place >= 0 else ""


def _written(text: str) -> list[str]:
    """The marks of a Markdown text as they are written."""
    return [text[mark.start : mark.end] for mark in markdown_comments(text).marks]


def _kind(sign: str) -> str:
    """A space, a punctuation mark or a letter: what decides whether «*» beside it is a mark."""
    if not sign or sign.isspace():
        return " "
    return "." if category(sign)[0] in "PS" else "a"
