"""`template fields`: what may be written on a letterhead in double braces."""

import click


@click.command("fields", options_metavar="", short_help="Показать, какие поля можно поставить на бланк")
def fields() -> None:
    """Показать поля для бланка: что написать и что появится в письме.

    \b
    Пример:
      answer-builder template fields
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from answer_builder.letter.placeholders import placeholders

    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Напишите на бланке", "Что это", "Что появится"):
        table.add_column(heading, overflow="fold")
    for placeholder in placeholders().values():
        if not placeholder.is_internal:
            tag = f"{{{{ {placeholder.name} }}}}"
            table.add_row(Text(tag, no_wrap=True), Text(placeholder.title), Text(placeholder.example))
    Console(highlight=False).print(table)
