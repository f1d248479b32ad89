"""Russian names: from what was typed to how a letter addresses people."""

from answer_builder.names.addressing import address, nominative_initials
from answer_builder.names.clean import clean
from answer_builder.names.decline import decline
from answer_builder.names.explanation import explain
from answer_builder.names.grammatical_case import GrammaticalCase
from answer_builder.names.initials import surname_with_initials

__all__ = ["GrammaticalCase", "address", "clean", "decline", "explain", "nominative_initials", "surname_with_initials"]
