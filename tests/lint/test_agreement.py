"""Replacements of several words take the case and number of the word they replace."""

import pytest

from answer_builder.lint.agreement import agree
from answer_builder.lint.splitting import split


@pytest.mark.parametrize(
    ("good", "replaced", "expected"),
    [
        # мужской род
        ("региональный оператор", "директора", "регионального оператора"),
        ("региональный оператор", "директорам", "региональным операторам"),
        # женский и средний род
        ("государственная служба", "работой", "государственной службой"),
        ("районная больница", "конторах", "районных больницах"),
        ("жилое помещение", "домом", "жилым помещением"),
    ],
)
def test_every_word_up_to_the_noun_is_inflected(good: str, replaced: str, expected: str) -> None:
    tokens = list(split(f"Там {replaced}").tokens)[1:]
    assert agree(good, tokens, tokens[0].lemmas) == expected
