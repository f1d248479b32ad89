"""The real LibreOffice behind its one door: many files, bad files, no network, limits; faults come from a wrapper."""

import io
import os
import re
import shutil
import socket
import subprocess
import threading
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from answer_builder.errors import CannotRun
from answer_builder.letter import libreoffice
from answer_builder.letter.libreoffice import convert

NS = "http://schemas.openxmlformats.org"
TYPES = f"{NS}/officeDocument/2006/relationships"
CONTENT_TYPES = (
    f'<Types xmlns="{NS}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
MAIN = f'<Relationship Id="r1" Type="{TYPES}/officeDocument" Target="word/document.xml"/>'


def document(body: str, relations: str = "") -> bytes:
    """A small .docx written by hand."""
    spaces = (
        f'xmlns:w="{NS}/wordprocessingml/2006/main" xmlns:r="{TYPES}" xmlns:a="{NS}/drawingml/2006/main" '
        f'xmlns:wp="{NS}/drawingml/2006/wordprocessingDrawing" xmlns:pic="{NS}/drawingml/2006/picture" '
        'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    )
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": f'<Relationships xmlns="{NS}/package/2006/relationships">{MAIN}</Relationships>',
        "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{NS}/package/2006/relationships">{relations}</Relationships>'
        ),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return packed.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as opened:
        return "\n".join(page.get_textpage().get_text_bounded().strip() for page in opened)


def linked_picture(number: int) -> str:
    return (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="a"/><a:graphic>'
        f'<a:graphicData uri="{NS}/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="a"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="bait{number}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )


def field(code: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    begin, separate, end = map(mark, ("begin", "separate", "end"))
    return f"<w:p>{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{separate}<w:r><w:t>x</w:t></w:r>{end}</w:p>"


def bait(address: str) -> bytes:
    """A file that names things on another machine in every way we know of."""
    kinds = ("image", "image", "oleObject", "subDocument", "aFChunk", "attachedTemplate", "hyperlink")
    relations = "".join(
        f'<Relationship Id="bait{number}" Type="{TYPES}/{kind}" Target="{address}/{kind}{number}.png" '
        'TargetMode="External"/>'
        for number, kind in enumerate(kinds)
    )
    return document(
        paragraph("Письмо")
        + linked_picture(0)
        + '<w:p><w:r><w:pict><v:shape style="width:50pt;height:50pt"><v:imagedata r:id="bait1"/></v:shape></w:pict>'
        "</w:r></w:p>"
        + '<w:p><w:r><w:object><v:shape id="o1" style="width:50pt;height:50pt"/><o:OLEObject Type="Link" '
        'ProgID="Word.Document.12" ShapeID="o1" DrawAspect="Content" r:id="bait2" UpdateMode="Always"/></w:object>'
        "</w:r></w:p>"
        + '<w:subDoc r:id="bait3"/><w:altChunk r:id="bait4"/>'
        + field(f"INCLUDEPICTURE &quot;{address}/picture.png&quot; \\d")
        + field(f"INCLUDETEXT &quot;{address}/text.docx&quot;")
        + field(f"LINK Word.Document.12 &quot;{address}/link.docx&quot; &quot;&quot; \\a \\r"),
        relations,
    )


@pytest.fixture
def listener():
    """(address, the first words of each request that came there)."""
    heard = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def listen():
            while True:
                try:
                    client, _ = server.accept()
                except OSError:
                    return
                with client:
                    client.settimeout(5)
                    heard.append(client.recv(200))
                    client.sendall(b"HTTP/1.0 404 Not Found\r\nContent-Length: 0\r\n\r\n")

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}", heard
        server.shutdown(socket.SHUT_RDWR)
    thread.join(timeout=5)


@pytest.fixture
def wrapped(tmp_path, monkeypatch):
    """Puts a shell script in front of the real LibreOffice; `"$real" "$@"` in it goes on to the real one."""
    real = shutil.which("soffice")

    def wrap(script: str) -> Path:
        folder = tmp_path / "bin"
        folder.mkdir(exist_ok=True)
        program = folder / "soffice"
        program.write_text(f"#!/bin/sh\nreal={real}\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
        return tmp_path

    return wrap


def problems(conversions) -> list[str]:
    return [conversion.problem for conversion in conversions]


def test_many_files_come_back_in_their_order():
    pdfs = convert([document(paragraph(f"Письмо {number}")) for number in range(12)])
    assert [text_of(pdf.content) for pdf in pdfs] == [f"Письмо {number}" for number in range(12)]


def test_nothing_to_convert_starts_nothing(wrapped):
    folder = wrapped('touch "$(dirname "$0")/../started"')
    assert convert([]) == ()
    assert not (folder / "started").exists()


def test_more_files_than_one_call_takes(wrapped, monkeypatch):
    monkeypatch.setattr(libreoffice, "_IN_ONE_CALL", 3)
    folder = wrapped('echo x >> "$(dirname "$0")/../calls"; exec "$real" "$@"')
    pdfs = convert([document(paragraph(f"Письмо {number}")) for number in range(7)])
    assert [text_of(pdf.content) for pdf in pdfs] == [f"Письмо {number}" for number in range(7)]
    assert (folder / "calls").read_text() == "x\n" * 3


def test_a_file_that_is_no_document_costs_the_others_nothing():
    good = document(paragraph("Письмо"))
    found = convert([good, b"rubbish", b"<html><body>page</body></html>", good])
    refused = "LibreOffice не смог прочитать этот файл"
    assert problems(found) == ["", refused, refused, ""]
    assert text_of(found[3].content) == "Письмо"


def test_another_suffix_and_its_filter():
    (text,) = convert([document(paragraph("Письмо"))], "txt", filter_options="Text (encoded):UTF8")
    assert text.content.decode("utf-8-sig").strip() == "Письмо"


def test_without_libreoffice_a_sentence_says_what_to_do(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CannotRun, match=r"нет LibreOffice.*пакет libreoffice-writer"):
        convert([document(paragraph("Письмо"))])
    libreoffice.version.cache_clear()
    assert libreoffice.version() == ()
    libreoffice.version.cache_clear()


def test_version_is_that_of_the_program():
    said = subprocess.run(["soffice", "--version"], check=True, capture_output=True, text=True).stdout
    assert ".".join(map(str, libreoffice.version())) in said
    assert libreoffice.version()


# ссылки наружу


def test_nothing_a_file_names_elsewhere_is_fetched(listener):
    address, heard = listener
    (found,) = convert([bait(address)])
    assert "Письмо" in text_of(found.content)
    assert heard == []


def test_the_bait_is_a_real_one(listener, tmp_path):
    """LibreOffice without our profile does ask: the test above would see it."""
    address, heard = listener
    (tmp_path / "bait.docx").write_bytes(bait(address))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "bait.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert heard


# неполадки


BY_FILE = """
for last; do :; done
for file in "$@"; do if grep -qs {mark} "$file"; then found=yes; fi; done
if [ "$found" ]; then {fault}; fi
exec "$real" "$@"
"""


def marked(mark: str) -> bytes:
    return document(paragraph("Письмо")) + mark.encode()  # after the end of the archive: no program minds


def test_a_file_that_makes_libreoffice_crash_is_named_alone(wrapped):
    wrapped(BY_FILE.format(mark="CRASHES", fault="kill -SEGV $$"))
    good = document(paragraph("Письмо"))
    found = convert([good, good, marked("CRASHES"), good])
    assert problems(found)[2] == "LibreOffice не справился с этим файлом и закрылся"
    assert [bool(conversion.content) for conversion in found] == [True, True, False, True]


def test_a_file_that_makes_libreoffice_hang_is_named_alone_and_nothing_stays_running(wrapped):
    folder = wrapped(BY_FILE.format(mark="HANGS", fault='echo $$ >> "$(dirname "$0")/../pids"; sleep 600'))
    good = document(paragraph("Письмо"))
    found = convert([marked("HANGS"), good], patience=8)
    assert problems(found) == ["LibreOffice не справился с этим файлом за отведённое время", ""]
    pids = (folder / "pids").read_text().split()
    assert pids
    assert not [pid for pid in pids if Path(f"/proc/{pid}").exists()]


def test_files_made_before_a_crash_are_kept(wrapped):
    """The real program converts all, then the wrapper says that it crashed: only the last may be a half."""
    folder = wrapped('echo "$@" | grep -o "[0-9]*\\.docx" | wc -l >> "$(dirname "$0")/../calls"\n"$real" "$@"; exit 1')
    good = document(paragraph("Письмо"))
    found = convert([good] * 4)
    assert [bool(conversion.content) for conversion in found] == [True, True, True, False]
    assert (folder / "calls").read_text().split() == ["4", "1"]


def test_a_libreoffice_that_never_works_is_given_up(wrapped):
    folder = wrapped('echo x >> "$(dirname "$0")/../calls"; exit 77')
    found = convert([document(paragraph("Письмо"))] * 50)
    assert problems(found)[-1].startswith("LibreOffice на этом компьютере не работает")
    assert not any(conversion.content for conversion in found)
    assert len((folder / "calls").read_text().split()) < 10


def test_memory_is_limited(wrapped):
    folder = wrapped('ulimit -v > "$(dirname "$0")/../limit"; exec "$real" "$@"')
    (found,) = convert([document(paragraph("Письмо"))])
    assert found.content
    assert 500_000 < int((folder / "limit").read_text()) <= 4_000_000


def test_a_document_that_swells_beyond_the_memory_is_a_sentence(monkeypatch):
    monkeypatch.setattr(libreoffice, "_MEMORY", 300_000)
    (found,) = convert([document(paragraph("Письмо"))])
    assert found.problem == "LibreOffice не справился с этим файлом и закрылся"


def test_nothing_is_left_in_the_temporary_folder(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    convert([document(paragraph("Письмо"))])
    assert list(tmp_path.iterdir()) == []


def test_the_profile_of_the_person_is_not_touched(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    convert([document(paragraph("Письмо"))])
    assert not [path for path in tmp_path.rglob("*") if re.search("libreoffice", str(path.relative_to(tmp_path)))]
