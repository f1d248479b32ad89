"""`pages`: how long letters are, told from the file alone or measured by LibreOffice."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from answer_builder.cli.exit_codes import ExitCode
from answer_builder.errors import CannotRun

if TYPE_CHECKING:
    from answer_builder.letter.shortening import Shortening
    from answer_builder.model import PageEstimate

LARGEST = 20_000_000  # bytes; a .docx with scanned pictures


@click.command(options_metavar="[ПАРАМЕТРЫ]")
@click.argument("files", metavar="ФАЙЛ.docx…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--measure", is_flag=True, help="Ещё и посчитать страницы настоящим LibreOffice.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Вид.")
def command(files: tuple[Path, ...], measure: bool, form: str) -> None:
    """Оценить, сколько страниц займёт письмо и сколько строк ещё свободно.

    О длинном письме скажет, на сколько строк и чем его дешевле всего сократить.

    Коды завершения: 0 – готово, 2 – какой-то файл не прочитан или не измерен.

    \b
    Пример:
      answer-builder pages ответ.docx --measure
    """
    letters = [letter for file in files if (letter := _read(file))]
    counts = _measured(letters) if measure else [None] * len(letters)
    found = [(letter, count, _advice(letter)) for letter, count in zip(letters, counts, strict=True)]
    if form == "json":
        results = [_as_json(*one) for one in found]
        click.echo(json.dumps(results, ensure_ascii=False, indent=2))
    else:
        for one in found:
            click.echo(_as_text(*one))
    if len(letters) < len(files) or (measure and None in counts):
        sys.exit(ExitCode.CANNOT_RUN)


class _Letter(NamedTuple):
    file: Path
    content: bytes
    pages: "PageEstimate"


def _read(file: Path) -> _Letter | None:
    """The letter and its length; None when it cannot be read, and the reason is told."""
    from answer_builder.letter.pages import estimate
    from answer_builder.whole_file import read_whole

    try:
        content = read_whole(file, largest=LARGEST)
        return _Letter(file, content, estimate(content, name=f"Файл «{file}»"))
    except CannotRun as error:
        click.echo(str(error), err=True)
        return None


def _advice(letter: _Letter) -> "Shortening | None":
    """What to cut; words are looked at only when the letter is long."""
    if letter.pages.pages <= 1:
        return None
    from answer_builder.one_letter import shortening_of_file

    return shortening_of_file(letter.content, letter.pages, name=f"Файл «{letter.file}»")


def _measured(letters: Sequence[_Letter]) -> list[int | None]:
    """What LibreOffice counted; why it did not is told to people and leaves None."""
    from answer_builder.letter.measured_pages import measure

    try:
        counts = measure([letter.content for letter in letters])
    except CannotRun as error:
        click.echo(str(error), err=True)
        return [None] * len(letters)
    for letter, count in zip(letters, counts, strict=True):
        if isinstance(count, str):
            click.echo(f"{letter.file}: {count}.", err=True)
    return [count if isinstance(count, int) else None for count in counts]


def _as_json(letter: _Letter, measured: int | None, advice: "Shortening | None") -> dict[str, object]:
    file, _, pages = letter
    return {
        "path": str(file),
        "pages": pages.pages,
        "lines_left": pages.lines_left,
        "measured": measured,
        "spills": pages.spills,
        "alone": pages.alone or None,
        "not_followed": list(pages.not_followed),
        "shorten": advice and asdict(advice),
    }


def _as_text(letter: _Letter, measured: int | None, advice: "Shortening | None") -> str:
    from answer_builder.letter.page_words import remarks

    file, _, pages = letter
    spills = f"; последняя начинается так: «{pages.spills}»" if pages.spills else ""
    counted = f"; LibreOffice насчитал – {measured}" if measured is not None else ""
    first = f"{file}: страниц по оценке – {pages.pages}, свободных строк – {pages.lines_left}{counted}{spills}"
    said = [*remarks(pages), *([advice.sentences] if advice else [])]
    return "\n".join([first, *(f"  {remark}" for remark in said)])
