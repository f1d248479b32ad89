"""The rules that found something, as SARIF describes a rule: what, why, how strict, with examples."""

from typing import Any

from answer_builder import authorities
from answer_builder.lint.installed import all_rules
from answer_builder.lint.languagetool import explanation
from answer_builder.lint.reports.checked import Report
from answer_builder.lint.rules import CATEGORIES, Rule
from answer_builder.model import Finding, Level

_LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "note"}


def level_of(level: Level) -> str:
    """Our level as SARIF calls it."""
    return _LEVELS[level]


def descriptors(report: Report) -> list[dict[str, Any]]:
    """One descriptor a rule, sorted by its id."""
    found = {finding.rule: finding for checked in reversed(report.files) for finding in reversed(checked.findings)}
    ours = {rule.id: rule for rule in all_rules()}
    return [
        _of_rule(ours[rule_id]) if rule_id in ours else _of_second_engine(found[rule_id]) for rule_id in sorted(found)
    ]


def _of_rule(rule: Rule) -> dict[str, Any]:
    bad = [example.text for example in rule.examples if example.finds]
    good = [example.text for example in rule.examples if not example.finds]
    return _descriptor(
        rule.id,
        category=rule.category,
        level=rule.level,
        title=rule.title,
        why=rule.why,
        basis=rule.basis,
        examples=(*(f"Находит: {text}" for text in bad), *(f"Не трогает: {text}" for text in good)),
    )


def _of_second_engine(finding: Finding) -> dict[str, Any]:
    """LanguageTool tells of its rules nothing but what its remark says."""
    return _descriptor(
        finding.rule,
        category=finding.category,
        level=finding.level,
        title=next(iter(explanation(finding.rule)), finding.rule),
        why=finding.why,
        basis=finding.basis,
    )


def _descriptor(  # a rule in parts
    rule_id: str, *, category: str, level: Level, title: str, why: str, basis: str, examples: tuple[str, ...] = ()
) -> dict[str, Any]:
    bodies = authorities.all_authorities()
    in_words = authorities.in_words(basis, bodies[authorities.default_slug()])
    help_lines = (why, f"Основание: {in_words}", *examples)
    return {
        "id": rule_id,
        "shortDescription": {"text": title},
        "fullDescription": {"text": why},
        "help": {"text": "\n".join(help_lines)},
        "defaultConfiguration": {"level": level_of(level)},
        "properties": {"category": category, "basis": in_words, "tags": [CATEGORIES[category][0]]},
    }
