"""Personal data in a text for everybody (59-ФЗ, часть 2 статьи 6): names, phones, mail, homes."""

import re
from collections.abc import Collection

_SHAPES = {
    "имя человека": re.compile(
        r"\b[А-ЯЁ][а-яё]+ (?:[А-ЯЁ][а-яё-]+ )?[А-ЯЁ][а-яё]+(?:ович|евич|ич|овн|евн|ичн|иничн)[а-яё]{0,3}\b"
        r"|\b[А-ЯЁ][а-яё-]+ [А-ЯЁ]\. ?(?:[А-ЯЁ]\.)?|\b[А-ЯЁ]\. ?(?:[А-ЯЁ]\. ?)?[А-ЯЁ][а-яё-]+"
    ),
    "электронная почта": re.compile(r"[^\s@,;«»]+@[^\s@,;«»]+\.\w+"),
    "телефон": re.compile(
        r"(?<![\w/-])(?:(?:\+7|8)?[ -]?\(?\d{3,5}\)?[ -])?\d{1,3}-\d{2}-\d{2}(?![\w/-])"
        r"|(?:\+7|\b8)(?:[ ()-]*\d){10}\b"
    ),
    "домашний адрес": re.compile(
        r"\b(?:кв|комн)\.\s?(?:№\s?)?\d+|\bквартир\w* № ?\d+"
        r"|\b(?:ул|пер|просп|пр-т|бул|ш)\.\s?[А-ЯЁ][^.;]{1,40}?,\s?(?:д\.\s?)?\d+[А-Яа-яё]?",
        re.IGNORECASE,
    ),
}


def find_personal_data(text: str, *, own: Collection[str] = ()) -> tuple[str, str] | None:
    """What kind of personal data the text holds and its words; the authority's `own` requisites are no secret."""
    plain = text.replace("\N{NO-BREAK SPACE}", " ")
    for requisite in own:
        plain = plain.replace(requisite, " ")
    for kind, shape in _SHAPES.items():
        if match := shape.search(plain):
            return kind, match[0].strip()
    return None
