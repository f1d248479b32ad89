"""The texts we ship: LanguageTool has nothing against a letter of any typical answer."""

from datetime import date

import pytest

from answer_builder import catalogue
from answer_builder.letter.example_case import example_case
from answer_builder.lint.languagetool.engine import Present
from answer_builder.lint.languagetool.servers import GivenServer
from answer_builder.one_letter import make_letter

EXAMPLES = [
    pytest.param(answer.slug, example, id=f"{answer.slug}-{number}")
    for answer in catalogue.all_answers().values()
    for number, example in enumerate(answer.examples)
]


@pytest.fixture(scope="module")
def engine(languagetool):
    return Present(GivenServer(languagetool), patience=0, budget=30)


@pytest.mark.parametrize(("slug", "example"), EXAMPLES)
def test_a_shipped_letter_is_read_and_not_blamed(engine, slug, example):
    made = make_letter(example_case(slug, example), today=date(2026, 11, 22), grammar=engine)
    assert made.look.is_read
    assert [(found.rule, found.match) for found in made.findings if found.rule.startswith("languagetool.")] == []
