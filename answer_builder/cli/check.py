"""`answer-builder check`: reads files, prints what the checker says about them."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from answer_builder.cli.exit_codes import ExitCode
from answer_builder.errors import CannotRun

if TYPE_CHECKING:
    from concurrent.futures import Future

    from answer_builder.lint import Context, Mode, SecondEngine
    from answer_builder.lint.reports.checked import Checked
    from answer_builder.model import Case
    from answer_builder.origin import Origin

LARGEST = 20_000_000  # bytes; a .docx with scanned pictures
LEVELS = ("error", "warning", "info")
FINDINGS_SHOWN = 50  # of one file, the strictest
AT_ONCE = 2  # files side by side: while LanguageTool reads one, our rules read another


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
    help="С какого уровня замечаний код выхода 1 (по умолчанию error).",
)
@click.option("--min-level", type=click.Choice(LEVELS), default="info", help="Показывать замечания от этого уровня.")
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
@click.option("--all", "shows_all", is_flag=True, help=f"Показать все замечания, а не {FINDINGS_SHOWN} в файле.")
def command(  # noqa: PLR0917  (click passes them by name)
    files: tuple[str, ...],
    format_: str,
    output: Path | None,
    fail_level: str,
    min_level: str,
    grammar: "Mode",
    slugs: tuple[str, ...],
    case_file: str | None,
    shows_all: bool,
) -> None:
    """Проверить текст ответа: .docx, .txt, .md или «-» (стандартный ввод).

    Письмо, которое составила программа, само говорит, какой это ответ, и проверка
    смотрит, осталось ли в нём обязательное. О другом тексте скажите это сами: --answer.

    \b
    Коды завершения: 0 – чисто, 1 – есть замечания, 2 – не удалось запустить.

    \b
    Пример:
      answer-builder check ответ.docx --fail-level warning
    """
    from answer_builder.lint import NotRead, all_rules, second_engine
    from answer_builder.lint.reports.checked import Report

    all_rules()  # a broken rule stops the check at once; below, CannotRun is about one file
    told = _told(slugs, case_file)
    engine = second_engine(grammar)
    engine.start()
    checked, is_broken, found = [], False, set[str]()
    with _side_by_side(files, told, engine) as begun:
        for outcome in begun:
            try:
                whole = outcome.result()
            except NotRead:
                raise  # not about this file alone
            except CannotRun as error:
                click.echo(str(error), err=True)
                is_broken = True
                continue
            found |= {finding.level for finding in whole.findings if not finding.suppressed}
            shown = tuple(f for f in whole.findings if LEVELS.index(f.level) <= LEVELS.index(min_level))
            checked.append(replace(whole, findings=shown))
    engines, unchecked = _engines(engine, checked), _unchecked(checked)
    if checked:
        _write(_render(Report(checked, engines), format_, is_to_stdout=output is None, shows_all=shows_all), output)
    if unchecked and format_ == "text":
        click.echo(unchecked, err=True)
    if is_broken:
        sys.exit(ExitCode.CANNOT_RUN)
    failing = LEVELS[: LEVELS.index(fail_level) + 1] if fail_level != "never" else ()
    sys.exit(ExitCode.FINDINGS if found.intersection(failing) else ExitCode.DONE)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the command line says of the files: the case wins over a file's own word, --answer over both."""

    answers: tuple[str, ...]
    case: "Case | None"

    def origin(self, own: "Origin") -> "Origin":
        from answer_builder.origin import Origin

        if self.case:
            own = Origin(self.case.answers, self.case.authority, self.case.letterhead)
        return replace(own, answers=self.answers or own.answers)


def _told(slugs: tuple[str, ...], case_file: str | None) -> _Told:
    from answer_builder import catalogue
    from answer_builder.errors import Refused
    from answer_builder.letter.case import read_case
    from answer_builder.letter.case_file import load_case

    for slug in slugs:
        if slug not in catalogue.all_answers():
            close = get_close_matches(slug, catalogue.all_answers(), n=1, cutoff=0.5)
            hint = f" Возможно, вы имели в виду «{close[0]}»?" if close else ""
            raise CannotRun(f"--answer: ответа «{slug}» нет.{hint} Список: answer-builder list")
    if case_file is None:
        return _Told(slugs, None)
    try:
        return _Told(slugs, read_case(load_case(case_file), today=date.today()))
    except Refused as error:
        raise CannotRun(f"--case {case_file}: случай нужно поправить.\n{error}") from error


@contextmanager
def _side_by_side(names: tuple[str, ...], told: _Told, engine: "SecondEngine") -> Iterator[list["Future[Checked]"]]:
    """The checks of the files, several at once; what has not begun when the block ends is not begun any more."""
    from concurrent.futures import ThreadPoolExecutor

    pool = ThreadPoolExecutor(AT_ONCE)
    try:
        yield [pool.submit(_checked, name, told, engine) for name in names]
    finally:
        pool.shutdown(cancel_futures=True)


def _checked(name: str, told: _Told, engine: "SecondEngine") -> "Checked":
    from answer_builder import catalogue
    from answer_builder.letter.pages import estimate
    from answer_builder.lint import check, read_origin, read_text
    from answer_builder.lint.reports.checked import Checked
    from answer_builder.whole_file import read_whole

    content = read_whole(name, largest=LARGEST)
    suffix = ".txt" if name == "-" else Path(name).suffix or ".txt"
    text = read_text(content, suffix, name=f"Файл «{name}»")
    origin = told.origin(read_origin(content, suffix))
    known = tuple(slug for slug in origin.answers if slug in catalogue.all_answers())
    if unknown := [slug for slug in origin.answers if slug not in known]:
        click.echo(f"{name}: ответа «{unknown[0]}» в каталоге нет, обязательные слова не проверены.", err=True)
    pages = estimate(content).pages if suffix.lower() == ".docx" else None
    look = engine.look(text)
    findings = check(text, context=_context(told, known, pages), remarks=look.remarks)
    titles = tuple(catalogue.all_answers()[slug].title for slug in known)
    return Checked(name, text, findings, pages, titles, origin.authority, look.unchecked)


def _context(told: _Told, answers: tuple[str, ...], pages: int | None) -> "Context":
    from answer_builder import catalogue
    from answer_builder.lint import Context
    from answer_builder.one_letter import context_of

    if told.case:
        return replace(context_of(told.case, pages=pages), answers=answers)
    is_addressed = all(catalogue.all_answers()[slug].is_addressed for slug in answers)
    return Context(pages=pages, answers=answers, is_addressed=is_addressed)


def _engines(engine: "SecondEngine", checked: Sequence["Checked"]) -> dict[str, str]:
    from importlib.metadata import version

    return {
        "rules": f"встроенные правила, словарь pymorphy3 {version('pymorphy3-dicts-ru')}",
        "grammar": _unchecked(checked) or engine.state,
    }


def _unchecked(checked: Sequence["Checked"]) -> str:
    """Why LanguageTool did not read the files, and how many when it read the others; empty when it read all."""
    reasons = [file.unchecked for file in checked if file.unchecked]
    if not reasons or len(reasons) == len(checked):
        return reasons[0] if reasons else ""
    return f"{reasons[0]} Таких файлов: {len(reasons)} из {len(checked)}."


def _render(report: Any, format_: str, *, is_to_stdout: bool, shows_all: bool) -> str:
    from importlib import import_module

    render = import_module(f"answer_builder.lint.reports.{format_}").render
    if format_ != "text":
        return str(render(report))
    import os
    import shutil

    is_coloured = is_to_stdout and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    width = min(shutil.get_terminal_size().columns, 120) if is_to_stdout and sys.stdout.isatty() else 100
    most = FINDINGS_SHOWN if is_to_stdout and not shows_all else None
    return str(render(report, is_coloured=is_coloured, width=width, most=most))


def _write(report: str, output: Path | None) -> None:
    if output is None:
        click.echo(report, nl=False)
        return
    from answer_builder.whole_file import write_whole

    write_whole(output, report.encode("utf-8"))
