"""Sets the body of a Word file piece by piece: letters of one letterhead repeat most, only new ones are parsed."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from answer_builder.errors import CannotRun
from answer_builder.letter.block_setting import BlockSetter, SetBlock
from answer_builder.letter.not_followed import Feature, features
from answer_builder.letter.page_setup import Page, read_page
from answer_builder.letter.plain_paragraphs import PlainParagraphs
from answer_builder.letter.word_blocks import Paragraph
from answer_builder.letter.word_context import Context
from answer_builder.letter.word_styles import W
from answer_builder.office_package import parse_xml

_BODY = b"<w:body>"
_SECTION = b"<w:sectPr"
_TABLE, _TABLE_END = b"<w:tbl>", b"</w:tbl>"
_PARAGRAPH_END = b"</w:p>"
_PIECE_END = b"piece-end"  # the mark between pieces that are parsed together
_BETWEEN = b"<" + _PIECE_END + b"/>"
_MOST_REMEMBERED = 4096
_LONGEST_REMEMBERED = 20_000  # bytes


class CutBody(NamedTuple):
    """The bytes of document.xml: all before the first block, the pieces with one block or some, the last w:sectPr."""

    head: bytes
    pieces: Sequence[bytes]
    tail: bytes


class SetBody(NamedTuple):
    """All blocks of a body broken into lines for its page, and what the estimate does not follow."""

    page: Page
    blocks: list[SetBlock]
    features: list[Feature]


class SetPiece(NamedTuple):
    """The same of one piece."""

    blocks: list[SetBlock]
    features: list[Feature]


def cut_body(xml: bytes) -> CutBody | None:
    """The file cut after each paragraph and each table; None when it does not look like the usual one.

    A cut may be wrong, inside a text box: then the piece is no whole element, which its parsing shows.
    """
    at = xml.find(_BODY) + len(_BODY)
    end = xml.rfind(_SECTION)
    if not len(_BODY) <= at <= end or at + len(xml) - end > _LONGEST_REMEMBERED:
        return None
    head = xml[:at]
    pieces = []
    while at < end:
        mark = _TABLE_END if xml.startswith(_TABLE, at) else _PARAGRAPH_END
        stop = xml.find(mark, at, end)
        stop = stop + len(mark) if stop >= 0 else end
        pieces.append(xml[at:stop])
        at = stop
    return CutBody(head, pieces, xml[end:])


class PieceSetter:
    """Sets bodies with the same head and tail: they mean the same by their names and have the same page."""

    def __init__(self, setter: BlockSetter, head: bytes, tail: bytes):
        self._setter = setter
        self._head, self._tail = head, tail
        self._known: dict[bytes, SetPiece] = {}
        self._plain = PlainParagraphs()
        self._is_utf8 = False
        self._page: tuple[Page, Sequence[Feature]] | None = None

    def set_body(self, pieces: Sequence[bytes], context: Context) -> SetBody | None:
        """None when a piece is not a row of whole elements, or there are several sections."""
        ready = {piece: self._known.get(piece) or self._set_plain(piece, context) for piece in pieces}
        new = [piece for piece, done in ready.items() if done is None]
        parsed = self._parsed(new, context.name) if new or self._page is None else {}
        if self._page is None or parsed is None:
            return None
        page, found = self._page
        blocks: list[SetBlock] = []
        told = [*found]
        for piece in pieces:
            done = ready[piece] or self._set(piece, parsed[piece], page.width, context)
            context.count(blocks=len(done.blocks))
            blocks += done.blocks
            told += done.features
        return SetBody(page, blocks, told)

    def _set_plain(self, piece: bytes, context: Context) -> SetPiece | None:
        paragraph = self._plain.read(piece)
        if paragraph is None or self._page is None:
            return None
        width = self._page[0].width
        return self._remembered(piece, SetPiece(self._setter.set_blocks([paragraph], width, context), []))

    def _parsed(self, pieces: Sequence[bytes], name: str) -> dict[bytes, list[Any]] | None:
        """The elements of each piece. All are parsed at once; marks between them prove that each is whole by itself."""
        together = b"".join((self._head, *(piece + _BETWEEN for piece in pieces), self._tail))
        if together.count(_PIECE_END) != len(pieces):
            return None
        try:
            root = parse_xml(together, name)
        except CannotRun:  # which the file must be told as a whole
            return None
        if [element.tag for element in root] != [W + "body"]:
            return None
        found: list[list[Any]] = [[]]
        for element in root[0]:
            if element.tag.endswith(_PIECE_END.decode()):
                found.append([])
            else:
                found[-1].append(element)
        *elements, last = found
        sections = list(root.iter(W + "sectPr"))
        if len(elements) != len(pieces) or len(sections) != 1 or last != sections:
            return None
        if self._page is None:
            self._page = read_page(sections), features(sections[0])
            self._is_utf8 = root.getroottree().docinfo.encoding.upper() == "UTF-8"
        return dict(zip(pieces, elements, strict=True))

    def _set(self, piece: bytes, elements: Sequence[Any], width: int, context: Context) -> SetPiece:
        uses = context.uses
        read = [block for element in elements for block in self._setter.reader.blocks(element, context)]
        found = [feature for element in elements for feature in features(element)]
        done = SetPiece(self._setter.set_blocks(read, width, context), found)
        if context.uses > uses:
            return done
        if self._is_utf8 and not found and len(read) == 1 and isinstance(read[0], Paragraph):
            self._plain.learn(piece, read[0])
        return self._remembered(piece, done)

    def _remembered(self, piece: bytes, done: SetPiece) -> SetPiece:
        if len(piece) <= _LONGEST_REMEMBERED:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            self._known[piece] = done
        return done


@lru_cache(maxsize=16)
def piece_setter(setter: BlockSetter, head: bytes, tail: bytes) -> PieceSetter:
    """The same one for all letters of a letterhead."""
    return PieceSetter(setter, head, tail)
