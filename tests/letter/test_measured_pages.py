"""Pages counted by the real LibreOffice; a letter fetches nothing while it is measured."""

import io
import socket
import threading
import zipfile
import zlib
from collections.abc import Iterator

import pypdfium2
import pytest

from answer_builder.letter.libreoffice import convert
from answer_builder.letter.measured_pages import count_pages, measure
from benchmarks.foreign_letters.word_xml import NAMESPACES, packed, paragraph, section, settings

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
PAGE = section((1134, 851, 1134, 1701))
MORE_NAMES = (
    f'xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:a="{DRAWING}/main" xmlns:pic="{DRAWING}/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def letter(lines: int) -> bytes:
    return packed("".join(paragraph("Строка письма.") for _ in range(lines)) + PAGE, settings=settings(14))


def test_every_letter_gets_its_own_count() -> None:
    assert measure([letter(1), letter(200), letter(100)]) == [1, 4, 2]


def test_a_letter_that_cannot_be_opened_gets_a_sentence_and_spoils_no_other() -> None:
    first, broken, last = measure([letter(1), b"not a letter", letter(100)])
    assert (first, last) == (1, 2)
    assert isinstance(broken, str)
    assert "LibreOffice" in broken


def test_pages_are_counted_as_a_pdf_library_counts_them() -> None:
    [made] = convert([letter(300)])
    assert count_pages(made.content) == len(pypdfium2.PdfDocument(made.content)) == 6


def test_pages_packed_into_streams_are_counted_too() -> None:
    objects = zlib.compress(
        b"<</Type/Pages/Kids[2 0 R 3 0 R]>> <</Type/Page/Parent 1 0 R>> <</Type /Page /Parent 1 0 R>>"
    )
    assert count_pages(b"%PDF-1.7\n1 0 obj<<>>stream\r\n" + objects + b"\nendstream endobj") == 2


@pytest.fixture
def listener() -> Iterator[tuple[str, list[bytes]]]:
    """An address on this machine and what was asked of it."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    connection.settimeout(2)
                    asked.append(connection.recv(200))
                    connection.sendall(b"HTTP/1.0 404 Not Found\r\n\r\n")

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        host, port = server.getsockname()
        yield f"http://{host}:{port}", asked
        server.shutdown(socket.SHUT_RDWR)
    thread.join(timeout=5)


def field(code: str) -> str:
    pieces = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>текст</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return f"<w:p>{''.join(f'<w:r>{piece}</w:r>' for piece in pieces)}</w:p>"


LINKED_PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="a"/><a:graphic>'
    f'<a:graphicData uri="{DRAWING}/picture"><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="1" name="a"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:link="picture"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
LINKED_OBJECT = (
    '<w:p><w:r><w:object><v:shape id="s1" style="width:100pt;height:50pt"><v:imagedata r:id="view"/></v:shape>'
    '<o:OLEObject Type="Link" ProgID="Word.Document.12" ShapeID="s1" DrawAspect="Content" ObjectID="_1" r:id="object" '
    'UpdateMode="Always"/></w:object></w:r></w:p>'
)


def hostile(address: str) -> bytes:
    """A letter with a linked picture, an attached template, a linked object, fields and parts that fetch."""
    body = LINKED_PICTURE + LINKED_OBJECT + field(f'INCLUDETEXT "{address}/text.docx"')
    body += field(f'INCLUDEPICTURE "{address}/field.png" \\d') + field(f'LINK Word.Document.12 "{address}/link.docx"')
    body += '<w:altChunk r:id="chunk"/>' + paragraph("Письмо.") + PAGE
    content = packed(body, settings='<w:attachedTemplate r:id="template"/>' + settings(14))
    links = {"picture": "image", "object": "oleObject", "view": "image", "chunk": "aFChunk"}
    outward = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{address}/{name}" TargetMode="External"/>'
        for name, kind in links.items()
    )
    template = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="template" Type="{OFFICE}/attachedTemplate" Target="{address}/template.dotx" '
        'TargetMode="External"/></Relationships>'
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            part = source.read(name).decode()
            if name == "word/_rels/document.xml.rels":
                part = part.replace("</Relationships>", f"{outward}</Relationships>")
            target.writestr(name, part.replace(NAMESPACES, f"{NAMESPACES} {MORE_NAMES}"))
        target.writestr("word/_rels/settings.xml.rels", template)
    return stream.getvalue()


def test_nothing_is_fetched_while_a_letter_is_measured(
    listener: tuple[str, list[bytes]], soffice, tmp_path, page_count
) -> None:
    address, asked = listener
    (tmp_path / "hostile.docx").write_bytes(hostile(address))
    [pdf] = soffice([tmp_path / "hostile.docx"])
    assert page_count(pdf) == 1
    assert asked, "an unguarded LibreOffice fetches the picture: the trap works"
    asked.clear()
    assert measure([hostile(address)]) == [1]
    assert asked == []
