"""No-break spaces where a line must not end: «№ 5», «15 декабря», «2026 г.», «ул. Садовая», «Д. С. Верхотуров»."""

import re

_PAIRS = (  # what stands before the space, what stands after it
    (r"№", r"\S"),
    (r"\d", r"(?:янв|февр|апр|июн|июл|авг|сент|окт|нояб|дек)[а-я]*\b|мар(?:та|те)\b|ма[яе]\b"),
    (r"\d{4}", r"г(?:\.|од[ау]?\b)"),
    (r"\d", r"(?:руб|коп|тыс|млн|млрд|л|экз|кв|м)\b"),
    (r"\b[IVX]+", r"квартал"),
    (r"(?<!\d[ \N{NO-BREAK SPACE}])\b(?:ул|пер|пр|д|корп|стр|кв|пом|г|пос|с|ст|п|ч)\.", r"[А-ЯЁ\d]"),
    (r"\b[А-ЯЁ]\.", r"[А-ЯЁ]"),
)
_PLACES = re.compile("|".join(f"(?:{before} (?={after}))" for before, after in _PAIRS))


def no_break(text: str) -> str:
    """The same words; only the space inside such a pair becomes a no-break space."""
    # pairs may follow each other («15 декабря 2026 г.»), but their spaces never overlap
    return _PLACES.sub(lambda match: match[0][:-1] + "\N{NO-BREAK SPACE}", text)
