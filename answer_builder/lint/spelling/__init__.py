"""The speller: which words it accepts, what it suggests for the others."""

from answer_builder.lint.spelling.acceptance import accepts
from answer_builder.lint.spelling.suggestions import suggest

__all__ = ["accepts", "suggest"]
