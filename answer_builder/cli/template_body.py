"""Which body `--authority` names."""

from difflib import get_close_matches
from typing import TYPE_CHECKING

from answer_builder.errors import CannotRun

if TYPE_CHECKING:
    from answer_builder.authorities import Authority


def body_of(slug: str | None) -> "Authority | None":
    """The body; None when none is named. CannotRun when there is no such body."""
    from answer_builder import authorities

    if slug is None:
        return None
    bodies = authorities.all_authorities()
    if slug not in bodies:
        close = get_close_matches(slug, bodies, n=1)
        hint = f" Возможно, вы имели в виду «{close[0]}»?" if close else f" Есть: {', '.join(bodies)}."
        raise CannotRun(f"Органа «{slug}» нет.{hint}")
    return bodies[slug]
