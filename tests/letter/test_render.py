"""A letter's words on the shipped letterheads, read back from the .docx."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from answer_builder import authorities
from answer_builder.errors import BrokenContent, Refused
from answer_builder.letter import executor_mark
from answer_builder.letter.compiled_template import CompiledTemplate
from answer_builder.letter.origin_part import with_origin
from answer_builder.letter.render import Values, render
from answer_builder.model import Letter

AUTHORITY = "sakhalin_minstroy"
EMU_IN_TWIP = 635
LETTERHEADS = list(authorities.all_authorities()[AUTHORITY].letterheads)
LETTER = Letter(
    answer="solved",
    authority=AUTHORITY,
    letterhead="corner",
    date="20.11.2026",
    reference_number="5-1187/26",
    reference_date="02.11.2026",
    restriction=(),
    addressee=("Ковальчук М.П.", "ул. Ленина, д. 5, кв. 12", "г. Южно-Сахалинск, 693000"),
    heading="О ремонте подъезда",
    greeting="Уважаемая Мария Петровна!",
    text=("Ваше обращение рассмотрено.", "Ремонт подъезда закончен 10 ноября 2026 г."),
    closing=("Если остались вопросы, позвоните исполнителю.",),
    survey_url="",
    attachments=(),
    signatory_position=("Министр строительства", "Сахалинской области"),
    signatory_name="Д.С. Верхотуров",
    executor_mark=("Сидорова Анна Игоревна", "8 (4242) 67-18-01"),
    large_print=False,
    requisites=authorities.all_authorities()[AUTHORITY].requisites,
)


@pytest.mark.parametrize("kind", LETTERHEADS)
def test_words_stand_in_the_order_of_a_letter(kind: str) -> None:
    text = words(letter_on(kind))
    lines = (LETTER.heading, LETTER.greeting, *LETTER.text, *LETTER.closing, LETTER.signatory_name)
    places = [text.index(line) for line in lines]
    assert places == sorted(places)
    for line in (*LETTER.addressee, *LETTER.signatory_position, *LETTER.executor_mark, *LETTER.requisites.values()):
        assert line in text
    assert "5-1187/26" in text and "02.11.2026" in text and "20.11.2026" in text


@pytest.mark.parametrize("kind", LETTERHEADS)
def test_no_tag_is_left_in_any_part(kind: str) -> None:
    with zipfile.ZipFile(io.BytesIO(letter_on(kind))) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                assert not re.search(rb"\{\{|\{%", archive.read(name)), name


@pytest.mark.parametrize("kind", LETTERHEADS)
@pytest.mark.parametrize("large_print", [False, True])
def test_letterhead_asks_for_every_value_there_is(kind: str, large_print: bool) -> None:
    letterhead = executor_mark.prepare(authorities.letterhead(AUTHORITY, kind), large_print=large_print)
    assert CompiledTemplate(with_origin(letterhead.template)).names == Values.__annotations__.keys()


def test_optional_lines_appear_only_when_there_is_something_to_say() -> None:
    plain = words(letter_on("corner"))
    full = words(
        letter_on(
            "corner",
            restriction=("Для служебного пользования", "Экз. № 1"),
            survey_url="https://example.org/survey",
            attachments=("акт на 2 л. в 1 экз.",),
        )
    )
    for line in ("Для служебного пользования", "Экз. № 1", "https://example.org/survey", "акт на 2 л."):
        assert line in full
        assert line not in plain


def test_mark_is_pinned_below_the_text_in_a_readable_size() -> None:
    word = opened(letter_on("corner"))
    frames = list(word.element.iter(qn("w:framePr")))
    paragraph = frames[0].getparent().getparent()
    assert len(frames) == 1
    assert "".join(node.text for node in paragraph.iter(qn("w:t"))) == "".join(LETTER.executor_mark)
    section = word.sections[0]
    assert int(frames[0].get(qn("w:y"))) * EMU_IN_TWIP > section.page_height - section.bottom_margin
    assert {size.get(qn("w:val")) for size in paragraph.iter(qn("w:sz"))} <= {"20", "18", "16"}


def test_a_long_mark_is_set_smaller() -> None:
    position = "консультант отдела капитального ремонта многоквартирных домов и благоустройства дворов"
    long = (
        f"Сидорова Анна Игоревна, {position} и подъездов министерства строительства Сахалинской области",
        "8 (4242) 67-18-01",
    )
    usual, small = mark_size(letter_on("corner")), mark_size(letter_on("corner", executor_mark=long))
    assert small < usual


def test_large_print_is_a_letterhead_of_its_own() -> None:
    usual, large = letter_on("corner"), letter_on("corner", large_print=True)
    assert words(usual) == words(large)
    assert usual != large
    assert letter_on("corner") == usual


def test_properties_say_what_the_letter_is() -> None:
    properties = opened(letter_on("corner", heading="О ремонте «А & Б»")).core_properties
    assert properties.title == "О ремонте «А & Б»"
    assert properties.identifier == "solved@sakhalin_minstroy"
    assert properties.language == "ru-RU"


def test_typed_text_comes_out_as_typed() -> None:
    typed = "Дом < 5 & «подъезд» {{ 7*7 }} {% if x %} \N{NO-BREAK SPACE}👍"
    assert typed in words(letter_on("corner", text=(typed,), greeting=typed, heading=typed))


def test_line_a_person_broke_is_broken_in_the_letter() -> None:
    letter = opened(letter_on("corner", text=("раз\r\nдва\tтри",)))
    assert "раз\nдва\tтри" in [paragraph.text for paragraph in letter.paragraphs]


def test_what_cannot_be_printed_is_refused_with_its_name() -> None:
    with pytest.raises(Refused) as refusal:
        letter_on("corner", heading="О ремонте\x00", text=("первый", "второй\x1b"))
    assert [fault.key for fault in refusal.value.faults] == ["heading", "text"]
    assert "строка 2" in refusal.value.faults[1].message


def _damaged(offset: int) -> bytes:
    """A letterhead with some of its bytes turned over."""
    blob = authorities.letterhead(AUTHORITY, "corner")
    return blob[:offset] + bytes(255 - byte for byte in blob[offset : offset + 400]) + blob[offset + 400 :]


@pytest.mark.parametrize(
    ("template", "complaint"),
    [
        (b"", "файл не открывается: это не документ Word (.docx), или он повреждён"),
        (b"PK\x05\x06" + bytes(18), "файл не открывается"),
        (_damaged(0), "файл не открывается"),
        (_damaged(1000), "файл не открывается"),
    ],
)
def test_file_that_is_not_a_letterhead_is_named(template: bytes, complaint: str) -> None:
    with pytest.raises(BrokenContent) as error:
        render(LETTER, template)
    file = "letter_templates/sakhalin_minstroy/letterhead_corner.docx"
    assert str(error.value).startswith(f"{file}: бланк «corner» не подходит: ")
    assert complaint in str(error.value)


def test_unknown_field_of_a_letterhead_is_named_with_what_was_meant() -> None:
    word = opened(authorities.letterhead(AUTHORITY, "corner"))
    word.paragraphs[-1].add_run("{{ signatory_nam }}")
    with pytest.raises(BrokenContent) as error:
        render(LETTER, saved(word))
    message = str(error.value)
    assert "неизвестное поле «signatory_nam» (возможно, вы имели в виду «signatory_name»)" in message
    assert "{{ signatory_nam }}" in message


def test_letter_without_a_signatory_is_a_sentence_not_a_traceback() -> None:
    with pytest.raises(BrokenContent, match=r"значение не подставить: .*signatory_position"):
        letter_on("corner", signatory_position=())


def letter_on(kind: str, **changes: object) -> bytes:
    letter = replace(LETTER, letterhead=kind, **changes)
    return render(letter, authorities.letterhead(AUTHORITY, kind))


def opened(docx: bytes) -> WordDocument:
    return Document(io.BytesIO(docx))


def saved(word: WordDocument) -> bytes:
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def words(docx: bytes) -> str:
    """Everything a reader sees in the body, cells of tables too, a paragraph a line."""
    return "\n".join(
        "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        for paragraph in opened(docx).element.iter(qn("w:p"))
    )


def mark_size(docx: bytes) -> int:
    frame = next(opened(docx).element.iter(qn("w:framePr")))
    return int(next(frame.getparent().getparent().iter(qn("w:sz"))).get(qn("w:val")))
