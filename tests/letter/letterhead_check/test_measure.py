"""What the check says about the length of letters on a letterhead."""

import pytest

from answer_builder.letter.letterhead_check import check_letterhead


@pytest.mark.parametrize(
    ("paragraphs", "words"), [(60, "займёт на этом бланке 3 страницы"), (240, "займёт на этом бланке 7 страниц")]
)
def test_a_letterhead_that_takes_pages_is_told_in_right_russian(paragraphs, words, with_paragraphs):
    told = [
        remark for remark in check_letterhead(with_paragraphs(*["Слова."] * paragraphs)) if remark.kind == "spacious"
    ]
    assert [words in remark.message for remark in told] == [True], told
