"""Splits one line into several people: «;», «,», «и», a shared surname of spouses."""

import re

from answer_builder.names.bodies import spouses_in
from answer_builder.names.clean import clean, mend_signs, without_tail, without_titles
from answer_builder.names.lexicon import fold, name_forms, name_genders
from answer_builder.names.parse import INITIAL
from answer_builder.names.patronymic import read_patronymic

HARD = re.compile(r"\s*(?:[;&+]|/|\n|\bа также\b|\bсовместно с\b)\s*", re.IGNORECASE)
SOFT = re.compile(r"\s*,\s*(?:и\s+)?|\s+и\s+")
SOFT_CAPITALS = re.compile(r"\s*,\s*(?:И\s+)?|\s+И\s+")


def split_people(raw: str) -> list[str]:
    """One line per person; a line that names one person comes back as it was."""
    text = mend_signs(raw.replace("\n", ";"))
    pair = spouses_in(text)
    pieces: list[str] = []
    for hard in HARD.split(pair if pair is not None else text):
        pieces.extend(_split_softly(hard))
    pieces = [piece for piece in pieces if re.search(r"\w", piece)]
    if len(pieces) < 2:
        return pieces if pieces and pair is not None else [raw]
    return _share_surname(pieces, spouses=pair is not None)


def _split_softly(text: str) -> list[str]:
    splitter = SOFT_CAPITALS if text.isupper() else SOFT
    pieces = [piece for piece in splitter.split(without_tail(text)) if re.search(r"\w", piece)]
    if len(pieces) < 2:
        return [text]
    joined_by_and = bool(re.search(r"(?i)\sи\s", text))
    return pieces if all(_names_somebody(piece, alone=joined_by_and) for piece in pieces) else [text]


def _names_somebody(piece: str, *, alone: bool) -> bool:
    """A piece that can stand as a person; a lone first name only beside «и»: «Иван и Мария Петровы»."""
    words = without_titles(clean(piece)).text.split()
    if not words or len(words) > 5:
        return False
    if any(INITIAL.fullmatch(word) and ("." in word or len(word) == 1) for word in words):
        return len(words) > 1
    if not any(name_genders(word) or name_forms(word) or read_patronymic(word) for word in words):
        return False
    return len(words) > 1 or alone


def _share_surname(pieces: list[str], *, spouses: bool) -> list[str]:
    """«Ивановы Иван Петрович и Мария Сергеевна»: each gets the surname in the singular."""
    people = [without_titles(clean(piece)).text.split() for piece in pieces]
    if any(len(words) > 4 for words in people):
        return pieces
    extra = [[word for word in words if not (name_genders(word) or read_patronymic(word))] for words in people]
    owners = [index for index, words in enumerate(extra) if words]
    if len(owners) != 1 or len(extra[owners[0]]) != 1:
        return pieces
    owner, surname = owners[0], extra[owners[0]][0]
    shared = _singular(surname)
    if shared is None:
        last_in_line = owner == len(people) - 1 and people[owner][-1] == surname
        if not (fold(surname).endswith(("ко", "ых", "их")) and (spouses or last_in_line)):
            return pieces
        shared = (surname, surname)
    lines = []
    for words in people:
        given = [word for word in words if word != surname]
        genders = next((name_genders(word) for word in given if name_genders(word)), frozenset())
        if len(genders) != 1:
            return pieces
        lines.append(" ".join((shared[0] if genders == {"m"} else shared[1], *given)))
    return lines


def _singular(surname: str) -> tuple[str, str] | None:
    """The man's and the woman's singular of a plural surname: Ивановы, Толстые, Шевчуки."""
    low = surname.lower()
    if re.search(r"(?:[оеё]в|[иы]н)ы$", low):
        return surname[:-1], surname[:-1] + "а"
    if re.search(r"[сц]кие$", low):
        return surname[:-2] + "ий", surname[:-2] + "ая"
    if re.search(r"(?:ук|юк|ик|ак|як)и$", low):
        return surname[:-1], surname[:-1]
    return None
