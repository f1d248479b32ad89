"""Where the words of a block stand in the text: its content lacks the marks of the quotations and lists around."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import dropwhile

from markdown_it.common.utils import MD_TRIM_CHARS

_INDENT = " \t"
_SPACES = re.escape(MD_TRIM_CHARS)  # cut off by the parser at both ends of a block
_EDGE, _HEADING_MARK, _CELL_EDGE = map(re.compile, (f"[{_SPACES}]*", f"#*[{_SPACES}]*", f"[|{_SPACES}]*"))


class Anchors:
    """The way from offsets in the content of a block to offsets in the text."""

    def __init__(self, inner: Sequence[int], outer: Sequence[int]):
        """From each `inner` offset of the content on, up to the next one, the text runs along with it from `outer`."""
        self._inner, self._outer = inner, outer

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of the content, not an empty one, as a span of the text."""
        begins = bisect_right(self._inner, end) > bisect_right(self._inner, end - 1)
        return self._at(start), self._at(end) if begins else self._at(end - 1) + 1

    def gaps(self) -> list[tuple[int, int]]:
        """Spans of the text that the content jumps over."""
        return [(self._at(inner - 1) + 1, outer) for inner, outer in zip(self._inner[1:], self._outer[1:], strict=True)]

    def _at(self, offset: int) -> int:
        number = max(0, bisect_right(self._inner, offset) - 1)
        return self._outer[number] + offset - self._inner[number]


def of_lines(content: str, text: str, lines: Iterable[tuple[int, int]]) -> Anchors:
    """Of a content that are those lines of the text, without the spaces of any kind at both ends."""
    outer = [start for start, _ in dropwhile(lambda line: not text[slice(*line)].strip(MD_TRIM_CHARS), lines)]
    outer[0] = _behind(_EDGE, text, outer[0])
    inner, start = [], 0
    for line in content.split("\n"):
        inner.append(start + len(line) - len(line.lstrip(_INDENT)))
        start += len(line) + 1
    return Anchors(inner, outer[: len(inner)])


def of_heading(text: str, start: int) -> Anchors:
    """Of a heading whose first «#» stands there."""
    return Anchors([0], [_behind(_HEADING_MARK, text, start)])


def of_cell(content: str, text: str, start: int) -> tuple[Anchors, int]:
    """Of a cell of a table, the first one after `start` of the text, and where it ends; it has lost «\\» before «|»."""
    inner, outer, place = list[int](), list[int](), _behind(_CELL_EDGE, text, start)
    for number, sign in enumerate(content):
        is_escaped = sign == "|" and text[place] == "\\"
        place += is_escaped
        if is_escaped or number == 0:
            inner.append(number)
            outer.append(place)
        place += 1
    return Anchors(inner, outer), place


def _behind(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return found.end() if found else start
