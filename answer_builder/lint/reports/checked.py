"""One checked file, as every report sees it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answer_builder import authorities
from answer_builder.authorities import Authority
from answer_builder.lint.prose import Prose
from answer_builder.lint.replacement_words import quoted
from answer_builder.lint.rules import LEVELS
from answer_builder.lint.suppression import NOTHING, Silencing
from answer_builder.model import Finding, Level


@dataclass(frozen=True, slots=True)
class Checked:
    """A file's name, its text, the findings in it; `pages` is None when a page has no meaning for it.

    `answers` are the titles of the typical answers it was checked as, `authority` the slug of the body that gives them;
    `unchecked` says why LanguageTool has not read it, empty when it has or was not wanted; `notes` are about requests
    to silence remarks, those of the file itself and of its case; `silencing` knows what in the text is no word of it.
    """

    path: str
    text: str
    findings: tuple[Finding, ...]
    pages: int | None = None
    answers: tuple[str, ...] = ()
    authority: str = ""
    unchecked: str = ""
    notes: tuple[str, ...] = ()
    silencing: Silencing = NOTHING

    @property
    def prose(self) -> Prose:
        """The text as the rules read it."""
        return self.silencing.prose(self.text)

    @property
    def has_lines(self) -> bool:
        """True when its paragraphs have several lines each, which findings count."""
        return bool(self.silencing.marks)

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings that nobody has silenced."""
        return tuple(finding for finding in self.findings if not finding.suppressed)

    @property
    def body(self) -> Authority:
        """The body whose order the findings cite: the file's own, otherwise the installation's."""
        bodies = authorities.all_authorities()
        return bodies[self.authority if self.authority in bodies else authorities.default_slug()]

    def basis(self, finding: Finding) -> str:
        """The clause that a finding rests on, in words."""
        return authorities.in_words(finding.basis, self.body)


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be checked, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """All checked files, the engines that looked at them, the levels that fail, the files that could not be read."""

    files: Sequence[Checked]
    engines: Mapping[str, str]
    failing: Sequence[Level] = ("error",)
    unread: Sequence[Unread] = ()


def strictest(findings: Sequence[Finding], most: int | None) -> tuple[Finding, ...]:
    """At most so many findings, errors before warnings before advice, in the order of the text; all for None."""
    if most is None or len(findings) <= most:
        return tuple(findings)
    by_level = sorted(range(len(findings)), key=lambda place: LEVELS.index(findings[place].level))
    return tuple(findings[place] for place in sorted(by_level[:most]))


def unsaid(finding: Finding) -> tuple[str, ...]:
    """The replacements worth reading that the message has not named already."""
    return tuple(words for words in finding.replacements if words.strip() and quoted(words) not in finding.message)
