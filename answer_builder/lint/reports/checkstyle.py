"""The report in the XML of Checkstyle, which most servers that watch over texts and code read."""

from lxml import etree

from answer_builder.lint.reports.checked import Checked, Report
from answer_builder.lint.reports.legal_xml import element, page
from answer_builder.lint.reports.places import place_of

_SOURCE = "answer-builder."  # of a rule, as Checkstyle names its own by package


def render(report: Report) -> str:
    """One `file` a file, clean ones too, one `error` a finding; what is suppressed is not in it."""
    root = etree.Element("checkstyle", version="10.0")  # of the format: readers want one
    for checked in report.files:
        _add_file(root, checked)
    for unread in report.unread:
        file = element(root, "file", name=unread.path)
        element(file, "error", line=1, severity="error", message=unread.reason, source=f"{_SOURCE}unread")
    return page(root)


def _add_file(root: etree._Element, checked: Checked) -> None:
    file = element(root, "file", name=checked.path)
    for finding in checked.open_findings:
        place = place_of(finding, checked.text)
        element(
            file,
            "error",
            line=place.line,
            column=place.column,
            severity=finding.level,
            message=f"{finding.message} {finding.why} ({checked.basis(finding)})",
            source=_SOURCE + finding.rule,
        )
