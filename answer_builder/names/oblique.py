"""Finds the nominative of a name written in another case: «Шевчука Олега» → Шевчук Олег."""

import re
from collections.abc import Iterable
from functools import lru_cache

from answer_builder.model import Gender
from answer_builder.names.decline import decline_name, decline_surname, exceptions
from answer_builder.names.gender import surname_gender
from answer_builder.names.grammatical_case import GrammaticalCase
from answer_builder.names.lexicon import (
    fold,
    is_adjective,
    is_known_surname,
    is_plain_noun,
    name_forms,
    name_genders,
    name_rank,
)

# what to take off the oblique form, and what may have stood there
SURNAME_ENDINGS: dict[Gender, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "m": (
        ("йца", ("ец", "йц", "яц")), ("йцу", ("ец", "йц")), ("йцем", ("ец", "йц")), ("йцом", ("ец",)),
        ("ьца", ("ец",)), ("ьцу", ("ец",)), ("ьцом", ("ец",)), ("ьцем", ("ец",)),
        ("ца", ("ец",)), ("цу", ("ец",)), ("цом", ("ец",)), ("цем", ("ец",)),
        ("ого", ("ый", "ой", "ий")), ("его", ("ий",)), ("ому", ("ый", "ой", "ий")), ("ему", ("ий",)),
        ("ым", ("", "ый", "ой")), ("им", ("", "ий", "ой")),
        ("ья", ("ей",)), ("ью", ("ей",)), ("ьём", ("ей",)), ("ьем", ("ей",)),
        ("ом", ("",)), ("ем", ("", "ь", "й")), ("ём", ("ь", "й")),
        ("а", ("",)), ("у", ("", "а")), ("я", ("ь", "й")), ("ю", ("ь", "й", "я")),
        ("ы", ("а",)), ("и", ("а", "я")), ("е", ("а", "я")), ("ой", ("а",)), ("ей", ("а", "я")),
        ("", ("",)),
    ),
    "f": (
        ("ой", ("а", "ая")), ("ей", ("яя", "ая", "а", "я")), ("ую", ("ая",)), ("юю", ("яя",)),
        ("у", ("а",)), ("ю", ("я",)), ("ы", ("а",)), ("и", ("а", "я")), ("е", ("а", "я")),
        ("", ("",)),
    ),
}  # fmt: skip
NAME_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("а", ("",)), ("у", ("", "а")), ("ом", ("",)), ("ем", ("ь", "й", "")), ("ём", ("ь", "й")),
    ("я", ("ь", "й")), ("ю", ("ь", "й", "я")), ("ы", ("а",)), ("и", ("а", "я", "ь")), ("е", ("а", "я")),
    ("ой", ("а",)), ("ей", ("а", "я")), ("ью", ("ь",)), ("", ("",)),
)  # fmt: skip
IMPOSSIBLE = re.compile(r"(?:[жчшщц][яю]|[жшкгх]ы|[кгхжшчщ]ый|ь[аоуы])$")
UNLIKELY_ADJECTIVE = re.compile(r"[^кнжшчщ]ая$|(?<![ое]дн)яя$")
GEORGIAN = re.compile(r"(?:дзе|швили|ели|[аи]ни|[уо]ри|ава|уа)$")
FOREIGN_I = re.compile(r"[бвдзлмнпрстфь]и$")
ADJECTIVE_OVAYA = re.compile(r"[оеё]в(?:ая|ый|ой)$")
ADJECTIVE_INAYA = re.compile(r"[^нд][иы]н(?:ая|ый|ой)$")


@lru_cache(maxsize=20_000)
def restore_surname(word: str, gender: Gender, cases: tuple[GrammaticalCase, ...]) -> str:
    """The likeliest nominative of a surname whose form in one of the cases is `word`; empty when there is none."""
    if not word or word.lower().endswith("заде"):
        return word
    *heads, last = word.split("-")
    if heads:
        end = restore_surname(last, gender, cases) or last
        restored = [restore_surname(part, gender, cases) or part for part in heads]
        wholes = ("-".join((*parts, end)) for parts in (restored, heads))
        return next((w for w in wholes if any(decline_surname(w, gender, case) == word for case in cases)), "")
    if gender == "f" and re.search(r"ин[ые]$", word) and is_plain_noun(word[:-1] + "а"):
        return word[:-1] + "а"  # Жемчужины, Жемчужине: the form we do not write ourselves
    candidates = {*_undo(word, SURNAME_ENDINGS[gender]), *_from_exceptions("surname", word, gender)}
    candidates = {candidate for candidate in candidates if not IMPOSSIBLE.search(candidate.lower())}
    fitting = [c for c in candidates if any(_same(decline_surname(c, gender, case), word) for case in cases)]
    return max(
        fitting,
        key=lambda c: (_surname_likeliness(c, gender) + _stays_foreign(c, word), c != word, -len(c), c),
        default="",
    )


@lru_cache(maxsize=20_000)
def restore_name(word: str, gender: Gender, cases: tuple[GrammaticalCase, ...]) -> str:
    """The likeliest nominative of a first name whose form in one of the cases is `word`; empty when there is none."""
    if "-" in word:  # «Анны-Марии»; the fixed half of «Жан-Поля» stays
        parts = [restore_name(part, gender, cases) or part for part in word.split("-")]
        return "-".join(parts) if all(name_genders(part) for part in parts) else ""
    from_dictionary = {
        _like(form.nominative, word) for form in name_forms(word) if form.gender == gender and form.case in cases
    }
    candidates = from_dictionary | set(_undo(word, NAME_ENDINGS)) | set(_from_exceptions("name", word, gender))
    fitting = [c for c in candidates if _may_be_name_form(c, word, gender, cases)]
    return max(fitting, key=lambda c: _name_likeliness(c, word, gender), default="")


def _may_be_name_form(candidate: str, word: str, gender: Gender, cases: tuple[GrammaticalCase, ...]) -> bool:
    if IMPOSSIBLE.search(candidate.lower()):
        return False
    if candidate == word and gender == "f" and word.endswith("ь"):  # Асель is declined by some and not by others
        return True
    if gender == "f" and "dative" in cases and candidate.endswith("ия") and word == candidate[:-1] + "е":  # Сание, Алие
        return gender in name_genders(candidate)
    return any(_same(decline_name(candidate, gender, case), word) for case in cases)


def _name_likeliness(candidate: str, word: str, gender: Gender) -> tuple[object, ...]:
    rank = name_rank(candidate) if gender in name_genders(candidate) else 0
    keeps_yo = candidate.count("ё") == word.count("ё") or candidate == "Пётр"
    return rank, keeps_yo, candidate != word, candidate.endswith("а"), candidate


def _undo(word: str, endings: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterable[str]:
    for ending, originals in endings:
        if word.lower().endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: len(word) - len(ending)]
            yield from (stem + original for original in originals)


def _from_exceptions(part: str, word: str, gender: Gender) -> Iterable[str]:
    for (kind, key, whose), forms in exceptions().items():
        if kind == part and whose == gender and any(fold(form) == fold(word) for form in forms):
            yield key.capitalize()


def _surname_likeliness(surname: str, gender: Gender) -> int:
    shape = surname_gender(surname)
    fits = 0 if shape is None else 4 if shape == gender else -4
    looks_oblique = bool(re.search(r"(?:ы|[кгхшжчщ]и|ии|[уюоа]ли)$", surname.lower()))
    if ADJECTIVE_INAYA.search(surname.lower()):
        fits -= 6  # Зарубина, not «Зарубиная»
    if ADJECTIVE_OVAYA.search(surname.lower()) and not is_adjective(surname):
        fits -= 2  # Карасёва, not «Карасёвая»; but Луговая
    if gender == "f" and UNLIKELY_ADJECTIVE.search(surname.lower()) and not is_adjective(surname):
        fits -= 5  # Окуджава, not «Окуджавая»
    return fits + 3 * is_known_surname(surname) + is_plain_noun(surname) - 2 * looks_oblique


def _stays_foreign(candidate: str, word: str) -> int:
    """Points for a form that no case changes: Абуладзе; Гарибальди, Саари rather than «Гарибальдя»."""
    if candidate != word or is_plain_noun(word):  # «вишни» are cherries
        return 0
    return 3 if GEORGIAN.search(word.lower()) else 1 if FOREIGN_I.search(word.lower()) else 0


def _same(form: str, word: str) -> bool:
    return fold(form) == fold(word)


def _like(nominative: str, word: str) -> str:
    return "-".join(part.capitalize() for part in nominative.split("-")) if word[:1].isupper() else nominative
