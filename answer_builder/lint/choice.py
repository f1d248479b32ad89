"""Which findings a check is about: by rule, by category, by level."""

from collections.abc import Iterable
from dataclasses import dataclass

from answer_builder.errors import CannotRun
from answer_builder.lint.rule_names import answers_to, unknown_name
from answer_builder.lint.rules import LEVELS
from answer_builder.model import Finding, Level


@dataclass(frozen=True, slots=True)
class Choice:
    """Names of rules and categories: nothing selected is everything, what is ignored is never selected."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def keeps(self, finding: Finding) -> bool:
        """True for a finding that the check is about."""
        if any(answers_to(finding, name) for name in self.ignore):
            return False
        return not self.select or any(answers_to(finding, name) for name in self.select)

    def has_category(self, category: str) -> bool:
        """True when the whole category is what the check is about."""
        return category not in self.ignore and (not self.select or category in self.select)


def read_choice(select: Iterable[str], ignore: Iterable[str]) -> Choice:
    """The choice of two lists, each item one name or several with commas; CannotRun names the item nobody knows."""
    return Choice(_names("--select", select), _names("--ignore", ignore))


def at_least(findings: Iterable[Finding], level: Level) -> tuple[Finding, ...]:
    """The findings of this level and the stricter ones."""
    return tuple(finding for finding in findings if LEVELS.index(finding.level) <= LEVELS.index(level))


def _names(option: str, items: Iterable[str]) -> tuple[str, ...]:
    names = tuple(name for item in items for part in item.split(",") if (name := part.strip()))
    for name in names:
        if problem := unknown_name(name):
            raise CannotRun(f"{option}: {problem} Список: answer-builder list rules")
    return names
