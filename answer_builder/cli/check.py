"""`answer-builder check`: reads files, prints what the checker says about them."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from answer_builder.cli.check_baseline import read_baselines, silence_known
from answer_builder.cli.check_report import (
    FINDINGS_SHOWN,
    FORMATS,
    engines_used,
    not_checked,
    render_report,
    write_report,
)
from answer_builder.cli.checked_files import read_told, side_by_side
from answer_builder.cli.exit_codes import ExitCode
from answer_builder.errors import CannotRun

if TYPE_CHECKING:
    from answer_builder.cli.checked_files import Told
    from answer_builder.cli.mended_files import Mending
    from answer_builder.lint import Mode, SecondEngine
    from answer_builder.lint.reports.checked import Checked, Unread
    from answer_builder.model import Level

LEVELS: "tuple[Level, ...]" = ("error", "warning", "info")


@click.command(
    options_metavar="[ПАРАМЕТРЫ]",
)
@click.argument("files", nargs=-1, required=True, metavar="ФАЙЛ…")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", help="Вид отчёта.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="ФАЙЛ", help="Записать отчёт в файл.")
@click.option(
    "--fail-level",
    type=click.Choice([*LEVELS, "never"]),
    default="error",
    help="С какого уровня замечаний код выхода 1 (по умолчанию error).",
)
@click.option(
    "--min-level",
    type=click.Choice(LEVELS),
    default="info",
    help="Показывать замечания от этого уровня. На код выхода не влияет.",
)
@click.option(
    "--select", multiple=True, metavar="ПРАВИЛО,…", help="Только эти правила или категории: evasion,spelling."
)
@click.option(
    "--ignore", multiple=True, metavar="ПРАВИЛО,…", help="Без этих правил или категорий. Сильнее, чем --select."
)
@click.option(
    "--grammar",
    type=click.Choice(["auto", "required", "off"]),
    default="auto",
    help="LanguageTool проверяет грамматику и запятые: если он есть, обязательно, не нужно.",
)
@click.option(
    "--answer",
    "slugs",
    multiple=True,
    metavar="ОТВЕТ",
    help="Какой это ответ, если письмо не скажет само. Вопросов несколько – повторите.",
)
@click.option("--case", "case_file", metavar="СЛУЧАЙ.toml", help="Случай, по которому составлено письмо.")
@click.option("--fix", "fixes", is_flag=True, help="Исправить, не меняя смысла: пробелы, кавычки, №, тире.")
@click.option("--diff", "shows_difference", is_flag=True, help="Показать, что исправит --fix, и ничего не записывать.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="СПИСОК.toml",
    help="Не показывать замечания из базового списка: о них известно, они пока оставлены.",
)
@click.option(
    "--write-baseline",
    type=click.Path(path_type=Path),
    metavar="СПИСОК.toml",
    help="Записать все найденные замечания в базовый список.",
)
@click.option("--reason", metavar="СЛОВА", help="Почему замечания из нового списка пока остаются.")
@click.option("--all", "shows_all", is_flag=True, help=f"Показать все замечания, а не {FINDINGS_SHOWN} в файле.")
def command(  # noqa: PLR0917  (click passes them by name)
    files: tuple[str, ...],
    format_: str,
    output: Path | None,
    fail_level: str,
    min_level: "Level",
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    grammar: "Mode",
    slugs: tuple[str, ...],
    case_file: str | None,
    fixes: bool,
    shows_difference: bool,
    baseline: Path | None,
    write_baseline: Path | None,
    reason: str | None,
    shows_all: bool,
) -> None:
    """Проверить текст ответа: .docx, .txt, .md или «-» (стандартный ввод).

    Письмо, которое составила программа, само говорит, какой это ответ, и проверка
    смотрит, осталось ли в нём обязательное. О другом тексте скажите это сами: --answer.

    С --fix проверяется уже исправленный файл. Исправленный стандартный ввод печатается
    вместо отчёта.

    Замечание снимает примечание Word или комментарий в тексте:
    «проверка: не замечать ПРАВИЛО – причина».

    \b
    Коды завершения: 0 – чисто, 1 – есть замечания, 2 – не удалось запустить.

    \b
    Пример:
      answer-builder check ответ.docx --fail-level warning
      answer-builder check ответ.docx --fix
    """
    from answer_builder.cli.mended_files import Mending
    from answer_builder.lint import all_rules, at_least, read_choice, second_engine
    from answer_builder.lint.reports.checked import Report

    all_rules()  # a broken rule stops the check at once; below, CannotRun is about one file
    choice = read_choice(select, ignore)
    told = read_told(slugs, case_file)
    lists = read_baselines(baseline, write_baseline, reason)
    engine = second_engine(grammar)
    engine.start()
    mending = Mending(choice, lists.listed, fixes=fixes, previews=shows_difference)
    wholes, unread = _gathered(files, told, engine, mending)
    engines, unchecked = engines_used(engine, wholes), not_checked(wholes)
    is_grammar_read = grammar != "off" and not unchecked
    wholes, said = silence_known(lists, wholes, choice.keeps, is_all_read=not unread, is_grammar_read=is_grammar_read)
    chosen = [replace(whole, findings=tuple(filter(choice.keeps, whole.findings))) for whole in wholes]
    mending.tell(chosen)
    found = {finding.level for whole in chosen for finding in whole.open_findings}
    checked = [replace(whole, findings=at_least(whole.findings, min_level)) for whole in chosen]
    failing = LEVELS[: LEVELS.index(fail_level) + 1] if fail_level != "never" else ()
    if (checked or format_ != "text") and not (mending.takes_stdout and output is None):
        report = Report(checked, engines, failing, unread)
        rendered = render_report(report, format_, is_to_stdout=output is None, shows_all=shows_all)
        write_report(rendered, output)
    if format_ != "text":  # the text report has them under each file
        for line in (f"{file.path}: {note}" for file in checked for note in file.notes):
            click.echo(line, err=True)
    for line in said:
        click.echo(line, err=True)
    if unchecked and format_ == "text":
        click.echo(unchecked, err=True)
    if unread:
        sys.exit(ExitCode.CANNOT_RUN)
    sys.exit(ExitCode.FINDINGS if found.intersection(failing) else ExitCode.DONE)


def _gathered(
    files: tuple[str, ...], told: "Told", engine: "SecondEngine", mending: "Mending"
) -> "tuple[list[Checked], list[Unread]]":
    """What was found in each file, and the files that could not be read, told of at once."""
    from answer_builder.lint import NotRead
    from answer_builder.lint.reports.checked import Unread

    wholes, unread = [], []
    with side_by_side(files, told, engine, mending) as begun:
        for name, outcome in zip(files, begun, strict=True):
            try:
                whole = outcome.result()
                mending.deliver(name)
                wholes.append(whole)
            except NotRead:
                raise  # not about this file alone
            except CannotRun as error:
                click.echo(str(error), err=True)
                unread.append(Unread(name, str(error)))
    return wholes, unread
