"""The group `answer-builder`: finds a command by name and turns our errors into a sentence and an exit code."""

import gettext
import os
import sys
import traceback
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from importlib.resources import files
from typing import NoReturn

os.environ["LANGUAGE"] = "ru"  # click asks gettext; its users here read Russian whatever the locale says
gettext.bindtextdomain("messages", str(files("answer_builder.cli") / "locale"))

import click  # noqa: E402  (some of its texts are translated when it is imported)

from answer_builder import __version__  # noqa: E402
from answer_builder.cli.exit_codes import ExitCode  # noqa: E402
from answer_builder.errors import AnswerBuilderError, Refused  # noqa: E402

# command -> (module, what it does); the texts stand here so that --help imports no command
COMMANDS = {
    "build": ("build", "Составить письмо по описанию случая"),
    "check": ("check", "Проверить текст ответа: язык, ясность, приветствие"),
    "batch": ("batch", "Составить много писем по таблице"),
    "names": ("names", "Показать, как обратиться к человеку и как склонить его имя"),
    "list": ("list", "Показать ситуации, основания, уведомления, органы, правила"),
    "choose": ("choose", "Подобрать ответ по вопросам «да» и «нет»"),
    "explain": ("explain", "Рассказать об одном ответе или правиле"),
    "pages": ("pages", "Оценить, сколько страниц займёт письмо"),
    "template": ("template", "Проверить свой бланк Word и увидеть письмо на нём"),
    "init": ("init", "Сделать папку для своих ответов, бланков и правил"),
    "serve": ("serve", "Открыть веб-форму"),
    "doctor": ("doctor", "Проверить, чего не хватает программе на этом компьютере"),
}


class LazyGroup(click.Group):
    """A group that imports `answer_builder.cli.<module>` only when its command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            close = get_close_matches(cmd_name, COMMANDS, n=1)
            hint = f" Возможно, вы имели в виду «{close[0]}»?" if close else ""
            raise click.UsageError(f"Нет команды «{cmd_name}».{hint}", ctx)
        command: click.Command = import_module(f"answer_builder.cli.{COMMANDS[cmd_name][0]}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Команды"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="[ПАРАМЕТРЫ]",
    subcommand_metavar="КОМАНДА …",
)
@click.version_option(__version__, prog_name="answer-builder")
def answer_builder() -> None:
    """Ответы на обращения граждан: составить, проверить, разослать.

    \b
    Пример:
      answer-builder build examples/solved.toml
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit with an `ExitCode`."""
    try:
        answer_builder.main(args=arguments, prog_name="answer-builder", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(ExitCode.CANNOT_RUN)
    except click.Abort:  # Ctrl+C; click itself would end with 1, which means "findings"
        click.echo("Прервано.", err=True)
        sys.exit(ExitCode.CANNOT_RUN)
    except Refused as error:
        click.echo(str(error), err=True)
        sys.exit(ExitCode.FINDINGS)
    except AnswerBuilderError as error:
        click.echo(str(error), err=True)
        sys.exit(ExitCode.CANNOT_RUN)
    except BrokenPipeError:  # the reader of a pipe has gone
        sys.exit(ExitCode.CANNOT_RUN)
    except OSError as error:
        click.echo(f"Не удалось вывести результат: {error.strerror}", err=True)
        sys.exit(ExitCode.CANNOT_RUN)
    except Exception:  # our bug: keep the traceback, but never an exit code that means "clean" or "findings"
        traceback.print_exc()
        sys.exit(ExitCode.CANNOT_RUN)
    sys.exit(ExitCode.DONE)
