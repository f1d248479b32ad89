"""Remarks that somebody does not want to hear: what `check` prints, counts and ends with."""

import json

import pytest

NO_SERVER = {"LANGUAGETOOL_URL": ""}
BAD = "Ваше завление рассмотрено."  # an error
SOFT = "Двор уберут в ближайшее время."  # a warning


@pytest.fixture
def check(run):
    return lambda *arguments: run("check", "--grammar", "off", *arguments, env=NO_SERVER)


@pytest.fixture
def text(tmp_path):
    def write(words, name="a.txt"):
        (tmp_path / name).write_text(words, "utf-8")
        return name

    return write


def test_silenced_remark_is_counted_not_shown_and_does_not_fail(check, text):
    text(f"{BAD} <!-- answer-builder: ignore spelling – так в обращении -->")
    done = check("a.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert "завление" not in done.stdout
    assert "a.txt – замечаний нет" in done.stdout
    assert "Не показано 1 замечание: так в обращении (комментарий в тексте)" in done.stdout
    assert "Проверено: 1 файл. Замечаний нет." in done.stdout
    (finding,) = json.loads(check("a.txt", "--format", "json").stdout)["files"][0]["findings"]
    assert finding["suppressed"] is True
    assert finding["suppressed_by"] == {"by": "comment", "reason": "так в обращении", "author": ""}
    assert check("a.txt", "--format", "line").stdout == ""


def test_the_others_are_shown_and_fail(check, text):
    text(f"{BAD}\n{SOFT} <!-- проверка: не замечать evasion – слова суда -->")
    done = check("a.txt", "--fail-level", "warning")
    assert done.returncode == 1
    assert "›завление‹" in done.stdout
    assert "в ближайшее время" not in done.stdout
    assert "Проверено: 1 файл. 1 ошибка." in done.stdout


@pytest.mark.parametrize("form", ["text", "line", "json", "github"])
def test_idle_comment_is_told_and_changes_no_verdict(check, text, form):
    done = check(text("Снег вывезен 5 мая. <!-- answer-builder: ignore evasion.accepted – п -->"), "--format", form)
    assert done.returncode == 0
    said = "Строка 1: по evasion.accepted здесь замечаний нет, эту просьбу можно убрать."
    assert said in (done.stdout if form == "text" else done.stderr)
    if form == "json":
        assert json.loads(done.stdout)["files"][0]["notes"] == [said]


def test_choice_of_rules_makes_no_comment_idle(check, text):
    text(f"{SOFT} <!-- answer-builder: ignore evasion.vague_term – слова суда -->")
    assert "можно убрать" not in check("a.txt", "--select", "spelling").stdout
