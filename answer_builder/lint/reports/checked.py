"""One checked file, as every report sees it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answer_builder.model import Finding


@dataclass(frozen=True, slots=True)
class Checked:
    """A file's name, its text, the findings in it; `pages` is None when a page has no meaning for it."""

    path: str
    text: str
    findings: tuple[Finding, ...]
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All checked files and the engines that looked at them."""

    files: Sequence[Checked]
    engines: Mapping[str, str]
