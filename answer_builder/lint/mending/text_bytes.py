"""The bytes of a .txt or .md file mended: its encoding, its mark at the beginning and its line ends stay."""

import codecs
import re

from answer_builder.errors import CannotRun
from answer_builder.lint.mending.manuscript import PlainText
from answer_builder.text_encoding import decode

_LINE_END = re.compile(r"\r\n|\r|\n")
_CODECS = {"UTF-8": "utf-8", "Windows-1251": "cp1251"}
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


class TextBytes(PlainText):
    """A manuscript made of a file's bytes; `content` gives them back."""

    def __init__(self, content: bytes, name: str, *, is_markdown: bool):
        text, encoding = decode(content, name)
        self._name = name
        self._mark = next((mark for mark in (codecs.BOM_UTF8, *_UTF16) if content.startswith(mark)), b"")
        self._codec = _UTF16.get(self._mark) or _CODECS[encoding]
        self._line_ends = _LINE_END.findall(text)
        super().__init__(_LINE_END.sub("\n", text), is_markdown=is_markdown)

    @property
    def content(self) -> bytes:
        """The text as bytes; CannotRun when the old encoding lacks a sign that was put in."""
        lines = self.text.split("\n")
        text = "".join(map("".join, zip(lines, (*self._line_ends, ""), strict=True)))
        try:
            return self._mark + text.encode(self._codec)
        except UnicodeEncodeError as error:
            sign = text[error.start : error.end]
            raise CannotRun(f"{self._name}: в кодировке файла нет знака «{sign}». Сохраните его в UTF-8.") from error
