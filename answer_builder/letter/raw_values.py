"""The raw values of a case by dotted key → typed values; what is wrong with them is collected."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from answer_builder import catalogue
from answer_builder.catalogue import Field
from answer_builder.errors import Fault
from answer_builder.plain_text import clean, shown

SECTIONS = ("incoming", "addressee", "executor", "fields")


class RawValues:
    """Hands out the values of one case and remembers the faults."""

    def __init__(self, raw: Mapping[str, Any]):
        self.faults: list[Fault] = []
        self._broken = {key for key in SECTIONS if not isinstance(raw.get(key, {}), Mapping)}
        self._flat = dict(_flatten({key: value for key, value in raw.items() if key not in self._broken}))
        for key in self._broken:
            self.fault(key, f"«{key}» – это раздел с полями, а не одно значение или список")

    def fault(self, key: str, message: str, hint: str = "") -> None:
        self.faults.append(Fault(key, message, hint))

    def has_fault(self, key: str) -> bool:
        """True when this key, or the section it belongs to, is already known to be wrong."""
        return key.partition(".")[0] in self._broken or any(fault.key == key for fault in self.faults)

    def is_given(self, key: str) -> bool:
        return bool(self._flat.get(key))

    def choose(self, key: str, options: Iterable[str], default: str | None) -> str | None:
        """The option named in the case, or None after a fault."""
        given = self._flat.get(key)
        given = default if given in (None, "") else given
        if given is None:
            self.fault(key, f"не выбран ответ; есть {', '.join(options)}")
        elif not isinstance(given, str) or given not in options:
            hint = _did_you_mean(shown(given), options)
            self.fault(key, f"«{shown(given)}» не найдено.{hint} Есть {', '.join(options)}")
        else:
            return given
        return None

    def refuse_unknown(self, known: Iterable[str]) -> None:
        known = list(known)
        for key in self._flat:
            if key not in known:
                self.fault(key, f"такого поля нет.{_did_you_mean(key, known)}")

    def value(self, field: Field, key: str) -> Any:
        """The typed value of one key, or None after a fault (or when an optional field is empty)."""
        try:
            value = catalogue.read_value(field, self._flat.get(key))
            if value is None and field.default:
                value = catalogue.read_value(field, field.default)
        except ValueError as error:
            self.fault(key, f"«{field.label}»: {error}")
            return None
        if value is None and field.required and not self.has_fault(key):
            self.fault(key, f"не заполнено «{field.label}»", field.hint)
        return value

    def lines(self, field: Field, key: str) -> tuple[str, ...]:
        """The paragraphs of a list key; a string is split at its line ends."""
        raw = self._flat.get(key)
        raw = [] if raw in (None, "") else raw
        items = raw.splitlines() if isinstance(raw, str) else raw
        if not isinstance(items, list | tuple) or not all(isinstance(item, str) for item in items):
            self.fault(key, f"«{field.label}»: нужен список строк")
            return ()
        try:
            lines = tuple(line for item in items if (line := clean(item).strip()))
        except ValueError as error:
            self.fault(key, f"«{field.label}»: {error}")
            return ()
        if len(lines) > field.max_items:
            self.fault(key, f"«{field.label}»: можно не больше {field.max_items}, а указано {len(lines)}")
            return ()
        return lines

    def records(self, key: str) -> list[Mapping[str, Any]]:
        """The tables of a list key, none after a fault."""
        raw = self._flat.get(key)
        items = [] if raw in (None, "") else raw
        if not isinstance(items, list | tuple) or not all(isinstance(item, Mapping) for item in items):
            self.fault(key, f"«{key}» – это список разделов: в TOML каждый начинается с [[{key}]]")
            return []
        return list(items)

    def names(self, field: Field, key: str) -> str | None:
        """The people of one key as one line, joined by «;»: a string as it is, or a list of names."""
        raw = self._flat.get(key)
        if isinstance(raw, list | tuple):
            if not all(isinstance(name, str) for name in raw):
                self.fault(key, f"«{field.label}»: нужен список имён, а в нём есть «{shown(_first_foreign(raw))}»")
                return None
            self._flat[key] = "; ".join(name for name in raw if name.strip())
        name: str | None = self.value(field, key)
        return name


def _first_foreign(items: Iterable[object]) -> object:
    foreign = next(item for item in items if not isinstance(item, str))
    return "null" if foreign is None else foreign


def _flatten(raw: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Dotted keys of the two-level case: sections become `section.key`; a list field keeps its records."""
    for key, value in raw.items():
        if isinstance(value, Mapping) and not prefix and key in SECTIONS:
            yield from _flatten(value, f"{key}.")
        else:
            yield f"{prefix}{key}", value


def _did_you_mean(word: str, options: Iterable[str]) -> str:
    close = get_close_matches(word, list(options), n=1, cutoff=0.6)
    return f" Возможно, вы имели в виду «{close[0]}»?" if close else ""
