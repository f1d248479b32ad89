"""Reads `letter_templates/<slug>/authority.toml`: requisites, signatories, clauses and settings of a body."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from answer_builder.content_table import Table, read_toml
from answer_builder.model import InitialsPosition

DEFAULT_AUTHORITY = "sakhalin_minstroy"


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


def read_authority(slug: str, content: str) -> Authority:
    """A checked profile; raises BrokenContent naming file and field."""
    table = read_toml(f"letter_templates/{slug}/authority.toml", content)
    settings = table.table("settings")
    authority = Authority(
        slug=slug,
        title=table.text("title"),
        short_name=table.text("short_name"),
        accusative=table.text("accusative"),
        order=table.text("order"),
        order_code=table.text("order_code"),
        requisites=_requisites(table.table("requisites")),
        letterheads=table.pairs("letterheads"),
        signatories=_signatories(table.table("signatories")),
        clauses=table.pairs("clauses"),
        letterhead=settings.text("letterhead"),
        signatory=settings.text("signatory"),
        gost_edition=settings.choice("gost_edition", ("2025", "2016")),
        initials=settings.choice("initials", ("after", "before")),  # type: ignore[arg-type]  # choice has checked it
        large_print=settings.flag("large_print", default=False) is True,
        survey_url=settings.text("survey_url", ""),
    )
    if authority.letterhead not in authority.letterheads:
        settings.fail("letterhead", f"бланка «{authority.letterhead}» нет в [letterheads]")
    if authority.signatory not in authority.signatories:
        settings.fail("signatory", f"подписанта «{authority.signatory}» нет в [signatories]")
    if authority.survey_url and not authority.survey_url.startswith("https://"):
        settings.fail("survey_url", "нужен адрес, который начинается с https://")
    settings.close()
    table.close()
    return authority


def _requisites(table: Table) -> dict[str, str]:
    """001 6.1: the reference data a letterhead shows."""
    requisites = {key: table.text(key) for key in ("name", "address", "phone", "email", "site")}
    table.close()
    return requisites


def _signatories(table: Table) -> dict[str, Signatory]:
    signatories = {}
    for key in table:
        entry = table.table(key)
        signatories[key] = Signatory(entry.text("name"), entry.strings("position", required=True))
        entry.close()
    return signatories
