"""Splits one line into several people: «;», «,», «и», numbers before names."""

import re

from answer_builder.names.bodies import spouses_in
from answer_builder.names.clean import clean, mend_signs, without_tail, without_titles
from answer_builder.names.lexicon import name_forms, name_genders
from answer_builder.names.parse import INITIAL
from answer_builder.names.patronymic import read_patronymic
from answer_builder.names.shared_surname import share_surname

HARD = re.compile(
    r"\s*(?:[;&+]|/|\n|\bа также\b|\b(?:совместно|вместе) со?\b|(?<=\w)\s\d{1,2}[.)]\s)\s*", re.IGNORECASE
)
SOFT = re.compile(r"\s*,\s*(?:и\s+)?|\s+и\s+")
SOFT_CAPITALS = re.compile(r"\s*,\s*(?:И\s+)?|\s+И\s+")
# in small letters before a name: «Павел Соболев и жена Ирина»; «Брат Иван Ильич» may be a surname
KIN = re.compile(
    r"^\s*(?:(?:его|её|ее|мой|моя)\s+)?(?:жена|муж|супруга?|сын|дочь|мать|отец|брат|сестра|мама|папа)\s+(?=[А-ЯЁ])"
)


def split_people(raw: str) -> list[str]:
    """One line per person; a line that names one person comes back as it was."""
    text = mend_signs(raw.replace("\n", ";"))
    pair = spouses_in(text)
    pieces: list[str] = []
    for hard in HARD.split(pair if pair is not None else text):
        pieces.extend(_split_softly(hard))
    pieces = [KIN.sub("", piece) for piece in pieces if re.search(r"\w", piece)]
    if len(pieces) < 2:
        return pieces if pieces and pair is not None else [raw]
    return share_surname(pieces, spouses=pair is not None)


def _split_softly(text: str) -> list[str]:
    splitter = SOFT_CAPITALS if text.isupper() else SOFT
    pieces = [piece for piece in splitter.split(without_tail(text)) if re.search(r"\w", piece)]
    if len(pieces) < 2:
        return [text]
    joined_by_and = bool(re.search(r"(?i)\sи\s", text))
    return pieces if all(_names_somebody(KIN.sub("", piece), alone=joined_by_and) for piece in pieces) else [text]


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
