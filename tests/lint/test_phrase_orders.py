"""Every phrase of parts is found in any order of its parts and any form of its verb: active, passive, participle."""

from collections.abc import Iterator
from itertools import permutations

import pytest

from answer_builder.lint import all_rules
from answer_builder.lint.context import Context
from answer_builder.lint.kinds.phrase import Phrase, Phrases
from answer_builder.lint.splitting import split
from answer_builder.morphology import parses

# active, participle, short participle, gerund; the reflexive passive is added where the verb has one
FORMS = ({"VERB", "past", "plur"}, {"PRTF", "pssv", "masc", "sing", "nomn"}, {"PRTS", "pssv", "neut", "sing"}, {"GRND"})
FEWEST = 400


def entries() -> list[tuple[str, Phrase]]:
    """Phrases whose parts may stand in any order."""
    return [
        (rule.id, entry)
        for rule in all_rules()
        if isinstance(rule.finder, Phrases)
        for entry in rule.finder.entries
        if "…" in entry.written and not entry.reach.is_ordered
    ]


def first_words(part: str) -> str:
    return " ".join(word.split("|")[0].removeprefix("=") for word in part.split() if word != "*")


def verb_forms(part: str) -> Iterator[str]:
    """The part itself and, when it is a verb in its dictionary form, the verb's other forms."""
    words = part.split()
    written = first_words(part)
    yield written
    parse = next((p for p in parses(written) if p.tag.POS == "INFN"), None)
    if len(words) > 1 or parse is None or words[0].startswith("="):
        return
    for form in FORMS:
        if inflected := parse.inflect(frozenset(form)):
            yield inflected.word
    reflexive = parses(written + "ся")[0]
    if reflexive.is_known and (inflected := reflexive.inflect(frozenset({"3per", "plur"}))):
        yield inflected.word


def sentences(entry: Phrase) -> Iterator[str]:
    """All orders, with another word between the parts where one may stand; a word that the guard wants comes last."""
    parts = entry.written.split("…")
    between = " лишь " if entry.reach.gap else " "
    wanted = sorted(entry.guards.only_near)[:1]
    for order in permutations(parts):
        for verb in verb_forms(parts[0]):
            words = [verb if part is parts[0] else first_words(part) for part in order]
            yield " ".join([between.join(words).capitalize(), *wanted]) + "."


@pytest.mark.parametrize(("rule_id", "entry"), [pytest.param(*pair, id=pair[1].written) for pair in entries()])
def test_phrase_in_any_order_and_form(rule_id: str, entry: Phrase) -> None:
    finder = Phrases([entry], reads_quotes=False)
    missed = [text for text in sentences(entry) if not list(finder.find(split(text), Context()))]
    assert missed == [], f"{rule_id}: «{entry.written}»"


def test_there_are_many_such_phrases() -> None:
    assert len(entries()) > FEWEST
