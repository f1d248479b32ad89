"""Replacements of several words take the case and number of the word they replace."""

import pytest

from answer_builder.lint import check
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


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        # жаргонный глагол один: остальное остаётся, где стояло
        ("Портал вчера лёг.", "Портал вчера лёг", "Портал вчера не работал"),
        ("Дорожники закатали колодец.", "закатали колодец", "закрыли колодец"),
        ("Сумку свистнули 5 мая.", "Сумку свистнули", "Сумку украли"),
        # поговорка заменяется целиком, в форме своего глагола
        ("Фирма накрылась медным тазом.", "накрылась медным тазом", "не состоялась"),
        ("Бригада села в лужу.", "села в лужу", "ошиблась"),
        # союзы и наречия формы не меняют
        ("Плата начислена ввиду того что дом сдан.", "ввиду того что", "так как"),
    ],
)
def test_good_words_stand_in_the_sentence(sentence: str, words: str, expected: str) -> None:
    assert {finding.match: finding.replacements[:1] for finding in check(sentence)}[words] == (expected,)
