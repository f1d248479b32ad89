"""`check --baseline` and `--write-baseline`: what is shown, written, told and refused."""

import json
import tomllib
from datetime import date

import pytest

from answer_builder.letter.russian_dates import in_words

NO_SERVER = {"LANGUAGETOOL_URL": ""}
BAD = "Ваше завление рассмотрено."  # an error
SOFT = "Двор уберут в ближайшее время."  # a warning
WRITE = ("--write-baseline", "list.toml", "--reason", "разбираем до июня")
KNOWN = ("--baseline", "list.toml")


@pytest.fixture
def check(run):
    return lambda *arguments: run("check", "--grammar", "off", *arguments, env=NO_SERVER)


@pytest.fixture
def text(tmp_path):
    def write(words, name="a.txt"):
        (tmp_path / name).write_text(words, "utf-8")
        return name

    return write


@pytest.fixture
def entries(tmp_path):
    return lambda: tomllib.loads((tmp_path / "list.toml").read_text("utf-8"))["findings"]


def test_known_remarks_are_counted_with_date_and_reason_not_shown(check, text, entries):
    text(f"{BAD}\n{SOFT}")
    done = check("a.txt", *WRITE)
    assert done.returncode == 0
    assert "Базовый список list.toml: 2 замечания, из них новых 2." in done.stderr
    assert [(entry["rule"], entry["words"], entry["reason"], entry["date"]) for entry in entries()] == [
        ("evasion.vague_term", "в ближайшее время", "разбираем до июня", date.today()),
        ("spelling.unknown_word", "завление", "разбираем до июня", date.today()),
    ]
    done = check("a.txt", *KNOWN, "--fail-level", "warning")
    assert done.returncode == 0
    assert "a.txt – замечаний нет" in done.stdout
    of_day = in_words(date.today())
    assert done.stderr == f"По базовому списку не показано 2 замечания, список от {of_day}: разбираем до июня\n"


@pytest.mark.parametrize("form", ["json", "line"])
def test_count_is_printed_with_every_report(check, text, form):
    check(text(BAD), *WRITE)
    done = check("a.txt", *KNOWN, "--format", form)
    assert "По базовому списку не показано 1 замечание" in done.stderr
    if form == "json":
        (finding,) = json.loads(done.stdout)["files"][0]["findings"]
        assert finding["suppressed"] is True
        assert finding["suppressed_by"] == {
            "by": "baseline",
            "reason": "разбираем до июня",
            "author": "",
            "date": date.today().isoformat(),
        }
    else:
        assert done.stdout == ""


def test_the_list_counts_over_all_files_and_new_ones_are_shown(check, text):
    text(SOFT)
    text(f"Снег вывезен 5 мая.\n{SOFT}", "b.txt")
    check("a.txt", *WRITE)
    done = check("a.txt", "b.txt", *KNOWN, "--format", "line", "--fail-level", "warning")
    assert done.returncode == 1
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == ["b.txt"]
    assert check("b.txt", *KNOWN, "--fail-level", "warning").returncode == 0  # of any name, in any place


def test_what_occurs_no_more_is_told_unless_a_file_could_not_be_read(check, text):
    check(text(f"{BAD}\n{SOFT}"), *WRITE)
    text(SOFT)
    said = "В базовом списке есть 1 замечание, которых в этих файлах нет: «завление» [spelling.unknown_word]"
    assert said in check("a.txt", *KNOWN).stderr
    done = check("a.txt", "b.txt", *KNOWN)
    assert done.returncode == 2
    assert "которых в этих файлах нет" not in done.stderr


def test_written_again_it_keeps_reasons_adds_what_is_new_and_drops_what_is_mended(check, text, entries):
    check(text(f"{BAD}\n{SOFT}"), *WRITE)
    text(f"{SOFT}\nКрышу починят в ближайшее время.")
    done = check("a.txt", "--write-baseline", "list.toml", "--reason", "ждём подрядчика")
    assert "Базовый список list.toml: 2 замечания, из них новых 1, убрано 1." in done.stderr
    assert sorted(entry["reason"] for entry in entries()) == ["ждём подрядчика", "разбираем до июня"]
    assert check("a.txt", *KNOWN, "--fail-level", "warning").returncode == 0


def test_same_remarks_give_the_same_file(check, text, tmp_path):
    check(text(f"{SOFT}\n{BAD}"), *WRITE)
    first = (tmp_path / "list.toml").read_bytes()
    text(f"{BAD}\nСнег вывезен 5 мая.\n{SOFT}")
    check("a.txt", *WRITE)
    assert (tmp_path / "list.toml").read_bytes() == first
    (tmp_path / "list.toml").unlink()
    check("a.txt", *WRITE)
    assert (tmp_path / "list.toml").read_bytes() == first


def test_only_what_the_check_is_about_and_nobody_silenced_gets_into_the_list(check, text, entries):
    text(f"{BAD}\n{SOFT}\nДоговор сей расторгнут 5 мая. <!-- answer-builder: ignore archaism – так в решении суда -->")
    assert check("a.txt", *WRITE, "--ignore", "spelling").returncode == 0
    assert [entry["rule"] for entry in entries()] == ["evasion.vague_term"]
    assert check("a.txt", *KNOWN).returncode == 1


def test_words_of_law_stay_errors(check, text):
    text("Уважаемая Мария Петровна!\nДвор убран 5 мая.")
    done = check("a.txt", "--answer", "solved", *WRITE)
    assert done.returncode == 1
    assert "[situation.must_say]" in done.stdout
    assert "Базовый список list.toml: 0 замечаний" in done.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--write-baseline", "list.toml"), '--write-baseline: напишите, почему замечания остаются: --reason "…"'),
        (("--write-baseline", "list.toml", "--reason", "  "), "--write-baseline: напишите, почему"),
        (("--reason", "так надо"), "укажите и --write-baseline ФАЙЛ"),
        (("--baseline", "нет.toml"), "нет.toml: не удалось прочитать файл: такого файла нет"),
        (("--baseline", "a.txt"), "a.txt, строка 1"),
        (("--write-baseline", "a.txt", "--reason", "п"), "этот файл не перезаписан, выберите другое имя"),
    ],
)
def test_options_that_do_not_fit_are_a_sentence(check, text, tmp_path, options, said):
    done = check(text(BAD), *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert (tmp_path / "a.txt").read_text("utf-8") == BAD
    assert not (tmp_path / "list.toml").exists()


def test_half_a_list_is_not_written(check, text, tmp_path):
    done = check(text(BAD), "b.txt", *WRITE)
    assert done.returncode == 2
    assert "list.toml: базовый список не записан, потому что прочитаны не все файлы" in done.stderr
    assert not (tmp_path / "list.toml").exists()
