"""The file name of a letter: the appeal's number and the addressee, safe on every disk."""

import re
import unicodedata

from answer_builder import catalogue
from answer_builder.model import Case

LONGEST = 100  # characters without the suffix; a Windows path has 260
_UNSAFE = re.compile(r"[^0-9A-Za-zА-Яа-яЁё-]+")


def file_name(case: Case) -> str:
    """«5-1187-26_Ковальчук_М_П.docx»; of several people the first names the file."""
    parts = (_safe(case.incoming.number.replace("/", "-")), _safe(_whom(case)))
    return "_".join(part for part in parts if part)[:LONGEST].rstrip("_-") + ".docx"


def _whom(case: Case) -> str:
    """Surname and initials, the organisation, or the answer's title when nobody is addressed."""
    if case.addressee.addressing.persons:
        person = case.addressee.addressing.persons[0]
        return f"{person.surname} {person.name[:1]} {person.patronymic[:1]}"
    return case.addressee.names[0] if case.addressee.names else catalogue.all_answers()[case.answer].title


def _safe(text: str) -> str:
    return _UNSAFE.sub("_", unicodedata.normalize("NFC", text)).strip("_")
