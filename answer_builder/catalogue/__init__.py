"""The catalogue of typical answers; the only reader of `typical_answers/`."""

from answer_builder.catalogue.choosing import Outcome, Question, Route, Step, choose, read_replies, read_reply
from answer_builder.catalogue.reading import all_answers, read_fields, shared
from answer_builder.catalogue.schema import Choice, Example, Field, Term, TypicalAnswer
from answer_builder.catalogue.searching import LONGEST_QUERY, Hit, Piece, did_you_mean, search
from answer_builder.catalogue.values import Due, read_date, read_due, read_value
from answer_builder.catalogue.wording import expand, fill

__all__ = [
    "LONGEST_QUERY",
    "Choice",
    "Due",
    "Example",
    "Field",
    "Hit",
    "Outcome",
    "Piece",
    "Question",
    "Route",
    "Step",
    "Term",
    "TypicalAnswer",
    "all_answers",
    "choose",
    "did_you_mean",
    "expand",
    "fill",
    "read_date",
    "read_due",
    "read_fields",
    "read_replies",
    "read_reply",
    "read_value",
    "search",
    "shared",
]
