"""Wordy phrases of a letter: how many lines it saves to say each shorter, as the checker proposes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from answer_builder.letter.overflow import lines_over
from answer_builder.letter.pages import lay_out
from answer_builder.letter.shortening import Cut
from answer_builder.letter.word_styles import W
from answer_builder.model import Finding
from answer_builder.office_package import OfficePackage

_SHORTER_BY = 3  # characters; less never saves a line but by chance
_MOST_MEASURED = 8  # phrases, those that save most characters first


@dataclass(frozen=True, slots=True)
class _Change:
    """Words of one line of the text and what may stand in their place."""

    line: int
    start: int
    end: int
    wordy: str
    short: str


def phrase_cuts(
    package: OfficePackage, text: str, findings: Iterable[Finding], *, aim: int, over: int
) -> Iterator[Cut]:
    """A cut for each phrase that saves a line, or for all of a paragraph where only together they do.

    `text` is what the findings refer to: lines of the file's paragraphs; `over` are the lines too many for `aim` pages.
    """
    lines = text.split("\n")
    by_line: dict[int, list[_Change]] = {}
    for change in _shorter(text, findings):
        by_line.setdefault(change.line, []).append(change)

    def saved(line: int, changes: Sequence[_Change]) -> int:
        root = package.xml(package.main)
        if not _reword(root, lines[line], changes):
            return 0
        left = lines_over(lay_out(package, root), aim)
        return over - left if left is not None else 0

    for line, changes in by_line.items():
        yield from _of_line(line, changes, saved)


def _of_line(line: int, changes: Sequence[_Change], saved: Callable[[int, Sequence[_Change]], int]) -> Iterator[Cut]:
    alone = [(change, saved(line, [change])) for change in changes]
    if any(lines > 0 for _, lines in alone):
        for change, lines in alone:
            yield _cut([change], lines)
    elif len(changes) > 1:
        yield _cut(changes, saved(line, changes))


def _cut(changes: Sequence[_Change], lines: int) -> Cut:
    return Cut("phrases", "", lines, tuple((change.wordy, change.short) for change in changes))


def _shorter(text: str, findings: Iterable[Finding]) -> list[_Change]:
    found: dict[int, _Change] = {}
    for finding in findings:
        short = min(finding.replacements, key=len, default=finding.match)
        if finding.suppressed or len(finding.match) - len(short) < _SHORTER_BY or "\n" in finding.match:
            continue
        line = text.count("\n", 0, finding.start)
        begins = text.rfind("\n", 0, finding.start) + 1
        change = _Change(line, finding.start - begins, finding.end - begins, finding.match, short)
        found.setdefault(finding.start, change)
    saving_most = sorted(found.values(), key=lambda change: len(change.short) - len(change.wordy))
    return sorted(saving_most[:_MOST_MEASURED], key=lambda change: (change.line, change.start))


def _reword(root: Any, line: str, changes: Sequence[_Change]) -> bool:
    """Puts the short words into the paragraph that holds the line; False when it is set in pieces we cannot tell."""
    for paragraph in root.iter(f"{W}p"):
        pieces = list(paragraph.iter(f"{W}t"))
        text = "".join(piece.text or "" for piece in pieces)
        if (at := text.find(line)) >= 0:
            for change in reversed(changes):
                _replace(pieces, at + change.start, at + change.end, change.short)
            return True
    return False


def _replace(pieces: Sequence[Any], start: int, end: int, words: str) -> None:
    at = 0
    for piece in pieces:
        text = piece.text or ""
        left, right = max(start - at, 0), min(end - at, len(text))
        if left < right:
            piece.text, words = text[:left] + words + text[right:], ""
        at += len(text)
