"""What the headings of a table mean: dotted keys, labels of the catalogue, and the words of `columns.toml`."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from answer_builder import catalogue
from answer_builder.batch.table import Table, column_place
from answer_builder.errors import CannotRun
from answer_builder.letter.case_keys import case_fields


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading stands for: keys it may fill (the row's answer decides which), its part of a joined value."""

    heading: str
    keys: tuple[str, ...]
    part: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table that fills something; `place` names it for people."""

    index: int
    heading: str
    meaning: Meaning

    @property
    def place(self) -> str:
        return column_place(self.index, self.heading)


def fold(text: str) -> str:
    """Letters and digits only, in lower case, ё as е: «Ф. И. О.» → «фио»."""
    plain = unicodedata.normalize("NFC", text).casefold().replace("ё", "е").replace("№", "номер")
    return re.sub(r"[\W_]+", "", plain)


def is_known(heading: str) -> bool:
    """True when the heading says what its column is for, or that the column is not needed."""
    return fold(heading) in _known() or fold(heading) in _ignored()


def read_value(key: str, cell: str) -> str:
    """The cell's text, or the word of the case that people mean by it: «Ж» → «f», a title → its answer's slug."""
    return _values().get(key, {}).get(fold(cell), cell)


def understand(table: Table) -> tuple[Column, ...]:
    """The columns that fill a case; CannotRun with every column that is unknown, repeated or has no heading."""
    faults: list[str] = []
    columns: list[Column] = []
    for index, heading in enumerate(table.headings):
        place = column_place(index, heading)
        if not heading.strip():
            if rows := [row.number for row in table.rows if row.cell(index)]:
                faults.append(f"{place}: нет заголовка, а в строке {rows[0]} что-то написано")
        elif fold(heading) in _ignored():
            continue
        elif (meaning := _known().get(fold(heading))) is None:
            faults.append(f"{place}: такого столбца нет.{_did_you_mean(heading)}")
        else:
            column = Column(index, heading, meaning)
            if twin := next((earlier for earlier in columns if _overlap(earlier.meaning, meaning)), None):
                faults.append(f"{twin.place} и {place} – об одном и том же: оставьте один")
            columns.append(column)
    if faults:
        how = ", ".join(table.detected)
        raise CannotRun("\n  ".join([f"{table.name} ({how}). Исправьте столбцы, потом проверим строки:", *faults]))
    return tuple(columns)


def _overlap(one: Meaning, other: Meaning) -> bool:
    are_parts_of_one_value = one.part and other.part and one.part != other.part
    return bool(set(one.keys) & set(other.keys)) and not are_parts_of_one_value


def _did_you_mean(heading: str) -> str:
    close = get_close_matches(fold(heading), _known(), n=1, cutoff=0.6)
    return f" Возможно, вы имели в виду «{_known()[close[0]].heading}»?" if close else ""


@cache
def _columns() -> Mapping[str, Any]:
    return tomllib.loads(files("answer_builder.batch").joinpath("columns.toml").read_text(encoding="utf-8"))


@cache
def _ignored() -> frozenset[str]:
    return frozenset(map(fold, _columns()["ignored"]))


@cache
def _known() -> Mapping[str, Meaning]:
    """Folded heading → meaning; a label that several answers share may fill a field of each."""
    headings: dict[str, tuple[str, list[str]]] = {}

    def add(heading: str, key: str) -> None:
        keys = headings.setdefault(fold(heading), (heading, []))[1]
        if key not in keys:
            keys.append(key)

    for key, words in _columns()["headings"].items():
        for word in words:
            add(word, key)
    fields = {**case_fields()}
    for answer in catalogue.all_answers().values():
        for field in answer.fields:
            add(field.label, f"fields.{field.key}")
            add(f"fields.{field.key}", f"fields.{field.key}")
    for key, field in fields.items():
        add(field.label, key)
    for key in {*_columns()["headings"], *fields}:
        add(key, key)
    known = {folded: Meaning(heading, tuple(keys)) for folded, (heading, keys) in headings.items()}
    for key, parts in _columns()["joined"].items():
        known |= {fold(part): Meaning(part, (key,), number) for number, part in enumerate(parts, 1)}
    return known


@cache
def _values() -> Mapping[str, Mapping[str, str]]:
    words = {key: {fold(word): value for word, value in table.items()} for key, table in _columns()["values"].items()}
    return {**words, "answer": {fold(answer.title): answer.slug for answer in catalogue.all_answers().values()}}
