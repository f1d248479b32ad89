"""What a person meant by a word that is no placeholder."""

import pytest

from answer_builder.letter.placeholders import meant, placeholders


@pytest.mark.parametrize(
    ("word", "name"),
    [
        # опечатки
        ("adressee", "addressee"),
        ("signatory_nam", "signatory_name"),
        # Word пишет с прописной
        ("Heading", "heading"),
        # кириллица, похожая на латиницу
        ("техt", "text"),
        ("аddressee", "addressee"),
        # по-русски
        ("адресат", "addressee"),
        ("Исполнитель", "executor_mark"),
        ("дата", "letter_date"),
        ("номер_обращения", "reference_number"),
        ("отметка об исполнителе: имя и телефон", "executor_mark"),
        # ничего похожего
        ("qqq", None),
        ("", None),
    ],
)
def test_what_was_meant(word, name):
    assert meant(word, list(placeholders())) == name


def test_no_word_means_two_things():
    words = [word for placeholder in placeholders().values() for word in (placeholder.title, *placeholder.also)]
    assert len(words) == len(set(words))
