"""The sentence that stands at a place of a paragraph."""

import pytest

from answer_builder.letter.sentences import sentence_at


@pytest.mark.parametrize(
    ("sentence", "next_one"),
    [
        # обычный конец
        ("Дом обследован.", "Крышу отремонтируют."),
        ("Когда начнутся работы?", "В мае."),
        ("Подрядчик пишет: «Работы закончены.»", "Акт подписан."),
        ("Это произошло в 2025 году.", "15 мая работы начались."),
        # точка внутри предложения
        ("Дом стоит на ул. Ленина, д. 5, кв. 12.", "Крыша цела."),
        ("Письмо подписал А. В. Иванов.", "Копия приложена."),
        ("Работы стоят 5 тыс. руб. и оплачены.", "Долга нет."),
        ("Сайт example.ru открыт.", "Зайдите туда."),
    ],
)
def test_a_sentence_ends_where_a_reader_hears_its_end(sentence, next_one):
    text = f"{sentence} {next_one}"
    assert sentence_at(text, 0) == sentence
    assert sentence_at(text, len(sentence) - 1) == sentence
    assert sentence_at(text, len(sentence) + 2) == next_one


def test_the_sentence_is_told_in_one_line():
    assert sentence_at("Первая строка\nи вторая.", 3) == "Первая строка и вторая."
