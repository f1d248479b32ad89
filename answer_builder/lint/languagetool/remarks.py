"""LanguageTool's remarks in our words: category, level, why and clause from `remarks.toml`, its own message mended."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from answer_builder.content_table import Table, read_toml
from answer_builder.lint.languagetool.said import Said
from answer_builder.lint.languagetool.wording import sensible, sentence, worded
from answer_builder.lint.rules import CATEGORIES, LEVELS
from answer_builder.model import Level

PREFIX = "languagetool."  # of the id of such a finding's rule; what follows is LanguageTool's own id
_DATA = files("answer_builder.lint.languagetool")


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


@dataclass(frozen=True, slots=True)
class _OwnLine:
    """What is said about one rule beyond its category."""

    calling: Calling
    message: str  # instead of LanguageTool's
    keeps_replacements: bool
    only: tuple[str, ...]  # the remark is believed about words that begin so
    never: tuple[str, ...]  # and not about these


def remark(said: Said) -> Remark:
    """What the server said, as a finding of this program would say it."""
    own = _own_line(said.rule, said.category)
    better = sensible(said.replacements, said.words) if own.keeps_replacements else ()
    message = sentence(own.message, better) if own.message else worded(said.message, said.replacements, better)
    return Remark(PREFIX + said.rule, own.calling, message, said.start, said.end, better)


def is_believed(said: Said) -> bool:
    """False where the rule is known to be wrong about such words."""
    own, words = _own_line(said.rule, said.category), said.words.casefold()
    return not words.startswith(own.never) and (not own.only or words.startswith(own.only))


def calling(rule: str, category: str) -> Calling:
    """The line of the rule, or of its category, or that of anything unheard of."""
    return _own_line(rule, category).calling


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
    return _reasons("switched_off.toml")


@cache
def switched_on() -> dict[str, str]:
    """LanguageTool's id of each rule that it does not use by itself, and we ask for → why."""
    return _reasons("switched_on.toml")


def _reasons(file: str) -> dict[str, str]:
    table = _table(file)
    return {rule: table.text(rule) for rule in table}


@cache
def _own_line(rule: str, category: str) -> _OwnLine:
    rules, categories, other = _callings()
    under = categories.get(category, other)
    if rule not in rules:
        return _OwnLine(under, "", True, (), ())
    table = Table("remarks.toml", rules[rule], ("rules", rule), source="")
    level: Level = table.choice("level", LEVELS, under.level)  # type: ignore[assignment]
    calling = Calling(
        table.choice("category", tuple(CATEGORIES), under.category),
        level,
        table.text("why"),
        table.text("basis", under.basis),
    )
    line = _OwnLine(
        calling,
        table.text("message", ""),
        bool(table.flag("replacements", default=True)),
        table.strings("only"),
        table.strings("never"),
    )
    table.close()
    return line


@cache
def _callings() -> tuple[dict[str, dict[str, Any]], dict[str, Calling], Calling]:
    table = _table("remarks.toml")
    rules, categories = table.table("rules"), table.table("categories")
    found = (
        {rule: rules.anything(rule) for rule in rules},
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


def _table(name: str) -> Table:
    return read_toml(name, (_DATA / name).read_text(encoding="utf-8"))
