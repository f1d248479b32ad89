"""Cuts document.xml into pieces that repeat from letter to letter: paragraphs, tables, contents of cells."""

from collections.abc import Sequence
from typing import NamedTuple

_BODY = b"<w:body>"
_SECTION = b"<w:sectPr"
_TABLE, _TABLE_END = b"<w:tbl>", b"</w:tbl>"
_CELL_BEGINS, _CELL_END = b"</w:tcPr>", b"</w:tc>"
_PARAGRAPHS, _PARAGRAPH_END = (b"<w:p>", b"<w:p ", b"<w:p/>"), b"</w:p>"
_LONGEST_EDGES = 20_000  # bytes


class CutBody(NamedTuple):
    """The bytes of document.xml: all before the first block, the pieces with one block or some, the last w:sectPr."""

    head: bytes
    pieces: Sequence[bytes]
    tail: bytes


class CutTable(NamedTuple):
    """The bytes of a table: those around the contents of its cells, and the contents."""

    frame: tuple[bytes, ...]
    contents: Sequence[bytes]


def cut_body(xml: bytes) -> CutBody | None:
    """The file cut after each paragraph and each table; None when it does not look like the usual one.

    A cut may be wrong, inside a text box: then the piece is no whole element, which its parsing shows.
    """
    start = xml.find(_BODY) + len(_BODY)
    end = xml.rfind(_SECTION)
    if not len(_BODY) <= start <= end or start + len(xml) - end > _LONGEST_EDGES:
        return None
    if _TABLE_END + _TABLE in xml:  # tables that are one
        return None
    return CutBody(xml[:start], cut_blocks(xml, start, end), xml[end:])


def cut_blocks(xml: bytes, start: int, end: int) -> list[bytes]:
    """The bytes from `start` to `end` cut after each paragraph and each table."""
    pieces = []
    while start < end:
        mark = _TABLE_END if xml.startswith(_TABLE, start) else _PARAGRAPH_END
        stop = xml.find(mark, start, end)
        stop = stop + len(mark) if stop >= 0 else end
        pieces.append(xml[start:stop])
        start = stop
    return pieces


def cut_table(xml: bytes) -> CutTable | None:
    """The piece cut at its cells; None when it is no table, or has what only looks like tags."""
    if not xml.startswith(_TABLE) or b"<!" in xml or b"<?" in xml:
        return None
    first, *cells = xml.split(_CELL_BEGINS)
    cut = [cell.partition(_CELL_END) for cell in cells]
    return CutTable((first, *(after for _, _, after in cut)), [content for content, _, _ in cut])


def is_one_paragraph(piece: bytes) -> bool:
    """A paragraph with no other one inside or beside it."""
    return piece.startswith(_PARAGRAPHS) and sum(map(piece.count, _PARAGRAPHS)) == 1
