"""What every reader makes of its file: headings and rows of plain text, numbered as Excel shows them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One row with something in it; `number` is the one at the left edge of the sheet (the heading is usually 1)."""

    number: int
    cells: tuple[str, ...]

    def cell(self, index: int) -> str:
        """The text of a cell without spaces around it; empty where the row is shorter."""
        return self.cells[index].strip() if index < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """A whole table; `detected` says how the file was read: «кодировка UTF-8», «разделитель – запятая»."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    detected: tuple[str, ...]


def column_letter(index: int) -> str:
    """The letters over a column: 0 → A, 25 → Z, 26 → AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_place(index: int, heading: str = "") -> str:
    """«столбец C «Срок»», or the letter alone when the column has no heading."""
    named = f" «{heading.strip()}»" if heading.strip() else ""
    return f"столбец {column_letter(index)}{named}"
