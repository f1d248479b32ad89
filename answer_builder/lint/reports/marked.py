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


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a finding, those on several lines without the space around; `start` is `end` if nothing is left."""

    number: int
    finding: Finding
    start: int
    end: int

    @property
    def length_then_level(self) -> tuple[int, int]:
        return self.end - self.start, LEVELS.index(self.finding.level)


def paragraphs(text: str, findings: Sequence[Numbered]) -> Iterator[Paragraph]:
    """Every line that has words or a finding, in order."""
    waiting = sorted((_words(text, *one) for one in findings), key=lambda words: words.start)[::-1]
    start = 0
    still_open: list[_Words] = []
    for number, line in enumerate(text.split("\n"), 1):
        end = start + len(line)
        begun = []
        while waiting and waiting[-1].start <= end:
            begun.append(waiting.pop())
        still_open = [*(words for words in still_open if words.end > start), *begun]
        if line.strip() or begun:
            beside = tuple((words.number, words.finding) for words in begun)
            yield Paragraph(number, tuple(_pieces(text, start, end, still_open)), beside)
        start = end + 1


def _words(text: str, number: int, finding: Finding) -> _Words:
    words = text[finding.start : finding.end]
    if "\n" not in words:
        return _Words(number, finding, finding.start, finding.end)
    start = finding.start + (len(words) - len(words.lstrip()) if words.strip() else 0)
    return _Words(number, finding, start, start + len(words.strip()))


def _pieces(text: str, start: int, end: int, open_words: Sequence[_Words]) -> Iterator[Piece]:
    cuts = {start, end} | {cut for words in open_words for cut in (words.start, words.end) if start < cut < end}
    waiting, covering = list(open_words[::-1]), list[_Words]()
    for left, right in pairwise(sorted(cuts)):
        while waiting and waiting[-1].start <= left:
            covering.append(waiting.pop())
        covering = [words for words in covering if words.end > left]
        inmost = min(covering, key=lambda words: words.length_then_level, default=None)
        yield Piece(
            text[left:right],
            level=inmost.finding.level if inmost else None,
            beginning=tuple(words.number for words in covering if words.start == left),
            ending=tuple(words.number for words in covering if words.end == right),
        )
    for words in open_words:
        if words.start == words.end:  # a line end is no sign to underline: its number stands alone
            yield Piece("", None, (words.number,), (words.number,))
