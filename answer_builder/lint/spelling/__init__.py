"""The speller: which words it accepts, whether the others are slips, what it suggests for them."""

from answer_builder.lint.spelling.acceptance import accepts
from answer_builder.lint.spelling.suggestions import is_slip, suggest

__all__ = ["accepts", "is_slip", "suggest"]
