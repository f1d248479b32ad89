"""Comments in .txt and .md: `<!-- answer-builder: ignore evasion.accepted – причина -->`."""

import re
from collections.abc import Iterable, Iterator

from answer_builder.lint.suppression.directive import Directive, read_directive
from answer_builder.lint.suppression.silencing import Silencing
from answer_builder.model import Silence

_COMMENT = re.compile(r"<!--(.{0,2000}?)-->", re.DOTALL)
_WORD = re.compile(r"\S")


def text_comments(text: str) -> Silencing:
    """What the comments of a text ask; one alone on its line is about the next paragraph, any other about its own."""
    found = [(comment.span(), said) for comment in _COMMENT.finditer(text) if (said := read_directive(comment[1]))]
    places = tuple(_places(text, (span for span, _ in found)))
    words = _blanked(text, places)
    silences, faults = [], []
    for span, said in found:
        where = f"Строка {text.count(chr(10), 0, span[0]) + 1}"
        faults += [f"{where}: {fault}" for fault in said.faults]
        if said.rules:
            silences.append(_silence(said, where, None if said.is_whole else _paragraph(words, *span)))
    return Silencing(tuple(silences), places, tuple(faults))


def _silence(said: Directive, where: str, span: tuple[int, int] | None) -> Silence:
    return Silence(said.rules, said.reason, "", "comment", where, span=span)


def _places(text: str, comments: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The comments, each with the spaces that only it needs, line by line: one of several lines leaves them empty."""
    done = opening = -1  # where the place before ends; the same, when nothing but comments begins its line
    for first, last in comments:
        line = text.rfind("\n", 0, first) + 1
        floor = max(line, done)
        start, end = floor + len(text[floor:first].rstrip()), last
        if start in (line, opening):
            end += _spaces_at(text, last)
            opening = end
        done = end
        for piece in text[start:end].split("\n"):
            if piece:
                yield start, start + len(piece)
            start += len(piece) + 1


def _spaces_at(text: str, offset: int) -> int:
    """How many spaces stand there in the line."""
    rest = text[offset : _line_end(text, offset)]
    return len(rest) - len(rest.lstrip())


def _blanked(text: str, places: tuple[tuple[int, int], ...]) -> str:
    """The text with spaces for the comments, every other character in its place."""
    pieces, end = [], 0
    for start, next_end in places:
        pieces += [text[end:start], " " * (next_end - start)]
        end = next_end
    return "".join((*pieces, text[end:]))


def _paragraph(words: str, start: int, end: int) -> tuple[int, int]:
    """The span of the comment's own line when it has words, of the next line with words otherwise."""
    line, line_end = words.rfind("\n", 0, start) + 1, _line_end(words, end)
    if words[line:line_end].strip():
        return line, line_end
    following = _WORD.search(words, line_end)
    return (following.start(), _line_end(words, following.start())) if following else (len(words), len(words))


def _line_end(words: str, start: int) -> int:
    end = words.find("\n", start)
    return end if end >= 0 else len(words)
