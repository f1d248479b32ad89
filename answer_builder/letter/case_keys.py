"""What a case asks besides the fields of its answer: `case_keys.toml`, the same for every door."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from answer_builder import catalogue
from answer_builder.catalogue import Field, TypicalAnswer


@cache
def case_fields() -> Mapping[str, Field]:
    """What every case asks besides its answer's own fields, by dotted key; labels and hints for all doors."""
    text = files("answer_builder.letter").joinpath("case_keys.toml").read_text(encoding="utf-8")
    return {field.key: field for field in catalogue.read_fields("letter/case_keys.toml", text)}


def asked_of(answer: TypicalAnswer | None) -> Mapping[str, Field]:
    """The case's own keys that this answer asks: nobody's name when nobody is addressed, no number of no appeal."""
    return {
        key: field
        if answer is None or answer.registered or key != "incoming.number"
        else replace(field, required=False)
        for key, field in case_fields().items()
        if answer is None or answer.is_addressed or not key.startswith("addressee.")
    }
