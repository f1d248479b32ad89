import pytest

from answer_builder.errors import CannotRun
from answer_builder.letter.case_file import parse_case


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"answer": "solved", "answer": "cannot"}', "случай.json: поле «answer» указано дважды"),
        ('{"fields": {"due": "2026-12", "due": "2027-01"}}', "поле «due» указано дважды"),
        ('{"questions": [{"answer": "solved", "answer": ""}]}', "поле «answer» указано дважды"),
        ('{"answer": "solved"', "не читается как JSON, строка 1"),
        ("[1, 2]\nх", "не читается как JSON, строка"),
        ("", "файл пуст"),
    ],
)
def test_what_cannot_be_read_is_named(text, words):
    with pytest.raises(CannotRun) as error:
        parse_case(text, "случай.json")
    assert words in str(error.value)


def test_the_same_key_may_stand_in_two_sections():
    assert parse_case('{"addressee": {"email": "a"}, "executor": {"email": "b"}}', "случай.json")
