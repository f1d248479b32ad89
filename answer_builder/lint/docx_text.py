"""The words of a .docx in the order of its body: one walker over paragraphs, tables, links, boxes, insertions."""

from collections.abc import Iterator

from lxml import etree

from answer_builder.errors import CannotRun
from answer_builder.office_package import OfficePackage

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CUSTOM = "docProps/custom.xml"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DELETED = ("del", "moveFrom", "delText")
_FIELD_CODES = ("instrText", "delInstrText")
_PROPERTIES = ("pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr", "sectPr")
_NOT_TEXT = frozenset(_DELETED + _FIELD_CODES + _PROPERTIES)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑", "softHyphen": ""}


def docx_text(content: bytes, name: str = "Этот файл") -> str:
    """Paragraphs one a line; raises CannotRun, beginning with `name`, when it is no sound .docx."""
    package = OfficePackage(content, name)
    root = package.xml(package.main)
    if root is None:
        raise CannotRun(f"{name} – не документ Word: в нём нет части {package.main}.")
    body = root.find("{*}body")
    if body is None:
        raise CannotRun(f"{name} – не документ Word: в нём нет текста.")
    return "\n".join(_blocks(body))


def custom_properties(content: bytes, name: str = "Этот файл") -> dict[str, str]:
    """The text properties of a .docx («Прочие» in Word) by name; a file without any, or with damaged ones, has none."""
    try:
        root = OfficePackage(content, name).xml(_CUSTOM)
    except CannotRun:
        return {}
    entries = () if root is None else root.iterfind("{*}property")
    return {entry.get("name", ""): "".join(map(str, entry.itertext())) for entry in entries}


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
    if element.tag.startswith(_WORD):
        return element.tag[len(_WORD) :]
    return "*"
