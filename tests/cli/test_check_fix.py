"""`answer-builder check --fix` and `--diff`: what becomes of the files, what is printed where, the exit code."""

import json
import stat
from pathlib import Path

import pytest
from docx import Document

NO_BREAK = "\N{NO-BREAK SPACE}"
BAD = "Дом  №5 отремонтирован .\n"
GOOD = f"Дом №{NO_BREAK}5 отремонтирован.\n"
QUOTED = "Вы пишете: «Дом  плох».\n"


@pytest.fixture
def check(run, tmp_path):
    """Writes a file and checks it; without LanguageTool, which mends nothing."""

    def call(name, content, *options, **more):
        if content is not None:
            (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return run("check", name, "--grammar", "off", *options, **more)

    return call


def test_fix_writes_the_file_and_says_what_it_mended(check, tmp_path):
    done = check("a.txt", BAD + QUOTED, "--fix")
    assert (tmp_path / "a.txt").read_text("utf-8") == GOOD + QUOTED
    assert done.stderr == (
        "a.txt: Исправлено: 3 (знак номера – 1, лишний пробел – 1, пробел перед знаком препинания – 1); "
        "осталось замечаний: 1. Не тронуто: внутри кавычек – 1.\n"
    )
    assert "«Дом›  ‹плох»" in done.stdout  # the report is about what remains
    assert done.returncode == 0


def test_fix_again_has_nothing_to_do_and_does_not_touch_the_file(check, tmp_path):
    check("a.txt", BAD, "--fix")
    before = (tmp_path / "a.txt").stat()
    done = check("a.txt", None, "--fix")
    assert done.stderr == "a.txt: Исправлять нечего; осталось замечаний: 0.\n"
    assert (tmp_path / "a.txt").stat().st_ino == before.st_ino


@pytest.mark.parametrize("options", [("--diff",), ("--fix", "--diff")])
def test_diff_shows_the_change_and_writes_nothing(check, tmp_path, options):
    done = check("a.txt", BAD, *options)
    assert done.stdout == f"--- a.txt\n+++ a.txt\n@@ -1 +1 @@\n-{BAD}+{GOOD}"
    assert (tmp_path / "a.txt").read_text("utf-8") == BAD
    assert "Можно исправить: 3" in done.stderr
    assert "останется замечаний: 0" in done.stderr


def test_diff_of_a_clean_file_is_empty(check):
    assert check("a.txt", GOOD, "--diff").stdout == ""


def test_diff_says_that_the_last_line_has_no_end(check):
    assert check("a.txt", "Дом  стар.", "--diff").stdout.count("\\ No newline at end of file") == 2


def test_the_exit_code_judges_what_remains(check):
    assert check("a.txt", "Агенство открыто.", "--fix").returncode == 0
    assert check("a.txt", "Агенство открыто. Ваше завление получено.", "--fix").returncode == 1
    assert check("a.txt", "Агенство открыто.").returncode == 1


def test_standard_input_comes_back_mended(check):
    done = check("-", None, "--fix", text=BAD + QUOTED)
    assert done.stdout == GOOD + QUOTED
    assert done.stderr.startswith("Стандартный ввод: Исправлено: 3 (")


def test_the_report_for_programs_is_about_what_remains(check):
    done = check("a.txt", BAD + QUOTED, "--fix", "--format", "json")
    (file,) = json.loads(done.stdout)["files"]
    assert file["text"] == GOOD + QUOTED
    assert [finding["rule"] for finding in file["findings"]] == ["typography.double_space"]


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (("--select", "spelling"), "Дом  №5, агентство.\n"),
        (("--ignore", "spelling"), f"Дом №{NO_BREAK}5, агенство.\n"),
        (("--select", "typography.double_space"), "Дом №5, агенство.\n"),
    ],
)
def test_only_what_is_chosen_is_mended(check, tmp_path, options, text):
    check("a.txt", "Дом  №5, агенство.\n", "--fix", *options)
    assert (tmp_path / "a.txt").read_text("utf-8") == text


def test_what_the_case_takes_back_is_not_mended(check, tmp_path, example):
    case = example("solved").read_text("utf-8")
    wish = '[[suppress]]\nrule = "typography.double_space"\nreason = "так в договоре"\nauthor = "Котова А. Б."\n'
    (tmp_path / "case.toml").write_text(f"{case}\n{wish}", "utf-8")
    check("a.txt", "Дом  новый, срок - год.\n", "--fix", "--case", "case.toml")
    assert (tmp_path / "a.txt").read_text("utf-8") == "Дом  новый, срок – год.\n"


def test_rights_and_links_of_a_file_stay(check, tmp_path):
    real = tmp_path / "real.txt"
    real.write_text(BAD, "utf-8")
    real.chmod(0o600)
    (tmp_path / "a.txt").symlink_to(real)
    check("a.txt", None, "--fix")
    assert (tmp_path / "a.txt").is_symlink()
    assert real.read_text("utf-8") == GOOD
    assert stat.S_IMODE(real.stat().st_mode) == 0o600


def test_a_letter_of_ours_stays_a_letter(run, check, example, tmp_path):
    run("build", example("solved"), "-o", "a.docx", "-q")
    document = Document(tmp_path / "a.docx")
    paragraph = next(part for part in document.paragraphs if part.text.startswith("Сообщаем") or len(part.text) > 150)
    paragraph.runs[-1].text += "  Дом №5 - новый."
    document.save(tmp_path / "a.docx")
    done = check("a.docx", None, "--fix")
    assert "Исправлено" in done.stderr
    text = "\n".join(part.text for part in Document(tmp_path / "a.docx").paragraphs)
    assert f" Дом №{NO_BREAK}5 – новый." in text
    assert check("a.docx", None, "--diff").stdout == ""


def test_a_file_that_cannot_be_written_is_named(check, tmp_path):
    done = check("нет.txt", None, "--fix")
    assert done.returncode == 2
    assert "нет.txt" in done.stderr
    assert list(Path(tmp_path).iterdir()) == []


def test_what_a_list_leaves_is_not_mended_though_its_sentence_changes(check, tmp_path):
    bad = "Дом  новый, адрес №5.\n"
    check("a.txt", bad, "--select", "typography.double_space", "--write-baseline", "list.toml", "--reason", "опись")
    check("a.txt", None, "--fix", "--baseline", "list.toml")
    assert (tmp_path / "a.txt").read_text("utf-8") == f"Дом  новый, адрес №{NO_BREAK}5.\n"
