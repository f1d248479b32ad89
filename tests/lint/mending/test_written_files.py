"""A .docx that was mended is as sound as before: Microsoft's validator and LibreOffice both say so."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from answer_builder.letter.example_case import example_case
from answer_builder.lint import read_text
from answer_builder.lint.mending import mend_file
from answer_builder.one_letter import make_letter

NO_BREAK = "\N{NO-BREAK SPACE}"
BAD, GOOD = 'Дом  №5 "Маяк" - новый .', "Дом № 5 «Маяк» – новый."
RUN = f'<w:r><w:t xml:space="preserve">{BAD.replace(chr(34), "&quot;")} </w:t></w:r>'
SHAPE = '<v:shape style="width:200pt;height:80pt" xmlns:v="urn:schemas-microsoft-com:vml">{}</v:shape>'
KINDS = {
    "words": RUN,
    "bold_words": '<w:r><w:t xml:space="preserve">Дом </w:t></w:r><w:r><w:rPr><w:b/></w:rPr>'
    '<w:t xml:space="preserve"> №5 "Ма</w:t></w:r><w:r><w:t>як" - новый .</w:t></w:r>',
    "link": f'<w:hyperlink w:anchor="дом">{RUN}</w:hyperlink>',
    "insertion": f'<w:ins w:id="1" w:author="А" w:date="2026-11-02T00:00:00Z">{RUN}</w:ins>{RUN}',
    "deletion": '<w:del w:id="2" w:author="А" w:date="2026-11-02T00:00:00Z"><w:r>'
    f'<w:delText xml:space="preserve">Дом  №5 </w:delText></w:r></w:del>{RUN}',
    "control": f"<w:sdt><w:sdtContent>{RUN}</w:sdtContent></w:sdt>",
    "box": f"<w:r><w:pict>{SHAPE.format(f'<v:textbox><w:txbxContent><w:p>{RUN}</w:p></w:txbxContent></v:textbox>')}"
    "</w:pict></w:r>",
    "field": f'<w:fldSimple w:instr="REF дом">{RUN}</w:fldSimple>{RUN}',
    "bookmark": f'<w:bookmarkStart w:id="7" w:name="дом"/>{RUN}<w:bookmarkEnd w:id="7"/>',
}


def mended(kind: str) -> bytes:
    """A letter of ours with a comment and one paragraph more, mended."""
    word = Document(BytesIO(make_letter(example_case("solved"), today=date(2026, 11, 22)).docx))
    paragraph = parse_xml(f"<w:p {nsdecls('w')}>{KINDS[kind]}</w:p>")
    word.element.body.insert_element_before(paragraph, "w:sectPr")
    word.add_comment(word.paragraphs[-1].runs or word.paragraphs[0].runs, text="Дом  №5 .", author="А", initials="А")
    stream = BytesIO()
    word.save(stream)
    done = mend_file(stream.getvalue(), ".docx")
    assert done.done.fixes, kind
    return done.content


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> list[Path]:
    folder = tmp_path_factory.mktemp("mended")
    made = [folder / f"{kind}.docx" for kind in KINDS]
    for file in made:
        file.write_bytes(mended(file.stem))
    return made


def test_every_mended_file_passes_the_validator_of_microsoft(files, open_xml_errors):
    report = open_xml_errors(files)
    assert set(report) == {file.name for file in files}
    assert not any(report.values()), report


def test_every_mended_file_opens_in_libreoffice_with_its_words_mended(files, soffice, pdf_lines):
    for file, pdf in zip(files, soffice(files), strict=True):
        printed = "".join("".join(line.text for line in pdf_lines(pdf)).split())
        assert "".join(GOOD.split()) in printed, file.name
        assert GOOD in read_text(file).replace(NO_BREAK, " ")
