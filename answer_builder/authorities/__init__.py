"""Letterheads and profiles of authorities; the only reader of `letter_templates/`."""

from answer_builder.authorities.profile import (
    Authority,
    Signatory,
    default_slug,
    letterhead,
    read_authority,
    shipped,
)

__all__ = ["Authority", "Signatory", "default_slug", "letterhead", "read_authority", "shipped"]
