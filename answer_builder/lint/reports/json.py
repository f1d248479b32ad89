"""The report for programs: one JSON object, its fields are a contract."""

import json
from dataclasses import asdict, replace

from answer_builder import __version__
from answer_builder.lint.readability import readability
from answer_builder.lint.reports.checked import Checked, Report


def render(report: Report) -> str:
    """One object with `tool`, `version`, `engines`, `files`; the same findings give the same bytes."""
    contents = {
        "tool": "answer-builder",
        "version": __version__,
        "engines": dict(report.engines),
        "files": [_file(checked) for checked in report.files],
    }
    return json.dumps(contents, ensure_ascii=False, indent=2) + "\n"


def _file(checked: Checked) -> dict[str, object]:
    prose = checked.prose
    reading = readability(prose.text)
    if reading:
        start, end = prose.in_whole(reading.start, reading.end)
        reading = replace(reading, start=start, end=end)
    return {
        "path": checked.path,
        "pages": checked.pages,
        "text": checked.text,
        "findings": [asdict(finding) for finding in checked.findings],
        "notes": list(checked.notes),
        "readability": asdict(reading) if reading else None,
    }
