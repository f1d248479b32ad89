"""Letterheads and profiles of authorities; the only reader of `letter_templates/`."""

from answer_builder.authorities.clauses import in_words
from answer_builder.authorities.installed import (
    all_authorities,
    default_slug,
    letterhead,
    letterhead_file,
    own_letterheads,
    shipped_letterhead,
)
from answer_builder.authorities.profile import Authority, Signatory

__all__ = [
    "Authority",
    "Signatory",
    "all_authorities",
    "default_slug",
    "in_words",
    "letterhead",
    "letterhead_file",
    "own_letterheads",
    "shipped_letterhead",
]
