"""Names by which people call rules: an id (`evasion.accepted`), a category (`evasion`), a rule of LanguageTool."""

import re
from difflib import get_close_matches

from answer_builder.lint.installed import all_rules, switched_off
from answer_builder.lint.rules import CATEGORIES
from answer_builder.model import Finding

_SECOND_ENGINE = "languagetool"
_OF_SECOND_ENGINE = re.compile(
    rf"{_SECOND_ENGINE}(?:\.[A-Za-zА-Яа-яЁё0-9_-]+(?:\[\d+\])?)?"
)  # the server alone knows all


def unknown_name(name: str) -> str:
    """What to say of a name that no rule answers to, with the nearest one; empty for a good name."""
    if name in CATEGORIES or _OF_SECOND_ENGINE.fullmatch(name):
        return ""
    known = [rule.id for rule in all_rules()] + [rule.id for rule in switched_off()]
    if name in known:
        return ""
    near = get_close_matches(name.lower(), [*CATEGORIES, *known], n=1, cutoff=0.5)
    hint = f" Возможно, вы имели в виду «{near[0]}»?" if near else ""
    return f"правила или категории «{name}» нет.{hint}"


def answers_to(finding: Finding, name: str) -> bool:
    """True when the finding is of the rule or category called so; `languagetool` is all of the second engine."""
    return name in (finding.rule, finding.category, finding.rule.partition(".")[0])
