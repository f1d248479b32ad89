"""Any text on a Markdown page, so that it is read as it stands."""

import re
from typing import Any

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def plain(text: str) -> str:
    """The text with signs that Markdown would read as its own made harmless; «1)» begins no list."""
    return re.sub(r"^(\d+)([.)])(?=\s)", r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def cell(text: Any) -> str:
    """The same for a cell of a table: on one line."""
    return plain(str(text).replace("\n", " "))
