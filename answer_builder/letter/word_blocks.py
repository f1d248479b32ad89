"""The blocks of a Word file that take room on a page: paragraphs and tables, with their measures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from answer_builder.letter.font_metrics import font
from answer_builder.letter.line_breaking import SQUEEZE, Column, Measure, Picture, Run, TabStop
from answer_builder.letter.word_styles import Look, Styles, W, cell_margins, paragraph_look, text_look, twips

_INLINE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
_EMU_PER_TWIP = 635
_AROUND_RUNS = {W + tag for tag in ("hyperlink", "ins", "smartTag", "sdt", "sdtContent", "fldSimple", "moveTo")}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_PAGE_BREAK = "\f"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text, its column without the width (the page or the cell gives it), and spacing in twips."""

    runs: tuple[Run, ...]
    mark: Measure
    column: Column
    before: int
    after: int
    line: int
    line_rule: Literal["auto", "atLeast", "exact"]
    keep_next: bool
    keep_lines: bool
    widow_control: bool
    starts_page: bool
    style: str | None
    is_contextual: bool

    @property
    def text(self) -> str:
        """What the lines are made of."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """Blocks in a box; width and margins in twips; `merge` is how it belongs to the cell above."""

    blocks: tuple["Block", ...]
    width: int
    start: int
    top: int
    bottom: int
    merge: Literal["", "restart", "continue"]


@dataclass(frozen=True, slots=True)
class Row:
    """Cells and the height the row asks for."""

    cells: tuple[Cell, ...]
    height: int
    is_exact: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Rows from top to bottom."""

    rows: tuple[Row, ...]


Block = Paragraph | Table


class BlockReader:
    """Reads blocks with the styles and settings of one file."""

    def __init__(self, styles: Styles, *, default_tab: int = 708, squeezes: bool = False):
        self.styles = styles
        self.default_tab = default_tab
        self.squeezes = squeezes

    def blocks(self, parent: Any, table_style: str | None = None) -> Iterator[Block]:
        """Blocks of a body, a cell, a header."""
        for element in parent:
            if element.tag == W + "p":
                yield from self._paragraph(element, table_style)
            elif element.tag == W + "tbl":
                yield self._table(element)
            elif element.tag in _AROUND_RUNS:
                yield from self.blocks(element, table_style)

    def _paragraph(self, element: Any, table_style: str | None) -> Iterator[Paragraph]:
        """One paragraph, or several when it holds page breaks; none for a framed one: it takes no room."""
        properties = element.find(W + "pPr")
        own = paragraph_look(properties) if properties is not None else {}
        style_element = properties.find(W + "pStyle") if properties is not None else None
        style_id = style_element.get(W + "val") if style_element is not None else self.styles.default_paragraph
        style, table = self.styles.style(style_id), self.styles.style(table_style)
        look = {**self.styles.document.paragraph, **table.paragraph, **style.paragraph, **own}
        if look.get("is_framed"):
            return
        text = {**self.styles.document.text, **table.text, **style.text}
        mark_properties = properties.find(W + "rPr") if properties is not None else None
        mark = {**text, **text_look(mark_properties)} if mark_properties is not None else text
        pages = _split(list(self._runs(element, text)))
        for number, runs in enumerate(pages):
            yield self._laid(
                look,
                tuple(runs),
                _font(mark),
                style_id,
                is_first=number == 0,
                is_last=number == len(pages) - 1,
            )

    def _laid(
        self, look: Look, runs: tuple[Run, ...], mark: Measure, style: str | None, *, is_first: bool, is_last: bool
    ) -> Paragraph:
        stops = sorted((position, kind) for position, kind in look.get("tabs", ()) if kind != "clear")
        column = Column(
            width=0,
            left=look.get("left", 0),
            right=look.get("right", 0),
            first=look.get("first", 0) if is_first else 0,
            tabs=tuple(TabStop(position, _tab_kind(kind)) for position, kind in stops),
            default_tab=self.default_tab,
            squeeze=SQUEEZE if self.squeezes and look.get("jc") in ("both", "distribute") else 0.0,
        )
        return Paragraph(
            runs=runs,
            mark=mark,
            column=column,
            before=look.get("before", 0) if is_first else 0,
            after=look.get("after", 0) if is_last else 0,
            line=look.get("line", 240),
            line_rule=look.get("lineRule", "auto"),
            keep_next=look.get("keepNext", False) and is_last,
            keep_lines=look.get("keepLines", False),
            widow_control=look.get("widowControl", True),
            starts_page=look.get("pageBreakBefore", False) or not is_first,
            style=style,
            is_contextual=look.get("contextualSpacing", False),
        )

    def _runs(self, parent: Any, base: Look) -> Iterator[Run]:
        for element in parent:
            if element.tag == W + "r":
                yield from self._run(element, base)
            elif element.tag in _AROUND_RUNS:
                yield from self._runs(element, base)

    def _run(self, element: Any, base: Look) -> Iterator[Run]:
        properties = element.find(W + "rPr")
        look = base
        if properties is not None and len(properties):
            own = text_look(properties)
            look = {**base, **self.styles.style(own.get("style")).text, **own}
        if look.get("hidden"):
            return
        text = ""
        for child in element:
            tag = child.tag[len(W) :] if isinstance(child.tag, str) else ""
            if tag == "t":
                text += (child.text or "").replace("\n", " ")
            elif tag == "br" and child.get(W + "type") in ("page", "column"):
                text += _PAGE_BREAK
            elif tag in _SIGNS:
                text += _SIGNS[tag]
            elif tag == "drawing" and (inline := child.find(_INLINE)) is not None:
                yield Run(text, _font(look))
                text = ""
                extent = inline.find(_INLINE.replace("inline", "extent"))
                yield Run("\ufffc", Picture(*(int(extent.get(side)) // _EMU_PER_TWIP for side in ("cx", "cy"))))
        yield Run(text.upper() if look.get("caps") else text, _font(look))

    def _table(self, element: Any) -> Table:
        properties = element.find(W + "tblPr")
        style_element = properties.find(W + "tblStyle") if properties is not None else None
        style_id = style_element.get(W + "val") if style_element is not None else self.styles.default_table
        margins = {"left": 108, "right": 108, "top": 0, "bottom": 0} | self.styles.cell_margins(style_id)
        if properties is not None and (own := properties.find(W + "tblCellMar")) is not None:
            margins |= cell_margins(own)
        grid = [twips(column.get(W + "w")) for column in element.iterfind(f"{W}tblGrid/{W}gridCol")]
        rows = tuple(self._row(row, grid, margins, style_id) for row in element.iterfind(W + "tr"))
        return Table(rows)

    def _row(self, element: Any, grid: Sequence[int], margins: dict[str, int], style_id: str | None) -> Row:
        height, is_exact = 0, False
        asked = element.find(f"{W}trPr/{W}trHeight")
        if asked is not None:
            height, is_exact = twips(asked.get(W + "val")), asked.get(W + "hRule") == "exact"
        cells = []
        column = 0
        for cell in element.iterfind(W + "tc"):
            span_element = cell.find(f"{W}tcPr/{W}gridSpan")
            span = int(span_element.get(W + "val")) if span_element is not None else 1
            cells.append(self._cell(cell, sum(grid[column : column + span]), column, margins, style_id))
            column += span
        return Row(tuple(cells), height, is_exact)

    def _cell(self, element: Any, grid_width: int, start: int, margins: dict[str, int], style_id: str | None) -> Cell:
        properties = element.find(W + "tcPr")
        width, merge = grid_width, ""
        if properties is not None:
            asked = properties.find(W + "tcW")
            if not width and asked is not None and asked.get(W + "type", "dxa") == "dxa":
                width = twips(asked.get(W + "w"))  # LibreOffice believes the grid first
            if (own := properties.find(W + "tcMar")) is not None:
                margins = margins | cell_margins(own)
            if (merged := properties.find(W + "vMerge")) is not None:
                merge = merged.get(W + "val", "continue")
        return Cell(
            blocks=tuple(self.blocks(element, style_id)),
            width=width - margins["left"] - margins["right"],
            start=start,
            top=margins["top"],
            bottom=margins["bottom"],
            merge="restart" if merge == "restart" else "continue" if merge else "",
        )


def _font(look: Look) -> Measure:
    return font(look["family"], look["size"], bold=look.get("bold", False), italic=look.get("italic", False))


def _tab_kind(kind: str) -> Literal["left", "right", "center"]:
    if kind in ("right", "end", "decimal"):
        return "right"
    return "center" if kind == "center" else "left"


def _split(runs: list[Run]) -> list[list[Run]]:
    """Runs of each page of a paragraph."""
    pages: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split(_PAGE_BREAK)
        if first:
            pages[-1].append(Run(first, run.measure))
        for other in others:
            pages.append([Run(other, run.measure)] if other else [])
    return pages
