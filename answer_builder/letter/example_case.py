"""A whole raw case put together from the examples of the catalogue and of the case's own keys."""

from typing import Any

from answer_builder import catalogue
from answer_builder.catalogue import Example
from answer_builder.letter.case_keys import case_fields


def example_case(slug: str, example: Example | None = None) -> dict[str, Any]:
    """The raw case of an answer; with one of its `[[examples]]`, that addressee and those fields."""
    answer = catalogue.all_answers()[slug]
    raw: dict[str, Any] = {"answer": slug, "fields": {field.key: field.example for field in answer.fields}}
    for key, field in case_fields().items():
        section, _, name = key.rpartition(".")
        (raw.setdefault(section, {}) if section else raw)[name] = field.example
    for key, value in answer.example.items():
        under = raw.get(key)
        raw[key] = under | value if isinstance(value, dict) and isinstance(under, dict) else value
    if example is not None:
        raw["addressee"] = raw["addressee"] | dict(example.addressee)
        raw["fields"] = raw["fields"] | dict(example.fields)
    return raw
