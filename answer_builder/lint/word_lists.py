"""Short lists of words that the text model and the guards need; the words themselves are in `word_lists.toml`."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of one list."""
    lists = tomllib.loads((files("answer_builder.lint") / "word_lists.toml").read_text(encoding="utf-8"))
    return frozenset(lists[name].split())
