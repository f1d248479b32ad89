"""LanguageTool's remarks in our words: category, level, why and clause from `remarks.toml`, its own message mended."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from answer_builder.content_table import Table, read_toml
from answer_builder.lint.languagetool.said import Said
from answer_builder.lint.rules import CATEGORIES, LEVELS
from answer_builder.model import Level

PREFIX = "languagetool."  # of the id of such a finding's rule; what follows is LanguageTool's own id
_DATA = files("answer_builder.lint.languagetool")
_MOST_REPLACEMENTS = 3
_LINE_BREAKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Calling:
    """What remarks of one rule or category are here."""

    category: str
    level: Level
    why: str
    basis: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark of the second engine; offsets are code points of the checked text."""

    rule: str
    calling: Calling
    message: str
    start: int
    end: int
    replacements: tuple[str, ...]


def remark(said: Said) -> Remark:
    """What the server said, as a finding of this program would say it."""
    message = _LINE_BREAKS.sub(" ", said.message).strip().replace(" - ", " – ")
    if message and message[-1] not in ".?!…":
        message += "."
    replacements = tuple(dict.fromkeys(said.replacements))[:_MOST_REPLACEMENTS]
    return Remark(PREFIX + said.rule, calling(said.rule, said.category), message, said.start, said.end, replacements)


def calling(rule: str, category: str) -> Calling:
    """The line of the rule, or of its category, or that of anything unheard of."""
    rules, categories, other = _callings()
    under = categories.get(category, other)
    own = rules.get(rule)
    if own is None:
        return under
    level: Level = own.get("level", under.level)  # type: ignore[assignment]
    return Calling(own.get("category", under.category), level, own["why"], own.get("basis", under.basis))


def named() -> tuple[str, ...]:
    """LanguageTool's ids of the rules that have a line of their own."""
    rules, *_ = _callings()
    return tuple(rules)


def explanation(rule_id: str) -> tuple[str, ...]:
    """What there is to say about a rule of LanguageTool, by our id, in lines; nothing about a rule of ours."""
    if not rule_id.startswith(PREFIX):
        return ()
    name = rule_id.removeprefix(PREFIX)
    if reason := switched_off().get(name):
        return (f"Правило LanguageTool «{name}» выключено: {reason}",)
    title = f"Правило LanguageTool «{name}», второй проверки"
    if name not in named():
        return (title, "Что именно оно нашло и почему это ошибка, сказано в замечании.")
    return (title, f"Почему: {calling(name, '').why}")


@cache
def switched_off() -> dict[str, str]:
    """LanguageTool's id of each rule that is not asked for → why."""
    table = _table("switched_off.toml")
    return {rule: table.text(rule) for rule in table}


@cache
def _callings() -> tuple[dict[str, dict[str, str]], dict[str, Calling], Calling]:
    table = _table("remarks.toml")
    rules, categories = table.table("rules"), table.table("categories")
    found = (
        {rule: _own_line(rules.table(rule)) for rule in rules},
        {category: _line(categories.table(category)) for category in categories},
        _line(table.table("other")),
    )
    table.close()
    return found


def _line(table: Table) -> Calling:
    level: Level = table.choice("level", LEVELS)  # type: ignore[assignment]
    line = Calling(table.choice("category", tuple(CATEGORIES)), level, table.text("why"), table.text("basis"))
    table.close()
    return line


def _own_line(table: Table) -> dict[str, str]:
    line = {"why": table.text("why")}
    if "category" in table:
        line["category"] = table.choice("category", tuple(CATEGORIES))
    if "level" in table:
        line["level"] = table.choice("level", LEVELS)
    if "basis" in table:
        line["basis"] = table.text("basis")
    table.close()
    return line


def _table(name: str) -> Table:
    return read_toml(name, (_DATA / name).read_text(encoding="utf-8"))
