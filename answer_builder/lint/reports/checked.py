"""One checked file, as every report sees it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answer_builder.lint.rules import LEVELS
from answer_builder.model import Finding


@dataclass(frozen=True, slots=True)
class Checked:
    """A file's name, its text, the findings in it; `pages` is None when a page has no meaning for it.

    `answers` are the titles of the typical answers it was checked as, `authority` the slug of the body that gives them;
    `unchecked` says why LanguageTool has not read it, empty when it has or was not wanted.
    """

    path: str
    text: str
    findings: tuple[Finding, ...]
    pages: int | None = None
    answers: tuple[str, ...] = ()
    authority: str = ""
    unchecked: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All checked files and the engines that looked at them."""

    files: Sequence[Checked]
    engines: Mapping[str, str]


def strictest(findings: Sequence[Finding], most: int | None) -> tuple[Finding, ...]:
    """At most so many findings, errors before warnings before advice, in the order of the text; all for None."""
    if most is None or len(findings) <= most:
        return tuple(findings)
    by_level = sorted(range(len(findings)), key=lambda place: LEVELS.index(findings[place].level))
    return tuple(findings[place] for place in sorted(by_level[:most]))
