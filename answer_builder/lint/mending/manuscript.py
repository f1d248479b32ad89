"""What can be mended: a text with places that must stay as they are."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile
from typing import Protocol

from answer_builder.lint.mending.edits import Edit, put_in
from answer_builder.lint.suppression import Silencing
from answer_builder.lint.suppression.text_comments import markdown_comments, text_comments

MARKUP = "разметка, код или ссылка"
_SIGNS = frozenset("*_~`[]()<>!&\\|")
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_TRIED = 20_000  # characters between empty lines


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
        is_closed = self.keeps_line_ends and (self._meets_mark(edit) or self._spoils_marks(edit))
        return MARKUP if is_closed else ""

    def put(self, edits: Sequence[Edit]) -> None:
        self.text = put_in(self.text, edits)
        self.silencing = self._read_comments()

    def _read_comments(self) -> Silencing:
        return (markdown_comments if self.keeps_line_ends else text_comments)(self.text)

    def _meets_mark(self, edit: Edit) -> bool:
        marks = self.silencing.marks
        first = bisect_left(marks, edit.start, key=lambda mark: mark.end)
        near = takewhile(lambda mark: mark.start <= edit.end, (marks[place] for place in range(first, len(marks))))
        return any(edit.meets(mark.start, mark.end) for mark in near)

    def _spoils_marks(self, edit: Edit) -> bool:
        """True when what was a mark would be none any more, or the other way round: in «**да, **нет» nothing is strong.

        Tried out only where it may be: beside a sign of Markdown and at the beginning of a line.
        """
        line = self.text[self.text.rfind("\n", 0, edit.start) + 1 : edit.start]
        beside = self.text[max(0, edit.start - 1) : edit.start] + self.text[edit.end : edit.end + 1]
        if _SIGNS.isdisjoint(beside) and _LETTER.search(line):
            return False
        start, end = self.text.rfind("\n\n", 0, edit.start) + 1, self.text.find("\n\n", edit.end)
        around = self.text[start : end if end >= 0 else None]
        tried = put_in(around, [Edit(edit.start - start, edit.end - start, edit.text)])
        return len(around) > _LONGEST_TRIED or _marks(tried) != _marks(around)


def _marks(text: str) -> list[str]:
    """The marks of some lines of Markdown, as they are written."""
    lines = "\n".join(line.lstrip() for line in text.split("\n"))  # in the midst of a list they would be code
    return [lines[mark.start : mark.end].strip() for mark in markdown_comments(lines).marks]
