"""Codes of clauses are shown in words, and nothing else is taken for a code."""

import pytest

from answer_builder import authorities, catalogue, lint

OURS = authorities.all_authorities()["sakhalin_minstroy"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("001 6.2", "пункт 6.2 Порядка министерства"),
        ("нужно имя полностью (001 6.2)", "нужно имя полностью (пункт 6.2 Порядка министерства)"),
        ("п. 3.3 Порядка (001): без ошибок", "пункт 3.3 Порядка министерства: без ошибок"),
        (
            "часть 2 статьи 12 Федерального закона № 59-ФЗ, 001 7.5: проект",
            "часть 2 статьи 12 Федерального закона № 59-ФЗ, пункт 7.5 Порядка министерства: проект",
        ),
        # чужой порядок назван полностью
        ("003 8", "пункт 8 Правил министерства труда и социального развития Новосибирской области"),
        # в перечне норм чужие не нужны
        ("000 2.7; часть 1 статьи 9; 001 4.3", "часть 1 статьи 9; пункт 4.3 Порядка министерства"),
    ],
)
def test_code_becomes_the_clause_of_an_order(code: str, words: str) -> None:
    assert authorities.in_words(code, OURS) == words


@pytest.mark.parametrize(
    "text", ["телефон 8 001 12 34", "на 001 стр.", "№ 001", "(999 6.2)", "2 001 6", "сумма 1 001 5 руб.", "001 6а"]
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert authorities.in_words(text, OURS) == text


def test_no_code_is_left_in_any_norm_that_people_read() -> None:
    norms = [norm for answer in catalogue.all_answers().values() for norm in (*answer.basis, answer.term.basis)]
    norms += [rule.basis for rule in lint.all_rules()]
    for norm in norms:
        said = authorities.in_words(norm, OURS)
        assert not any(f"{code} " in said or f"({code})" in said for code in ("000", "001", "002", "003", "004")), norm
