"""A text without its marks: what the rules read, where it stands in the whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer_builder.lint.prose import STAND_IN, Mark, Prose, cuts

WHOLE = "Дом **новый**,\nсад `x` стар"
PROSE = Prose(WHOLE, [Mark(4, 6), Mark(11, 13), Mark(14, 15, " "), Mark(19, 22, STAND_IN)])


def test_marks_are_left_out_or_replaced():
    assert PROSE.text == f"Дом новый, сад {STAND_IN} стар"
    assert Prose(WHOLE).text == WHOLE


@pytest.mark.parametrize(
    ("words", "there"),
    [
        # без знаков внутри
        ("Дом", "Дом"),
        ("новый", "новый"),
        ("сад", "сад"),
        ("стар", "стар"),
        # знаки внутри остаются
        ("Дом новый", "Дом **новый"),
        ("новый,", "новый**,"),
        ("новый, сад", "новый**,\nсад"),
        (f"сад {STAND_IN} ", "сад `x` "),
        (STAND_IN, "`x`"),
    ],
)
def test_words_are_found_in_the_whole_text(words, there):
    start = PROSE.text.index(words)
    first, last = PROSE.in_whole(start, start + len(words))
    assert WHOLE[first:last] == there


def test_what_is_missing_stands_before_a_mark():
    assert PROSE.in_whole(4, 4, is_something=False) == (4, 4)
    assert Prose("<!-- a -->Дом", cuts([(0, 10)])).in_whole(0, 0, is_something=False) == (0, 0)


def test_blanked_text_keeps_every_word_in_its_place():
    assert PROSE.blanked == f"Дом   новый  , сад {STAND_IN}   стар"


@pytest.mark.parametrize(
    ("start", "end", "read"),
    [
        (0, len(WHOLE), "Дом новый, сад `x` стар"),
        (4, 13, "новый"),
        (5, 12, "новый"),
        (15, 20, "сад `x`"),  # code is shown whole
        (13, 16, ", с"),
    ],
)
def test_a_reader_sees_no_marks_but_the_code(start, end, read):
    assert PROSE.as_read(start, end) == read


def test_marks_inside_a_span_are_known():
    assert not PROSE.has_marks(0, 4)
    assert not PROSE.has_marks(6, 11)
    assert PROSE.has_marks(6, 14)
    assert PROSE.has_marks(14, 15)


@given(st.text(alphabet="аб \n*", max_size=30), st.lists(st.integers(0, 30), max_size=12), st.data())
def test_any_piece_without_marks_comes_back(whole, edges, data):
    places = sorted({min(edge, len(whole)) for edge in edges})
    marks = [
        Mark(start, end, data.draw(st.sampled_from(["", " ", "\n"])))
        for start, end in zip(places[::2], places[1::2], strict=False)
    ]
    prose = Prose(whole, marks)
    assert len(prose.blanked) == len(whole)
    kept = [number for number in range(len(whole)) if not any(mark.start <= number < mark.end for mark in marks)]
    for number in kept:
        assert prose.blanked[number] == whole[number]
    back = [prose.in_whole(place, place + 1) for place in range(len(prose.text))]
    assert [start for start, end in back if not prose.has_marks(start, end)] == kept
