"""A TOML table of a content file, read with care: a missing, unknown or mistyped field is named with its file."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NoReturn

from answer_builder.errors import BrokenContent


def read_toml(file: str, content: str) -> "Table":
    """The root table of a file's text; BrokenContent when it is not TOML."""
    try:
        return Table(file, tomllib.loads(content))
    except tomllib.TOMLDecodeError as error:
        raise BrokenContent(f"{file}: не читается как TOML: {error}") from error


class Table:
    """Hands out fields once each; `close` complains about the fields nobody asked for."""

    def __init__(self, file: str, values: Mapping[str, Any], path: str = ""):
        self.file = file
        self._values = dict(values)
        self._path = path

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        """Names of the fields nobody has asked for yet."""
        return iter(tuple(self._values))

    def fail(self, key: str, problem: str) -> NoReturn:
        """Raise BrokenContent about one field."""
        raise BrokenContent(f"{self.file}, поле «{self._path}{key}»: {problem}")

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
        if not isinstance(value, date):
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
        return Table(self.file, value, f"{self._path}{key}.")

    def tables(self, key: str) -> list["Table"]:
        value = self._values.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.fail(key, "нужен список таблиц")
        return [Table(self.file, item, f"{self._path}{key}[{number}].") for number, item in enumerate(value, 1)]

    def merged(self, defaults: Mapping[str, Any]) -> "Table":
        """The same table with the fields of `defaults` where it has none of its own."""
        return Table(self.file, {**defaults, **self._values}, self._path)

    def close(self) -> None:
        """Raise BrokenContent when a field is left that nobody asked for."""
        if self._values:
            self.fail(next(iter(self._values)), "такого поля нет")
