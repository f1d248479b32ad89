"""The .pdf beside each letter of a table."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from answer_builder.batch.complaints import one_line
from answer_builder.batch.manifest import Entry
from answer_builder.errors import CannotRun
from answer_builder.letter.libreoffice import Conversion
from answer_builder.letter.pdf import to_pdf
from answer_builder.whole_file import write_whole

AT_ONCE = 100  # letters for one process of LibreOffice


def with_pdfs(entries: Sequence[Entry], letters: Sequence[bytes], folder: Path) -> list[Entry]:
    """The entries after their letters (b"" where there is none) were made PDF; one without its PDF has failed."""
    numbers = [number for number, letter in enumerate(letters) if letter]
    done = list(entries)
    for number, conversion in zip(numbers, _made([letters[number] for number in numbers]), strict=True):
        done[number] = _accounted(done[number], conversion, folder)
    return done


def _made(letters: Sequence[bytes]) -> Sequence[Conversion]:
    try:
        return to_pdf(letters)
    except CannotRun as error:  # no LibreOffice here: the letters are written all the same
        return [Conversion(problem=str(error).rstrip("."))] * len(letters)


def _accounted(entry: Entry, conversion: Conversion, folder: Path) -> Entry:
    target = (folder / entry.file).with_suffix(".pdf")
    try:
        if conversion.content:
            write_whole(target, conversion.content)
            return entry
        target.unlink(missing_ok=True)  # one of an earlier run is not of this letter
        problem = f"{conversion.problem}."
    except (CannotRun, OSError) as error:
        problem = str(error)
    message = one_line(" ".join(filter(None, [f"Письмо записано, но PDF не сделан. {problem}", entry.message])))
    return replace(entry, status="failed", message=message)
