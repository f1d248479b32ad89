"""`build`: case files → letters."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from answer_builder.cli.exit_codes import ExitCode
from answer_builder.errors import CannotRun, Refused
from answer_builder.whole_file import is_folder

if TYPE_CHECKING:
    from answer_builder.lint import Mode

FAIL_LEVELS = ("error", "warning", "info", "never")


@click.command(options_metavar="[ПАРАМЕТРЫ]")
@click.argument("cases", metavar="СЛУЧАЙ.toml|json|-…", nargs=-1, required=True)
@click.option("-o", "--output", metavar="ПУТЬ", help="Файл .docx или папка. По умолчанию – текущая папка.")
@click.option(
    "--fail-level",
    type=click.Choice(FAIL_LEVELS),
    default="error",
    show_default=True,
    help="С какого уровня замечаний закончить с кодом 1. Письмо записывается всегда.",
)
@click.option(
    "--grammar",
    type=click.Choice(["auto", "required", "off"]),
    default="off",
    show_default=True,
    help="LanguageTool проверяет грамматику и запятые: если он есть, обязательно, не нужно. Он запускается секунды.",
)
@click.option("--pdf", is_flag=True, help="Положить рядом с письмом PDF/A для архива (нужен LibreOffice).")
@click.option("-q", "--quiet", is_flag=True, help="Показать только пути к письмам.")
def command(  # noqa: PLR0917  (click passes them by name)
    cases: tuple[str, ...], output: str | None, fail_level: str, grammar: "Mode", pdf: bool, quiet: bool
) -> None:
    """Составить письмо по описанию случая (TOML, JSON или «-» – стандартный ввод).

    Замечания к тексту печатаются, но не мешают записать письмо.
    Если чего-то не хватает, письма не будет, а программа назовёт всё сразу.

    \b
    Коды завершения: 0 – готово, 1 – отказ или есть замечания, 2 – не удалось запустить.

    \b
    Пример:
      answer-builder build examples/solved.toml -o ответ.docx
      answer-builder build examples/*.toml --pdf -o письма
    """
    from answer_builder.cli.letter_report import print_letter
    from answer_builder.letter.case_file import load_case
    from answer_builder.lint import NotRead, second_engine
    from answer_builder.one_letter import make_letter, read_content
    from answer_builder.whole_file import write_whole

    read_content()  # broken content stops at once; below, CannotRun is about one case
    engine = second_engine(grammar)
    engine.start()
    today, code, written = date.today(), ExitCode.DONE, dict[Path, bytes]()
    for source in cases:
        try:
            made = make_letter(load_case(source), today=today, grammar=engine)
            target = _target(output, made.file_name, several=len(cases) > 1)
            if target in written:
                raise CannotRun(f"{source}: письмо {target} уже составлено по другому случаю, второе не записано")
            write_whole(target, made.docx)
            written[target] = made.docx
        except Refused as error:
            click.echo(f"{source}: письмо не составлено.", err=True)
            for fault in error.faults:
                click.echo(f"  {fault.key}: {fault}", err=True)
            code = max(code, ExitCode.FINDINGS)
            continue
        except NotRead:
            raise  # not about this letter alone
        except CannotRun as error:
            click.echo(str(error), err=True)
            code = ExitCode.CANNOT_RUN
            continue
        click.echo(str(target))
        if not quiet:
            print_letter(made, today=today)
        if _fails(fail_level, {finding.level for finding in made.findings if not finding.suppressed}):
            code = max(code, ExitCode.FINDINGS)
    if pdf and written:
        from answer_builder.cli.letter_pdf import write_pdfs

        if not write_pdfs(written):
            code = ExitCode.CANNOT_RUN
    raise SystemExit(code)


def _target(output: str | None, name: str, *, several: bool) -> Path:
    """Where the letter goes: the file named, or a file of its own name in the folder named."""
    if output is None:
        return Path(name)
    path = Path(output)
    if path.suffix.lower() == ".pdf" and not is_folder(path):
        raise CannotRun(f"«{output}»: укажите файл .docx. С --pdf файл .pdf ляжет рядом с ним")
    if is_folder(path) or output.endswith(("/", "\\")) or path.suffix.lower() != ".docx":
        return path / name
    if several:
        raise CannotRun(f"Писем несколько, а «{output}» – один файл: укажите папку")
    return path


def _fails(fail_level: str, levels: set[str]) -> bool:
    return fail_level != "never" and bool(levels & set(FAIL_LEVELS[: FAIL_LEVELS.index(fail_level) + 1]))
