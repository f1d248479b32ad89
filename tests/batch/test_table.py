import pytest

from answer_builder.batch.table import Row, column_letter, column_place


@pytest.mark.parametrize(
    ("index", "letters"), [(0, "A"), (2, "C"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_lettered_as_in_excel(index, letters):
    assert column_letter(index) == letters


def test_a_place_names_letter_and_heading():
    assert column_place(2, " Срок ") == "столбец C «Срок»"
    assert column_place(5) == "столбец F"


def test_a_short_row_has_empty_cells_at_its_end():
    assert Row(2, ("да ",)).cell(0) == "да"
    assert Row(2, ("да ",)).cell(7) == ""
