"""Every rule file shows itself working: its bad examples are found, its good ones are not."""

import pytest

from answer_builder.errors import BrokenContent, CannotRun
from answer_builder.lint import Context, Example, Rule, all_rules, check, rule
from answer_builder.lint.rules import read_rule

EXAMPLES = [
    pytest.param(own, example, id=f"{own.id}-{number}")
    for own in all_rules()
    for number, example in enumerate(own.examples, 1)
]

RULE = """
title = "Слово «бяка»"
why = "Так не пишут"
basis = "п. 3.7"
level = "warning"
kind = "phrase"
message = "Уберите «{match}»."
phrases = ["бяка"]
examples = [
  {bad = "Это бяка.", finds = "бяка", good = "Это дом."},
  {bad = "Тут бяка.", finds = "бяка", good = "Тут дом."},
]
"""


def found(example: Example) -> list[tuple[str, str, str]]:
    context = Context(is_several=example.is_several, pages=example.pages, answers=example.answers)
    return [(finding.rule, finding.level, finding.match) for finding in check(example.text, context=context)]


@pytest.mark.parametrize(("own", "example"), EXAMPLES)
def test_example_of_rule(own: Rule, example: Example) -> None:
    assert tuple(match for rule_id, _, match in found(example) if rule_id == own.id) == example.finds
    if not example.finds:
        assert [finding for finding in found(example) if finding[1] != "info"] == []


def test_rules_are_sorted_and_their_ids_are_unique() -> None:
    ids = [own.id for own in all_rules()]
    assert ids == sorted(set(ids))


def test_rule_tells_why_and_which_clause() -> None:
    own = rule("spelling.unknown_word")
    assert (own.category, own.level, own.file) == ("spelling", "error", "spelling/unknown_word.toml")
    assert "3.3" in own.basis
    assert own.why


def test_unknown_rule_is_a_sentence() -> None:
    with pytest.raises(CannotRun, match=r"Правила «jargon\.nothing» нет"):
        rule("jargon.nothing")


def test_sound_rule_is_read() -> None:
    own = read_rule("jargon", "bad_thing", RULE)
    assert own.id == "jargon.bad_thing"
    assert [example.finds for example in own.examples] == [("бяка",), (), ("бяка",), ()]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('why = "Так не пишут"', "", "why"),
        ('title = "Слово «бяка»"', "title = 5", "title"),
        ('level = "warning"', 'level = "fatal"', "level"),
        ('kind = "phrase"', 'kind = "magic"', "kind"),
        ('phrases = ["бяка"]', "", "phrases"),
        ('phrases = ["бяка"]', 'phrases = ["бяка …"]', "phrases"),
        ('phrases = ["бяка"]', 'phrases = ["бяка"]\nunless_fact = "rumour"', "unless_fact"),
        ('phrases = ["бяка"]', 'phrases = ["бяка"]\nunless_told = "rumour"', "unless_told"),
        ('phrases = ["бяка"]', 'phrases = ["бяка"]\nseverity = "high"', "severity"),
        ('phrases = ["бяка"]', 'find = [{phrases = "бяка", colour = "red"}]', "colour"),
        ('finds = "бяка", good = "Тут дом."', 'finds = "бяка"', "examples"),
        ('finds = "бяка", good = "Тут дом."', 'good = "Тут дом."', "finds"),
        ("title", "= title", "TOML"),
    ],
)
def test_broken_rule_is_named_with_its_field(old: str, new: str, field: str) -> None:
    assert old in RULE
    with pytest.raises(BrokenContent, match=f"jargon/bad_thing.toml.*{field}"):
        read_rule("jargon", "bad_thing", RULE.replace(old, new, 1))
