"""LanguageTool's words in plain Russian: its message mended, and of its suggestions those that make sense."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from answer_builder.content_table import read_toml
from answer_builder.lint.replacement_words import named

_DATA = files("answer_builder.lint.languagetool")
_MOST_REPLACEMENTS = 3
_QUOTED = "«[^«»]*»"
_SUGGESTIONS = re.compile(rf"[:.]?\s*{_QUOTED}(?:(?:,| или| и)?\s*{_QUOTED})*\s*[.?!]*$")
_SPACE = re.compile("[ \N{NO-BREAK SPACE}]")
_END = re.compile(r"[\s:.!–]+$")
_IN_SOFT_SIGN = re.compile("ь(?=[еюя]м?$|и$)")  # «началье» beside «началие»: a bookish twin of the same form


def sensible(replacements: Sequence[str], words: str) -> tuple[str, ...]:
    """At most three different suggestions: none that loses a word where another keeps all, no twin in «-ье»."""
    different = tuple(dict.fromkeys(replacements))
    length = _length(words)
    whole = [better for better in different if _length(better) >= length]
    rest = [_spaced_as(words, better) for better in whole or different if not _is_twin(better, different)]
    return tuple(rest[:_MOST_REPLACEMENTS])


def worded(message: str, suggestions: Sequence[str], replacements: Sequence[str]) -> str:
    """The message as a sentence; the `suggestions` it ends with give way to the `replacements` that are left."""
    text = " ".join(message.split()).replace(" - ", " – ")
    tail = _SUGGESTIONS.search(text)
    is_cut = tail is not None and _all_among(re.findall(_QUOTED, tail[0]), suggestions)
    if tail is not None and is_cut:
        text = text[: tail.start()]
    for said, better in _mended():
        text = said.sub(better, text)
    return sentence(text, replacements if is_cut else ())


def sentence(text: str, replacements: Sequence[str]) -> str:
    """The text as a sentence that ends with the replacements, if there are any to be seen."""
    better = named(replacements)
    if better:
        return f"{_END.sub('', text)}: {better}."
    return text if text.endswith(("?", "…")) else f"{_END.sub('', text)}."


def _length(words: str) -> int:
    """In words, those joined by a hyphen one by one."""
    return len(words.replace("-", " ").split())


def _all_among(quoted: Sequence[str], suggestions: Sequence[str]) -> bool:
    known = {suggestion.strip().casefold() for suggestion in suggestions}
    return all(words.strip("«» ").casefold() in known for words in quoted)


def _spaced_as(words: str, better: str) -> str:
    """The suggestion with the no-break spaces of the words it stands for."""
    spaces = _SPACE.findall(words)
    return _SPACE.sub(lambda _: spaces.pop(0), better) if len(spaces) == better.count(" ") else better


def _is_twin(word: str, others: Sequence[str]) -> bool:
    plain = _IN_SOFT_SIGN.sub("и", word)
    return plain != word and plain in others


@cache
def _mended() -> tuple[tuple[re.Pattern[str], str], ...]:
    table = read_toml("wording.toml", (_DATA / "wording.toml").read_text(encoding="utf-8"))
    return tuple((re.compile(said), better) for said, better in table.pairs("replace").items())
