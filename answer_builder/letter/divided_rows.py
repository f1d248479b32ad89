"""A table row that the end of a page divides: every cell goes on by itself, as LibreOffice has it."""

from collections.abc import Sequence
from typing import NamedTuple

from answer_builder.letter.set_block import SetBlock, SetCell, gap_between


class Place(NamedTuple):
    """The block and the line of a cell that come next."""

    block: int = 0
    line: int = 0


class Part(NamedTuple):
    """What of a row stands on one page: its height, where each cell goes on, and how many of them hold something."""

    height: int
    places: Sequence[Place]
    held: int


def fill_part(cells: Sequence[SetCell], places: Sequence[Place], room: int) -> Part:
    """As many lines of each cell as there is room for."""
    filled = [_fill(cell, place, room) for cell, place in zip(cells, places, strict=True)]
    held = sum(after != before for (_, after), before in zip(filled, places, strict=True))
    return Part(max(height for height, _ in filled), [place for _, place in filled], held)


def unfinished(cells: Sequence[SetCell], places: Sequence[Place]) -> int:
    """How many cells go on."""
    return sum(place.block < len(cell.blocks) for cell, place in zip(cells, places, strict=True))


def offset_in_row(cells: Sequence[SetCell], places: Sequence[Place]) -> int:
    """Where the text of the row goes on: in the first cell that has more."""
    offset = 0
    for cell, place in zip(cells, places, strict=True):
        for number, block in enumerate(cell.blocks):
            if number == place.block:
                return offset + block.lines[place.line].start
            offset += len(block.text) + 1 if block.text.strip() else 0
    return 0


def _fill(cell: SetCell, place: Place, room: int) -> tuple[int, Place]:
    height = cell.around
    previous: SetBlock | None = None
    for number in range(place.block, len(cell.blocks)):
        block = cell.blocks[number]
        first = place.line if number == place.block else 0
        # the spacing under a paragraph stands with its last line, the one before a paragraph even with a rest of it
        height += gap_between(previous, block) - (previous.after if previous else 0)
        last = len(block.lines) - 1
        for index in range(first, last + 1):
            line = block.lines[index]
            after = block.after if index == last else 0
            if height + line.height + (after or -line.below) > room:
                return height, Place(number, index)
            height += line.height + after
        previous = block
    return height, Place(len(cell.blocks))
