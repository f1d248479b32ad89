"""A Word file from anywhere is looked at before it is trusted; every refusal is a Russian sentence."""

import io
import struct
import zipfile

import pytest

from answer_builder.errors import CannotRun
from answer_builder.office_package import LARGEST_FILE, LARGEST_XML, MOST_PARTS, OfficePackage, parse_xml

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def zipped(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def relations(target: str, *, kind: str = MAIN, mode: str = "") -> str:
    external = f' TargetMode="{mode}"' if mode else ""
    return (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{kind}" Target="{target}"{external}/>'
        "</Relationships>"
    )


def twice_the_same_name() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", "<a/>")
        archive.writestr("word/document.xml", "<b/>")
    return stream.getvalue()


def encrypted_member() -> bytes:
    content = bytearray(zipped({"word/document.xml": "<a/>"}))
    content[6] |= 1  # flags of the member's header and of its directory entry
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def with_lying_size(real: bytes) -> bytes:
    """An archive whose directory says that the part is ten bytes long."""
    content = bytearray(zipped({"word/document.xml": real}))
    entry = content.index(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = struct.pack("<I", 10)
    return bytes(content)


OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"%PDF-1.4", "не документ Word", id="not a zip"),
        pytest.param(b"", "не документ Word", id="empty"),
        pytest.param(zipped({"word/document.xml": "<a/>"})[:-30], "повреждён", id="cut off"),
        pytest.param(OLD_WORD, r"старый документ Word \(\.doc\)", id="doc"),
        pytest.param(OLD_WORD + "EncryptedPackage".encode("utf-16-le"), "закрыт паролем", id="password"),
        pytest.param(encrypted_member(), "закрыт паролем", id="encrypted zip"),
        pytest.param(zipped({"../evil.xml": "<a/>"}), "за его пределы", id="name with dots"),
        pytest.param(zipped({"/etc/evil.xml": "<a/>"}), "за его пределы", id="absolute name"),
        pytest.param(zipped({"word/a.xml": b" " * 9_000_000}), "сжата более чем в 100 раз", id="swollen part"),
        pytest.param(zipped({f"{n}.xml": "" for n in range(MOST_PARTS + 1)}), "больше 2000 частей", id="many parts"),
        pytest.param(b"PK" + b"\0" * LARGEST_FILE, "больше 50 МБ", id="big file"),
    ],
)
def test_a_dangerous_or_broken_file_is_refused_with_its_name_and_the_reason(content: bytes, words: str) -> None:
    with pytest.raises(CannotRun, match=f"^Файл «письмо.docx».*{words}"):
        OfficePackage(content, "Файл «письмо.docx»")


def test_two_parts_under_one_name_are_refused() -> None:
    with pytest.raises(CannotRun, match="две части под одним именем"):
        OfficePackage(twice_the_same_name())


def test_a_part_longer_than_its_directory_says_is_not_unpacked_whole() -> None:
    package = OfficePackage(with_lying_size(b" " * (LARGEST_XML + 1)))
    with pytest.raises(CannotRun, match="часть больше 10 МБ"):
        package.read("word/document.xml")


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "DOCTYPE"),
        (b'<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>', "DOCTYPE"),
        (b"<a>", "повреждён"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "повреждён"),
    ],
)
def test_xml_with_a_document_type_or_broken_is_refused(xml: bytes, words: str) -> None:
    with pytest.raises(CannotRun, match=words):
        parse_xml(xml)


def test_damaged_contents_of_a_part_are_refused_when_read() -> None:
    content = bytearray(zipped({"word/document.xml": "<a/>"}, zipfile.ZIP_STORED))
    content[content.index(b"<a/>") + 1] = ord("b")
    with pytest.raises(CannotRun, match=r"не распаковывается часть word/document\.xml"):
        OfficePackage(bytes(content)).read("word/document.xml")


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_the_text_is_found_where_the_package_says_it_is(method: int) -> None:
    package = OfficePackage(
        zipped({"_rels/.rels": relations("/word/letter.xml"), "word/letter.xml": "<a>да</a>"}, method)
    )
    assert package.main == "word/letter.xml"
    assert package.xml(package.main).text == "да"
    assert OfficePackage(zipped({"word/document.xml": "<a/>"})).main == "word/document.xml"


def test_relations_lead_to_parts_of_the_file_only() -> None:
    parts = {"word/document.xml": "<a/>", "word/_rels/document.xml.rels": relations("../header1.xml")}
    assert OfficePackage(zipped(parts)).related("word/document.xml") == {"r1": "header1.xml"}
    parts["word/_rels/document.xml.rels"] = relations("http://127.0.0.1/a.png", mode="External")
    assert OfficePackage(zipped(parts)).related("word/document.xml") == {}
    assert OfficePackage(zipped(parts)).read("word/nothing.xml") == b""
