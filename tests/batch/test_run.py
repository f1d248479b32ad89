import csv
import hashlib
import io
import zipfile
from datetime import date

import pytest

from answer_builder.batch.preflight import preflight
from answer_builder.batch.run import run
from answer_builder.errors import CannotRun
from answer_builder.one_letter import make_letter

TODAY = date(2026, 11, 22)


def made(table, common, folder, *, today=TODAY):
    """Runs a table and returns what the folder holds, by file name."""
    run(preflight(table, common, today=today), folder, today=today, watch=lambda entry: None)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def manifest(files):
    return list(csv.DictReader(io.StringIO(files["manifest.csv"].decode("utf-8-sig"), newline=""), delimiter=";"))


def words(docx):
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return package.read("word/document.xml").decode()


def test_every_good_row_is_a_letter_under_its_own_number(tmp_path, make_table, common):
    files = made(make_table(rows=2, row_3={"ФИО": "Дорохов Андрей Ильич"}), common, tmp_path)
    assert set(files) == {
        "0002_5-1187-26_Ковальчук_М_П.docx",
        "0003_5-1187-26_Дорохов_А_И.docx",
        "manifest.csv",
    }
    assert "Уважаемый Андрей Ильич!" in words(files["0003_5-1187-26_Дорохов_А_И.docx"])


def test_equal_rows_make_two_files(tmp_path, make_table, common):
    assert len(made(make_table(rows=2), common, tmp_path)) == 3


def test_numbers_widen_with_the_table(tmp_path, make_table, common):
    table = make_table(rows=1)
    (row,) = table.rows
    far = type(table)(table.name, table.headings, (type(row)(12_345, row.cells),), table.detected)
    assert "12345_5-1187-26_Ковальчук_М_П.docx" in made(far, common, tmp_path)


def test_the_manifest_accounts_for_every_row(tmp_path, make_table, common):
    files = made(make_table(rows=3, row_3={"Срок": "вчера", "ФИО": "Ким Женя"}), common, tmp_path)
    rows = manifest(files)
    assert [(row["row"], row["status"]) for row in rows] == [("2", "ok"), ("3", "refused"), ("4", "ok")]
    assert rows[0]["sha256"] == hashlib.sha256(files[rows[0]["file"]]).hexdigest()
    assert rows[0]["key"] == "5-1187/26"
    assert rows[0]["pages"] == "1"
    assert "столбец C «ФИО»" in rows[1]["message"]
    assert "столбец G «Срок»" in rows[1]["message"]
    assert rows[1]["file"] == ""


def test_findings_of_the_checker_are_counted_by_level_and_told(tmp_path, make_table, common):
    table = make_table(rows=1, row_2={"Что будет сделано": "возьмёт Ваш вопрос на контроль в целях ремонта"})
    (ready,) = preflight(table, common, today=TODAY).ready
    levels = [finding.level for finding in make_letter(ready.case, today=TODAY).findings]
    (row,) = manifest(made(table, common, tmp_path))
    assert {"error", "warning"} <= set(levels)
    assert row["errors"] == str(levels.count("error"))
    assert row["warnings"] == str(levels.count("warning"))
    assert "«в целях»" in row["message"]


def test_the_same_table_gives_the_same_names_and_bytes(tmp_path, make_table, common):
    table = make_table(rows=3, row_3={"Срок": "вчера"})
    assert made(table, common, tmp_path / "раз") == made(table, common, tmp_path / "два")


def test_the_day_of_the_run_changes_no_byte(tmp_path, make_table, common):
    later = date(2026, 11, 25)
    table = make_table()
    assert made(table, common, tmp_path / "раз") == made(table, common, tmp_path / "два", today=later)


def test_hostile_cells_come_out_as_typed(tmp_path, make_table, common):
    typed = "=cmd|' /C calc'!A0 {{ due }} & <b> \"да\" 😀"
    table = make_table(rows=1, row_2={"Что будет сделано": typed, "Входящий номер": "=../../5:1"})
    files = made(table, common, tmp_path)
    (row,) = manifest(files)
    assert row["key"] == "'=../../5:1"
    assert row["file"].startswith("0002_")
    assert not set(row["file"]) & set('\\/:*?"<>|')
    assert "=cmd|" in words(files[row["file"]])
    assert "{{ due }} &amp; &lt;b&gt;" in words(files[row["file"]])
    assert "😀" in words(files[row["file"]])


def test_one_letter_that_cannot_be_written_fails_alone(tmp_path, make_table, common):
    (tmp_path / "0003_5-1187-26_Ковальчук_М_П.docx").mkdir()
    run(preflight(make_table(rows=3), common, today=TODAY), tmp_path, today=TODAY, watch=lambda entry: None)
    rows = manifest({"manifest.csv": (tmp_path / "manifest.csv").read_bytes()})
    assert [row["status"] for row in rows] == ["ok", "failed", "ok"]
    assert "это папка" in rows[1]["message"]
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [
        "0002_5-1187-26_Ковальчук_М_П.docx",
        "0004_5-1187-26_Ковальчук_М_П.docx",
        "manifest.csv",
    ]


def test_a_manifest_of_an_earlier_run_does_not_outlive_a_broken_one(tmp_path, make_table, common):
    made(make_table(), common, tmp_path)

    def give_up(entry):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(preflight(make_table(), common, today=TODAY), tmp_path, today=TODAY, watch=give_up)
    assert "manifest.csv" not in {path.name for path in tmp_path.iterdir()}


def test_a_folder_that_is_a_file_is_refused(tmp_path, make_table, common):
    (tmp_path / "письма").write_text("занято")
    with pytest.raises(CannotRun, match="на месте папки стоит файл"):
        made(make_table(), common, tmp_path / "письма")


def test_each_row_is_heard_of_in_order(tmp_path, make_table, common):
    heard = []
    run(preflight(make_table(row_3={"Срок": ""}), common, today=TODAY), tmp_path, today=TODAY, watch=heard.append)
    assert [(entry.row, entry.status) for entry in heard] == [(2, "ok"), (3, "refused"), (4, "ok")]
