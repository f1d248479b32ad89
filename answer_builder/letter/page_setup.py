"""The room for text on the pages of a Word file: paper, margins, and headers that push the text down."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from answer_builder.letter.word_styles import W, is_on, twips

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MARGINS = ("top", "right", "bottom", "left", "gutter", "header", "footer")
_A4 = {"w": "11906", "h": "16838"}
_NO_SECTION = etree.Element(W + "sectPr")

HeightOf = Callable[[str, int], int]  # relationship id of a header or footer, width -> its height in twips


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Twips for text: width, height on the first page and on the next ones."""

    width: int
    first_height: int
    next_height: int


@dataclass(frozen=True, slots=True)
class Section:
    """Block elements that share a page setup; `properties` is its w:sectPr."""

    elements: Sequence[Any]
    properties: Any
    goes_on: bool  # on the page where the section before it ended


def read_sections(body: Any) -> list[Section]:
    """The sections of a body in order; nearly every letter has one."""
    own = body.find(W + "sectPr")
    last = own if own is not None else _NO_SECTION
    if sum(1 for _ in body.iter(W + "sectPr")) == (own is not None):
        return [Section(body, last, goes_on=False)]
    sections: list[Section] = []
    elements: list[Any] = []
    for element in body:
        elements.append(element)
        properties = element.find(f"{W}pPr/{W}sectPr") if element.tag == W + "p" else None
        if properties is not None:
            sections.append(Section(elements, properties, _goes_on(properties)))
            elements = []
    return [*sections, Section(elements, last, _goes_on(last))]


def _goes_on(properties: Any) -> bool:
    kind = properties.find(W + "type")
    return kind is not None and kind.get(W + "val") in ("continuous", "nextColumn")


def read_page_setup(sections: Sequence[Any], height_of: HeightOf) -> PageSetup:
    """The page of the last w:sectPr; what it does not say of headers the ones before it do.

    A header higher than its margin takes room from the text.
    """
    section = sections[-1]
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")

    def paper(side: str) -> int:
        return twips(size.get(W + side) if size is not None else _A4[side])

    margin = {side: twips(margins.get(W + side)) if margins is not None else 0 for side in _MARGINS}
    width = paper("w") - margin["left"] - margin["right"] - margin["gutter"]
    title = section.find(W + "titlePg")
    has_title = title is not None and is_on(title)

    def height(page: str) -> int:
        taken = 0
        for kind, side in (("header", "top"), ("footer", "bottom")):
            taken += abs(margin[side])
            reference = _reference(sections, kind, page)
            if reference is not None and margin[side] >= 0:  # a negative margin holds whatever the header is
                taken += max(margin[kind] + height_of(reference.get(_RELATION), width) - margin[side], 0)
        return paper("h") - taken

    next_height = height("default")
    return PageSetup(width, height("first") if has_title else next_height, next_height)


def _reference(sections: Sequence[Any], kind: str, page: str) -> Any:
    for section in reversed(sections):
        for reference in section.iterfind(f"{W}{kind}Reference"):
            if reference.get(W + "type", "default") == page:
                return reference
    return None
