"""The report for editors and scripts: `path:paragraph:column: level: message [rule]`, one finding a line."""

from answer_builder.lint.reports.checked import Checked, Report
from answer_builder.lint.reports.places import place_of
from answer_builder.model import Finding


def render(report: Report) -> str:
    """One line a finding; paragraph and column are counted from 1."""
    return "".join(f"{_line(checked, finding)}\n" for checked in report.files for finding in checked.open_findings)


def _line(checked: Checked, finding: Finding) -> str:
    place = place_of(finding, checked.text)
    message = " ".join(finding.message.split())
    return f"{checked.path}:{place.line}:{place.column}: {finding.level}: {message} [{finding.rule}]"
