"""The words of a comment that silences: «answer-builder: ignore evasion.accepted – причина», or the same in Russian."""

import re
from dataclasses import dataclass

from answer_builder.lint.rule_names import unknown_name

_OPENING = re.compile(
    r"\s*(?:answer-builder\s*:\s*(?P<verb>ignore-file\b|ignore\b)?"
    r"|проверка\s*:\s*не\s+замечать\b(?P<whole>\s+во\s+вс[её]м\s+(?:тексте|файле|письме)\b)?)",
    re.IGNORECASE,
)
_NAME = re.compile(r"[\s,;]*([A-Za-z][A-Za-z0-9_-]*(?:\.[^\s,;:–—]+)?)(?=[\s,;:]|$)")
_BEFORE_REASON = re.compile(r"[\s,;:–—-]+")


@dataclass(frozen=True, slots=True)
class Directive:
    """Which rules, why, in the whole text or here; `faults` are what its writer should mend."""

    rules: tuple[str, ...]
    reason: str
    is_whole: bool
    faults: tuple[str, ...]


def read_directive(comment: str) -> Directive | None:
    """What a comment asks the checker for; None for a comment about anything else."""
    opening = _OPENING.match(comment)
    if opening is None:
        return None
    if comment.lstrip().lower().startswith("answer-builder") and not opening["verb"]:
        example = "answer-builder: ignore evasion.accepted – причина"
        return Directive((), "", False, (f"просьба не понята. Образец: «{example}»",))
    names, end = [], opening.end()
    while found := _NAME.match(comment, end):
        names.append(found[1])
        end = found.end()
    separator = _BEFORE_REASON.match(comment, end)
    reason = " ".join(comment[separator.end() :].split()) if separator else ""
    problems = {name: unknown_name(name) for name in names}
    faults = [problem for problem in problems.values() if problem]
    if not names:
        faults.append("не сказано, какое правило не замечать. Имя стоит в замечании в квадратных скобках")
    rules = tuple(dict.fromkeys(name for name in names if not problems[name]))
    if rules and not reason:
        faults.append(f"почему не замечать {', '.join(rules)}? Допишите причину после тире")
    is_whole = (opening["verb"] or "").lower() == "ignore-file" or bool(opening["whole"])
    return Directive(rules, reason, is_whole, tuple(faults))
