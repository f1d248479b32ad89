"""The catalogue of typical answers; the only reader of `typical_answers/`."""

from answer_builder.catalogue.reading import arrivals, load, phrases, shipped
from answer_builder.catalogue.schema import Choice, Example, Field, Term, TypicalAnswer
from answer_builder.catalogue.values import Due, read_date, read_due, read_value
from answer_builder.catalogue.wording import expand, fill

__all__ = [
    "Choice",
    "Due",
    "Example",
    "Field",
    "Term",
    "TypicalAnswer",
    "arrivals",
    "expand",
    "fill",
    "load",
    "phrases",
    "read_date",
    "read_due",
    "read_value",
    "shipped",
]
