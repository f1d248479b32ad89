"""A TOML table read with care: a missing, unknown or mistyped field is named with its file."""

from collections.abc import Mapping
from typing import Any, NoReturn

from answer_builder.errors import BrokenContent


class Table:
    """Hands out fields once each; `close` complains about the fields nobody asked for."""

    def __init__(self, file: str, values: Mapping[str, Any], path: str = ""):
        self.file = file
        self._values = dict(values)
        self._path = path

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def fail(self, key: str, problem: str) -> NoReturn:
        raise BrokenContent(f"Правило {self.file}, поле «{self._path}{key}»: {problem}.")

    def text(self, key: str, default: str | None = None) -> str:
        value = self._values.pop(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            self.fail(key, "нужна непустая строка")
        return value

    def choice(self, key: str, choices: tuple[str, ...], default: str | None = None) -> str:
        value = self.text(key, default)
        if value not in choices:
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

    def strings(self, key: str) -> tuple[str, ...]:
        """A string or a list of strings; nothing is an empty tuple."""
        value = self._values.pop(key, [])
        if isinstance(value, str):
            value = [value] if value else []
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.fail(key, "нужна строка или список строк")
        return tuple(value)

    def mapping(self, key: str) -> dict[str, tuple[str, ...]]:
        """A table of strings or lists of strings."""
        value = self._values.pop(key, {})
        if not isinstance(value, dict):
            self.fail(key, "нужна таблица")
        inner = Table(self.file, value, f"{self._path}{key}.")
        return {name: inner.strings(name) for name in value}

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

    def close(self) -> None:
        if self._values:
            self.fail(next(iter(self._values)), "такого поля нет")
