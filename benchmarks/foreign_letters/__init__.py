"""Letters on letterheads that are not ours, made in different ways, for comparing page estimates with the real office."""

from benchmarks.foreign_letters.kinds import KINDS, UNSEEN
from benchmarks.foreign_letters.letters import ForeignLetter, letters

__all__ = ["KINDS", "UNSEEN", "ForeignLetter", "letters"]
