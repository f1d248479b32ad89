"""The report as GitHub's workflow commands: each finding becomes a note beside its line."""

from collections.abc import Iterator

from answer_builder.lint.reports.checked import Checked, Report
from answer_builder.lint.reports.places import place_of
from answer_builder.lint.rules import CATEGORIES
from answer_builder.model import Finding, Level

_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report) -> str:
    """One command a line; what is suppressed is not said."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    for checked in report.files:
        yield from (_finding(checked, finding) for finding in checked.open_findings)
        yield from (_command("notice", note, file=checked.path, title="Снятые замечания") for note in checked.notes)
    for unread in report.unread:
        yield _command("error", unread.reason, file=unread.path, title="Файл не проверен")


def _finding(checked: Checked, finding: Finding) -> str:
    place = place_of(finding, checked.text)
    where = {"line": place.line, "endLine": place.end_line} if finding.match else {}
    if finding.match and place.line == place.end_line:  # columns of different lines are refused
        where |= {"col": place.column, "endColumn": place.end_column}
    return _command(
        _COMMANDS[finding.level],
        f"{finding.message}\n{finding.why} ({checked.basis(finding)})",
        file=checked.path,
        **where,
        title=f"{CATEGORIES[finding.category][0]} ({finding.rule})",
    )


def _command(name: str, message: str, **properties: object) -> str:
    said = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {said}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
