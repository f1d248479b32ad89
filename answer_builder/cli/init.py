"""`init`: a folder for an authority's own content, with an example of everything that may stand there."""

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

import click

_LETTERHEAD = "letter_templates/my_authority/letterhead_corner.docx"
_RENAMED = {"what_is_here.md": "ЧТО-ЗДЕСЬ.md"}


@click.command(options_metavar="")
@click.argument("folder", metavar="ПАПКА", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Сделать папку для своего содержания: ответов, бланков, правил проверки.

    В ней будут образцы с пояснениями. Папки ещё нет или она пустая; в другую ничего не запишется.

    \b
    Пример:
      answer-builder init своё
    """
    from importlib.resources import files

    from answer_builder.authorities import shipped_letterhead
    from answer_builder.content_roots import VARIABLE
    from answer_builder.whole_file import write_folder

    example = dict(_files(files("answer_builder") / "content_example"))
    write_folder(folder, example | {_LETTERHEAD: shipped_letterhead()})
    for name in sorted([*example, _LETTERHEAD]):
        click.echo(str(folder / name))
    click.echo(f"Готово. Начните с файла {folder / 'ЧТО-ЗДЕСЬ.md'}", err=True)
    click.echo(f"Чтобы программа брала отсюда: export {VARIABLE}={folder.absolute()}", err=True)


def _files(folder: Traversable, within: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = f"{within}{_RENAMED.get(entry.name, entry.name)}"
        if entry.is_dir():
            yield from _files(entry, f"{name}/")
        else:
            yield name, entry.read_bytes()
