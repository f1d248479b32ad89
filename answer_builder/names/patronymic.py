"""Tells a patronymic by its ending, in any case, and with it the gender: Ильич, Петровне, Гасан оглы."""

import re
from dataclasses import dataclass
from functools import lru_cache

from answer_builder.model import Gender
from answer_builder.names.lexicon import (
    NOMINATIVE,
    is_also_patronymic,
    is_known_patronymic,
    is_known_surname,
    name_genders,
)

SON_OF = ("оглы", "оглу", "огли", "угли", "углы", "улы", "уулу", "ули")
DAUGHTER_OF = ("кызы", "кизи", "гызы", "кыз", "қызы", "кзы", "гизи")
TURKIC: dict[str, Gender] = dict.fromkeys(SON_OF, "m")
TURKIC.update(dict.fromkeys(DAUGHTER_OF, "f"))
MASCULINE_ENDINGS = {
    "": (NOMINATIVE,),
    "а": ("genitive", "accusative"),
    "у": ("dative",),
    "ем": ("instrumental",),
    "ом": ("instrumental",),
    "ём": ("instrumental",),
}
FEMININE_ENDINGS = {
    "а": (NOMINATIVE,),
    "ы": ("genitive",),
    "е": ("dative",),
    "у": ("accusative",),
    "ой": ("instrumental",),
    "ою": ("instrumental",),
}
MASCULINE = re.compile(r"(?P<stem>(?:.*[а-яёіїєґў]{2}|и)(?:ович|евич|ёвич|ич|ыч|[еа]ич))(?P<ending>|а|у|ем|ом|ём)")
FEMININE = re.compile(r"(?P<stem>(?:.*[а-яёіїєґў]{2}|и)(?:[оеёю]вн|ичн|ишн|ышн))(?P<ending>а|ы|е|у|ой|ою)")


@dataclass(frozen=True, slots=True)
class Patronymic:
    """A word read as a patronymic: its nominative, gender and the cases its form may stand for."""

    nominative: str
    gender: Gender
    cases: tuple[str, ...]


@lru_cache(maxsize=50_000)
def read_patronymic(word: str) -> Patronymic | None:
    """The word as a patronymic, or None when its form is not one."""
    last = re.split(r"[\s-]", word.lower())[-1]
    if last in TURKIC and last != word.lower():
        return Patronymic(word, TURKIC[last], (NOMINATIVE, *_OBLIQUE))
    if glued := re.fullmatch(r"[а-яё]{3,}(оглы|кызы|гызы|оглу|уулу|кизи|(?<=[а-яё]{4})улы)", last):
        return Patronymic(word, TURKIC[glued[1]], (NOMINATIVE, *_OBLIQUE))
    is_tuvan = last.startswith("оол")  # Кан-ооловна, the daughter of Кан-оол
    if not is_tuvan and not all(name_genders(part) for part in word.split("-")[:-1]):  # Бонч-Бруевич is a surname
        return None
    if match := FEMININE.fullmatch(word.lower()):
        ending = match["ending"]
        return Patronymic(word[: len(word) - len(ending)] + "а", "f", FEMININE_ENDINGS[ending])
    match = MASCULINE.fullmatch(word.lower())
    if match and _is_masculine_stem(match["stem"]):
        ending = match["ending"]
        return Patronymic(word[: len(word) - len(ending)], "m", MASCULINE_ENDINGS[ending])
    return None


_OBLIQUE = ("genitive", "dative", "accusative", "instrumental")


def _is_masculine_stem(stem: str) -> bool:
    """-ович and its kin always; a bare -ич only after a father's name in -а or -я: Никит|ич, but not Бабич."""
    if re.search(r"(?:[оеё]вич|ыч|[еа]ич)$", stem):
        return True
    father = stem[:-2]
    if father.endswith("ь"):
        return "m" in name_genders(father[:-1] + "ья") or "m" in name_genders(father[:-1] + "ий")
    return any("m" in name_genders(father + ending) for ending in "ая")


def may_be_surname(word: str) -> bool:
    """True for a masculine form that could as well be a surname (Абрамович, Юшкевич), not for Петрович."""
    if is_known_surname(word) or is_also_patronymic(word):
        return True
    return not is_known_patronymic(word) and not _father_is_known(word.lower())


def is_surname_only(word: str) -> bool:
    """True for Мицкевич: a known surname, and there is no name whose patronymic it could be."""
    return is_known_surname(word) and not is_known_patronymic(word) and not _father_is_known(word.lower())


def _father_is_known(word: str) -> bool:
    stem = re.sub(r"(?:[оеё]вич|ич|ыч)$", "", word)
    return any("m" in name_genders(stem + ending) for ending in ("", "й", "ь", "ий", "а", "я"))
