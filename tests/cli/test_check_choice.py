"""Which remarks a check is about, and which of them decide its exit code."""

import json

import pytest

TEXT = "Ваше завление рассмотрено.\nДвор уберут в ближайшее время."  # an error of spelling, a warning of evasion
NO_SERVER = {"LANGUAGETOOL_URL": ""}


@pytest.fixture
def check(run, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    return lambda *options: run("check", "a.txt", "--grammar", "off", "--format", "json", *options, env=NO_SERVER)


def categories(done):
    (file,) = json.loads(done.stdout)["files"]
    return [finding["category"] for finding in file["findings"]]


@pytest.mark.parametrize(
    ("options", "found", "code"),
    [
        ((), ["spelling", "evasion"], 1),
        # выбраны категория, правило, несколько сразу
        (("--select", "evasion"), ["evasion"], 0),
        (("--select", "evasion.vague_term"), ["evasion"], 0),
        (("--select", "evasion, spelling"), ["spelling", "evasion"], 1),
        (("--select", "evasion", "--select", "spelling.unknown_word"), ["spelling", "evasion"], 1),
        (("--select", "jargon"), [], 0),
        # пропущены; пропуск сильнее выбора
        (("--ignore", "spelling"), ["evasion"], 0),
        (("--ignore", "spelling,evasion.vague_term"), [], 0),
        (("--select", "evasion.vague_term", "--ignore", "evasion"), [], 0),
        (("--select", "evasion", "--ignore", "evasion.accepted"), ["evasion"], 0),
        # второй проверки здесь нет, но назвать её можно
        (("--ignore", "languagetool,languagetool.COMMA_PARENTHESIS_WHITESPACE"), ["spelling", "evasion"], 1),
        (("--select", "languagetool.A_B[2]"), [], 0),
        # код выхода судит обо всём выбранном, --min-level только прячет
        (("--select", "evasion", "--fail-level", "warning"), ["evasion"], 1),
        (("--select", "evasion", "--fail-level", "warning", "--min-level", "error"), [], 1),
        (("--ignore", "spelling", "--fail-level", "error", "--min-level", "info"), ["evasion"], 0),
        (("--min-level", "error"), ["spelling"], 1),
        (("--min-level", "error", "--fail-level", "never"), ["spelling"], 0),
    ],
)
def test_choice_decides_what_is_found_and_what_fails(check, options, found, code):
    done = check(*options)
    assert (categories(done), done.returncode) == (found, code)


@pytest.mark.parametrize(
    ("option", "name", "hint"),
    [
        ("--select", "evazion", "Возможно, вы имели в виду «evasion»?"),
        ("--ignore", "evasion.acepted", "Возможно, вы имели в виду «evasion.accepted»?"),
        ("--ignore", "Jargon", "Возможно, вы имели в виду «jargon»?"),
        ("--ignore", "languagetools", "Список: answer-builder list rules"),
        ("--select", "йцукен", "Список: answer-builder list rules"),
    ],
)
def test_unknown_name_is_refused_with_the_nearest_one(check, option, name, hint):
    done = check(option, f"spelling,{name}")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{option}: правила или категории «{name}» нет." in done.stderr
    assert hint in done.stderr
