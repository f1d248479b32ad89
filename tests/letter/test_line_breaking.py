"""Where lines of a paragraph end."""

import pytest

from answer_builder.letter.font_metrics import font
from answer_builder.letter.line_breaking import SQUEEZE, Column, Picture, Run, TabStop, break_lines

SERIF = font("Times New Roman", 28)


def lines(text: str, column: Column, measure=SERIF) -> list[str]:
    starts = [line.start for line in break_lines((Run(text, measure),), column)]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def wide_enough_for(text: str, **other) -> Column:
    return Column(width=round(SERIF.width(text)) + 1, **other)


def test_words_move_to_the_next_line_when_they_do_not_fit():
    assert lines("один два три", wide_enough_for("один два")) == ["один два ", "три"]


def test_spaces_hang_over_the_end_of_a_line():
    assert lines("один   два", wide_enough_for("один")) == ["один   ", "два"]


def test_a_first_line_indent_leaves_less_room_in_the_first_line_only():
    column = wide_enough_for("один два")
    indented = Column(width=column.width, first=300)
    assert lines("один два один два", indented) == ["один ", "два один ", "два"]


def test_a_closing_mark_after_a_space_is_not_left_alone():
    assert lines("слово дом !", wide_enough_for("слово дом ")) == ["слово ", "дом !"]


def test_a_forced_line_end_begins_a_line_and_a_last_one_leaves_an_empty_line():
    column = Column(width=5000)
    assert lines("один\nдва", column) == ["один\n", "два"]
    assert len(break_lines((Run("один\n", SERIF),), column)) == 2


def test_a_soft_hyphen_ends_a_line_only_where_there_is_room_for_a_hyphen():
    soft = "меры энерго\u00adсбережения"
    assert lines(soft, wide_enough_for("меры энерго-")) == ["меры энерго\u00ad", "сбережения"]
    assert lines(soft, wide_enough_for("меры энерго")) == ["меры ", "энерго\u00ad", "сбережения"]
    assert lines(soft, wide_enough_for("меры энергосбережения")) == [soft]


ADDRESS = "https://gorod-primer.example/remont/plan-rabot?dom=17"


@pytest.mark.parametrize(
    ("room", "found"),
    [
        ("на https://gorod-primer.ex", ["на https://gorod-", "primer.example/remont/pl", "an-rabot?dom=17"]),
        ("на https://gorod-primer.example/rem", ["на ", "https://gorod-primer.example/remon", "t/plan-rabot?dom=17"]),
        ("на https://gorod-primer.example/remont/plan-", [f"на {ADDRESS[:-12]}", "rabot?dom=17"]),
    ],
)
def test_a_line_that_would_end_after_a_slash_ends_before_the_whole_address(room, found):
    assert lines(f"на {ADDRESS}", wide_enough_for(room)) == found


def test_an_address_broken_after_a_slash_of_its_own_line_is_cut_where_the_line_ends():
    assert lines("a-b.example/path/rest", wide_enough_for("a-b.example/pa")) == ["a-b.example/pa", "th/rest"]


def test_a_word_wider_than_the_line_is_cut():
    assert len(break_lines((Run("ш" * 50, SERIF),), wide_enough_for("ш" * 20))) == 3


def test_a_column_without_any_room_still_ends():
    assert break_lines((Run("слово " * 5, SERIF),), Column(width=100, left=5000, right=5000))


def test_squeezed_spaces_take_in_one_more_word():
    text = "один два три четыре пять"
    width = round(SERIF.width(text) - 3 * SERIF.width(" ") * SQUEEZE)
    assert len(lines(text, Column(width=width))) == 2
    assert len(lines(text, Column(width=width, squeeze=SQUEEZE))) == 1


def test_text_after_a_right_tab_ends_at_the_stop_or_moves_down_when_it_meets_the_text():
    position, name = "Министр строительства", "А. В. Иванов"
    stop = TabStop(9354, "right")
    assert len(lines(f"{position}\t{name}", Column(width=9354, tabs=(stop,)))) == 1
    assert len(lines(f"{position * 4}\t{name}", Column(width=9354, tabs=(stop,)))) == 2


def test_a_line_is_as_high_as_the_largest_font_and_picture_in_it():
    large = font("Times New Roman", 40)
    [line] = break_lines((Run("малое ", SERIF), Run("большое", large)), Column(width=9000))
    assert line.height == large.height
    [line] = break_lines((Run("\ufffc", Picture(1000, 1134)),), Column(width=9000))
    assert (line.height, line.text_height) == (1134, 0)


def test_bold_letters_are_wider_and_a_word_may_change_its_look_inside():
    bold = font("Times New Roman", 28, bold=True)
    column = wide_enough_for("министерство")
    assert len(break_lines((Run("министерство", SERIF),), column)) == 1
    assert len(break_lines((Run("дом минис", SERIF), Run("терство", SERIF)), column)) == 2
    assert bold.width("министерство") > SERIF.width("министерство")
