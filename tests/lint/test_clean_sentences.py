"""Zero false alarms: official sentences that come close to the rules but are right."""

from pathlib import Path

import pytest

from answer_builder.lint import check

SENTENCES = (Path(__file__).parent / "clean_sentences.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_clean_sentence_gets_no_error_and_no_warning(sentence: str) -> None:
    assert [(finding.rule, finding.match) for finding in check(sentence) if finding.level != "info"] == []
