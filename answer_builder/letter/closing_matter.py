"""Whether nothing but the signature or the executor mark stands on the last page."""

import re
from collections.abc import Iterable
from typing import Literal

Alone = Literal["", "signature", "mark"]

# «А. В. Образцов», «А.В. Образцов», «Образцов А. В.» at the end of a short paragraph
_SIGNATORY = re.compile(r"(?:[А-ЯЁ]\.\s?){1,2}\s?[А-ЯЁ][а-яё-]+\s*$|[А-ЯЁ][а-яё-]+\s+(?:[А-ЯЁ]\.\s?){1,2}\s*$")
_PHONE = re.compile(r"\d[\d() \u00a0-]{4,}\d")
_EXECUTOR = re.compile(r"^\s*исп(?:олнитель|\.)", re.IGNORECASE)
_LONGEST = 200  # characters; a longer paragraph is text


def alone_on_last_page(texts: Iterable[str]) -> Alone:
    """What stands alone among the paragraphs of the last page, the signature before the mark; "" when text does."""
    found: Alone = ""
    for text in texts:
        if not text.strip():
            continue
        kind = _kind(text)
        if not kind:
            return ""
        found = "signature" if "signature" in (found, kind) else "mark"
    return found


def _kind(text: str) -> Alone:
    if len(text) > _LONGEST:
        return ""
    if _SIGNATORY.search(text):
        return "signature"
    return "mark" if _EXECUTOR.search(text) or (_PHONE.search(text) and len(text.split()) <= 8) else ""
