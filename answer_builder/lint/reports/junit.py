"""The report in the XML of JUnit: a file is a suite, a finding that fails is a failed case."""

from lxml import etree

from answer_builder.lint.level_words import LEVEL_WORDS, counted_findings
from answer_builder.lint.reports.checked import Checked, Report, Unread
from answer_builder.lint.reports.legal_xml import element, legal, page
from answer_builder.lint.reports.places import place_of
from answer_builder.lint.reports.silenced import why_silenced
from answer_builder.lint.rules import CATEGORIES
from answer_builder.model import Finding

_NO_TIME = "0"  # no clock in a report: the same findings give the same bytes


def render(report: Report) -> str:
    """One `testsuite` a file; findings below the fail level stand in its `system-out`, suppressed ones are skipped."""
    root = etree.Element("testsuites", name="answer-builder")
    for checked in report.files:
        _add_suite(root, checked, report)
    for unread in report.unread:
        _add_unread(root, unread)
    for count in ("tests", "failures", "errors", "skipped"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    root.set("time", _NO_TIME)
    return page(root)


def _add_suite(root: etree._Element, checked: Checked, report: Report) -> None:
    skipped = [finding for finding in checked.findings if finding.suppressed]
    failed = [finding for finding in checked.open_findings if finding.level in report.failing]
    others = [finding for finding in checked.open_findings if finding.level not in report.failing]
    suite = element(
        root,
        "testsuite",
        name=checked.path,
        tests=max(len(failed), 1) + len(skipped),
        failures=len(failed),
        errors=0,
        skipped=len(skipped),
        time=_NO_TIME,
    )
    for finding in failed:
        case = _add_case(suite, checked.path, _name(checked, finding))
        element(case, "failure", type=finding.rule, message=finding.message).text = legal(_whole(checked, finding))
    if not failed:
        _add_case(suite, checked.path, _passed(others))
    for finding in skipped:
        element(_add_case(suite, checked.path, _name(checked, finding)), "skipped", message=_why_skipped(finding))
    said = [*(f"{_name(checked, finding)}\n{_whole(checked, finding)}" for finding in others), *checked.notes]
    if said:
        element(suite, "system-out").text = legal("\n\n".join(said))


def _add_unread(root: etree._Element, unread: Unread) -> None:
    suite = element(root, "testsuite", name=unread.path, tests=1, failures=0, errors=1, skipped=0, time=_NO_TIME)
    case = _add_case(suite, unread.path, "файл не проверен")
    element(case, "error", type="unread", message=unread.reason).text = legal(unread.reason)


def _add_case(suite: etree._Element, path: str, name: str) -> etree._Element:
    return element(suite, "testcase", classname=path, name=name, time=_NO_TIME)


def _passed(others: list[Finding]) -> str:
    return f"письмо годится, есть {counted_findings(len(others))}" if others else "замечаний нет"


def _name(checked: Checked, finding: Finding) -> str:
    """What tells a case from every other of its file."""
    level, category = LEVEL_WORDS[finding.level][0], CATEGORIES[finding.category][0].lower()
    if not finding.match:
        return f"всё письмо, {level}: {category} [{finding.rule}]"
    place = place_of(finding, checked.text)
    words = f" «{words}»" if (words := " ".join(finding.match.split())) else ""  # a space too many has no words
    return f"абзац {place.line}, знак {place.column}, {level}: {category}{words} [{finding.rule}]"


def _whole(checked: Checked, finding: Finding) -> str:
    return f"{finding.message}\n{finding.why} ({checked.basis(finding)})"


def _why_skipped(finding: Finding) -> str:
    return f"замечание снято: {why_silenced(finding.suppressed_by)}" if finding.suppressed_by else "замечание снято"
