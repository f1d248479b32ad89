"""The compiled letterhead against docxtpl itself, and what typed text must never do to a letter."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from html import unescape
from importlib.resources import files
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import Cm
from docxtpl import DocxTemplate
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markupsafe import Markup

from answer_builder.errors import BrokenContent, Fault, Refused
from answer_builder.letter import executor_mark
from answer_builder.letter.compiled_template import CompiledTemplate

Context = Mapping[str, Any]

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LETTERHEADS = {
    f"{authority.name}/{file.name}": file.read_bytes()
    for authority in files("letter_templates").iterdir()
    if authority.is_dir()
    for file in authority.iterdir()
    if file.name.endswith(".docx")
}

LETTER: Context = {
    "authority_name": "МИНИСТЕРСТВО СТРОИТЕЛЬСТВА САХАЛИНСКОЙ ОБЛАСТИ",
    "authority_address": "Коммунистический проспект, д. 32, г. Южно-Сахалинск, 693009",
    "authority_phone": "(4242) 60-00-00",
    "authority_email": "minstroy@example.org",
    "authority_site": "example.org",
    "letter_date": "20.11.2026",
    "reference_number": "5-1187/26",
    "reference_date": "02.11.2026",
    "heading": "О ремонте подъезда",
    "greeting": "Уважаемая Мария Петровна!",
    "survey_url": "https://example.org/survey?a=1&b=2",
    "signatory_name": "Д.С. Верхотуров",
    "executor_mark_y": 15788,
    "executor_mark_size": 20,
    "passport": "solved@sakhalin_minstroy",
    "restriction": [],
    "addressee": ["Ковальчук М.П.", "ул. Ленина, д. 5, кв. 12", "г. Южно-Сахалинск, 693000"],
    "text": ["Ремонт подъезда закончен.", "Работы принял собственник."],
    "closing": ["Если остались вопросы, позвоните исполнителю."],
    "attachments": ["акт на 2 л. в 1 экз."],
    "signatory_position": ["Министр строительства", "Сахалинской области"],
    "executor_mark": ["Сидорова Анна Игоревна", "8 (4242) 67-18-01"],
}
TEXTS = [key for key, value in LETTER.items() if isinstance(value, str)]
LISTS = [key for key, value in LETTER.items() if isinstance(value, list)]


def everywhere(value: str) -> Context:
    """The letter with one value in every text and every line."""
    return LETTER | dict.fromkeys(TEXTS, value) | {key: [value] * len(LETTER[key]) for key in LISTS}


CONTEXTS = {
    "an ordinary letter": LETTER,
    "markup": everywhere("a < b && c > d \"'«» <w:br/> ]]> &amp; </w:t>"),
    "template code": everywhere("{{ 7*7 }} {% endfor %} {# x #} }} %} {%p if y %}"),
    "newlines and tabs": everywhere("\tраз\nдва\n\n\tтри\n") | {"heading": "О ремонте"},
    "emoji and spaces": everywhere("  👍🏽 дом\N{NO-BREAK SPACE}5\N{SOFT HYPHEN} \N{ZERO WIDTH SPACE}é "),
    "empty texts": everywhere(""),
    "empty lists": LETTER | {"restriction": [], "addressee": [], "text": [], "closing": [], "attachments": []},
    "long lists": LETTER | {key: [f"Строка {n} & ещё" for n in range(150)] for key in LISTS if key != "executor_mark"},
    "restriction and no survey": LETTER
    | {
        "restriction": ["Для служебного пользования", "Экз. № 1"],
        "survey_url": "",
        "attachments": ["первое", "второе"],
    },
}


# ---- the same letter as docxtpl makes


def test_there_are_letterheads_to_compare() -> None:
    assert len(LETTERHEADS) >= 2


@pytest.mark.parametrize("context", CONTEXTS.values(), ids=CONTEXTS)
@pytest.mark.parametrize("large_print", [False, True], ids=["usual print", "large print"])
@pytest.mark.parametrize("letterhead", LETTERHEADS.values(), ids=LETTERHEADS)
def test_letterhead_gives_what_docxtpl_gives(letterhead: bytes, large_print: bool, context: Context) -> None:
    assert_same_as_docxtpl(executor_mark.prepare(letterhead, large_print=large_print).template, context)


@pytest.mark.parametrize("context", CONTEXTS.values(), ids=CONTEXTS)
def test_template_with_every_feature_gives_what_docxtpl_gives(context: Context) -> None:
    assert_same_as_docxtpl(RICH, context)


def test_template_without_tags_gives_what_docxtpl_gives() -> None:
    assert_same_as_docxtpl(document("Просто письмо"), {})


# ---- the file


@pytest.mark.parametrize("context", CONTEXTS.values(), ids=CONTEXTS)
def test_letter_is_a_sound_archive(context: Context) -> None:
    with zipfile.ZipFile(io.BytesIO(CompiledTemplate(RICH).render(context))) as archive:
        assert archive.testzip() is None


def test_same_letter_has_the_same_bytes() -> None:
    compiled = CompiledTemplate(RICH)
    letter = compiled.render(LETTER)
    compiled.render(CONTEXTS["markup"])
    assert compiled.render(LETTER) == letter == CompiledTemplate(RICH).render(LETTER)


def test_names_are_those_the_tags_ask_for() -> None:
    template = document(
        "{{ greeting }} {% if survey_url %}{{ text[0] }}{% endif %}", header="{{ heading }}", title="{{ x }}"
    )
    assert CompiledTemplate(template).names == {"greeting", "survey_url", "text", "heading", "x"}


def test_pictures_have_ids_of_their_own() -> None:
    letter = etree.fromstring(members(CompiledTemplate(RICH).render(LETTER))["word/document.xml"])
    ids = [picture.get("id") for picture in letter.iter("{*}docPr")]
    assert len(ids) == len(set(ids)) == 2


def test_loop_does_not_repeat_the_paragraph_ids_word_left() -> None:
    word = Document(io.BytesIO(document("{%p for line in text %}", "{{ line }}", "{%p endfor %}")))
    for paragraph in word.paragraphs:
        paragraph._p.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", "5A0F11C2")
        paragraph._p.set(qn("w:rsidR"), "00AB12CD")
    assert b"5A0F11C2" not in members(CompiledTemplate(saved(word)).render(LETTER))["word/document.xml"]


def test_template_without_document_properties_is_filled() -> None:
    word = Document(io.BytesIO(document("{{ greeting }}")))
    relations = word.part.package.rels
    del relations[next(key for key, rel in relations.items() if rel.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES)]
    letter = CompiledTemplate(saved(word)).render(LETTER)
    assert "docProps/core.xml" not in members(letter)
    assert paragraphs(letter) == [LETTER["greeting"]]


# ---- values are data

printable = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029\ufffe\uffff"),
        st.sampled_from("\n\t{}%_#&<"),
    )
)


@given(value=printable)
def test_typed_text_comes_back_exactly(value: str) -> None:
    letter = ECHO.render({"value": value, "lines": [value, value]})
    assert paragraphs(letter) == [f"[{value}]", value, value]
    assert Document(io.BytesIO(letter)).sections[0].header.paragraphs[0].text == value


@pytest.mark.parametrize(
    "typed",
    ["{{ 7*7 }}", "{{7*7}}", "{% if", "{_{ 7*7 }_}", "{_% x %_}", "{# нет #}", "</w:t>", "&lt;", "{{ self }}"],
)
def test_template_code_in_a_value_stays_text_in_every_part(typed: str) -> None:
    lines = {"header": "{{ v }}", "footer": "{{ v }}", "footnote": "{{ v }}", "title": "{{ v }}"}
    template = Document(io.BytesIO(document("{{ v }}", **lines)))
    template.add_section(
        WD_SECTION.CONTINUOUS
    )  # with two sections docxtpl renders the footnotes twice, and so the typed code as code
    template.add_paragraph("{{ v }}")
    letter = CompiledTemplate(saved(template)).render({"v": typed})
    word = Document(io.BytesIO(letter))
    footnotes = etree.fromstring(members(letter)["word/footnotes.xml"])
    assert [text for text in paragraphs(letter) if text] == [typed, typed]
    assert word.sections[0].header.paragraphs[0].text == word.sections[0].footer.paragraphs[0].text == typed
    assert "".join(footnotes.itertext()) == typed
    assert word.core_properties.title == typed


def test_ready_markup_is_text_too() -> None:
    assert paragraphs(CompiledTemplate(document("{{ v }}")).render({"v": Markup("<w:br/>")})) == ["<w:br/>"]


def test_every_line_end_is_a_line_break() -> None:
    letter = CompiledTemplate(document("{{ v }}")).render({"v": "а\r\nб\rв\vг\u2028д\tе"})
    assert paragraphs(letter) == ["а\nб\nв\nг\nд\tе"]
    assert members(letter)["word/document.xml"].count(b"<w:br/>") == 4


def test_title_is_escaped_once_cut_and_kept_in_one_line() -> None:
    template = CompiledTemplate(document("{{ v }}", title="Письмо: {{ v }}"))
    assert title(template.render({"v": "A & B <C>"})) == "Письмо: A & B <C>"
    assert title(template.render({"v": "&" * 400})) == "Письмо: " + "&" * 247
    assert title(template.render({"v": "раз\nдва\tтри"})) == "Письмо: раз два три"


def test_faults_of_all_values_are_named_at_once() -> None:
    with pytest.raises(Refused) as refusal:
        CompiledTemplate(document("{{ greeting }}")).render(
            {"greeting": "Здравствуйте\x07", "text": ["всё хорошо", "имя\ud800"], "heading": "я" * 500_001}
        )
    greeting, text, heading = refusal.value.faults
    assert greeting == Fault("greeting", greeting.message) and "U+0007" in greeting.message
    assert text == Fault("text", text.message) and text.message.startswith("строка 2: после «имя»")
    assert heading.key == "heading" and "слишком длинный" in heading.message


@pytest.mark.parametrize("value", [None, 1.5, {"a": "b"}, object()])
def test_only_texts_numbers_and_lists_are_values(value: object) -> None:
    with pytest.raises(TypeError, match="greeting"):
        CompiledTemplate(document("{{ greeting }}")).render({"greeting": value})


# ---- faults of a letterhead that show only with a value


@pytest.mark.parametrize(
    ("tag", "context"),
    [
        ("{{ greeting }}", {}),
        ("{{ text[-1] }}", {"text": []}),
        ("{% for line in number %}{{ line }}{% endfor %}", {"number": 5}),
    ],
)
def test_value_that_cannot_be_had_names_part_and_tag(tag: str, context: Context) -> None:
    with pytest.raises(BrokenContent) as error:
        CompiledTemplate(document("Первый абзац", tag, "{{ 1 }}")).render(context)
    assert str(error.value) == f"основной текст (word/document.xml): значение не подставить: {tag}"


@pytest.mark.parametrize(
    "file", [b"", b"\xd0\xcf\x11\xe0", b"PK\x05\x06" + bytes(18)], ids=["empty", "doc", "empty zip"]
)
def test_file_that_is_not_a_docx_is_refused(file: bytes) -> None:
    with pytest.raises(BrokenContent, match="это не документ Word"):
        CompiledTemplate(file)


# ---- templates and what is in a file


def document(*lines: str, header: str = "", footer: str = "", footnote: str = "", title: str = "") -> bytes:
    word = Document()
    word.core_properties.title = title
    if header:
        word.sections[0].header.paragraphs[0].text = header
    if footer:
        word.sections[0].footer.paragraphs[0].text = footer
    for line in lines:
        word.add_paragraph(line)
    if footnote:
        paragraph = f"<w:p><w:r><w:t>{footnote}</w:t></w:r></w:p>"
        xml = f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="1">{paragraph}</w:footnote></w:footnotes>'
        package = word.part.package
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), package)
        word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return saved(word)


def with_every_feature() -> bytes:
    word = Document(
        io.BytesIO(
            document(
                "{%p if restriction %}",
                "{{ restriction|join(', ')|upper }}",
                "{%p endif %}",
                "{#p для служебных пометок #}",
                "{%p for line in addressee %}",
                "{{ loop.index }}. {{ line }}",
                "{%p endfor %}",
                "{% if heading %}{{ heading }}{% else %}без заголовка{% endif %}, {_{ скобки }_}",
                "{%r if survey_url == “” %}{%r endif %}Опрос\tпо ссылке: {{ survey_url }}",
                "слитно {%- if greeting %} с предыдущим {% endif -%}",
                "и со следующим",
                "{{ signatory_position[:-1]|join(' ') }} {{ signatory_position[-1] }}",
                header="{{ authority_name }} {% if reference_number %}№ {{ reference_number }}{% endif %}",
                footer="{% for line in executor_mark %}{{ line }}{% endfor %}",
                footnote="{{ authority_phone }}",
                title="{{ heading }}",
            )
        )
    )
    word.core_properties.identifier = "{{ passport }}"
    split = word.add_paragraph()  # Word cuts a tag into runs
    for piece in ("до {", "{ gree", "ting }", "} после"):
        split.add_run(piece).bold = True
    table = word.add_table(rows=2, cols=3)
    table._tbl.tblGrid.add_gridCol().w = Cm(3)  # more columns than cells: docxtpl mends the grid
    table.cell(0, 0).merge(table.cell(0, 2)).text = "{{ authority_address }}"
    cell = table.cell(1, 1)
    cell.paragraphs[0].text = "{%p for line in text %}"
    cell.add_paragraph("{{ line }}").runs[0].italic = True
    cell.add_paragraph("{%p endfor %}")
    cell.add_paragraph("")
    word.add_picture(io.BytesIO(picture()))
    word.add_picture(io.BytesIO(picture()))
    return saved(word)


def picture() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(6))) + chunk(b"IEND", b"")


def saved(word: Any) -> bytes:
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def members(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def paragraphs(docx: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(docx)).paragraphs]


def title(docx: bytes) -> str:
    return str(Document(io.BytesIO(docx)).core_properties.title)


def assert_same_as_docxtpl(template: bytes, context: Context) -> None:
    reference = DocxTemplate(io.BytesIO(template))
    reference.render(dict(context), autoescape=True)
    expected, letter = members(saved(reference)), members(CompiledTemplate(template).render(context))
    assert letter.keys() == expected.keys()
    for name in expected:
        if name == "docProps/core.xml":
            assert canonical(letter[name]) == canonical(escaped_once(expected[name]))
        elif name == "word/document.xml":
            assert canonical(letter[name]) == canonical(without_editing_marks(expected[name]))
        elif name.endswith((".xml", ".rels")):
            assert canonical(letter[name]) == canonical(expected[name]), name
        else:
            assert letter[name] == expected[name], name


def canonical(xml: bytes) -> bytes:
    return etree.tostring(etree.fromstring(xml), method="c14n", exclusive=True)


def without_editing_marks(document: bytes) -> bytes:
    """A letter leaves them out: they belong to the person who edited the letterhead."""
    xml = etree.fromstring(document)
    for element in xml.iter(etree.Element):
        for name in filter(re.compile(r"\}rsid").search, list(element.attrib)):
            del element.attrib[name]
    return etree.tostring(xml)


def escaped_once(core: bytes) -> bytes:
    """docxtpl puts escaped values into the properties, and python-docx escapes them again; a letter does it once."""
    properties = etree.fromstring(core)
    for element in properties.iter(etree.Element):
        element.text = re.sub(r"[\n\t]", " ", unescape(element.text or "")) or None
    return etree.tostring(properties)


RICH = with_every_feature()
ECHO = CompiledTemplate(
    document("[{{ value }}]", "{%p for line in lines %}", "{{ line }}", "{%p endfor %}", header="{{ value }}")
)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("{{ addressee }}", "Ковальчук М.П.\nул. Ленина, д. 5, кв. 12\nг. Южно-Сахалинск, 693000"),
        ("{{ addressee|upper }}", "КОВАЛЬЧУК М.П.\nУЛ. ЛЕНИНА, Д. 5, КВ. 12\nГ. ЮЖНО-САХАЛИНСК, 693000"),
        ("{{ addressee[1:] }}", "ул. Ленина, д. 5, кв. 12\nг. Южно-Сахалинск, 693000"),
    ],
)
def test_a_list_amid_words_is_printed_line_under_line_and_never_as_code(tag: str, words: str) -> None:
    word = Document()
    word.add_paragraph(f"Кому: {tag}")
    stream = io.BytesIO()
    word.save(stream)
    letter = Document(io.BytesIO(CompiledTemplate(stream.getvalue()).render(LETTER)))
    assert letter.paragraphs[0].text == f"Кому: {words}"
