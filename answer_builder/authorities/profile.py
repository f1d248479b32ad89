"""Reads `letter_templates/<slug>/authority.toml`: requisites, signatories, clauses and settings of a body."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from answer_builder.errors import BrokenContent
from answer_builder.model import InitialsPosition

DEFAULT_AUTHORITY = "sakhalin_minstroy"
_SETTINGS: Mapping[str, type] = {
    "letterhead": str,
    "signatory": str,
    "gost_edition": str,
    "initials": str,
    "large_print": bool,
    "survey_url": str,
}


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs (001 2.3): full name in the nominative, position as the lines of the signature."""

    name: str
    position: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Authority:
    """The profile of a body. `requisites` has name, address, phone, email, site; `letterheads` kind → file."""

    slug: str
    title: str
    short_name: str
    accusative: str
    order: str
    order_code: str
    requisites: Mapping[str, str]
    letterheads: Mapping[str, str]
    signatories: Mapping[str, Signatory]
    clauses: Mapping[str, str]
    letterhead: str
    signatory: str
    gost_edition: str
    initials: InitialsPosition
    large_print: bool
    survey_url: str


def default_slug() -> str:
    """The installation's own authority: `ANSWER_BUILDER_AUTHORITY`, otherwise the Ministry of 001."""
    return os.environ.get("ANSWER_BUILDER_AUTHORITY") or DEFAULT_AUTHORITY


@cache
def shipped() -> Mapping[str, Authority]:
    """The authorities of this installation by slug."""
    folders = sorted(files("letter_templates").iterdir(), key=lambda folder: folder.name)
    return {
        folder.name: read_authority(folder.name, folder.joinpath("authority.toml").read_text(encoding="utf-8"))
        for folder in folders
        if folder.joinpath("authority.toml").is_file()
    }


@cache
def letterhead(slug: str, kind: str) -> bytes:
    """The bytes of an authority's letterhead file."""
    return files("letter_templates").joinpath(slug, shipped()[slug].letterheads[kind]).read_bytes()


def read_authority(slug: str, text: str) -> Authority:
    """A checked profile; raises BrokenContent naming file and field."""
    place = f"letter_templates/{slug}/authority.toml"
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BrokenContent(f"{place}: не читается как TOML: {error}") from error
    settings = _read_settings(data.pop("settings", {}), place)
    try:
        authority = Authority(
            slug=slug,
            signatories={
                key: Signatory(entry["name"], tuple(entry["position"]))
                for key, entry in data.pop("signatories").items()
            },
            **data,
            **settings,
        )
        if missing := {"name", "address", "phone", "email", "site"} - set(authority.requisites):
            raise BrokenContent(f"{place}: в [requisites] нет поля «{min(missing)}» (001 6.1: справочные данные)")
    except KeyError as error:
        raise BrokenContent(f"{place}: нет поля «{error.args[0]}»") from error
    except TypeError as error:
        raise BrokenContent(f"{place}: лишнее или недостающее поле: {error}") from error
    if authority.letterhead not in authority.letterheads:
        raise BrokenContent(f"{place}: settings.letterhead = «{authority.letterhead}», а такого бланка нет")
    if authority.signatory not in authority.signatories:
        raise BrokenContent(f"{place}: settings.signatory = «{authority.signatory}», а такого подписанта нет")
    return authority


def _read_settings(data: Mapping[str, Any], place: str) -> dict[str, Any]:
    for key, kind in _SETTINGS.items():
        if not isinstance(data.get(key), kind):
            raise BrokenContent(f"{place}: в [settings] нет поля «{key}» или оно другого типа")
    if extra := sorted(set(data) - set(_SETTINGS)):
        raise BrokenContent(f"{place}: в [settings] неизвестное поле «{extra[0]}»")
    if data["initials"] not in ("after", "before"):
        raise BrokenContent(f"{place}: settings.initials – after или before")
    if data["gost_edition"] not in ("2025", "2016"):
        raise BrokenContent(f"{place}: settings.gost_edition – 2025 или 2016")
    if data["survey_url"] and not data["survey_url"].startswith("https://"):
        raise BrokenContent(f"{place}: settings.survey_url – адрес, который начинается с https://")
    return dict(data)
