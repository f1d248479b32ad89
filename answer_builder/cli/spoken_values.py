"""A value of a content file as people write it."""

from typing import Any


def spoken(value: Any) -> str:
    """«12.11.2026», «первое; второе», «письмо | № 5»; an empty text for nothing."""
    if isinstance(value, list | tuple):
        return "; ".join(map(spoken, value))
    if isinstance(value, dict):
        return " | ".join(map(spoken, value.values()))
    if hasattr(value, "strftime"):
        return f"{value:%d.%m.%Y}" if hasattr(value, "year") else f"{value:%H:%M}"
    return "" if value is None else str(value)
