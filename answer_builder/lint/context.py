"""What the checker may know about a letter besides its words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Context:
    """`is_several` (None: the greeting decides) tells «вы» from «Вы»; `names` are words of the case's own data."""

    is_several: bool | None = None
    names: frozenset[str] = frozenset()
    pages: int | None = None
