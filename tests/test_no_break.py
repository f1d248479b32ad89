import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer_builder.no_break import no_break


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("дома № 5", "дома №_5"),
        ("15 декабря 2026 г.", "15_декабря 2026_г."),
        ("в декабре 2026 года", "в декабре 2026_года"),
        ("в IV квартале, во II квартале, в III квартале", "в IV_квартале, во II_квартале, в III_квартале"),
        ("ул. Садовая, д. 5, корп. 2, кв. 12", "ул._Садовая, д._5, корп._2, кв._12"),
        ("на 3 л. в 1 экз.", "на 3_л. в 1_экз."),
        ("Д. С. Верхотуров", "Д._С._Верхотуров"),
        ("12 ноября 2026 г. Комиссия в г. Корсаков", "12_ноября 2026_г. Комиссия в г._Корсаков"),
        ("ст. 10, п. 3, 5 руб., в г. Южно-Сахалинск", "ст._10, п._3, 5_руб., в г._Южно-Сахалинск"),
        # похожее, что разрывать можно
        ("до 5 маяков", "до 5 маяков"),
        ("в доме 5 жильцов", "в доме 5 жильцов"),
        ("2026 годовщина", "2026 годовщина"),
        ("сделано в г. и не только", "сделано в г. и не только"),
    ],
)
def test_pairs_that_a_line_must_not_divide(text, shown):
    assert no_break(text).replace("\N{NO-BREAK SPACE}", "_") == shown


@given(st.text())
def test_words_never_change(text):
    assert no_break(text).replace("\N{NO-BREAK SPACE}", " ") == text.replace("\N{NO-BREAK SPACE}", " ")
    assert no_break(no_break(text)) == no_break(text)
