"""The room for text on the pages of a Word file: paper, margins, and headers that push the text down."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from lxml import etree

from answer_builder.letter.word_styles import W, is_on, twips

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MARGINS = ("top", "right", "bottom", "left", "gutter", "header", "footer")
_A4 = {"w": "11906", "h": "16838"}
_NO_SECTION = etree.Element(W + "sectPr")
_EDITOR_MARKS = {W + tag for tag in ("pPr", "bookmarkStart", "bookmarkEnd", "proofErr")}

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
        properties = element.find(f"{W}pPr/{W}sectPr") if element.tag == W + "p" else None
        if properties is None or not elements or elements[0].tag == W + "tbl" or not _is_bare(element):
            elements.append(element)  # an empty paragraph that ends a section takes no room after others
        if properties is not None:
            sections.append(Section(elements, properties, _goes_on(properties)))
            elements = []
    return [*sections, Section(elements, last, _goes_on(last))]


def _goes_on(properties: Any) -> bool:
    kind = properties.find(W + "type")
    return kind is not None and kind.get(W + "val") in ("continuous", "nextColumn")


def _is_bare(paragraph: Any) -> bool:
    """Is there nothing in it but the marks of the editor, and no page it asks for?"""
    begins_page = paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None
    return not begins_page and all(child.tag in _EDITOR_MARKS for child in paragraph)


class Page(NamedTuple):
    """What a w:sectPr says of the paper, in twips, and the relation ids of its headers and footers by page."""

    paper_height: int
    width: int
    margin: Mapping[str, int]
    has_title: bool
    headers: Mapping[tuple[str, str], str]

    def setup(self, height_of: HeightOf) -> PageSetup:
        """The room for text: a header higher than its margin takes some of it."""
        next_height = self._height("default", height_of)
        return PageSetup(self.width, self._height("first", height_of) if self.has_title else next_height, next_height)

    def _height(self, page: str, height_of: HeightOf) -> int:
        taken = 0
        for kind, side in (("header", "top"), ("footer", "bottom")):
            margin = self.margin[side]
            taken += abs(margin)
            relation = self.headers.get((kind, page))
            if relation is not None and margin >= 0:  # a negative margin holds whatever the header is
                taken += max(self.margin[kind] + height_of(relation, self.width) - margin, 0)
        return self.paper_height - taken


def read_page(sections: Sequence[Any]) -> Page:
    """The page of the last w:sectPr; what it does not say of headers the ones before it do."""
    section = sections[-1]
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")

    def paper(side: str) -> int:
        return twips(size.get(W + side) if size is not None else _A4[side])

    margin = {side: twips(margins.get(W + side)) if margins is not None else 0 for side in _MARGINS}
    width = paper("w") - margin["left"] - margin["right"] - margin["gutter"]
    title = section.find(W + "titlePg")
    headers = {
        (kind, reference.get(W + "type", "default")): reference.get(_RELATION, "")
        for each in sections
        for kind in ("header", "footer")
        for reference in reversed(each.findall(f"{W}{kind}Reference"))
    }
    return Page(paper("h"), width, margin, title is not None and is_on(title), headers)
