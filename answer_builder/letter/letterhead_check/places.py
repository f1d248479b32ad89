"""The paragraphs of everything a letterhead prints, each with its place in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from answer_builder.letter.letterhead_check.remark import Place
from answer_builder.letter.tag_paragraphs import words
from answer_builder.letter.word_styles import W, is_on
from answer_builder.office_package import OfficePackage

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_P, _TBL, _TR, _TC = W + "p", W + "tbl", W + "tr", W + "tc"
_BOX = W + "txbxContent"
_SIDES = {"headerReference": "верхний колонтитул", "footerReference": "нижний колонтитул"}
_PAGES = {"default": "", "first": " первой страницы", "even": " чётных страниц"}
_SHOWN = 60  # characters


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph with its words and its place."""

    element: etree._Element
    text: str
    place: Place


class Pages:
    """The letterhead as the check looks at it; parts are parsed once."""

    def __init__(self, package: OfficePackage):
        self.package = package
        self.document: etree._Element = package.xml(package.main)

    @cached_property
    def settings(self) -> etree._Element:
        """w:settings, or an empty element."""
        return self._supporting("settings")

    @cached_property
    def styles(self) -> etree._Element:
        """w:styles, or an empty element."""
        return self._supporting("styles")

    def _supporting(self, name: str) -> etree._Element:
        folder = self.package.main.rpartition("/")[0]
        root: etree._Element | None = self.package.xml(f"{folder}/{name}.xml")
        return etree.Element("none") if root is None else root

    @cached_property
    def colontitles(self) -> Mapping[tuple[str, str], str]:
        """(headerReference, first) → the part; of the first section that has it."""
        related = self.package.related(self.package.main)
        found: dict[tuple[str, str], str] = {}
        for side in _SIDES:
            for reference in self.document.iter(W + side):
                part = related.get(reference.get(RELATION + "id") or "", "")
                if part in self.package.parts:
                    found.setdefault((side, reference.get(W + "type") or "default"), part)
        return found

    @cached_property
    def roots(self) -> Mapping[str, tuple[str, etree._Element]]:
        """Part → how people call it, and its root: the text first, then headers and footers."""
        found = {self.package.main: ("основной текст", self.document)}
        for (side, page), part in self.colontitles.items():
            found.setdefault(part, (_SIDES[side] + _PAGES.get(page, ""), self.package.xml(part)))
        return found

    @cached_property
    def paragraphs(self) -> tuple[Placed, ...]:
        """All of them, empty ones too."""
        return tuple(placed for part, (title, root) in self.roots.items() for placed in _placed(part, title, root))

    @cached_property
    def sections(self) -> tuple[etree._Element, ...]:
        """The w:sectPr of the document."""
        return tuple(self.document.iter(W + "sectPr"))

    @property
    def has_title_page(self) -> bool:
        """The first page has headers of its own."""
        title = self.sections[0].find(W + "titlePg") if self.sections else None
        return title is not None and is_on(title)

    def on_page(self, page: str) -> Iterator[Placed]:
        """The paragraphs of the headers and footers of "first" or "default" pages."""
        parts = {part for (_, of), part in self.colontitles.items() if of == page}
        yield from (placed for placed in self.paragraphs if placed.place.part in parts)

    @property
    def first_page(self) -> Iterator[Placed]:
        """What the first page shows: the text and its own headers and footers."""
        yield from (placed for placed in self.paragraphs if placed.place.part == self.package.main)
        yield from self.on_page("first" if self.has_title_page else "default")

    def find(self, words_of_it: str) -> Place:
        """The first paragraph with these words, or no place."""
        found = (placed.place for placed in self.paragraphs if words_of_it and words_of_it in placed.text)
        return next(found, Place())


def _placed(part: str, title: str, root: etree._Element) -> Iterator[Placed]:
    counted = 0
    tables = {table: number for number, table in enumerate(_outer_tables(root), 1)}
    for number, paragraph in enumerate(root.iter(_P)):
        text = words(paragraph)
        inside = _cell(paragraph, tables) or _box(paragraph)
        if not inside and text.strip():
            counted += 1
        where = inside or (f"абзац {counted}" if part.endswith("document.xml") and text.strip() else "")
        shown = text.strip() if len(text.strip()) <= _SHOWN else f"{text.strip()[:_SHOWN]}…"
        yield Placed(paragraph, text, Place(part, number, ", ".join(filter(None, (title, where))), shown))


def _outer_tables(root: etree._Element) -> Iterator[etree._Element]:
    return (table for table in root.iter(_TBL) if next(table.iterancestors(_TBL), None) is None)


def _cell(paragraph: etree._Element, tables: Mapping[etree._Element, int]) -> str:
    """«таблица 1, строка 2, ячейка 3» of the outer table."""
    ancestors = list(paragraph.iterancestors())
    outer = next((element for element in reversed(ancestors) if element.tag == _TBL), None)
    if outer is None:
        return ""
    depth = ancestors.index(outer)
    row = next((element for element in reversed(ancestors[:depth]) if element.tag == _TR), None)
    cell = next((element for element in reversed(ancestors[:depth]) if element.tag == _TC), None)
    if row is None or cell is None:
        return f"таблица {tables[outer]}"
    row_number = [element for element in outer.iter(_TR) if next(element.iterancestors(_TBL)) is outer].index(row) + 1
    cells = [element for element in row.iter(_TC) if next(element.iterancestors(_TR)) is row]
    return f"таблица {tables[outer]}, строка {row_number}, ячейка {cells.index(cell) + 1}"


def _box(paragraph: etree._Element) -> str:
    return "надпись" if next(paragraph.iterancestors(_BOX), None) is not None else ""
