"""`--grammar` at every door of the command line: what LanguageTool adds, and what its absence means."""

import json
import socket

import pytest

COMMA = "На схеме показан участок где начнётся ремонт 5 мая."
CLEAN = "Ваше заявление рассмотрено 5 мая."


@pytest.fixture
def letter(tmp_path):
    def write(name, text):
        (tmp_path / name).write_text(text, "utf-8")
        return name

    return write


@pytest.fixture
def absent(tmp_path):
    """An environment without LanguageTool: neither a server nor a Java."""
    return {"LANGUAGETOOL_URL": "", "JAVA_HOME": str(tmp_path)}


@pytest.fixture
def unanswered():
    """An environment whose server accepts and says nothing."""
    with socket.create_server(("127.0.0.1", 0), backlog=50) as door:
        yield {"LANGUAGETOOL_URL": f"http://127.0.0.1:{door.getsockname()[1]}"}


class TestCheck:
    def test_its_remarks_stand_among_ours_and_count_for_the_exit_code(self, run, letter):
        done = run("check", letter("a.txt", f"{CLEAN} Завление готово.\n{COMMA}"), "--format", "json")
        assert done.returncode == 1
        (file,) = json.loads(done.stdout)["files"]
        found = [(finding["rule"], finding["match"], finding["paragraph"]) for finding in file["findings"]]
        assert found == [("spelling.unknown_word", "Завление", 0), ("languagetool.GDE_COMMA", "участок где", 1)]
        assert file["findings"][1]["replacements"] == ["участок, где"]
        assert run("check", "a.txt", "--grammar", "off", "--format", "line").stdout.count("\n") == 1

    def test_the_same_files_give_the_same_report_whoever_is_faster(self, run, letter):
        names = [letter(f"{number:02}.txt", f"Дом {number} готов. {COMMA}") for number in range(30)]
        reports = {run("check", *names, "--format", "json").stdout for _ in range(2)}
        assert len(reports) == 1
        assert [file["path"] for file in json.loads(reports.pop())["files"]] == names

    def test_auto_without_it_checks_the_rest_and_says_what_is_missing(self, run, letter, absent):
        done = run("check", letter("a.txt", COMMA), env=absent)
        assert done.returncode == 0
        assert done.stderr.count("LanguageTool") == 1
        assert "Эта часть не проверена" in done.stderr
        done = run("check", "a.txt", "--format", "json", env=absent)
        assert "Эта часть не проверена" in json.loads(done.stdout)["engines"]["grammar"]
        assert done.stderr == ""

    def test_required_without_it_is_a_sentence(self, run, letter, absent):
        done = run("check", letter("a.txt", CLEAN), letter("b.txt", CLEAN), "--grammar", "required", env=absent)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.count("нужна Java 17 или новее") == 1
        assert "Traceback" not in done.stderr

    def test_a_silent_server_costs_one_budget_not_one_a_file(self, run, letter, unanswered):
        names = [letter(f"{number}.txt", COMMA) for number in range(20)]
        done = run("check", *names, env=unanswered, timeout=25)
        assert done.returncode == 0
        assert "не ответил за 5 с" in done.stderr

    def test_a_server_that_is_not_there_fails_when_required(self, run, letter):
        done = run(
            "check", letter("a.txt", CLEAN), "--grammar", "required", env={"LANGUAGETOOL_URL": "http://127.0.0.1:1"}
        )
        assert done.returncode == 2
        assert "LANGUAGETOOL_URL, не отвечает" in done.stderr

    def test_a_server_of_our_own_starts_with_the_command(self, run, letter):
        done = run(
            "check", letter("a.txt", COMMA), "--grammar", "required", "--format", "line", env={"LANGUAGETOOL_URL": ""}
        )
        assert "[languagetool.GDE_COMMA]" in done.stdout
        assert done.stderr == ""


class TestLetters:
    def test_build_asks_only_when_told(self, run, example, languagetool):
        env = {"LANGUAGETOOL_URL": languagetool}
        assert "не проверены: --grammar auto" in run("build", example("solved"), env=env).stderr
        assert "не проверен" not in run("build", example("solved"), "--grammar", "auto", env=env).stderr

    def test_build_without_it_still_makes_the_letter(self, run, example, absent, tmp_path):
        done = run("build", example("solved"), "-o", "a.docx", "--grammar", "auto", env=absent)
        assert (tmp_path / "a.docx").is_file()
        assert "Эта часть не проверена" in done.stderr

    def test_build_refuses_to_go_on_without_what_is_required(self, run, example, absent, tmp_path):
        done = run("build", example("solved"), "-o", "a.docx", "--grammar", "required", env=absent)
        assert done.returncode == 2
        assert not (tmp_path / "a.docx").exists()

    def test_batch_tells_in_the_manifest_what_was_not_read(self, run, example, absent, tmp_path):
        table, common = (example("table/x").with_name(name) for name in ("roof_repairs.csv", "common.toml"))
        done = run("batch", table, "--common", common, "-o", "письма", "--grammar", "auto", env=absent)
        assert done.returncode == 0, done.stderr
        assert "Эта часть не проверена" in done.stderr
        assert "Эта часть не проверена" in (tmp_path / "письма" / "manifest.csv").read_text("utf-8-sig")
        assert run("batch", table, "--common", common, "-o", "без", "--grammar", "required", env=absent).returncode == 2


def test_doctor_tells_whether_it_is_there(run, languagetool, absent):
    def line(env):
        return " ".join(run("doctor", env=env | {"COLUMNS": "300"}).stdout.split())

    assert "(LanguageTool) да LanguageTool 6.8, сервер из LANGUAGETOOL_URL" in line({"LANGUAGETOOL_URL": languagetool})
    assert "(LanguageTool) нет не проверяются: для него нужна Java 17" in line(absent)
