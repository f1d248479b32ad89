"""How a replacement is named in a sentence: in «ёлочки», unless it brings its own; a mere space is not named."""

from collections.abc import Iterable


def named(replacements: Iterable[str]) -> str:
    """The replacements as a reader sees them, joined by «или»; empty when there is nothing to see."""
    return " или ".join(quoted(words) for words in replacements if words.strip())


def quoted(words: str) -> str:
    """The words in «ёлочки»; those already in them are left as they are."""
    return words if words.startswith("«") and words.endswith("»") else f"«{words}»"
