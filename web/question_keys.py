"""Names of the inputs when an appeal holds several questions: `fields.due` of the first, `questions[2].fields.due`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from answer_builder.errors import Fault

OF_A_QUESTION = ("fields", "body")
_FURTHER = re.compile(r"questions\[([1-9]\d?)\]\.(.+)")
Value = TypeVar("Value")


def key_of(number: int, own: str) -> str:
    """The form's key of what belongs to one question, counted from 1."""
    return own if number == 1 else f"questions[{number}].{own}"


def question_of(key: str) -> tuple[int, str]:
    """Number of the question and its own key; 0 for what the whole letter shares."""
    if match := _FURTHER.fullmatch(key):
        return int(match[1]), match[2]
    return int(key.partition(".")[0] in OF_A_QUESTION), key


def on_form(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults under the keys of the form."""
    return tuple(replace(fault, key=fault.key.removeprefix("questions[1].")) for fault in faults)


def further_answers(form: Mapping[str, str]) -> Iterator[str]:
    """Slugs of the answers to the second question and those after it."""
    number = 2
    while slug := form.get(f"questions[{number}].answer"):
        yield slug
        number += 1


def without(typed: Mapping[str, Value], removed: int) -> dict[str, Value]:
    """What was typed, with one question taken away and those after it moved up."""
    kept: dict[str, Value] = {}
    for key, value in typed.items():
        number, own = question_of(key)
        if number == 0:
            kept[key] = value
        elif number != removed:
            kept[key_of(number - (number > removed), own)] = value
    return kept
