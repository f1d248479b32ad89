from datetime import date

import pytest

from answer_builder.batch.complaints import complaint_lines
from answer_builder.batch.preflight import preflight
from answer_builder.batch.table import Row, Table
from answer_builder.errors import CannotRun

TODAY = date(2026, 11, 22)


def lines(table, common):
    return complaint_lines(preflight(table, common, today=TODAY).refused)


def test_good_rows_are_ready_in_their_order(make_table, common):
    checked = preflight(make_table(rows=3), common, today=TODAY)
    assert [row.number for row in checked.ready] == [2, 3, 4]
    assert checked.refused == ()


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        ({"Срок": "15.13.2026"}, "строка 3, столбец G «Срок»: «Срок»: даты «15.13.2026» нет в календаре"),
        ({"Срок": ""}, "строка 3, столбец G «Срок»: не заполнено «Срок»"),
        ({"Срок": "01.11.2026"}, "строка 3, столбец G «Срок»: «Срок»: он должен быть позже даты письма"),
        ({"ФИО": "Ким Женя"}, "строка 3, столбец C «ФИО»: «Ким Женя»: "),
        ({"ФИО": ""}, "строка 3, столбец C «ФИО»: не заполнено"),
        ({"Дата регистрации": "вчера"}, "строка 3, столбец B «Дата регистрации»: "),
        ({"Адрес": ""}, "строка 3, столбец D «Адрес»: нет почтового адреса"),
        # вредные ячейки
        ({"Вопрос обращения": "ремонта\x01крыши"}, "строка 3, столбец E «Вопрос обращения»: "),
        ({"Что будет сделано": "я" * 1_000_000}, "строка 3, столбец F «Что будет сделано»: "),
        ({"Вопрос обращения": "две\nстроки"}, "строка 3, столбец E «Вопрос обращения»: "),
    ],
)
def test_a_bad_cell_is_told_by_row_column_and_heading(make_table, common, cells, line):
    (told,) = lines(make_table(row_3=cells), common)
    assert told.startswith(line)
    assert len(told) < 800


def test_every_bad_cell_of_every_row_is_told_at_once(make_table, common):
    told = lines(make_table(row_2={"Срок": "", "ФИО": ""}, row_4={"Входящий номер": " "}), common)
    assert sorted(line.split(":")[0] for line in told) == [
        "строка 2, столбец C «ФИО»",
        "строка 2, столбец G «Срок»",
        "строка 4, столбец A «Входящий номер»",
    ]


def test_signs_of_code_are_just_text(make_table, common):
    hostile = {"Вопрос обращения": "=cmd|' /C calc'!A0", "Что будет сделано": 'кавычки " и {{ due }} <b> & 😀'}
    checked = preflight(make_table(row_3=hostile), common, today=TODAY)
    assert checked.ready[1].case["fields"]["what_planned"] == 'кавычки " и {{ due }} <b> & 😀'


def test_a_cell_beyond_the_headings_is_told(good_row, common, make_table):
    headings = make_table().headings
    table = Table("письма.csv", headings, (Row(2, (*good_row, "", " ", "лишнее")), Row(3, (*good_row, "", ""))), ())
    assert lines(table, common) == ["строка 2, столбец J: лишняя ячейка «лишнее»: заголовка над ней нет"]


def test_a_cell_of_another_answer_is_told(make_table, common):
    headings = (*make_table().headings, "Ответ", "Когда сделано")
    table = make_table(headings=headings, rows=1, row_2={"Когда сделано": "12.11.2026"})
    assert lines(table, common) == [
        "строка 2, столбец I «Когда сделано»: в ответе «Вопрос будет решён в срок» такого поля нет: очистите ячейку"
    ]


def test_an_unknown_answer_is_told_where_it_stands(make_table, common):
    table = make_table(headings=(*make_table().headings, "Ответ"), row_4={"Ответ": "отказать"})
    (told,) = lines(table, common)
    assert told.startswith("строка 4, столбец H «Ответ»: «отказать» не найдено")


def test_several_questions_of_one_appeal_are_no_table(make_table, common):
    with pytest.raises(CannotRun, match="одна строка таблицы – один вопрос"):
        preflight(make_table(), common | {"questions": [{"answer": "solved"}]}, today=TODAY)


def test_a_fault_of_the_common_case_is_told_once(make_table, common):
    common["signatory"] = "boss"
    common["fields"]["besis"] = "план"
    told = lines(make_table(rows=12), common)
    assert [line.partition(".")[0] for line in sorted(told)] == [
        "строки 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 и ещё 2: fields",
        "строки 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 и ещё 2: signatory: «boss» не найдено",
    ]


def test_missing_columns_are_told_before_any_row(make_table, common):
    headings = [heading for heading in make_table().headings if heading not in ("Срок", "ФИО")]
    with pytest.raises(CannotRun) as refusal:
        preflight(make_table(headings=headings, row_2={"Дата регистрации": "вчера"}), common, today=TODAY)
    assert str(refusal.value).splitlines()[1:] == ["  «Кому» (addressee.name)", "  «Срок» (fields.due)"]


def test_what_no_row_and_no_common_case_says_is_a_missing_column(make_table):
    with pytest.raises(CannotRun) as refusal:
        preflight(make_table(), {}, today=TODAY)
    assert "«Ответ» (answer)" in str(refusal.value)
    assert "«Исполнитель» (executor.name)" in str(refusal.value)


def test_unknown_columns_are_told_before_any_row(make_table, common):
    with pytest.raises(CannotRun, match="Цвет забора"):
        preflight(make_table(headings=("Цвет забора",), row_2={"Срок": ""}), common, today=TODAY)


def test_a_common_section_that_is_no_section_is_refused(make_table, common):
    common["fields"] = 5
    with pytest.raises(CannotRun, match="--common: «fields»"):
        preflight(make_table(), common, today=TODAY)
