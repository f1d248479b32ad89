"""Paragraphs that differ from a known one in their plain text only: they need no parsing."""

import re
from typing import NamedTuple

from answer_builder.letter.line_breaking import Measure, Run
from answer_builder.letter.word_blocks import Paragraph, Shape

_TEXT_END = b"</w:t>"
_NOT_PLAIN = re.compile("[\x00-\x1f<>&\ufffe\uffff]")  # what XML forbids in a text or gives a meaning
_MOST_KNOWN = 256


class _Cut(NamedTuple):
    """The bytes around the only text of a paragraph, and the text."""

    around: tuple[bytes, bytes]
    text: str


class PlainParagraphs:
    """Remembers the bytes around a text with the look they give it; the bytes are of XML in UTF-8."""

    def __init__(self) -> None:
        self._known: dict[tuple[bytes, bytes, str | None], tuple[Shape, Measure]] = {}

    def read(self, xml: bytes, table_style: str | None) -> Paragraph | None:
        """The paragraph; None when no like one was learned."""
        cut = _cut(xml)
        known = self._known.get((*cut.around, table_style)) if cut else None
        if cut is None or known is None:
            return None
        shape, measure = known
        return Paragraph((Run(cut.text, measure),), shape)

    def learn(self, xml: bytes, table_style: str | None, paragraph: Paragraph) -> None:
        """Learn from a paragraph that was parsed, provided that its text was taken from these bytes as it stands."""
        cut = _cut(xml) if xml.count(_TEXT_END) == 1 else None
        if cut is None or len(paragraph.runs) != 1 or paragraph.text != cut.text or cut.text == cut.text.upper():
            return  # a text in capitals does not show whether the paragraph asks for them
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        self._known[*cut.around, table_style] = paragraph.shape, paragraph.runs[0].measure


def _cut(xml: bytes) -> _Cut | None:
    end = xml.rfind(_TEXT_END)
    start = xml.rfind(b">", 0, end) + 1
    if not 0 < start < end:
        return None
    try:
        text = xml[start:end].decode()
    except UnicodeDecodeError:
        return None
    return None if _NOT_PLAIN.search(text) else _Cut((xml[:start], xml[end:]), text)
