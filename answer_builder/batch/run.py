"""Ready rows → letters in a folder, and the manifest that accounts for every row."""

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

from answer_builder.batch.complaints import RefusedRow, one_line
from answer_builder.batch.manifest import FILE_NAME, Entry, manifest_bytes
from answer_builder.batch.pdfs import AT_ONCE, with_pdfs
from answer_builder.batch.preflight import Preflight
from answer_builder.batch.row_case import RowCase
from answer_builder.errors import CannotRun, Refused
from answer_builder.lint import NO_SECOND_ENGINE, SecondEngine
from answer_builder.one_letter import MadeLetter, make_letter
from answer_builder.whole_file import write_whole

NARROWEST_NUMBER = 4  # digits; names stay the same while a table grows to 9,999 rows


def run(
    checked: Preflight,
    folder: Path,
    *,
    today: date,
    watch: Callable[[Entry], object],
    grammar: SecondEngine = NO_SECOND_ENGINE,
    pdf: bool = False,
) -> tuple[Entry, ...]:
    """The fate of every row in the order of the table; `watch` hears of each as it is known.

    With `pdf` a .pdf lies beside each letter; a row whose PDF could not be made has failed, though its letter is there.
    CannotRun when the folder cannot be written to or the manifest could not be: letters that are there are whole.
    """
    _make_ready(folder)
    rows: list[RowCase | RefusedRow] = sorted([*checked.ready, *checked.refused], key=lambda row: row.number)
    digits = max(NARROWEST_NUMBER, len(str(rows[-1].number)))
    entries: list[Entry] = []
    at_once = AT_ONCE if pdf else 1
    for start in range(0, len(rows), at_once):
        some, letters = [], []
        for row in rows[start : start + at_once]:
            entry, letter = _letter(row, folder, digits, today, grammar) if isinstance(row, RowCase) else _refusal(row)
            some.append(entry)
            letters.append(letter)
        for entry in with_pdfs(some, letters, folder) if pdf else some:
            watch(entry)
            entries.append(entry)
    write_whole(folder / FILE_NAME, manifest_bytes(entries))
    return tuple(entries)


def _make_ready(folder: Path) -> None:
    """The folder takes files, and holds no manifest of an earlier run: should this one break off, none lies."""
    write_whole(folder / FILE_NAME, b"")
    (folder / FILE_NAME).unlink()


def _refusal(row: RefusedRow) -> tuple[Entry, bytes]:
    return Entry(row.number, one_line(row.key), "refused", message="; ".join(map(str, row.complaints))), b""


def _letter(row: RowCase, folder: Path, digits: int, today: date, grammar: SecondEngine) -> tuple[Entry, bytes]:
    """What became of the row, and the letter as it was written."""
    key = one_line(row.key)
    try:
        made = make_letter(row.case, today=today, grammar=grammar)
        name = f"{row.number:0{digits}}_{made.file_name}"
        write_whole(folder / name, made.docx)
    except Refused as refusal:
        faults = one_line("; ".join(fault.message for fault in refusal.faults))
        return Entry(row.number, key, "refused", message=faults), b""
    except CannotRun as error:
        return Entry(row.number, key, "failed", message=one_line(str(error))), b""
    return _account(made, row.number, key, name), made.docx


def _account(made: MadeLetter, number: int, key: str, name: str) -> Entry:
    open_findings = [finding for finding in made.findings if not finding.suppressed]
    heavy = [finding for finding in open_findings if finding.level in ("error", "warning")]
    errors = sum(finding.level == "error" for finding in heavy)
    return Entry(
        number,
        key,
        "ok",
        file=name,
        sha256=hashlib.sha256(made.docx).hexdigest(),
        pages=made.pages.pages,
        errors=errors,
        warnings=len(heavy) - errors,
        message=one_line("; ".join(filter(None, [*dict.fromkeys(f.message for f in heavy), made.look.unchecked]))),
    )
