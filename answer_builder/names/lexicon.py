"""What the dictionaries know of one word: is it a first name, whose, in which case; is it a surname or a plain noun."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from answer_builder.model import Gender
from answer_builder.morphology import has_entry, parses

NOMINATIVE = "nominative"
SURNAMES_ONLY = re.compile(r"(?:заде|оглы|кызы|швили|дзе|[оеё]вич|сон|штейн|берг|[бвгдклмнпрст]ес)$")
CASES = {"gent": "genitive", "datv": "dative", "accs": "accusative", "ablt": "instrumental"}


@dataclass(frozen=True, slots=True)
class NameForm:
    """One way to read a word as a first name; `nominative` is in lower case."""

    nominative: str
    gender: Gender
    case: str


def fold(word: str) -> str:
    """The key under which lists hold a word: lower case, ё as е."""
    return word.lower().replace("ё", "е")


@cache
def _own_names() -> dict[str, frozenset[str]]:
    lists = _word_lists("first_names.toml")
    for people in _read("peoples.toml")["people"]:
        for key, group in (
            ("masculine", "masculine_elsewhere"),
            ("feminine", "feminine_elsewhere"),
            ("either", "either"),
        ):
            lists[group] |= _words(people.get(key, ""))
    return lists


@cache
def _own_surnames() -> dict[str, frozenset[str]]:
    return _word_lists("surnames.toml")


def _word_lists(file: str) -> dict[str, frozenset[str]]:
    return {key: _words(words) for key, words in _read(file).items() if key not in ("title", "why")}


def _words(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


def _read(file: str) -> dict[str, Any]:
    return tomllib.loads(files("answer_builder.names").joinpath(file).read_text(encoding="utf-8"))


def _dictionary(word: str) -> tuple[Any, ...]:
    """Dictionary readings only: the analyzer's guesses about unknown words are no evidence."""
    return parses(word) if has_entry(word) else ()


def is_everyday_name(word: str) -> bool:
    """True for first names nobody takes for a surname when another name stands beside."""
    names = _own_names()
    return fold(word) in names["masculine"] or fold(word) in names["feminine"]


def name_rank(word: str) -> int:
    """How surely the word is a first name: 3 everyday, 2 listed, 1 only in the dictionary, 0 none."""
    names, key = _own_names(), fold(word)
    if "-" in word:
        return min(name_rank(part) for part in word.split("-"))
    if is_everyday_name(word):
        return 3
    if any(key in names[group] for group in ("masculine_elsewhere", "feminine_elsewhere", "either")):
        return 2
    return 1 if name_genders(word) else 0


@lru_cache(maxsize=50_000)
def is_foreign_surname(word: str) -> bool:
    """True for Грин, Шин, Мартын, Казанова: the ending only looks Russian, so men and women share it."""
    key = fold(word)
    return key in _own_surnames()["either"] or bool(re.fullmatch(r"[^аеиоуыэюя]*[иы]н", key))


def is_also_patronymic(word: str) -> bool:
    """True for Абрамович and its like, which are as common as surnames."""
    return fold(word) in _own_surnames()["also_patronymics"]


def may_be_any_surname(word: str) -> bool:
    """True for words known as surnames, whatever else they are: Герман, Абрамович."""
    return fold(word) in _own_names()["also_surnames"] or is_known_surname(word)


def is_east_asian_syllable(word: str) -> bool:
    """True for syllables such as Ким, Чжан, Хонг: alone they tell no gender."""
    return all(part in _own_names()["east_asian"] for part in fold(word).split("-"))


@lru_cache(maxsize=50_000)
def name_genders(word: str) -> frozenset[Gender]:
    """Whose first name this is in the nominative: nobody's, one gender's, or both."""
    names, key = _own_names(), fold(word)
    if "-" in word:
        return _double_name_genders(word)
    if key in names["either"]:
        return frozenset(("m", "f"))
    if key in names["masculine"] or key in names["masculine_elsewhere"]:
        return frozenset(("m",))
    if key in names["feminine"] or key in names["feminine_elsewhere"]:
        return frozenset(("f",))
    genders = frozenset(form.gender for form in name_forms(word) if form.case == NOMINATIVE)
    if not genders or key in names["never_names"] or is_known_surname(word) or SURNAMES_ONLY.search(key):
        return frozenset()
    return frozenset(("m", "f")) if _is_gender_doubtful(word, genders) else genders


def _is_gender_doubtful(word: str, genders: frozenset[Gender]) -> bool:
    """True where the dictionary, made from lists of rare names, often errs: «Этери» and «Аминат» are no men."""
    names, key = _own_names(), fold(word)
    if genders == {"m"}:
        if _is_fixed_in_dictionary(key):
            return True
        return key.endswith(tuple(names["doubtful_endings"])) and not key.endswith(tuple(names["sure_endings"]))
    return key[-1] not in "аяь"


def _is_fixed_in_dictionary(key: str) -> bool:
    return any("Name" in parse.tag and "Fixd" in parse.tag for parse in _dictionary(key))


def _double_name_genders(word: str) -> frozenset[Gender]:
    parts = [name_genders(part) for part in word.split("-")]
    if not all(parts):
        return frozenset()
    return frozenset.intersection(*parts)


@lru_cache(maxsize=50_000)
def name_forms(word: str) -> tuple[NameForm, ...]:
    """Every dictionary reading of the word as a first name in the singular."""
    forms: set[NameForm] = set()
    for parse in _dictionary(word.lower()):
        tag = parse.tag
        if "Name" not in tag or tag.number != "sing" or "Infr" in tag:
            continue
        case = NOMINATIVE if tag.case == "nomn" else CASES.get(tag.case)
        genders: tuple[Gender, ...] = ("m", "f") if "ms-f" in tag else ("m",) if "masc" in tag else ("f",)
        if case:
            forms.update(NameForm(parse.normal_form, gender, case) for gender in genders)
    return tuple(sorted(forms, key=lambda form: (form.nominative, form.gender, form.case)))


@lru_cache(maxsize=50_000)
def is_known_surname(word: str) -> bool:
    """True when the dictionary holds the word as a surname in the nominative."""
    return any(
        "Surn" in parse.tag and parse.tag.case == "nomn" and parse.tag.number == "sing"
        for parse in _dictionary(word.lower())
    )


@lru_cache(maxsize=50_000)
def is_known_patronymic(word: str) -> bool:
    """True when the dictionary holds the word as a patronymic in any case."""
    return any("Patr" in parse.tag for parse in _dictionary(word.lower()))


@lru_cache(maxsize=50_000)
def is_plain_noun(word: str) -> bool:
    """True for a common noun in the nominative (былина, прибой), which may become anyone's surname."""
    return any(
        parse.tag.POS == "NOUN" and parse.tag.case == "nomn" and not {"Surn", "Name", "Patr"} & parse.tag.grammemes
        for parse in _dictionary(word.lower())
    )


@lru_cache(maxsize=50_000)
def declines_like_adjective(word: str) -> bool:
    """True when the dictionary gives the word a genitive in -ого or -его: верховой, больной."""
    for parse in _dictionary(word.lower()):
        genitive = parse.inflect({"gent", "masc", "sing"}) if parse.tag.POS in ("ADJF", "NOUN") else None
        if genitive and genitive.word.endswith(("ого", "его")):
            return True
    return False


@lru_cache(maxsize=50_000)
def is_adjective(word: str) -> bool:
    """True for a full adjective in the nominative: луговая, строевой."""
    return any(parse.tag.POS == "ADJF" and parse.tag.case == "nomn" for parse in _dictionary(word.lower()))


@lru_cache(maxsize=50_000)
def noun_form(word: str, case: str) -> str:
    """«кузнецом», «лещом», «пальцу»: the dictionary's form of a masculine common noun; empty for other words."""
    for parse in _dictionary(word.lower()):
        if parse.tag.POS == "NOUN" and "masc" in parse.tag and parse.tag.case == "nomn" and "Name" not in parse.tag:
            form = parse.inflect({case, "sing"})
            return str(form.word) if form else ""
    return ""


@lru_cache(maxsize=50_000)
def surname_has_pair(word: str, gender: Gender) -> bool:
    """True when the dictionary holds the word as the man's or woman's half of a pair like Никитин – Никитина."""
    tag_gender, other = ("masc", "femn") if gender == "m" else ("femn", "masc")
    for parse in _dictionary(word.lower()):
        if "Surn" in parse.tag and parse.tag.case == "nomn" and tag_gender in parse.tag and parse.tag.number == "sing":
            twin = parse.inflect({other, "sing", "nomn"})
            if twin and twin.word != parse.word:
                return True
    return False
