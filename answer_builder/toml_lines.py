"""On which line of a TOML text a field stands; asked only when a message has to name it."""

import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

Path = Sequence[str | int]  # ("fields", 2, "choices", 1, "text"); tables of a list are counted from 1

# What ends a text cut off after a line: nothing between two fields, brackets inside a list of several lines.
# An inline table {…} never goes on to the next line (TOML 1.0), so braces come only between brackets.
_ENDINGS = ("", "]", "]]", "]}]", "]]]")


def line_of(content: str, path: Path) -> int | None:
    """The line (from 1) where the value begins, or the nearest table around it; None when that is the whole text.

    A cut text is read by tomllib itself, so this knows no TOML of its own; the field stands where reading further
    first shows it. `content` must be sound TOML.
    """
    lines = content.replace("\r\n", "\n").split("\n")
    path = path[: _depth(_tree(lines, len(lines))[1], path)]
    if not path:
        return None
    shows = bisect_left(
        range(len(lines) + 1), True, key=lambda count: _depth(_tree(lines, count)[1], path) == len(path)
    )
    return _tree(lines, shows - 1)[0] + 1


def first_open_line(content: str) -> int:
    """The line (from 1) of a field that is not finished when the text ends: a bracket or quotes were never closed."""
    lines = content.replace("\r\n", "\n").split("\n")
    return _tree(lines, len(lines), endings=_ENDINGS[:1])[0] + 1


def _tree(lines: list[str], count: int, endings: Sequence[str] = _ENDINGS) -> tuple[int, dict[str, Any]]:
    """The longest readable beginning of at most `count` lines: how many they are and what they say."""
    for length in range(count, 0, -1):
        for ending in endings:
            try:
                return length, tomllib.loads("\n".join(lines[:length]) + "\n" + ending)
            except (ValueError, RecursionError):
                continue
    return 0, {}


def _depth(tree: Any, path: Path) -> int:
    """How many steps of the path the tree knows."""
    for depth, step in enumerate(path):
        if isinstance(step, int) and isinstance(tree, list) and step <= len(tree):
            tree = tree[step - 1]
        elif isinstance(step, str) and isinstance(tree, dict) and step in tree:
            tree = tree[step]
        else:
            return depth
    return len(path)
