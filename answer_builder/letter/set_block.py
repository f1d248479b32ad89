"""Paragraphs and table rows broken into lines, and the room between them."""

from collections.abc import Sequence
from typing import NamedTuple

KEPT_LINES = 2  # widow and orphan control of office suites


class SetLine(NamedTuple):
    """A line with its height in twips; `below` may hang over the end of a page, `notes` is the height of its notes."""

    start: int
    height: int
    below: int = 0
    notes: int = 0


class SetBlock(NamedTuple):
    """A paragraph or a table row broken into lines; `height` is that of all lines without the spacing around them.

    `height_at_end` is that of an empty paragraph when it is the last one of the file; `adds_spacing` tells whether the
    spacing before it is added to the spacing after the previous one. `cells` are those of a row that the end of a page
    may divide.
    """

    lines: Sequence[SetLine]
    text: str
    height: int
    before: int = 0
    after: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    widow_control: bool = False
    starts_page: bool = False
    ends_page: bool = False
    style: str | None = None
    is_contextual: bool = False
    is_paragraph: bool = True
    has_notes: bool = False
    unknown_fonts: tuple[str, ...] = ()
    height_at_end: int = 0
    adds_spacing: bool = False
    cells: Sequence["SetCell"] = ()

    @property
    def first_lines(self) -> int:
        """How many lines must stand together at the start."""
        count = len(self.lines)
        if self.keep_lines or self.keep_next or (self.widow_control and count < 2 * KEPT_LINES):
            return count
        return KEPT_LINES if self.widow_control else 1


class SetCell(NamedTuple):
    """Blocks of a cell; `around` is the height of its margins and of the border over it."""

    blocks: Sequence[SetBlock]
    around: int


def stack_height(blocks: Sequence[SetBlock]) -> int:
    """Height of blocks in a box that is never split: a cell, a header."""
    total = 0
    previous: SetBlock | None = None
    for block in blocks:
        total += gap_between(previous, block) + block.height
        previous = block
    return total + (previous.after if previous else 0)


def with_plain_end(blocks: Sequence[SetBlock]) -> Sequence[SetBlock]:
    """The blocks of a file, the last one as high as it is at the end."""
    last = blocks[-1]
    if last.is_paragraph and not last.text and last.height != last.height_at_end:
        line = last.lines[0]._replace(height=last.height_at_end)
        return [*blocks[:-1], last._replace(lines=(line,), height=last.height_at_end)]
    return blocks


def gap_between(previous: SetBlock | None, block: SetBlock) -> int:
    """Spacing between two blocks: the larger of the two, or their sum when the file says so."""
    if previous is None:
        return block.before
    after, before = previous.after, block.before
    if (previous.is_contextual or block.is_contextual) and previous.style == block.style:
        after = 0 if previous.is_contextual else after
        drops_before = block.is_contextual and (previous.is_contextual or not block.adds_spacing)
        before = 0 if drops_before else before
    if block.adds_spacing:
        return after + before
    return after if after > before else before
