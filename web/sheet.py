"""The letter as the page shows it: its prose cut into pieces, so that findings and page ends stand at their words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from answer_builder.letter.shortening import Shortening
from answer_builder.lint.readability import readability
from answer_builder.lint.readability_words import in_one_line
from answer_builder.model import Finding, Letter, Level
from answer_builder.one_letter import MadeLetter

_WORST_FIRST: tuple[Level, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; `ending` are the numbers of the findings that end with it."""

    text: str
    level: Level | None = None
    ending: tuple[int, ...] = ()
    begins_page: int | None = None


Paragraph = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What lies on the table: the letter, its pieces by part, the findings with their numbers, what to cut."""

    made: MadeLetter
    greeting: Paragraph
    text: tuple[Paragraph, ...]
    closing: tuple[Paragraph, ...]
    attachments: tuple[Paragraph, ...]
    findings: tuple[tuple[int, Finding], ...]
    shortening: Shortening | None = None

    @property
    def letter(self) -> Letter:
        """The wording itself."""
        return self.made.letter

    @property
    def ease(self) -> str:
        """How easy the letter is to read, in words; empty when it has no sentence."""
        reading = readability(self.letter.prose)
        return in_one_line(reading) if reading else ""


def lay_out(made: MadeLetter, shortening: Shortening | None = None) -> Sheet:
    """The sheet of a finished letter; findings are numbered from 1, those without words are numbered too."""
    letter = made.letter
    findings = tuple(enumerate((finding for finding in made.findings if not finding.suppressed), 1))
    paragraphs = list(_paragraphs(letter.prose, findings, _page_begin(made), made.pages.pages))
    end_of_text = 1 + len(letter.text)
    end_of_closing = end_of_text + len(letter.closing)
    return Sheet(
        made=made,
        greeting=paragraphs[0],
        text=tuple(paragraphs[1:end_of_text]),
        closing=tuple(paragraphs[end_of_text:end_of_closing]),
        attachments=tuple(paragraphs[end_of_closing:]),
        findings=findings,
        shortening=shortening,
    )


def _page_begin(made: MadeLetter) -> int:
    """Offset in the prose where the last page begins, -1 when it begins elsewhere or there is one page."""
    return made.letter.prose.find(made.pages.spills) if made.pages.spills else -1


def _paragraphs(
    prose: str, findings: Sequence[tuple[int, Finding]], page_begin: int, pages: int
) -> Iterator[Paragraph]:
    start = 0
    for line in prose.split("\n"):
        end = start + len(line)
        cuts = {start, end}
        cuts.update(offset for _, finding in findings for offset in (finding.start, finding.end))
        cuts.add(page_begin)
        inside = sorted(offset for offset in cuts if start <= offset <= end)
        yield tuple(
            _piece(prose, left, right, findings, pages if left == page_begin else None)
            for left, right in pairwise(inside)
        )
        start = end + 1


def _piece(prose: str, left: int, right: int, findings: Sequence[tuple[int, Finding]], page: int | None) -> Piece:
    covering = [(number, finding) for number, finding in findings if finding.start <= left and right <= finding.end]
    levels = {finding.level for _, finding in covering}
    return Piece(
        text=prose[left:right],
        level=next((level for level in _WORST_FIRST if level in levels), None),
        ending=tuple(number for number, finding in covering if finding.end == right),
        begins_page=page,
    )
