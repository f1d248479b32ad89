"""What a Word file says about the look of a paragraph and of its text, styles and defaults included."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MEASURE = re.compile(r"(?P<number>-?\d{1,9}(?:\.\d{1,9})?)(?P<unit>mm|cm|in|pt|pc|pi|)")
_TWIPS_IN = {"": 1, "pt": 20, "pc": 240, "pi": 240, "in": 1440, "cm": 1440 / 2.54, "mm": 1440 / 25.4}
_OFF = {"0", "false", "off", "none"}
_PARAGRAPH_FLAGS = {
    "keepNext",
    "keepLines",
    "widowControl",
    "pageBreakBefore",
    "contextualSpacing",
    "suppressAutoHyphens",
}
_LINES_OF_BORDER = {"double": 3, "thinThickSmallGap": 1.5, "thickThinSmallGap": 1.5}  # width in simple lines
_TEXT_FLAGS = {"b": "bold", "i": "italic", "caps": "caps", "smallCaps": "small_caps", "vanish": "hidden"}
_LARGEST_SIZE = 3276  # half-points, as in Word
_AUTOSPACING = 280  # twips, 14 pt: spacing of a paragraph made for the web

Look = Mapping[str, Any]


@lru_cache(maxsize=4096)
def twips(value: str | None) -> int:
    """A measure of the file as whole twips: "709", "12.5", "1.25cm"; what is not a measure is nothing."""
    found = _MEASURE.fullmatch(value or "")
    return round(float(found["number"]) * _TWIPS_IN[found["unit"]]) if found else 0


def is_on(element: Any) -> bool:
    """<w:b/> and <w:b w:val="1"/> are on, <w:b w:val="0"/> is off."""
    return element.get(W + "val", "1") not in _OFF


def paragraph_look(properties: Any) -> dict[str, Any]:
    """What one w:pPr says by itself."""
    look: dict[str, Any] = {}
    for element in properties:
        tag = element.tag[len(W) :] if isinstance(element.tag, str) else ""
        if tag in _PARAGRAPH_FLAGS:
            look[tag] = is_on(element)
        elif tag == "spacing":
            look.update(_spacing(element))
        elif tag == "ind":
            look.update(_indents(element))
        elif tag == "jc":
            look["jc"] = element.get(W + "val")
        elif tag == "tabs":
            look["tabs"] = tuple((twips(t.get(W + "pos")), t.get(W + "val")) for t in element.iterfind(W + "tab"))
        elif tag == "framePr":
            look["is_framed"] = True
        elif tag == "numPr":
            look["list"] = _value(element, "numId") or "", _value(element, "ilvl")
        elif tag == "pStyle":
            look["style"] = element.get(W + "val")
        elif tag == "pBdr":
            look.update(_borders(element))
    return look


def _spacing(element: Any) -> dict[str, Any]:
    look: dict[str, Any] = {}
    for name in ("before", "after", "line"):
        if element.get(W + f"{name}Autospacing", "0") not in _OFF:
            look[name] = _AUTOSPACING
        elif (value := element.get(W + name)) is not None:
            look[name] = twips(value)
    if (rule := element.get(W + "lineRule")) is not None:
        look["lineRule"] = rule
    return look


def _indents(element: Any) -> dict[str, int]:
    names = {"left": "left", "start": "left", "right": "right", "end": "right", "firstLine": "first"}
    look = {ours: twips(value) for theirs, ours in names.items() if (value := element.get(W + theirs)) is not None}
    if (hanging := element.get(W + "hanging")) is not None:
        look["first"] = -twips(hanging)
    return look


def _borders(element: Any) -> dict[str, int]:
    look = {}
    for side in ("top", "bottom"):
        if (border := element.find(W + side)) is not None:
            width = border_width(border)
            look[f"border_{side}"] = width + twips(border.get(W + "space")) * 20 if width else 0
    return look


def border_width(element: Any) -> int:
    """Room a border takes, in twips."""
    kind = element.get(W + "val", "none")
    if kind in ("none", "nil"):
        return 0
    return round(twips(element.get(W + "sz")) * 20 / 8 * _LINES_OF_BORDER.get(kind, 1))


def text_look(properties: Any) -> dict[str, Any]:
    """What one w:rPr says by itself."""
    look: dict[str, Any] = {}
    for element in properties:
        tag = element.tag[len(W) :] if isinstance(element.tag, str) else ""
        if tag in _TEXT_FLAGS:
            look[_TEXT_FLAGS[tag]] = is_on(element)
        elif tag == "sz":
            look["size"] = min(twips(element.get(W + "val")), _LARGEST_SIZE)
        elif tag == "rFonts":
            if family := _family(element):
                look["family"] = family
        elif tag == "spacing":
            look["spacing"] = twips(element.get(W + "val"))
        elif tag == "kern":
            look["kerns"] = twips(element.get(W + "val")) > 0
        elif tag == "w":
            look["stretch"] = twips((element.get(W + "val") or "").rstrip("%")) or 100
        elif tag == "vertAlign":
            look["raised"] = element.get(W + "val") in ("superscript", "subscript")
        elif tag == "rStyle":
            look["style"] = element.get(W + "val")
    return look


def _family(element: Any) -> str:
    """The font of Cyrillic letters; one of the theme comes out as "+minor" or "+major"."""
    for script in ("hAnsi", "ascii"):
        if theme := element.get(f"{W}{script}Theme"):
            return f"+{theme[:5]}"
        if family := element.get(W + script):
            return str(family)
    return ""


def _value(element: Any, name: str) -> str | None:
    found = element.find(W + name)
    return found.get(W + "val") if found is not None else None


@dataclass(frozen=True, slots=True)
class Style:
    """One style with everything it inherits."""

    paragraph: Look
    text: Look


class Styles:
    """The styles of one file; each is put together once."""

    def __init__(self, root: Any):
        self._elements = {style.get(W + "styleId"): style for style in root.iterfind(W + "style")}
        self._ready: dict[str, Style] = {}
        self.default_paragraph = self._default("paragraph")
        self.default_table = self._default("table")
        defaults = root.find(W + "docDefaults")
        says_nothing = defaults is None or defaults.find(W + "rPrDefault") is None
        self.document = Style(
            _first(defaults, f"{W}pPrDefault/{W}pPr", paragraph_look),
            # LibreOffice kerns the text of a file without defaults; Word always writes them
            {"family": "Times New Roman", "size": 20, "kerns": says_nothing}
            | _first(defaults, f"{W}rPrDefault/{W}rPr", text_look),
        )

    def style(self, style_id: str | None, seen: tuple[str, ...] = ()) -> Style:
        """The style without the document's defaults; an unknown one adds nothing, nor one that rests on itself."""
        if style_id is None or style_id not in self._elements:
            return _NOTHING
        if style_id not in self._ready:
            element = self._elements[style_id]
            based_on = element.find(W + "basedOn")
            rests_on = based_on.get(W + "val") if based_on is not None else None
            parent = _NOTHING if rests_on in seen else self.style(rests_on, (*seen, style_id))
            self._ready[style_id] = Style(
                {**parent.paragraph, **_first(element, W + "pPr", paragraph_look)},
                {**parent.text, **_first(element, W + "rPr", text_look)},
            )
        return self._ready[style_id]

    def table_properties(self, style_id: str | None) -> list[Any]:
        """Every w:tblPr of a table style, from what it rests on to its own."""
        found: list[Any] = []
        seen: set[str] = set()
        while style_id is not None and style_id in self._elements and style_id not in seen:
            seen.add(style_id)
            element = self._elements[style_id]
            if (properties := element.find(W + "tblPr")) is not None:
                found.insert(0, properties)
            based_on = element.find(W + "basedOn")
            style_id = based_on.get(W + "val") if based_on is not None else None
        return found

    def _default(self, kind: str) -> str | None:
        for style_id, element in self._elements.items():
            if element.get(W + "type") == kind and element.get(W + "default", "0") not in _OFF:
                return str(style_id)
        return None


_NOTHING = Style({}, {})


def _first(element: Any, path: str, read: Any) -> dict[str, Any]:
    found = element.find(path) if element is not None else None
    return read(found) if found is not None else {}
