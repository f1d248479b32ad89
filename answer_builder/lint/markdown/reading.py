"""A Markdown text → its marks: what is no word of it, and what a reader sees in its place."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from answer_builder.lint.markdown.anchors import Anchors
from answer_builder.lint.markdown.html_words import CODE, html_marks, is_break, name_of
from answer_builder.lint.markdown.parser import Block, Heard, blocks
from answer_builder.lint.prose import STAND_IN, Mark

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:#.*\n)*[\w\"'][^\n]*:(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?=\n|\Z)")
_LEADING = {  # what GitHub shows as a box to tick and as a heading of its own
    "list_item_open": re.compile(r"\[[ xX]\](?=\s)"),
    "blockquote_open": re.compile(r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?=\s|\Z)", re.IGNORECASE),
}
_SPACES, _SPACE_RUN = " \t", re.compile(r"[ \t]*")
_UNSEEN = "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
_GAPS = (" ", "\n")
_SEEN_ONCE = {(" ", " "), (" ", "\n"), ("\n", "\n")}  # what comes after what
_ENDING = re.compile(r"[^\W\d_]*")  # that of «`id`ов» is no word


class Markdown(NamedTuple):
    """`marks` are all that is no word; `html` are the spans of HTML among them, where comments may stand."""

    marks: tuple[Mark, ...]
    html: tuple[tuple[int, int], ...]


def read_markdown(text: str) -> Markdown:
    """The marks of a text whose line ends are LF: without them it has a line for each paragraph, item and cell."""
    marks: list[Mark] = []
    html: list[tuple[int, int]] = []
    end = 0
    for block in blocks(_without_data(text)):
        inner = _inner_marks(block)
        html += (block.anchors.span(*span) for span in _html_spans(block))
        if not _has_words(block.content, inner):
            continue
        start, last = block.anchors.span(0, len(block.content))
        marks.append(Mark(end, start, "\n" if end else ""))
        marks += _in_text(inner, block.anchors)
        end = last
    marks.append(Mark(end, len(text), "\n" if end else ""))
    return Markdown(tuple(mark for mark in marks if mark.start < mark.end), tuple(html))


def _without_data(text: str) -> str:
    """The text with spaces for the table of data at its beginning."""
    front = _FRONT_MATTER.match(text)
    return re.sub(r"[^\n]", " ", front[0]) + text[front.end() :] if front else text


def _inner_marks(block: Block) -> list[Mark]:
    """The marks in a block's content, in order, apart from each other; spaces that nobody sees are theirs."""
    if block.is_html:
        return _tidy(html_marks(block.content), block.content)
    leading = _LEADING.get(block.around)
    box = leading.match(block.content) if leading else None
    found = [Mark(*box.span())] if box else []
    found += (mark for heard in block.heard for mark in _marks(heard, block.content))
    return _tidy(_without_code(sorted(found), block.content), block.content)


def _marks(heard: Heard, content: str) -> Iterator[Mark]:
    """What a rule of the parser has read and no reader sees."""
    rule, start, end, inner, tokens = heard
    kind = tokens[-1].type if tokens else ""
    if kind in ("softbreak", "hardbreak"):
        yield Mark(start, end, " " if kind == "softbreak" else "\n")
    elif rule in ("link", "image"):
        yield from (Mark(start, inner[0]), Mark(inner[1], end))
    elif rule in ("emphasis", "strikethrough"):
        yield from _pairs(heard)
    elif rule == "autolink" or kind == "code_inline":
        yield Mark(start, _behind(_ENDING, content, end), STAND_IN)
    elif rule == "html_inline":
        yield Mark(start, end, "\n" if is_break(content[start:end]) else "")
    elif rule == "entity":
        yield Mark(start, end, "" if tokens[-1].content in _UNSEEN else tokens[-1].content)
    elif rule == "escape" and len(tokens[-1].content) < end - start:
        yield Mark(start, start + 1)
    elif rule == "footnote":
        yield Mark(start, end)


def _pairs(heard: Heard) -> Iterator[Mark]:
    """Signs of emphasis that have found their pair; the parser makes other tokens of them, or empties them."""
    start, size = heard.start, 1 if heard.rule == "emphasis" else 2
    for token in heard.tokens:
        if token.type == "text" and token.content:
            start += len(token.content)
            continue
        yield Mark(start, start + size)
        start += size


def _without_code(marks: Iterable[Mark], content: str) -> Iterator[Mark]:
    """Of <code>…</code> one mark is made."""
    opening: Mark | None = None
    for mark in marks:
        tag = content[mark.start : mark.end] if mark.instead != STAND_IN else ""
        if opening is None and name_of(tag) in CODE and not tag.startswith("</"):
            opening = mark
        elif opening is None:
            yield mark
        elif tag.startswith("</") and name_of(tag) == name_of(content[opening.start : opening.end]):
            yield Mark(opening.start, _behind(_ENDING, content, mark.end), STAND_IN)
            opening = None
    if opening:
        yield Mark(opening.start, len(content), STAND_IN)


def _behind(run: re.Pattern[str], content: str, offset: int) -> int:
    """Where the run of such signs that begins there ends."""
    found = run.match(content, offset)
    return found.end() if found else offset


def _tidy(marks: Iterable[Mark], content: str) -> list[Mark]:
    """Beside a mark one space of two is seen, at the edge of a line none."""
    tidy: list[Mark] = []
    end, seen = 0, "\n"  # where the mark before ends, which sign is seen last
    for mark in marks:
        if mark.end <= end:
            continue
        words = content[end : max(mark.start, end)]
        if mark.instead in _GAPS:
            words = words.rstrip(_SPACES)
        start, seen = end + len(words), (words or seen)[-1]
        instead = "" if (mark.instead, seen) in _SEEN_ONCE else mark.instead
        end, seen = mark.end, instead or seen
        if seen in _GAPS:
            end = _behind(_SPACE_RUN, content, end)
        tidy.append(Mark(start, end, instead))
    return _without_end(tidy, content)


def _without_end(marks: list[Mark], content: str) -> list[Mark]:
    """Behind the last words nothing is seen."""
    edge = len(content)
    for number in range(len(marks) - 1, -1, -1):
        mark, before = marks[number], marks[number - 1].end if number else 0
        if mark.end != edge or mark.instead not in ("", *_GAPS):
            break
        edge = before + len(content[before : mark.start].rstrip(_SPACES))
        marks[number] = Mark(edge, mark.end)
    return marks


def _html_spans(block: Block) -> Iterator[tuple[int, int]]:
    if block.is_html:
        yield 0, len(block.content)
    yield from ((heard.start, heard.end) for heard in block.heard if heard.rule == "html_inline")


def _in_text(marks: Iterable[Mark], anchors: Anchors) -> list[Mark]:
    """Marks of a block's content as marks of the text, with what the content has lost already."""
    found = [Mark(*anchors.span(mark.start, mark.end), mark.instead) for mark in marks]
    lost = (Mark(*gap) for gap in anchors.gaps())
    return sorted((*found, *(gap for gap in lost if not _is_covered(gap, found))))


def _is_covered(gap: Mark, marks: list[Mark]) -> bool:
    number = bisect_right(marks, gap.start, key=lambda mark: mark.start)
    return number > 0 and gap.start < marks[number - 1].end


def _has_words(content: str, marks: Iterable[Mark]) -> bool:
    end = 0
    for mark in marks:
        if content[end : mark.start].strip() or mark.instead.strip(f"{STAND_IN} \n"):
            return True
        end = mark.end
    return bool(content[end:].strip())
