"""`template sample`: an invented letter on a letterhead."""

from pathlib import Path

import click

from answer_builder.cli.exit_codes import ExitCode
from answer_builder.errors import CannotRun


@click.command("sample", options_metavar="[ПАРАМЕТРЫ]", short_help="Составить на бланке образец письма")
@click.argument("file", metavar="БЛАНК.docx", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), metavar="ПИСЬМО.docx", help="Куда записать."
)
@click.option("--authority", "slug", metavar="ОРГАН", help="От кого письмо. По умолчанию – орган этой установки.")
def sample(file: Path, output: Path, slug: str | None) -> None:
    """Составить на бланке письмо с выдуманными данными, чтобы увидеть, как оно выглядит.

    \b
    Пример:
      answer-builder template sample бланк.docx -o письмо.docx
    """
    from answer_builder.cli.template_body import body_of
    from answer_builder.cli.template_check import LARGEST
    from answer_builder.letter.letterhead_check import check_letterhead, sample_letter
    from answer_builder.whole_file import read_whole, write_whole

    if output.resolve() == file.resolve():
        raise CannotRun(f"{output}: это сам бланк; для письма дайте другое имя")
    authority = body_of(slug)
    template = read_whole(file, largest=LARGEST)
    errors = [
        remark for remark in check_letterhead(template, name=str(file), authority=authority) if remark.level == "error"
    ]
    for remark in errors:
        click.echo(f"{file}: {remark}", err=True)
    if errors:
        click.echo("Письмо не составлено: сначала поправьте бланк.", err=True)
        raise SystemExit(ExitCode.FINDINGS)
    write_whole(output, sample_letter(template, authority=slug))
    click.echo(str(output))
