"""What is known of a body: `letter_templates/<slug>/authority.toml` as a checked profile."""

from collections.abc import Mapping
from dataclasses import dataclass

from answer_builder.content_table import Table
from answer_builder.model import InitialsPosition


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs (001 2.3): full name in the nominative, position as the lines of the signature."""

    name: str
    position: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Authority:
    """The profile of a body. `requisites` has name, address, phone, email, site; `letterheads` kind → file.

    `order_in_brief` continues «пункт 6.2 …»: «Порядка министерства».

    `origin` is «поставка», or the path of an authority's own folder, also where that only changes the shipped one.
    """

    slug: str
    title: str
    short_name: str
    accusative: str
    order: str
    order_code: str
    order_in_brief: str
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
    origin: str


def read_authority(slug: str, table: Table, origin: str) -> Authority:
    """A checked profile; raises BrokenContent naming file and field."""
    settings = table.table("settings")
    authority = Authority(
        slug=slug,
        title=table.text("title"),
        short_name=table.text("short_name"),
        accusative=table.text("accusative"),
        order=table.text("order"),
        order_code=table.text("order_code"),
        order_in_brief=table.text("order_in_brief", "порядка этого органа"),
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
        origin=origin,
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
