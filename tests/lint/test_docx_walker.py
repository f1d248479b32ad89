"""What Word can put into a letter, as the checker reads it: in its place, once, and never what Word does not print."""

import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from answer_builder.lint import read_text
from answer_builder.lint.mending import mend_file

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
BY = 'w:id="9" w:author="А" w:date="2026-11-02T00:00:00Z"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def docx(body: str, styles: str = "", **notes: str) -> bytes:
    """A .docx of python-docx with a body, more styles and the parts «footnotes» and «endnotes»."""
    word = Document()
    holder = parse_xml(f"<w:body {nsdecls('w', 'r')} {MC}>{body}</w:body>")
    for block in list(holder):
        word.element.body.insert_element_before(block, "w:sectPr")
    for style in parse_xml(f"<w:styles {nsdecls('w')}>{styles}</w:styles>"):
        word.styles.element.append(style)
    stream = BytesIO()
    word.save(stream)
    with zipfile.ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for kind, content in notes.items():
        parts[f"word/{kind}.xml"] = f"<w:{kind} {nsdecls('w')}>{content}</w:{kind}>".encode()
        added = f'<Relationship Id="n{kind}" Type="{RELATIONS}{kind}" Target="{kind}.xml"/></Relationships>'
        links = "word/_rels/document.xml.rels"
        parts[links] = parts[links].replace(b"</Relationships>", added.encode())
        override = f'<Override PartName="/word/{kind}.xml" ContentType="{WORD_TYPE}{kind}+xml"/></Types>'
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override.encode())
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return whole.getvalue()


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def cell(*blocks: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def control(inside: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def mark(kind: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def deleted(text: str) -> str:
    return f"<w:del {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


BEGIN, SEPARATE, END = mark("begin"), mark("separate"), mark("end")
VML = '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict></w:r>'
BOX = f"<w:txbxContent>{p(r('в надписи'))}</w:txbxContent>"
TWICE = f"<mc:AlternateContent><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent>"
PLACEHOLDER = "<w:showingPlcHdr/>"
ENDED = f"<w:rPr><w:del {BY}/></w:rPr>"
MOVED = f"<w:rPr><w:moveFrom {BY}/></w:rPr>"
FOOTNOTE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
ENDNOTE = '<w:r><w:endnoteReference w:id="{}"/></w:r>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        # таблицы
        (table(row(cell(p(r("1")), table(row(cell(p(r("2"))))), p(r("3"))), cell(p(r("4"))))), "1\n2\n3\n4"),
        (
            table(
                row(cell(p(r("1")), properties='<w:gridSpan w:val="2"/>')),
                row(cell(p(r("2")), properties='<w:vMerge w:val="restart"/>'), cell(p(r("3")))),
            ),
            "1\n2\n3",
        ),
        (table(row(cell(p(r("1")))), row(cell(p(deleted("2"))), properties=f"<w:del {BY}/>")) + p(r("3")), "1\n3"),
        (table(row(cell(p(r("1")))), row(cell(p(r("2"))), properties="<w:hidden/>")) + p(r("3")), "1\n3"),
        (table(row(cell(p(r("1"))), cell(p(r("2")), properties=f"<w:cellDel {BY}/>"))) + p(r("3")), "1\n3"),
        # ссылки и поля
        (p(f'{r("на ")}<w:hyperlink r:id="rId9">{r("сай")}</w:hyperlink>{r("те")}'), "на сайте"),
        (p(BEGIN + instruction('HYPERLINK "a"') + SEPARATE + r("сайт") + END + r("а")), "сайта"),
        (p(BEGIN + instruction("IF ") + BEGIN + instruction("A") + SEPARATE + r("1") + END + instruction(" = 1")
           + SEPARATE + r("да") + END + r(".")), "да."),
        (p(BEGIN + instruction("IF 1 = 1 ") + r("слова команды") + SEPARATE
           + r("да") + END), "да"),
        (p(BEGIN + instruction("TOC") + SEPARATE + r("а")) + p(r("б")) + p(r("в") + END + r("г")), "а\nб\nвг"),
        (p(BEGIN + instruction("TC") + END + r("без итога")), "без итога"),
        (p(mark("begin", "<w:vanish/>") + instruction("XE") + mark("end", "<w:vanish/>") + r("видно")), "видно"),
        (p(BEGIN + instruction("A") + mark("separate", "<w:vanish/>") + r("итог") + mark("end", "<w:vanish/>")
           + r(" есть")), "итог есть"),
        # элементы управления
        (p(control(r("Куп")) + r("ить")), "Купить"),
        (table(control(row(control(cell(p(r("1")))), cell(control(p(r("2"))))))), "1\n2"),
        (p(r("Дата: ") + control(r("Место для ввода"), PLACEHOLDER)), "Дата: "),
        (control(p(r("Место для ввода")), PLACEHOLDER) + p(r("Ответ")), "Ответ"),
        (p(control(r("Слова"), '<w:showingPlcHdr w:val="0"/>')), "Слова"),
        # надписи
        (p(r("до") + VML.format(BOX) + r("после")), "допосле\nв надписи"),
        (TWICE + p(r("после")), "в надписи\nпосле"),
        (p(f"<w:del {BY}><w:r>{TWICE}</w:r></w:del>{r('текст')}"), "текст"),
        # правки
        (p(r("Начало"), ENDED) + p(r(" и конец")), "Начало и конец"),
        (p(deleted("абзац"), ENDED) + p(r("Следующий")), "Следующий"),
        (p(f"<w:moveFrom {BY}>{r('ушло')}</w:moveFrom>", MOVED) + p(f"<w:moveTo {BY}>{r('пришло')}</w:moveTo>"),
         "пришло"),
        (p(r("а"), ENDED) + p(r("б"), ENDED) + p(r("в")), "абв"),
        (p(r("Конец ячейки"), ENDED) + table(row(cell(p(r("1"))))), "Конец ячейки\n1"),
        (p(r("Текст"), ENDED) + p(r("Исп."), "<w:framePr/>") + p(r("Ещё")), "Текст\nЕщё"),
        (p(r("а") + TWICE.join(("<w:r>", "</w:r>")), ENDED) + p(r("б")), "аб\nв надписи"),
        # рамки: знак исполнителя и буквица
        (p(r("Исп. Сидорова"), '<w:framePr w:w="1"/>') + p(r("Текст")), "Текст"),
        (p(r("У"), '<w:framePr w:dropCap="drop"/>') + p(r("важаемая")), "Уважаемая"),
        # обёртки
        (p(f'<w:smartTag w:element="a"><w:smartTagPr/>{r("Куп")}</w:smartTag>{r("ить")}'), "Купить"),
        (p(f'<w:customXml w:element="a"><w:customXmlPr/>{r("Куп")}</w:customXml>{r("ить")}'), "Купить"),
        (f'<w:customXml w:element="a"><w:customXmlPr/>{p(r("1"))}</w:customXml>{p(r("2"))}', "1\n2"),
        (p(f'<w:bdo w:val="ltr">{r("Куп")}</w:bdo><w:dir w:val="ltr">{r("ить")}</w:dir>'), "Купить"),
        (p("<w:r><w:ruby><w:rubyPr/><w:rt>" + r("над") + "</w:rt><w:rubyBase>" + r("слово")
           + "</w:rubyBase></w:ruby></w:r>"), "слово"),
        # знаки
        (p("<w:r><w:t>а</w:t><w:noBreakHyphen/><w:t>б</w:t><w:softHyphen/><w:t>в</w:t><w:cr/><w:ptab/></w:r>"),
         "а\N{NON-BREAKING HYPHEN}бв\n\t"),
        (p(r("го") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + r("тово")), "готово"),
        (p('<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r>'
           "</m:oMath>" + r("формула")), "формула"),
        # слово по буквам
        (p('<w:bookmarkStart w:id="1" w:name="a"/>' + r("О") + '<w:proofErr w:type="spellStart"/>' + r("т")
           + '<w:commentRangeStart w:id="1"/>' + r("в") + '<w:bookmarkEnd w:id="1"/>' + r("е", "<w:b/>")
           + '<w:commentRangeEnd w:id="1"/>' + r("т")), "Ответ"),
        # скрытое
        (p(r("видно", '<w:vanish w:val="0"/>') + r("скрыто", '<w:vanish w:val="1"/>')), "видно"),
        (p(r("видно") + r("скрыто", '<w:rStyle w:val="Hidden"/>')), "видно"),
        (p(r("видно") + r("скрыто", '<w:rStyle w:val="Heir"/>')), "видно"),
        (p(r("скрыто") + r("видно", '<w:vanish w:val="false"/>'), '<w:pStyle w:val="HiddenLine"/>'), "видно"),
        (p(r("видно", '<w:rStyle w:val="Shown"/>')), "видно"),
        (p(r("Заглавные", "<w:caps/>")), "Заглавные"),
        # пустое
        ("", ""),
    ],
)  # fmt: skip
def test_the_text_of_a_letter_as_word_prints_it(body, text):
    styles = (
        '<w:style w:type="character" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Heir"><w:basedOn w:val="Hidden"/></w:style>'
        '<w:style w:type="character" w:styleId="Shown"><w:basedOn w:val="Hidden"/>'
        '<w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="HiddenLine"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    assert read_text(docx(body, styles), ".docx") == text


NOTES = {
    "footnotes": f'<w:footnote w:type="separator" w:id="0">{p(r("черта"))}</w:footnote>'
    f'<w:footnote w:id="1">{p(r("первая"))}</w:footnote><w:footnote w:id="2">{p(r("вторая"))}</w:footnote>',
    "endnotes": f'<w:endnote w:id="1">{p(r("в конце")) + p(r("абзац"))}</w:endnote>',
}


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p(r("сло") + FOOTNOTE.format(1) + r("во")) + p(r("Конец")), "слово\nКонец\nпервая"),
        (p(FOOTNOTE.format(2) + ENDNOTE.format(1) + r("а") + FOOTNOTE.format(1)), "а\nвторая\nпервая\nв конце\nабзац"),
        (p(r("а") + f"<w:del {BY}>{FOOTNOTE.format(1)}</w:del>"), "а"),
        (p(r("а") + FOOTNOTE.format(7)), "а"),
    ],
)
def test_notes_follow_the_body_in_the_order_the_text_names_them(body, text):
    assert read_text(docx(body, **NOTES), ".docx") == text


def test_the_header_of_a_letterhead_is_not_the_executors_prose():
    word = Document()
    word.sections[0].header.paragraphs[0].text = "МИНИСТЕРСТВО"
    word.sections[0].footer.paragraphs[0].text = "Колонтитул"
    word.add_paragraph("Ответ")
    stream = BytesIO()
    word.save(stream)
    assert read_text(stream.getvalue(), ".docx") == "Ответ"


SPLIT = "текст разделён ссылкой, правкой или рисунком"


@pytest.mark.parametrize(
    ("body", "text", "left"),
    [
        # исправляется там, где стоит
        (table(row(cell(p(r("дом  новый"))), cell(p(r("двор  чист"))))), "дом новый\nдвор чист", set()),
        (p(r("дом ") + '<w:r><w:commentReference w:id="1"/></w:r>' + r(" новый")), "дом новый", set()),
        (control(p(r("дом  новый"))), "дом новый", set()),
        (p(r("а"), ENDED) + p(r("б и дом  новый")), "аб и дом новый", set()),
        # остаётся, и сказано почему
        (p(r("дом ") + FOOTNOTE.format(1) + r(" новый")), "дом  новый\nпервая", {SPLIT}),
        (p(r("дом") + FOOTNOTE.format(3)), "дом\nдом  новый", {"сноска"}),
    ],
)  # fmt: skip
def test_mending_reaches_the_words_and_no_others(body, text, left):
    notes = {**NOTES, "footnotes": NOTES["footnotes"] + f'<w:footnote w:id="3">{p(r("дом  новый"))}</w:footnote>'}
    file = mend_file(docx(body, **notes), ".docx")
    assert read_text(file.content, ".docx") == text
    assert {reason for _, reason in file.done.left} == left
