"""One row of a table → the raw case of its letter: filled cells over what all rows share."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from answer_builder import catalogue
from answer_builder.batch.headings import Column, read_value
from answer_builder.batch.table import Row

# one cell, several lines of the letter; an address may be divided by «;» as well
_SEVERAL = {"addressee.name": re.compile(r"[\r\n]+"), "addressee.post_address": re.compile(r"[;\r\n]+")}


@dataclass(frozen=True, slots=True)
class RowCase:
    """A row's raw case; `sources`: which columns fill a key, `misplaced`: filled cells its answer does not ask for."""

    number: int
    case: Mapping[str, Any]
    sources: Mapping[str, tuple[Column, ...]]
    misplaced: tuple[Column, ...]

    @property
    def key(self) -> str:
        """The number of the appeal, by which people find the row."""
        return str(self.case["incoming"].get("number", ""))


def read_row(row: Row, columns: tuple[Column, ...], common: Mapping[str, Any]) -> RowCase:
    """The case of a row: a filled cell wins over `common`, an empty one leaves it as it is."""
    sources = _sources(columns, row_answer(row, columns, common))
    case = {key: dict(value) if isinstance(value, Mapping) else value for key, value in common.items()}
    case.setdefault("incoming", {})
    for key, found in sources.items():
        if cells := [cell for column in found if (cell := row.cell(column.index))]:
            section, _, name = key.rpartition(".")
            (case.setdefault(section, {}) if section else case)[name] = _value(key, " ".join(cells))
    used = {column for found in sources.values() for column in found}
    misplaced = tuple(column for column in columns if column not in used and row.cell(column.index))
    return RowCase(row.number, case, sources, misplaced)


def row_answer(row: Row, columns: tuple[Column, ...], common: Mapping[str, Any]) -> str | None:
    """The slug of the answer a row asks for; None when there is no such answer."""
    cells = [row.cell(column.index) for column in columns if "answer" in column.meaning.keys]
    slug = read_value("answer", cells[0]) if any(cells) else common.get("answer")
    return slug if isinstance(slug, str) and slug in catalogue.all_answers() else None


@cache
def _sources(columns: tuple[Column, ...], answer: str | None) -> Mapping[str, tuple[Column, ...]]:
    """Key → the columns that fill it in rows with this answer, the parts of a joined value in their order."""
    asked = {f"fields.{field.key}" for field in catalogue.all_answers()[answer].fields} if answer else None
    sources: dict[str, tuple[Column, ...]] = {}
    for column in sorted(columns, key=lambda column: column.meaning.part):
        for key in column.meaning.keys:
            if asked is None or key in asked or not key.startswith("fields."):
                sources[key] = (*sources.get(key, ()), column)
                break
    return sources


def _value(key: str, cell: str) -> str | list[str]:
    if key in _SEVERAL:
        return [line.strip() for line in _SEVERAL[key].split(cell) if line.strip()]
    return read_value(key, cell)
