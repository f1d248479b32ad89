"""Which findings are silenced, by whom, and which wishes to silence had nothing to do."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from answer_builder.lint.prose import Mark, Prose, cuts
from answer_builder.lint.rule_names import answers_to
from answer_builder.lint.rules import CATEGORIES
from answer_builder.model import Finding, Silence, Suppression

_NEVER = frozenset({"situation"})  # what the law makes a letter say, and what it must not (docs/decisions/0014)


@dataclass(frozen=True, slots=True)
class Silencing:
    """The wishes about one text, the spans of the comments that utter them, and what is wrong with those comments.

    `marks` of a Markdown text are all that is no word of it, the comments too.
    """

    silences: tuple[Silence, ...] = ()
    places: tuple[tuple[int, int], ...] = ()
    faults: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()

    def prose(self, text: str) -> Prose:
        """The text without the comments and the marks of Markdown: they are no words of the letter."""
        return Prose(text, self.marks or cuts(self.places))

    def also(self, silences: Iterable[Silence]) -> "Silencing":
        """The same with further wishes, those of a case."""
        return replace(self, silences=(*self.silences, *silences))

    def applied(self, findings: Sequence[Finding], text: str) -> tuple[Finding, ...]:
        """The findings, those silenced marked so; the first wish that covers a finding gets its name on it."""
        words = self.prose(text).blanked if self.silences else text
        places = [(silence, _spans(silence, words)) for silence in self.silences]
        return tuple(_silenced(finding, places) for finding in findings) if places else tuple(findings)

    def complaints(self, findings: Sequence[Finding], text: str, *, is_read_twice: bool = True) -> tuple[str, ...]:
        """What the writers of the wishes should mend: no reason, an unknown rule, nothing to silence.

        Where LanguageTool has not read the text (`is_read_twice` is False), nothing is said of what it may have found.
        """
        words = self.prose(text).blanked if self.silences else text
        idle = (said for silence in self.silences for said in _idle(silence, findings, words, is_read_twice))
        return tuple(said if said.endswith("?") else f"{said}." for said in (*self.faults, *idle))


NOTHING = Silencing()


def may_be_silenced(finding: Finding) -> bool:
    """False for what the law demands of the letter."""
    return finding.category not in _NEVER


def _silenced(finding: Finding, places: Iterable[tuple[Silence, tuple[tuple[int, int], ...] | None]]) -> Finding:
    if not may_be_silenced(finding):
        return finding
    for silence, spans in places:
        if _covers(silence.rules, spans, finding):
            why = Suppression(silence.by, silence.reason, silence.author)
            return replace(finding, suppressed=True, suppressed_by=why)
    return finding


def _covers(rules: Iterable[str], spans: tuple[tuple[int, int], ...] | None, finding: Finding) -> bool:
    """True when a wish about these rules and places is about the finding; what a text lacks has no place in it."""
    if not any(answers_to(finding, name) for name in rules):
        return False
    if spans is None:
        return True
    return any(start < finding.end and finding.start < end for start, end in spans)


def _spans(silence: Silence, text: str) -> tuple[tuple[int, int], ...] | None:
    """Where the wish holds; None is everywhere."""
    if silence.match:
        words = r"\s+".join(map(_pattern, silence.match.split()))
        found = re.finditer(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE)
        return tuple(place.span() for place in found)
    return None if silence.span is None else (silence.span,)


def _pattern(word: str) -> str:
    return re.sub("[её]", "[её]", re.escape(word), flags=re.IGNORECASE)


def _idle(silence: Silence, findings: Sequence[Finding], text: str, is_read_twice: bool) -> Iterator[str]:
    spans = _spans(silence, text)
    for name in silence.rules:
        if name.partition(".")[0] in _NEVER:
            yield f"{silence.where}: {name} – слова, которых требует закон, их замечания не снимаются"
            continue
        is_judged = is_read_twice or (name not in CATEGORIES and name.partition(".")[0] in CATEGORIES)
        covered = any(may_be_silenced(finding) and _covers((name,), spans, finding) for finding in findings)
        if is_judged and not covered:
            yield f"{silence.where}: по {name} здесь замечаний нет, эту просьбу можно убрать"
