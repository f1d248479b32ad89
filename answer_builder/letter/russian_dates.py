"""Dates and terms as a letter says them; parts that belong together are joined by a no-break space."""

from datetime import date

from answer_builder.catalogue import Due

_GENITIVE = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
_PREPOSITIONAL = "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре".split()
_ROMAN = ("I", "II", "III", "IV")


def in_words(day: date) -> str:
    """2026-12-15 → «15 декабря 2026 г.»"""
    return f"{day.day}\N{NO-BREAK SPACE}{_GENITIVE[day.month - 1]} {day.year}\N{NO-BREAK SPACE}г."


def in_digits(day: date) -> str:
    """2026-12-15 → «15.12.2026», the form of requisites."""
    return day.strftime("%d.%m.%Y")


def by_when(due: Due) -> str:
    """«до 15 декабря 2026 г.», «в декабре 2026 года», «в IV квартале 2026 года»."""
    last = due.last_day
    if due.unit == "day":
        return f"до {in_words(last)}"
    if due.unit == "month":
        return f"в {_PREPOSITIONAL[last.month - 1]} {last.year}\N{NO-BREAK SPACE}года"
    return f"в {_ROMAN[(last.month - 1) // 3]}\N{NO-BREAK SPACE}квартале {last.year}\N{NO-BREAK SPACE}года"
