"""The executor mark: bottom left of the last page, inside the bottom margin (001 6.2; GOST R 7.0.97 requisite 25).

A framed paragraph placed just before the signature and pinned to the page by a fixed height never changes the
page count (notes on page layout, section 1). Its height depends on how many lines the mark needs.
"""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from answer_builder.errors import BrokenContent, Fault, Refused
from answer_builder.letter.large_print import enlarge
from answer_builder.letter.short_form import spell_out
from answer_builder.letter.word_styles import twips
from answer_builder.office_package import packed

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT, _STYLES = "word/document.xml", "word/styles.xml"
_CLOSEST_TO_EDGE = 340  # twips, 6 mm: what printers leave blank
_BELOW_TEXT = 84  # twips between the text area and the mark
_SMALLER_SIZES = (20, 18, 16)  # half-points: 10, 9, 8 pt, when the letterhead's own size leaves no room
_LINE_HEIGHT = 1.15  # of the font size, Times New Roman
_WIDEST_LETTER = 0.56  # of the font size, mean width of Cyrillic text with room to spare
MARK_STRIP = 544  # twips of the bottom margin that two lines of 10 pt take
_NO_STYLES = f'<w:styles xmlns:w="{_W[1:-1]}"/>'.encode()


@dataclass(frozen=True, slots=True)
class Mark:
    """Where the mark stands: `y` in twips from the top of the page, `size` in half-points."""

    y: int
    size: int


@dataclass(frozen=True, slots=True)
class Letterhead:
    """A prepared letterhead: the template's bytes and what `place_mark` has to know of its page, in twips."""

    template: bytes
    page_height: int
    bottom_margin: int
    mark_width: int
    mark_size: int  # half-points, the size the letterhead gives the mark


def place_mark(lines: Sequence[str], letterhead: Letterhead) -> Mark:
    """Height and size at which the lines fit between the text and the printable edge, the largest size first.

    Raises Refused when the executor's position and department are too long even for the smallest size.
    """
    top = letterhead.page_height - letterhead.bottom_margin + _BELOW_TEXT
    for size in (letterhead.mark_size, *(size for size in _SMALLER_SIZES if size < letterhead.mark_size)):
        points = size / 2
        printed = sum(_printed_lines(line, points, letterhead.mark_width) for line in lines)
        height = round(printed * points * 20 * _LINE_HEIGHT)
        if top + height <= letterhead.page_height - _CLOSEST_TO_EDGE:
            return Mark(top, size)
    problem = "отметка об исполнителе не помещается на нижнем поле листа: сократите должность и отдел"
    raise Refused([Fault("executor.position", problem)])


def prepare(template: bytes, *, large_print: bool) -> Letterhead:
    """The letterhead spelled out, with the mark's height and size made placeholders, and 16 pt text when asked for."""
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    document = etree.fromstring(parts[_DOCUMENT])
    spell_out(document)
    marks = _marks(document)
    frame = marks[0].find(f"{_W}pPr/{_W}framePr")
    mark_size = _number(marks[0].find(f"{_W}r/{_W}rPr/{_W}sz"), "val")
    mark_width = _number(frame, "w")
    if large_print:
        styles = etree.fromstring(parts.get(_STYLES, _NO_STYLES))
        mark_size = round(mark_size * enlarge(document, styles))
        if _STYLES in parts:
            parts[_STYLES] = _written(styles)
    for mark in marks:
        for frame in mark.iter(f"{_W}framePr"):
            frame.set(f"{_W}y", "{{ executor_mark_y }}")
        for size in mark.iter(f"{_W}sz", f"{_W}szCs"):
            size.set(f"{_W}val", "{{ executor_mark_size }}")
    parts[_DOCUMENT] = _written(document)
    return Letterhead(
        template=packed(parts),
        page_height=_number(document.find(f".//{_W}pgSz"), "h"),
        bottom_margin=_number(document.find(f".//{_W}pgMar"), "bottom"),
        mark_width=mark_width,
        mark_size=mark_size,
    )


def _marks(document: etree._Element) -> list[etree._Element]:
    """The framed paragraphs of the mark; a letterhead has two, for letters with attachments and without."""
    marks = [
        paragraph
        for paragraph in document.iter(f"{_W}p")
        if paragraph.find(f"{_W}pPr/{_W}framePr") is not None
        and any("executor_mark" in (text.text or "") for text in paragraph.iter(f"{_W}t"))
    ]
    if not marks:
        problem = "на бланке нет отметки об исполнителе: поставьте {{ executor_mark }} отдельным абзацем после подписи"
        raise BrokenContent(problem)
    return marks


def _number(element: etree._Element | None, name: str) -> int:
    value = None if element is None else element.get(f"{_W}{name}")
    if value is None:
        raise BrokenContent(f"на бланке не указан размер «{name}»: место отметки об исполнителе не вычислить")
    return twips(value)


def _printed_lines(line: str, points: float, width: int) -> int:
    """How many lines a text takes in the frame; counts a little too much rather than too little."""
    return max(1, -int(-len(line) * points * 20 * _WIDEST_LETTER // width))


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
