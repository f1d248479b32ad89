"""What a surname alone tells of the gender, and when it tells nothing."""

import pytest

from answer_builder.names.gender import surname_gender


@pytest.mark.parametrize(
    ("surname", "gender"),
    [
        # по форме видно
        ("Громов", "m"), ("Громова", "f"), ("Ковалёв", "m"), ("Куницын", "m"), ("Куницына", "f"),
        ("Вяземский", "m"), ("Вяземская", "f"), ("Трубецкой", "m"), ("Лановой", "m"), ("Лановая", "f"),
        ("Рудый", "m"), ("Осадчий", "m"), ("Завгородняя", "f"), ("Петров-Водкин", "m"), ("Петрова-Шевчук", None),
        # мужчины и женщины носят одну форму
        ("Пинчук", None), ("Голушко", None), ("Долгих", None), ("Бураго", None), ("Скиба", None), ("Сванидзе", None),
        ("Чантурия", None), ("Вебер", None), ("Цой", None), ("Нечай", None), ("Станкевич", None), ("Гюго", None),
        # только похоже
        ("Казанова", None), ("Щербина", None), ("Грин", None), ("Дарвин", None), ("Лев", None), ("Прибой", None),
        ("Мерлин", None), ("Гурцкая", None), ("Мин", None), ("Мартин", None), ("Топчий", None),
    ],
)  # fmt: skip
def test_gender_is_read_from_a_surname_only_where_its_form_tells(surname, gender):
    assert surname_gender(surname) == gender
