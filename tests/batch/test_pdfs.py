"""A table's letters as PDF by the real LibreOffice, and the rows whose PDF cannot be made."""

import csv
import io
import os
from datetime import date

import pypdfium2
import pytest

from answer_builder.batch import pdfs
from answer_builder.batch.preflight import preflight
from answer_builder.batch.run import run
from answer_builder.letter import libreoffice

TODAY = date(2026, 11, 22)
REASON = "LibreOffice не справился с этим файлом и закрылся"


@pytest.fixture
def made(tmp_path, make_table, common):
    """Runs a table with `--pdf`; entries, what the watcher heard, and the folder."""

    def make(**rows):
        heard = []
        folder = tmp_path / "письма"
        checked = preflight(make_table(**rows), common, today=TODAY)
        entries = run(checked, folder, today=TODAY, watch=heard.append, pdf=True)
        return entries, heard, folder

    return make


@pytest.fixture
def crashing_at(tmp_path, monkeypatch):
    """A LibreOffice that crashes at every file."""

    def wrap():
        folder = tmp_path / "bin"
        folder.mkdir()
        (folder / "soffice").write_text("#!/bin/sh\nkill -SEGV $$\n", encoding="utf-8")
        (folder / "soffice").chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    return wrap


def first_page(path):
    with pypdfium2.PdfDocument(path) as document:
        return document[0].get_textpage().get_text_bounded()


def manifest(folder):
    text = (folder / "manifest.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_every_letter_has_its_own_pdf(made, monkeypatch):
    monkeypatch.setattr(pdfs, "AT_ONCE", 2)
    entries, heard, folder = made(rows=3, row_3={"ФИО": "Дорохов Андрей Ильич"}, row_4={"Срок": "вчера"})
    assert [entry.status for entry in entries] == ["ok", "ok", "refused"]
    assert heard == list(entries)
    assert "Уважаемая Мария Петровна!" in first_page(folder / "0002_5-1187-26_Ковальчук_М_П.pdf")
    assert "Уважаемый Андрей Ильич!" in first_page(folder / "0003_5-1187-26_Дорохов_А_И.pdf")
    assert len(list(folder.iterdir())) == 5


def test_the_manifest_names_the_row_without_a_pdf_and_an_older_one_is_gone(made, crashing_at):
    made(rows=1)
    crashing_at()
    entries, _, folder = made(rows=1)
    (row,) = manifest(folder)
    assert entries[0].status == row["status"] == "failed"
    assert row["message"].startswith(f"Письмо записано, но PDF не сделан. {REASON}.")
    assert row["file"] == "0002_5-1187-26_Ковальчук_М_П.docx"
    assert sorted(path.suffix for path in folder.iterdir()) == [".csv", ".docx"]


def test_without_libreoffice_all_letters_are_there_and_every_row_says_why(made, monkeypatch):
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    entries, _, folder = made(rows=2)
    assert [entry.status for entry in entries] == ["failed", "failed"]
    assert all("На этом компьютере нет LibreOffice" in entry.message for entry in entries)
    assert len(list(folder.glob("*.docx"))) == 2
    assert not list(folder.glob("*.pdf"))
