"""`template check`: what is wrong with a letterhead, where, and how to mend it."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from answer_builder.cli.exit_codes import ExitCode
from answer_builder.errors import CannotRun

if TYPE_CHECKING:
    from answer_builder.authorities import Authority
    from answer_builder.letter.letterhead_check import Remark

LARGEST = 50_000_000  # bytes
LEVELS = ("error", "warning", "info")
_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}


@click.command("check", options_metavar="[ПАРАМЕТРЫ]", short_help="Проверить бланк")
@click.argument("file", metavar="БЛАНК.docx", type=click.Path(path_type=Path))
@click.option("--authority", "slug", metavar="ОРГАН", help="Чей бланк: сверить реквизиты с authority.toml.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Вид.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="КОПИЯ.docx", help="Копия с примечаниями Word."
)
@click.option(
    "--fail-level",
    type=click.Choice([*LEVELS, "never"]),
    default="error",
    show_default=True,
    help="С какого уровня замечаний закончить с кодом 1.",
)
def check(file: Path, slug: str | None, form: str, output: Path | None, fail_level: str) -> None:
    """Проверить бланк: что не так, где и как поправить.

    Если ошибок нет, любое письмо на этом бланке составится целиком.

    \b
    Коды завершения: 0 – годится, 1 – есть ошибки, 2 – не удалось прочитать файл.

    \b
    Пример:
      answer-builder template check бланк.docx -o бланк-с-замечаниями.docx
    """
    from answer_builder.cli.template_body import body_of
    from answer_builder.letter.letterhead_check import check_letterhead, commented_copy
    from answer_builder.whole_file import read_whole, write_whole

    authority = body_of(slug)
    template = read_whole(file, largest=LARGEST)
    remarks = check_letterhead(template, authority=authority, name=str(file))
    if form == "json":
        click.echo(json.dumps(_as_json(file, remarks, authority), ensure_ascii=False, indent=2))
    else:
        _print(file, remarks, authority)
    if output is not None:
        if output.resolve() == file.resolve():
            raise CannotRun(f"{output}: это сам бланк; для копии с примечаниями дайте другое имя")
        write_whole(output, commented_copy(template, remarks))
        click.echo(f"Копия с примечаниями: {output}", err=True)
    failing = LEVELS[: LEVELS.index(fail_level) + 1] if fail_level != "never" else ()
    raise SystemExit(ExitCode.FINDINGS if {remark.level for remark in remarks} & set(failing) else ExitCode.DONE)


def _as_json(file: Path, remarks: Sequence["Remark"], authority: "Authority | None") -> dict[str, Any]:
    from answer_builder import __version__

    return {
        "tool": "answer-builder",
        "version": __version__,
        "path": str(file),
        "fits": not any(remark.level == "error" for remark in remarks),
        "remarks": [
            {
                "kind": remark.kind,
                "level": remark.level,
                "message": remark.message,
                "remedy": remark.remedy,
                "place": remark.place.title,
                "words": remark.place.words,
                "basis": _norm(remark, authority),
            }
            for remark in remarks
        ],
    }


def _print(file: Path, remarks: Sequence["Remark"], authority: "Authority | None") -> None:
    from rich.console import Console
    from rich.text import Text

    from answer_builder.lint.level_words import LEVEL_WORDS, counted_findings

    console = Console(highlight=False, soft_wrap=True)
    for remark in remarks:
        word = (LEVEL_WORDS[remark.level][0], _STYLES[remark.level])
        console.print(Text.assemble(word, f": {remark.message}"))
        if str(remark.place):
            console.print(Text(f"  где: {remark.place}"))
        console.print(Text(f"  что сделать: {remark.remedy[:1].lower()}{remark.remedy[1:]}"))
        if remark.basis:
            console.print(Text(f"  норма: {_norm(remark, authority)}", "dim"))
        console.print()
    errors = sum(remark.level == "error" for remark in remarks)
    if errors:
        console.print(Text(f"{file}: бланк не годится, всего – {counted_findings(len(remarks))}.", "bold red"))
    else:
        rest = f", {counted_findings(len(remarks))} можно учесть" if remarks else ", замечаний нет"
        console.print(Text(f"{file}: бланк годится{rest}.", "green"))
        console.print(Text(f"Образец письма на нём: answer-builder template sample {file} -o письмо.docx"))


def _norm(remark: "Remark", authority: "Authority | None") -> str:
    from answer_builder import authorities

    body = authority or authorities.all_authorities()[authorities.default_slug()]
    return authorities.in_words(remark.basis, body)
