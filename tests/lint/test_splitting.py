"""Paragraphs, sentences and tokens with their offsets."""

import pytest

from answer_builder.lint.splitting import split


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


def test_a_paragraph_read_before_has_the_offsets_of_where_it_stands_now() -> None:
    line = "Ремонт закончен 5 мая. Адрес: «Дом», gov.ru."
    (first,) = split(line).paragraphs
    known = [set(sentence.clues) for sentence in first.sentences]
    document = split(f"Первый абзац.\n\n{line}\n{line}")
    assert [paragraph.number for paragraph in document.paragraphs] == [0, 1, 2, 3]
    for paragraph in document.paragraphs:
        assert all(sentence.paragraph == paragraph.number for sentence in paragraph.sentences)
        assert document.text[paragraph.start :].startswith(paragraph.text)
    for piece in (*document.tokens, *document.sentences):
        assert document.text[piece.start : piece.end] == piece.text
    assert [set(sentence.clues) for sentence in document.paragraphs[3].sentences] == known
    assert [token.is_quoted for token in document.paragraphs[2].tokens] == [token.is_quoted for token in first.tokens]
