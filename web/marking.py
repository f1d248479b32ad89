"""The lines of a letter cut at the words the checker remarks on."""

from collections.abc import Iterable
from dataclasses import dataclass

from answer_builder.model import Finding, Letter


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words; `number` counts the finding from 1, 0 is plain text."""

    text: str
    number: int = 0
    level: str = ""


def marked_lines(letter: Letter, findings: Iterable[Finding]) -> list[list[Piece]]:
    """`letter.prose` line by line; of findings that overlap, the first keeps the words."""
    prose = letter.prose
    numbered = sorted(enumerate(findings, 1), key=lambda pair: (pair[1].start, -pair[1].end))
    lines, start = [], 0
    for line in prose.split("\n"):
        end, place, pieces = start + len(line), start, []
        for number, finding in numbered:
            left, right = max(finding.start, place), min(finding.end, end)
            if left >= right or finding.start < start:
                continue
            if left > place:
                pieces.append(Piece(prose[place:left]))
            pieces.append(Piece(prose[left:right], number, finding.level))
            place = right
        if place < end or not pieces:
            pieces.append(Piece(prose[place:end]))
        lines.append(pieces)
        start = end + 1
    return lines
