"""The checker of letters: findings with a reason and a clause, rules as data, the text of a file."""

from answer_builder.lint.choice import Choice, at_least, read_choice
from answer_builder.lint.context import Context
from answer_builder.lint.engine import check
from answer_builder.lint.installed import SwitchedOff, all_rules, rule, switched_off
from answer_builder.lint.languagetool import OFF as NO_SECOND_ENGINE
from answer_builder.lint.languagetool import Look, Mode, NotRead, SecondEngine, second_engine
from answer_builder.lint.reading import read_origin, read_text
from answer_builder.lint.rule_names import unknown_name
from answer_builder.lint.rules import CATEGORIES, LEVELS, Example, Rule
from answer_builder.lint.suppression import (
    NOTHING,
    Baseline,
    Silencing,
    baseline_bytes,
    read_baseline,
    read_comments,
)

__all__ = [
    "CATEGORIES",
    "LEVELS",
    "NOTHING",
    "NO_SECOND_ENGINE",
    "Baseline",
    "Choice",
    "Context",
    "Example",
    "Look",
    "Mode",
    "NotRead",
    "Rule",
    "SecondEngine",
    "Silencing",
    "SwitchedOff",
    "all_rules",
    "at_least",
    "baseline_bytes",
    "check",
    "read_baseline",
    "read_choice",
    "read_comments",
    "read_origin",
    "read_text",
    "rule",
    "second_engine",
    "switched_off",
    "unknown_name",
]
