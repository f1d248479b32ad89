"""Reads a name through its patronymic, which tells gender and case; the other words are tried in both roles."""

import re
from collections.abc import Iterator

from answer_builder.model import Gender, Person
from answer_builder.names.clean import PARTICLES
from answer_builder.names.gender import surname_gender
from answer_builder.names.grammatical_case import GrammaticalCase
from answer_builder.names.lexicon import (
    NOMINATIVE,
    is_east_asian_syllable,
    is_everyday_name,
    is_known_surname,
    name_genders,
)
from answer_builder.names.oblique import restore_name, restore_surname
from answer_builder.names.parsed import NAME_OR_PATRONYMIC, NO_NAME, NOBODY, TOO_LONG, Parsed
from answer_builder.names.patronymic import TURKIC, Patronymic, is_surname_only, may_be_surname, read_patronymic

OBLIQUE_OF_FEMININE = re.compile(r"(?:[оеё]в|[иы]н|[сц]к)(?:ой|у|ую)$")


def parse_by_patronymic(words: list[str], required_case: GrammaticalCase | None = None) -> Parsed | None:
    """The likeliest reading with a patronymic, or None when no word can be one; «от» requires the genitive."""
    if korean := _korean(words):
        return korean
    if readings := [*_readings(words, required_case)]:
        return max(readings, key=lambda reading: reading[0])[1]
    return None


def _korean(words: list[str]) -> Parsed | None:
    """«Ким Ок Сун Ивановна»: a surname, a name of two syllables and a Russian patronymic."""
    if len(words) == 4 and all(is_east_asian_syllable(word) for word in words[:3]):
        patronymic = read_patronymic(words[3])
        if patronymic and NOMINATIVE in patronymic.cases:
            return Parsed(Person(words[0], f"{words[1]} {words[2]}", patronymic.nominative))
    return None


def _readings(words: list[str], required_case: GrammaticalCase | None) -> Iterator[tuple[float, Parsed]]:
    for place, word in enumerate(words):
        patronymic = read_patronymic(word)
        if patronymic and not (place == 0 and _is_rather_surname(patronymic, alone=len(words) == 2)):
            doubt = 1.5 * _is_rather_surname(patronymic)  # «Олег Абрамович Ильич»: Ильич is the patronymic
            rest = [(index, other) for index, other in enumerate(words) if index != place]
            yield from ((score - doubt, parsed) for score, parsed in _assign(rest, place, patronymic, required_case))


def _assign(
    rest: list[tuple[int, str]], place: int, patronymic: Patronymic, required_case: GrammaticalCase | None
) -> Iterator[tuple[float, Parsed]]:
    cases: tuple[GrammaticalCase, ...] = tuple(patronymic.cases)  # type: ignore[arg-type]
    if required_case in cases:
        cases = (required_case,)
    for case_group in _case_groups(cases):
        for index, word in rest:
            surname_words = [other for position, other in rest if position != index]
            reading = _reading(word, surname_words, patronymic, case_group)
            if reading:
                score, parsed = reading
                beside = 3.0 if index == place - 1 else 0.0
                order = 0.5 if place == len(rest) or place == 1 else 0.0
                yield score + beside + order, parsed


def _case_groups(cases: tuple[GrammaticalCase, ...]) -> Iterator[tuple[GrammaticalCase, ...]]:
    if NOMINATIVE in cases:
        yield ("nominative",)
    oblique = tuple(case for case in cases if case != NOMINATIVE)
    if len(oblique) > 2:  # «Гасан оглы» has one form for all cases: the other words tell which
        yield from (("genitive", "accusative"), ("dative",), ("instrumental",))
    elif oblique:
        yield oblique


def _reading(
    word: str, surname_words: list[str], patronymic: Patronymic, cases: tuple[GrammaticalCase, ...]
) -> tuple[float, Parsed] | None:
    gender = patronymic.gender
    restored = NOMINATIVE not in cases
    name = restore_name(word, gender, cases) if restored else word
    surnames = [restore_surname(part, gender, cases) for part in surname_words] if restored else surname_words
    if not name or "" in surnames or name.split()[0] in PARTICLES:
        return None
    if len(surnames) > 1 and not _is_double_surname(surnames, gender):
        return -5.0, Parsed(NOBODY, TOO_LONG)
    surname = " ".join(surnames)
    if not restored and gender == "f" and OBLIQUE_OF_FEMININE.search(surname.lower()):
        return None  # «Каримовой Зилолы Шавкат кизи» is no nominative
    score = _name_score(name, gender, surname) + _surname_score(surname, gender) - 3.0 * restored
    score += 0.2 * (name != word)  # «Каримовой Зилоле Шавкат кизи»: Зилола in the dative rather than Зилоле
    if surname:
        return score, Parsed(Person(surname, name, patronymic.nominative), restored=restored)
    return _without_surname(name, patronymic, score, restored=restored)


def _without_surname(name: str, patronymic: Patronymic, score: float, *, restored: bool) -> tuple[float, Parsed] | None:
    """Two words: «Лука Фомич» is name and patronymic, «Яков Абрамович» may be name and surname."""
    gender, genders = patronymic.gender, name_genders(name)
    if _is_rather_surname(patronymic):
        if genders and gender not in genders:
            return None
        if genders and not restored and is_surname_only(patronymic.nominative):
            return score, Parsed(Person(patronymic.nominative, name, ""))
        return score, Parsed(NOBODY, NAME_OR_PATRONYMIC.format(patronymic.nominative))
    if surname_gender(name) == gender and not genders:
        return score, Parsed(Person(name, "", patronymic.nominative), NO_NAME)
    return score, Parsed(Person("", name, patronymic.nominative), restored=restored)


def _is_rather_surname(patronymic: Patronymic, *, alone: bool = False) -> bool:
    """True for Абрамович, not for Петрович or «Гасан оглы»; `alone`, before a name and nothing else, Адамович too."""
    is_turkic = re.split(r"[\s-]", patronymic.nominative.lower())[-1] in TURKIC
    return patronymic.gender == "m" and not is_turkic and (alone or may_be_surname(patronymic.nominative))


def _name_score(name: str, gender: Gender, surname: str) -> float:
    genders = name_genders(name)
    if not genders:
        looks_otherwise = surname_gender(name) is not None or read_patronymic(name) is not None
        return -2.0 if looks_otherwise else 0.0
    is_syllable = is_east_asian_syllable(name) and (is_known_surname(name) or is_east_asian_syllable(surname))
    if is_syllable:  # «Ким Чен Сергеевич»: the place decides, not the list; but Ян beside Лев is a name
        return 1.0 if gender in genders else -1.0
    return (4.0 if gender in genders else -4.0) + is_everyday_name(name)


def _surname_score(surname: str, gender: Gender) -> float:
    if not surname:
        return 0.0
    genders = name_genders(surname)
    known = is_known_surname(surname)
    shape = surname_gender(surname)
    score = 1.0 * known + 1.0 * (shape == gender) - 2.0 * (shape is not None and shape != gender)
    if genders and not known:
        score -= 3.0 if genders == {"f"} and shape is None else 1.0
    return score - 2.0 * (read_patronymic(surname) is not None and not known)


def _is_double_surname(words: list[str], gender: Gender) -> bool:
    if words[0].lower() in PARTICLES:
        return True
    return len(words) == 2 and all(surname_gender(word) == gender or is_known_surname(word) for word in words)
