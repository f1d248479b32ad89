"""What one file has of its own while it is read: its notes and the numbers of its lists."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from answer_builder.errors import CannotRun

_MOST_BLOCKS = 20_000
_MOST_CHARACTERS = 600_000
_MOST_RUNS = 100_000  # pieces of one look


class Context:
    """Counts its `uses`: a block that used it must not be remembered for other files."""

    def __init__(self, name: str, notes: Mapping[str, Iterable[Any]]):
        self.name = name
        self.uses = 0
        self._blocks = self._characters = self._runs = 0
        self._open_notes: set[str] = set()
        self._notes = notes
        self._counts: dict[str, list[int]] = {}

    def count(self, *, blocks: int = 0, characters: int = 0, runs: int = 0) -> None:
        """Raises CannotRun when the file holds more than any letter does: its length would take too long to tell."""
        self._blocks += blocks
        self._characters += characters
        self._runs += runs
        if self._blocks > _MOST_BLOCKS or self._characters > _MOST_CHARACTERS or self._runs > _MOST_RUNS:
            raise CannotRun(f"{self.name} слишком велик для письма: в нём сотни страниц.")

    @contextmanager
    def note(self, note: str) -> Iterator[Iterable[Any]]:
        """The paragraphs of a footnote; none for one that refers to itself."""
        self.uses += 1
        if note in self._open_notes:
            yield ()
            return
        self._open_notes.add(note)
        yield self._notes.get(note, ())
        self._open_notes.discard(note)

    def next_number(self, list_id: str, depth: int, starts: tuple[int, ...]) -> list[int]:
        """Numbers of all levels down to `depth` for the next item of a list; deeper levels begin anew."""
        self.uses += 1
        counts = self._counts.setdefault(list_id, [])
        del counts[depth + 1 :]
        while len(counts) <= depth:
            counts.append(starts[len(counts)] - (1 if len(counts) == depth else 0))
        counts[depth] += 1
        return counts
