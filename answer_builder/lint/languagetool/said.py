"""One remark as the LanguageTool server makes it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """What the server says about a place; `start` and `end` are code-point offsets into the text asked about."""

    rule: str
    category: str
    message: str
    start: int
    end: int
    replacements: tuple[str, ...]
    words: str = ""  # those the remark is about
