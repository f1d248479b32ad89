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
    assert finding["suppressed_by"] == {"by": "comment", "reason": "так в обращении", "author": "", "date": ""}
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


# ---- случай

LIST = """
[[suppress]]
rule = "{rule}"
{match}reason = "слова решения суда"
author = "Сидорова А. И."
"""


@pytest.fixture
def case(example, tmp_path):
    """The example with an old word in its body, and a list of what not to hear."""

    def write(rule="archaism.old_words", match=""):
        text = example("solved").read_text("utf-8")
        text = text.replace(
            "[incoming]", 'body = ["По решению суда договор сей расторгнут 4 мая 2026 г."]\n\n[incoming]', 1
        )
        match = match and f'match = "{match}"\n'
        (tmp_path / "case.toml").write_text(text + LIST.format(rule=rule, match=match), "utf-8")
        return "case.toml"

    return write


@pytest.mark.parametrize("match", ["", "договор  сей расторгнут", "СЕЙ"])
def test_build_silences_what_the_case_lists_and_says_so(run, case, match):
    done = run("build", case(match=match), "-o", "a.docx", "--fail-level", "warning")
    assert done.returncode == 0, done.stderr
    assert "Не показано 1 замечание: слова решения суда (случай, Сидорова А. И.)" in done.stderr
    assert "устаревшее слово" not in done.stderr


@pytest.mark.parametrize("match", ["договор этот", "се"])
def test_entry_that_silences_nothing_is_told(run, case, match):
    done = run("build", case(match=match), "-o", "a.docx", "--fail-level", "warning")
    assert done.returncode == 1
    assert "устаревшее слово" in done.stderr
    assert "suppress[1]: по archaism.old_words здесь замечаний нет, эту просьбу можно убрать." in done.stderr


def test_check_honours_the_list_of_a_case(run, check, case):
    run("build", case(), "-o", "a.docx")
    assert check("a.docx", "--fail-level", "warning").returncode == 1
    done = check("a.docx", "--fail-level", "warning", "--case", "case.toml", "--format", "json")
    assert done.returncode == 0
    (finding,) = json.loads(done.stdout)["files"][0]["findings"]
    assert finding["suppressed_by"] == {
        "by": "case",
        "reason": "слова решения суда",
        "author": "Сидорова А. И.",
        "date": "",
    }


def test_words_of_law_stay_demanded_whatever_a_case_says(run, check, case, text):
    text(f"Уважаемая Мария Петровна!\n{SOFT}")
    done = check("a.txt", "--case", case("situation.must_say"))
    assert done.returncode == 1
    assert "[situation.must_say]" in done.stdout
    assert "suppress[1]: situation.must_say – слова, которых требует закон, их замечания не снимаются." in " ".join(
        done.stdout.split()
    )


def test_unknown_rule_in_a_case_is_refused(run, check, case, text):
    done = run("build", case("archaism.old_word"), "-o", "a.docx")
    assert done.returncode == 1
    assert "suppress[1].rule: правила или категории «archaism.old_word» нет." in done.stderr
    assert "Возможно, вы имели в виду «archaism.old_words»?" in done.stderr
    done = check(text(SOFT), "--case", "case.toml")
    assert done.returncode == 2
    assert "suppress[1].rule" in done.stderr
