"""Replacements that stand in the sentence as the replaced word stood: case, number, gender, tense, capital letter."""

from functools import lru_cache
from typing import Any

from answer_builder.lint.text import Token
from answer_builder.lint.words import lemmas, normalise
from answer_builder.morphology import parses

_NOMINAL = {"NOUN", "ADJF", "PRTF", "NPRO"}
_CASES = {"nomn", "gent", "datv", "accs", "ablt", "loct"}


def agree(good: str, tokens: list[Token], slot: frozenset[str]) -> str:
    """The replacement in the form of the first replaced word, one of `slot`; as written when it has no such form."""
    head = tokens[0]
    good = _inflected(good, head.norm, head.lemmas if "=" + head.norm in slot else head.lemmas & slot)
    return good[0].upper() + good[1:] if head.is_capitalised and good else good


@lru_cache(maxsize=10_000)
def _inflected(good: str, word: str, known_as: frozenset[str]) -> str:
    parse = next((p for p in parses(word) if normalise(p.normal_form) in known_as), None)
    if parse is None:
        return good
    words = good.split(" ")
    if parse.tag.POS in _NOMINAL:
        return " ".join(_nominal(words, parse.tag))
    place = 1 if words[0] == "не" and len(words) > 1 else 0
    form = _verbal(words[place], parse.tag)
    return " ".join([*words[:place], form, *words[place + 1 :]]) if form else good


def _nominal(words: list[str], tag: Any) -> list[str]:
    """Inflects up to and with the first noun: «крайний срок» → «крайнего срока», «сбой в сети» → «сбоя в сети»."""
    head = next((i for i, word in enumerate(words) if _reading(word, "NOUN")), None)
    if head is None:
        head = 0
    noun = _reading(words[head], "NOUN") or _reading(words[head], "ADJF")
    if noun is None or tag.case is None:
        return words
    number = tag.number or "sing"
    changed = []
    for word in words[: head + 1]:
        reading = noun if word == words[head] else _adjective(word)
        form = reading and _form(reading, {tag.case, number, *_gender(noun, tag, number)}, tag.case)
        changed.append(form or word)
    return changed + words[head + 1 :]


def _gender(noun: Any, tag: Any, number: str) -> set[str]:
    if number == "plur":
        return set()
    gender = noun.tag.gender if "NOUN" in noun.tag else tag.gender
    return {gender} if gender else set()


def _form(reading: Any, wanted: set[str], case: str) -> str:
    """The inflected word; an accusative adjective needs the animacy of an inanimate noun."""
    extra = {"inan"} if case == "accs" and "ADJF" in reading.tag and "femn" not in wanted else set()
    for grammemes in (wanted | extra, wanted, wanted - {"masc", "femn", "neut"}):
        if form := reading.inflect(frozenset(grammemes)):
            return str(form.word)
    return ""


def _verbal(word: str, tag: Any) -> str:
    reading = _reading(word, "INFN")
    if reading is None or tag.POS is None:
        return ""
    if tag.POS == "INFN":
        return word
    wanted = {part for part in (tag.POS, tag.tense, tag.number, tag.gender, tag.person, tag.mood, tag.case) if part}
    form = reading.inflect(frozenset(wanted))
    if form is None and tag.tense in {"pres", "futr"}:  # a perfective verb has no present: «глючит» → «ошибётся»
        form = reading.inflect(frozenset(wanted - {"pres", "futr"}))
    return str(form.word) if form else ""


def _adjective(word: str) -> Any:
    """The reading of an adjective written as its noun wants it: «государственная служба»."""
    return _reading(word, "ADJF") or next((p for p in parses(normalise(word)) if {"ADJF", "nomn"} in p.tag), None)


def _reading(word: str, part: str) -> Any:
    """The reading of a word as its own dictionary form of that part of speech."""
    if normalise(word) not in lemmas(normalise(word)):
        return None
    return next(
        (
            p
            for p in parses(normalise(word))
            if part in p.tag and normalise(p.normal_form) == normalise(word) and (part == "INFN" or "nomn" in p.tag)
        ),
        None,
    )
