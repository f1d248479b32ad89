"""Says which form was taken where grammar accepts two: Кравцу and Кравецу, Жемчужине and Жемчужиной."""

import re

from answer_builder.model import Gender, Person
from answer_builder.names.decline import decline_name, decline_surname
from answer_builder.names.gender import surname_gender
from answer_builder.names.lexicon import fold, noun_form


def variants_note(person: Person) -> str:
    """«дательный: взято «Кравцу», верно и «Кравецу»» for each part with two right forms; empty when there is none."""
    if not person.gender:
        return ""
    pairs = (_surname_pair(person.surname, person.gender), _name_pair(person.name, person.gender))
    notes = [f"взято «{taken}», верно и «{other}»" for taken, other in pairs if other and other != taken]
    return f"дательный: {'; '.join(notes)}" if notes else ""


def _surname_pair(surname: str, gender: Gender) -> tuple[str, str]:
    taken = decline_surname(surname, gender, "dative")
    low = surname.lower()
    if gender == "f" and low.endswith("ина") and surname_gender(surname) is None:
        return taken, surname[:-1] + ("ой" if taken.endswith("е") else "е")
    if gender == "m" and "-" not in surname and re.search(r"(?:[ея]ц|[оёе]к|[еоё]ль|ень|ей)$", low):
        return taken, _other_fleeting(surname, taken)
    return taken, ""


def _other_fleeting(surname: str, taken: str) -> str:
    """The form with the vowel where it was dropped, and the other way round, as the common noun does."""
    full = surname[:-1] + "ю" if surname[-1] in "ьй" else surname + "у"
    if taken != full:
        return full
    noun = noun_form(surname, "datv")
    return surname[0] + noun[1:] if noun and fold(noun) != fold(full) else ""


def _name_pair(name: str, gender: Gender) -> tuple[str, str]:
    taken = decline_name(name, gender, "dative")
    if gender == "f" and name.endswith("ь") and fold(name) != "любовь":
        return taken, name[:-1] + "и" if taken == name else name
    return taken, ""
