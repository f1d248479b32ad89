"""How easy a checked text is to read, as reports for people say it."""

from answer_builder.lint.prose import STAND_IN, Prose
from answer_builder.lint.readability import readability
from answer_builder.lint.readability_words import in_words

_FEWEST_SENTENCES = 3


def ease_lines(prose: Prose) -> tuple[str, ...]:
    """What to say of the whole text; of two sentences nothing can be said."""
    reading = readability(prose.text)
    enough = reading and reading.sentences >= _FEWEST_SENTENCES
    return in_words(reading, prose.text.replace(STAND_IN, "…")) if reading and enough else ()
