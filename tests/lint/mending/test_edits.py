"""The fewest characters to change, found in a time that grows no faster than the text."""

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer_builder.lint.mending.edits import Edit, difference, put_in


@pytest.mark.parametrize(("old", "new", "edits"), [
    ("\"дом\"", "«дом»", [Edit(0, 1, "«"), Edit(4, 5, "»")]),
    ("\"дом \"сад\"\"", "«дом „сад“»", [Edit(0, 1, "«"), Edit(5, 6, "„"), Edit(9, 11, "“»")]),
    ("дом    сад", "дом сад", [Edit(4, 7, "")]),
    ("на на", "на", [Edit(2, 5, "")]),
    ("агенство", "агентство", [Edit(4, 4, "т")]),
])  # fmt: skip
def test_only_what_differs_is_changed(old, new, edits):
    assert list(difference(0, old, new)) == edits


@given(st.text('а "«»-,', max_size=20), st.text('а "«»-,', max_size=20), st.integers(0, 5))
def test_the_changes_made_give_the_new_text(old, new, start):
    before = "." * start
    assert put_in(before + old, list(difference(start, old, new))) == before + new


def test_the_marks_of_a_page_long_quotation_are_changed_without_comparing_all_its_letters(monkeypatch):
    compared = []

    class Counting(SequenceMatcher):
        def __init__(self, *arguments, **more):
            super().__init__(*arguments, **more)
            compared.append(len(self.a) + len(self.b))

    monkeypatch.setattr("answer_builder.lint.mending.edits.SequenceMatcher", Counting)
    words = "дом стоит " * 5000
    assert list(difference(3, f'"{words}"', f"«{words}»")) == [Edit(3, 4, "«"), Edit(50_004, 50_005, "»")]
    assert sum(compared) < 10
