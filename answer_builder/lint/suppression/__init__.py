"""Remarks that somebody does not want to hear: comments in the text, entries of a case; each with its reason."""

from answer_builder.lint.suppression.comments import read_comments
from answer_builder.lint.suppression.silencing import NOTHING, Silencing

__all__ = ["NOTHING", "Silencing", "read_comments"]
