"""A text without the comments in it: what the rules read, and the way back to the places of the text."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from answer_builder.model import Finding


class Prose:
    """`text` is the given text without the cut places; lines stay lines."""

    def __init__(self, whole: str, places: Sequence[tuple[int, int]]):
        """`places` are spans of `whole` in order, none with a line end in it."""
        self._whole = whole
        self._cuts: list[int] = []  # offsets in `text` where something was cut out
        self._removed = [0]  # how much was cut out before, before and at the first cut …
        pieces, end = [], 0
        for start, next_end in places:
            pieces.append(whole[end:start])
            self._cuts.append(start - self._removed[-1])
            self._removed.append(self._removed[-1] + next_end - start)
            end = next_end
        self.text = "".join((*pieces, whole[end:]))

    def found_in_whole(self, finding: Finding) -> Finding:
        """The same finding with the offsets of the whole text."""
        if not self._cuts:
            return finding
        # words that begin where something was cut out stand behind it; what is missing stands before it
        is_at = bisect_right if finding.match else bisect_left
        start = finding.start + self._removed[is_at(self._cuts, finding.start)]
        end = finding.end + self._removed[bisect_left(self._cuts, finding.end)]
        return replace(finding, start=start, end=end, match=self._whole[start:end])
