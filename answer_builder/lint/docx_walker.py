"""A walk over the body of a .docx and its notes: paragraphs as pieces of text, each with the `w:t` it stands in.

The one place that knows which words of a file are its text: the checker reads them joined, the mender writes them back.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_SKIPPED = frozenset((
    "del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr", "sectPr",
    "rt",  # the reading above a word, said once more
))  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑", "softHyphen": ""}
_NO_TRACE = frozenset((  # they stand between two words and part nothing
    "rPr", "pPr", "proofErr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd",
    "commentReference", "permStart", "permEnd", "lastRenderedPageBreak",
))  # fmt: skip
_TRANSPARENT = frozenset(("r", "smartTag", "sdtContent"))
_INSERTED = "правка, которую ещё не приняли"
_FIELD = "поле Word"
_BOX = "надпись"
_BOUND = "элемент управления"
_SIGN = "табуляция или разрыв строки"
_NOTE = "сноска"
NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_DELETED_ROW = ("{*}trPr/{*}del", "{*}trPr/{*}hidden", "{*}tcPr/{*}cellDel")
_JOINED = ("{*}pPr/{*}rPr/{*}del", "{*}pPr/{*}rPr/{*}moveFrom", "{*}pPr/{*}framePr")  # a frame: see _is_framed
_DROP_CAPS = frozenset(("drop", "margin"))  # a large first letter is a paragraph of its own
_OFF = frozenset(("0", "false", "off"))


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
    """What a walk keeps from one paragraph to the next; `fields`: is each open one at its result."""

    hidden_styles: Collection[str] = ()
    group: int = 0
    fields: list[bool] = field(default_factory=list)
    boxes: list[tuple[etree._Element, str]] = field(default_factory=list)
    carried: list[Piece] = field(default_factory=list)  # of paragraphs that go on in the next
    notes: dict[tuple[str, str], None] = field(default_factory=dict)  # as the text refers to them: kind and id
    hides: bool = False  # the paragraph's style

    def blocks(self, element: etree._Element | tuple[()], closed: str) -> Iterator[list[Piece]]:
        """Paragraphs under a block element; a text box follows the paragraph that holds it."""
        for child in element:
            match _local(child):
                case "p":
                    yield from self.paragraph(child, closed)
                case "" | "del" | "moveFrom":
                    continue
                case "tr" | "tc" if _has(child, _DELETED_ROW):
                    continue
                case "sdt" if _shows_placeholder(child):
                    continue
                case name:
                    inside = _choice(child) if child.tag == _ALTERNATIVES else child
                    yield from self.blocks(inside, closed or _why_closed(child, name))

    def paragraph(self, paragraph: etree._Element, closed: str) -> Iterator[list[Piece]]:
        if _is_framed(paragraph):  # the executor mark stands in a frame
            return
        self.hides = bool(self.hidden_styles) and _style(paragraph, "{*}pPr/{*}pStyle") in self.hidden_styles
        self.group += 1
        self.carried += self.inline(paragraph, closed)
        if _has(paragraph, _JOINED) and _goes_on(paragraph):
            return
        pieces, self.carried = self.carried, []
        boxes, self.boxes = self.boxes, []
        yield pieces
        for box, why in boxes:
            yield from self.blocks(box, why)

    def inline(self, element: etree._Element | tuple[()], closed: str) -> Iterator[Piece]:
        for child in element:
            name = _local(child)
            if name == "t":
                if all(self.fields):  # else the words are an instruction's
                    yield Piece(child.text or "", self.group, child, closed or (_FIELD if self.fields else ""))
            elif name in _SIGNS:
                if all(self.fields):
                    yield Piece(_SIGNS[name], self.group, None, _SIGN)
            elif name in _TRANSPARENT and not (name == "r" and self._is_hidden(child)):
                yield from self.inline(child, closed)
            elif name and name not in _NO_TRACE:
                self.group += 1
                yield from self._special(child, name, closed)
                self.group += 1

    def _special(self, child: etree._Element, name: str, closed: str) -> Iterator[Piece]:
        if child.tag == _ALTERNATIVES:
            yield from self.inline(_choice(child), closed or _BOX)
        elif name == "fldChar":
            self._field(child)
        elif name == "r":  # a hidden one
            for mark in child.iterfind("{*}fldChar"):
                self._field(mark)
        elif name == "txbxContent":
            self.boxes.append((child, closed))
        elif name in NOTES:
            self.notes[NOTES[name], child.get(WORD + "id", "")] = None
        elif name not in _SKIPPED and not (name == "sdt" and _shows_placeholder(child)):
            yield from self.inline(child, closed or _why_closed(child, name))

    def _field(self, mark: etree._Element) -> None:
        match mark.get(WORD + "fldCharType"):
            case "begin":
                self.fields.append(False)
            case "separate" if self.fields:
                self.fields[-1] = True
            case "end" if self.fields:
                self.fields.pop()

    def _is_hidden(self, run: etree._Element) -> bool:
        own = run.find("{*}rPr/{*}vanish")
        if own is not None:
            return is_on(own)
        return self.hides or (bool(self.hidden_styles) and _style(run, "{*}rPr/{*}rStyle") in self.hidden_styles)


def paragraphs(
    body: etree._Element,
    notes: Mapping[tuple[str, str], etree._Element] | None = None,
    hidden_styles: Collection[str] = (),
) -> Iterator[list[Piece]]:
    """The paragraphs of the body in reading order, then its footnotes and endnotes (by kind and id) as it names them.

    Headers and footers are the letterhead's, not the executor's prose: they are not read.
    """
    walk = _Walk(hidden_styles)
    yield from walk.blocks(body, "")
    for kind in NOTES.values():
        for key in [key for key in walk.notes if key[0] == kind]:
            if notes and key in notes:
                yield from walk.blocks(notes[key], _NOTE)


def is_on(switch: etree._Element) -> bool:
    """Is a property such as `w:vanish` on: it is, unless its value says no."""
    return switch.get(WORD + "val") not in _OFF


def _has(element: etree._Element, paths: Collection[str]) -> bool:
    return any(element.find(path) is not None for path in paths)


def _is_framed(paragraph: etree._Element) -> bool:
    frame = paragraph.find("{*}pPr/{*}framePr")
    return frame is not None and frame.get(WORD + "dropCap") not in _DROP_CAPS


def _goes_on(paragraph: etree._Element) -> bool:
    """Does another paragraph follow at once, for this one to go on in."""
    following = next((near for near in paragraph.itersiblings() if _local(near) not in _NO_TRACE), None)
    return following is not None and _local(following) == "p" and not _is_framed(following)


def _choice(alternatives: etree._Element) -> etree._Element | tuple[()]:
    """The first of several ways to say the same, one for new and one for old programs."""
    return next(iter(alternatives), ())


def _shows_placeholder(control: etree._Element) -> bool:
    switch = control.find("{*}sdtPr/{*}showingPlcHdr")
    return switch is not None and is_on(switch)


def _style(element: etree._Element, path: str) -> str | None:
    style = element.find(path)
    return None if style is None else style.get(WORD + "val")


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
