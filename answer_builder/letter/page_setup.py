"""The room for text on the pages of a Word file: paper, margins, and headers that push the text down."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lxml import etree

from answer_builder.letter.word_styles import W, is_on, twips

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_A4 = {"w": "11906", "h": "16838"}

HeightOf = Callable[[str, int], int]  # relationship id of a header or footer, width -> its height in twips


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Twips for text: width, height on the first page and on the next ones."""

    width: int
    first_height: int
    next_height: int


def read_page_setup(section: Any, height_of: HeightOf) -> PageSetup:
    """The page of a w:sectPr; a header higher than its margin takes room from the text."""
    if section is None:
        section = etree.Element(W + "sectPr")
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")

    def paper(side: str) -> int:
        return twips(size.get(W + side) if size is not None else _A4[side])

    def margin(side: str) -> int:
        return twips(margins.get(W + side)) if margins is not None else 0

    width = paper("w") - margin("left") - margin("right") - margin("gutter")
    title = section.find(W + "titlePg")
    has_title = title is not None and is_on(title)

    def height(page: str) -> int:
        taken = 0
        for kind, side, distance in (("header", "top", "header"), ("footer", "bottom", "footer")):
            taken += abs(margin(side))
            reference = section.find(f'{W}{kind}Reference[@{W}type="{page}"]')
            if reference is not None and margin(side) >= 0:  # a negative margin holds whatever the header is
                taken += max(margin(distance) + height_of(reference.get(_RELATION), width) - margin(side), 0)
        return paper("h") - taken

    return PageSetup(width, height("first" if has_title else "default"), height("default"))
