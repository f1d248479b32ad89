"""Finds surname, first name and patronymic in a cleaned line, whatever their order or case."""

import re
from itertools import zip_longest

from answer_builder.model import Person
from answer_builder.names.by_first_name import parse_several_words, parse_two_words
from answer_builder.names.by_patronymic import parse_by_patronymic
from answer_builder.names.clean import ALSO_SURNAMES, PARTICLES
from answer_builder.names.grammatical_case import GrammaticalCase
from answer_builder.names.lexicon import (
    NOMINATIVE,
    is_east_asian_syllable,
    is_everyday_name,
    is_known_surname,
    is_plain_noun,
    may_be_any_surname,
    name_forms,
    name_genders,
    name_rank,
)
from answer_builder.names.parsed import (
    EMPTY,
    INITIALS,
    LATIN,
    NAME_OR_PATRONYMIC,
    NO_NAME,
    NOBODY,
    NOT_A_NAME,
    SURNAME_ONLY,
    TOO_LONG,
    WHICH_IS_NAME,
    Parsed,
)
from answer_builder.names.patronymic import TURKIC, may_be_surname, read_patronymic

INITIAL = re.compile(r"(?:(?:[А-ЯЁІЇЄ]|Дж)\.?-?)+")
EVERYDAY, LISTED = 3, 2  # see name_rank
STRONG_PARTICLES = PARTICLES - frozenset(TURKIC) - ALSO_SURNAMES - {"заде"}


def parse(text: str, required_case: GrammaticalCase | None = None) -> Parsed:
    """The parts of one person's name; `required_case` is set when a word before the name demands it («от»)."""
    tokens = text.split()
    begins_with_surname = _is_one_letter_surname(tokens)
    is_initial = [
        _is_initials(token) and not (index == 0 and begins_with_surname) for index, token in enumerate(tokens)
    ]
    initials = "".join(token for token, short in zip(tokens, is_initial, strict=True) if short)
    words = _join_compounds([token for token, short in zip(tokens, is_initial, strict=True) if not short])
    if not words:
        return Parsed(NOBODY, NOT_A_NAME if tokens else EMPTY)
    if bad := _unreadable(words):
        return Parsed(NOBODY, bad)
    parsed = _with_initials(words, initials) if initials else _by_words(words, required_case)
    called = parsed.person.name + parsed.person.patronymic
    return Parsed(NOBODY, NOT_A_NAME) if called[:1].islower() else parsed  # a particle is nobody's name


def _by_words(words: list[str], required_case: GrammaticalCase | None) -> Parsed:
    if len(words) == 1:
        return _single(words[0])
    if len(words) == 2 and _is_only_patronymic(words[0]) and _is_everyday_mans_name(words[1]):
        return Parsed(NOBODY, NAME_OR_PATRONYMIC.format(words[0]))  # «Сергеевич Олег»
    if by_patronymic := parse_by_patronymic(words, required_case):
        return by_patronymic
    if len(words) == 2:
        return parse_two_words(words[0], words[1], required_case)
    return parse_several_words(words)


def _is_only_patronymic(word: str) -> bool:
    """True for Сергеевич, which may yet be a surname, not for Абрамович, which often is, nor for «Асан уулу»."""
    patronymic = read_patronymic(word)
    return bool(patronymic and patronymic.gender == "m" and word.endswith("ич") and not may_be_surname(word))


def _is_everyday_mans_name(word: str) -> bool:
    return is_everyday_name(word) and name_genders(word) == {"m"}


def _is_initials(token: str) -> bool:
    return bool(INITIAL.fullmatch(token)) and ("." in token or len(token) == 1)


def _is_one_letter_surname(tokens: list[str]) -> bool:
    """«Ю Анна Ивановна», «О Сергей Петрович»: Korean surnames without a full stop, before a full name."""
    rest = tokens[1:]
    return (
        bool(rest)
        and tokens[0] in ("О", "Э", "Ё", "Ю", "И")
        and not any(_is_initials(token) for token in rest)
        and (any(map(is_everyday_name, rest)) or (len(rest) == 2 and read_patronymic(rest[1]) is not None))
    )


def _unreadable(words: list[str]) -> str:
    if any(re.search(r"[A-Za-z]", word) for word in words):
        return LATIN
    if any(not re.fullmatch(r"[А-Яа-яЁёІіЇїЄєҐґЎў’' -]+\.?", word) or not re.search(r"\w", word) for word in words):
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
    for token, following in zip_longest(tokens, tokens[1:], fillvalue=""):
        low = token.lower()
        if (low in TURKIC and words) or (low in STRONG_PARTICLES and words and is_everyday_name(following)):
            words[-1] = f"{words[-1]} {low}"  # «Гасан оглы», «Берг фон Анна»
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
        for patronymic, surname in ((words[1], words[0]), (words[0], words[1])):
            if (found := read_patronymic(patronymic)) and not may_be_surname(patronymic) and len(parts) == 1:
                return Parsed(Person(surname, parts[0], found.nominative), INITIALS)  # «Иванова А. Петровна»
        inner = parse_two_words(words[0], words[1])
        person = inner.person
        return Parsed(
            Person(person.surname, person.name, parts[0]) if len(parts) == 1 else NOBODY, inner.question or INITIALS
        )
    return Parsed(Person(words[0], parts[0], parts[1] if len(parts) > 1 else ""), INITIALS)


def _is_first_name_alone(word: str) -> bool:
    """Мария, and listed names that are nobody's surname: Кетеван, not Гарри or Ян."""
    rank = name_rank(word)
    is_only_a_name = not may_be_any_surname(word) and not is_plain_noun(word) and not is_east_asian_syllable(word)
    return (rank == EVERYDAY and not is_known_surname(word)) or (
        rank == LISTED and is_only_a_name and len(name_genders(word)) == 1
    )


def _everyday_name_restored(word: str) -> str:
    """«Ирине» → Ирина; empty when the word may be somebody else's name or a surname."""
    nominatives = {form.nominative for form in name_forms(word) if is_everyday_name(form.nominative)}
    if len(nominatives) != 1 or name_genders(word) or may_be_any_surname(word) or is_plain_noun(word):
        return ""
    return nominatives.pop().capitalize()


def _single(word: str) -> Parsed:
    if _is_first_name_alone(word):
        return Parsed(Person("", word, ""))
    if (patronymic := read_patronymic(word)) and not may_be_surname(word):
        return Parsed(Person("", "", patronymic.nominative), NO_NAME)
    if restored := _everyday_name_restored(word):
        return Parsed(Person("", restored, ""), restored=True)
    if any(form.case == NOMINATIVE for form in name_forms(word)) and not is_known_surname(word):
        return Parsed(NOBODY, WHICH_IS_NAME)
    return Parsed(Person(word, "", ""), SURNAME_ONLY)
