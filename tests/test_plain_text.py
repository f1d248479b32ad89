import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer_builder.plain_text import LONGEST, clean


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Крыша отремонтирована.\nПодъезд – тоже.\tВсё.",
        # знаки разметки и шаблона – обычный текст
        "a < b && c > d «Ё» \"'",
        "{{ 7*7 }} {% if x %} {_{ y }_} {# z #}",
        # эмодзи, неразрывный пробел, мягкий перенос, нулевая ширина, BOM
        "👍🏽 5\N{NO-BREAK SPACE}кв. дом\N{SOFT HYPHEN}овой \N{ZERO WIDTH SPACE}\ufeff",
        "я" * LONGEST,
    ],
)
def test_ordinary_text_stays_as_typed(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\v", "\u2028", "\u2029", "\n"])
def test_every_line_end_becomes_a_newline(line_end: str) -> None:
    assert clean(f"раз{line_end}два{line_end}") == "раз\nдва\n"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("Ремонт крыши\x07 закончен", "после «Ремонт крыши» стоит невидимый управляющий символ (U+0007)"),
        ("стр. 1\fстр. 2", "после «стр. 1» стоит невидимый управляющий символ (U+000C)"),
        ("\0", "в самом начале стоит невидимый управляющий символ (U+0000)"),
        ("срок\x7f", "(U+007F)"),
        ("многоточие\x85", "(U+0085)"),  # «…» из файла cp1251, прочитанного как latin-1
        ("имя\ud83d", "после «имя» стоит невидимый повреждённый символ (U+D83D)"),
        ("имя\ufffe", "повреждённый символ (U+FFFE)"),
        ("дом\r\nподъезд\x01", "после «дом подъезд»"),
    ],
)
def test_what_cannot_be_printed_is_named_with_its_place(text: str, complaint: str) -> None:
    with pytest.raises(ValueError) as refusal:
        clean(text)
    assert complaint in str(refusal.value)


def test_too_long_text_is_told_both_lengths() -> None:
    with pytest.raises(ValueError, match="20\N{NO-BREAK SPACE}001 знаков, а можно не больше 20\N{NO-BREAK SPACE}000"):
        clean("я" * (LONGEST + 1))


@given(st.text())
def test_cleaning_again_changes_nothing(text: str) -> None:
    try:
        once = clean(text)
    except ValueError:
        return
    assert clean(once) == once
