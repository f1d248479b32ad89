"""The words of a .docx in the order of its body: one walker over paragraphs, tables, links, boxes, insertions."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from answer_builder.errors import CannotRun

_BODY = "word/document.xml"
_BIGGEST_FILE = 50_000_000
_BIGGEST_BODY = 60_000_000
_MOST_PARTS = 5_000
_PROLOGUE = 1_000
_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",  # «Strict Open XML»
)
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DELETED = ("del", "moveFrom", "delText")
_FIELD_CODES = ("instrText", "delInstrText")
_PROPERTIES = ("pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr", "sectPr")
_NOT_TEXT = frozenset(_DELETED + _FIELD_CODES + _PROPERTIES)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑", "softHyphen": ""}


def docx_text(content: bytes, name: str = "Этот файл") -> str:
    """Paragraphs one a line; raises CannotRun, beginning with `name`, when it is no sound .docx."""
    body = _parsed(_body(content, name), name).find("{*}body")
    if body is None:
        raise CannotRun(f"{name} – не документ Word: в нём нет текста.")
    return "\n".join(_blocks(body))


def _body(content: bytes, name: str) -> bytes:
    if len(content) > _BIGGEST_FILE:
        raise CannotRun(f"{name} слишком велик для письма: больше {_BIGGEST_FILE // 1_000_000} МБ.")
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if len(archive.infolist()) > _MOST_PARTS:
                raise CannotRun(f"{name} не похож на письмо: в нём слишком много частей.")
            with archive.open(_BODY) as part:
                body = part.read(_BIGGEST_BODY + 1)  # the size in the directory of the archive may lie
    except KeyError:
        raise CannotRun(f"{name} – не документ Word: в нём нет части {_BODY}.") from None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error) as error:
        raise CannotRun(f"{name} повреждён или это не документ Word (.docx).") from error
    if len(body) > _BIGGEST_BODY:
        raise CannotRun(f"{name} слишком велик для письма.")
    return body


def _parsed(body: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise CannotRun(f"{name} повреждён: текст документа не читается.") from error
    if b"<!DOCTYPE" in body[:_PROLOGUE] or root.getroottree().docinfo.internalDTD is not None:
        raise CannotRun(f"{name} небезопасен: в нём есть DOCTYPE, Word такого не пишет.")
    return root


def _blocks(element: etree._Element) -> Iterator[str]:
    """Paragraph texts under a block element; a text box follows the paragraph that holds it."""
    for child in element:
        match _local(child):
            case "p":
                yield from _paragraph(child)
            case "" | "del" | "moveFrom":
                continue
            case _:
                yield from _blocks(child)


def _paragraph(paragraph: etree._Element) -> Iterator[str]:
    if paragraph.find("{*}pPr/{*}framePr") is not None:  # the executor mark stands in a frame
        return
    boxes: list[etree._Element] = []
    yield "".join(_inline(paragraph, boxes))
    for box in boxes:
        yield from _blocks(box)


def _inline(element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
    for child in element:
        if child.tag == _COMPATIBILITY + "AlternateContent":  # the same box twice, for new and old programs
            choice = next(iter(child), None)
            if choice is not None:
                yield from _inline(choice, boxes)
            continue
        name = _local(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "txbxContent":
            boxes.append(child)
        elif name == "r" and child.find("{*}rPr/{*}vanish") is not None:
            continue
        elif name not in _NOT_TEXT:
            yield from _inline(child, boxes)


def _local(element: etree._Element) -> str:
    """The local name of a Word element, "*" of another's (drawings hold text boxes), "" of a comment."""
    if not isinstance(element.tag, str):
        return ""
    for namespace in _WORD:
        if element.tag.startswith(namespace):
            return element.tag[len(namespace) :]
    return "*"
