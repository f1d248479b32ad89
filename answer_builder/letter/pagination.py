"""Which block falls on which page: the rules LibreOffice follows for spacing, widows and kept-together paragraphs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from answer_builder.letter.line_breaking import Line, break_lines
from answer_builder.letter.word_blocks import Block, Paragraph, Row, Table

_SINGLE = 240  # w:line of a single-spaced paragraph
_KEPT_LINES = 2  # widow and orphan control of office suites


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
        if self.keep_lines or self.keep_next or (self.widow_control and count < 2 * _KEPT_LINES):
            return count
        return _KEPT_LINES if self.widow_control else 1


@dataclass(frozen=True, slots=True)
class LastPage:
    """Where the text ends: number of pages, twips left, block and line the page begins with."""

    pages: int
    room: int
    block: int
    line: int


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
        total += _gap(previous, block) + block.height
        previous = block
    return total + (previous.after if previous else 0)


def _gap(previous: SetBlock | None, block: SetBlock) -> int:
    """Spacing between two blocks: the larger of the two, not their sum."""
    if previous is None:
        return block.before
    same_style = previous.contextual_style is not None and previous.contextual_style == block.contextual_style
    return 0 if same_style else max(previous.after, block.before)


def paginate(blocks: Sequence[SetBlock], first_height: int, next_height: int) -> LastPage:
    """Pour blocks into pages with so many twips for text on the first page and on each next one."""
    pages = _Pages(first_height, next_height)
    for number, block in enumerate(blocks):
        chain = _chain(blocks, number, pages.previous)
        is_asked = block.starts_page or (pages.previous is not None and pages.previous.ends_page)
        if is_asked and number > 0:
            pages.turn(number, 0, asked=True)
        elif not pages.at_top and pages.room < chain <= pages.next_height:
            pages.turn(number, 0)
        pages.pour(number, block)
    return LastPage(pages.number, pages.room, *pages.begins_with)


def _chain(blocks: Sequence[SetBlock], number: int, previous: SetBlock | None) -> int:
    """Height of a block that must stay with the next ones, up to the first lines of the one that ends the chain."""
    total = 0
    while blocks[number].keep_next and number + 1 < len(blocks):
        total += _gap(previous, blocks[number]) + blocks[number].height
        previous = blocks[number]
        number += 1
    last = blocks[number]
    first_lines = last.lines[: last.first_lines]
    return total + _gap(previous, last) + sum(line.height for line in first_lines) - first_lines[-1].below


class _Pages:
    """The pages filled so far; keeps the one being filled."""

    def __init__(self, first_height: int, next_height: int):
        self.next_height = next_height
        self.number = 1
        self.room = first_height
        self.at_top = True
        self.drops_spacing = False
        self.previous: SetBlock | None = None
        self.begins_with = (0, 0)

    def turn(self, block: int, line: int, *, asked: bool = False) -> None:
        """Go to the next page; one the author asked for keeps the spacing before its text, as page 1 does."""
        self.number += 1
        self.drops_spacing = not asked
        self.room = self.next_height
        self.at_top = True
        self.begins_with = block, line

    def pour(self, number: int, block: SetBlock) -> None:
        start = 0
        while start < len(block.lines):
            lines = block.lines[start:]
            gap = self._gap(block) if start == 0 else 0
            count = self._fitting(block, lines, gap, whole=start == 0)
            if count == 0 and not self.at_top:
                self.turn(number, start)
                continue
            self._take(lines[: max(count, 1)], gap)
            start += max(count, 1)
            if start < len(block.lines):
                self.turn(number, start)
        self.previous = block

    def _gap(self, block: SetBlock) -> int:
        if self.at_top:
            return 0 if self.drops_spacing else block.before
        return _gap(self.previous, block)

    def _fitting(self, block: SetBlock, lines: Sequence[SetLine], gap: int, *, whole: bool) -> int:
        """How many of these lines may stand on this page."""
        room = self.room - gap
        count = 0
        for line in lines:
            if room < line.height - line.below:
                break
            room -= line.height
            count += 1
        if count == len(lines):
            return count
        if (block.keep_lines or block.keep_next) and not self.at_top:
            return 0
        if block.widow_control:
            count = min(count, len(lines) - _KEPT_LINES)
            if count < _KEPT_LINES and whole:
                return 0
        return max(count, 0)

    def _take(self, lines: Sequence[SetLine], gap: int) -> None:
        self.room -= gap + sum(line.height for line in lines)
        self.at_top = False
        while self.room < -lines[-1].below and self.next_height > 0:  # a row higher than a page
            self.number += 1
            self.room += self.next_height
