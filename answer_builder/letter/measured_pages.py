"""How many pages the real LibreOffice makes of letters."""

import re
import zlib
from collections.abc import Sequence

from answer_builder.letter.libreoffice import convert

_PAGE = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_LARGEST_STREAM = 10_000_000


def measure(documents: Sequence[bytes]) -> list[int | str]:
    """Pages of each .docx in order, or a Russian sentence on why there is no PDF; CannotRun without LibreOffice."""
    return [count_pages(made.content) if made.content else made.problem for made in convert(documents, "pdf")]


def count_pages(pdf: bytes) -> int:
    """Pages of a PDF that LibreOffice wrote; newer versions pack the objects of pages into streams."""
    return len(_PAGE.findall(pdf)) or sum(len(_PAGE.findall(_unpacked(packed))) for packed in _STREAM.findall(pdf))


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream, _LARGEST_STREAM)
    except zlib.error:  # a picture or a font
        return b""
