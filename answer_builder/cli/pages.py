"""`pages`: how long letters are, told from the file alone or measured by LibreOffice."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

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

    \b
    Пример:
      answer-builder pages ответ.docx --measure
    """
    from answer_builder.letter.pages import estimate
    from answer_builder.whole_file import read_whole

    contents = [read_whole(file, largest=LARGEST) for file in files]
    estimates = [estimate(content, name=f"Файл «{file}»") for file, content in zip(files, contents, strict=True)]
    measured = _measured(files, contents) if measure else [None] * len(files)
    advised = [_advice(file, content, pages) for file, content, pages in zip(files, contents, estimates, strict=True)]
    found = list(zip(files, estimates, measured, advised, strict=True))
    if form == "json":
        results = [_as_json(*one) for one in found]
        click.echo(json.dumps(results, ensure_ascii=False, indent=2))
        return
    for one in found:
        click.echo(_as_text(*one))


def _advice(file: Path, content: bytes, pages: "PageEstimate") -> "Shortening | None":
    """What to cut; words are looked at only when the letter is long."""
    if pages.pages <= 1:
        return None
    from answer_builder.one_letter import shortening_of_file

    return shortening_of_file(content, pages, name=f"Файл «{file}»")


def _measured(files: Sequence[Path], contents: Sequence[bytes]) -> list[int | None]:
    """What LibreOffice counted; why it did not is told to people and leaves None."""
    from answer_builder.errors import CannotRun
    from answer_builder.letter.measured_pages import measure

    try:
        counts = measure(contents)
    except CannotRun as error:
        click.echo(str(error), err=True)
        return [None] * len(files)
    for file, count in zip(files, counts, strict=True):
        if isinstance(count, str):
            click.echo(f"{file}: {count}.", err=True)
    return [count if isinstance(count, int) else None for count in counts]


def _as_json(file: Path, pages: "PageEstimate", measured: int | None, advice: "Shortening | None") -> dict[str, object]:
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


def _as_text(file: Path, pages: "PageEstimate", measured: int | None, advice: "Shortening | None") -> str:
    from answer_builder.letter.page_words import remarks

    spills = f"; последняя начинается так: «{pages.spills}»" if pages.spills else ""
    counted = f"; LibreOffice насчитал – {measured}" if measured is not None else ""
    first = f"{file}: страниц по оценке – {pages.pages}, свободных строк – {pages.lines_left}{counted}{spills}"
    said = [*remarks(pages), *([advice.sentences] if advice else [])]
    return "\n".join([first, *(f"  {remark}" for remark in said)])
