"""What holds for any text and for any order of the parts of a name."""

import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

from answer_builder.names import address, clean

ANY_TEXT = st.text(max_size=10_000)
# letters, signs and whole words that real lines are made of
PIECES = st.sampled_from(
    [
        *("Громов", "Громова", "ГРОМОВА", "громовой", "Пинчук", "Ли", "Ким", "Роман", "Герман", "Саша", "Вера", "Олег"),
        *("Ильич", "ильинична", "Абрамович", "оглы", "кызы", "фон", "О'", "Д’", "-", " - ", "–", ",", ";", " и ", "И."),
        *(
            "В",
            ".",
            "(",
            ")",
            "«",
            "»",
            "гр.",
            "от ",
            "ИП",
            "ООО",
            "директор",
            "супруги ",
            "Громовы",
            "1985 г.р.",
            "№5",
        ),
        *(
            "\u00a0",
            "\u200b",
            "\ufeff",
            "\u0301",
            "\t",
            "\n",
            "0",
            "3",
            "Bepa",
            "Gromov",
            "🙂",
            "и др.",
            "дом",
            "жена ",
        ),
    ]
)
TYPED_TEXT = st.lists(PIECES | st.just(" "), max_size=14).map("".join)

SURNAMES = {
    "m": (
        "Громов",
        "Пинчук",
        "Голушко",
        "Долгих",
        "Вяземский",
        "Толстой",
        "Скиба",
        "Сванидзе",
        "Ким",
        "Заяц",
        "Бонч-Бруевич",
    ),
    "f": ("Громова", "Пинчук", "Голушко", "Долгих", "Вяземская", "Толстая", "Скиба", "Сванидзе", "Ким", "Заяц", "Дюма"),
}
NAMES = {
    "m": ("Олег", "Илья", "Лев", "Никита", "Пётр", "Рашид", "Тигран", "Святослав", "Фома"),
    "f": ("Вера", "Любовь", "Ольга", "Айгуль", "Мария", "Лусине", "Нино", "Наталия", "Зоя"),
}
PATRONYMICS = {
    "m": ("Ильич", "Олегович", "Никитич", "Юрьевич", "Ашотович", "Гасан оглы"),
    "f": ("Ильинична", "Олеговна", "Никитична", "Юрьевна", "Ашотовна", "Гасан кызы"),
}
ADDRESSED = {"m": "Уважаемый", "f": "Уважаемая"}
GENDER = st.sampled_from(["m", "f"])


def _is_right_in_form(answer):
    if answer.status == "ask":
        return answer.greeting is None and bool(answer.reason)
    first, *called = (answer.greeting or "").removesuffix("!").split()
    names = [word for word in called if word not in ("и", "оглы", "кызы", "уулу", "улы")]
    return first in ("Уважаемый", "Уважаемая", "Уважаемые") and bool(names) and all(n[0].isupper() for n in names)


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT | TYPED_TEXT)
@example("А" * 10_000)
@example("А. " * 3_300)
@example("Громова Вера Ильинична, " * 400)
@example("и " * 5_000)
@example("-’" * 5_000)
@example("(" * 10_000)
@example("\u0301" * 10_000)
def test_any_text_is_greeted_properly_or_asked_about(raw):
    answer = address(raw)
    assert answer.input == raw
    assert _is_right_in_form(answer), answer
    assert "(" not in (answer.greeting or "")


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT | TYPED_TEXT)
def test_a_cleaned_line_is_not_cleaned_further(raw):
    assert clean(clean(raw)) == clean(raw)


@settings(max_examples=200, deadline=None)
@given(TYPED_TEXT)
def test_a_cleaned_line_gets_the_same_greeting(raw):
    answer = address(raw)
    if answer.status == "ok" and len(answer.persons) == 1 and "(" not in raw:
        assert address(clean(raw)).greeting in (answer.greeting, None)


@settings(max_examples=400, deadline=None)
@given(GENDER, st.data())
def test_the_order_of_the_three_parts_does_not_change_the_greeting(gender, data):
    surname, name, patronymic = (data.draw(st.sampled_from(t[gender])) for t in (SURNAMES, NAMES, PATRONYMICS))
    order = data.draw(st.permutations([surname, name, patronymic]))
    answer = address(" ".join(order))
    assert answer.greeting == f"{ADDRESSED[gender]} {name} {patronymic}!", order
    assert answer.persons[0].surname == surname


@settings(max_examples=200, deadline=None)
@given(GENDER, st.data())
def test_the_order_of_name_and_surname_does_not_change_the_greeting(gender, data):
    surname, name = (data.draw(st.sampled_from(table[gender])) for table in (SURNAMES, NAMES))
    assert address(f"{surname} {name}").greeting == address(f"{name} {surname}").greeting


@settings(max_examples=200, deadline=None)
@given(GENDER, st.data())
def test_letter_case_and_invisible_signs_do_not_change_the_answer(gender, data):
    parts = [data.draw(st.sampled_from(table[gender])) for table in (SURNAMES, NAMES, PATRONYMICS)]
    written = data.draw(st.sampled_from([str.upper, str.lower, str.swapcase, str.title]))
    between = data.draw(st.sampled_from([" ", "  ", "\u00a0", "\t", " \u200b", "_"]))
    typed = unicodedata.normalize("NFD", written(between.join(parts)))
    plain, damaged = address(" ".join(parts)), address(typed)
    assert (damaged.greeting, damaged.dative_full) == (plain.greeting, plain.dative_full)


@settings(max_examples=300, deadline=None)
@given(GENDER, st.data())
def test_forms_keep_hyphens_capitals_and_the_letter_yo(gender, data):
    person = [data.draw(st.sampled_from(table[gender])) for table in (SURNAMES, NAMES, PATRONYMICS)]
    answer = address(" ".join(person))
    for form in (answer.dative_full, answer.genitive_full, answer.accusative_full):
        assert form.count("-") == " ".join(person).count("-")
        assert [word[0] for word in form.split()] == [word[0] for part in person for word in part.split()]
