"""A letterhead as a clerk writes it – bare `{{ names }}` in paragraphs – spelled out with its repeats and conditions.

What a letterhead says in full is left as it is. In the short form
- a paragraph of `{{ addressee }}` alone is repeated for every line,
- a paragraph with a value that may be empty is printed only when there is one,
- the executor mark may stand anywhere: it becomes the two framed paragraphs of decision 0006.
"""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy

from lxml import etree

from answer_builder.letter.placeholders import placeholders
from answer_builder.letter.tag_runs import give_tags_their_runs
from answer_builder.letter.word_styles import W, twips

MARK = "executor_mark"
_P, _R, _T, _PPR, _RPR = W + "p", W + "r", W + "t", W + "pPr", W + "rPr"
_CONDITION = re.compile(r"\{%[pr]?\s*(?:if|elif)\s(.*?)%\}")
_REPEAT = re.compile(r"\{%[pr]?\s*for\s.*?\sin\s(.*?)%\}")
_VALUE = re.compile(r"\{\{(.*?)\}\}")
_ALONE = re.compile(r"\s*\{\{\s*(\w+)\s*\}\}\s*")
_WORD = re.compile(r"[A-Za-z_]\w*")
_WIDEST = 9000  # twips; wider than the text of a usual page the mark need not be
_MARK_SIZE = 20  # half-points, 10 pt
# a paragraph's properties stand in this order (ECMA-376 part 1, 17.3.1.26)
_BEFORE_KEEP_NEXT = {W + "pStyle"}
_BEFORE_KEEP_LINES = {W + "pStyle", W + "keepNext"}
_STAY_TOGETHER = ("addressee", "restriction", "text", "closing")  # a paragraph for each line


def spell_out(document: etree._Element) -> None:
    """Changes the w:document in place."""
    body = document.find(W + "body")
    if body is None:
        return
    guarded = names_in(_CONDITION, words(body))
    repeated = names_in(_REPEAT, words(body))
    for paragraph in list(body.iter(_P)):
        _spell_out_paragraph(paragraph, guarded, repeated)
    if not _is_framed_in_full(body):
        _place_mark(body)


def words(element: etree._Element) -> str:
    """The text of an element, a paragraph a line, tags that Word cut into several runs in one piece.

    The words of a text box belong to its own paragraphs, not to the one it hangs on.
    """
    if element.tag != _P:
        return "\n".join(map(words, element.iter(_P)))
    return "".join(text.text or "" for text in element.iter(_T) if next(text.iterancestors(_P)) is element)


def names_in(pattern: re.Pattern[str], text: str) -> set[str]:
    """The names in all tags of a kind."""
    return {name for tag in pattern.findall(text) for name in _WORD.findall(tag)}


def values_in(text: str) -> set[str]:
    """The names in the `{{ }}` of a text."""
    return names_in(_VALUE, text)


def text_paragraph(document: etree._Element) -> etree._Element | None:
    """The paragraph that prints the letter's own text: `{{ text }}`, or what `{%p for … in text %}` repeats."""
    is_repeated = False
    for paragraph in document.iter(_P):
        said = words(paragraph)
        if "text" in values_in(said) or (is_repeated and "{{" in said):
            return paragraph
        is_repeated = is_repeated or "text" in names_in(_REPEAT, said)
    return None


def optional_names() -> set[str]:
    """The names whose values may be empty."""
    return {name for name, placeholder in placeholders().items() if placeholder.may_be_empty}


def _spell_out_paragraph(paragraph: etree._Element, guarded: set[str], repeated: set[str]) -> None:
    text = words(paragraph)
    if "{%" in text and len(list(paragraph.iter(_T))) > 1:
        give_tags_their_runs(paragraph)
    if "{{" not in text or "{%" in text:
        return
    alone = _ALONE.fullmatch(text)
    name = alone[1] if alone else ""
    if name in _STAY_TOGETHER and name not in repeated:
        _repeat(paragraph, name)
    optional = values_in(text) & optional_names() - guarded - repeated
    always = values_in(text) - optional_names()
    if not optional or always:  # what is always printed must not vanish with it: the check names such a paragraph
        return
    name = min(optional, key=text.index)
    if name in _STAY_TOGETHER and paragraph.getparent() is not None and alone:
        return  # a repeat of nothing prints nothing
    if _stands_alone(paragraph) or name.startswith("reference_"):
        _wrap_inside(paragraph, name)
        return
    if name == "attachments":
        keep_together(paragraph)
    paragraph.addprevious(_tag_paragraph(f"{{%p if {name} %}}"))
    paragraph.addnext(_tag_paragraph("{%p endif %}"))


def _repeat(paragraph: etree._Element, name: str) -> None:
    """One paragraph for each line; in a cell with nothing else at least an empty one stays."""
    _fill(paragraph, ["{{ line }}"])
    if name in optional_names() and _stands_alone(paragraph):
        paragraph.addnext(etree.Element(_P))
    paragraph.addprevious(_tag_paragraph(f"{{%p for line in {name} %}}"))
    paragraph.addnext(_tag_paragraph("{%p endfor %}"))


def _fill(paragraph: etree._Element, lines: Iterable[str]) -> None:
    """The paragraph with these lines in the look of its first text."""
    look = next((run.find(_RPR) for run in paragraph.iter(_R) if run.find(_T) is not None), None)
    for child in list(paragraph):
        if child.tag != _PPR:
            paragraph.remove(child)
    for number, line in enumerate(lines):
        run = etree.SubElement(paragraph, _R)
        if look is not None:
            run.append(deepcopy(look))
        if number:
            etree.SubElement(run, W + "br")
        _add_text(run, line)


def _wrap_inside(paragraph: etree._Element, name: str) -> None:
    """The paragraph stays, its words come only with a value."""
    first, last = etree.Element(_R), etree.Element(_R)
    _add_text(first, f"{{%r if {name} %}}")
    _add_text(last, "{%r endif %}")
    properties = paragraph.find(_PPR)
    paragraph.insert(0 if properties is None else 1, first)
    paragraph.append(last)


def _tag_paragraph(tag: str) -> etree._Element:
    paragraph = etree.Element(_P)
    _add_text(etree.SubElement(paragraph, _R), tag)
    return paragraph


def _add_text(run: etree._Element, text: str) -> None:
    element = etree.SubElement(run, _T)
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _stands_alone(paragraph: etree._Element) -> bool:
    """The only paragraph of a cell or a text box, or its last: that one has to stay."""
    container = paragraph.getparent()
    if container is None or container.tag == W + "body":
        return False
    return container.findall(_P)[-1] is paragraph


# the executor mark


def marks_of(element: etree._Element) -> list[etree._Element]:
    """Paragraphs that print the executor mark."""
    return [paragraph for paragraph in element.iter(_P) if MARK in values_in(words(paragraph))]


def frame_of(paragraph: etree._Element) -> etree._Element | None:
    """The w:framePr of a paragraph pinned to the page."""
    frame = paragraph.find(f"{_PPR}/{W}framePr")
    return frame if frame is not None and frame.get(W + "vAnchor") == "page" and frame.get(W + "w") else None


def _is_framed_in_full(body: etree._Element) -> bool:
    marks = marks_of(body)
    return len(marks) == 2 and all(
        frame_of(mark) is not None and mark.find(f"{_R}/{_RPR}/{W}sz") is not None for mark in marks
    )


def _place_mark(body: etree._Element) -> None:
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
    if _stands_alone(mark):
        _fill(mark, [])
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
        if name in values_in(text) | names_in(_REPEAT, text) or re.search(rf"\{{%p\s*if {name} ", text):
            return block
    return None


def _add_conditional(block: etree._Element, frame: etree._Element, condition: str) -> None:
    block.addprevious(_tag_paragraph(f"{{%p if {condition} %}}"))
    block.addprevious(frame)
    block.addprevious(_tag_paragraph("{%p endif %}"))


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
        _add_text(run, f"{{{{ {MARK}[{number}] }}}}")
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
            _set_flag(paragraph, "keepNext", _BEFORE_KEEP_NEXT)
    for paragraph in _paragraphs(blocks[signature]):
        keep_together(paragraph)
    for row in blocks[signature].iter(W + "tr"):
        properties = row.find(W + "trPr")
        if properties is None:
            properties = etree.Element(W + "trPr")
            row.insert(len(row.findall(W + "tblPrEx")), properties)
        if properties.find(W + "cantSplit") is None:
            properties.append(etree.Element(W + "cantSplit"))


def keep_together(paragraph: etree._Element) -> None:
    """The paragraph is not cut by the end of a page."""
    _set_flag(paragraph, "keepLines", _BEFORE_KEEP_LINES)


def _paragraphs(block: etree._Element) -> Iterator[etree._Element]:
    yield from ([block] if block.tag == _P else block.iter(_P))


def _set_flag(paragraph: etree._Element, flag: str, before: set[str]) -> None:
    properties = paragraph.find(_PPR)
    if properties is None:
        properties = etree.Element(_PPR)
        paragraph.insert(0, properties)
    for old in properties.findall(W + flag):
        properties.remove(old)
    place = sum(child.tag in before for child in properties)
    properties.insert(place, etree.Element(W + flag))
