"""The executor mark of a short-form letterhead: lifted out of wherever it stands into the frames of decision 0006."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy

from lxml import etree

from answer_builder.letter.tag_paragraphs import (
    REPEAT,
    add_text,
    fill,
    keep_together,
    names_in,
    set_flag,
    stands_alone,
    tag_paragraph,
    values_in,
    words,
)
from answer_builder.letter.word_styles import W, twips

MARK = "executor_mark"
_P, _R, _PPR, _RPR = W + "p", W + "r", W + "pPr", W + "rPr"
_WIDEST = 9000  # twips; wider than the text of a usual page the mark need not be
_MARK_SIZE = 20  # half-points, 10 pt


def marks_of(element: etree._Element) -> list[etree._Element]:
    """Paragraphs that print the executor mark."""
    return [paragraph for paragraph in element.iter(_P) if MARK in values_in(words(paragraph))]


def frame_of(paragraph: etree._Element) -> etree._Element | None:
    """The w:framePr of a paragraph pinned to the page."""
    frame = paragraph.find(f"{_PPR}/{W}framePr")
    return frame if frame is not None and frame.get(W + "vAnchor") == "page" and frame.get(W + "w") else None


def is_framed_in_full(body: etree._Element) -> bool:
    """Both frames stand there already, said in full."""
    marks = marks_of(body)
    return len(marks) == 2 and all(
        frame_of(mark) is not None and mark.find(f"{_R}/{_RPR}/{W}sz") is not None for mark in marks
    )


def place_frames(body: etree._Element) -> None:
    """The marks as two frames: before the attachments when there are any, otherwise before the contact paragraph."""
    marks = marks_of(body)
    blocks = [block for block in body if block.tag != W + "sectPr"]
    signature = _first_with(blocks, "signatory_name")
    closing, attachments = _first_with(blocks, "closing"), _first_with(blocks, "attachments")
    if not marks or signature is None:
        return
    frame = _frame(marks[0], body)
    for mark in marks:
        _take_away(mark)
    before = [
        block for block in (closing, attachments) if block is not None and blocks.index(block) < blocks.index(signature)
    ]
    if not before:
        signature.addprevious(frame)
        return
    _keep_with_signature(blocks, min(map(blocks.index, before)), blocks.index(signature))
    if attachments not in before or closing not in before:
        before[0].addprevious(frame)
    elif blocks.index(attachments) < blocks.index(closing):
        closing.addprevious(frame)
    else:
        _add_conditional(closing, frame, "not attachments")
        _add_conditional(attachments, deepcopy(frame), "attachments")


def _take_away(mark: etree._Element) -> None:
    """A paragraph has to stay in a cell, and after a table that ends the text: there it becomes 1 pt high."""
    container, above = mark.getparent(), mark.getprevious()
    if container is None:
        return
    if stands_alone(mark):
        fill(mark, [])
    elif above is not None and above.tag == W + "tbl":
        low = etree.Element(_P)
        spacing = {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}
        etree.SubElement(etree.SubElement(low, _PPR), W + "spacing", {W + key: value for key, value in spacing.items()})
        container.replace(mark, low)
    else:
        container.remove(mark)


def _first_with(blocks: Iterable[etree._Element], name: str) -> etree._Element | None:
    """The first block whose tags use the name, its `{%p for … %}` included; `{%p if not name %}` is not its place."""
    for block in blocks:
        text = words(block)
        if name in values_in(text) | names_in(REPEAT, text) or re.search(rf"\{{%p\s*if {name} ", text):
            return block
    return None


def _add_conditional(block: etree._Element, frame: etree._Element, condition: str) -> None:
    block.addprevious(tag_paragraph(f"{{%p if {condition} %}}"))
    block.addprevious(frame)
    block.addprevious(tag_paragraph("{%p endif %}"))


def _frame(mark: etree._Element, body: etree._Element) -> etree._Element:
    paragraph = etree.Element(_P)
    properties = etree.SubElement(paragraph, _PPR)
    for tag in ("keepNext", "keepLines"):
        etree.SubElement(properties, W + tag)
    frame = {"w": str(_text_width(body)), "wrap": "around", "vAnchor": "page", "hAnchor": "margin", "xAlign": "left"}
    etree.SubElement(properties, W + "framePr", {W + key: value for key, value in (*frame.items(), ("y", "0"))})
    etree.SubElement(properties, W + "widowControl", {W + "val": "0"})
    spacing = {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}
    etree.SubElement(properties, W + "spacing", {W + key: value for key, value in spacing.items()})
    etree.SubElement(properties, W + "ind", {W + side: "0" for side in ("left", "right", "firstLine")})
    etree.SubElement(properties, W + "jc", {W + "val": "left"})
    look = next((run.find(_RPR) for run in mark.iter(_R) if run.find(_RPR) is not None), None)
    for number in (0, 1):
        run = etree.SubElement(paragraph, _R)
        run.append(_small(look))
        if number:
            etree.SubElement(run, W + "br")
        add_text(run, f"{{{{ {MARK}[{number}] }}}}")
    return paragraph


def _small(look: etree._Element | None) -> etree._Element:
    """The typeface of the given look at no more than 10 pt."""
    size_of_look = None if look is None else look.find(W + "sz")
    given = 0 if size_of_look is None else twips(size_of_look.get(W + "val"))
    small = etree.Element(_RPR)
    fonts = look.find(W + "rFonts") if look is not None else None
    if fonts is not None:
        small.append(deepcopy(fonts))
    size = str(min(given or _MARK_SIZE, _MARK_SIZE))
    for tag in ("sz", "szCs"):
        etree.SubElement(small, W + tag, {W + "val": size})
    return small


def _text_width(body: etree._Element) -> int:
    size, margins = body.find(f"{W}sectPr/{W}pgSz"), body.find(f"{W}sectPr/{W}pgMar")
    if size is None or margins is None:
        return _WIDEST
    width = twips(size.get(W + "w")) - twips(margins.get(W + "left")) - twips(margins.get(W + "right"))
    return max(1, min(_WIDEST, width))


def _keep_with_signature(blocks: list[etree._Element], first: int, signature: int) -> None:
    """Nothing parts the contact paragraph, the attachments and the signature."""
    for block in blocks[first:signature]:
        for paragraph in _paragraphs(block):
            set_flag(paragraph, "keepNext")
    for paragraph in _paragraphs(blocks[signature]):
        keep_together(paragraph)
    for row in blocks[signature].iter(W + "tr"):
        properties = row.find(W + "trPr")
        if properties is None:
            properties = etree.Element(W + "trPr")
            row.insert(len(row.findall(W + "tblPrEx")), properties)
        if properties.find(W + "cantSplit") is None:
            properties.append(etree.Element(W + "cantSplit"))


def _paragraphs(block: etree._Element) -> Iterator[etree._Element]:
    yield from ([block] if block.tag == _P else block.iter(_P))
