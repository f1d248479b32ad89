"""The text of a .docx through one walker, of .txt in either encoding, and refusals in Russian."""

import io
import zipfile
from pathlib import Path

import pytest

from answer_builder.errors import CannotRun
from answer_builder.lint import read_text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def zipped(name: str, content: str | bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def docx(body: str, namespace: str = W, prologue: str = "") -> bytes:
    root = f'<w:document xmlns:w="{namespace}" xmlns:mc="{MC}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    return zipped("word/document.xml", f'<?xml version="1.0" encoding="UTF-8"?>{prologue}{root}')


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(paragraph("Один") + paragraph("Два"), "Один\nДва", id="paragraphs"),
        pytest.param(
            f"<w:tbl><w:tr><w:tc>{paragraph('Слева')}</w:tc><w:tc>{paragraph('Справа')}</w:tc></w:tr></w:tbl>",
            "Слева\nСправа",
            id="table",
        ),
        pytest.param(
            "<w:p><w:hyperlink><w:r><w:t>ссылка</w:t></w:r></w:hyperlink><w:r><w:t> тут</w:t></w:r></w:p>",
            "ссылка тут",
            id="hyperlink",
        ),
        pytest.param(
            f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('Поле')}</w:sdtContent></w:sdt>", "Поле", id="control"
        ),
        pytest.param(
            "<w:p><w:ins><w:r><w:t>новое</w:t></w:r></w:ins><w:del><w:r><w:delText>старое</w:delText></w:r></w:del>"
            "<w:moveFrom><w:r><w:t>ушло</w:t></w:r></w:moveFrom>"
            "<w:moveTo><w:r><w:t> пришло</w:t></w:r></w:moveTo></w:p>",
            "новое пришло",
            id="tracked changes",
        ),
        pytest.param(
            "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>",
            "7",
            id="field",
        ),
        pytest.param(
            "<w:p><w:r><w:t>До</w:t><mc:AlternateContent><mc:Choice><w:txbxContent>"
            + paragraph("В рамке")
            + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
            + paragraph("В рамке")
            + "</w:txbxContent></mc:Fallback></mc:AlternateContent><w:t> после</w:t></w:r></w:p>",
            "До после\nВ рамке",
            id="text box once",
        ),
        pytest.param(paragraph("Сидорова А.И.", "<w:framePr/>") + paragraph("Текст"), "Текст", id="executor mark"),
        pytest.param(
            "<w:p><w:r><w:t>а</w:t><w:tab/><w:t>б</w:t><w:br/><w:t>в</w:t></w:r></w:p>", "а\tб\nв", id="tab and break"
        ),
        pytest.param(
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>скрыто</w:t></w:r><w:r><w:t>видно</w:t></w:r></w:p>",
            "видно",
            id="hidden",
        ),
        pytest.param("<!-- note --><w:p/>", "", id="comment and empty paragraph"),
    ],
)
def test_docx_text_in_document_order(body: str, text: str) -> None:
    assert read_text(docx(body), ".docx") == text


def test_strict_open_xml_is_read() -> None:
    assert read_text(docx(paragraph("Текст"), "http://purl.oclc.org/ooxml/wordprocessingml/main"), ".docx") == "Текст"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"%PDF-1.4 nothing", "не документ Word", id="not a zip"),
        pytest.param(zipped("xl/workbook.xml", "<x/>"), "нет части word/document.xml", id="another zip"),
        pytest.param(docx(paragraph("Текст"))[:-40], "повреждён", id="cut off"),
        pytest.param(zipped("word/document.xml", "<w:document"), "повреждён", id="broken xml"),
        pytest.param(zipped("word/document.xml", "<a/>"), "нет текста", id="no body"),
        pytest.param(
            docx(paragraph("&amp;"), prologue='<!DOCTYPE w [<!ENTITY a "b">]>'), "DOCTYPE", id="document type"
        ),
        pytest.param(b"", "пуст", id="empty"),
    ],
)
def test_broken_docx_is_refused_in_russian(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "письмо.docx"
    path.write_bytes(content)
    with pytest.raises(CannotRun, match=words) as refused:
        read_text(path)
    assert "письмо.docx" in str(refused.value)


def test_huge_body_is_refused() -> None:
    with pytest.raises(CannotRun, match="слишком велик"):
        read_text(zipped("word/document.xml", b" " * 60_000_001), ".docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_text_in_any_usual_encoding(encoding: str) -> None:
    assert read_text("Ответ готов.\r\nЖдём № 5".encode(encoding), ".txt") == "Ответ готов.\nЖдём № 5"


@pytest.mark.parametrize(
    ("content", "suffix", "words"),
    [
        (b"\x00\x01\x02", ".txt", "двоичный файл"),
        (b"\x01\x02", ".txt", "не похож на текст"),
        ("Ответ готов".encode()[:-1], ".txt", "UTF-8 повреждён"),
        (b"text", ".odt", "подходят файлы"),
        (b"", ".md", "пуст"),
    ],
)
def test_unreadable_text_is_refused(content: bytes, suffix: str, words: str) -> None:
    with pytest.raises(CannotRun, match=words):
        read_text(content, suffix)


def test_missing_file_and_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(CannotRun, match="нет"):
        read_text(tmp_path / "a.docx")
    with pytest.raises(CannotRun, match="папка"):
        read_text(tmp_path)
