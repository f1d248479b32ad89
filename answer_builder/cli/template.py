"""`template`: is a letterhead of one's own fit for letters, and what letters on it look like."""

import click

from answer_builder.cli.template_check import check
from answer_builder.cli.template_fields import fields
from answer_builder.cli.template_sample import sample


class _Subcommands(click.Group):
    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Команды"):
            formatter.write_dl([(name, command.short_help or "") for name, command in self.commands.items()])


@click.group(cls=_Subcommands, options_metavar="[ПАРАМЕТРЫ]", subcommand_metavar="КОМАНДА …")
def command() -> None:
    """Проверить свой бланк и увидеть письмо на нём.

    \b
    Пример:
      answer-builder template check бланк.docx
    """


command.add_command(check)
command.add_command(fields)
command.add_command(sample)
