"""Where a line may end inside a word, as LibreOffice and Word decide it."""

import re
from itertools import pairwise

# After a hyphen (a soft one, too), a dash or a mark, before a long dash, between two brackets …
_END_INSIDE = re.compile(r"(?<=[-‐–—?!|…\u200b\u00ad])(?=.)|(?<=.)(?=—)|(?<=[)\]}])(?=[(\[{])")
# … but not before what must follow closely, and not between a minus and its number.
_FOLLOWS_CLOSELY = re.compile(r"[-‐–.,;:!?)\]}»«\"„“”'%…| /]")
_MINUS = re.compile(r"-\d")
SOFT_HYPHEN = "\u00ad"  # seen, as a hyphen, at the end of a line only
_LONGEST = 500  # characters; a longer word fills lines anyway, its pieces are kept short for speed


def chunks(word: str) -> tuple[str, ...]:
    """A word cut where a line may end inside it, never after a slash.

    кое-кто → кое-, кто;  8-800 → 8-, 800;  и/или → и/или;  -5 → -5;  …/otvety?id=7 → …/otvety?, id=7
    """
    cuts = [
        end.start()
        for end in _END_INSIDE.finditer(word)
        if not _FOLLOWS_CLOSELY.match(word, end.start()) and not (end.start() == 1 and _MINUS.match(word))
    ]
    if len(word) > _LONGEST:
        cuts = sorted({*cuts, *range(_LONGEST, len(word), _LONGEST)})
    return tuple(word[start:end] for start, end in pairwise((0, *cuts, len(word))))
