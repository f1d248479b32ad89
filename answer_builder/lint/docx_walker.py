"""A walk over the body of a .docx: its paragraphs as pieces of text, each with the `w:t` it stands in.

The one place that knows which words of a file are its text: the checker reads them joined, the mender writes them back.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = frozenset(
    (
        "del",
        "moveFrom",
        "delText",
        "instrText",
        "delInstrText",
        "pPr",
        "rPr",
        "tblPr",
        "trPr",
        "tcPr",
        "sdtPr",
        "sectPr",
    )
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑", "softHyphen": ""}
_NO_TRACE = frozenset((  # they stand between two words and part nothing
    "rPr", "pPr", "proofErr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd",
    "permStart", "permEnd", "lastRenderedPageBreak",
))  # fmt: skip
_TRANSPARENT = frozenset(("r", "smartTag", "sdtContent"))
_INSERTED = "правка, которую ещё не приняли"
_FIELD = "поле Word"
_BOX = "надпись"
_BOUND = "элемент управления"
_SIGN = "табуляция или разрыв строки"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `node` is its `w:t` (None for a tab or a line break).

    Between two neighbours of one `group` nothing else stands: no end of a hyperlink, no deletion, no picture.
    `closed` says in Russian what the piece is part of when it must not be changed from outside.
    """

    text: str
    group: int
    node: etree._Element | None = None
    closed: str = ""


@dataclass
class _Walk:
    """How many groups were begun and how many fields are open: a field may end paragraphs later."""

    group: int = 0
    fields: int = 0
    boxes: list[tuple[etree._Element, str]] = field(default_factory=list)

    def blocks(self, element: etree._Element, closed: str) -> Iterator[list[Piece]]:
        """Paragraphs under a block element; a text box follows the paragraph that holds it."""
        for child in element:
            match _local(child):
                case "p":
                    yield from self.paragraph(child, closed)
                case "" | "del" | "moveFrom":
                    continue
                case name:
                    yield from self.blocks(child, closed or _why_closed(child, name))

    def paragraph(self, paragraph: etree._Element, closed: str) -> Iterator[list[Piece]]:
        if paragraph.find("{*}pPr/{*}framePr") is not None:  # the executor mark stands in a frame
            return
        outer, self.boxes = self.boxes, []
        self.group += 1
        yield list(self.inline(paragraph, closed))
        boxes, self.boxes = self.boxes, outer
        for box, why in boxes:
            yield from self.blocks(box, why)

    def inline(self, element: etree._Element, closed: str) -> Iterator[Piece]:
        for child in element:
            name = _local(child)
            if name == "t":
                yield Piece(child.text or "", self.group, child, closed or (_FIELD if self.fields else ""))
            elif name in _SIGNS:
                yield Piece(_SIGNS[name], self.group, None, _SIGN)
            elif name in _TRANSPARENT and child.find("{*}rPr/{*}vanish") is None:
                yield from self.inline(child, closed)
            elif name and name not in _NO_TRACE:
                self.group += 1
                yield from self._special(child, name, closed)
                self.group += 1

    def _special(self, child: etree._Element, name: str, closed: str) -> Iterator[Piece]:
        if child.tag == _COMPATIBILITY + "AlternateContent":  # the same box twice, for new and old programs
            choice = next(iter(child), None)
            if choice is not None:
                yield from self.inline(choice, closed or _BOX)
        elif name == "fldChar":
            kind = child.get(WORD + "fldCharType")
            self.fields = max(0, self.fields + {"begin": 1, "end": -1}.get(kind or "", 0))
        elif name == "txbxContent":
            self.boxes.append((child, closed))
        elif name != "r" and name not in _SKIPPED:  # a run that got here is hidden
            yield from self.inline(child, closed or _why_closed(child, name))


def paragraphs(body: etree._Element) -> Iterator[list[Piece]]:
    """The paragraphs of the body in reading order, in the checker's text one a line."""
    return _Walk().blocks(body, "")


def _why_closed(element: etree._Element, name: str) -> str:
    if name in ("ins", "moveTo"):
        return _INSERTED
    if name == "fldSimple":
        return _FIELD
    if name == "sdt" and any(element.find(f"{{*}}sdtPr/{{*}}{tag}") is not None for tag in ("dataBinding", "lock")):
        return _BOUND
    return ""


def _local(element: etree._Element) -> str:
    """The local name of a Word element, "*" of another's (drawings hold text boxes), "" of a comment."""
    if not isinstance(element.tag, str):
        return ""
    if element.tag.startswith(WORD):
        return element.tag[len(WORD) :]
    return "*"
