import pytest

from answer_builder.batch.headings import understand
from answer_builder.batch.row_case import read_row
from answer_builder.batch.table import Row, Table


def row_case(cells, common=None):
    """The case of one row given as heading → cell."""
    row = Row(7, tuple(cells.values()))
    columns = understand(Table("письма.csv", tuple(cells), (row,), ()))
    return read_row(row, columns, common or {"answer": "will_be_solved"})


def test_a_filled_cell_wins_and_an_empty_one_leaves_the_common_value():
    common = {"answer": "will_be_solved", "fields": {"due": "2026-12", "basis": "план"}}
    made = row_case({"Срок": "15.12.2026", "На чём основан срок": "  "}, common)
    assert made.case["fields"] == {"due": "15.12.2026", "basis": "план"}
    assert common["fields"]["due"] == "2026-12"


def test_surname_name_and_patronymic_are_joined_in_their_order():
    parts = {"Отчество": "Петровна", "Фамилия": "Ковальчук", "Имя": "Мария"}
    assert row_case(parts).case["addressee"]["name"] == ["Ковальчук Мария Петровна"]
    assert row_case(parts | {"Отчество": ""}).case["addressee"]["name"] == ["Ковальчук Мария"]


@pytest.mark.parametrize(
    "cell", ["ул. Садовая, д. 5; г. Корсаков;694020", "ул. Садовая, д. 5\nг. Корсаков\r\n694020;\n"]
)
def test_an_address_is_split_at_line_ends_and_semicolons(cell):
    assert row_case({"Адрес": cell}).case["addressee"]["post_address"] == ["ул. Садовая, д. 5", "г. Корсаков", "694020"]


def test_a_shared_label_fills_the_field_of_the_rows_own_answer():
    assert row_case({"Ответ": "no_date", "Что уже сделано": "осмотр"}).case["fields"] == {"done_already": "осмотр"}
    assert row_case({"Ответ": "extension", "Что уже сделано": "осмотр"}).case["fields"] == {"done_so_far": "осмотр"}


def test_a_cell_its_answer_does_not_ask_for_is_misplaced():
    made = row_case({"Ответ": "solved", "Срок": "2026-12", "Кто отвечает": ""})
    assert [column.heading for column in made.misplaced] == ["Срок"]
    assert "fields" not in made.case


def test_a_row_is_found_by_the_number_of_its_appeal():
    assert row_case({"Входящий номер": "5-1/26"}).key == "5-1/26"
    assert row_case({"ФИО": "Ким"}).key == ""
