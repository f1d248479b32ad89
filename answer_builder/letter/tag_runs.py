"""Puts every condition and repeat inside a paragraph into a run of its own, where Word had scattered it over runs."""

import re
from copy import deepcopy

from lxml import etree

from answer_builder.letter.word_styles import W

_P, _R, _T, _RPR = W + "p", W + "r", W + "t", W + "rPr"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_INLINE = re.compile(r"\{%(?!p\s|r\s|tr\s|tc\s)-?\s*(?=(?:if|elif|else|endif|for|endfor)\b)[^{}%]*%\}")


def give_tags_their_runs(paragraph: etree._Element) -> None:
    """`На № |{% if a %}` in pieces becomes `На № |` and `{%r if a %}`; a paragraph without such tags stays as it is."""
    start = 0
    while True:
        texts = [text for text in paragraph.iter(_T) if next(text.iterancestors(_P)) is paragraph]
        whole = "".join(text.text or "" for text in texts)
        tag = _INLINE.search(whole, start)
        if tag is None:
            return
        _cut_out(texts, tag.start(), tag.end(), "{%r " + tag[0][2:].lstrip("- "))
        start = tag.start() + 1


def _cut_out(texts: list[etree._Element], start: int, end: int, tag: str) -> None:
    """The characters from `start` to `end` become one run that says `tag`."""
    place = 0
    first: tuple[etree._Element, str] | None = None  # the text the tag begins in, and what stood in it after the tag
    for text in texts:
        said = text.text or ""
        cut_from, cut_to = max(start - place, 0), max(min(end - place, len(said)), 0)
        place += len(said)
        if cut_from >= len(said) or cut_to <= cut_from:
            continue
        if first is None:
            first = text, said[cut_to:]
            text.text = said[:cut_from]
        else:
            text.text = said[cut_to:]
        text.set(_SPACE, "preserve")
    if first is None:
        return
    text, rest = first
    run = text.getparent()
    if run is None or run.tag != _R:
        return
    following = _run_like(run, rest)
    for sibling in list(text.itersiblings()):  # a line break after the tag stays after it
        following.append(sibling)
    run.addnext(following)
    run.addnext(_run_like(run, tag))


def _run_like(run: etree._Element, words: str) -> etree._Element:
    made = etree.Element(_R)
    look = run.find(_RPR)
    if look is not None:
        made.append(deepcopy(look))
    if words:
        text = etree.SubElement(made, _T)
        text.text = words
        text.set(_SPACE, "preserve")
    return made
