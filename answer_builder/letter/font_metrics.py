"""Widths of characters and heights of lines for the families official letters are typed in."""

import json
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from answer_builder.letter.word_pieces import SOFT_HYPHEN, chunks

# Characters the fonts lack and an office suite draws with a look-alike of its own font.
_DRAWN_AS = {"\u2011": "-"}  # non-breaking hyphen
_WIDE_AS = "Ш"  # anything else the fonts lack: taken for a wide letter
_DEFAULT_FAMILY = "Liberation Serif"
MOST_WORDS = 20_000  # remembered for each font
LONGEST_WORD = 100


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One style of a family; all measures are in 1/2048 of the size."""

    family: str
    style: str
    descent: int
    advances: dict[str, int]

    def width(self, text: str) -> int:
        """Sum of advances: office suites apply no kerning unless a letter asks for it."""
        advances = self.advances
        try:
            return sum([advances[character] for character in text])
        except KeyError:
            return sum(self._advance(character) for character in text)

    def _advance(self, character: str) -> int:
        known = self.advances.get(character)
        return self.advances[_DRAWN_AS.get(character, _WIDE_AS)] if known is None else known


class _Words(dict[str, tuple[float, ...]]):
    """Word → widths of its pieces in twips; one piece when no line may end inside it. Letters repeat their words."""

    def __init__(self, font: "Font"):
        super().__init__()
        self._font = font

    def __missing__(self, word: str) -> tuple[float, ...]:
        widths = tuple(map(self._font.width, chunks(word)))
        if len(self) >= MOST_WORDS:
            self.clear()
        if len(word) <= LONGEST_WORD:
            self[word] = widths
        return widths


@dataclass(frozen=True, slots=True, eq=False)
class Font:
    """A face at a size; heights and widths are in twips (1/20 of a point); `height` is that of a single-spaced line.

    `spacing` is added to every letter, `stretch` is the width of letters in hundredths of the usual one, `kerns` tells
    whether pairs of letters are drawn together; `unknown` is the family asked for when another one is measured.
    """

    face: Face
    half_points: int
    height: int
    spacing: int = 0
    stretch: int = 100
    kerns: bool = False
    unknown: str = ""
    words: _Words = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", _Words(self))

    @property
    def descent(self) -> int:
        """The part of the height under the baseline."""
        return round(self.face.descent * self.half_points * 10 / _UNITS)

    def width(self, text: str) -> float:
        """Width of a word or of spaces."""
        units = self.face.width(text)
        if self.kerns:
            pairs = _kerning(self.face.family, self.face.style)
            units += sum(pairs.get(one + other, 0) for one, other in pairwise(text))
        return units * self.half_points * 10 / _UNITS * self.stretch / 100 + self.spacing * len(text)


@lru_cache(maxsize=512)
def font(
    family: str,
    half_points: int,
    *,
    bold: bool = False,
    italic: bool = False,
    spacing: int = 0,
    stretch: int = 100,
    kerns: bool = False,
) -> Font:
    """The font a document names; an unknown family is measured as the serif one, the usual face of letters."""
    data = _metrics()
    family = family.partition(";")[0].strip()  # a page of the web names several, the best one first
    known = data["stands_for"].get(family, family)
    unknown = "" if known in data["families"] else family
    if unknown:
        known = _DEFAULT_FAMILY
    style = " ".join(name for name, on in (("bold", bold), ("italic", italic)) if on) or "regular"
    height = _line_height(data["families"][known], half_points)
    return Font(_face(known, style), half_points, height, spacing, stretch, kerns, unknown)


def _line_height(family: dict[str, Any], half_points: int) -> int:
    """As LibreOffice rounds it: 322 twips for 14 pt; a size out of the measured ones by the font's own metrics."""
    index = half_points - int(_metrics()["line_heights_from"])
    heights: list[int] = family["line_heights"]
    if 0 <= index < len(heights):
        return heights[index]
    units = family["ascent"] + family["descent"] + family["line_gap"]
    return round(float(units) * half_points * 10 / _UNITS)


@cache
def _face(family: str, style: str) -> Face:
    data = _metrics()["families"][family]
    tables = (_metrics()["drawn_with_another_font"], data[style])
    advances = {char: int(width) for table in tables for width, chars in table.items() for char in chars}
    advances[SOFT_HYPHEN] = 0  # invisible inside a line
    return Face(family, style, data["descent"], advances)


@cache
def _kerning(family: str, style: str) -> dict[str, int]:
    """Pairs of characters that stand closer or wider than their advances say."""
    grouped = _data("font_kerning.json")["families"].get(family, {}).get(style, {})
    return {pairs[at : at + 2]: int(units) for units, pairs in grouped.items() for at in range(0, len(pairs), 2)}


@cache
def _metrics() -> dict[str, Any]:
    return _data("font_metrics.json")


def _data(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(files("answer_builder.letter").joinpath(name).read_text(encoding="utf-8"))
    return data


_UNITS: int = _metrics()["units_per_em"]
