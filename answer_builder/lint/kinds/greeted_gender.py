"""«Уважаемый Мария Петровна!»: the form of the greeting against the gender that the name itself shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from answer_builder.content_table import Table
from answer_builder.lint.context import Context
from answer_builder.lint.match import Match
from answer_builder.lint.text import Document

_GREETING = re.compile(r"\b(?:(Уважаемые) ([А-ЯЁ][^!?.\n]{1,300})!|(Уважаем(?:ый|ая)) ([А-ЯЁ][^!?,.\n]{1,150})[!,])")


@dataclass(frozen=True, slots=True)
class GreetedGender:
    """Marks a greeting when the name is clear and asks for another form; what is not clear is left alone."""

    is_local: ClassVar[bool] = True

    def find(self, document: Document, context: Context) -> Iterator[Match]:
        if _GREETING.search(document.text) is None:
            return
        from answer_builder import names  # noqa: PLC0415  (a letter that greets nobody by name needs none)

        for found in _GREETING.finditer(document.text):
            form, name = found[1] or found[3], found[2] or found[4]
            addressing = names.address(name)
            if addressing.status == "ok" and addressing.greeting:
                right = addressing.greeting.split(" ", 1)[0]
                if right != form:
                    yield Match(found.start(), found.start() + len(f"{form} {name}"), (f"{right} {name}",))


def read(table: Table, *, reads_quotes: bool) -> GreetedGender:
    """No fields of its own."""
    return GreetedGender()
