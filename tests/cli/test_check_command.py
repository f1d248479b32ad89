"""`answer-builder check` from its arguments to its exit code and words."""

import json
import zipfile

import pytest
from docx import Document

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


def test_text_report_goes_to_stdout_and_says_nothing_more_when_all_was_checked(run, letter):
    done = run("check", letter("a.txt", BAD))
    assert "›завление‹" in done.stdout
    assert "\x1b[" not in done.stdout
    assert done.stderr == ""
    assert run("check", "a.txt", "--grammar", "off").stderr == ""


def test_json_keeps_the_order_of_files_and_says_what_was_checked(run, letter):
    letter("б.txt", BAD, "cp1251")
    letter("а.md", CLEAN)
    done = run("check", "б.txt", "а.md", "--format", "json")
    report = json.loads(done.stdout)
    assert [file["path"] for file in report["files"]] == ["б.txt", "а.md"]
    assert report["files"][0]["text"] == BAD
    assert report["files"][0]["pages"] is None
    assert report["engines"]["grammar"] == "LanguageTool 6.8, сервер из LANGUAGETOOL_URL"
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


# ---- какой это ответ


@pytest.fixture
def built(run, example, tmp_path):
    """A letter made by `build`, and the same after an executor has edited it in Word."""
    path = tmp_path / "ответ.docx"

    def make(edit=None, name="solved"):
        run("build", example(name), "-o", path, "--fail-level", "never")
        if edit:
            word = Document(path)
            for paragraph in word.paragraphs:
                paragraph.text = edit(paragraph.text) if paragraph.text else paragraph.text
            word.save(path)
        return path

    return make


def rules(done):
    (file,) = json.loads(done.stdout)["files"]
    return [finding["rule"] for finding in file["findings"] if finding["category"] == "situation"]


def test_edited_letter_is_checked_for_what_its_answer_must_say(run, built):
    done = run("check", built(), "--format", "json")
    assert (done.returncode, rules(done)) == (0, [])
    built(lambda text: text.replace("Ваш вопрос решён.", "").replace("Проверить", "Ремонт планируется. Проверить"))
    done = run("check", "ответ.docx", "--format", "json")
    assert (done.returncode, rules(done)) == (1, ["situation.must_say", "situation.must_not_say"])
    said = run("check", "ответ.docx", "--grammar", "off").stdout
    assert "«Вопрос уже решён»" in said.splitlines()[0]
    assert "В письме не сказано: «вопрос решён»" in " ".join(said.split())
    assert "пункт 2.2 Порядка министерства" in " ".join(said.split())
    assert "001 2.2" not in said
    assert "›планируется‹" in said


def test_honestly_edited_letter_stays_clean(run, built):
    path = built(lambda text: text.replace("Ваш вопрос решён.", "Мы решили Ваш вопрос полностью."))
    assert rules(run("check", path, "--format", "json")) == []


def test_the_answer_may_be_told_for_any_text_and_over_the_files_own_word(run, letter, built):
    letter("a.txt", CLEAN)
    assert rules(run("check", "a.txt", "--format", "json")) == []
    assert rules(run("check", "a.txt", "--answer", "solved", "--format", "json")) == ["situation.must_say"]
    done = run("check", "a.txt", "--answer", "solved", "--answer", "will_be_solved", "--format", "json")
    assert rules(done) == ["situation.must_say"] * 2
    assert "situation.must_say" in rules(run("check", built(), "--answer", "cannot", "--format", "json"))


def test_letter_on_several_questions_must_answer_each(run, built):
    path = built(name="several_questions")
    assert rules(run("check", path, "--format", "json")) == []
    built(lambda text: text.replace("решён", "рассмотрен"), name="several_questions")  # of two of its questions
    assert rules(run("check", path, "--format", "json")) == ["situation.must_say"] * 2


def test_unknown_answer_is_a_sentence_with_a_suggestion(run, letter):
    done = run("check", letter("a.txt", CLEAN), "--answer", "sloved")
    assert done.returncode == 2
    assert "ответа «sloved» нет. Возможно, вы имели в виду «solved»?" in done.stderr


def test_letter_of_an_answer_that_is_no_more_is_checked_without_it(run, built, tmp_path):
    with zipfile.ZipFile(built()) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["docProps/custom.xml"] = parts["docProps/custom.xml"].replace(b"solved", b"settled")
    with zipfile.ZipFile(tmp_path / "old.docx", "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    done = run("check", "old.docx", "--grammar", "off")
    assert done.returncode == 0
    assert "ответа «settled» в каталоге нет" in done.stderr


def test_case_tells_names_and_answer(run, letter, tmp_path, example):
    case = example("solved").read_text("utf-8").replace("ул. Садовая", "пер. Мздлевский")
    (tmp_path / "case.toml").write_text(case, "utf-8")
    letter("a.txt", "Уважаемая Мария Петровна!\nВаш вопрос решён: дом в переулке мздлевский покрашен.")
    assert "spelling" in run("check", "a.txt", "--format", "json").stdout
    done = run("check", "a.txt", "--case", "case.toml", "--format", "json")
    assert json.loads(done.stdout)["files"][0]["findings"] == []
    letter("b.txt", "Уважаемая Мария Петровна!\nПодъезд покрашен 5 мая.")
    assert rules(run("check", "b.txt", "--case", "case.toml", "--format", "json")) == ["situation.must_say"]


@pytest.mark.parametrize("case", ["нет.toml", "faulty.toml"])
def test_case_that_cannot_be_read_is_a_sentence(run, letter, tmp_path, case):
    (tmp_path / "faulty.toml").write_text('answer = "solved"', "utf-8")
    done = run("check", letter("a.txt", CLEAN), "--case", case)
    assert (done.returncode, done.stdout) == (2, "")
    assert case in done.stderr
    assert "Traceback" not in done.stderr


def test_printed_findings_are_capped_and_files_get_all(run, letter):
    letter("a.txt", "Двор уберут в ближайшее время.\n" * 70)
    said = run("check", "a.txt").stdout
    assert "… и ещё 20 замечаний. Показать все: --all" in said
    assert said.count("[evasion.") == 50
    assert "Проверено: 1 файл. 70 предупреждений." in said
    assert run("check", "a.txt", "--all").stdout.count("[evasion.") == 70
    assert len(run("check", "a.txt", "--format", "line").stdout.splitlines()) == 70


def test_damaged_utf8_is_not_taken_for_another_encoding(run, letter):
    done = run("check", letter("a.txt", CLEAN.encode()[:-2] + b"."))
    assert done.returncode == 2
    assert "UTF-8 повреждён" in done.stderr
