"""Reads a table of a Word file: widths of cells, margins inside them, heights and borders of rows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
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


def read_table(element: Any, styles: Styles) -> Table:
    """The table of a w:tbl."""
    look = _table_look(element, styles)
    rows = list(element.iterfind(W + "tr"))
    return Table(tuple(_row(rows, number, look) for number in range(len(rows))), look.style)


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


def _row(rows: Sequence[Any], number: int, look: _TableLook) -> Row:
    element = rows[number]
    height, is_exact = 0, False
    whole = element.find(f"{W}trPr/{W}cantSplit")
    asked = element.find(f"{W}trPr/{W}trHeight")
    if asked is not None:
        height, is_exact = twips(asked.get(W + "val")), asked.get(W + "hRule") == "exact"
    cells = []
    column = 0
    for cell in element.iterfind(W + "tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        next_column = column + (twips(span.get(W + "val")) if span is not None else 1)
        cells.append(_cell(cell, column, sum(look.grid[column:next_column]), look))
        column = next_column
    is_first, is_last = number == 0, number == len(rows) - 1
    above = () if is_first else _cell_borders(rows[number - 1], "bottom", None)
    inner = look.borders.get("insideH", 0)
    top = look.borders.get("top", 0) if is_first else inner
    return Row(
        cells=tuple(cells),
        height=height,
        is_exact=is_exact,
        is_whole=whole is not None and is_on(whole),
        border_top=max((*above, *_cell_borders(element, "top", top)), default=0),
        # the border between two rows is counted once, with the lower row
        border_bottom=max(_cell_borders(element, "bottom", look.borders.get("bottom", 0)), default=0) if is_last else 0,
    )


def _cell(element: Any, column: int, grid_width: int, look: _TableLook) -> Cell:
    properties = element.find(W + "tcPr")
    width, margins = grid_width, look.margins
    merge: Literal["", "restart", "continue"] = ""
    if properties is not None:
        asked = properties.find(W + "tcW")
        if not width and asked is not None and asked.get(W + "type", "dxa") == "dxa":
            width = twips(asked.get(W + "w"))  # LibreOffice believes the grid first
        margins = {**margins, **_sides(properties.find(W + "tcMar"), _margin)}
        merged = properties.find(W + "vMerge")
        if merged is not None:
            merge = "restart" if merged.get(W + "val") == "restart" else "continue"
    return Cell(
        element=element,
        width=width - margins["left"] - margins["right"],
        start=column,
        top=margins["top"],
        bottom=margins["bottom"],
        merge=merge,
    )


def _cell_borders(row: Any, side: str, otherwise: int | None) -> Iterable[int]:
    """Widths of one border of each cell; a cell without its own has the table's."""
    for cell in row.iterfind(W + "tc"):
        own = cell.find(f"{W}tcPr/{W}tcBorders/{W}{side}")
        if own is not None:
            yield border_width(own)
        elif otherwise is not None:
            yield otherwise


def _sides(element: Any, measure: Callable[[Any], int]) -> dict[str, int]:
    if element is None:
        return {}
    names = ((side.tag[len(W) :], side) for side in element)
    return {_LOGICAL_SIDES.get(name, name): measure(side) for name, side in names}


def _margin(element: Any) -> int:
    return twips(element.get(W + "w"))
