"""Comments in the margin of a .docx: words are selected, the comment says `answer-builder: ignore …` about them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from answer_builder.lint.docx_text import body_and_lines
from answer_builder.lint.docx_walker import WORD, Piece
from answer_builder.lint.suppression.directive import Directive, read_directive
from answer_builder.lint.suppression.silencing import Silencing
from answer_builder.model import Silence
from answer_builder.office_package import OfficePackage
from answer_builder.plain_text import shown

_MARKS = tuple(WORD + name for name in ("commentRangeStart", "commentRangeEnd", "commentReference", "t"))
_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Comment:
    """One comment that is meant for the checker; `number` as the file counts, `author` as Word knows them."""

    number: str
    author: str
    said: Directive


def word_comments(content: bytes, text: str) -> Silencing:
    """What the comments of a sound .docx ask about its `text`, which `docx_text` has read."""
    comments = list(_comments(OfficePackage(content)))
    if not comments:
        return Silencing()
    body, lines = body_and_lines(content)
    spans = _attached(body, _offsets(lines))
    silences, faults = [], []
    for comment in comments:
        said, span = comment.said, spans.get(comment.number, (0, 0))
        words = shown(text[slice(*span)].strip())
        where = f"Примечание к словам «{words}»" if words else "Примечание"
        faults += [f"{where}: {fault}" for fault in said.faults]
        if said.rules:
            place = None if said.is_whole else span
            silences.append(Silence(said.rules, said.reason, comment.author, "comment", where, span=place))
    return Silencing(tuple(silences), (), tuple(faults))


def _comments(package: OfficePackage) -> Iterator[_Comment]:
    for relation in package.relations(package.main):
        root = package.xml(relation.part) if relation.kind == "comments" and not relation.is_external else None
        for comment in () if root is None else root.iterfind("{*}comment"):
            lines = ("".join(text.text or "" for text in line.iter(f"{WORD}t")) for line in comment.iter(f"{WORD}p"))
            if said := read_directive("\n".join(lines)):
                yield _Comment(comment.get(f"{WORD}id", ""), comment.get(f"{WORD}author", ""), said)


def _offsets(lines: Iterable[list[Piece]]) -> Mapping[Any, _Span]:
    """Each `w:t` of the text → its span in it."""
    offsets, end = {}, 0
    for line in lines:
        for piece in line:
            start, end = end, end + len(piece.text)
            if piece.node is not None:
                offsets[piece.node] = (start, end)
        end += 1  # the line's end
    return offsets


def _attached(body: Any, offsets: Mapping[Any, _Span]) -> Mapping[str, _Span]:
    """Each comment's number → the words that it is attached to; those of its paragraph when it stands at a point."""
    nodes: dict[str, list[Any]] = {}
    is_open: set[str] = set()
    for mark in body.iter(*_MARKS):
        number = mark.get(f"{WORD}id", "")
        match mark.tag.removeprefix(WORD):
            case "t":
                for open_number in is_open:
                    nodes[open_number].append(mark)
            case "commentRangeStart":
                is_open.add(number)
                nodes[number] = []
            case "commentRangeEnd":
                is_open.discard(number)
            case _ if number not in nodes:
                nodes[number] = list(next(mark.iterancestors(f"{WORD}p"), mark).iter(f"{WORD}t"))
    spans = {number: [offsets[node] for node in own if node in offsets] for number, own in nodes.items()}
    return {number: (min(own)[0], max(own)[1]) for number, own in spans.items() if own}
