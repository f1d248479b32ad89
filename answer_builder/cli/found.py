"""What `list --search` prints: the answers that were found, the found words marked."""

import shutil
import sys
from collections.abc import Sequence
from typing import Any

import click

from answer_builder.catalogue import Hit, Piece

WIDEST = 100  # columns
_PLACES = {"title": "когда", "when": "когда", "norm": "норма", "text": "текст", "fields": "поле"}
_MARKS = "\ue000\ue001"  # one sign each, so that lines are cut where they should be


def print_found(query: str, hits: Sequence[Hit], meant: str) -> None:
    """The hits, or what to try instead; in a terminal found words are bold, elsewhere *so*."""
    if meant:
        click.echo(f'Возможно, вы имели в виду «{meant}»: answer-builder list --search "{meant}"\n')
    if not hits:
        click.echo(f"По словам «{query}» ничего не нашлось. Весь каталог: answer-builder list")
        return
    if hits[0].missing:
        click.echo("Все слова вместе нигде не встретились. Ближе всего:\n")
    width = min(shutil.get_terminal_size().columns, WIDEST)
    opening, closing = ("\x1b[1;4m", "\x1b[22;24m") if sys.stdout.isatty() else ("*", "*")
    for hit in hits:
        lines = [f"{_marked(hit.title)} ({hit.answer.slug})", f"{_PLACES[hit.place]}: {_marked(hit.fragment)}"]
        if hit.missing:
            lines.append(f"не нашлось: {', '.join(hit.missing)}")
        for line, indent in zip(lines, ("", "    ", "    "), strict=False):
            wrapped = click.wrap_text(line, width, indent, indent or "    ")
            click.echo(wrapped.replace(_MARKS[0], opening).replace(_MARKS[1], closing))


def as_json(hit: Hit) -> dict[str, Any]:
    """Where a hit was found, with the offsets of the found words in its fragment."""
    marks, offset = [], 0
    for piece in hit.fragment:
        if piece.is_found:
            marks.append([offset, offset + len(piece.text)])
        offset += len(piece.text)
    fragment = "".join(piece.text for piece in hit.fragment)
    return {"where": hit.place, "fragment": fragment, "marks": marks, "missing": list(hit.missing)}


def _marked(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text.join(_MARKS) if piece.is_found else piece.text for piece in pieces)
