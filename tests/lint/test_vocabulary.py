"""Every word and phrase that the rules promise is found: deleting one from a rule fails here.

`python -m benchmarks rules` deletes each in turn and names those that no line needs.
"""

from collections import defaultdict
from pathlib import Path

import pytest

from answer_builder.lint import all_rules, rule
from answer_builder.lint.context import Context
from answer_builder.lint.splitting import split

VOCABULARY = Path(__file__).parents[1] / "data" / "lint" / "vocabulary.tsv"
NEEDS_MORE_THAN_TEXT = {"length.pages", "situation.must_say", "situation.must_not_say"}  # tested with a letter's data


def vocabulary() -> dict[str, list[str]]:
    """Texts by rule; `\\n` stands for a new paragraph."""
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for line in VOCABULARY.read_text("utf-8").splitlines():
        rule_id, text = line.split("\t")
        texts[rule_id].append(text.replace("\\n", "\n"))
    return texts


@pytest.mark.parametrize(("rule_id", "texts"), [pytest.param(*pair, id=pair[0]) for pair in vocabulary().items()])
def test_rule_finds_every_word_it_promises(rule_id: str, texts: list[str]) -> None:
    finder = rule(rule_id).finder
    assert [text for text in texts if next(iter(finder.find(split(text), Context())), None) is None] == []


def test_every_rule_promises_something() -> None:
    assert {own.id for own in all_rules()} - vocabulary().keys() == NEEDS_MORE_THAN_TEXT
