"""Comments in .txt and .md: `<!-- answer-builder: ignore evasion.accepted – причина -->`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from answer_builder.lint.prose import Prose, cuts
from answer_builder.lint.suppression.directive import Directive, read_directive
from answer_builder.lint.suppression.silencing import Silencing
from answer_builder.model import Silence

_COMMENT = re.compile(r"<!--(.{0,2000}?)-->", re.DOTALL)
_WORD = re.compile(r"\S")


def text_comments(text: str) -> Silencing:
    """What the comments of a text ask; one alone on its line is about the next paragraph, any other about its own."""
    asked = _asked(_COMMENT.finditer(text))
    places = tuple(_places(text, (span for span, _ in asked)))
    return _silencing(text, Prose(text, cuts(places)), asked, places)


def markdown_comments(text: str) -> Silencing:
    """The same of a Markdown text, whose paragraphs may have several lines; a comment shown as code asks nothing."""
    from answer_builder.lint.markdown import read_markdown  # noqa: PLC0415  (the parser only for .md)

    marks, html = read_markdown(text)
    asked = _asked(comment for span in html for comment in _COMMENT.finditer(text, *span))
    silencing = _silencing(text, Prose(text, marks), asked, tuple(span for span, _ in asked))
    return replace(silencing, marks=marks)


def _asked(comments: Iterable[re.Match[str]]) -> list[tuple[tuple[int, int], Directive]]:
    return [(comment.span(), said) for comment in comments if (said := read_directive(comment[1]))]


def _silencing(
    text: str,
    prose: Prose,
    asked: Iterable[tuple[tuple[int, int], Directive]],
    places: tuple[tuple[int, int], ...],
) -> Silencing:
    silences, faults = [], []
    for span, said in asked:
        where = f"Строка {text.count(chr(10), 0, span[0]) + 1}"
        faults += [f"{where}: {fault}" for fault in said.faults]
        if said.rules:
            silences.append(_silence(said, where, None if said.is_whole else _paragraph(prose.blanked, *span)))
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
