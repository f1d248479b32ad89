"""How easy a checked text is to read, as reports for people say it."""

from answer_builder.lint.readability import readability
from answer_builder.lint.readability_words import in_words

_FEWEST_SENTENCES = 3


def ease_lines(text: str) -> tuple[str, ...]:
    """What to say of the whole text; of two sentences nothing can be said."""
    reading = readability(text)
    return in_words(reading, text) if reading and reading.sentences >= _FEWEST_SENTENCES else ()
