"""The bytes of a .docx mended: only the letters inside its `w:t` change, every other byte of the text's part stays."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import escape

from answer_builder.errors import CannotRun
from answer_builder.lint.docx_text import body_and_lines, docx_text
from answer_builder.lint.docx_walker import WORD, Piece
from answer_builder.lint.mending.edits import Edit, put_in
from answer_builder.lint.suppression import NOTHING, Silencing
from answer_builder.lint.suppression.word_comments import word_comments
from answer_builder.office_package import LARGEST_WHOLE, OfficePackage, packed

_SPLIT = "текст разделён ссылкой, правкой или рисунком"
_TEXT_NAMES = frozenset(
    f"{namespace} t" for namespace in (WORD.strip("{}"), "http://purl.oclc.org/ooxml/wordprocessingml/main")
)
_START_TAG = re.compile(rb"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_PRESERVE = b' xml:space="preserve"'


class _Place(NamedTuple):
    """A piece, where it is kept and which characters of the text it holds."""

    line: int
    number: int
    start: int
    end: int
    piece: Piece


class DocxBytes:
    """A manuscript made of a .docx; `content` gives the file back."""

    keeps_line_ends = False

    def __init__(self, content: bytes, name: str):
        self._package = OfficePackage(content, name)
        self._unchanged = content
        self._name = name
        body, lines = body_and_lines(content, name)
        texts = body.getroottree().iter(WORD + "t")
        self._numbers = {node: number for number, node in enumerate(texts)}
        self._lines = [[piece for piece in pieces if piece.text] for pieces in lines]
        self._changed: dict[int, str] = {}
        self._places = list(self._find_places())

    @property
    def text(self) -> str:
        return "\n".join("".join(piece.text for piece in line) for line in self._lines)

    @property
    def silencing(self) -> Silencing:
        kinds = {relation.kind for relation in self._package.relations(self._package.main)}
        return word_comments(self.content, self.text) if "comments" in kinds else NOTHING

    def why_closed(self, edit: Edit) -> str:
        pieces = [place.piece for place in self._touched(edit)]
        closed = next((piece.closed for piece in pieces if piece.closed), "")
        return closed or ("" if len({piece.group for piece in pieces}) == 1 else _SPLIT)

    def put(self, edits: Sequence[Edit]) -> None:
        for edit in reversed(edits):
            words = edit.text
            for place in self._touched(edit):
                piece = self._lines[place.line][place.number]
                cut = Edit(max(edit.start, place.start) - place.start, min(edit.end, place.end) - place.start, words)
                changed = replace(piece, text=put_in(piece.text, [cut]))
                self._lines[place.line][place.number] = changed
                self._changed[self._numbers[changed.node]] = changed.text
                words = ""  # what is new stands in the first piece alone
        self._places = list(self._find_places())

    @property
    def content(self) -> bytes:
        """The file; CannotRun when its text would not be the mended one."""
        if not self._changed:
            return self._unchanged
        parts = {part: self._package.read(part, largest=LARGEST_WHOLE) for part in self._package.parts}
        parts[self._package.main] = _rewritten(parts[self._package.main], self._changed)
        content = packed(parts)
        if docx_text(content, self._name) != self.text:
            raise CannotRun(f"{self._name} устроен необычно, исправить его не удалось. Пересохраните его в Word.")
        return content

    def _touched(self, edit: Edit) -> list[_Place]:
        """The pieces that an edit changes; what is put in between two pieces touches both when they do not adjoin."""
        if edit.start < edit.end:
            first = bisect_right(self._places, edit.start, key=lambda place: place.end)
            return list(takewhile(lambda place: place.start < edit.end, self._places_from(first)))
        first = bisect_left(self._places, edit.start, key=lambda place: place.end)
        near = list(takewhile(lambda place: place.start <= edit.start, self._places_from(first)))
        return near[:1] if len({place.piece.group for place in near}) == 1 else near

    def _places_from(self, first: int) -> Iterator[_Place]:
        return (self._places[number] for number in range(first, len(self._places)))

    def _find_places(self) -> Iterator[_Place]:
        start = 0
        for line, pieces in enumerate(self._lines):
            for number, piece in enumerate(pieces):
                yield _Place(line, number, start, start + len(piece.text), piece)
                start += len(piece.text)
            start += 1


def _rewritten(content: bytes, texts: Mapping[int, str]) -> bytes:
    """The XML with other words in some of its `w:t`, told by their number."""
    pieces: list[bytes] = []
    place = 0
    for number, (start, end) in enumerate(_text_elements(content)):
        if number in texts:
            tag = _START_TAG.match(content, start)
            if tag is None or tag.end() > end:
                continue
            opening = tag.group()
            if texts[number] != texts[number].strip() and b"xml:space" not in opening:
                opening = opening[:-1] + _PRESERVE + b">"
            pieces += (content[place:start], opening, escape(texts[number]).encode())
            place = end
    return b"".join((*pieces, content[place:]))


def _text_elements(content: bytes) -> list[tuple[int, int]]:
    """Where each `w:t` begins, and where its closing tag does: offsets in bytes."""
    spans: list[tuple[int, int]] = []
    parser = expat.ParserCreate(namespace_separator=" ")

    def begin(name: str, _: object) -> None:
        if name in _TEXT_NAMES:
            spans.append((parser.CurrentByteIndex, -1))

    def end(name: str) -> None:
        if name in _TEXT_NAMES:
            spans[-1] = (spans[-1][0], parser.CurrentByteIndex)

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.Parse(content, True)
    return spans
