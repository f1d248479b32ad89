"""The report in SARIF 2.1.0, the format that programs exchange findings in."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from answer_builder import __version__
from answer_builder.lint.reports.checked import Checked, Report, Unread
from answer_builder.lint.reports.places import place_of
from answer_builder.lint.reports.sarif_rules import descriptors, level_of
from answer_builder.model import Finding

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_MEDIA_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".md": "text/markdown",
}
_TEXT = "Смещения, строки и столбцы замечаний отсчитаны в этом тексте: его прочитала проверка."
Json = dict[str, Any]


def render(report: Report) -> str:
    """One run with the rules that found something and one result a finding; a suppressed one says so."""
    rules = descriptors(report)
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "answer-builder", "version": __version__, "language": "ru", "rules": rules}},
        "language": "ru",
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "artifacts": [_artifact(checked) for checked in report.files],
        "results": [
            _result(index, checked, finding, numbers[finding.rule])
            for index, checked in enumerate(report.files)
            for finding in checked.findings
        ],
        "properties": {"engines": dict(report.engines)},
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def uri(path: str) -> str:
    """The file's name as a URI: relative as it was given, absolute with its scheme."""
    file = Path(path)
    return file.as_uri() if file.is_absolute() else quote(os.fsencode(file.as_posix()))


def _invocation(report: Report) -> Json:
    notifications = [*map(_unread, report.unread), *_unchecked(report), *_notes(report)]
    return {"executionSuccessful": not report.unread, "toolExecutionNotifications": notifications}


def _unread(unread: Unread) -> Json:
    return {
        "level": "error",
        "message": {"text": unread.reason},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(unread.path)}}}],
    }


def _unchecked(report: Report) -> Iterator[Json]:
    """Why LanguageTool did not read files, said once for all of one reason."""
    reasons: dict[str, list[Json]] = {}
    for index, checked in enumerate(report.files):
        if checked.unchecked:
            location = {"physicalLocation": {"artifactLocation": _location(index, checked)}}
            reasons.setdefault(checked.unchecked, []).append(location)
    for reason, locations in reasons.items():
        yield {"level": "warning", "message": {"text": reason}, "locations": locations}


def _notes(report: Report) -> Iterator[Json]:
    for index, checked in enumerate(report.files):
        location = {"physicalLocation": {"artifactLocation": _location(index, checked)}}
        yield from ({"level": "note", "message": {"text": note}, "locations": [location]} for note in checked.notes)


def _artifact(checked: Checked) -> Json:
    """The file with the text as it was read: offsets into a .docx or an old encoding would mean nothing else."""
    return {
        "location": {"uri": uri(checked.path)},
        "mimeType": _MEDIA_TYPES.get(Path(checked.path).suffix.lower(), "text/plain"),
        "contents": {"text": checked.text},
        "description": {"text": _TEXT},
    }


def _location(index: int, checked: Checked) -> Json:
    return {"uri": uri(checked.path), "index": index}


def _result(index: int, checked: Checked, finding: Finding, rule_index: int) -> Json:
    location: Json = {"artifactLocation": _location(index, checked)}
    if finding.match:
        location["region"] = _region(checked, finding) | {"snippet": {"text": finding.match}}
    result: Json = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": level_of(finding.level),
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"ruleWordsSentence/v1": finding.fingerprint},
        "suppressions": _suppressions(finding),
        "properties": {"basis": checked.basis(finding)},
    }
    if fixes := _fixes(index, checked, finding):
        result["fixes"] = fixes
    return result


def _region(checked: Checked, finding: Finding) -> Json:
    place = place_of(finding, checked.text)
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
    }


def _fixes(index: int, checked: Checked, finding: Finding) -> list[Json]:
    """Each replacement is a fix of its own; a .docx has none, its characters are not the file's; marks are kept."""
    if not finding.match or checked.path.lower().endswith(".docx"):
        return []
    if checked.has_lines and checked.prose.has_marks(finding.start, finding.end):
        return []
    region = _region(checked, finding)
    return [
        {
            "description": {"text": f"«{finding.match}» → «{words}»"},
            "artifactChanges": [
                {
                    "artifactLocation": _location(index, checked),
                    "replacements": [{"deletedRegion": region, "insertedContent": {"text": words}}],
                }
            ],
        }
        for words in finding.replacements
    ]


def _suppressions(finding: Finding) -> list[Json]:
    """Whose comment, case or list silences the finding; SARIF wants an empty list where nobody does."""
    why = finding.suppressed_by
    if not why:
        return [{"kind": "external"}] if finding.suppressed else []
    suppression: Json = {"kind": "inSource" if why.by == "comment" else "external"}
    if why.reason:
        suppression["justification"] = why.reason
    if why.author:
        suppression["properties"] = {"author": why.author}
    return [suppression]
