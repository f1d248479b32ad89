"""Finds surname, first name and patronymic in a cleaned line, whatever their order or case."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from answer_builder.model import Gender, Person
from answer_builder.names.clean import ALSO_SURNAMES, PARTICLES
from answer_builder.names.decline import Case
from answer_builder.names.gender import surname_gender
from answer_builder.names.lexicon import (
    NOMINATIVE,
    is_east_asian_syllable,
    is_everyday_name,
    is_known_surname,
    may_be_any_surname,
    name_forms,
    name_genders,
    name_rank,
)
from answer_builder.names.oblique import restore_name, restore_surname
from answer_builder.names.patronymic import TURKIC, Patronymic, may_be_surname, read_patronymic

EMPTY = "строка пустая: впишите фамилию, имя и отчество"
LATIN = "имя написано латинскими буквами: запишите его по-русски"
NOT_A_NAME = "не похоже на имя человека: запишите «Фамилия Имя Отчество»"
WHICH_IS_NAME = "не понятно, где имя, а где фамилия: запишите «Фамилия Имя Отчество»"
NAME_OR_PATRONYMIC = "не понятно, отчество это или фамилия: «{}»; допишите имя полностью"
INITIALS = "вместо имени инициалы: впишите имя и отчество полностью"
SURNAME_ONLY = "есть только фамилия: допишите имя и отчество"
NO_NAME = "нет имени: допишите его"
TOO_LONG = "слишком много слов: оставьте фамилию, имя и отчество одного человека"

INITIAL = re.compile(r"(?:(?:[А-ЯЁІЇЄ]|Дж)\.?-?)+")
STRONG_PARTICLES = PARTICLES - frozenset(TURKIC) - ALSO_SURNAMES - {"заде"}


@dataclass(frozen=True, slots=True)
class Parsed:
    """The parts in the nominative; `question` says why no greeting may follow, `sure` whether the parts hold at all."""

    person: Person
    question: str = ""
    restored: bool = False


NOBODY = Person("", "", "")


def parse(text: str, required_case: Case | None = None) -> Parsed:
    """The parts of one person's name; `required_case` is set when a word before the name demands it («от»)."""
    tokens = text.split()
    initials = "".join(token for token in tokens if _is_initials(token))
    words = _join_compounds([token for token in tokens if not _is_initials(token)])
    if not words:
        return Parsed(NOBODY, NOT_A_NAME if tokens else EMPTY)
    if bad := _unreadable(words):
        return Parsed(NOBODY, bad)
    return _with_initials(words, initials) if initials else _by_words(words, required_case)


def _by_words(words: list[str], required_case: Case | None) -> Parsed:
    if len(words) == 1:
        return _single(words[0])
    if readings := [*_with_patronymic(words)]:
        return max(readings, key=lambda reading: reading[0])[1]
    if len(words) == 2:
        return _two_words(words[0], words[1], required_case)
    return _several_words(words)


def _is_initials(token: str) -> bool:
    return bool(INITIAL.fullmatch(token)) and ("." in token or len(token) == 1)


def _unreadable(words: list[str]) -> str:
    if any(re.search(r"[A-Za-z]", word) for word in words):
        return LATIN
    if any(not re.fullmatch(r"[А-Яа-яЁёІіЇїЄєҐґЎў’ -]+\.?", word) or not re.search(r"\w", word) for word in words):
        return NOT_A_NAME
    if any(word.endswith(".") for word in words[:-1]):
        return NOT_A_NAME
    if any(not re.search(r"(?i)[аеёиоуыэюяіїє]", word) for word in words):
        return NOT_A_NAME
    return TOO_LONG if len(words) > 5 else ""


def _join_compounds(tokens: list[str]) -> list[str]:
    """Glues «Гасан оглы» and «фон дер Берг» into one word each."""
    words: list[str] = []
    pending: list[str] = []
    for token in tokens:
        low = token.lower()
        if low in TURKIC and words:
            words[-1] = f"{words[-1]} {low}"
        elif low in STRONG_PARTICLES or (low in PARTICLES and token.islower() and low not in TURKIC):
            pending.append(token)
        else:
            words.append(" ".join((*pending, token)))
            pending = []
    return [*words, *pending]


def _with_initials(words: list[str], initials: str) -> Parsed:
    letters = re.findall(r"Дж\.?|[А-ЯЁІЇЄ]\.?(?:-[А-ЯЁІЇЄ]\.?)*", initials)
    parts = ["-".join(f"{half.rstrip('.')}." for half in letter.split("-")) for letter in letters]
    if len(words) > 2 or len(parts) > 2:
        return Parsed(NOBODY, NOT_A_NAME)
    if len(words) == 2:
        inner = _two_words(words[0], words[1], None)
        person = inner.person
        return Parsed(
            Person(person.surname, person.name, parts[0]) if len(parts) == 1 else NOBODY, inner.question or INITIALS
        )
    return Parsed(Person(words[0], parts[0], parts[1] if len(parts) > 1 else ""), INITIALS)


def _single(word: str) -> Parsed:
    if is_everyday_name(word) and not is_known_surname(word):
        return Parsed(Person("", word, ""))
    if (patronymic := read_patronymic(word)) and not may_be_surname(word):
        return Parsed(Person("", "", patronymic.nominative), NO_NAME)
    if any(form.case == NOMINATIVE for form in name_forms(word)) and not is_known_surname(word):
        return Parsed(NOBODY, WHICH_IS_NAME)
    return Parsed(Person(word, "", ""), SURNAME_ONLY)


# ——— with a patronymic: it tells gender and case, the other words are tried in both roles


def _with_patronymic(words: list[str]) -> Iterator[tuple[float, Parsed]]:
    for place, word in enumerate(words):
        if patronymic := read_patronymic(word):
            rest = [(index, other) for index, other in enumerate(words) if index != place]
            yield from _assign(rest, place, patronymic)


def _assign(rest: list[tuple[int, str]], place: int, patronymic: Patronymic) -> Iterator[tuple[float, Parsed]]:
    cases: tuple[Case, ...] = tuple(patronymic.cases)  # type: ignore[arg-type]
    for case_group in _case_groups(cases):
        for index, word in rest:
            surname_words = [other for position, other in rest if position != index]
            reading = _reading(word, surname_words, patronymic, case_group)
            if reading:
                score, parsed = reading
                beside = 1.5 if index == place - 1 else 0.0
                order = 0.5 if place == len(rest) or place == 1 else 0.0
                yield score + beside + order, parsed


def _case_groups(cases: tuple[Case, ...]) -> Iterator[tuple[Case, ...]]:
    if NOMINATIVE in cases:
        yield ("nominative",)
    oblique = tuple(case for case in cases if case != NOMINATIVE)
    if len(oblique) > 2:  # «Гасан оглы» has one form for all cases: the other words tell which
        yield from (("genitive", "accusative"), ("dative",), ("instrumental",))
    elif oblique:
        yield oblique


def _reading(
    word: str, surname_words: list[str], patronymic: Patronymic, cases: tuple[Case, ...]
) -> tuple[float, Parsed] | None:
    gender = patronymic.gender
    restored = NOMINATIVE not in cases
    name = restore_name(word, gender, cases) if restored else word
    surnames = [restore_surname(part, gender, cases) for part in surname_words] if restored else surname_words
    if not name or "" in surnames:
        return None
    if len(surnames) > 1 and not _is_double_surname(surnames, gender):
        return -5.0, Parsed(NOBODY, TOO_LONG)
    surname = " ".join(surnames)
    score = _name_score(name, gender) + _surname_score(surname, gender) - 3.0 * restored
    if surname:
        return score, Parsed(Person(surname, name, patronymic.nominative), restored=restored)
    return _without_surname(name, patronymic, score, restored=restored)


def _without_surname(name: str, patronymic: Patronymic, score: float, *, restored: bool) -> tuple[float, Parsed] | None:
    """Two words: «Лука Фомич» is name and patronymic, «Яков Абрамович» may be name and surname."""
    gender, genders = patronymic.gender, name_genders(name)
    if gender == "m" and may_be_surname(patronymic.nominative) and not _is_turkic(patronymic):
        if genders and gender not in genders:
            return None
        return score, Parsed(NOBODY, NAME_OR_PATRONYMIC.format(patronymic.nominative))
    if surname_gender(name) == gender and not genders:
        return score, Parsed(Person(name, "", patronymic.nominative), NO_NAME)
    return score, Parsed(Person("", name, patronymic.nominative), restored=restored)


def _is_turkic(patronymic: Patronymic) -> bool:
    """True for «Гасан оглы»: such a patronymic is never a surname here."""
    return re.split(r"[\s-]", patronymic.nominative.lower())[-1] in TURKIC


def _name_score(name: str, gender: Gender) -> float:
    genders = name_genders(name)
    if not genders:
        looks_otherwise = surname_gender(name) is not None or read_patronymic(name) is not None
        return -2.0 if looks_otherwise else 0.0
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


# ——— without a patronymic


def _two_words(first: str, second: str, required_case: Case | None) -> Parsed:
    if required_case and (parsed := _two_oblique(first, second, (required_case,))):
        nominative = _two_nominative(first, second)
        if (
            nominative.question
            or not name_genders(nominative.person.name)
            or name_genders(nominative.person.name) == name_genders(parsed.person.name)
        ):
            return parsed
        return Parsed(NOBODY, WHICH_IS_NAME)
    if not any(
        name_genders(word) for word in (first, second)
    ):  # else Ольге would be an unknown name of a man Ковалёвой
        oblique = _two_oblique(first, second, ("genitive", "dative", "accusative", "instrumental"))
        if oblique:
            return oblique
    return _two_nominative(first, second)


def _two_nominative(first: str, second: str) -> Parsed:
    names = [word for word in (first, second) if _is_name(word, other=second if word == first else first)]
    if len(names) == 2:
        return _two_names(first, second)
    if len(names) == 1:
        surname = second if names[0] == first else first
        return Parsed(Person(surname, names[0], ""))
    if is_east_asian_syllable(first) and is_east_asian_syllable(second):
        return Parsed(NOBODY, WHICH_IS_NAME)
    shapes = surname_gender(first), surname_gender(second)
    if shapes[0] and not shapes[1]:
        return Parsed(Person(first, second, ""))
    if shapes[1] and not shapes[0]:
        return Parsed(Person(second, first, ""))
    return Parsed(NOBODY, WHICH_IS_NAME)


def _is_name(word: str, other: str) -> bool:
    """A dictionary name; short syllables such as Ли count only beside something that is no such syllable."""
    if not name_genders(word):
        return False
    if is_east_asian_syllable(word):
        return is_everyday_name(word) and not is_east_asian_syllable(other) and not name_genders(other)
    return True


def _two_names(first: str, second: str) -> Parsed:
    """Both words are first names: «Анна Герман» is Анна, «Олег Роман» must be asked."""
    for name, surname in ((first, second), (second, first)):
        genders = name_genders(name)
        if (
            genders == {"f"}
            and name_genders(surname) == {"m"}
            and (may_be_any_surname(surname) or not is_everyday_name(surname))
        ):
            return Parsed(Person(surname, name, ""))
    ranks = name_rank(first), name_rank(second)
    if ranks[0] != ranks[1] and name_genders(first) & name_genders(second):
        name, surname = (first, second) if ranks[0] > ranks[1] else (second, first)
        return Parsed(Person(surname, name, ""))
    return Parsed(NOBODY, WHICH_IS_NAME)


def _two_oblique(first: str, second: str, cases: tuple[Case, ...]) -> Parsed | None:
    """Both words in one oblique case; None when no such reading, a question when man and woman are both possible."""
    found: dict[tuple[str, str, Gender], None] = {}
    genders: tuple[Gender, ...] = ("m", "f")
    for (surname, name), case, gender in product(((first, second), (second, first)), cases, genders):
        if not any(form.case == case and form.gender == gender for form in name_forms(name)):
            continue
        nominative = restore_name(name, gender, (case,))
        whose = restore_surname(surname, gender, (case,))
        if not (is_everyday_name(nominative) or surname_gender(whose)):
            continue  # «Танака Акира» is no form of Акир
        if nominative and whose and surname_gender(whose) in (None, gender):
            found[whose, nominative, gender] = None
    if not found:
        return None
    if len({gender for _, _, gender in found}) > 1:
        return Parsed(NOBODY, WHICH_IS_NAME)
    surname, name, _ = next(iter(found))
    return Parsed(Person(surname, name, ""), restored=True)


def _several_words(words: list[str]) -> Parsed:
    """Three words, no patronymic: one sure first name at an end and a surname of two words beside it."""
    names = [word for word in words if name_genders(word)]
    if len(names) > 1:
        names = [word for word in names if name_rank(word) > 1]
    if len(words) == 3 and len(names) == 1 and not any(is_east_asian_syllable(word) for word in words):
        if words[0] == names[0]:
            return Parsed(Person(" ".join(words[1:]), words[0], ""))
        if words[2] == names[0]:
            return Parsed(Person(" ".join(words[:2]), words[2], ""))
    return Parsed(NOBODY, WHICH_IS_NAME)
