"""Slang and rudeness as a surname, a village or a river is nobody's fault."""

import pytest

from answer_builder.lint import check

PLACES = (
    "Специалист {} А. П. ответит Вам по телефону.",
    "Ответ подготовил А. П. {}, срок – 5 мая.",
    "Заявление подал Пётр {}.",
    "В деревне {} построен колодец.",
    "Мост через реку {} отремонтирован 3 июня.",
    "На улице {} заменены 12 фонарей.",
)
WORDS = ("Косяк", "Тренд", "Кринж", "Хайп", "Бомж", "Алкаш", "Тимлид", "Неуч", "Бухарик", "Склока", "Баба")


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("place", PLACES)
def test_name_is_no_rude_word(place: str, word: str) -> None:
    assert [finding.match for finding in check(place.format(word)) if finding.level != "info"] == []


@pytest.mark.parametrize("word", ["кринж", "бомж", "алкаш"])
def test_same_word_in_small_letters_is_found(word: str) -> None:
    assert word in [finding.match for finding in check(f"Ответ подготовил {word}, срок – 5 мая.")]


def test_your_with_a_capital_letter_is_no_name() -> None:
    assert "Вашей-то" in [finding.match for finding in check("Мы о Вашей-то жалобе и не слышали.")]
