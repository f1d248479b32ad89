"""Three letterheads, each made in another way: by LibreOffice, by python-docx, and by hand."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

MADE = Path(__file__).parent / "made"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def made_by_python_docx() -> bytes:
    """A corner letterhead: the body on the left of a table, the addressee on the right, «Normal» for everything."""
    word = Document()
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    normal.element.rPr.rFonts.set(qn("w:cs"), "Times New Roman")
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(0), 1.0
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(10)
    section.top_margin = section.bottom_margin = Mm(20)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    header = section.header.paragraphs[0]
    header.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    header._p.append(number)
    left, right = word.add_table(1, 2).rows[0].cells
    left.paragraphs[0].add_run("{{ authority_name }}").bold = True
    for line in (
        "{{ authority_address }}",
        "тел. {{ authority_phone }}",
        "{{ authority_email }}",
        "{{ authority_site }}",
    ):
        left.add_paragraph().add_run(line).font.size = Pt(10)
    left.add_paragraph("{{ letter_date }} № ____________")
    left.add_paragraph("На № {{ reference_number }} от {{ reference_date }}")
    right.paragraphs[0].text = "{{ restriction }}"
    right.add_paragraph("{{ addressee }}")
    word.add_paragraph("{{ heading }}").paragraph_format.space_before = Pt(14)
    greeting = word.add_paragraph("{{ greeting }}")
    greeting.alignment, greeting.paragraph_format.space_before = WD_ALIGN_PARAGRAPH.CENTER, Pt(14)
    for line in ("{{ text }}", "{{ closing }}"):
        paragraph = word.add_paragraph(line)
        paragraph.alignment, paragraph.paragraph_format.first_line_indent = WD_ALIGN_PARAGRAPH.JUSTIFY, Mm(12.5)
    word.add_paragraph()
    word.add_paragraph("{{ attachments }}")
    word.add_paragraph()
    signature = word.add_paragraph("{{ signatory_position }}\t{{ signatory_name }}")
    signature.paragraph_format.tab_stops.add_tab_stop(Mm(125))
    word.add_paragraph("{{ executor_mark }}")
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def written_by_hand() -> bytes:
    """The least a Word file may be: no styles, no settings, no properties."""
    number = '<w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    centred = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{number}</w:p>'
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{WML}.document.main+xml"/>'
            f'<Override PartName="/word/header1.xml" ContentType="{WML}.header+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{OFFICE}/header" Target="header1.xml"/></Relationships>',
            "word/header1.xml": f'<w:hdr xmlns:w="{WORD}">{centred}</w:hdr>',
            "word/document.xml": (MADE / "minimal_document.xml").read_text(encoding="utf-8"),
        }
    )


def zipped(parts: Mapping[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.fixture(scope="session")
def made_by_libreoffice(tmp_path_factory) -> bytes:
    """A longitudinal letterhead with the name of the body printed on it, saved by LibreOffice as .docx."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing: make system installs it"
    folder = tmp_path_factory.mktemp("fodt")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder]
    subprocess.run([*command, MADE / "libreoffice.fodt"], check=True, capture_output=True, timeout=120)
    return (folder / "libreoffice.docx").read_bytes()


@pytest.fixture(scope="session")
def own_letterheads(made_by_libreoffice) -> Mapping[str, bytes]:
    """All three by how they were made."""
    return {"libreoffice": made_by_libreoffice, "python-docx": made_by_python_docx(), "by-hand": written_by_hand()}
