"""A letter without a greeting, and one whose greeting is only written badly."""

import pytest

from answer_builder.lint import check

LETTER = """Ваше обращение о ремонте двора рассмотрено. Двор благоустроят до 1 сентября 2026 г.: положат новый асфальт,
заменят бордюрный камень, поставят три светильника и четыре скамейки, посадят деревья и кусты, покрасят ограждение."""


def greeting_remarks(text: str) -> list[str]:
    return [finding.rule for finding in check(text) if finding.rule.startswith("greeting.")]


def test_letter_without_a_greeting() -> None:
    assert greeting_remarks(f"Министерство строительства\n{LETTER}") == ["greeting.missing"]


@pytest.mark.parametrize(
    ("greeting", "rule"),
    [
        ("Уважаемый Иванов И.И.", "greeting.impersonal"),
        ("Уважаемый заявитель,", "greeting.impersonal"),
        ("Уважаемый Иван Ильич", "greeting.sign"),
        ("Уважаемый Иван Ильич,", "greeting.sign"),
    ],
)
def test_bad_greeting_is_named_once(greeting: str, rule: str) -> None:
    assert greeting_remarks(f"{greeting}\n{LETTER}") == [rule]
