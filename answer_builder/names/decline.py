"""Puts the parts of a name into a case: the rules of pytrovich, our exceptions before them."""

import re
from functools import cache, lru_cache

from pytrovich.enums import Case as PytrovichCase
from pytrovich.enums import Gender as PytrovichGender
from pytrovich.enums import NamePart
from pytrovich.maker import PetrovichDeclinationMaker

from answer_builder.model import Gender, Person
from answer_builder.names.class_rules import (
    SOFT_CONSONANT,
    STRESSED_ICH,
    by_name_rule,
    by_surname_rule,
    exceptions_table,
    pick,
)
from answer_builder.names.clean import ALSO_SURNAMES, PARTICLES
from answer_builder.names.grammatical_case import OBLIQUE, VOWELS, GrammaticalCase
from answer_builder.names.lexicon import fold

PYTROVICH_CASE = {
    "genitive": PytrovichCase.GENITIVE,
    "dative": PytrovichCase.DATIVE,
    "accusative": PytrovichCase.ACCUSATIVE,
    "instrumental": PytrovichCase.INSTRUMENTAL,
}
PYTROVICH_GENDER = {"m": PytrovichGender.MALE, "f": PytrovichGender.FEMALE}


@cache
def exceptions() -> dict[tuple[str, str, Gender], tuple[str, ...]]:
    """The four oblique forms by part ("surname" or "name"), folded word and gender."""
    table = exceptions_table()
    genders: tuple[Gender, ...] = ("m", "f")
    return {
        (part, fold(entry["word"]), gender): tuple(entry["forms"])
        for part in ("surname", "name")
        for entry in table[part]
        for gender in genders
        if entry.get("gender", gender) == gender
    }


@cache
def _fixed_first_parts() -> frozenset[str]:
    return frozenset(fold(part) for part in exceptions_table()["first_part"].split())


@cache
def _maker() -> PetrovichDeclinationMaker:
    return PetrovichDeclinationMaker()


def decline(person: Person, case: GrammaticalCase) -> str:
    """«Фамилия Имя Отчество» in the case; empty when the forms depend on a gender nobody knows."""
    if person.gender:
        return _join(person, person.gender, case)
    as_man, as_woman = _join(person, "m", case), _join(person, "f", case)
    return as_man if as_man == as_woman else ""


def _join(person: Person, gender: Gender, case: GrammaticalCase) -> str:
    surname = decline_surname(person.surname, gender, case)
    name = decline_name(person.name, gender, case)
    patronymic = decline_patronymic(person.patronymic, gender, case)
    given = name + patronymic if _is_initial(name) and _is_initial(patronymic) else f"{name} {patronymic}".strip()
    return f"{surname} {given}".strip()


def _is_initial(part: str) -> bool:
    return part.endswith(".")


@lru_cache(maxsize=100_000)
def decline_surname(surname: str, gender: Gender, case: GrammaticalCase) -> str:
    """The surname in the case; particles and fixed first parts stay: «фон Берга», «Бонч-Бруевичу»."""
    *particles, last = surname.split() or [""]
    heads = [word if word.lower() in PARTICLES else _decline_hyphenated(word, gender, case) for word in particles]
    return " ".join((*heads, _decline_hyphenated(last, gender, case))) if last else ""


def _decline_hyphenated(word: str, gender: Gender, case: GrammaticalCase) -> str:
    *heads, last = word.split("-")
    if last in PARTICLES or (heads and last.lower() in PARTICLES - ALSO_SURNAMES):
        return word
    declined = [part if _is_fixed(part, gender) else _surname_part(part, gender, case) for part in heads]
    return "-".join((*declined, _surname_part(last, gender, case)))


def _is_fixed(part: str, gender: Gender) -> bool:
    """First parts that are no surnames by themselves; a woman's part in a consonant stays anyway."""
    if fold(part) in _fixed_first_parts() or fold(part) in PARTICLES:
        return True
    return gender == "m" and sum(letter in VOWELS for letter in part.lower()) < 2 and len(part) <= 3


def _surname_part(word: str, gender: Gender, case: GrammaticalCase) -> str:
    if case == "nominative":
        return word
    return (
        _by_exception("surname", word, gender, case)
        or by_surname_rule(word, gender, case)
        or _by_pytrovich(NamePart.LASTNAME, word, gender, case)
    )


@lru_cache(maxsize=100_000)
def decline_name(name: str, gender: Gender, case: GrammaticalCase) -> str:
    """The first name in the case; in Жан-Поль only the second half changes."""
    if not name or _is_initial(name):
        return name
    *syllables, whole = name.split()  # «Чен Ир»
    *heads, last = whole.split("-")
    declined = [part if fold(part) in _fixed_first_parts() else _name_part(part, gender, case) for part in heads]
    return " ".join((*syllables, "-".join((*declined, _name_part(last, gender, case)))))


def _name_part(word: str, gender: Gender, case: GrammaticalCase) -> str:
    if not word:  # a stray hyphen
        return word
    return (
        _by_exception("name", word, gender, case)
        or by_name_rule(word, gender, case)
        or _by_pytrovich(NamePart.FIRSTNAME, word, gender, case)
    )


@lru_cache(maxsize=100_000)
def decline_patronymic(patronymic: str, gender: Gender, case: GrammaticalCase) -> str:
    """The patronymic in the case; «Гасан оглы» and «Мамед-кызы» stay whole."""
    if not patronymic or _is_initial(patronymic) or not re.search(r"(?:ич|ыч|на)$", patronymic.lower()):
        return patronymic
    if patronymic.lower().endswith("ыч") and case != "nominative":  # Силыч, Иваныч
        return patronymic + pick(SOFT_CONSONANT, case)
    if case == "instrumental" and patronymic.endswith("ич"):
        return patronymic + ("ом" if patronymic.lower() in STRESSED_ICH else "ем")
    return _by_pytrovich(NamePart.MIDDLENAME, patronymic, gender, case)


def is_exception(part: str, word: str, gender: Gender) -> bool:
    """True when exceptions.toml lists the forms of the word; `part` is "surname" or "name"."""
    return (part, fold(word), gender) in exceptions()


def _by_exception(part: str, word: str, gender: Gender, case: GrammaticalCase) -> str | None:
    forms = exceptions().get((part, fold(word), gender))
    return forms[OBLIQUE.index(case)] if forms and case != "nominative" else None


def _by_pytrovich(part: NamePart, word: str, gender: Gender, case: GrammaticalCase) -> str:
    if case == "nominative":
        return word
    form: str = _maker().make(part, PYTROVICH_GENDER[gender], PYTROVICH_CASE[case], word)
    return form
