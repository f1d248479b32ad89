"""The words of a Word paragraph with its tags, and paragraphs made and changed for tags."""

import re
from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from answer_builder.letter.word_styles import W

CONDITION = re.compile(r"\{%[pr]?\s*(?:if|elif)\s(.*?)%\}")
REPEAT = re.compile(r"\{%[pr]?\s*for\s.*?\sin\s(.*?)%\}")
_P, _R, _T, _PPR, _RPR = W + "p", W + "r", W + "t", W + "pPr", W + "rPr"
_VALUE = re.compile(r"\{\{(.*?)\}\}")
_WORD = re.compile(r"[A-Za-z_]\w*")
# a paragraph's properties stand in this order (ECMA-376 part 1, 17.3.1.26)
_BEFORE = {"keepNext": {W + "pStyle"}, "keepLines": {W + "pStyle", W + "keepNext"}}


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


def fill(paragraph: etree._Element, lines: Iterable[str]) -> None:
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
        add_text(run, line)


def tag_paragraph(tag: str) -> etree._Element:
    """A paragraph with nothing but a tag."""
    paragraph = etree.Element(_P)
    add_text(etree.SubElement(paragraph, _R), tag)
    return paragraph


def add_text(run: etree._Element, text: str) -> None:
    """The words, spaces at their ends too."""
    element = etree.SubElement(run, _T)
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def stands_alone(paragraph: etree._Element) -> bool:
    """The only paragraph of a cell or a text box, or its last: that one has to stay."""
    container = paragraph.getparent()
    if container is None or container.tag == W + "body":
        return False
    return container.findall(_P)[-1] is paragraph


def keep_together(paragraph: etree._Element) -> None:
    """The paragraph is not cut by the end of a page."""
    set_flag(paragraph, "keepLines")


def set_flag(paragraph: etree._Element, flag: str) -> None:
    """Switches `keepNext` or `keepLines` on."""
    properties = paragraph.find(_PPR)
    if properties is None:
        properties = etree.Element(_PPR)
        paragraph.insert(0, properties)
    for old in properties.findall(W + flag):
        properties.remove(old)
    place = sum(child.tag in _BEFORE[flag] for child in properties)
    properties.insert(place, etree.Element(W + flag))
