"""Which block falls on which page: the rules LibreOffice follows for spacing, widows and kept-together paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass

from answer_builder.letter.divided_rows import Place, fill_part, offset_in_row, unfinished
from answer_builder.letter.set_block import KEPT_LINES, SetBlock, SetLine, gap_between

_NOTE_RULE = 124  # twips: the line above footnotes and the spaces around it


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks of one section and the twips for text on its first page and on its next ones."""

    blocks: Sequence[SetBlock]
    first_height: int
    next_height: int
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class LastPage:
    """Where the text ends: number of pages, twips left, the block the page begins with, the character of it."""

    pages: int
    room: int
    block: int
    start: int


def paginate(stretches: Sequence[Stretch]) -> LastPage:
    """Pour blocks into pages; blocks are counted through all stretches."""
    pages = _Pages(stretches[0])
    number = 0
    for stretch in stretches:
        if number:
            pages.enter(stretch, number)
        blocks = stretch.blocks
        for index, block in enumerate(blocks):
            before = pages.previous
            if (block.starts_page or (before is not None and before.ends_page)) and number > 0:
                pages.turn(number, 0, asked=True)
            elif not pages.at_top:
                gap = gap_between(before, block)
                if pages.room >= gap + block.height and not block.keep_next and not block.has_notes:
                    pages.room -= gap + block.height  # the usual case: the whole block fits
                    pages.previous = block
                    number += 1
                    continue
                chain = _chain(blocks, index, before, pages.next_height)
                if pages.room < chain <= pages.next_height and not block.cells:
                    pages.turn(number, 0)
            pages.pour(number, block)
            number += 1
    return LastPage(pages.number, pages.room, *pages.begins_with)


def _chain(blocks: Sequence[SetBlock], number: int, previous: SetBlock | None, enough: int) -> int:
    """Height of a block that must stay with the next ones, up to the first lines of the one that ends the chain.

    A chain higher than `enough` is not followed to its end.
    """
    total = 0
    while blocks[number].keep_next and number + 1 < len(blocks) and total <= enough:
        total += gap_between(previous, blocks[number]) + blocks[number].height
        previous = blocks[number]
        number += 1
    last = blocks[number]
    first_lines = last.lines[: last.first_lines]
    return total + gap_between(previous, last) + sum(line.height for line in first_lines) - first_lines[-1].below


class _Pages:
    """The pages filled so far; keeps the one being filled."""

    def __init__(self, stretch: Stretch):
        self.next_height = stretch.next_height
        self.number = 1
        self.room = stretch.first_height
        self.at_top = True
        self.has_notes = False
        self.drops_spacing = False
        self.previous: SetBlock | None = None
        self.begins_with = (0, 0)

    def enter(self, stretch: Stretch, block: int) -> None:
        """Begin a section: on its own page, or where the one before it ended."""
        self.next_height = stretch.next_height
        if not stretch.goes_on:
            self.turn(block, 0, asked=True)
            self.room = stretch.first_height

    def turn(self, block: int, start: int, *, asked: bool = False) -> None:
        """Go to the next page, which begins with that character of a block.

        One the author asked for keeps the spacing before its text, as page 1 does.
        """
        self.number += 1
        self.drops_spacing = not asked
        self.room = self.next_height
        self.at_top = True
        self.has_notes = False
        self.begins_with = block, start

    def pour(self, number: int, block: SetBlock) -> None:
        """Put a block on this page and, when it is longer, on the next ones."""
        if block.cells and self.room < self._gap(block) + block.height:
            self._divide(number, block)
        else:
            self._pour_lines(number, block)
        self.previous = block

    def _divide(self, number: int, row: SetBlock) -> None:
        self.room -= self._gap(row)
        places: Sequence[Place] = [Place()] * len(row.cells)
        begins, left = True, row.height
        while True:
            part = fill_part(row.cells, places, self.room)
            is_last = not unfinished(row.cells, part.places)
            fits = max(part.height, left) <= self.room if is_last else part.held == unfinished(row.cells, places)
            if begins and not fits and not self.at_top:
                self.turn(number, 0)
                continue
            if is_last or not part.held:
                break
            begins, places, left = False, part.places, left - self.room
            self.turn(number, offset_in_row(row.cells, places))
        self.room -= max(part.height, left)
        self.at_top = False

    def _pour_lines(self, number: int, block: SetBlock) -> None:
        start = 0
        while start < len(block.lines):
            gap = self._gap(block) if start == 0 else 0
            count = self._fitting(block, start, gap)
            if count == 0 and not self.at_top:
                self.turn(number, block.lines[start].start)
                continue
            count = max(count, 1)
            self._take(block.lines[start : start + count], gap)
            start += count
            if start < len(block.lines):
                self.turn(number, block.lines[start].start)

    def _gap(self, block: SetBlock) -> int:
        if self.at_top:
            return 0 if self.drops_spacing else block.before
        return gap_between(self.previous, block)

    def _fitting(self, block: SetBlock, start: int, gap: int) -> int:
        """How many lines of a block from this one on may stand on this page."""
        left = len(block.lines) - start
        room = self.room - gap
        if room >= block.height and not block.has_notes:
            return left
        has_notes = self.has_notes
        count = 0
        while count < left:
            line = block.lines[start + count]
            notes = line.notes
            if notes and not has_notes:
                notes += _NOTE_RULE
                has_notes = True
            if room < line.height - line.below + notes:
                break
            room -= line.height + notes
            count += 1
        if count == left:
            return count
        if (block.keep_lines or block.keep_next) and not self.at_top:
            return 0
        if block.widow_control:
            count = min(count, left - KEPT_LINES)
            if count < KEPT_LINES and start == 0:
                return 0
        return max(count, 0)

    def _take(self, lines: Sequence[SetLine], gap: int) -> None:
        self.room -= gap + sum(line.height + line.notes for line in lines)
        if not self.has_notes and any(line.notes for line in lines):
            self.room -= _NOTE_RULE
            self.has_notes = True
        self.at_top = False
        while self.room < -lines[-1].below and self.next_height > 0:  # a row higher than a page
            self.number += 1
            self.room += self.next_height
