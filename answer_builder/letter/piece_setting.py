"""Sets a body piece by piece: letters of one letterhead repeat most pieces, only those of a new kind are parsed."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from answer_builder.errors import CannotRun
from answer_builder.letter.block_setting import BlockSetter
from answer_builder.letter.body_pieces import cut_blocks, cut_table, is_one_paragraph
from answer_builder.letter.not_followed import Feature, features
from answer_builder.letter.page_setup import Page, read_page
from answer_builder.letter.plain_paragraphs import PlainParagraphs
from answer_builder.letter.set_block import SetBlock
from answer_builder.letter.word_blocks import Cell, Paragraph, Table
from answer_builder.letter.word_context import Context
from answer_builder.letter.word_styles import W
from answer_builder.office_package import parse_xml

_PIECE_END = b"piece-end"  # the mark between pieces that are parsed together
_BETWEEN = b"<" + _PIECE_END + b"/>"
_MOST_REMEMBERED = 4096
_LONGEST_REMEMBERED = 20_000  # bytes
_MOST_TABLES = 64


class SetBody(NamedTuple):
    """All blocks of a body broken into lines for its page, and what the estimate does not follow."""

    page: Page
    blocks: list[SetBlock]
    features: list[Feature]


class SetPiece(NamedTuple):
    """The same of one piece."""

    blocks: list[SetBlock]
    features: list[Feature]


class _Place(NamedTuple):
    """What lines of a piece depend on beside its bytes."""

    width: int
    table_style: str | None = None


class PieceSetter:
    """Sets bodies with the same head and tail: they mean the same by their names and have the same page."""

    def __init__(self, setter: BlockSetter, head: bytes, tail: bytes):
        self._setter = setter
        self._head, self._tail = head, tail
        self._known: dict[tuple[bytes, _Place], SetPiece] = {}
        self._plain = PlainParagraphs()
        self._tables: dict[tuple[bytes, ...], Table] = {}
        self._is_utf8 = False
        self._page: tuple[Page, Sequence[Feature]] | None = None

    def set_body(self, pieces: Sequence[bytes], context: Context) -> SetBody | None:
        """None when a piece is not a row of whole elements, or there are several sections."""
        place = _Place(self._page[0].width) if self._page else None
        ready = {piece: self._ready(piece, place, context) if place else None for piece in pieces}
        new = [piece for piece, done in ready.items() if done is None]
        parsed = self._parsed(new, context.name) if new or place is None else {}
        if self._page is None or parsed is None:
            return None
        page, found = self._page
        blocks: list[SetBlock] = []
        told = [*found]
        for piece in pieces:
            done = ready[piece] or self._set(piece, parsed[piece], _Place(page.width), context)
            context.count(blocks=len(done.blocks))
            blocks += done.blocks
            told += done.features
        return SetBody(page, blocks, told)

    def _ready(self, piece: bytes, place: _Place, context: Context) -> SetPiece | None:
        """The piece set without parsing: it is known, or a known one with other texts."""
        done = self._known.get((piece, place))
        if done is not None:
            return done
        paragraph = self._plain.read(piece, place.table_style)
        if paragraph is not None:
            done = SetPiece(self._setter.set_blocks([paragraph], place.width, context), [])
        else:
            done = self._ready_table(piece, context)
        return self._remembered(piece, place, done) if done is not None else None

    def _ready_table(self, piece: bytes, context: Context) -> SetPiece | None:
        cut = cut_table(piece)
        table = self._tables.get(cut.frame) if cut else None
        if cut is None or table is None:
            return None
        contents: dict[Any, list[SetBlock]] = {}
        found: list[Feature] = []
        for cell, content in zip(_cells(table), cut.contents, strict=True):
            done = self._ready_content(content, _Place(cell.width, table.style), context)
            if done is None:
                return None
            contents[cell.element] = done.blocks
            found += done.features
            context.count(blocks=len(done.blocks))
        return SetPiece(self._setter.set_table(table, lambda cell: contents[cell.element]), found)

    def _ready_content(self, content: bytes, place: _Place, context: Context) -> SetPiece | None:
        known = self._known.get((content, place))
        if known is not None:
            return known
        blocks: list[SetBlock] = []
        found: list[Feature] = []
        for piece in cut_blocks(content, 0, len(content)):
            done = self._ready(piece, place, context)
            if done is None:
                return None
            blocks += done.blocks
            found += done.features
        return self._remembered(content, place, SetPiece(blocks, found))

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

    def _set(self, piece: bytes, elements: Sequence[Any], place: _Place, context: Context) -> SetPiece:
        uses = context.uses
        read = [block for each in elements for block in self._setter.reader.blocks(each, context, place.table_style)]
        found = [feature for element in elements for feature in features(element)]
        done = SetPiece(self._setter.set_blocks(read, place.width, context), found)
        if context.uses > uses:
            return done
        if self._is_utf8 and not found and len(read) == 1 and len(piece) <= _LONGEST_REMEMBERED:
            if isinstance(read[0], Paragraph):
                self._plain.learn(piece, place.table_style, read[0])
            else:
                self._learn_table(piece, read[0])
        return self._remembered(piece, place, done)

    def _learn_table(self, piece: bytes, table: Table) -> None:
        """Remember the table and what stands in its cells, provided that the cut bytes and the parsed cells match."""
        cut = cut_table(piece)
        cells = _cells(table)
        if cut is None or len(cut.contents) != len(cells):
            return
        inside: list[tuple[bytes, Any, _Place]] = []
        for cell, content in zip(cells, cut.contents, strict=True):
            tags = [element.tag for element in cell.element]
            pieces = cut_blocks(content, 0, len(content))
            if tags != [W + "tcPr", *[W + "p"] * len(pieces)]:
                return
            paragraphs = cell.element[1:]
            inside += [(*pair, _Place(cell.width, table.style)) for pair in zip(pieces, paragraphs, strict=True)]
        if not all(is_one_paragraph(inner) for inner, _, _ in inside):
            return
        if len(self._tables) >= _MOST_TABLES:
            self._tables.clear()
        self._tables[cut.frame] = table
        context = Context("", {})
        for inner, element, place in inside:
            if (inner, place) not in self._known:
                self._set(inner, [element], place, context)

    def _remembered(self, piece: bytes, place: _Place, done: SetPiece) -> SetPiece:
        if len(piece) <= _LONGEST_REMEMBERED:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            self._known[piece, place] = done
        return done


def _cells(table: Table) -> list[Cell]:
    return [cell for row in table.rows for cell in row.cells]


@lru_cache(maxsize=16)
def piece_setter(setter: BlockSetter, head: bytes, tail: bytes) -> PieceSetter:
    """The same one for all letters of a letterhead."""
    return PieceSetter(setter, head, tail)
