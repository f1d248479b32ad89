"""The one family of errors that people see as a Russian sentence; anything else is our bug."""

from collections.abc import Iterable
from dataclasses import dataclass


class AnswerBuilderError(Exception):
    """A sentence in Russian for the person who can fix the cause."""


class CannotRun(AnswerBuilderError):
    """The work could not even start: an unreadable file, a wrong option, a read-only folder."""


class BrokenContent(CannotRun):
    """A content file (typical answer, letterhead, rule) is wrong; the message names file and field."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a case: the dotted key (`fields.due`), what is wrong, and how to fill it in, in Russian."""

    key: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.message}. {self.hint}" if self.hint else self.message


class Refused(AnswerBuilderError):
    """A case that was read but must not become a letter; carries every fault at once."""

    def __init__(self, faults: Iterable[Fault]):
        self.faults = tuple(faults)
        super().__init__("\n".join(f"{fault.key}: {fault}" for fault in self.faults))
