"""Recognises addressees who are not one person: organisations with or without a head, groups of citizens."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from answer_builder.names.clean import mend_signs

Body = Literal["organization", "collective"]


@dataclass(frozen=True, slots=True)
class Organization:
    """The line of an organisation taken apart; `position` is in the dative, `head` as typed, both may be empty."""

    title: str
    position: str
    head: str


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("answer_builder.names").joinpath("bodies.toml").read_text(encoding="utf-8"))


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(_table()[key].split())


def body_in(raw: str) -> tuple[Body, bool] | None:
    """What the line names instead of a person, and whether that is certain (ООО is, «школа» may be a surname)."""
    text = mend_signs(raw).lower()
    words = re.findall(r"[а-яё]+", text)
    if any(word in _listed("legal_forms") for word in words) and len(words) > 1:
        return "organization", True
    if any(word in _listed("collectives") for word in words):
        return "collective", False
    if any(word in _listed("organizations") for word in words):
        return "organization", False
    return None


def collective_dative(raw: str) -> str | None:
    """«Жители дома № 5» → «Жителям дома № 5»; None when the first words are not surely known."""
    text = " ".join(raw.split())
    for nominative, dative in _table()["dative"].items():
        match = re.match(rf"(?i){nominative}(?=\s|$)(?!\s+(?:и|,))", text)
        if match:
            head: str = dative.capitalize() if text[0].isupper() else dative
            return head + text[match.end() :]
    return None


def others_dative(raw: str) -> tuple[str, str] | None:
    """«Иванов И.П. и другие жители» → the person as typed and «и другим жителям»; None for any other line."""
    text = " ".join(raw.split())
    if match := re.fullmatch(r"(?i)(.+?)(?:,| и) (?:др\.?|другие|другими)(?: (.+))?", text):
        whom = collective_dative(match[2]) if match[2] else ""
        return None if whom is None else (match[1], f"и другим {whom}".strip())
    return None


def addressee_lines(organization: Organization, person: str) -> tuple[str, ...]:
    """GOST requisite 15: «Директору», «ООО «Мастер»», «Иванову И.И.»; a name that would need a genitive goes first."""
    words = re.findall(r"[а-яё]+", organization.title.lower())
    if organization.position and words and words[0] in _listed("legal_forms"):
        return organization.position[:1].upper() + organization.position[1:], organization.title, person
    return organization.title, f"{organization.position} {person}".strip()


def has_position(raw: str) -> bool:
    """True when the line names the office of a head beside something else: «ООО «Уют», директор Хасанов»."""
    parts = take_apart(raw)
    return bool(parts.title and parts.position and parts.head)


def take_apart(raw: str) -> Organization:
    """«ООО «Ромашка», директору Петрову П.И.» → title, «директору», «Петрову П.И.»."""
    text = " ".join(raw.split())
    for nominative, dative in sorted(_table()["positions"].items(), key=lambda pair: -len(pair[0])):
        pattern = rf"(?i)(?<![а-яё])(?:{re.escape(nominative)}|{re.escape(dative)})(?![а-яё])"
        if match := re.search(pattern, text):
            before, after = text[: match.start()].strip(" ,;:–—-("), text[match.end() :].strip(" ,;:–—-()")
            if before:
                return Organization(before, dative, after)
            return _by_comma(after, dative)
    return _by_comma(text, "")


def _by_comma(text: str, position: str) -> Organization:
    title, comma, head = text.rpartition(",")
    if comma and "»" not in head:
        return Organization(title.strip(), position, head.strip())
    return _after_quotes(text, position)


def _after_quotes(text: str, position: str) -> Organization:
    """«директору ООО «Ромашка» Петрову П.И.»: the person stands after the last closing quote."""
    cut = max(text.rfind("»"), text.rfind("”"), text.rfind('"'))
    if cut >= 0:
        return Organization(text[: cut + 1].strip(), position, text[cut + 1 :].strip(" ,;:–—-"))
    return Organization("", position, text) if position else Organization(text, "", "")


def spouses_in(text: str) -> str | None:
    """The line without «супруги …», «от супругов …», or None when no such word begins it."""
    for word in _table()["spouses"]:
        if match := re.match(rf"(?i)(?:(?:от|для|заявление|обращение|жалоба|кому)\s*:?\s+)?{word}(?=[\s:])", text):
            return text[match.end() :].strip(" :,")
    return None
