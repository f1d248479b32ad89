"""The bodies of this installation: the shipped ones with an authority's own folder laid over them."""

import os
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from answer_builder.authorities.profile import Authority, read_authority
from answer_builder.content_roots import SHIPPED, ContentFile, Shelf, own_folder
from answer_builder.content_table import Table, laid_over, parse_toml
from answer_builder.errors import BrokenContent, CannotRun

DEFAULT_AUTHORITY = "sakhalin_minstroy"
_PROFILE = "authority.toml"
_PICTURES = (".png", ".jpg", ".jpeg", ".svg", ".emf")  # the emblem as a file, for whoever edits the letterhead
_SHELF = Shelf("letter_templates", files("letter_templates"), (".toml", ".docx", *_PICTURES))
_REMOVABLE = ("letterheads", "signatories", "clauses")  # `first_deputy = false` takes an entry away


def default_slug() -> str:
    """The installation's own body: `ANSWER_BUILDER_AUTHORITY`, otherwise the Ministry of 001; CannotRun if unknown."""
    slug = os.environ.get("ANSWER_BUILDER_AUTHORITY", "").strip() or DEFAULT_AUTHORITY
    if slug not in all_authorities():
        raise CannotRun(f"ANSWER_BUILDER_AUTHORITY: органа «{slug}» нет; есть {', '.join(all_authorities())}")
    return slug


def all_authorities() -> Mapping[str, Authority]:
    """The authorities of this installation by slug."""
    return _bodies(own_folder())


def letterhead(slug: str, kind: str) -> bytes:
    """The bytes of an authority's letterhead file."""
    return _letterhead(own_folder(), slug, kind)


def shipped_letterhead() -> bytes:
    """The corner letterhead that every installation has, whatever an own folder lays over it."""
    return _letterhead(None, DEFAULT_AUTHORITY, "corner")


def letterhead_file(slug: str, kind: str) -> str:
    """How messages name that file."""
    authority, files_of = _installed(own_folder())[slug]
    return files_of[authority.letterheads[kind]].shown


def own_letterheads() -> Iterator[tuple[str, str, bytes]]:
    """File, slug of the body and content of each letterhead that stands in the own folder."""
    for slug, (authority, files_of) in _installed(own_folder()).items():
        for kind in authority.letterheads:
            if (file := files_of[authority.letterheads[kind]]).origin != SHIPPED:
                yield file.shown, slug, letterhead(slug, kind)


@cache
def _bodies(home: Path | None) -> Mapping[str, Authority]:
    return {slug: authority for slug, (authority, _) in _installed(home).items()}


@cache
def _letterhead(home: Path | None, slug: str, kind: str) -> bytes:
    authority, files_of = _installed(home)[slug]
    return files_of[authority.letterheads[kind]].content()


@cache
def _installed(home: Path | None) -> Mapping[str, tuple[Authority, Mapping[str, ContentFile]]]:
    """Each body with the files of its folders by name, an own file in place of a shipped one."""
    below, above = _by_slug(_SHELF.shipped()), _by_slug(_SHELF.own(home))
    return {
        slug: _read_body(slug, below.get(slug, {}), above.get(slug, {})) for slug in sorted(below.keys() | above.keys())
    }


def _by_slug(found: Mapping[str, ContentFile]) -> dict[str, dict[str, ContentFile]]:
    folders: dict[str, dict[str, ContentFile]] = {}
    for place, file in found.items():
        slug, _, name = place.partition("/")
        folders.setdefault(slug, {})[name] = file
    return folders


def _read_body(
    slug: str, below: Mapping[str, ContentFile], above: Mapping[str, ContentFile]
) -> tuple[Authority, Mapping[str, ContentFile]]:
    for name, file in above.items():
        if file.path.name.endswith(".toml") and name != _PROFILE:
            raise BrokenContent(f"{file.shown}: здесь нужен только один файл .toml, {_PROFILE}")
    table = _profile_table(slug, below.get(_PROFILE), above.get(_PROFILE), above)
    origin = str(Path(next(iter(above.values())).origin).parent) if above else SHIPPED
    authority, found = read_authority(slug, table, origin), {**below, **above}
    for kind, name in authority.letterheads.items():
        if name not in found:
            table.fail(("letterheads", kind), f"файла «{name}» рядом нет")
    for name, file in above.items():
        if name.endswith(".docx") and name not in authority.letterheads.values():
            near = get_close_matches(name, authority.letterheads.values(), n=1)
            hint = f" Возможно, его надо назвать «{near[0]}»?" if near else ""
            raise BrokenContent(f"{file.shown}: такого бланка нет в [letterheads] органа.{hint}")
    return authority, found


def _profile_table(
    slug: str, below: ContentFile | None, own: ContentFile | None, above: Mapping[str, ContentFile]
) -> Table:
    """The profile as one table: an own file may hold only what it changes in the shipped one."""
    if own is None and below is None:
        folder = Path(next(iter(above.values())).origin).parent
        raise BrokenContent(f"{folder}: нет файла {_PROFILE}, а органа «{slug}» в поставке нет")
    under: dict[str, Any] = parse_toml(below.shown, below.text()) if below else {}
    if own is None:
        assert below is not None  # noqa: S101  (said above)
        return Table(below.shown, under, source=below.text())
    values = laid_over(under, parse_toml(own.shown, own.text()))
    table = Table(own.shown, values, source=own.text())
    for section in _REMOVABLE:
        if isinstance(entries := values.get(section), dict):
            for key in [key for key, value in entries.items() if value is False]:
                if key not in under.get(section, {}):
                    table.fail((section, key), "в поставке этого нет, убирать нечего")
                del entries[key]
    return table
