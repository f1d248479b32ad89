import tomllib
from importlib.resources import files

import pytest

from answer_builder import catalogue
from answer_builder.batch.headings import fold, is_known, read_value, understand
from answer_builder.batch.table import Row, Table
from answer_builder.errors import CannotRun
from answer_builder.letter.case_keys import case_fields


def table(*headings, cells=()):
    return Table("письма.csv", headings, (Row(2, cells),), ("кодировка UTF-8",))


def keys(heading):
    (column,) = understand(table(heading))
    return column.meaning.keys


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        # ключ с точкой
        ("fields.due", "fields.due"),
        ("Addressee.Name", "addressee.name"),
        ("answer", "answer"),
        # слова людей
        ("ФИО", "addressee.name"),
        (" ф. и. о. ", "addressee.name"),
        ("Адрес", "addressee.post_address"),
        ("Пол", "addressee.gender"),
        ("Почта", "addressee.email"),
        ("Входящий  номер", "incoming.number"),
        ("вх. №", "incoming.number"),
        ("ДАТА РЕГИСТРАЦИИ", "incoming.registered"),
        ("Канал", "incoming.channel"),
        ("Ответ", "answer"),
        # подписи полей каталога
        ("Срок", "fields.due"),
        ("Вопрос обращения", "fields.subject"),
        ("закон чего", None),
        ("ПОДТВЕРЖДАЕТСЯ", None),
        ("Чем подтверждается", "fields.proof"),
    ],
)
def test_a_heading_is_known_in_any_case_and_spacing(heading, key):
    assert is_known(heading) == (key is not None)
    if key:
        assert keys(heading) == (key,)


def test_yo_spaces_dots_and_case_do_not_matter():
    assert fold(" Приём.  № 5 ") == fold("прием номер5")


@pytest.mark.parametrize(
    "heading", [field.label for answer in catalogue.all_answers().values() for field in answer.fields]
)
def test_every_label_of_the_catalogue_is_a_heading(heading):
    assert all(key.startswith("fields.") for key in keys(heading))


@pytest.mark.parametrize("key", case_fields())
def test_every_key_of_a_case_and_its_label_are_headings(key):
    assert keys(key) == (key,)
    assert keys(case_fields()[key].label) == (key,)


def test_a_label_that_two_answers_share_may_fill_either():
    assert set(keys("Что уже сделано")) == {"fields.done_already", "fields.done_so_far"}


def test_no_word_of_columns_toml_means_two_things():
    data = tomllib.loads(files("answer_builder.batch").joinpath("columns.toml").read_text(encoding="utf-8"))
    words = [fold(word) for listed in data["headings"].values() for word in listed]
    words += [fold(word) for word in data["ignored"]] + [
        fold(part) for parts in data["joined"].values() for part in parts
    ]
    words += [fold(field.label) for field in case_fields().values()]
    words += {fold(field.label) for answer in catalogue.all_answers().values() for field in answer.fields}
    assert sorted(words) == sorted(set(words))


def test_every_key_and_word_of_columns_toml_exists():
    data = tomllib.loads(files("answer_builder.batch").joinpath("columns.toml").read_text(encoding="utf-8"))
    fields = {f"fields.{field.key}" for answer in catalogue.all_answers().values() for field in answer.fields}
    known = {"answer", "authority", "letterhead", "signatory", *case_fields(), *fields}
    assert {*data["headings"], *data["joined"], *data["values"]} <= known
    for key in data["values"].keys() & case_fields().keys():
        assert set(data["values"][key].values()) <= {choice.key for choice in case_fields()[key].choices}


@pytest.mark.parametrize(
    ("key", "cell", "value"),
    [
        ("addressee.gender", "Ж", "f"),
        ("addressee.gender", "муж.", "m"),
        ("incoming.channel", "Госуслуги", "portal"),
        ("incoming.channel", "личный прием", "reception"),
        ("letterhead", "Угловой", "corner"),
        ("answer", "Вопрос будет решен в срок", "will_be_solved"),
        ("answer", "will_be_solved", "will_be_solved"),
        # чего нет в списке, остаётся как написано
        ("incoming.channel", "голубем", "голубем"),
        ("fields.where", "Ж", "Ж"),
    ],
)
def test_a_cell_may_say_it_as_people_do(key, cell, value):
    assert read_value(key, cell) == value


@pytest.mark.parametrize(
    ("headings", "words"),
    [
        (("ФИО", "Сорк"), "столбец B «Сорк»: такого столбца нет. Возможно, вы имели в виду «Срок»?"),
        (("fields.dua", "ФИО"), "столбец A «fields.dua»: такого столбца нет. Возможно, вы имели в виду «fields.due»?"),
        (("ФИО", "Цвет забора"), "столбец B «Цвет забора»: такого столбца нет."),
        (("Срок", "ФИО", "срок"), "столбец A «Срок» и столбец C «срок» – об одном и том же"),
        (("ФИО", "addressee.name"), "столбец A «ФИО» и столбец B «addressee.name» – об одном и том же"),
        (("ФИО", "Имя"), "столбец A «ФИО» и столбец B «Имя» – об одном и том же"),
        (("Имя", "имя"), "столбец A «Имя» и столбец B «имя» – об одном и том же"),
        (("ФИО", ""), "столбец B: нет заголовка, а в строке 2 что-то написано"),
    ],
)
def test_a_wrong_column_is_named_with_letter_and_heading(headings, words):
    with pytest.raises(CannotRun) as refusal:
        understand(table(*headings, cells=("1", "2", "3")))
    assert words in str(refusal.value)
    assert str(refusal.value).startswith("письма.csv (кодировка UTF-8)")


def test_all_wrong_columns_are_told_at_once():
    with pytest.raises(CannotRun) as refusal:
        understand(table("Цвет забора", "Сорт яблок"))
    assert "столбец A" in str(refusal.value)
    assert "столбец B" in str(refusal.value)


def test_columns_a_letter_does_not_need_are_left_out():
    assert [column.heading for column in understand(table("№ п/п", "ФИО", "Примечание", ""))] == ["ФИО"]
