"""`pages`: how long letters are, without LibreOffice."""

import json
from pathlib import Path

import click

from answer_builder.errors import CannotRun

LARGEST = 20_000_000  # bytes; a .docx with scanned pictures


@click.command(options_metavar="[ПАРАМЕТРЫ]")
@click.argument("files", metavar="ФАЙЛ.docx…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Вид.")
def command(files: tuple[Path, ...], form: str) -> None:
    """Оценить, сколько страниц займёт письмо и сколько строк ещё свободно.

    \b
    Пример:
      answer-builder pages ответ.docx
    """
    from answer_builder.letter.pages import estimate
    from answer_builder.whole_file import read_whole

    results = []
    for file in files:
        content = read_whole(file, largest=LARGEST)
        try:
            pages = estimate(content)
        except CannotRun as error:
            raise CannotRun(f"{file}: {error}") from error
        results.append(
            {
                "path": str(file),
                "pages": pages.pages,
                "lines_left": pages.lines_left,
                "measured": None,
                "spills": pages.spills,
            }
        )
    if form == "json":
        click.echo(json.dumps(results, ensure_ascii=False, indent=2))
        return
    for result in results:
        spills = f"; последняя начинается так: «{result['spills']}»" if result["spills"] else ""
        click.echo(
            f"{result['path']}: страниц по оценке – {result['pages']}, свободных строк – {result['lines_left']}{spills}"
        )
