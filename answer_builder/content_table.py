"""A TOML table of a content file, read with care: a wrong field is named with its file and line."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, NoReturn

from answer_builder.errors import BrokenContent
from answer_builder.toml_lines import Path, first_open_line, line_of

_OPEN = ("Unterminated", "Unclosed", 'Expected "')
_WRITTEN_TWICE = ("Cannot overwrite", "Cannot declare", "Duplicate", "Cannot mutate", "Cannot redefine")


def read_toml(file: str, content: str) -> "Table":
    """The root table of a file's text; BrokenContent when it is not TOML."""
    return Table(file, parse_toml(file, content), source=content)


def parse_toml(file: str, content: str) -> dict[str, Any]:
    """The values of a file's text; BrokenContent names the line where it stops being TOML."""
    try:
        return tomllib.loads(content)
    except (ValueError, RecursionError) as error:  # also: a number of thousands of digits, brackets without end
        raise BrokenContent(f"{file}{_trouble(str(error), content)}") from error


def laid_over(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Two tables as one: tables inside are merged field by field; of lists and single values the upper one wins."""
    merged = {**under, **over}
    for key in under.keys() & over.keys():
        if isinstance(under[key], dict) and isinstance(over[key], dict):
            merged[key] = laid_over(under[key], over[key])
    return merged


def _trouble(said: str, content: str) -> str:
    """Where and why the parser gave up; its own words are English."""
    found = re.search(r"at line (\d+)", said)
    is_open = said.startswith(_OPEN) or "(at end of document)" in said
    place = f", строка {found[1] if found and not is_open else first_open_line(content)}"
    if said.startswith(_WRITTEN_TWICE):
        return f"{place}: поле или раздел с таким именем уже есть выше"
    if is_open:
        return f"{place}: не закрыта кавычка или скобка"
    return f"{place}: не читается как TOML. Проверьте кавычки, скобки и знак «=»"


class Table:
    """Hands out fields once each; `close` complains about the fields nobody asked for."""

    def __init__(self, file: str, values: Mapping[str, Any], path: Path = (), *, source: str):
        """`file` and `path` are how messages call the table, `source` is the text in which they look for its line."""
        self.file = file
        self._values = dict(values)
        self._path = tuple(path)
        self._source = source

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        """Names of the fields nobody has asked for yet."""
        return iter(tuple(self._values))

    def fail(self, where: str | Path, problem: str) -> NoReturn:
        """Raise BrokenContent about one field: a key of this table, or a path from it."""
        path = (*self._path, *((where,) if isinstance(where, str) else where))
        line = line_of(self._source, path)
        place = f", строка {line}" if line else ""
        raise BrokenContent(f"{self.file}{place}, поле «{_dotted(path)}»: {problem}")

    def anything(self, key: str) -> Any:
        """The value as it is, or None."""
        return self._values.pop(key, None)

    def text(self, key: str, default: str | None = None) -> str:
        value = self._values.pop(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            self.fail(key, "нужна непустая строка")
        return value

    def choice(self, key: str, choices: tuple[str, ...], default: str | None = None) -> str:
        value = self.text(key, default)
        if value not in choices and value != default:
            self.fail(key, f"«{value}» не подходит, можно: {', '.join(choices)}")
        return value

    def words(self, key: str) -> frozenset[str]:
        """Words of one string, separated by spaces."""
        return frozenset(self.text(key, "").split())

    def integer(self, key: str, default: int | None = None) -> int:
        value = self._values.pop(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            self.fail(key, "нужно целое число")
        return value

    def flag(self, key: str, *, default: bool | None = None) -> bool | None:
        value = self._values.pop(key, default)
        if value is not None and not isinstance(value, bool):
            self.fail(key, "нужно true или false")
        return value

    def day(self, key: str) -> date:
        value = self._values.pop(key, None)
        if not isinstance(value, date) or isinstance(value, datetime):
            self.fail(key, "нужна дата вида 2026-12-15")
        return value

    def strings(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A string or a list of strings; nothing is an empty tuple unless it is required."""
        value = self._values.pop(key, [])
        if isinstance(value, str):
            value = [value] if value else []
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.fail(key, "нужна строка или список строк")
        if required and not value:
            self.fail(key, "нужна хотя бы одна строка")
        return tuple(value)

    def mapping(self, key: str) -> dict[str, tuple[str, ...]]:
        """A table of strings or lists of strings."""
        inner = self.table(key)
        return {name: inner.strings(name) for name in inner}

    def pairs(self, key: str) -> dict[str, str]:
        """A table of strings."""
        inner = self.table(key)
        return {name: inner.text(name) for name in inner}

    def table(self, key: str) -> "Table":
        value = self._values.pop(key, {})
        if not isinstance(value, dict):
            self.fail(key, "нужна таблица")
        return self._inner(value, key)

    def tables(self, key: str) -> list["Table"]:
        value = self._values.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.fail(key, "нужен список таблиц")
        return [self._inner(item, key, number) for number, item in enumerate(value, 1)]

    def record(self, key: str) -> dict[str, Any]:
        """A table of values of any kind, as it is."""
        return dict(self.table(key)._values)

    def merged(self, defaults: Mapping[str, Any]) -> "Table":
        """The same table with the fields of `defaults` where it has none of its own."""
        return Table(self.file, {**defaults, **self._values}, self._path, source=self._source)

    def close(self) -> None:
        """Raise BrokenContent when a field is left that nobody asked for."""
        if self._values:
            self.fail(next(iter(self._values)), "такого поля нет")

    def _inner(self, values: Mapping[str, Any], *steps: str | int) -> "Table":
        return Table(self.file, values, (*self._path, *steps), source=self._source)


def _dotted(path: Path) -> str:
    """("fields", 2, "label") → «fields[2].label»."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
