"""What is wrong in a table's rows, told as people find it on a sheet: «строка 7, столбец D «Срок»: …»."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LONGEST = 600  # characters; a message may quote what was typed, and a cell may hold a novel
ROWS_NAMED = 10


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing wrong in a row; `place` is empty when no column of the table is to blame."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that must not become a letter, with everything wrong in it."""

    number: int
    key: str
    complaints: tuple[Complaint, ...]


def complaint_lines(refused: Iterable[RefusedRow]) -> list[str]:
    """One line for each bad cell, by rows; a fault without a column that many rows share is told once."""
    found: dict[tuple[int, Complaint], list[int]] = {}
    for row in refused:
        for complaint in row.complaints:
            found.setdefault((row.number if complaint.place else 0, complaint), []).append(row.number)
    return [
        f"{name_rows(rows)}{', ' if complaint.place else ': '}{complaint}" for (_, complaint), rows in found.items()
    ]


def one_line(message: str) -> str:
    """The message fit for a terminal or a cell: no control characters; a long quotation loses its middle."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in message).split())
    half = LONGEST // 2
    return line if len(line) <= LONGEST else f"{line[:half]} … {line[-half:]}"


def name_rows(rows: Sequence[int]) -> str:
    """«строка 7», «строки 7, 9», and of many the first ten."""
    if len(rows) == 1:
        return f"строка {rows[0]}"
    rest = f" и ещё {len(rows) - ROWS_NAMED}" if len(rows) > ROWS_NAMED else ""
    return f"строки {', '.join(map(str, rows[:ROWS_NAMED]))}{rest}"
