"""Files that are mended: the encoding, the line ends, the formatting and every part we have no business with stay."""

import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from answer_builder.errors import CannotRun
from answer_builder.lint import read_text
from answer_builder.lint.mending import mend_file
from answer_builder.lint.mending.docx_bytes import DocxBytes

BAD = "Ремонт  завершён ,\r\nдом №5 - новый.\n\r\nЖдите...\r"
GOOD = "Ремонт завершён,\r\nдом №\N{NO-BREAK SPACE}5 – новый.\n\r\nЖдите…\r"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_a_text_keeps_its_encoding_its_mark_and_its_line_ends(encoding):
    assert mend_file(BAD.encode(encoding), ".txt").content == GOOD.encode(encoding)


def test_big_endian_text_stays_so():
    mark = b"\xfe\xff"
    assert mend_file(mark + BAD.encode("utf-16-be"), ".txt").content == mark + GOOD.encode("utf-16-be")


def test_a_clean_text_comes_back_as_it_was():
    content = "Ремонт завершён.\r\n".encode("cp1251")
    file = mend_file(content, ".txt")
    assert file.content is content
    assert not file.done.fixes


def docx(*bodies: str) -> bytes:
    """A .docx of paragraphs given as the XML inside `w:p`."""
    document = Document()
    for body in bodies:
        document.element.body.insert_element_before(parse_xml(f"<w:p {nsdecls('w', 'r')}>{body}</w:p>"), "w:sectPr")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def why(content: bytes) -> set[str]:
    return {reason for _, reason in mend_file(content, ".docx").done.left}


def test_words_of_a_docx_change_inside_their_runs():
    content = docx(run("Ремонт ", "<w:b/>") + run(" завершён", "<w:i/>") + run(" , дом №5 &amp; двор", "<w:u/>"))
    mended = mend_file(content, ".docx").content
    (paragraph,) = Document(BytesIO(mended)).paragraphs
    runs = [(run.text.replace("\N{NO-BREAK SPACE}", "_"), run.bold, run.italic) for run in paragraph.runs]
    assert runs == [("Ремонт ", True, None), ("завершён", None, True), (", дом №_5 & двор", None, None)]


def test_what_is_new_stands_in_the_first_of_the_runs_it_replaces():
    mended = mend_file(docx(run("Ответ дан -", "<w:b/>") + run("- жалоб нет.")), ".docx").content
    (paragraph,) = Document(BytesIO(mended)).paragraphs
    assert [run.text for run in paragraph.runs] == ["Ответ дан –", " жалоб нет."]


def test_nothing_but_those_words_changes_in_a_docx():
    content = docx(run("Ремонт  завершён.", "<w:b/>"), run("Двор чист."))
    before, after = parts(content), parts(mend_file(content, ".docx").content)
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}
    main = "word/document.xml"
    assert before[main].replace("Ремонт  завершён.".encode(), "Ремонт завершён.".encode()) == after[main]


def test_a_docx_with_nothing_to_mend_comes_back_as_it_was():
    content = docx(run("Двор чист."))
    assert mend_file(content, ".docx").content is content


def test_a_space_at_the_edge_of_a_run_is_told_to_word():
    content = docx("<w:r><w:t>Ремонт завершён,</w:t></w:r><w:r><w:t>акт подписан.</w:t></w:r>")
    mended = mend_file(content, ".docx").content
    assert Document(BytesIO(mended)).paragraphs[0].text == "Ремонт завершён, акт подписан."
    assert '<w:t xml:space="preserve">Ремонт завершён, </w:t>'.encode() in parts(mended)["word/document.xml"]


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
INSERTED = '<w:ins w:id="1" w:author="А" w:date="2026-11-02T00:00:00Z">{}</w:ins>'
DELETED = '<w:del w:id="2" w:author="А" w:date="2026-11-02T00:00:00Z"><w:r><w:delText>все</w:delText></w:r></w:del>'
LINK = '<w:hyperlink w:anchor="a">{}</w:hyperlink>'
BINDING = '<w:dataBinding w:xpath="/a" w:storeItemID="b"/>'
BOUND = f"<w:sdt><w:sdtPr>{BINDING}</w:sdtPr><w:sdtContent>{{}}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        # правки
        (INSERTED.format(run("Ремонт  завершён.")), "правка, которую ещё не приняли"),
        (run("Работы ") + DELETED + run(" завершены."), "текст разделён ссылкой, правкой или рисунком"),
        # поля
        (
            FIELD.format("begin") + "<w:r><w:instrText>REF a</w:instrText></w:r>" + FIELD.format("separate")
            + run("дом №5") + FIELD.format("end"),
            "поле Word",
        ),
        ('<w:fldSimple w:instr="REF a">' + run("дом №5") + "</w:fldSimple>", "поле Word"),
        (BOUND.format(run("дом №5")), "элемент управления"),
        # ссылки
        (run("Ремонт ") + LINK.format(run(" завершён.")), "текст разделён ссылкой, правкой или рисунком"),
        # знаки
        (run("Ремонт ") + "<w:r><w:tab/></w:r>" + run(" завершён ") + "<w:r><w:tab/></w:r>" + run(" ."), None),
    ],
)  # fmt: skip
def test_what_a_docx_holds_in_other_hands_is_left(body, reason):
    content = docx(body)
    if reason:
        assert why(content) == {reason}
    assert mend_file(content, ".docx").content is content


def test_whole_words_inside_a_link_are_mended():
    content = docx(run("Ответ: ") + LINK.format(run("ремонт  завершён.")))
    assert read_text(mend_file(content, ".docx").content, ".docx") == "Ответ: ремонт завершён."


def test_mending_a_docx_twice_changes_nothing_more():
    once = mend_file(docx(run('Агенство "Уют"  - дом №5...')), ".docx").content
    assert read_text(once, ".docx") == "Агентство «Уют» – дом №\N{NO-BREAK SPACE}5…"
    assert mend_file(once, ".docx").content is once


def test_of_a_long_docx_each_place_is_looked_at_a_few_times_only(monkeypatch):
    seen = []
    find = DocxBytes._find_places
    monkeypatch.setattr(DocxBytes, "_find_places", lambda self: (seen.append(place) or place for place in find(self)))
    lines = 60
    once = mend_file(docx(*[run("Дом  №5 стоит .")] * lines), ".docx").content
    assert read_text(once, ".docx").count("Дом №\N{NO-BREAK SPACE}5 стоит.") == lines
    assert len(seen) <= lines * 5  # once at the beginning, once a round


def test_a_broken_docx_is_named():
    with pytest.raises(CannotRun, match=r"^Файл «а\.docx»"):
        mend_file(b"PK rubbish", ".docx", name="Файл «а.docx»")
