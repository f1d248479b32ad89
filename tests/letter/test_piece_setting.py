"""A file set piece by piece is set as one that is parsed whole, whatever letters were seen before it."""

from collections.abc import Callable

import pytest

from answer_builder.errors import CannotRun
from answer_builder.letter import piece_setting
from answer_builder.letter.pages import Layout, estimate, lay_out
from answer_builder.office_package import OfficePackage
from benchmarks.foreign_letters import KINDS, letters
from benchmarks.foreign_letters.word_xml import packed, paragraph, section, table

PAGE = section((1134, 851, 1134, 1701))
LONG = "Управляющая компания осмотрела кровлю дома и составила акт, копию которого Вы получите с этим письмом. "
END = paragraph("Министр")


def addressed(*lines: str, properties: str = "") -> str:
    """A table with the requisites of an authority on the left and those lines on the right."""
    cells = ["<w:p/>", "".join(paragraph(line, properties) for line in lines)]
    return table([[paragraph("МИНИСТЕРСТВО") + paragraph("тел. 60-00-00"), *cells]], [4000, 500, 4500])


def written(xml: str, around: Callable[[str], str] = paragraph) -> str:
    """A paragraph whose text stands in the file just so."""
    return around("Здесь текст.").replace("Здесь текст.", xml)


def whole(docx: bytes) -> Layout:
    package = OfficePackage(docx)
    return lay_out(package, package.xml(package.main))


def same(one: Layout, other: Layout) -> bool:
    return (
        one.blocks == other.blocks
        and [(s.first_height, s.next_height, s.goes_on) for s in one.stretches]
        == [(s.first_height, s.next_height, s.goes_on) for s in other.stretches]
        and sorted(one.features) == sorted(other.features)
    )


CAPITALS = "<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>{}</w:t></w:r></w:p>"
TWO_TEXTS = "<w:p><w:r><w:t>Да.</w:t></w:r><w:del><w:r><w:t>{}</w:t></w:r></w:del></w:p>"
ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
BOX = "<w:p><w:r><w:t>А</w:t><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></w:r></w:p>"
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="Пункт %1 большого плана"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
ENDNOTE = '<w:p><w:r><w:t>{}</w:t></w:r><w:r><w:endnoteReference w:id="2"/></w:r></w:p>'
PINNED = '<w:framePr w:w="9000" w:vAnchor="text"/>'


@pytest.mark.parametrize(
    "bodies",
    [
        # один и тот же вид, другой текст
        (paragraph("Короткая строка."), paragraph(LONG * 5), paragraph("Да"), paragraph("")),
        (written("дом &amp; двор"), written(f"{LONG} &amp; &lt;{LONG}"), written("&#1076;&#1086;&#1084; двор")),
        (paragraph("строка"), written("строка\nи другая"), written("строка\tи другая"), paragraph(" дом  да ")),
        (CAPITALS.format("ДА"), CAPITALS.format(LONG), CAPITALS.format("ДА")),
        (TWO_TEXTS.format("Да."), TWO_TEXTS.format(LONG)),
        (BOX.format("Да"), BOX.format(LONG)),
        (paragraph("Первый", ITEM), paragraph("Второй", ITEM) * 3),
        (paragraph(LONG * 2, ITEM), *[paragraph(LONG, ITEM) * number for number in range(2, 9)]),
        (ENDNOTE.format("Да"), ENDNOTE.format(LONG)),
        (paragraph("В рамке", PINNED), paragraph(LONG, PINNED)),
        (paragraph(LONG, "<w:pageBreakBefore/>"), paragraph("Да", "<w:pageBreakBefore/>")),
        # таблицы
        (addressed("Иванову И. И."), addressed("Петровой А. А.", LONG), addressed("Да"), addressed()),
        (addressed("Иванову", properties=ITEM), addressed("Петровой", properties=ITEM)),
        (addressed("Да").replace("<w:tcPr>", "<!-- <w:tcPr></w:tcPr> --><w:tcPr>"), addressed(LONG)),
        (table([[addressed("Да") + "<w:p/>"]], [9000]), table([[addressed(LONG) + "<w:p/>"]], [9000])),
        (addressed("Да").replace("<w:p/>", '<w:p w:rsidR="1"/><w:p/>'), addressed(LONG)),
        # не то, чем кажется
        ("<!-- <w:p>Да</w:p> -->" + paragraph("Да"), "<!-- <w:p>" + paragraph("Да") + "</w:p> -->"),
        ("<w:p><w:r><w:t><![CDATA[</w:p>]]></w:t></w:r></w:p>", paragraph(LONG)),
        ("<piece-end/>" + paragraph("Да"), paragraph("piece-end") + paragraph(LONG)),
        ("<w:sdt><w:sdtContent>" + paragraph("Да") + "</w:sdtContent></w:sdt>", paragraph(LONG)),
        (f"<w:p><w:pPr>{PAGE}</w:pPr></w:p>{paragraph('Да')}", paragraph(LONG)),
        ('<w:p w:rsidR="1"/>' + paragraph("Да"), '<w:p w:rsidR="1"/><w:p/><w:p/>' + paragraph(LONG)),
    ],
)
def test_pieces_are_set_as_the_whole_file_is(bodies: tuple[str, ...]) -> None:
    for body in (*bodies, *bodies):
        docx = packed(body + END + PAGE, numbering=NUMBERING)
        assert same(lay_out(OfficePackage(docx)), whole(docx))


@pytest.mark.parametrize("kind", KINDS)
def test_letters_of_foreign_letterheads_are_set_as_the_whole_files_are(kind: str) -> None:
    for letter in letters([kind], 4, seed=5):
        assert same(lay_out(OfficePackage(letter.docx)), whole(letter.docx))


@pytest.mark.parametrize(
    "broken",
    [
        "<w:p><w:r><w:t>Да</w:r></w:p>",
        "<w:p><w:r><w:t>Да</w:t></w:r>",
        "</w:body></w:document>",
        "</w:body><w:body>" + paragraph("Да") + "</w:p>",
        paragraph("Да\x01"),
        written("Да]]>"),
        written("Да & нет"),
        addressed("Да\x0b"),
        written("Да</w:t>", addressed),
    ],
)
def test_broken_xml_is_refused_after_a_sound_letter_too(broken: str) -> None:
    assert estimate(packed(paragraph("Да, письмо") + addressed("Да, адресат") + END + PAGE)).pages == 1
    with pytest.raises(CannotRun, match="повреждён"):
        estimate(packed(broken + END + PAGE))


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What is parsed of bodies from now on."""
    seen: list[bytes] = []
    real = piece_setting.parse_xml

    def parse(content: bytes, name: str) -> object:
        seen.append(content)
        return real(content, name)

    monkeypatch.setattr(piece_setting, "parse_xml", parse)
    monkeypatch.setattr(OfficePackage, "xml", lambda package, part: seen.append(package.read(part)))
    return seen


def test_a_letter_with_another_addressee_and_another_text_is_not_parsed(parsed: list[bytes]) -> None:
    text = paragraph("Сообщаем о ремонте.", '<w:ind w:firstLine="709"/>')
    first = packed(addressed("Иванову Ивану Ивановичу") + text + END + PAGE)
    second = packed(addressed("Петровой Анне", "г. Холмск") + text.replace("Сообщаем", LONG * 2) + END + PAGE)
    estimate(first)
    parsed.clear()
    assert estimate(second).pages == 1
    assert [content for content in parsed if content] == []
