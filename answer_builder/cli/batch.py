"""`batch`: a table → many letters and a manifest."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from answer_builder.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from answer_builder.batch import Entry, Preflight, Table
    from answer_builder.lint import Mode

COMPLAINTS_SHOWN = 20
MOST_PAGES = 2  # 001 3.8


@click.command(options_metavar="[ПАРАМЕТРЫ]")
@click.argument("table", metavar="ТАБЛИЦА.csv", type=click.Path(path_type=Path))
@click.option("-o", "--output", metavar="ПАПКА", type=click.Path(path_type=Path), help="Куда записать письма.")
@click.option("--common", metavar="СЛУЧАЙ.toml", help="Поля, общие для всех строк. Заполненная ячейка важнее.")
@click.option("--check-only", is_flag=True, help="Только проверить таблицу, ничего не записывать.")
@click.option("--skip-bad", is_flag=True, help="Составить письма по хорошим строкам, а плохие пропустить.")
@click.option(
    "--grammar",
    type=click.Choice(["auto", "required", "off"]),
    default="off",
    show_default=True,
    help="LanguageTool проверяет грамматику и запятые: если он есть, обязательно, не нужно. С ним дольше.",
)
@click.option("--pdf", is_flag=True, help="Положить рядом с каждым письмом PDF/A для архива (нужен LibreOffice).")
def command(  # noqa: PLR0917  (click passes them by name)
    table: Path, output: Path | None, common: str | None, check_only: bool, skip_bad: bool, grammar: "Mode", pdf: bool
) -> None:
    """Составить письма по таблице: одна строка – одно письмо.

    Сначала проверяются все строки. Если хоть в одной есть ошибка, письма не составляются,
    а программа назовёт каждую строку и столбец. С --skip-bad такие строки только пропускаются.
    Что стало с каждой строкой, записано в manifest.csv рядом с письмами.

    \b
    Коды завершения: 0 – готово, 1 – есть непринятые строки, 2 – не удалось запустить или записать.

    \b
    Пример:
      answer-builder batch examples/table/roof_repairs.csv --common examples/table/common.toml --pdf -o письма
    """
    from answer_builder.batch import complaint_lines, preflight, read_table, run
    from answer_builder.letter.case_file import load_case
    from answer_builder.lint import second_engine
    from answer_builder.one_letter import read_content

    if output is None and not check_only:
        raise click.UsageError("Укажите папку для писем: -o ПАПКА. Или добавьте --check-only, чтобы только проверить")
    read_content()
    today = date.today()
    rows = read_table(table)
    checked = preflight(rows, load_case(common) if common else {}, today=today)
    _tell_checked(rows, checked, complaint_lines(checked.refused))
    if output is None or check_only:
        raise SystemExit(ExitCode.FINDINGS if checked.refused else ExitCode.DONE)
    if checked.refused and not skip_bad:
        click.echo("Писем нет: исправьте таблицу. Или пропустите эти строки: --skip-bad", err=True)
        raise SystemExit(ExitCode.FINDINGS)
    engine = second_engine(grammar)
    with _progress(len(rows.rows)) as watch:
        entries = run(checked, output, today=today, watch=watch, grammar=engine, pdf=pdf)
    _tell_made(entries)
    if engine.trouble:
        click.echo(engine.trouble, err=True)
    click.echo(str(output / "manifest.csv"))
    statuses = {entry.status for entry in entries}
    if "failed" in statuses:
        raise SystemExit(ExitCode.CANNOT_RUN)
    raise SystemExit(ExitCode.FINDINGS if "refused" in statuses else ExitCode.DONE)


def _tell_checked(table: "Table", checked: "Preflight", complaints: Sequence[str]) -> None:
    """How the table was read and what is wrong in it."""
    click.echo(f"{table.name}: {', '.join(table.detected)}, строк с данными – {len(table.rows)}", err=True)
    if not complaints:
        click.echo("Все строки готовы.", err=True)
        return
    click.echo(f"Готовы {len(checked.ready)}, с ошибками {len(checked.refused)}:", err=True)
    for line in complaints[:COMPLAINTS_SHOWN]:
        click.echo(f"  {line}", err=True)
    if len(complaints) > COMPLAINTS_SHOWN:
        click.echo(f"  … и ещё ошибок в таблице: {len(complaints) - COMPLAINTS_SHOWN}", err=True)


def _tell_made(entries: Sequence["Entry"]) -> None:
    """How many letters there are, and which of them to look at first."""
    from answer_builder.batch import name_rows

    made = [entry for entry in entries if entry.file]
    failed = [entry for entry in entries if entry.status == "failed" and not entry.file]
    without_pdf = [entry for entry in made if entry.status == "failed"]
    refused = [entry.row for entry in entries if entry.status == "refused"]
    long = [entry.row for entry in made if (entry.pages or 0) > MOST_PAGES]
    errors, warnings = sum(entry.errors or 0 for entry in made), sum(entry.warnings or 0 for entry in made)
    click.echo(f"Писем: {len(made)}", err=True)
    if refused:
        click.echo(f"Пропущено строк: {len(refused)}", err=True)
    if long:
        click.echo(f"Длиннее двух страниц: {len(long)} ({name_rows(long)})", err=True)
    if errors or warnings:
        click.echo(
            f"Проверка текста: ошибок – {errors}, предупреждений – {warnings}; какие, сказано в manifest.csv", err=True
        )
    if without_pdf:
        where = name_rows([entry.row for entry in without_pdf])
        click.echo(f"Без PDF: {len(without_pdf)} ({where}). {without_pdf[0].message}", err=True)
    if failed:
        where = name_rows([entry.row for entry in failed])
        click.echo(f"Не записано: {len(failed)} ({where}). {failed[0].message}", err=True)


@contextmanager
def _progress(total: int) -> Iterator[Callable[["Entry"], object]]:
    """A line that moves, on a terminal only."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("Письма"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=total)
        yield lambda _entry: progress.advance(task)
