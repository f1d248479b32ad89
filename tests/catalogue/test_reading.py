import datetime

import pytest

from answer_builder import catalogue
from answer_builder.catalogue.reading import read_answer
from answer_builder.errors import BrokenContent

SHARED = {"phrases": {"opening": "По вопросу {{ subject }}."}, "fields": {}}


def answer(**changes):
    data = {
        "title": "Проверка",
        "kind": "notice",
        "order": 1,
        "when": "Всегда",
        "document": "notification",
        "basis": ["001 7.4"],
        "legal_as_of": datetime.date(2024, 12, 28),
        "review_by": datetime.date(2027, 6, 1),
        "regime": "59-fz",
        "closes": False,
        "subject_line": "О проверке",
        "term": {"days": 7, "from": "регистрация", "basis": "часть 1"},
        "text": ["{{ opening }}", "{{ body }}"],
        "must_say": ["по вопросу"],
        "must_not_say": [],
        "fields": [
            {"key": "subject", "label": "Вопрос", "type": "phrase", "case": "genitive", "example": "ремонта"},
        ],
        "examples": [
            {"title": "а", "addressee": {"name": "А"}, "says": ["б"]},
            {"title": "б", "addressee": {"name": "Б"}, "says": ["в"]},
        ],
    }
    return {key: value for key, value in (data | changes).items() if value is not ...}


def read(**changes):
    return read_answer("proverka", "notice", answer(**changes), SHARED, "notices/proverka.toml")


def test_a_right_file_is_read():
    assert read().fields[0].grammatical_case == "genitive"


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"basis": ...}, "нет поля «basis»"),
        ({"basis": "001"}, "поле «basis» другого типа"),
        ({"document": "letter"}, "поле «document» = «letter»"),
        ({"colour": "red"}, "неизвестное поле «colour»"),
        ({"kind": "ground"}, "поле «kind» должно быть «notice»"),
        ({"text": ["{{ opening }}", "{{ body }}", "{{ sabject }}"]}, "неизвестное поле «sabject»"),
        ({"text": ["{{ opening }}"]}, "нет абзаца «{{ body }}»"),
        ({"text": ["Здравствуйте.", "{{ body }}"]}, "поле «subject» нигде не стоит"),
        ({"text": ["{{ opening }} {{ body }}"]}, "должен стоять отдельным абзацем"),
        ({"examples": []}, "не меньше двух примеров"),
        ({"fields": [{"use": "nothing"}]}, "поля «nothing» нет в shared.toml"),
        (
            {"fields": [{"key": "subject", "label": "Вопрос", "type": "phrase", "case": "genitive"}]},
            "поле subject: нет «example»",
        ),
        (
            {"fields": [{"key": "subject", "label": "Вопрос", "type": "phrase", "example": "ремонта"}]},
            "для phrase укажите «case»",
        ),
        (
            {"fields": [{"key": "subject", "label": "В", "type": "text", "example": "ремонта", "required": False}]},
            "необязательное поле «subject» стоит в тексте вне квадратных скобок",
        ),
    ],
)
def test_a_wrong_file_is_named_with_its_field(changes, complaint):
    with pytest.raises(BrokenContent) as error:
        read(**changes)
    assert "notices/proverka.toml" in str(error.value)
    assert complaint in str(error.value)


def test_every_shipped_answer_names_its_law_and_its_review_day():
    for entry in catalogue.shipped().values():
        assert any("статьи" in line for line in entry.basis), entry.slug
        assert entry.legal_as_of < entry.review_by, entry.slug
