"""The plain text that every match of an expression holds."""

import re

import pytest

from answer_builder.lint import all_rules
from answer_builder.lint.kinds.regex import Patterns
from answer_builder.lint.needles import needles
from answer_builder.lint.text import split


@pytest.mark.parametrize(
    ("expression", "texts"),
    [
        (r"\bна сч[её]т(?=\s)", ("на сч",)),
        (r"\b(?:кринж|хайп)\w*", ("кринж", "хайп")),
        (r"(?:раз)?рулить", ("рулить",)),
        (r"абв?г+д", ("аб",)),
        (r"Закон|Указ", ("закон", "указ")),
        (r"(?<!не )\w+", ("",)),
        (r"[абв]{2}", ("",)),
        (r"(?P<what>так же)(?! как)", ("так же",)),
    ],
)
def test_longest_text_that_must_be_there(expression: str, texts: tuple[str, ...]) -> None:
    assert needles(expression) == texts


def test_no_example_of_a_rule_is_missed_for_its_needles() -> None:
    for rule in all_rules():
        if isinstance(rule.finder, Patterns):
            for pattern in rule.finder.patterns:
                for text in (example.text for example in rule.examples):
                    if re.search(pattern.expression, text):
                        assert pattern.may_match(split(text)), (rule.id, pattern.expression.pattern)
