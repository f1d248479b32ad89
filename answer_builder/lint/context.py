"""What the checker may know about a letter besides its words."""

from dataclasses import dataclass

from answer_builder.lint.trees import Trees


@dataclass(frozen=True, slots=True)
class Context:
    """`is_several` (None: the greeting decides) tells «вы» from «Вы»; `names` are words of the case's own data.

    Nobody is greeted where the text `is_addressed` to nobody: a note for the file, a text for the site. `answers` are
    the slugs of the typical answers the letter gives, several when it answers several questions. `trees` are asked by
    rules that need a parsed sentence; without them such rules find nothing.
    """

    is_several: bool | None = None
    names: frozenset[str] = frozenset()
    pages: int | None = None
    is_addressed: bool = True
    answers: tuple[str, ...] = ()
    trees: Trees | None = None
