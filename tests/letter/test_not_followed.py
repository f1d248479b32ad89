"""The estimate says what of a file it did not take into account."""

import pytest

from answer_builder.letter.page_words import remarks
from answer_builder.letter.pages import estimate
from answer_builder.model import PageEstimate
from benchmarks.foreign_letters.word_xml import packed, paragraph, section, settings, table

PAGE = section((1134, 851, 1134, 1701))
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
TEXT = paragraph("Письмо.", "", '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>')
ANCHORED = f"<w:p><w:r><w:drawing><wp:anchor {WP}><wp:{{}}/></wp:anchor></w:drawing></w:r></w:p>"


def told(body: str, *, more_settings: str = "", page: str = PAGE) -> tuple[str, ...]:
    return estimate(packed(body + TEXT + page, settings=settings(14) + more_settings)).not_followed


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (ANCHORED.format("wrapSquare"), "обтекание текстом рисунка"),
        (ANCHORED.format("wrapTopAndBottom"), "обтекание текстом рисунка"),
        (paragraph("А", '<w:framePr w:dropCap="drop" w:lines="2"/>'), "буквица"),
        (paragraph("А", '<w:framePr w:w="2000" w:vAnchor="text"/>'), "рамка с текстом"),
        ("<w:p><w:r><w:endnoteReference w:id='2'/></w:r></w:p>", "концевые сноски"),
        ("<w:altChunk r:id='a'/>", "вложенный документ"),
        ("<w:p><w:r><w:object/></w:r></w:p>", "вставленные объекты"),
        ("<w:p><w:del><w:r><w:delText>лишнее</w:delText></w:r></w:del></w:p>", "слова, вычеркнутые в режиме правки"),
        (
            paragraph("А", "", '<w:rFonts w:hAnsi="Comic Sans MS"/>'),
            "шрифт «Comic Sans MS» (измерен как Times New Roman)",
        ),
    ],
)
def test_a_feature_that_is_not_followed_is_named(body: str, words: str) -> None:
    assert told(body) == (words,)


@pytest.mark.parametrize(
    ("more_settings", "words"),
    [
        ("<w:autoHyphenation/>", "автоматический перенос слов"),
        ("<w:evenAndOddHeaders/>", "разные колонтитулы чётных и нечётных страниц"),
    ],
)
def test_a_setting_that_is_not_followed_is_named(more_settings: str, words: str) -> None:
    assert told("", more_settings=more_settings) == (words,)
    assert told("", more_settings=more_settings.replace("/>", ' w:val="0"/>')) == ()


def test_columns_and_a_grid_of_lines_are_named() -> None:
    page = PAGE.replace("</w:sectPr>", '<w:cols w:num="2"/><w:docGrid w:type="lines" w:linePitch="360"/></w:sectPr>')
    assert told("", page=page) == ("колонки", "сетка строк")


@pytest.mark.parametrize(
    "body",
    [
        ANCHORED.format("wrapNone"),
        paragraph("Мальцев О. В.", '<w:framePr w:w="9000" w:vAnchor="page" w:y="15788"/>'),
        table([[TEXT]], [5000]).replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>"),
        paragraph("Текст", "", '<w:rFonts w:ascii="Arial" w:hAnsi="Calibri"/>'),
        paragraph("Текст", "", '<w:rFonts w:ascii="Arial;sans-serif" w:hAnsi="Arial;sans-serif"/>'),
        paragraph("Текст", "", '<w:spacing w:val="20"/>'),
    ],
)
def test_what_is_followed_or_takes_no_room_is_not_named(body: str) -> None:
    assert told(body) == ()


def test_an_unknown_font_of_a_style_nobody_uses_is_not_named() -> None:
    fonts = '<w:rFonts w:ascii="Papyrus" w:hAnsi="Papyrus"/>'
    style = f'<w:style w:type="paragraph" w:styleId="Rare"><w:rPr>{fonts}</w:rPr></w:style>'
    assert estimate(packed(TEXT + PAGE, styles=style)).not_followed == ()


def test_a_row_that_the_end_of_a_page_divides_is_followed_unless_its_cells_are_merged() -> None:
    row = table([["".join(paragraph("Строка.") for _ in range(20))]], [5000])
    lines = "".join(paragraph("Строка.") for _ in range(50))
    merged = row.replace('w:type="dxa"/></w:tcPr>', 'w:type="dxa"/><w:vMerge w:val="restart"/></w:tcPr>')
    assert told(lines + row) == ()
    assert told(lines + merged) == ("строка таблицы, которую конец страницы делит надвое",)
    assert told(lines + row.replace("<w:tr>", "<w:tr><w:trPr><w:cantSplit/></w:trPr>")) == ()
    assert told(merged) == ()


def test_people_are_told_in_whole_sentences() -> None:
    assert remarks(PageEstimate(1, 5)) == []
    alone, blind = remarks(PageEstimate(2, 40, "А. В. Образцов", "signature", ("колонки", "формулы")))
    assert alone.startswith("Подпись ушла на последнюю страницу одна")
    assert blind.startswith("Оценка не учла: колонки, формулы")
