"""The blocks of a Word file that take room on a page, with their measures in twips."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from answer_builder.letter.line_breaking import Column, Measure, Run

PAGE_BREAK = "\f"  # stands for w:br w:type="page" in the text of a run


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text and spacing; `column` has no width yet, the page or the cell gives it. Borders count with their distance."""

    runs: tuple[Run, ...]
    mark: Measure
    column: Column
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
    ends_page: bool = False
    style: str | None = None
    is_contextual: bool = False

    @property
    def text(self) -> str:
        """What the lines are made of."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """Blocks in a box; `width` is what margins leave for text, `merge` how it belongs to the cell above."""

    blocks: tuple["Block", ...]
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
    border_top: int
    border_bottom: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows from top to bottom."""

    rows: tuple[Row, ...]


Block = Paragraph | Table


def at_page_breaks(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The paragraph cut at the page breaks inside it; a break at either end leaves no empty line behind."""
    pages = _pages(paragraph.runs)
    ends_page = len(pages) > 1 and not pages[-1]
    if ends_page:
        pages.pop()
    starts_page = len(pages) > 1 and not pages[0]
    if starts_page:
        del pages[0]
    for number, runs in enumerate(pages):
        is_first, is_last = number == 0, number == len(pages) - 1
        yield replace(
            paragraph,
            runs=tuple(runs),
            column=paragraph.column if is_first else replace(paragraph.column, first=0),
            before=paragraph.before if is_first else 0,
            after=paragraph.after if is_last else 0,
            keep_next=paragraph.keep_next and is_last and not ends_page,
            starts_page=paragraph.starts_page or starts_page or not is_first,
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
