"""The sentence of a paragraph that stands at a given place."""

import re
import tomllib
from functools import cache
from importlib.resources import files

_END = re.compile(r"(?P<stop>[.!?…]+)[»\"”)]*(?=\s+[«\"„(–—]*[А-ЯЁA-Z0-9])")

_LAST_WORD = re.compile(r"\w+\Z")
_LONGEST_SHORT = 8  # letters; a longer word is no abbreviation


def sentence_at(text: str, offset: int) -> str:
    """The whole sentence that holds the character; «ул. Ленина», «А. П. Чехов» do not end one."""
    start = 0
    for end in _END.finditer(text):
        if end["stop"] == "." and _is_short(_word_before(text, end.start())):
            continue
        if end.end() > offset:
            return _clean(text[start : end.end()])
        start = end.end()
    return _clean(text[start:])


def _word_before(text: str, end: int) -> str:
    found = _LAST_WORD.search(text, max(end - _LONGEST_SHORT, 0), end)
    return found[0] if found else ""


def _is_short(word: str) -> bool:
    is_initial = len(word) == 1 and word.isupper()
    return is_initial or word in _abbreviations()


def _clean(text: str) -> str:
    return " ".join(text.split())


@cache
def _abbreviations() -> frozenset[str]:
    data = tomllib.loads(files("answer_builder.letter").joinpath("sentences.toml").read_text(encoding="utf-8"))
    return frozenset(data["abbreviations"])
