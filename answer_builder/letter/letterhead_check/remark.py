"""One thing to say about a letterhead, with its place and its remedy."""

from collections.abc import Iterable
from dataclasses import dataclass

from answer_builder.model import Level

_ORDER: tuple[Level, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the file: the part, the number of the paragraph in it from 0, and how a person finds it."""

    part: str = ""
    paragraph: int = -1
    title: str = ""
    words: str = ""

    def __str__(self) -> str:
        return f"{self.title}: «{self.words}»" if self.words else self.title


WHOLE_FILE = Place()


@dataclass(frozen=True, slots=True)
class Remark:
    """`kind` is a slug («margin»); `is_danger`: the file must not be opened by another program before it is mended."""

    kind: str
    level: Level
    message: str
    remedy: str
    place: Place = WHOLE_FILE
    basis: str = ""
    is_danger: bool = False

    def __str__(self) -> str:
        place = f"{self.place}: " if str(self.place) else ""
        return f"{place}{self.message}. {self.remedy}"


def in_order(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Errors first, each level in the order of the file; the same words about the same place once."""
    return tuple(sorted(dict.fromkeys(remarks), key=lambda remark: _ORDER.index(remark.level)))
