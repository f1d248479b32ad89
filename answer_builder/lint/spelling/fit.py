"""How well a word fits between its neighbours: after a preposition, with its adjective or its noun."""

from typing import Any

from answer_builder.lint.text import Sentence, Token
from answer_builder.morphology import parses

_GOVERNED = {
    "gent": "без для до из из-за из-под кроме около от после с среди у вместо вследствие ввиду против согласно со",
    "datv": "к ко по благодаря согласно вопреки навстречу",
    "accs": "в во за на о об под про сквозь через",
    "ablt": "за между над перед под с со",
    "loct": "в во на о об по при",
}
_CASES_AFTER = {
    preposition: frozenset(case for case, words in _GOVERNED.items() if preposition in words.split())
    for preposition in " ".join(_GOVERNED.values()).split()
}
_ADJECTIVES = ("ADJF", "PRTF")
_PREDICATES = ("VERB", "ADJS", "PRTS")
_SAME_CASE = {"gen2": "gent", "loc2": "loct", "gen1": "gent", "acc2": "accs"}
_AGREES, _GOVERNS, _BELONGS, _DOES = 2.3, 2.0, 1.0, 1.2


def fit(word: str, sentence: Sentence, position: int) -> float:
    """A logarithm to add to the word's likelihood at this place: 0 when nothing speaks for it."""
    before = _beside(sentence, position, -1)
    after = _beside(sentence, position, 1)
    return max((_fit(reading.tag, before, after) for reading in parses(word)), default=0.0)


def _fit(tag: Any, before: Token | None, after: Token | None) -> float:
    tags_before, tags_after = _tags(before), _tags(after)
    found = 0.0
    if before is not None and before.norm in _CASES_AFTER:
        found += _GOVERNS if _case(tag) in _CASES_AFTER[before.norm] else 0.0
    elif tag.POS in ("NOUN", *_ADJECTIVES) and any(
        each.POS in _ADJECTIVES and _agree(each, tag) for each in tags_before
    ):
        found += _AGREES
    elif _case(tag) == "gent" and any(each.POS == "NOUN" for each in tags_before):
        found += _BELONGS
    if tag.POS in _ADJECTIVES:
        found += (
            _AGREES if any(each.POS in ("NOUN", *_ADJECTIVES) and _agree(tag, each) for each in tags_after) else 0.0
        )
    if tag.POS in _PREDICATES:
        found += _DOES if any(_does(each, tag) for each in (*tags_before, *tags_after)) else 0.0
    return found


def _tags(token: Token | None) -> list[Any]:
    return [reading.tag for reading in parses(token.norm)] if token else []


def _does(subject: Any, deed: Any) -> bool:
    """«жители просят», «приложена справка»."""
    if subject.POS not in ("NOUN", "NPRO") or subject.case != "nomn" or subject.number != deed.number:
        return False
    if deed.person and deed.person != (subject.person or "3per"):
        return False
    return not (deed.gender and subject.gender) or deed.gender == subject.gender


def _beside(sentence: Sentence, position: int, step: int) -> Token | None:
    """The word before (-1) or after (1) that nothing but a space parts from the word."""
    other = position + step
    if not 0 <= other < len(sentence.tokens) or sentence.between(min(position, other), max(position, other)).strip():
        return None
    return sentence.tokens[other]


def _agree(first: Any, second: Any) -> bool:
    """Case, number and (of one thing) gender."""
    if _case(first) != _case(second) or first.number != second.number:
        return False
    return first.number == "plur" or not (first.gender and second.gender) or first.gender == second.gender


def _case(tag: Any) -> str:
    return _SAME_CASE.get(tag.case, tag.case or "")
