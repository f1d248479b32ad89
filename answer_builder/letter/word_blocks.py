"""The blocks of a Word file that take room on a page, with their measures in twips."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from answer_builder.letter.font_metrics import Font
from answer_builder.letter.line_breaking import Column, Run

PAGE_BREAK = "\f"  # stands for w:br w:type="page" in the text of a run


@dataclass(frozen=True, slots=True)
class ListLevel:
    """The list a paragraph belongs to and its depth from 0."""

    list_id: str
    depth: int


@dataclass(frozen=True, slots=True)
class Shape:
    """What paragraphs of one look share; `column` has no width yet, the page or the cell gives it.

    Borders count with their distance. `text` is the look of runs that say nothing about themselves, `fonts` remembers
    the fonts of runs that do.
    """

    column: Column
    mark: Font
    text: Mapping[str, Any]
    font: Font
    before: int = 0
    after: int = 0
    border_top: int = 0
    border_bottom: int = 0
    line: int = 240
    line_rule: Literal["auto", "atLeast", "exact"] = "auto"
    keep_next: bool = False
    keep_lines: bool = False
    widow_control: bool = True
    starts_page: bool = False
    style: str = ""
    is_contextual: bool = False  # no spacing next to a paragraph of the same style
    is_framed: bool = False
    level: ListLevel | None = None
    fonts: dict[str, tuple[Font | None, bool]] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text in its shape; `notes` are offsets of footnote marks with the ids of the notes."""

    runs: tuple[Run, ...]
    shape: Shape
    ends_page: bool = False
    notes: tuple[tuple[int, str], ...] = ()

    @property
    def text(self) -> str:
        """What the lines are made of."""
        return self.runs[0].text if len(self.runs) == 1 else "".join([run.text for run in self.runs])


@dataclass(frozen=True, slots=True)
class Cell:
    """A box with blocks; `width` is what margins leave for text, `merge` how it belongs to the cell above."""

    element: Any
    width: int
    start: int
    top: int
    bottom: int
    merge: Literal["", "restart", "continue"]


@dataclass(frozen=True, slots=True)
class Row:
    """Cells, the height the row asks for and the borders it takes room for."""

    cells: tuple[Cell, ...]
    height: int
    is_exact: bool
    is_whole: bool
    border_top: int
    border_bottom: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows from top to bottom; `style` is what its paragraphs lean on."""

    rows: tuple[Row, ...]
    style: str | None


def at_page_breaks(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The paragraph cut at the page breaks inside it; a break at either end leaves no empty line behind."""
    pages = _pages(paragraph.runs)
    ends_page = len(pages) > 1 and not pages[-1]
    if ends_page:
        pages.pop()
    starts_page = len(pages) > 1 and not pages[0]
    if starts_page:
        del pages[0]
    shape = paragraph.shape
    for number, runs in enumerate(pages):
        is_first, is_last = number == 0, number == len(pages) - 1
        yield Paragraph(
            runs=tuple(runs),
            shape=replace(
                shape,
                column=shape.column if is_first else replace(shape.column, first=0),
                before=shape.before if is_first else 0,
                after=shape.after if is_last else 0,
                keep_next=shape.keep_next and is_last and not ends_page,
                starts_page=shape.starts_page or starts_page or not is_first,
            ),
            ends_page=ends_page and is_last,
        )


def _pages(runs: tuple[Run, ...]) -> list[list[Run]]:
    pages: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split(PAGE_BREAK)
        if first:
            pages[-1].append(Run(first, run.measure))
        pages += [[Run(other, run.measure)] if other else [] for other in others]
    return pages
