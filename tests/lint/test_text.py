"""Paragraphs, sentences and tokens with their offsets."""

import pytest

from answer_builder.lint.text import split


def sentences(text: str) -> list[str]:
    return [sentence.text.strip() for sentence in split(text).sentences]


@pytest.mark.parametrize(
    "text",
    [
        # одно предложение
        "Дом № 5 по ул. Ленина отремонтируют.",
        "Ответит специалист Петров И.И. из отдела.",
        "Ответит И. И. Петров из отдела.",
        "Приходите в г. Корсаков по адресу: д. 5, кв. 12.",
        "Согласно п. 5 ст. 8 закона срок равен 30 дням.",
        "Договор подписан 5 мая 2024 г. в Корсакове.",
        "Нужны паспорт, справка и т. д. для отдела.",
        "1. Ремонт завершён 5 мая.",
        "Адрес сайта: minstroy.example.ru, почта: ask@example.ru.",
        "Плата – 1 250,50 руб. за месяц.",
    ],
)
def test_full_stop_inside_a_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ремонт завершён. Акт подписан.", ["Ремонт завершён.", "Акт подписан."]),
        ("Ремонт окончен в 2024 г. Акт подписан.", ["Ремонт окончен в 2024 г.", "Акт подписан."]),
        ("Вы спросили: когда? Ответ – завтра!", ["Вы спросили: когда?", "Ответ – завтра!"]),
        ("Закон «О связи». «Почта» работает.", ["Закон «О связи».", "«Почта» работает."]),
        ("Первый абзац\nВторой абзац", ["Первый абзац", "Второй абзац"]),
        ("\n\n  \n", []),
        ("Мощность – 109 л.с. За год начислен налог.", ["Мощность – 109 л.с.", "За год начислен налог."]),
        ("Уберут ветки и т. д. Работы начнут в мае.", ["Уберут ветки и т. д.", "Работы начнут в мае."]),
    ],
)
def test_end_of_a_sentence(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_tokens_know_their_place_kind_and_quotation() -> None:
    text = "Дом\nзаявитель пишет: «шум 🎺 ночью» 5 мая, ask@example.ru"
    tokens = list(split(text).tokens)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert [token.text for token in tokens if token.is_quoted] == ["шум", "ночью"]
    assert {token.text: token.kind for token in tokens}["ask@example.ru"] == "link"
    assert {token.text: token.kind for token in tokens}["5"] == "number"
