"""Reads a table of a Word file: widths of cells, margins inside them, heights and borders of rows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Literal

from answer_builder.letter.word_blocks import Cell, Row, Table
from answer_builder.letter.word_styles import Styles, W, border_width, is_on, twips

_WORD_MARGINS = {"left": 108, "right": 108, "top": 0, "bottom": 0}
_LOGICAL_SIDES = {"start": "left", "end": "right"}


@dataclass(frozen=True, slots=True)
class _TableLook:
    """What all cells share."""

    style: str | None
    margins: Mapping[str, int]
    borders: Mapping[str, int]
    grid: Sequence[int]


@dataclass(slots=True)
class _CellLook:
    """What one cell says by itself."""

    element: Any
    width: int = 0
    span: int = 1
    merge: Literal["", "restart", "continue"] = ""
    margins: Mapping[str, int] = field(default_factory=dict)
    borders: Mapping[str, int] = field(default_factory=dict)


def read_table(element: Any, styles: Styles) -> Table:
    """The table of a w:tbl."""
    look = _table_look(element, styles)
    rows = [(row, [_read_cell(cell) for cell in row.iterfind(W + "tc")]) for row in element.iterfind(W + "tr")]
    last = len(rows) - 1
    made = []
    above: Sequence[_CellLook] = ()
    for number, (row, cells) in enumerate(rows):
        made.append(_row(row, cells, above, look, is_first=number == 0, is_last=number == last))
        above = cells
    return Table(tuple(made), look.style)


def with_joined_tables(elements: Iterable[Any]) -> list[Any]:
    """The same blocks; tables with nothing between them are one, which looks as the last of them says."""
    found = list(elements)
    for place in range(len(found) - 2, -1, -1):
        look = found[place + 1].find(W + "tblPr") if found[place].tag == found[place + 1].tag == W + "tbl" else None
        if look is not None:
            found[place] = deepcopy(found[place])
            for own in found[place].findall(W + "tblPr"):
                found[place].remove(own)
            found[place].insert(0, deepcopy(look))
    return found


def _table_look(element: Any, styles: Styles) -> _TableLook:
    properties = element.find(W + "tblPr")
    own_style = properties.find(W + "tblStyle") if properties is not None else None
    style = own_style.get(W + "val") if own_style is not None else styles.default_table
    margins: dict[str, int] = dict(_WORD_MARGINS)
    borders: dict[str, int] = {}
    own = [properties] if properties is not None else []
    for source in (*styles.table_properties(style), *own):
        margins |= _sides(source.find(W + "tblCellMar"), _margin)
        borders |= _sides(source.find(W + "tblBorders"), border_width)
    grid = [twips(column.get(W + "w")) for column in element.iterfind(f"{W}tblGrid/{W}gridCol")]
    return _TableLook(style, margins, borders, grid)


def _read_cell(element: Any) -> _CellLook:
    look = _CellLook(element)
    properties = element.find(W + "tcPr")
    for child in properties if properties is not None else ():
        match child.tag[len(W) :]:
            case "tcW" if child.get(W + "type", "dxa") == "dxa":
                look.width = twips(child.get(W + "w"))
            case "gridSpan":
                look.span = twips(child.get(W + "val"))
            case "vMerge":
                look.merge = "restart" if child.get(W + "val") == "restart" else "continue"
            case "tcMar":
                look.margins = _sides(child, _margin)
            case "tcBorders":
                look.borders = _sides(child, border_width)
    return look


def _row(
    element: Any,
    cells: Sequence[_CellLook],
    above: Sequence[_CellLook],
    look: _TableLook,
    *,
    is_first: bool,
    is_last: bool,
) -> Row:
    height, is_exact, is_whole = 0, False, False
    properties = element.find(W + "trPr")
    for child in properties if properties is not None else ():
        if child.tag == W + "trHeight":
            height, is_exact = twips(child.get(W + "val")), child.get(W + "hRule") == "exact"
        elif child.tag == W + "cantSplit":
            is_whole = is_on(child)
    placed = []
    column = 0
    for cell in cells:
        placed.append(_placed(cell, column, look))
        column += cell.span
    top = look.borders.get("top" if is_first else "insideH", 0)
    bottom = look.borders.get("bottom", 0)
    overhead = [cell.borders["bottom"] for cell in above if "bottom" in cell.borders]
    return Row(
        cells=tuple(placed),
        height=height,
        is_exact=is_exact,
        is_whole=is_whole,
        border_top=max((*overhead, *(cell.borders.get("top", top) for cell in cells)), default=0),
        # the border between two rows is counted once, with the lower row
        border_bottom=max((cell.borders.get("bottom", bottom) for cell in cells), default=0) if is_last else 0,
    )


def _placed(cell: _CellLook, column: int, look: _TableLook) -> Cell:
    margins = {**look.margins, **cell.margins} if cell.margins else look.margins
    width = sum(look.grid[column : column + cell.span]) or cell.width  # LibreOffice believes the grid first
    return Cell(
        element=cell.element,
        width=width - margins["left"] - margins["right"],
        start=column,
        top=margins["top"],
        bottom=margins["bottom"],
        merge=cell.merge,
    )


def _sides(element: Any, measure: Callable[[Any], int]) -> dict[str, int]:
    if element is None:
        return {}
    names = ((side.tag[len(W) :], side) for side in element)
    return {_LOGICAL_SIDES.get(name, name): measure(side) for name, side in names}


def _margin(element: Any) -> int:
    return twips(element.get(W + "w"))
