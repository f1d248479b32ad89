"""A letterhead as a clerk writes it – bare `{{ names }}` in paragraphs – spelled out with its repeats and conditions.

What a letterhead says in full is left as it is. In the short form
- a paragraph of `{{ addressee }}` alone is repeated for every line,
- a paragraph with a value that may be empty is printed only when there is one,
- the executor mark may stand anywhere: it becomes the two framed paragraphs of decision 0006.
"""

import re

from lxml import etree

from answer_builder.letter.mark_frames import is_framed_in_full, place_frames
from answer_builder.letter.placeholders import placeholders
from answer_builder.letter.tag_paragraphs import (
    CONDITION,
    REPEAT,
    add_text,
    fill,
    keep_together,
    names_in,
    stands_alone,
    tag_paragraph,
    values_in,
    words,
)
from answer_builder.letter.tag_runs import give_tags_their_runs
from answer_builder.letter.word_styles import W

_P, _R, _T, _PPR = W + "p", W + "r", W + "t", W + "pPr"
_ALONE = re.compile(r"\s*\{\{\s*(\w+)\s*\}\}\s*")
_STAY_TOGETHER = ("addressee", "restriction", "text", "closing")  # a paragraph for each line


def spell_out(document: etree._Element) -> None:
    """Changes the w:document in place."""
    body = document.find(W + "body")
    if body is None:
        return
    guarded = names_in(CONDITION, words(body))
    repeated = names_in(REPEAT, words(body))
    for paragraph in list(body.iter(_P)):
        _spell_out_paragraph(paragraph, guarded, repeated)
    if not is_framed_in_full(body):
        place_frames(body)


def text_paragraph(document: etree._Element) -> etree._Element | None:
    """The paragraph that prints the letter's own text: `{{ text }}`, or what `{%p for … in text %}` repeats."""
    is_repeated = False
    for paragraph in document.iter(_P):
        said = words(paragraph)
        if "text" in values_in(said) or (is_repeated and "{{" in said):
            return paragraph
        is_repeated = is_repeated or "text" in names_in(REPEAT, said)
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
    if stands_alone(paragraph) or name.startswith("reference_"):
        _wrap_inside(paragraph, name)
        return
    if name == "attachments":
        keep_together(paragraph)
    paragraph.addprevious(tag_paragraph(f"{{%p if {name} %}}"))
    paragraph.addnext(tag_paragraph("{%p endif %}"))


def _repeat(paragraph: etree._Element, name: str) -> None:
    """One paragraph for each line; in a cell with nothing else at least an empty one stays."""
    fill(paragraph, ["{{ line }}"])
    if name in optional_names() and stands_alone(paragraph):
        paragraph.addnext(etree.Element(_P))
    paragraph.addprevious(tag_paragraph(f"{{%p for line in {name} %}}"))
    paragraph.addnext(tag_paragraph("{%p endfor %}"))


def _wrap_inside(paragraph: etree._Element, name: str) -> None:
    """The paragraph stays, its words come only with a value."""
    first, last = etree.Element(_R), etree.Element(_R)
    add_text(first, f"{{%r if {name} %}}")
    add_text(last, "{%r endif %}")
    properties = paragraph.find(_PPR)
    paragraph.insert(0 if properties is None else 1, first)
    paragraph.append(last)
