"""A text cut into paragraphs and pieces, so that every finding can be underlined and numbered at its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from answer_builder.lint.rules import LEVELS
from answer_builder.model import Finding, Level

Numbered = tuple[int, Finding]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, the level of the shortest finding over it, the numbers of those that begin and end with it."""

    text: str
    level: Level | None = None
    beginning: tuple[int, ...] = ()
    ending: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text and the findings whose words begin in it."""

    number: int
    pieces: tuple[Piece, ...]
    findings: tuple[Numbered, ...]


def paragraphs(text: str, findings: Sequence[Numbered]) -> Iterator[Paragraph]:
    """Every line that has words, in order; findings are numbered, have words and come sorted by their beginning."""
    start, waiting = 0, list(reversed(findings))
    still_open: list[Numbered] = []
    for number, line in enumerate(text.split("\n"), 1):
        end = start + len(line)
        begun = []
        while waiting and waiting[-1][1].start <= end:
            begun.append(waiting.pop())
        still_open = [*(one for one in still_open if one[1].end > start), *begun]
        if line.strip() or begun:
            yield Paragraph(number, tuple(_pieces(text, start, end, still_open)), tuple(begun))
        start = end + 1


def _pieces(text: str, start: int, end: int, findings: Sequence[Numbered]) -> Iterator[Piece]:
    cuts = {start, end} | {cut for _, one in findings for cut in (one.start, one.end) if start < cut < end}
    for left, right in pairwise(sorted(cuts)):
        covering = [one for one in findings if one[1].start < right and left < one[1].end]
        inmost = min((finding for _, finding in covering), key=_length_then_level, default=None)
        yield Piece(
            text[left:right],
            level=inmost.level if inmost else None,
            beginning=tuple(number for number, finding in covering if finding.start == left),
            ending=tuple(number for number, finding in covering if finding.end == right),
        )


def _length_then_level(finding: Finding) -> tuple[int, int]:
    return finding.end - finding.start, LEVELS.index(finding.level)
