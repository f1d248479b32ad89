"""The report as one page to read, send and print: the text with its words underlined, the remarks beside them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from answer_builder import __version__
from answer_builder.lint.level_words import LEVEL_WORDS
from answer_builder.lint.reports.checked import Checked, Report, unsaid
from answer_builder.lint.reports.ease import ease_lines
from answer_builder.lint.reports.marked import Numbered, Paragraph, paragraphs
from answer_builder.lint.reports.silenced import why_silenced
from answer_builder.lint.rules import CATEGORIES, LEVELS
from answer_builder.model import Finding, Level
from answer_builder.plural import plural


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file as the page lays it out; findings are numbered from 1 in each file, the suppressed ones are apart."""

    number: int
    checked: Checked
    counts: tuple[tuple[Level, str], ...]
    of_whole: tuple[Numbered, ...]
    paragraphs: tuple[Paragraph, ...]
    suppressed: tuple[Finding, ...]
    ease: tuple[str, ...]


def render(report: Report) -> str:
    """One HTML page without scripts, pictures or anything from elsewhere."""
    sheets = [_sheet(number, checked) for number, checked in enumerate(report.files, 1)]
    shown = [finding for checked in report.files for finding in checked.open_findings]
    return _template().render(
        report=report,
        sheets=sheets,
        version=__version__,
        levels={level: LEVEL_WORDS[level][0] for level in LEVELS},
        category={key: name for key, (name, _) in CATEGORIES.items()},
        totals=_totals(shown),
        rows=tuple(_rows(shown)),
        unsaid=unsaid,
        why_silenced=why_silenced,
        plural=plural,
    )


def _sheet(number: int, checked: Checked) -> Sheet:
    findings = checked.open_findings
    numbered = tuple(enumerate(sorted(findings, key=lambda finding: bool(finding.match)), 1))
    with_words = tuple(one for one in numbered if one[1].match)
    return Sheet(
        number,
        checked,
        tuple((level, text) for level, count, text in _totals(findings) if count),
        tuple(one for one in numbered if not one[1].match),
        tuple(paragraphs(checked.text, with_words)),
        tuple(finding for finding in checked.findings if finding.suppressed),
        ease_lines(checked.prose),
    )


def _totals(findings: Sequence[Finding]) -> list[tuple[Level, int, str]]:
    """Level, how many, «2 ошибки»; the strictest first."""
    count = Counter(finding.level for finding in findings)
    return [(level, count[level], f"{count[level]} {plural(count[level], LEVEL_WORDS[level])}") for level in LEVELS]


def _rows(findings: Sequence[Finding]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Each category that was met, by its name, with the numbers of its errors, warnings and advice."""
    count = Counter((finding.category, finding.level) for finding in findings)
    for category, (name, _) in CATEGORIES.items():
        numbers = tuple(count[category, level] for level in LEVELS)
        if any(numbers):
            yield name, numbers


@cache
def _template() -> Template:
    source = files("answer_builder.lint.reports").joinpath("page.html").read_text(encoding="utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(source)
