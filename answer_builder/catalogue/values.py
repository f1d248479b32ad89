"""What an executor typed into a field → a typed value, or a ValueError with a Russian sentence."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from urllib.parse import urlsplit

from answer_builder.catalogue.schema import Field
from answer_builder.plain_text import clean, shown

# a full stop that belongs to the last word
_ABBREVIATION = re.compile(
    r"(?:\.\.|\b(?:г|гг|ул|д|кв|стр|корп|руб|коп|тыс|млн|млрд|др|т\.\s?[пд]|п|ст|ч|л|экз|[А-ЯЁ]))\.$"
)

FIRST_YEAR, LAST_YEAR = 1990, 2100  # beyond them a year is a slip of the key

_YEAR = r"(\d{4})(?:\s?г(?:\.|од[ау]?)?)?"
_MONTHS = (
    *("январ[ьяе]", "феврал[ьяе]", "март[ае]?", "апрел[ьяе]", "ма[йяе]", "июн[ьяе]"),
    *("июл[ьяе]", "август[ае]?", "сентябр[ьяе]", "октябр[ьяе]", "ноябр[ьяе]", "декабр[ьяе]"),
)


class _NoSuchDay(ValueError):
    """It looks like a date, and is none."""


@dataclass(frozen=True, slots=True)
class Due:
    """By when: a day, a month or a quarter, with its last day for comparisons."""

    unit: str  # day | month | quarter
    last_day: date


def read_value(field: Field, raw: Any) -> Any:
    """The typed value of one field; None when nothing was given."""
    if raw is None or (isinstance(raw, str) and not raw.strip()) or raw == []:
        return None
    return _READERS[field.type](field, raw)


def read_date(raw: Any) -> date:
    """A date from a date, «2026-12-15» or «15.12.2026»."""
    if isinstance(raw, date):
        return _day(raw.year, raw.month, raw.day)
    text = _as_text(raw)
    if match := re.fullmatch(r"(\d{4})-(\d\d?)-(\d\d?)", text):
        year, month, day = map(int, match.groups())
    elif match := re.fullmatch(r"(\d\d?)\.(\d\d?)\.(\d{4})(?: ?г\.?)?", text):
        day, month, year = map(int, match.groups())
    elif (match := re.fullmatch(rf"(\d\d?)\s+([а-я]+)\s+{_YEAR}", text, re.IGNORECASE)) and _month(match[2]):
        day, month, year = int(match[1]), _month(match[2]), int(match[3])
    else:
        raise ValueError(f"«{shown(text)}» не похоже на дату: нужна дата вида 15.12.2026")
    return _day(year, month, day)


def read_due(raw: Any) -> Due:
    """A term from a date, a month «2026-12» or «12.2026», a quarter «2026-Q4»."""
    text = raw if isinstance(raw, str) else ""
    if match := re.fullmatch(r"\s*(\d{4})-?[QqКк]([1-4])\s*", text):
        return Due("quarter", _last_day_of_month(int(match[1]), 3 * int(match[2])))
    if match := re.fullmatch(rf"\s*(?:в\s+)?([1-4]|I{{1,3}}|IV)\s*кв(?:\.|артал\w?)\s*{_YEAR}\s*", text, re.IGNORECASE):
        quarter = {"I": 1, "II": 2, "III": 3, "IV": 4}.get(match[1].upper()) or int(match[1])
        return Due("quarter", _last_day_of_month(int(match[2]), 3 * quarter))
    if (match := re.fullmatch(rf"\s*(?:в\s+)?([а-я]+)\s+{_YEAR}\s*", text, re.IGNORECASE)) and _month(match[1]):
        return Due("month", _last_day_of_month(int(match[2]), _month(match[1])))
    if match := re.fullmatch(r"\s*(\d{4})-(\d\d?)\s*", text):
        return Due("month", _last_day_of_month(int(match[1]), int(match[2])))
    if match := re.fullmatch(r"\s*(\d\d?)\.(\d{4})\s*", text):
        return Due("month", _last_day_of_month(int(match[2]), int(match[1])))
    try:
        return Due("day", read_date(raw))
    except _NoSuchDay:
        raise
    except ValueError:
        raise ValueError(
            f"«{shown(_as_text(raw))}» не похоже на срок: "
            "нужна дата (15.12.2026), месяц (декабрь 2026) или квартал (IV квартал 2026)"
        ) from None


def _month(word: str) -> int:
    """«декабря», «декабрь», «декабре» → 12; 0 for any other word."""
    return next((number for number, stem in enumerate(_MONTHS, 1) if re.fullmatch(stem, word, re.IGNORECASE)), 0)


def _last_day_of_month(year: int, month: int) -> date:
    if not 1 <= month <= 12:
        raise _NoSuchDay(f"месяца с номером {month} нет в календаре")
    _check_year(year)
    return date(year, month, monthrange(year, month)[1])


def _day(year: int, month: int, day: int) -> date:
    _check_year(year)
    try:
        return date(year, month, day)
    except ValueError:
        raise _NoSuchDay(f"даты «{day:02}.{month:02}.{year}» нет в календаре") from None


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _NoSuchDay(f"год {year} указан неверно: нужен год от {FIRST_YEAR} до {LAST_YEAR}")


def _as_text(raw: Any) -> str:
    if isinstance(raw, bool) or not isinstance(raw, str | int | float | date):
        raise ValueError("нужна одна строка текста")
    return clean(str(raw)).strip()


def _text(_field: Field, raw: Any) -> str:
    return _as_text(raw)


def _phrase(_field: Field, raw: Any) -> str:
    text = _as_text(raw)
    if "\n" in text:
        raise ValueError("нужна одна строка, без переносов")
    return text if _ABBREVIATION.search(text) else text.removesuffix(".")


def _date(_field: Field, raw: Any) -> date:
    return read_date(raw)


def _time(_field: Field, raw: Any) -> time:
    """An hour and minutes from a time, «14:30» or «14.30»."""
    if isinstance(raw, time):
        return time(raw.hour, raw.minute)
    text = _as_text(raw)
    match = re.fullmatch(r"(\d\d?)[:.](\d\d)(?::\d\d)?", text)
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        raise ValueError(f"«{shown(text)}» не похоже на время: нужны часы и минуты, 14:30")
    return time(int(match[1]), int(match[2]))


def _due(_field: Field, raw: Any) -> Due:
    return read_due(raw)


def _number(_field: Field, raw: Any) -> int:
    if isinstance(raw, int) and not isinstance(raw, bool):
        number = raw
    elif isinstance(raw, str) and re.fullmatch(r"\s*\d{1,9}\s*", raw):
        number = int(raw)
    else:
        raise ValueError(f"«{shown(raw)}» – не целое число")
    if number < 1:
        raise ValueError("нужно число больше нуля")
    return number


def _url(_field: Field, raw: Any) -> str:
    text = _as_text(raw)
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme != "https" or not parts.hostname or any(c.isspace() for c in text):
        raise ValueError(f"«{shown(text)}» – не адрес страницы: он начинается с https://")
    return text


def _choice(field: Field, raw: Any) -> str:
    text = _as_text(raw)
    for choice in field.choices:
        if text.casefold() in (choice.key.casefold(), choice.label.casefold()):
            return choice.key
    options = ", ".join(f"{choice.key} («{choice.label}»)" for choice in field.choices)
    raise ValueError(f"«{shown(text)}» не подходит, выберите: {options}")


def _list(field: Field, raw: Any) -> tuple[Any, ...]:
    if isinstance(raw, str):
        items: list[Any] = [line.strip() for line in raw.splitlines() if line.strip()]
    elif isinstance(raw, Mapping):
        items = [raw]
    elif isinstance(raw, list | tuple):
        items = [item for item in raw if item not in ("", None)]
    else:
        raise ValueError("нужен список")
    if len(items) < field.min_items:
        raise ValueError(f"нужно не меньше {field.min_items}, а указано {len(items)}")
    if len(items) > field.max_items:
        raise ValueError(f"можно не больше {field.max_items}, а указано {len(items)}")
    return tuple(_record(field, item) if field.columns else _phrase(field, item) for item in items)


def _record(field: Field, raw: Any) -> dict[str, Any]:
    if isinstance(raw, str):  # a line of the form or a cell of a table: parts divided by «|»
        raw = dict(
            zip((column.key for column in field.columns), (part.strip() for part in raw.split("|")), strict=False)
        )
    if not isinstance(raw, Mapping):
        raise ValueError("каждый пункт списка состоит из частей: " + ", ".join(c.label for c in field.columns))
    known = {column.key for column in field.columns}
    if unknown := [str(key) for key in raw if key not in known]:
        raise ValueError(f"лишняя часть «{unknown[0]}»; есть {', '.join(sorted(known))}")
    record: dict[str, Any] = {}
    for column in field.columns:
        try:
            record[column.key] = read_value(column, raw.get(column.key))
        except ValueError as error:
            raise ValueError(f"«{column.label}»: {error}") from None
        if record[column.key] is None and column.required:
            raise ValueError(f"не заполнено «{column.label}»")
    return record


_READERS: Mapping[str, Callable[[Field, Any], Any]] = {
    "text": _text,
    "phrase": _phrase,
    "date": _date,
    "time": _time,
    "due": _due,
    "list": _list,
    "url": _url,
    "number": _number,
    "choice": _choice,
}
