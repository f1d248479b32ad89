import datetime
import json

import pytest

from answer_builder import catalogue
from answer_builder.catalogue.reading import read_answer, read_shared
from answer_builder.errors import BrokenContent

SHARED = read_shared(
    "shared.toml",
    '[phrases]\nopening = "По вопросу {{ subject }}."\ncontact = "Звоните."\nlaw = "закона № 59-ФЗ"\n'
    '[arrived]\npost = "поступившее"\n',
)


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
    return to_toml({key: value for key, value in (data | changes).items() if value is not ...})


def to_toml(data):
    """Enough TOML for these files: scalars, lists and inline tables."""
    return "\n".join(f"{key} = {literal(value)}" for key, value in data.items())


def literal(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {literal(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(literal(item) for item in value) + "]"
    return value.isoformat() if isinstance(value, datetime.date) else json.dumps(value, ensure_ascii=False)


def read(**changes):
    return read_answer("notice", "proverka", answer(**changes), SHARED)


def test_a_right_file_is_read():
    assert read().fields[0].grammatical_case == "genitive"


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"basis": ...}, "поле «basis»: нужна хотя бы одна строка"),
        ({"basis": 1}, "поле «basis»: нужна строка или список"),
        ({"document": "letter"}, "поле «document»: «letter» не подходит"),
        ({"colour": "red"}, "поле «colour»: такого поля нет"),
        ({"kind": "ground"}, "поле «kind»: «ground» не подходит"),
        ({"text": ["{{ opening }}", "{{ body }}", "{{ sabject }}"]}, "неизвестное поле «sabject»"),
        ({"text": ["{{ opening }}"]}, "нет абзаца «{{ body }}»"),
        ({"text": ["Здравствуйте.", "{{ body }}"]}, "поле «subject» нигде не стоит"),
        ({"text": ["{{ opening }} {{ body }}"]}, "должен стоять отдельным абзацем"),
        ({"examples": []}, "нужно не меньше двух примеров"),
        ({"fields": [{"use": "nothing"}]}, "поля «nothing» нет в shared.toml"),
        (
            {"fields": [{"key": "subject", "label": "Вопрос", "type": "phrase", "case": "genitive"}]},
            "поле «fields[1].example»: полю «subject» нужен пример",
        ),
        (
            {"fields": [{"key": "subject", "label": "Вопрос", "type": "phrase", "example": "ремонта"}]},
            "полю «subject» типа phrase нужен падеж",
        ),
        (
            {"fields": [{"key": "subject", "label": "В", "type": "text", "example": "ремонта", "required": False}]},
            "необязательное поле «subject» стоит в тексте вне квадратных скобок",
        ),
        ({"channel": "pigeon"}, "поле «channel»: «pigeon» не подходит"),
        (
            {
                "fields": [
                    {
                        "key": "subject",
                        "label": "В",
                        "type": "phrase",
                        "case": "genitive",
                        "example": "р",
                        "printed": False,
                    }
                ]
            },
            "поле «subject» не печатается",
        ),
        ({"regime": "210-fz", "text": ["{{ opening }} По {{ law }}.", "{{ body }}"]}, "ссылается на закон № 59-ФЗ"),
        # пункт письма на несколько вопросов
        ({"point": "По Вашему вопросу."}, "поле «point»: нет «{{ subject }}»"),
        ({"point": "{{ opening }} {{ sabject }}"}, "неизвестное поле «sabject»"),
        ({"point": "{{ opening }}", "channel": "post"}, "пунктом бывает только ответ гражданину"),
        ({"point": "{{ opening }}", "document": "internal_note"}, "пунктом бывает только ответ гражданину"),
        (
            {
                "opening": ["{{ opening }} Готово {{ day }}."],
                "point": "{{ opening }} Готово.",
                "text": ["{{ body }}"],
                "fields": [
                    {"key": "subject", "label": "Вопрос", "type": "phrase", "case": "genitive", "example": "ремонта"},
                    {"key": "day", "label": "День", "type": "date", "example": "1.12.2026"},
                ],
            },
            "поле «day» стоит в «opening», а здесь его нет",
        ),
        ({"must_say": ["по вопросу | "]}, "поле «must_say[1]»: «по вопросу | »: рядом с «|» нет слов"),
        ({"must_not_say": ["бяка", "—"]}, "поле «must_not_say[2]»"),
        ({"must_say": ["по вопросу|о вопросе"]}, "вокруг «|» нужны пробелы"),
        ({"registered": False, "text": ["Рассмотрев письмо {{ subject }}.", "{{ body }}"]}, "с «Рассмотрев»"),
    ],
)
def test_a_wrong_file_is_named_with_its_field(changes, complaint):
    with pytest.raises(BrokenContent) as error:
        read(**changes)
    assert "notices/proverka.toml" in str(error.value)
    assert complaint in str(error.value)


def test_a_file_may_say_its_own_last_words_or_none():
    assert read().closing == ("{{ contact }}",)
    assert read(closing=[]).closing == ()
    assert read(closing=["Ждём Вас."]).closing == ("Ждём Вас.",)


def test_every_shipped_answer_names_its_law_and_its_review_day():
    for entry in catalogue.all_answers().values():
        assert any("статьи" in line for line in entry.basis), entry.slug
        assert entry.legal_as_of < entry.review_by, entry.slug
