"""Numbers and marks of list items, as numbering.xml defines them."""

from dataclasses import dataclass, field
from typing import Any

from answer_builder.letter.word_context import Context
from answer_builder.letter.word_styles import Look, W, paragraph_look, text_look, twips

_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"  # office suites skip ё, й, ъ, ы, ь
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_SUFFIXES = {"space": " ", "nothing": ""}
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: «%1.%2)», the look of its paragraphs and of the number itself."""

    format: str = "decimal"
    text: str = ""
    suffix: str = "\t"
    start: int = 1
    paragraph: Look = field(default_factory=dict)
    number: Look = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _List:
    counted_as: str
    levels: tuple[Level, ...]


class Numbering:
    """The lists of one file."""

    def __init__(self, root: Any):
        patterns = {element.get(W + "abstractNumId"): element for element in root.iterfind(W + "abstractNum")}
        self._lists = {element.get(W + "numId"): _read_list(element, patterns) for element in root.iterfind(W + "num")}

    def level(self, list_id: str, depth: int) -> Level | None:
        """The level of a list; None when there is no such list."""
        found = self._lists.get(list_id)
        return found.levels[min(depth, len(found.levels) - 1)] if found and found.levels else None

    def label(self, list_id: str, depth: int, context: Context) -> str:
        """The number of the next item with what follows it: «2.1.» and a tab."""
        found = self._lists[list_id]
        depth = min(depth, len(found.levels) - 1)
        level = found.levels[depth]
        numbers = context.next_number(found.counted_as, depth, tuple(each.start for each in found.levels))
        text = level.text
        for place in range(depth + 1):
            if f"%{place + 1}" in text:
                text = text.replace(f"%{place + 1}", _written(numbers[place], found.levels[place].format))
        return text + level.suffix if text else ""


def _read_list(element: Any, patterns: dict[str | None, Any]) -> _List:
    reference = element.find(W + "abstractNumId")
    pattern_id = reference.get(W + "val") if reference is not None else None
    pattern = patterns.get(pattern_id)
    levels = [_read_level(level) for level in pattern.iterfind(W + "lvl")][:_DEEPEST] if pattern is not None else []
    overrides = list(element.iterfind(W + "lvlOverride"))
    for override in overrides:
        depth = twips(override.get(W + "ilvl"))
        own = override.find(W + "lvl")
        if own is not None and depth < len(levels):
            levels[depth] = _read_level(own)
    counted_as = f"num {element.get(W + 'numId')}" if overrides else f"pattern {pattern_id}"
    return _List(counted_as, tuple(levels))


def _read_level(element: Any) -> Level:
    def value(name: str, otherwise: str) -> str:
        found = element.find(W + name)
        return found.get(W + "val", otherwise) if found is not None else otherwise

    paragraph, number = element.find(W + "pPr"), element.find(W + "rPr")
    return Level(
        format=value("numFmt", "decimal"),
        text=value("lvlText", ""),
        suffix=_SUFFIXES.get(value("suff", "tab"), "\t"),
        start=twips(value("start", "1")),
        paragraph=paragraph_look(paragraph) if paragraph is not None else {},
        number=text_look(number) if number is not None else {},
    )


def _written(number: int, form: str) -> str:
    if form == "none":
        return ""
    if number < 1:
        return str(number)
    match form:
        case "lowerLetter" | "upperLetter":
            text = _LATIN[(number - 1) % len(_LATIN)] * ((number - 1) // len(_LATIN) + 1)
        case "russianLower" | "russianUpper":
            text = _RUSSIAN[(number - 1) % len(_RUSSIAN)] * ((number - 1) // len(_RUSSIAN) + 1)
        case "lowerRoman" | "upperRoman":
            text = _roman(number)
        case "decimalZero":
            text = f"{number:02}"
        case _:
            text = str(number)
    return text.upper() if form.startswith("upper") or form.endswith("Upper") else text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * min(number // value, 9)
        number %= value
    return text
