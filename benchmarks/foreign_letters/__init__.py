"""Letters on letterheads that are not ours, made in different ways, for comparing page estimates with the real office."""

from benchmarks.foreign_letters.kept_offices import KEPT_OFFICES
from benchmarks.foreign_letters.kinds import KINDS, UNSEEN
from benchmarks.foreign_letters.last_offices import LAST_OFFICES
from benchmarks.foreign_letters.letters import ForeignLetter, letters
from benchmarks.foreign_letters.offices import OFFICES

__all__ = ["KEPT_OFFICES", "KINDS", "LAST_OFFICES", "OFFICES", "UNSEEN", "ForeignLetter", "letters"]
