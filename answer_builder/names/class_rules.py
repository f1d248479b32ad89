"""How the classes of names decline where pytrovich errs: hissing sounds, nouns in -ой, masculine -ия, -ек."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from answer_builder.model import Gender
from answer_builder.names.grammatical_case import OBLIQUE, VOWELS, GrammaticalCase
from answer_builder.names.lexicon import (
    declines_like_adjective,
    fold,
    is_foreign_surname,
    is_plain_noun,
    noun_form,
    surname_has_pair,
)

# endings for genitive, dative, accusative, instrumental
Endings = tuple[str, str, str, str]
CONSONANT: Endings = ("а", "у", "а", "ом")
SOFT_CONSONANT: Endings = ("а", "у", "а", "ем")
SHORT_I: Endings = ("я", "ю", "я", "ем")
IYA: Endings = ("и", "и", "ю", "ей")
STRESSED_ICH = frozenset(("ильич", "лукич", "фомич", "кузьмич"))
STRESSED_HISSING = ("уч", "юч", "ыш", "иж", "ёж", "аш", "ащ", "ощ", "ущ", "юш")
NOUN_A: Endings = ("ы", "е", "у", "ой")
MASCULINE_NAMES = ((r"ек$", 0, CONSONANT), (r"..ия$", 1, IYA), (r"[эеюуя]й$", 1, SHORT_I))
ADJECTIVE_F_HISSING: Endings = ("ей", "ей", "ую", "ей")
ADJECTIVE_F_STRESSED: Endings = ("ой", "ой", "ую", "ой")


@cache
def exceptions_table() -> dict[str, Any]:
    """The whole of exceptions.toml."""
    source = files("answer_builder.names").joinpath("exceptions.toml").read_text(encoding="utf-8")
    table: dict[str, Any] = tomllib.loads(source)
    return table


@cache
def _stressed_a() -> frozenset[str]:
    return frozenset(fold(word) for word in exceptions_table()["stressed_a"].split())


def by_surname_rule(word: str, gender: Gender, case: GrammaticalCase) -> str | None:
    """Where pytrovich errs by class; None leaves the word to it."""
    low = word.lower()
    if gender == "f" and re.search(r"[щшчж]ая$", low):  # Непьющей, but Чужой as the masculine is
        return word[:-2] + pick(
            ADJECTIVE_F_STRESSED if declines_like_adjective(low[:-2] + "ой") else ADJECTIVE_F_HISSING, case
        )
    is_noun = re.search(r"[^ыи]на$", low) or (re.search(r"[ое]ва$", low) and is_plain_noun(word))
    if gender == "f" and is_noun and not surname_has_pair(word, "f"):  # Сметана, Весна, Сова: not Никитина, Королёва
        return word[:-1] + pick(NOUN_A, case)
    if re.search(r"[жчшщц]а$", low):
        return _hissing_noun(word, case)
    if gender == "m" and re.search(r"[жшчщ]ь$", low):  # Мышу, Ночу: the letters ю and я do not stand there
        return word[:-1] + pick(SOFT_CONSONANT, case)
    if gender == "m" and re.search(r"(?:[оеё]в|[иы]н)$", low) and is_foreign_surname(word):  # Дарвином, Шином
        return word + pick(CONSONANT, case)
    return _by_masculine_rule(word, low, case) if gender == "m" else None


def _by_masculine_rule(word: str, low: str, case: GrammaticalCase) -> str | None:
    if re.search(r"(?<!об)[эеюуя]й$", low) or is_noun_in_oy(word):
        return word[:-1] + pick(SHORT_I, case)
    if re.search(r"[кгхжшчщ]ой$", low) and case == "instrumental":
        return word[:-2] + "им"
    noun = noun_form(word, "ablt") if re.search(r"(?:ец|ь)$", low) else ""
    if noun and low.endswith("ец"):  # Кузнеца, but Пальца: as the common noun
        return word[0] + noun[1:-2] + (noun[-2:] if case == "instrumental" else pick(CONSONANT, case))
    if case != "instrumental":
        return None
    if noun.startswith(low[:-1]):  # Королём, Голубем
        return word[:-1] + noun[-2:]
    return _hissing_instrumental(word, low) if re.search(r"[жчшщц]$", low) else None


def _hissing_instrumental(word: str, low: str) -> str | None:
    """«Лещом», «Стрижом», but «Шульцем»: о under stress, which the dictionary of nouns knows; -ач, -уч, -аш have it."""
    if (low.endswith(("ач", "яч")) and syllables(low) > 1) or low in STRESSED_ICH:
        return word + "ом"
    if low.endswith(("ич", "ыч", "ец", "яц")) and not is_plain_noun(word):
        return None
    noun = noun_form(word, "ablt")
    if noun.startswith(low):
        return word + noun[len(low) :]
    if noun:
        return None  # a fleeting vowel
    return word + ("ом" if low.endswith(STRESSED_HISSING) and syllables(low) > 1 else "ем")


def _hissing_noun(word: str, case: GrammaticalCase) -> str:
    soft = "ей" if fold(word) not in _stressed_a() else "ой"
    genitive = "ы" if word.lower().endswith("ца") else "и"
    return word[:-1] + pick((genitive, "е", "у", soft), case)


def syllables(low: str) -> int:
    """The number of vowels."""
    return sum(letter in VOWELS for letter in low)


def is_noun_in_oy(word: str) -> bool:
    """Men's surnames in -ой that decline like nouns: Чой, Прибой; not Толстой."""
    low = word.lower()
    if not low.endswith("ой"):
        return False
    return syllables(low) == 1 or (is_plain_noun(word) and not declines_like_adjective(word))


def by_name_rule(word: str, gender: Gender, case: GrammaticalCase) -> str | None:
    """The form of a first name where pytrovich errs by class; None leaves it to pytrovich."""
    low = word.lower()
    if case == "nominative":
        return word
    if re.search(r"[жчшщц]а$", low):
        return _hissing_noun(word, case)
    if gender == "f":
        return word if low[-1] not in VOWELS + "ь" else None
    if re.search(r"[жчшщц]$", low) and case == "instrumental":
        return word + "ем"
    for pattern, cut, endings in MASCULINE_NAMES:
        if re.search(pattern, low):
            return word[: len(word) - cut] + pick(endings, case)
    return None


def pick(endings: Endings, case: GrammaticalCase) -> str:
    """The ending of the case, out of genitive, dative, accusative, instrumental."""
    return endings[OBLIQUE.index(case)]
