"""The rules of this installation: the shipped ones, and an authority's own that add to them, replace or switch off."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path

from answer_builder.content_roots import ContentFile, Shelf, own_folder
from answer_builder.content_table import read_toml
from answer_builder.errors import CannotRun
from answer_builder.lint.kept import kept_of_rules
from answer_builder.lint.rules import CATEGORIES, Rule, read_rule

_SHELF = Shelf("rules", files("answer_builder.lint") / "rules", (".toml",), tuple(CATEGORIES))


@dataclass(frozen=True, slots=True)
class SwitchedOff:
    """A rule that an authority does without: why, and in which file it says so."""

    id: str
    reason: str
    origin: str


def all_rules() -> tuple[Rule, ...]:
    """Every rule in force, sorted by id; raises BrokenContent for a faulty file."""
    return _installed(own_folder())[0]


def switched_off() -> tuple[SwitchedOff, ...]:
    """The rules that are not in force, sorted by id."""
    return _installed(own_folder())[1]


def rule(rule_id: str) -> Rule:
    """The rule with that id; raises CannotRun when there is none."""
    for candidate in all_rules():
        if candidate.id == rule_id:
            return candidate
    raise CannotRun(f"Правила «{rule_id}» нет. Все правила: answer-builder list rules")


@cache
def _installed(home: Path | None) -> tuple[tuple[Rule, ...], tuple[SwitchedOff, ...]]:
    rules = {(own := _read(place, file)).id: own for place, file in _SHELF.shipped().items()}
    off: dict[str, SwitchedOff] = {}
    for place, file in _SHELF.own(home).items():
        if absent := _read_switched_off(place, file, rules):
            off[absent.id] = absent
            rules.pop(absent.id, None)
        else:
            own = _read(place, file)
            rules[own.id] = own
    kept_of_rules().save()
    return tuple(rules[key] for key in sorted(rules)), tuple(off[key] for key in sorted(off))


def _read(place: str, file: ContentFile) -> Rule:
    return read_rule(place.partition("/")[0], file.slug, file.text(), shown=file.shown, origin=file.origin)


def _read_switched_off(place: str, file: ContentFile, rules: Mapping[str, Rule]) -> SwitchedOff | None:
    """What an own file with `off = true` takes out of force: a shipped rule, or itself."""
    table = read_toml(file.shown, file.text())
    if not table.flag("off", default=False):
        return None
    rule_id = f"{place.partition('/')[0]}.{file.slug}"
    if not (reason := table.text("reason", "").strip()):
        table.fail("reason", "напишите, почему правило выключено")
    if rule_id not in rules and "title" not in table:
        near = get_close_matches(rule_id, rules, n=1)
        hint = f" Возможно, вы имели в виду «{near[0]}»?" if near else ""
        table.fail("off", f"выключать нечего: правила «{rule_id}» нет.{hint}")
    return SwitchedOff(rule_id, reason, file.origin)
