import csv
import io

import pytest

from answer_builder.batch.manifest import Entry, manifest_bytes


def read(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_manifest_opens_in_russian_excel():
    content = manifest_bytes([Entry(2, "5-1/26", "ok", "0002_5-1-26.docx", "ab", 1, 0, 2, "коротко; ясно")])
    assert (
        content
        == (
            "\ufeffrow;key;status;file;sha256;pages;errors;warnings;message\r\n"
            '2;5-1/26;ok;0002_5-1-26.docx;ab;1;0;2;"коротко; ясно"\r\n'
        ).encode()
    )


def test_what_is_not_known_is_empty():
    (row,) = read(manifest_bytes([Entry(3, "", "refused", message="нет срока")]))
    assert (row["file"], row["pages"], row["errors"]) == ("", "", "")


@pytest.mark.parametrize("text", ["=1+1", "+7", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_a_formula_is_made_harmless(text):
    (row,) = read(manifest_bytes([Entry(2, text, "refused", message=text)]))
    assert row["key"] == row["message"] == f"'{text}"


def test_a_quotation_stays_one_cell():
    (row,) = read(manifest_bytes([Entry(2, "1", "refused", message='столбец D «Срок»: "вчера";\nпусто')]))
    assert row["message"] == 'столбец D «Срок»: "вчера";\nпусто'
