"""Decides whose name it is, man's or woman's, and says by what; a doubt becomes a question, never a default."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from answer_builder.model import Gender, Person
from answer_builder.names.decline import VOWELS, is_noun_in_oy
from answer_builder.names.lexicon import fold, is_plain_noun, name_genders, surname_has_pair
from answer_builder.names.patronymic import read_patronymic

ADJECTIVE = {"m": "мужская", "f": "женская"}
NEUTER = {"m": "мужское", "f": "женское"}
SEX = {"m": "мужской", "f": "женский"}
UNKNOWN = "не понятно, мужчина это или женщина: укажите пол"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The gender with its evidence, or the question to ask; a contradiction may be shown beside a decided gender."""

    gender: Gender | None
    evidence: str = ""
    question: str = ""


@cache
def _either() -> frozenset[str]:
    table = tomllib.loads(files("answer_builder.names").joinpath("surnames.toml").read_text(encoding="utf-8"))
    return frozenset(fold(surname) for surname in table["either"].split())


def decide_gender(
    person: Person, *, title: str = "", title_gender: Gender | None = None, explicit: Gender | None = None
) -> Verdict:
    """Patronymic first, then first name, surname, title; parts that contradict each other are asked about."""
    patronymic = read_patronymic(person.patronymic) if _is_word(person.patronymic) else None
    name = name_genders(person.name) if _is_word(person.name) else frozenset()
    surname = surname_gender(person.surname) if person.surname else None
    if explicit:
        return _explicit(person, explicit, patronymic.gender if patronymic else None, name, surname)
    if patronymic:
        gender, evidence = patronymic.gender, f"пол: по отчеству на -{_ending(person.patronymic)}"
        if name and gender not in name:
            return Verdict(
                None,
                question=_contradiction("отчество", NEUTER[gender], f"имя «{person.name}»", NEUTER[_other(gender)]),
            )
    elif len(name) == 1:
        gender, evidence = next(iter(name)), f"пол: по имени {person.name}"
    elif surname:
        return Verdict(surname, f"пол: по фамилии на -{_ending(person.surname)}")
    elif title_gender:
        return Verdict(title_gender, f"пол: по слову «{title}»")
    else:
        return Verdict(None, question=UNKNOWN)
    if surname and surname != gender:
        part = "отчество" if patronymic else f"имя «{person.name}»"
        return Verdict(
            None, question=_contradiction(part, NEUTER[gender], f"фамилия «{person.surname}»", ADJECTIVE[surname])
        )
    return Verdict(gender, evidence)


def _explicit(
    person: Person, explicit: Gender, patronymic: Gender | None, name: frozenset[Gender], surname: Gender | None
) -> Verdict:
    """The executor's word wins over name and surname, and the contradiction is shown; a patronymic cannot be wrong."""
    if patronymic and patronymic != explicit:
        question = (
            f"указан {SEX[explicit]} пол, а отчество «{person.patronymic}» {NEUTER[patronymic]}: проверьте пол и имя"
        )
        return Verdict(None, question=question)
    against = []
    if name and explicit not in name:
        against.append(f"имя «{person.name}» обычно {NEUTER[_other(explicit)]}")
    if surname and surname != explicit:
        against.append(f"фамилия «{person.surname}» {ADJECTIVE[surname]}")
    doubt = f"; проверьте: {', '.join(against)}" if against else ""
    return Verdict(explicit, f"пол: указан ({SEX[explicit]}){doubt}")


@lru_cache(maxsize=50_000)
def surname_gender(surname: str) -> Gender | None:
    """The gender a surname's form tells (Петрова, Крутой), None where men and women share it (Шевчук, Грин)."""
    word = re.split(r"[\s-]", surname.lower())[-1]
    if fold(word) in _either() or sum(letter in VOWELS for letter in word) < 2:
        return None
    if word.endswith(("ова", "ева", "ёва")):
        return "f"
    if word.endswith(("ина", "ына")):
        return None if is_plain_noun(word) else "f"
    if word.endswith(("ая", "яя")):
        return "f"
    if word.endswith(("ов", "ев", "ёв")):
        return "m"
    if word.endswith(("ин", "ын")):
        return "m" if surname_has_pair(word, "m") or not (is_plain_noun(word) or name_genders(word)) else None
    if re.search(r"(?:[кгхчжшщн]ий|ый)$", word):
        return "m"
    if re.search(r"[вглнстдкмхжшр]ой$", word):
        return None if is_noun_in_oy(word) else "m"
    return None


def _is_word(part: str) -> bool:
    return bool(part) and not part.endswith(".")


def _other(gender: Gender) -> Gender:
    return "f" if gender == "m" else "m"


def _contradiction(first: str, first_is: str, second: str, second_is: str) -> str:
    return f"{first} {first_is}, а {second} {second_is}: проверьте запись или укажите пол"


def _ending(word: str) -> str:
    low = re.split(r"[\s-]", word.lower())[-1]
    for ending in (
        "овна",
        "евна",
        "ёвна",
        "инична",
        "ична",
        "ович",
        "евич",
        "ёвич",
        "ская",
        "цкая",
        "ский",
        "цкий",
        "ова",
        "ева",
        "ёва",
        "ина",
        "ына",
    ):
        if low.endswith(ending) and len(low) > len(ending):
            return ending
    return low if len(low) < 5 else low[-2:]
