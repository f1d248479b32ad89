"""The words an executor typed into a case, with the key each came from."""

from collections.abc import Iterator, Mapping
from typing import Any

from answer_builder.model import Case


def typed_texts(case: Case) -> Iterator[tuple[str, str]]:
    """Dotted key and text of everything typed that the letter may print; choices and dates are not words."""
    for key, value in case.fields.items():
        yield from ((f"fields.{key}", text) for text in _texts(value))
    for key, lines in (("body", case.body), ("attachments", case.attachments)):
        yield from ((key, line) for line in lines)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
