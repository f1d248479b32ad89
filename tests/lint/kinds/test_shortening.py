"""Words cut short are told from addresses, units and full sentences."""

import pytest

from answer_builder.lint import Context, rule
from answer_builder.lint.splitting import split


def found(text: str) -> list[str]:
    finder = rule("abbreviation.cut_words").finder
    return [text[match.start : match.end] for match in finder.find(split(text), Context())]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        # Слово урезано точкой
        ("Стены подз. парковки покрашены.", ["подз."]),
        ("Насос проверил гл. энерг. больницы.", ["гл.", "энерг."]),
        ("Зам. нач. отд. Уткин примет Вас.", ["Зам.", "нач.", "отд."]),
        ("Дороги в нашей обл. ремонтируют.", ["обл."]),
        # Слово урезано дефисом
        ("Суд обязал отв-ка снести навес.", ["отв-ка"]),
        ("Закрыт уч-к дороги.", ["уч-к"]),
    ],
)
def test_a_word_cut_short_is_found(text: str, cut: list[str]) -> None:
    assert found(text) == cut


@pytest.mark.parametrize(
    "text",
    [
        # Адрес и имя
        "Дом по ул. Мира, корп. 2, кв. 5, Тульская обл., пос. Новый, им. Гагарина.",
        "Лекцию прочтёт проф. Уткина.",
        # Числа и меры
        "Куплено 5 шт. досок, 12 тыс. рублей, 760 мм рт. ст. и 40 экз. книг.",
        # Конец предложения, чужие слова
        "Навес снёс сосед. Забор цел. Двор чист.",
        "На вывеске написано «подз. переход».",
        "Кое-кто из юго-восточного района уже был.",
    ],
)
def test_addresses_units_and_sentence_ends_stay(text: str) -> None:
    assert found(text) == []
