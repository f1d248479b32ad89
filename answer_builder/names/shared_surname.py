"""One surname for several people: «супруги Ивановы Иван Петрович и Мария Сергеевна», «супругам Ивановым …»."""

import re

from answer_builder.names.clean import clean, without_titles
from answer_builder.names.gender import surname_gender
from answer_builder.names.grammatical_case import OBLIQUE, GrammaticalCase
from answer_builder.names.lexicon import fold, name_forms, name_genders
from answer_builder.names.oblique import restore_name
from answer_builder.names.patronymic import read_patronymic

# endings of the plural and what a man and a woman bear; no man's ending: the surname does not change
PLURALS: tuple[tuple[GrammaticalCase, str, tuple[str, str, str]], ...] = (
    ("nominative", r"(?:[оеё]в|[иы]н)ы$", ("ы", "", "а")),
    ("nominative", r"[сц]кие$", ("ие", "ий", "ая")),
    ("nominative", r"[^кгхжшчщ]ые$", ("ые", "ый", "ая")),
    ("nominative", r"[уюиая]ки$", ("и", "", "")),
    ("dative", r"(?:[оеё]в|[иы]н)ым$", ("ым", "", "а")),
    ("dative", r"[сц]ким$", ("им", "ий", "ая")),
    ("dative", r"[уюиая]кам$", ("ам", "", "")),
    ("genitive", r"(?:[оеё]в|[иы]н)ых$", ("ых", "", "а")),
    ("genitive", r"[сц]ких$", ("их", "ий", "ая")),
    ("genitive", r"[уюиая]ков$", ("ов", "", "")),
    ("instrumental", r"(?:[оеё]в|[иы]н)ыми$", ("ыми", "", "а")),
    ("instrumental", r"[сц]кими$", ("ими", "ий", "ая")),
)


def share_surname(pieces: list[str], *, spouses: bool) -> list[str]:
    """The lines of the people, each with the surname in the singular; as they were when none is shared."""
    people = [without_titles(clean(piece)).text.split() for piece in pieces]
    if any(len(words) > 4 for words in people):
        return pieces
    extra = [[word for word in words if not _is_given(word)] for words in people]
    owners = [index for index, words in enumerate(extra) if words]
    if len(owners) != 1 or len(extra[owners[0]]) != 1:
        return pieces
    surname = extra[owners[0]][0]
    at_the_end = owners[0] == len(people) - 1 and people[-1][-1] == surname
    for case, man, woman in _singulars(surname, spouses=spouses, at_the_end=at_the_end):
        lines = [_line([word for word in words if word != surname], case, man, woman) for words in people]
        if all(lines):
            return lines
    return pieces


def _is_given(word: str) -> bool:
    return bool(name_genders(word) or name_forms(word) or read_patronymic(word))


def _singulars(surname: str, *, spouses: bool, at_the_end: bool) -> list[tuple[GrammaticalCase, str, str]]:
    found: list[tuple[GrammaticalCase, str, str]] = []
    for case, pattern, (ending, man, woman) in PLURALS:
        if re.search(pattern, surname.lower()):
            stem = surname[: -len(ending)]
            found.append((case, stem + man, stem + woman))
    if (spouses or at_the_end) and fold(surname).endswith(("ко", "ых", "их")):
        cases: tuple[GrammaticalCase, ...] = ("nominative", *OBLIQUE)
        found += [(case, surname, surname) for case in cases]
    elif spouses and surname_gender(surname) is None:  # «супруги Шварцман Борис Наумович и Элла Иосифовна»
        found.append(("nominative", surname, surname))
    return found


def _line(given: list[str], case: GrammaticalCase, man: str, woman: str) -> str:
    """«Ивану Ильичу» in the dative → «Сидоров Иван Ильич»; empty when the words are not in the case."""
    patronymic = next((found for word in given if (found := read_patronymic(word)) and case in found.cases), None)
    for word in given:
        genders = {form.gender for form in name_forms(word) if form.case == case}
        if case == "nominative":
            genders |= name_genders(word)
        if patronymic:
            genders &= {patronymic.gender}
        if len(genders) == 1 and len(given) == 1 + bool(patronymic):
            gender = next(iter(genders))
            name = word if case == "nominative" else restore_name(word, gender, (case,))
            parts = (man if gender == "m" else woman, name, patronymic.nominative if patronymic else "")
            return " ".join(part for part in parts if part)
    return ""
