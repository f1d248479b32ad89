"""`choose`: by replies given at once, as JSON for other programs, and by a person at a terminal."""

import json
import os
import pty
import sys
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).with_name("answer-builder")
COURT = "да,да,да,да,да,нет"


@pytest.fixture
def typed():
    """What a person sees who types these lines at a terminal; the end of the list is the end of input."""

    def call(*lines):
        child, terminal = pty.fork()
        if not child:
            os.execv(COMMAND, [str(COMMAND), "choose"])
        os.write(terminal, "".join(f"{line}\n" for line in lines).encode() + b"\x04")
        shown = bytearray()
        while True:
            try:
                part = os.read(terminal, 65536)
            except OSError:  # Linux says so at the end of a terminal
                break
            if not part:
                break
            shown += part
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return shown.decode(), code

    return call


def test_replies_lead_to_the_answer_with_reason_term_and_next_command(run):
    done = run("choose", "--reply", COURT)
    assert done.returncode == 0
    said = " ".join(done.stdout.split())
    for words in (
        "Подходит: «Обжалуется судебное решение» (court_decision)",
        "Обратите внимание: Порядок обжалования возьмите у юриста",
        "Срок: 7 дней, отсчёт – регистрация обращения",
        "часть 2 статьи 11 Федерального закона № 59-ФЗ",
        "да Гражданин не согласен с решением суда?",
        "answer-builder explain court_decision",
    ):
        assert words in said


def test_the_next_command_runs(run):
    command = run("choose", "--reply", COURT).stdout.strip().splitlines()[-1].split(": ")[1].split(" – ")[0]
    done = run(*command.split()[1:])
    assert done.returncode == 0
    assert "Обжалуется судебное решение" in done.stdout


def test_without_replies_and_without_a_terminal_the_first_question_is_shown_with_the_way_on(run):
    done = run("choose")
    assert done.returncode == 0
    assert "Это письменное обращение" in done.stdout
    assert "пункт 1 статьи 4 Федерального закона № 59-ФЗ" in done.stdout
    assert "answer-builder choose --reply да\n" in done.stdout
    assert "answer-builder choose --reply нет\n" in done.stdout


def test_json_is_a_question_until_it_is_an_outcome(run):
    asked = json.loads(run("choose", "--format", "json").stdout)
    assert set(asked) == {"path", "question", "outcome"}
    assert asked["outcome"] is None
    assert set(asked["question"]) == {"key", "text", "points", "hint", "norm"}
    reached = json.loads(run("choose", "--reply", COURT, "--format", "json").stdout)
    assert reached["question"] is None
    assert [step["reply"] for step in reached["path"]] == COURT.split(",")
    assert set(reached["outcome"]) == {"slug", "kind", "title", "when", "advice", "basis", "term", "next"}
    assert reached["outcome"]["slug"] == "court_decision"
    assert reached["outcome"]["term"]["days"] == 7


def test_json_of_an_end_without_a_letter_has_no_slug(run):
    outcome = json.loads(run("choose", "--reply", "нет,да,нет", "--format", "json").stdout)["outcome"]
    assert outcome["slug"] is None
    assert outcome["title"] == "Ответ готовят по регламенту услуги"


@pytest.mark.parametrize(
    ("replies", "words"),
    [
        ("да,,да", "Ответ № 2 пропущен"),
        ("да,может", "Ответ № 2 – «может». Нужно «да» или «нет»"),
        (f"{COURT},да", "Вопросов было 6, а ответов 7"),
    ],
)
def test_wrong_replies_are_explained(run, replies, words):
    done = run("choose", "--reply", replies)
    assert done.returncode == 2
    assert words in done.stderr


def test_a_person_can_ask_go_back_and_err(typed):
    shown, code = typed("?", "нет", "назад", "ага", "ДА", "lf", "нет", "да")
    assert code == 0
    assert "Нет – вопрос «Это заявление на государственную" in shown
    assert "Не понимаю. Напишите «да», «нет», «?» или «назад»" in shown
    assert "(redirect_migration)" in shown


def test_a_person_at_the_first_question_cannot_go_back(typed):
    shown, _ = typed("назад", "нет", "нет", "нет", "да")
    assert "Это первый вопрос: назад некуда." in shown
    assert "(email_not_appeal)" in shown


def test_a_person_may_leave_in_the_middle(typed):
    shown, code = typed("да")
    assert code == 2
    assert "Прервано." in shown
