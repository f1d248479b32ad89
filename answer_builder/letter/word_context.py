"""What one file has of its own while it is read: its notes and the numbers of its lists."""

from collections.abc import Iterable, Mapping
from typing import Any


class Context:
    """Counts its `uses`: a block that used it must not be remembered for other files."""

    def __init__(self, name: str, notes: Mapping[str, Iterable[Any]]):
        self.name = name
        self.uses = 0
        self._notes = notes
        self._counts: dict[str, list[int]] = {}

    def note(self, note: str) -> Iterable[Any]:
        """The paragraphs of a footnote."""
        self.uses += 1
        return self._notes.get(note, ())

    def next_number(self, list_id: str, depth: int, starts: tuple[int, ...]) -> list[int]:
        """Numbers of all levels down to `depth` for the next item of a list; deeper levels begin anew."""
        self.uses += 1
        counts = self._counts.setdefault(list_id, [])
        del counts[depth + 1 :]
        while len(counts) <= depth:
            counts.append(starts[len(counts)] - (1 if len(counts) == depth else 0))
        counts[depth] += 1
        return counts
