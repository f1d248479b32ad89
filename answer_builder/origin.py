"""Which answer a letter gives and whose letter it is, as its file carries it; no word about the citizen."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """Slugs: of the typical answers, of the authority, of its letterhead; an empty one is not known."""

    answers: tuple[str, ...] = ()
    authority: str = ""
    letterhead: str = ""


# names of the document properties («Файл → Свойства → Прочие» in Word), in the order they are written
ANSWERS, AUTHORITY, LETTERHEAD = PROPERTIES = (
    "AnswerBuilder.Answers",
    "AnswerBuilder.Authority",
    "AnswerBuilder.Letterhead",
)


def origin_of(properties: Mapping[str, str]) -> Origin:
    """What the custom properties of a file tell."""
    answers, authority, letterhead = (properties.get(name, "") for name in PROPERTIES)
    return Origin(tuple(dict.fromkeys(answers.split())), authority.strip(), letterhead.strip())
