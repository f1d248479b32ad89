"""A copy of the letterhead with the remarks as Word comments at their places."""

import io
import zipfile
from collections.abc import Iterable

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from answer_builder.errors import CannotRun
from answer_builder.letter.letterhead_check.remark import Remark
from answer_builder.model import Level
from answer_builder.office_package import packed

AUTHOR, INITIALS = "Проверка бланка", "ПБ"
_MOST = 200  # comments: Word's margin holds no more
_LEVELS: dict[Level, str] = {"error": "Ошибка", "warning": "Замечание", "info": "Совет"}
_MAIN = "word/document.xml"


def commented_copy(template: bytes, remarks: Iterable[Remark]) -> bytes:
    """The .docx; CannotRun when the file carries a danger that the copy would carry on.

    A comment in a header makes LibreOffice refuse the whole file, so those stand at the first paragraph of the text.
    """
    told = tuple(remarks)
    if any(remark.is_danger for remark in told):
        raise CannotRun("копия с примечаниями не записана: сначала уберите из бланка опасное, см. отчёт")
    document = Document(io.BytesIO(template))
    paragraphs = list(document.element.body.iter(qn("w:p")))
    if not paragraphs:
        paragraphs = [document.add_paragraph()._p]
    for remark in told[:_MOST]:
        is_here = remark.place.part == _MAIN and 0 <= remark.place.paragraph < len(paragraphs)
        paragraph = Paragraph(paragraphs[remark.place.paragraph if is_here else 0], document._body)
        where = f" ({remark.place})" if remark.place.title and not is_here else ""
        text = f"{_LEVELS[remark.level]}{where}: {remark.message}.\n{remark.remedy}."
        comment = document.add_comment(_runs(paragraph), text, AUTHOR, INITIALS)
        for name in list(comment._comment_elm.attrib):
            if name == qn("w:date"):  # the same file gives the same copy, whatever the clock says
                del comment._comment_elm.attrib[name]
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as archive:
        return packed({name: archive.read(name) for name in archive.namelist()})


def _runs(paragraph: Paragraph) -> list[Run]:
    """The first and the last run of a paragraph; an empty one is made where there is none."""
    runs = paragraph.runs or [paragraph.add_run()]
    return [runs[0], runs[-1]]
