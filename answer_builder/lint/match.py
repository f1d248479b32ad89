"""What every kind of rule gives back, and what it is asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from answer_builder.lint.context import Context
from answer_builder.lint.text import Document
from answer_builder.model import Level


@dataclass(frozen=True, slots=True)
class Match:
    """A place in the text; `level`, `message` and `basis` stand in for the rule's own where the kind decides them."""

    start: int
    end: int
    replacements: tuple[str, ...] = ()
    level: Level | None = None
    message: str = ""
    basis: str = ""


class Finder(Protocol):
    """The part of a rule that looks for its places; made by the `read` of a module in `kinds/`.

    `is_local`: what it finds in a paragraph depends on nothing but that paragraph, `context.names`
    and `context.trees`.
    """

    @property
    def is_local(self) -> bool: ...

    def find(self, document: Document, context: Context) -> Iterator[Match]: ...
