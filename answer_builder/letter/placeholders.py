"""What a letterhead may ask for: `placeholders.toml`, for the check, its hints and the guide."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from answer_builder.content_table import Table, read_toml
from answer_builder.model import Level

_FILE = "placeholders.toml"
# Cyrillic letters that look like Latin ones: a name typed in the wrong layout looks right on paper
_LATIN = str.maketrans("асеорхукАВСЕНКМОРТХУ", "aceopxykABCEHKMOPTXY")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One name for `{{ }}`.

    `needed`: in which documents; `missing`: how bad a letterhead without it is; `printed`: words that do instead of it.
    """

    name: str
    title: str
    also: tuple[str, ...]
    needed: str
    example: str
    has_lines: bool
    may_be_empty: bool
    missing: Level | None
    basis: str
    printed: str
    is_internal: bool


@cache
def placeholders() -> Mapping[str, Placeholder]:
    """Every name by itself, in the order in which they stand on a letterhead."""
    root = read_toml(f"letter/{_FILE}", files("answer_builder.letter").joinpath(_FILE).read_text(encoding="utf-8"))
    return {name: _read(name, root.table(name)) for name in root}


def meant(word: str, known: Collection[str]) -> str | None:
    """Which of the known names a person meant: «adressee», «Addressee», «адресат», «аddressee» → addressee."""
    plain = word.strip().lower()
    latin = plain.translate(_LATIN)
    for name in known:
        placeholder = placeholders().get(name)
        if latin == name or (
            placeholder is not None and plain.replace("_", " ") in (placeholder.title, *placeholder.also)
        ):
            return name
    close = get_close_matches(latin, known, n=1)
    return close[0] if close else None


def _read(name: str, table: Table) -> Placeholder:
    placeholder = Placeholder(
        name=name,
        title=table.text("title"),
        also=table.strings("also"),
        needed=table.text("needed", "в каждом письме"),
        example=table.text("example", ""),
        has_lines=table.flag("lines", default=False) is True,
        may_be_empty=table.flag("empty", default=False) is True,
        missing=table.choice("missing", ("error", "warning", "info"), "") or None,  # type: ignore[arg-type]
        basis=table.text("basis", ""),
        printed=table.text("printed", ""),
        is_internal=table.flag("internal", default=False) is True,
    )
    table.close()
    return placeholder
