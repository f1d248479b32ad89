"""`answer-builder check` from its arguments to its exit code and words."""

import json

import pytest

BAD = "Ваше завление рассмотрено."
SOFT = "Двор уберут в ближайшее время."
CLEAN = "Ваше заявление рассмотрено 5 мая."


@pytest.fixture
def letter(tmp_path):
    def write(name, text, encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return write


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (CLEAN, (), 0),
        (BAD, (), 1),
        (SOFT, (), 0),
        (SOFT, ("--fail-level", "warning"), 1),
        (BAD, ("--fail-level", "never"), 0),
        (CLEAN, ("--fail-level", "info"), 0),
    ],
)
def test_exit_code_follows_the_fail_level(run, letter, text, options, code):
    done = run("check", letter("a.txt", text), *options)
    assert done.returncode == code, done.stderr


def test_text_report_goes_to_stdout_and_the_grammar_note_to_stderr(run, letter):
    done = run("check", letter("a.txt", BAD))
    assert "›завление‹" in done.stdout
    assert "\x1b[" not in done.stdout
    assert "Грамматика не подключена" in done.stderr
    assert run("check", "a.txt", "--grammar", "off").stderr == ""


def test_json_keeps_the_order_of_files_and_says_what_was_checked(run, letter):
    letter("б.txt", BAD, "cp1251")
    letter("а.md", CLEAN)
    done = run("check", "б.txt", "а.md", "--format", "json")
    report = json.loads(done.stdout)
    assert [file["path"] for file in report["files"]] == ["б.txt", "а.md"]
    assert report["files"][0]["text"] == BAD
    assert report["files"][0]["pages"] is None
    assert "не подключена" in report["engines"]["grammar"]
    assert done.stderr == ""


def test_built_letter_is_checked_with_its_pages(run, example, tmp_path):
    assert run("build", example("solved"), "-o", tmp_path / "ответ.docx", "--fail-level", "never").returncode == 0
    done = run("check", "ответ.docx", "--format", "json", "--fail-level", "never")
    (file,) = json.loads(done.stdout)["files"]
    assert file["pages"] in (1, 2)
    assert "Уважаем" in file["text"]
    assert [finding for finding in file["findings"] if finding["level"] == "error"] == []


def test_standard_input_is_read(run):
    done = run("check", "-", "--format", "line", text=BAD)
    assert done.returncode == 1
    assert done.stdout.startswith("-:1:6: error: ")


def test_min_level_hides_the_lower_ones(run, letter):
    letter("a.txt", f"{BAD}\n{SOFT}")
    assert "warning" in run("check", "a.txt", "--format", "line").stdout
    assert "warning" not in run("check", "a.txt", "--format", "line", "--min-level", "error").stdout


def test_report_is_written_to_a_file(run, letter, tmp_path):
    letter("a.txt", BAD)
    done = run("check", "a.txt", "-o", "отчёт.json", "--format", "json")
    assert done.returncode == 1
    assert done.stdout == ""
    assert json.loads((tmp_path / "отчёт.json").read_text(encoding="utf-8"))["files"][0]["findings"]


def test_broken_file_does_not_stop_the_others(run, letter):
    letter("a.docx", b"not a document")
    letter("b.txt", BAD)
    done = run("check", "a.docx", "нет.txt", "b.txt", "--format", "line")
    assert done.returncode == 2
    assert "a.docx" in done.stderr
    assert "нет.txt" in done.stderr
    assert "b.txt:1:6" in done.stdout
    assert "Traceback" not in done.stderr


def test_required_grammar_is_refused_with_a_sentence(run, letter):
    done = run("check", letter("a.txt", CLEAN), "--grammar", "required")
    assert done.returncode == 2
    assert "грамматик" in done.stderr.lower()
    assert done.stdout == ""


def test_report_that_cannot_be_written_is_a_sentence(run, letter):
    letter("a.txt", BAD)
    done = run("check", "a.txt", "-o", "a.txt/отчёт.json")
    assert done.returncode == 2
    assert "отчёт.json" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_shown_does_not_change_the_verdict(run, tmp_path):
    (tmp_path / "text.txt").write_text("Договор сей расторгнут 4 мая 2026 г.", "utf-8")
    assert run("check", "text.txt", "--fail-level", "warning").returncode == 1
    assert run("check", "text.txt", "--fail-level", "warning", "--min-level", "error").returncode == 1
