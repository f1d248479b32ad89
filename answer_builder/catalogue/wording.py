"""The little language of the catalogue: `{{ field }}` is filled in, `[ … ]` is left out when a field in it is empty."""

import re
from collections.abc import Callable, Mapping

_PLACEHOLDER = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


def placeholders(wording: str) -> frozenset[str]:
    """Names of all fields the wording mentions."""
    return frozenset(_PLACEHOLDER.findall(wording))


def obligatory_placeholders(wording: str) -> frozenset[str]:
    """Names mentioned outside square brackets: the wording cannot do without them."""
    return placeholders(_OPTIONAL.sub("", wording))


def fill(wording: str, values: Mapping[str, str]) -> str:
    """The wording with every value put in; KeyError names a value that is missing outside brackets.

    «Готово[ (акт № {{ act }})].» → «Готово (акт № 7).» or «Готово.»
    """

    def optional(match: re.Match[str]) -> str:
        inside = match[1]
        return inside if all(values.get(name) for name in placeholders(inside)) else ""

    # brackets are resolved on the author's wording, before any typed text (which may hold brackets) comes in
    return _PLACEHOLDER.sub(_look_up(values), _OPTIONAL.sub(optional, wording))


def _look_up(values: Mapping[str, str]) -> Callable[[re.Match[str]], str]:
    def value(match: re.Match[str]) -> str:
        return values[match[1]]

    return value
