"""The little language of the catalogue: `{{ field }}` is filled in, `[ … ]` is left out when a field in it is empty."""

import re
from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_VALUE_AND_STOP = re.compile(r"\{\{\s*(\w+)\s*\}\}(\.?)")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


def placeholders(wording: str) -> frozenset[str]:
    """Names of all fields the wording mentions."""
    return frozenset(_PLACEHOLDER.findall(wording))


def obligatory_placeholders(wording: str) -> frozenset[str]:
    """Names mentioned outside square brackets: the wording cannot do without them."""
    return placeholders(_OPTIONAL.sub("", wording))


def expand(wording: str, phrases: Mapping[str, str]) -> str:
    """The wording with the phrases that several letters share written out; a phrase may mention another."""
    while placeholders(wording) & phrases.keys():
        wording = _PLACEHOLDER.sub(lambda match: phrases.get(match[1], match[0]), wording)
    return wording


def fill(wording: str, values: Mapping[str, str]) -> str:
    """The wording with every value put in; KeyError names a value that is missing outside brackets.

    «Готово[ (акт № {{ act }})].» → «Готово (акт № 7).» or «Готово.»; a value that ends its own sentence
    («до 5 мая 2026 г.») keeps its mark and the wording's full stop after it is dropped.
    """

    def optional(match: re.Match[str]) -> str:
        inside = match[1]
        return inside if all(values.get(name) for name in placeholders(inside)) else ""

    def value(match: re.Match[str]) -> str:
        text, stop = values[match[1]], match[2]
        if before := match.string[: match.start()].split():  # «№ {{ number }}» and «№ 5»: the sign stands once
            text = re.sub(rf"^{re.escape(before[-1])}\s+", "", text, flags=re.IGNORECASE)
        return text if text.endswith((".", "!", "?")) else text + stop

    # brackets are resolved on the author's wording, before any typed text (which may hold brackets) comes in
    return _VALUE_AND_STOP.sub(value, _OPTIONAL.sub(optional, wording))
