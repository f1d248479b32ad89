"""Where a line may end inside a word."""

import pytest

from answer_builder.letter.word_pieces import chunks


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        # дефис и тире
        ("кое-кто", ["кое-", "кто"]),
        ("8-800-200", ["8-", "800-", "200"]),
        ("-5", ["-5"]),
        ("северо-восточный,", ["северо-", "восточный,"]),
        ("«Дом»-«Сад»", ["«Дом»-«Сад»"]),
        ("2026–2027", ["2026–", "2027"]),
        ("2026—2027", ["2026", "—", "2027"]),
        ("–", ["–"]),
        # мягкий перенос
        ("энерго\u00adсбережение", ["энерго\u00ad", "сбережение"]),
        # косая черта и адреса сайтов
        ("и/или", ["и/или"]),
        ("https://example.ru/otvety?id=7", ["https://example.ru/otvety?", "id=7"]),
        ("a.petrova@example-mail.ru", ["a.petrova@example-", "mail.ru"]),
        # неразрывный пробел и скобки
        ("15\u00a0декабря", ["15\u00a0декабря"]),
        ("дом(а)", ["дом(а)"]),
        ("[1][2]", ["[1]", "[2]"]),
    ],
)
def test_a_word_is_cut_only_where_office_suites_cut_it(word, pieces):
    assert list(chunks(word)) == pieces
