import json
import resource
import tomllib
from pathlib import Path

import pytest
from docx import Document

EXAMPLES = sorted(
    path.stem
    for path in (Path(__file__).parents[2] / "examples").glob("*.toml")
    if "answer" in tomllib.loads(path.read_text("utf-8")) and "addressee" in tomllib.loads(path.read_text("utf-8"))
)


def text_of(path):
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs).replace("\N{NO-BREAK SPACE}", " ")


def letters(folder):
    return sorted(path.name for path in folder.iterdir() if path.suffix == ".docx")


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_makes_a_letter_without_remarks(run, example, tmp_path, name):
    done = run("build", example(name), "-o", "letter.docx")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "letter.docx\n"
    assert "Уважаем" in text_of(tmp_path / "letter.docx")
    assert "ошибка" not in done.stderr
    assert "замечание" not in done.stderr


def test_without_o_the_file_is_named_after_the_appeal_and_the_addressee(run, example, tmp_path):
    done = run("build", example("solved"))
    assert done.stdout == "5-1187-26_Ковальчук_М_П.docx\n"
    assert letters(tmp_path) == ["5-1187-26_Ковальчук_М_П.docx"]


def test_several_cases_go_into_a_folder_that_is_made(run, example, tmp_path):
    done = run("build", example("solved"), example("extension"), "-o", "out/")
    assert done.returncode == 0
    assert len(letters(tmp_path / "out")) == 2


def test_json_on_standard_input_makes_the_same_bytes_as_toml(run, example, tmp_path):
    case = tomllib.loads(example("solved").read_text("utf-8"))
    run("build", example("solved"), "-o", "a.docx")
    done = run("build", "-", "-o", "b.docx", text=json.dumps(case, ensure_ascii=False, default=str))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_findings_are_printed_and_the_letter_is_written_all_the_same(run, example, tmp_path):
    case = (
        example("solved")
        .read_text("utf-8")
        .replace("date = 2026-11-20", 'date = 2026-11-20\nbody = ["Вопрос взят на контроль."]')
    )
    (tmp_path / "case.toml").write_text(case, "utf-8")
    done = run("build", "case.toml", "-o", "letter.docx")
    assert done.returncode == 1
    assert "взят на контроль" in done.stderr
    assert "взят на контроль" in text_of(tmp_path / "letter.docx")
    assert run("build", "case.toml", "-o", "letter.docx", "--fail-level", "never").returncode == 0


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (('subject = "ремонта', 'sabject = "ремонта'), "fields.sabject"),
        (("registered = 2026-11-02", "registered = 2026-12-02"), "позже даты письма"),
        (('name = "Ковальчук Мария Петровна"', 'name = "Ким А.Б."'), "addressee.name"),
        (('answer = "solved"', 'answer = "solvde"'), "«solved»"),
        (('name = "Сидорова Анна Игоревна"', 'name = ""'), "не заполнено «Исполнитель»"),
        (('where = "во втором', f'where = "{"я" * 1_000_000}'), "слишком длинный"),
        (('what_done = "', 'what_done = "\\u0007'), "управляющий символ"),
    ],
)
def test_a_refused_case_leaves_no_file_and_ends_with_1(run, example, tmp_path, change, words):
    (tmp_path / "case.toml").write_text(example("solved").read_text("utf-8").replace(*change), "utf-8")
    done = run("build", "case.toml", "-o", "letter.docx")
    assert done.returncode == 1
    assert words in done.stderr
    assert "case.toml" in done.stderr
    assert letters(tmp_path) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "файл пуст"),
        (b"\x00\x01PK\x03\x04\xff\xfe", "не текст в кодировке UTF-8"),
        ('answer = "solved" # решён'.encode("cp1251"), "сохраните его в UTF-8"),
        (b'answer = "solved\n[fields', "не читается как TOML, строка 1"),
        (b'{"answer": "solved",}', "не читается как JSON, строка 1"),
        (b"x" * (5 * 1024 * 1024 + 1), "больше 5 МБ"),
    ],
)
def test_a_case_that_cannot_be_read_ends_with_2(run, tmp_path, content, words):
    (tmp_path / "case.toml").write_bytes(content)
    done = run("build", "case.toml", "-o", "letter.docx")
    assert done.returncode == 2
    assert words in done.stderr
    assert "case.toml" in done.stderr
    assert letters(tmp_path) == []


@pytest.mark.parametrize("source", ["missing.toml", "."])
def test_a_missing_file_or_a_folder_is_named(run, source):
    done = run("build", source)
    assert done.returncode == 2
    assert source in done.stderr
    assert "Traceback" not in done.stderr


def test_a_bad_case_does_not_stop_the_good_ones(run, example, tmp_path):
    done = run("build", "missing.toml", example("solved"), "-o", "out")
    assert done.returncode == 2
    assert len(letters(tmp_path / "out")) == 1


def test_a_disk_that_is_full_leaves_nothing_half_written(run, example, tmp_path):
    def little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    done = run(
        "build", example("solved"), "-o", "letter.docx", preexec_fn=little_room, env={"PYTHONDONTWRITEBYTECODE": "1"}
    )
    assert done.returncode == 2
    assert "Не удалось записать letter.docx" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_cannot_be_written_is_named(run, example, tmp_path):
    (tmp_path / "busy").write_text("a file where a folder should be", "utf-8")
    done = run("build", example("solved"), "-o", "busy/letter.docx")
    assert done.returncode == 2
    assert "busy/letter.docx" in done.stderr


def test_an_existing_letter_survives_a_failed_build(run, example, tmp_path):
    (tmp_path / "letter.docx").write_bytes(b"old")
    (tmp_path / "case.toml").write_text(example("solved").read_text("utf-8").replace("solved", "solvde"), "utf-8")
    run("build", "case.toml", "-o", "letter.docx")
    assert (tmp_path / "letter.docx").read_bytes() == b"old"


def test_output_respects_no_color_and_pipes(run, example):
    done = run("build", example("solved"), env={"NO_COLOR": "1"})
    assert "\x1b[" not in done.stderr + done.stdout


def test_two_cases_with_one_file_name_do_not_overwrite_each_other(run, example, tmp_path):
    done = run("build", example("solved"), example("solved"), "-o", "out")
    assert done.returncode == 2
    assert "второе не записано" in done.stderr
    assert len(letters(tmp_path / "out")) == 1
