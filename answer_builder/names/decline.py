"""Puts the parts of a name into a case: the rules of pytrovich, our exceptions before them."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from pytrovich.enums import Case as PytrovichCase
from pytrovich.enums import Gender as PytrovichGender
from pytrovich.enums import NamePart
from pytrovich.maker import PetrovichDeclinationMaker

from answer_builder.model import Gender, Person
from answer_builder.names.clean import PARTICLES
from answer_builder.names.lexicon import declines_like_adjective, fold, instrumental_of_noun, is_plain_noun

Case = Literal["nominative", "genitive", "dative", "accusative", "instrumental"]
OBLIQUE: tuple[Case, ...] = ("genitive", "dative", "accusative", "instrumental")
PYTROVICH_CASE = {
    "genitive": PytrovichCase.GENITIVE,
    "dative": PytrovichCase.DATIVE,
    "accusative": PytrovichCase.ACCUSATIVE,
    "instrumental": PytrovichCase.INSTRUMENTAL,
}
PYTROVICH_GENDER = {"m": PytrovichGender.MALE, "f": PytrovichGender.FEMALE}
VOWELS = "аеёиоуыэюяіїє"

# endings for genitive, dative, accusative, instrumental
Endings = tuple[str, str, str, str]
CONSONANT: Endings = ("а", "у", "а", "ом")
SHORT_I: Endings = ("я", "ю", "я", "ем")
IYA: Endings = ("и", "и", "ю", "ей")
STRESSED_ICH = frozenset(("ильич", "лукич", "фомич", "кузьмич"))
STRESSED_HISSING = ("уч", "юч", "ыш", "иж", "ёж", "аш", "ащ", "ощ", "ущ", "юш")
NOUN_A: Endings = ("ы", "е", "у", "ой")
ADJECTIVE_F_HISSING: Endings = ("ей", "ей", "ую", "ей")


@cache
def _exceptions() -> dict[tuple[str, str, Gender], tuple[str, ...]]:
    table = _exceptions_table()
    genders: tuple[Gender, ...] = ("m", "f")
    return {
        (part, fold(entry["word"]), gender): tuple(entry["forms"])
        for part in ("surname", "name")
        for entry in table[part]
        for gender in genders
        if entry.get("gender", gender) == gender
    }


@cache
def _exceptions_table() -> dict[str, Any]:
    source = files("answer_builder.names").joinpath("exceptions.toml").read_text(encoding="utf-8")
    table: dict[str, Any] = tomllib.loads(source)
    return table


@cache
def _fixed_first_parts() -> frozenset[str]:
    return frozenset(fold(part) for part in _exceptions_table()["first_part"].split())


@cache
def _stressed_a() -> frozenset[str]:
    return frozenset(fold(word) for word in _exceptions_table()["stressed_a"].split())


@cache
def _maker() -> PetrovichDeclinationMaker:
    return PetrovichDeclinationMaker()


def decline(person: Person, case: Case) -> str:
    """«Фамилия Имя Отчество» in the case; empty when the forms depend on a gender nobody knows."""
    if person.gender:
        return _join(person, person.gender, case)
    as_man, as_woman = _join(person, "m", case), _join(person, "f", case)
    return as_man if as_man == as_woman else ""


def _join(person: Person, gender: Gender, case: Case) -> str:
    surname = decline_surname(person.surname, gender, case)
    name = decline_name(person.name, gender, case)
    patronymic = decline_patronymic(person.patronymic, gender, case)
    given = name + patronymic if _is_initial(name) and _is_initial(patronymic) else f"{name} {patronymic}".strip()
    return f"{surname} {given}".strip()


def _is_initial(part: str) -> bool:
    return part.endswith(".")


@lru_cache(maxsize=100_000)
def decline_surname(surname: str, gender: Gender, case: Case) -> str:
    """The surname in the case; particles and fixed first parts stay: «фон Берга», «Бонч-Бруевичу»."""
    *particles, last = surname.split() or [""]
    heads = [word if word.lower() in PARTICLES else _decline_hyphenated(word, gender, case) for word in particles]
    return " ".join((*heads, _decline_hyphenated(last, gender, case))) if last else ""


def _decline_hyphenated(word: str, gender: Gender, case: Case) -> str:
    *heads, last = word.split("-")
    if last in PARTICLES or (heads and last.lower() in PARTICLES):
        return word
    declined = [part if _is_fixed(part, gender) else _surname_part(part, gender, case) for part in heads]
    return "-".join((*declined, _surname_part(last, gender, case)))


def _is_fixed(part: str, gender: Gender) -> bool:
    """First parts that are no surnames by themselves; a woman's part in a consonant stays anyway."""
    if fold(part) in _fixed_first_parts() or fold(part) in PARTICLES:
        return True
    return gender == "m" and sum(letter in VOWELS for letter in part.lower()) < 2 and len(part) <= 3


def _surname_part(word: str, gender: Gender, case: Case) -> str:
    if case == "nominative":
        return word
    return (
        _by_exception("surname", word, gender, case)
        or _by_surname_rule(word, gender, case)
        or _by_pytrovich(NamePart.LASTNAME, word, gender, case)
    )


def _by_surname_rule(word: str, gender: Gender, case: Case) -> str | None:
    """Where pytrovich errs by class; None leaves the word to it."""
    low = word.lower()
    if gender == "f" and re.search(r"[щшчж]ая$", low):
        return word[:-2] + _pick(ADJECTIVE_F_HISSING, case)
    if gender == "f" and re.search(r"[^ыи]на$", low):  # Сметана, Весна: nouns, not Никитина
        return word[:-1] + _pick(NOUN_A, case)
    if re.search(r"[жчшщц]а$", low) and not _is_fixed_in_a(word):
        return _hissing_noun(word, case)
    if gender == "m":
        return _by_masculine_rule(word, low, case)
    return None


def _by_masculine_rule(word: str, low: str, case: Case) -> str | None:
    if re.search(r"(?<!об)[эеюуя]й$", low) or is_noun_in_oy(word):
        return word[:-1] + _pick(SHORT_I, case)
    if re.search(r"[кгхжшчщ]ой$", low) and case == "instrumental":
        return word[:-2] + "им"
    noun = instrumental_of_noun(word) if re.search(r"(?:ец|ь)$", low) else ""
    if noun and low.endswith("ец"):  # Кузнеца, but Пальца: as the common noun
        return word[0] + noun[1:-2] + (noun[-2:] if case == "instrumental" else _pick(CONSONANT, case))
    if case != "instrumental":
        return None
    if noun.startswith(low[:-1]):  # Королём, Голубем
        return word[:-1] + noun[-2:]
    return _hissing_instrumental(word, low) if re.search(r"[жчшщц]$", low) else None


def _hissing_instrumental(word: str, low: str) -> str | None:
    """«Лещом», «Стрижом», but «Шульцем»: о under stress, which the dictionary of nouns knows; -ач, -уч, -аш have it."""
    if low.endswith(("ач", "яч")) and _syllables(low) > 1 or fold(word) in STRESSED_ICH:
        return word + "ом"
    if low.endswith(("ич", "ыч", "ец", "яц")) and not is_plain_noun(word):
        return None
    noun = instrumental_of_noun(word)
    if noun.startswith(low):
        return word + noun[len(low) :]
    if noun:
        return None  # a fleeting vowel
    return word + ("ом" if low.endswith(STRESSED_HISSING) and _syllables(low) > 1 else "ем")


def _hissing_noun(word: str, case: Case) -> str:
    soft = "ей" if fold(word) not in _stressed_a() else "ой"
    genitive = "ы" if word.lower().endswith("ца") else "и"
    return word[:-1] + _pick((genitive, "е", "у", soft), case)


def _is_fixed_in_a(word: str) -> bool:
    return ("surname", fold(word), "m") in _exceptions()


def _syllables(low: str) -> int:
    return sum(letter in VOWELS for letter in low)


def is_noun_in_oy(word: str) -> bool:
    """Men's surnames in -ой that decline like nouns: Чой, Прибой; not Толстой."""
    low = word.lower()
    if not low.endswith("ой"):
        return False
    return _syllables(low) == 1 or (is_plain_noun(word) and not declines_like_adjective(word))


@lru_cache(maxsize=100_000)
def decline_name(name: str, gender: Gender, case: Case) -> str:
    """The first name in the case; in Жан-Поль only the second half changes."""
    if not name or _is_initial(name):
        return name
    *heads, last = name.split("-")
    declined = [part if fold(part) in _fixed_first_parts() else _name_part(part, gender, case) for part in heads]
    return "-".join((*declined, _name_part(last, gender, case)))


def _name_part(word: str, gender: Gender, case: Case) -> str:
    return (
        _by_exception("name", word, gender, case)
        or _by_name_rule(word, gender, case)
        or _by_pytrovich(NamePart.FIRSTNAME, word, gender, case)
    )


def _by_name_rule(word: str, gender: Gender, case: Case) -> str | None:
    low = word.lower()
    if case == "nominative":
        return word
    if re.search(r"[жчшщц]а$", low):
        return _hissing_noun(word, case)
    if gender == "m":
        if re.search(r"[жчшщц]$", low) and case == "instrumental":
            return word + "ем"
        if low.endswith("ек"):
            return word + _pick(CONSONANT, case)
        if low.endswith("ия") and len(low) > 3:
            return word[:-1] + _pick(IYA, case)
        if re.search(r"[эеюуя]й$", low):
            return word[:-1] + _pick(SHORT_I, case)
    elif low[-1] not in VOWELS + "ь":
        return word
    return None


@lru_cache(maxsize=100_000)
def decline_patronymic(patronymic: str, gender: Gender, case: Case) -> str:
    """The patronymic in the case; «Гасан оглы» and «Мамед-кызы» stay whole."""
    if not patronymic or _is_initial(patronymic) or not re.search(r"(?:ич|ыч|на)$", patronymic.lower()):
        return patronymic
    return _by_pytrovich(NamePart.MIDDLENAME, patronymic, gender, case)


def _by_exception(part: str, word: str, gender: Gender, case: Case) -> str | None:
    forms = _exceptions().get((part, fold(word), gender))
    return forms[OBLIQUE.index(case)] if forms and case != "nominative" else None


def _by_pytrovich(part: NamePart, word: str, gender: Gender, case: Case) -> str:
    if case == "nominative":
        return word
    form: str = _maker().make(part, PYTROVICH_GENDER[gender], PYTROVICH_CASE[case], word)
    return form


def _pick(endings: Endings, case: Case) -> str:
    return endings[OBLIQUE.index(case)]
