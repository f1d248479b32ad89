"""`answer-builder batch` from its arguments to its exit code, files and words."""

import csv
import io
from pathlib import Path

import pytest

from answer_builder.cli import main

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "table"
HEADINGS = ["Входящий номер", "Дата регистрации", "ФИО", "Адрес", "Вопрос обращения", "Что будет сделано", "Срок"]
GOOD = [
    "5-1187/26",
    "02.11.2026",
    "Ковальчук Мария Петровна",
    "ул. Садовая, д. 5; г. Корсаков; 694020",
    "ремонта подъезда дома № 5 по улице Садовой",
    "подрядчик покрасит стены",
    "15.12.2026",
]
BAD = [*GOOD[:6], "15.13.2026"]


@pytest.fixture
def batch(capsys):
    """Runs the command; returns exit code, standard output and messages."""

    def call(*arguments):
        with pytest.raises(SystemExit) as done:
            main(["batch", *map(str, arguments)])
        printed = capsys.readouterr()
        return done.value.code or 0, printed.out, printed.err

    return call


@pytest.fixture
def table(tmp_path):
    """Writes rows under the usual headings and returns the file's path."""

    def write(*rows, headings=HEADINGS):
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=";").writerows([headings, *rows])
        path = tmp_path / "письма.csv"
        path.write_text(text.getvalue(), encoding="utf-8", newline="")
        return path

    return write


def common():
    return "--common", EXAMPLE / "common.toml"


def names(folder):
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_the_example_makes_ten_letters(batch, tmp_path):
    folder = tmp_path / "письма"
    code, out, err = batch(EXAMPLE / "roof_repairs.csv", *common(), "-o", folder)
    assert code == 0, err
    assert out.strip() == str(folder / "manifest.csv")
    assert "кодировка Windows-1251, разделитель – точка с запятой, строк с данными – 10" in err
    assert "Все строки готовы." in err
    assert "Писем: 10" in err
    assert len(names(folder)) == 11
    assert names(folder)[0] == "0002_5-1204-26_Дорохов_А_И.docx"


def test_one_bad_row_stops_everything_before_anything_is_written(batch, table, tmp_path):
    folder = tmp_path / "письма"
    code, out, err = batch(table(GOOD, BAD), *common(), "-o", folder)
    assert code == 1
    assert out == ""
    assert "строка 3, столбец G «Срок»: «Срок»: даты «15.13.2026» нет в календаре" in err
    assert "--skip-bad" in err
    assert not folder.exists()


def test_skip_bad_makes_the_good_rows_and_accounts_for_the_rest(batch, table, tmp_path):
    folder = tmp_path / "письма"
    code, _, err = batch(table(GOOD, BAD, GOOD), *common(), "-o", folder, "--skip-bad")
    assert code == 1
    assert "Писем: 2" in err
    assert "Пропущено строк: 1" in err
    assert [name[:4] for name in names(folder)] == ["0002", "0004", "mani"]
    assert "3;5-1187/26;refused;" in (folder / "manifest.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(("rows", "code"), [([GOOD], 0), ([GOOD, BAD], 1)])
def test_check_only_writes_nothing(batch, table, tmp_path, rows, code):
    folder = tmp_path / "письма"
    assert batch(table(*rows), *common(), "--check-only", "-o", folder)[0] == code
    assert batch(table(*rows), *common(), "--check-only", "--skip-bad")[0] == code
    assert names(tmp_path) == ["письма.csv"]


def test_twenty_complaints_are_shown_and_the_rest_counted(batch, table):
    _, _, err = batch(table(*[BAD] * 33), *common(), "--check-only")
    assert err.count("столбец G «Срок»") == 20
    assert "и ещё ошибок в таблице: 13" in err


def test_the_summary_names_long_letters_and_counts_findings(batch, table, tmp_path):
    long = [*GOOD[:5], "подрядчик покрасит стены в целях ремонта подъезда и лестниц " * 120, GOOD[6]]
    code, _, err = batch(table(GOOD, long), *common(), "-o", tmp_path / "письма")
    assert code == 0
    assert "Длиннее двух страниц: 1 (строка 3)" in err
    assert "Проверка текста: ошибок – " in err


def test_a_letter_that_cannot_be_written_ends_with_2_after_the_manifest(batch, table, tmp_path):
    folder = tmp_path / "письма"
    (folder / "0002_5-1187-26_Ковальчук_М_П.docx").mkdir(parents=True)
    code, _, err = batch(table(GOOD, GOOD), *common(), "-o", folder)
    assert code == 2
    assert "Не записано: 1 (строка 2)" in err
    assert ";failed;" in (folder / "manifest.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("письма.xlsx", b"PK\x03\x04", "пока только CSV"),
        ("письма.csv", b"", "файл пуст"),
        ("письма.csv", "ФИО;Срок\n".encode(), "строк с данными нет"),
        ("письма.csv", b"\0\1\2\3", "двоичный файл"),
        ("письма.csv", "ФИО;Сорк\n1;2\n".encode(), "Возможно, вы имели в виду «Срок»?"),
        ("письма.csv", "ФИО;Срок\n1;2\n".encode(), "не хватает столбцов"),
    ],
)
def test_a_table_that_cannot_be_understood_ends_with_2_and_a_sentence(batch, tmp_path, name, content, words):
    (tmp_path / name).write_bytes(content)
    code, out, err = batch(tmp_path / name, "-o", tmp_path / "письма")
    assert (code, out) == (2, "")
    assert words in err
    assert "Traceback" not in err
    assert not (tmp_path / "письма").exists()


def test_a_folder_for_the_letters_must_be_named(batch, table):
    code, _, err = batch(table(GOOD), *common())
    assert code == 2
    assert "-o ПАПКА" in err


def test_there_is_no_progress_line_in_a_pipe(batch, table, tmp_path):
    _, _, err = batch(table(GOOD), *common(), "-o", tmp_path / "письма")
    assert "\x1b" not in err
    assert "\r" not in err


def test_pdf_lies_beside_every_letter(batch, table, tmp_path):
    code, out, err = batch(table(GOOD, GOOD), *common(), "-o", tmp_path / "out", "--pdf")
    assert code == 0, err
    assert out == f"{tmp_path / 'out' / 'manifest.csv'}\n"
    assert [Path(name).suffix for name in names(tmp_path / "out")] == [".docx", ".pdf", ".docx", ".pdf", ".csv"]


def test_without_libreoffice_the_rows_without_pdf_are_named(batch, table, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    code, _, err = batch(table(GOOD), *common(), "-o", tmp_path / "out", "--pdf")
    assert code == 2
    assert "Писем: 1" in err
    assert "Без PDF: 1 (строка 2). Письмо записано, но PDF не сделан. На этом компьютере нет LibreOffice." in err
