"""How many pages a finished letter takes, told from the .docx alone, without LibreOffice.

Not followed yet: text wrapped around floating pictures, tables and frames, list numbers, footnotes, columns, several
sections, table borders, letter-spacing, automatic hyphenation, theme fonts; other fonts than Times New Roman and
Arial (and their Liberation twins) are measured as Times New Roman.
"""

import posixpath
import zlib
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from answer_builder.errors import CannotRun
from answer_builder.letter.block_setting import SetBlock, set_blocks, stack_height
from answer_builder.letter.page_setup import PageSetup, read_page_setup
from answer_builder.letter.pagination import LastPage, paginate
from answer_builder.letter.sentences import sentence_at
from answer_builder.letter.word_reader import BlockReader
from answer_builder.letter.word_styles import Styles, W, twips
from answer_builder.model import PageEstimate

_USUAL_LINE = 322  # twips, 14 pt: for a file that has text in tables only
_SQUEEZING_MODE = 15  # Word 2013: a justified line may squeeze its spaces


# what a zip that is none, is cut short or holds broken XML answers with
_DAMAGED = (
    BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    LookupError,
    ValueError,
    AttributeError,
    TypeError,
    etree.LxmlError,
)
_BIGGEST_PART = 10_000_000  # bytes of one part once unpacked, whatever the archive's directory claims
_MOST_PARTS = 2_000


def estimate(docx: bytes, *, squeezes: bool | None = None) -> PageEstimate:
    """Pages, free text lines under the last block, and the sentence the last page begins with.

    `squeezes`: whether the office suite squeezes spaces of justified lines; by default as the file asks for.
    LibreOffice before 24.2 never does. Raises CannotRun when the bytes are not a Word file.
    """
    try:
        with ZipFile(BytesIO(docx)) as archive:
            names = archive.namelist()
            if len(names) > _MOST_PARTS:
                raise ValueError("too many parts")
            parts = {name: _read(archive, name) for name in names if _is_needed(name)}
        body = _parse(parts["word/document.xml"]).find(W + "body")
        reader = _reader(parts.get("word/styles.xml"), parts.get("word/settings.xml"), squeezes)
        setup = _page_setup(body, parts, reader)
        blocks = set_blocks(reader.blocks(body), setup.width)
    except _DAMAGED as error:
        raise CannotRun("не удалось посчитать страницы: это не документ Word (.docx) или он повреждён") from error
    last = paginate(blocks, setup.first_height, setup.next_height)
    return PageEstimate(
        pages=last.pages,
        lines_left=max(last.room, 0) // _body_line(blocks),
        spills=_spilling_sentence(blocks, last) if last.pages > 1 else None,
    )


def _is_needed(name: str) -> bool:
    known = ("word/document.xml", "word/styles.xml", "word/settings.xml", "word/_rels/document.xml.rels")
    return name in known or name.startswith(("word/header", "word/footer"))


def _read(archive: ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        content = part.read(_BIGGEST_PART + 1)
    if len(content) > _BIGGEST_PART:
        raise ValueError(f"{name} is too big")
    return content


def _parse(xml: bytes) -> Any:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


@lru_cache(maxsize=16)
def _reader(styles: bytes | None, settings: bytes | None, squeezes: bool | None) -> BlockReader:
    """Letters of one letterhead share styles and settings: read once."""
    root = _parse(settings) if settings else etree.Element(W + "settings")
    tab = root.find(W + "defaultTabStop")
    modes = (
        twips(setting.get(W + "val"))
        for setting in root.iterfind(f"{W}compat/{W}compatSetting")
        if setting.get(W + "name") == "compatibilityMode"
    )
    return BlockReader(
        Styles(styles),
        default_tab=twips(tab.get(W + "val")) if tab is not None else 708,
        squeezes=next(modes, 0) >= _SQUEEZING_MODE if squeezes is None else squeezes,
    )


def _page_setup(body: Any, parts: dict[str, bytes], reader: BlockReader) -> PageSetup:
    relations = _parse(parts.get("word/_rels/document.xml.rels", b"<none/>"))
    targets = {relation.get("Id"): posixpath.join("word", relation.get("Target", "")) for relation in relations}

    def height_of(relation: str, width: int) -> int:
        part = parts.get(targets.get(relation, ""))
        return stack_height(set_blocks(reader.blocks(_parse(part)), width)) if part else 0

    return read_page_setup(body.find(W + "sectPr"), height_of)


def _body_line(blocks: Sequence[SetBlock]) -> int:
    """Height of the line most of the letter is set in."""
    heights = Counter(line.height for block in blocks if block.is_paragraph for line in block.lines)
    return max(heights.most_common(1)[0][0] if heights else _USUAL_LINE, 1)


def _spilling_sentence(blocks: Sequence[SetBlock], last: LastPage) -> str | None:
    first = blocks[last.block]
    if first.text.strip():
        return sentence_at(first.text, first.lines[last.line].start)
    following = (block.text for block in blocks[last.block :])
    return next((sentence_at(text, 0) for text in following if text.strip()), None)
