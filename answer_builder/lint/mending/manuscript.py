"""What can be mended: a text with places that must stay as they are."""

import re
from collections.abc import Sequence
from typing import Protocol

from answer_builder.lint.mending.edits import Edit, put_in
from answer_builder.lint.suppression import Silencing
from answer_builder.lint.suppression.text_comments import text_comments

_CODE_BLOCK = re.compile(r"^(?P<fence>```+|~~~+).*?(?:^(?P=fence)|\Z)", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"`[^`\n]+`|\]\([^)\n]*\)|^\|.*$|^(?: {4}|\t).*$|<[^>\n]+>", re.MULTILINE)


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
    """A text without formatting; of Markdown the code, the tables and the addresses of links are closed."""

    def __init__(self, text: str, *, is_markdown: bool = False):
        self.text = text
        self.keeps_line_ends = is_markdown
        self._code = self._find_code()

    @property
    def silencing(self) -> Silencing:
        return text_comments(self.text)

    def why_closed(self, edit: Edit) -> str:
        is_closed = any(edit.meets(first, last) for first, last in self._code)
        return "код или таблица" if is_closed else ""

    def put(self, edits: Sequence[Edit]) -> None:
        self.text = put_in(self.text, edits)
        self._code = self._find_code()

    def _find_code(self) -> list[tuple[int, int]]:
        if not self.keeps_line_ends:
            return []
        return [found.span() for pattern in (_CODE_BLOCK, _CODE) for found in pattern.finditer(self.text)]
