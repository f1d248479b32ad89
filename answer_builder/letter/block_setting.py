"""Paragraphs and table rows broken into lines, each with its height."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from answer_builder.letter.line_breaking import Line, break_lines
from answer_builder.letter.word_blocks import Block, Paragraph, Row, Table

_SINGLE = 240  # w:line of a single-spaced paragraph
KEPT_LINES = 2  # widow and orphan control of office suites


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line with its height in twips; `below` is the part that may hang over the end of a page."""

    start: int
    height: int
    below: int = 0


@dataclass(frozen=True, slots=True)
class SetBlock:
    """A paragraph or a table row broken into lines; a row is one line that cannot be split."""

    lines: tuple[SetLine, ...]
    text: str
    before: int = 0
    after: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    widow_control: bool = False
    starts_page: bool = False
    ends_page: bool = False
    contextual_style: str | None = None
    is_paragraph: bool = True

    @property
    def height(self) -> int:
        """All lines without the spacing around them."""
        return sum(line.height for line in self.lines)

    @property
    def first_lines(self) -> int:
        """How many lines must stand together at the start."""
        count = len(self.lines)
        if self.keep_lines or self.keep_next or (self.widow_control and count < 2 * KEPT_LINES):
            return count
        return KEPT_LINES if self.widow_control else 1


def set_blocks(blocks: Iterable[Block], width: int) -> list[SetBlock]:
    """Blocks broken into lines for a column of so many twips; each table row becomes a block."""
    done: list[SetBlock] = []
    for block in blocks:
        if isinstance(block, Table):
            done += _set_table(block)
        else:
            done.append(_set_paragraph(block, width))
    return done


def _set_paragraph(paragraph: Paragraph, width: int) -> SetBlock:
    text = paragraph.text
    lines = break_lines(paragraph.runs, replace(paragraph.column, width=width)) if text else ()
    spaced = [_spaced(line, paragraph) for line in lines or (_blank(paragraph),)]
    if paragraph.border_top:
        spaced[0] = replace(spaced[0], height=spaced[0].height + paragraph.border_top)
    if paragraph.border_bottom:
        spaced[-1] = SetLine(spaced[-1].start, spaced[-1].height + paragraph.border_bottom)
    return SetBlock(
        lines=tuple(spaced),
        text=text,
        before=paragraph.before,
        after=paragraph.after,
        keep_next=paragraph.keep_next,
        keep_lines=paragraph.keep_lines,
        widow_control=paragraph.widow_control,
        starts_page=paragraph.starts_page,
        ends_page=paragraph.ends_page,
        contextual_style=(paragraph.style or "") if paragraph.is_contextual else None,
    )


def _blank(paragraph: Paragraph) -> Line:
    return Line(0, paragraph.mark.height, paragraph.mark.height)


def _spaced(line: Line, paragraph: Paragraph) -> SetLine:
    if paragraph.line_rule == "exact":
        return SetLine(line.start, paragraph.line)
    if paragraph.line_rule == "atLeast":
        return SetLine(line.start, max(line.height, paragraph.line))
    text = line.text_height or paragraph.mark.height  # w:line stretches text, not the picture beside it
    height = max(line.height, text)
    if paragraph.line < _SINGLE:
        return SetLine(line.start, height - text * (_SINGLE - paragraph.line) // _SINGLE)
    below = text * paragraph.line // _SINGLE - text
    return SetLine(line.start, height + below, below)


def _set_table(table: Table) -> list[SetBlock]:
    heights: list[int] = []
    open_merges: dict[int, tuple[int, int]] = {}  # start of the cell -> row it begins in, height of its content
    for number, row in enumerate(table.rows):
        heights.append(row.height)
        for cell in row.cells:
            if cell.merge == "continue":
                continue
            content = stack_height(set_blocks(cell.blocks, cell.width)) + cell.top + cell.bottom + row.border_top
            if cell.merge == "restart":
                open_merges[cell.start] = number, content
            elif not row.is_exact:
                heights[-1] = max(heights[-1], content)
        for start in _ending_merges(table.rows, number):
            if start in open_merges:
                first, content = open_merges.pop(start)
                heights[-1] += max(content - sum(heights[first:]), 0)
        heights[-1] += row.border_bottom
    return [
        SetBlock((SetLine(0, height),), _row_text(row), is_paragraph=False)
        for height, row in zip(heights, table.rows, strict=True)
    ]


def _ending_merges(rows: Sequence[Row], number: int) -> list[int]:
    """Starts of the merged cells that have no continuation in the next row."""
    going_on = (
        {cell.start for cell in rows[number + 1].cells if cell.merge == "continue"} if rows[number + 1 :] else set()
    )
    return [cell.start for cell in rows[number].cells if cell.merge and cell.start not in going_on]


def _row_text(row: Row) -> str:
    texts = (block.text for cell in row.cells for block in cell.blocks if isinstance(block, Paragraph))
    return next((text for text in texts if text.strip()), "")


def stack_height(blocks: Sequence[SetBlock]) -> int:
    """Height of blocks in a box that is never split: a cell, a header."""
    total = 0
    previous: SetBlock | None = None
    for block in blocks:
        total += gap_between(previous, block) + block.height
        previous = block
    return total + (previous.after if previous else 0)


def gap_between(previous: SetBlock | None, block: SetBlock) -> int:
    """Spacing between two blocks: the larger of the two, not their sum."""
    if previous is None:
        return block.before
    same_style = previous.contextual_style is not None and previous.contextual_style == block.contextual_style
    return 0 if same_style else max(previous.after, block.before)
