import pytest

from answer_builder.batch.readers import read_table
from answer_builder.errors import CannotRun


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("письма.xlsx", b"PK\x03\x04", "пока только CSV"),
        ("письма.xls", b"\xd0\xcf\x11\xe0", "пока только CSV"),
        ("письма.docx", b"PK\x03\x04", "пока только CSV"),
        # книга Excel, переименованная в .csv
        ("письма.csv", b"PK\x03\x04\x14\0", "пока только CSV"),
        ("письма.csv", b"", "файл пуст"),
        ("письма.csv", "ФИО;Срок\r\n".encode(), "строк с данными нет"),
        ("письма.csv", "ФИО;Срок\r\n;\r\n\r\n".encode(), "строк с данными нет"),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(CannotRun, match=words):
        read_table(path)


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    with pytest.raises(CannotRun, match="такого файла нет"):
        read_table(tmp_path / "нет.csv")
    with pytest.raises(CannotRun, match="это папка"):
        read_table(tmp_path)


def test_the_suffix_may_be_in_capitals(write_csv):
    path = write_csv([["ФИО"], ["Ким"]], name="ПИСЬМА.CSV")
    assert read_table(path).headings == ("ФИО",)
