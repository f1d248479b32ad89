"""Help and errors of the command line: Russian whatever the locale, and no library loaded to show them."""

import gettext
import re
import subprocess
import sys
from pathlib import Path

import pytest

from answer_builder.cli.group import COMMANDS

LOCALE = Path(__file__).parents[2] / "answer_builder" / "cli" / "locale" / "ru" / "LC_MESSAGES"
# what is typed, not read: commands, options, file names, values
TYPED = re.compile(r"answer-builder|--?[\w-]+|\b[\w/.-]+\.(?:toml|docx|json|txt|csv|tsv|md|xlsx)\b|https?://\S+")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_ends_its_help_with_an_example_in_russian(run, command):
    done = run(command, "--help", env={"LC_ALL": "C.UTF-8", "LANG": "en_US.UTF-8", "LANGUAGE": "en"})
    assert done.returncode == 0
    description = done.stdout.split("Параметры:")[0]
    assert f"answer-builder {command}" in description.strip().splitlines()[-1]
    words = re.findall(r"[A-Za-z]{3,}", TYPED.sub(" ", done.stdout))
    sentences = [
        word for word in words if word in {"Usage", "Options", "Show", "this", "message", "and", "exit", "Error"}
    ]
    assert sentences == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("biuld",), "Возможно, вы имели в виду «build»?"),
        (("build",), "Не указано"),
        (("build", "--colour", "red"), "Нет параметра «--colour»"),
        (("build", "x.toml", "--fail-level", "never ever"), "выберите из списка"),
        (("serve", "--port", "abc"), "не число"),
        (("list", "colours"), "выберите из списка"),
    ],
)
def test_a_wrong_command_line_is_explained_in_russian(run, arguments, words):
    done = run(*arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_version(run):
    done = run("--version")
    assert done.stdout.startswith("answer-builder, версия 0.")


def test_help_loads_no_heavy_library():
    script = (
        "import sys; from answer_builder.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'docxtpl', 'docx', 'lxml', 'pymorphy3', 'pytrovich', 'flask', 'rich', 'jinja2'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_compiled_translation_is_that_of_the_text(tmp_path):
    """messages.mo is what people get, messages.po is what we edit."""
    with (LOCALE / "messages.mo").open("rb") as stream:
        compiled = {key: text for key, text in gettext.GNUTranslations(stream)._catalog.items() if key}
    source = (LOCALE / "messages.po").read_text(encoding="utf-8")
    entries = re.findall(r'^msgid "(.+)"$', source, re.MULTILINE)
    singular = re.findall(r'^msgid "(.+)"\nmsgstr "(.*)"$', source, re.MULTILINE)
    keys = {key if isinstance(key, str) else key[0] for key in compiled}
    unescaped = {entry.replace("\\n", "\n").replace("\\t", "\t") for entry in entries}
    assert keys == unescaped
    for entry, text in singular:
        plain = entry.replace("\\n", "\n").replace("\\t", "\t")
        assert compiled[plain] == text.replace("\\n", "\n").replace("\\t", "\t")
