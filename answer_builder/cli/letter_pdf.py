"""The .pdf beside each letter that `build --pdf` wrote."""

from collections.abc import Mapping
from pathlib import Path

import click

from answer_builder.errors import CannotRun
from answer_builder.letter.pdf import to_pdf
from answer_builder.whole_file import write_whole


def write_pdfs(letters: Mapping[Path, bytes]) -> bool:
    """Prints the path of each PDF made, tells why another was not; True when all are there."""
    try:
        made = to_pdf(tuple(letters.values()))
    except CannotRun as error:
        click.echo(f"PDF не сделан, письма .docx записаны. {error}", err=True)
        _tell_older(letters)
        return False
    lacking = []
    for letter, conversion in zip(letters, made, strict=True):
        target = letter.with_suffix(".pdf")
        try:
            if conversion.problem:
                raise CannotRun(f"{letter}: письмо записано, но PDF не сделан: {conversion.problem}.")
            write_whole(target, conversion.content)
        except CannotRun as error:
            click.echo(str(error), err=True)
            lacking.append(letter)
        else:
            click.echo(str(target))
    _tell_older(lacking)
    return not lacking


def _tell_older(letters: Mapping[Path, bytes] | list[Path]) -> None:
    """A PDF of an earlier letter must not be sent with the new one."""
    for target in (letter.with_suffix(".pdf") for letter in letters):
        if target.is_file():
            click.echo(f"Осторожно: {target} остался от прежнего письма.", err=True)
