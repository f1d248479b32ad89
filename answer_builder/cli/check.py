"""`answer-builder check`: reads files, prints what the checker says about them."""

import sys
from pathlib import Path
from typing import Any

import click

from answer_builder.cli.exit_codes import ExitCode
from answer_builder.errors import CannotRun

LARGEST = 20_000_000  # bytes; a .docx with scanned pictures
LEVELS = ("error", "warning", "info")
NO_GRAMMAR = "не подключена: сервер LanguageTool в этой версии не используется; грамматика и запятые не проверены"


@click.command(
    options_metavar="[ПАРАМЕТРЫ]",
)
@click.argument("files", nargs=-1, required=True, metavar="ФАЙЛ…")
@click.option("--format", "format_", type=click.Choice(["text", "line", "json"]), default="text", help="Вид отчёта.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="ФАЙЛ", help="Записать отчёт в файл.")
@click.option(
    "--fail-level",
    type=click.Choice([*LEVELS, "never"]),
    default="error",
    help="С какого уровня находок код выхода 1 (по умолчанию error).",
)
@click.option("--min-level", type=click.Choice(LEVELS), default="info", help="Показывать находки от этого уровня.")
@click.option(
    "--grammar",
    type=click.Choice(["auto", "required", "off"]),
    default="auto",
    help="Грамматика LanguageTool: если есть, обязательно, не нужна.",
)
def command(  # noqa: PLR0917  (click passes them by name)
    files: tuple[str, ...], format_: str, output: Path | None, fail_level: str, min_level: str, grammar: str
) -> None:
    """Проверить текст ответа: .docx, .txt, .md или «-» (стандартный ввод).

    \b
    Коды завершения: 0 – чисто, 1 – есть находки, 2 – не удалось запустить.

    \b
    Пример:
      answer-builder check ответ.docx --fail-level warning
    """
    if grammar == "required":
        raise CannotRun(f"Проверка грамматики {NO_GRAMMAR}. Запустите без --grammar required.")
    from answer_builder.lint import all_rules
    from answer_builder.lint.reports.checked import Checked, Report

    all_rules()  # a broken rule stops the check at once; below, CannotRun is about one file
    checked, is_broken, found = [], False, set[str]()
    for name in files:
        try:
            text, pages, findings = _checked(name)
        except CannotRun as error:
            click.echo(str(error), err=True)
            is_broken = True
            continue
        found |= {finding.level for finding in findings if not finding.suppressed}
        shown = tuple(f for f in findings if LEVELS.index(f.level) <= LEVELS.index(min_level))
        checked.append(Checked(name, text, shown, pages))
    engines = _engines(grammar)
    if checked:
        _write(_render(Report(checked, engines), format_, is_to_terminal=output is None), output)
    if grammar == "auto" and format_ == "text":
        click.echo(f"Грамматика {NO_GRAMMAR}.", err=True)
    if is_broken:
        sys.exit(ExitCode.CANNOT_RUN)
    failing = LEVELS[: LEVELS.index(fail_level) + 1] if fail_level != "never" else ()
    sys.exit(ExitCode.FINDINGS if found.intersection(failing) else ExitCode.DONE)


def _checked(name: str) -> tuple[str, int | None, tuple[Any, ...]]:
    from answer_builder.letter.pages import estimate
    from answer_builder.lint import Context, check, read_text
    from answer_builder.whole_file import read_whole

    path = Path(name)
    content = read_whole(name, largest=LARGEST)
    text = read_text(content, ".txt" if name == "-" else path.suffix or ".txt", name=f"Файл «{name}»")
    pages = estimate(content).pages if path.suffix.lower() == ".docx" else None
    return text, pages, check(text, context=Context(pages=pages))


def _engines(grammar: str) -> dict[str, str]:
    from importlib.metadata import version

    return {
        "rules": f"встроенные правила, словарь pymorphy3 {version('pymorphy3-dicts-ru')}",
        "grammar": NO_GRAMMAR if grammar == "auto" else "выключена",
    }


def _render(report: Any, format_: str, *, is_to_terminal: bool) -> str:
    from importlib import import_module

    render = import_module(f"answer_builder.lint.reports.{format_}").render
    if format_ != "text":
        return str(render(report))
    import os
    import shutil

    is_coloured = is_to_terminal and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    width = min(shutil.get_terminal_size().columns, 120) if is_to_terminal and sys.stdout.isatty() else 100
    return str(render(report, is_coloured=is_coloured, width=width))


def _write(report: str, output: Path | None) -> None:
    if output is None:
        click.echo(report, nl=False)
        return
    from answer_builder.whole_file import write_whole

    write_whole(output, report.encode("utf-8"))
