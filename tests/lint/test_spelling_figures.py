"""The figures of the speller over a fixed sample of official prose: nobody makes them worse unnoticed."""

import pytest

from answer_builder.lint.splitting import split
from benchmarks._slips import measure
from benchmarks.spelling import OFFICIAL, alarms, count_words, texts

SLIPS = 600


@pytest.mark.parametrize("name", list(texts()))
def test_right_texts_give_no_alarm(name: str) -> None:
    assert alarms(split(texts()[name])) == {"unknown_word": 0, "in_doubt": 0, "others": 0}


def test_the_prose_is_long_enough_to_tell() -> None:
    assert count_words(split(OFFICIAL.read_text("utf-8"))) >= 4_000


def test_slips_of_one_letter_are_found_and_mended() -> None:
    counted = measure(split(OFFICIAL.read_text("utf-8")), 7, SLIPS)
    assert counted["found"] >= 0.99 * SLIPS
    assert counted["first"] >= 0.9 * SLIPS
    assert counted["among"] >= 0.96 * SLIPS
