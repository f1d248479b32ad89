"""Every phrase of the evasion and verb-by-noun rules is found in any order of its parts and any form of its verb."""

from collections.abc import Iterator
from itertools import permutations

import pymorphy3
import pytest

from answer_builder.lint import rule
from answer_builder.lint.context import Context
from answer_builder.lint.kinds.phrase import Phrase, Phrases
from answer_builder.lint.text import split

MORPHOLOGY = pymorphy3.MorphAnalyzer(lang="ru")
# active, participle, short participle, gerund; the reflexive passive is added where the verb has one
FORMS = ({"VERB", "past", "plur"}, {"PRTF", "pssv", "masc", "sing", "nomn"}, {"PRTS", "pssv", "neut", "sing"}, {"GRND"})
RULES = ("evasion.on_control", "evasion.accepted", "evasion.measures", "clericalese.verb_by_noun")


def phrases() -> Iterator[tuple[str, Phrase]]:
    for rule_id in RULES:
        finder = rule(rule_id).finder
        assert isinstance(finder, Phrases)
        yield from ((rule_id, entry) for entry in finder.entries if "…" in entry.written and not entry.guards.short)


def first_words(part: str) -> str:
    return " ".join(word.split("|")[0].removeprefix("=") for word in part.split() if word != "*")


def verb_forms(verb: str) -> Iterator[str]:
    parse = next((p for p in MORPHOLOGY.parse(verb) if p.tag.POS == "INFN"), None)
    if parse is None:
        yield verb
        return
    for form in FORMS:
        if inflected := parse.inflect(frozenset(form)):
            yield inflected.word
    reflexive = MORPHOLOGY.parse(verb + "ся")[0]
    if reflexive.is_known and (inflected := reflexive.inflect(frozenset({"3per", "plur"}))):
        yield inflected.word


def sentences(entry: Phrase) -> Iterator[str]:
    parts = entry.written.split("…")
    for order in permutations(parts):
        for verb in verb_forms(first_words(parts[0])):
            words = [verb if part is parts[0] else first_words(part) for part in order]
            yield " тут ".join(words).capitalize() + "."


@pytest.mark.parametrize(
    ("rule_id", "entry"), [pytest.param(rule_id, entry, id=entry.written) for rule_id, entry in phrases()]
)
def test_phrase_in_any_order_and_form(rule_id: str, entry: Phrase) -> None:
    finder = Phrases([entry], reads_quotes=False)
    for text in sentences(entry):
        assert list(finder.find(split(text), Context())), f"{rule_id}: «{entry.written}» not found in «{text}»"
