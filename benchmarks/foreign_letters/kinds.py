"""Letterheads of other authorities, each made in its own way; a kind turns a look and paragraphs into a .docx."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, Twips

from benchmarks.foreign_letters.look import Look
from benchmarks.foreign_letters.word_xml import (
    NUMBERING,
    PAGE_NUMBER,
    packed,
    paragraph,
    runs,
    section,
    settings,
    table,
)

Kind = Callable[[Look, Sequence[str]], bytes]

BODY = "МИНИСТЕРСТВО СТРОИТЕЛЬСТВА САХАЛИНСКОЙ ОБЛАСТИ"
ADDRESS = "Коммунистический проспект, д. 32, г. Южно-Сахалинск, 693009, тел. (4242) 60-00-00, minstroy@example.ru"
REGISTRY = "20.11.2026 № ____________\nНа № 5-1230/26 от 09.11.2026"
POSITION, SIGNATORY = "Министр строительства\nСахалинской области", "А. В. Образцов"
MARK = "Мальцев Олег Викторович\n8 (4242) 60-00-21"
NOTE = "Федеральный закон от 2 мая 2006 г. № 59-ФЗ «О порядке рассмотрения обращений граждан Российской Федерации»."

_MADE = Path(__file__).parent / "made_by_libreoffice"
_INDENT = re.compile(r"<w:ind [^>]*/>")


def _width(look: Look) -> int:
    return 11906 - look.margins[1] - look.margins[3]


def _centered(look: Look, text: str, size: int, extra: str = "") -> str:
    return paragraph(text, f'{extra}<w:jc w:val="center"/>', look.run.replace(str(look.size), str(size)))


def _text(look: Look, paragraphs: Sequence[str], *, direct: bool = True) -> str:
    """Body paragraphs with what the look adds: list, table, notes, spaced and bold words."""
    properties, run = (look.paragraph, look.run) if direct else ("", "")
    blocks = []
    notes = cycle(range(1, look.notes + 1)) if look.notes else None
    for number, text in enumerate(paragraphs):
        inside = _emphasised(look, text, run)
        if notes is not None and number < look.notes:
            inside += f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{next(notes)}"/></w:r>'
        blocks.append(f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>")
    spot = min(1, len(blocks))
    items = [
        paragraph(
            f"пункт {word} плана: {paragraphs[0][:90] if paragraphs else 'работы'}", _listed(properties, number), run
        )
        for number, word in enumerate(("первый", "второй", "третий", "четвёртый", "пятый")[: look.list_items])
    ]
    blocks[spot:spot] = items
    if look.table_rows:
        blocks.insert(spot, _plan(look))
    return "".join(blocks)


def _listed(properties: str, number: int) -> str:
    """The same paragraph as an item of a list, with the indents of the list."""
    level = 1 if number in (2, 3) else 0
    before, spacing, after = _INDENT.sub("", properties).partition("<w:spacing")
    return f'{before}<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>{spacing}{after}'


def _plan(look: Look) -> str:
    width = _width(look)
    widths = [700, (width - 700) // 2, width - 700 - (width - 700) // 2]
    small = look.run.replace(f'"{look.size}"', f'"{look.size - 4}"')
    rows = [[paragraph("№", "", small), paragraph("Работа", "", small), paragraph("Срок", "", small)]]
    rows += [
        [
            paragraph(str(number), "", small),
            paragraph("ремонт кровли и водосточных труб дома № 5 по улице Ленина", "", small),
            paragraph("до 15 декабря 2026 г.", "", small),
        ]
        for number in range(1, look.table_rows + 1)
    ]
    return table(rows, widths, border=4, whole=True)


def _emphasised(look: Look, text: str, run: str) -> str:
    if not (look.spaced_words or look.bold_words):
        return runs(text, run)
    middle = len(text) // 2
    start, end = text.rfind(" ", 0, middle) + 1, text.find(" ", middle)
    if end < 0:
        return runs(text, run)
    extra = '<w:spacing w:val="40"/>' if look.spaced_words else "<w:b/>"
    first, _, rest = run.partition("<w:sz")
    strong = f"{first}{extra}{'<w:sz' if rest else ''}{rest}"
    return runs(text[:start], run) + runs(text[start:end], strong) + runs(text[end:], run)


def _signature(look: Look, properties: str = "") -> str:
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{_width(look)}"/></w:tabs>'
    return paragraph(
        f"{POSITION}\t{SIGNATORY}", f'<w:keepLines/>{tabs}<w:spacing w:before="480"/>{properties}', look.run
    )


def _closing(look: Look) -> str:
    keep = "<w:keepNext/>" if look.keeps_with_signature else ""
    return paragraph("Если у Вас останутся вопросы, позвоните исполнителю.", keep + look.paragraph, look.run)


def _footnotes(look: Look) -> str:
    small = look.run.replace(f'"{look.size}"', '"20"')
    special = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    own = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        f'<w:r><w:rPr>{small}<w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>{runs(" " + NOTE, small)}'
        "</w:p></w:footnote>"
        for number in range(1, look.notes + 1)
    )
    return special + own


def _parts(look: Look, **more: str) -> dict[str, str]:
    parts = {"settings": settings(look.mode), **more}
    if look.list_items:
        parts["numbering"] = NUMBERING.format(left=720, deeper=1430, hanging=360 if look.size < 30 else 500)
    if look.notes:
        parts["footnotes"] = _footnotes(look)
    return parts


def _normal(look: Look, extra: str = "") -> str:
    """Styles with the look as the document's defaults."""
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{look.run}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>{extra}</w:style>'
        '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/>'
        '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
    )


def minimal(look: Look, paragraphs: Sequence[str]) -> bytes:
    """Written by hand: no styles at all, everything said at its place, paragraphs one after another."""
    look = replace(look, notes=0)  # the look of notes needs a style
    head = _centered(look, BODY, look.size) + _centered(look, ADDRESS, 20)
    head += "".join(paragraph(line, f'<w:ind w:left="{_width(look) // 2}"/>', look.run) for line in look.addressee)
    head += paragraph(
        "Уважаемая Вера Андреевна!", '<w:spacing w:before="360" w:after="240"/><w:jc w:val="center"/>', look.run
    )
    body = head + _text(look, paragraphs) + _closing(look) + _signature(look) + section(look.margins)
    return packed(body, **_parts(look))


def corner(look: Look, paragraphs: Sequence[str]) -> bytes:
    """A corner letterhead: a table with the requisites on the left and the addressee on the right.

    No footnotes: when a file that has them begins with a table, LibreOffice 7.4 puts an empty line before it.
    """
    look = replace(look, notes=0)
    half = _width(look) // 2 - 200
    left = _centered(look, BODY, 24, '<w:spacing w:after="60"/>') + _centered(look, ADDRESS, 18)
    left += paragraph(REGISTRY, '<w:spacing w:before="120"/>', look.run.replace(str(look.size), "22"))
    right = "".join(paragraph(line, "", look.run) for line in look.addressee)
    head = table([[left, paragraph(""), right]], [half, 400, half])
    head += paragraph(
        "О рассмотрении обращения", f'<w:spacing w:before="240"/><w:ind w:right="{half + 400}"/>', look.run
    )
    head += paragraph(
        "Уважаемая Вера Андреевна!", '<w:spacing w:before="320" w:after="160"/><w:jc w:val="center"/>', look.run
    )
    body = head + _text(look, paragraphs) + _closing(look) + _signature(look)
    body += paragraph(MARK, '<w:spacing w:before="400"/>', look.run.replace(str(look.size), "20"))
    references = {"header default": "header1"}
    number = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{PAGE_NUMBER}</w:p>'
    return packed(
        body + section(look.margins, references=references, title=True),
        **_parts(look, styles=_normal(look), header1=number),
    )


def longitudinal(look: Look, paragraphs: Sequence[str]) -> bytes:
    """A longitudinal letterhead in styles: name, line, registry row; page numbers in the footer."""
    rule = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="4" w:color="000000"/></w:pBdr>'
    head = _centered(look, BODY, 32) + _centered(look, ADDRESS, 18, f'{rule}<w:spacing w:after="160"/>')
    half = _width(look) // 2
    head += table(
        [
            [
                paragraph(REGISTRY, "", look.run.replace(str(look.size), "24")),
                "".join(paragraph(line, '<w:jc w:val="left"/>') for line in look.addressee),
            ]
        ],
        [half, half],
    )
    head += paragraph("Уважаемая Вера Андреевна!", '<w:pStyle w:val="Greeting"/>')
    style = (
        '<w:style w:type="paragraph" w:styleId="Greeting"><w:name w:val="Greeting"/><w:basedOn w:val="Normal"/><w:next w:val="Letter"/>'
        '<w:pPr><w:keepNext/><w:spacing w:before="360" w:after="120"/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        f'<w:style w:type="paragraph" w:styleId="Letter"><w:name w:val="Letter"/><w:basedOn w:val="Normal"/><w:pPr>{look.paragraph}</w:pPr></w:style>'
    )
    text = _text(look, paragraphs, direct=False).replace("<w:pPr>", '<w:pPr><w:pStyle w:val="Letter"/>')
    text = text.replace(
        '<w:pPr><w:pStyle w:val="Letter"/></w:pPr><w:r><w:rPr><w:rFonts', "<w:pPr></w:pPr><w:r><w:rPr><w:rFonts"
    )  # cells stay plain
    body = head + text + _closing(look) + _signature(look)
    footer = f'<w:p><w:pPr><w:jc w:val="right"/></w:pPr>{PAGE_NUMBER}</w:p>'
    return packed(
        body + section(look.margins, references={"footer default": "footer1"}),
        **_parts(look, styles=_normal(look) + style, footer1=footer),
    )


def by_python_docx(look: Look, paragraphs: Sequence[str]) -> bytes:
    """Made by a program with python-docx and its default template (mode 14, its own styles)."""
    document = docx.Document()
    top, right, bottom, left = look.margins
    page = document.sections[0]
    page.page_width, page.page_height = Twips(11906), Twips(16838)
    page.top_margin, page.right_margin, page.bottom_margin, page.left_margin = map(Twips, (top, right, bottom, left))
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = look.family, Pt(look.size / 2)
    normal.paragraph_format.space_after = Pt(0)
    document.add_heading(BODY, level=2).alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph(ADDRESS)
    for line in look.addressee:
        document.add_paragraph(line).paragraph_format.left_indent = Twips(_width(look) // 2)
    greeting = document.add_paragraph("Уважаемая Вера Андреевна!")
    greeting.paragraph_format.space_before = greeting.paragraph_format.space_after = Pt(12)
    greeting.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text in paragraphs:
        _shaped(document.add_paragraph(text), look)
    for number in range(look.list_items):
        document.add_paragraph(f"пункт {number + 1}: {paragraphs[0][:120] if paragraphs else ''}", style="List Number")
    if look.table_rows:
        _grid(document, look.table_rows)
    _shaped(
        document.add_paragraph("Если у Вас останутся вопросы, позвоните исполнителю."), look
    ).keep_with_next = look.keeps_with_signature
    signature = document.add_paragraph(f"{POSITION}\t{SIGNATORY}")
    signature.paragraph_format.space_before = Pt(24)
    signature.paragraph_format.tab_stops.add_tab_stop(Twips(_width(look) - 2500))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _shaped(made: "docx.text.paragraph.Paragraph", look: Look) -> "docx.text.parfmt.ParagraphFormat":
    form = made.paragraph_format
    form.first_line_indent, form.space_after = Twips(look.indent), Twips(look.after)
    form.widow_control = look.has_widow_control
    form.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY if look.is_justified else WD_ALIGN_PARAGRAPH.LEFT
    if look.rule == "auto":
        form.line_spacing = look.line / 240
    else:
        form.line_spacing = Twips(look.line)
        form.line_spacing_rule = WD_LINE_SPACING.EXACTLY if look.rule == "exact" else WD_LINE_SPACING.AT_LEAST
    return form


def _grid(document: "docx.document.Document", rows: int) -> None:
    made = document.add_table(rows=rows, cols=2, style="Table Grid")
    for number, row in enumerate(made.rows, 1):
        row.cells[0].text = f"Работа {number}"
        row.cells[1].text = "ремонт кровли и водосточных труб дома № 5 по улице Ленина до 15 декабря 2026 г."
        mark = OxmlElement("w:cantSplit")
        row._tr.get_or_add_trPr().append(mark)
        assert row._tr.trPr.find(qn("w:cantSplit")) is not None


def like_word(look: Look, paragraphs: Sequence[str]) -> bytes:
    """As a new file of Word 2016 is: 1.08 lines, 8 pt after, fonts of the theme by name, mode 15, text cut into runs."""
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
        '<w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="No Spacing"/><w:basedOn w:val="a"/>'
        '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    plain = '<w:pStyle w:val="a3"/>'
    head = paragraph(BODY, f'{plain}<w:jc w:val="center"/>', "<w:b/>" + look.run)
    head += paragraph(ADDRESS, f'{plain}<w:jc w:val="center"/>', look.run.replace(str(look.size), "20"))
    head += "".join(paragraph(line, f'{plain}<w:ind w:left="4820"/>', look.run) for line in look.addressee)
    head += paragraph("", "", look.run)
    head += paragraph("Уважаемая Вера Андреевна!", '<w:jc w:val="center"/>', look.run)
    pieces = []
    for text in paragraphs:
        cut = len(text) // 3
        inside = "".join(runs(part, look.run) for part in (text[:cut], text[cut : 2 * cut], text[2 * cut :]))
        side = "both" if look.is_justified else "left"
        pieces.append(f'<w:p><w:pPr><w:ind w:firstLine="{look.indent}"/><w:jc w:val="{side}"/></w:pPr>{inside}</w:p>')
    if look.table_rows:
        pieces.insert(min(1, len(pieces)), _plan(look))
    body = head + "".join(pieces) + _closing(look) + paragraph("", plain, look.run) + _signature(look, "")
    return packed(
        body + section(look.margins),
        **_parts(look, styles=styles, theme1=""),
    )


def footed(look: Look, paragraphs: Sequence[str]) -> bytes:
    """Requisites in the header of the first page and in a tall footer; other headers after it."""
    first = (
        _centered(look, BODY, 28)
        + _centered(look, ADDRESS, 18)
        + paragraph(REGISTRY, '<w:spacing w:before="200"/>', look.run)
    )
    foot = paragraph(
        ADDRESS, '<w:pBdr><w:top w:val="single" w:sz="4" w:space="6"/></w:pBdr>', look.run.replace(str(look.size), "16")
    )
    foot += _centered(look, "Документ составлен в электронном виде", 16)
    number = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{PAGE_NUMBER}</w:p>'
    head = "".join(paragraph(line, '<w:ind w:left="4900"/>') for line in look.addressee)
    head += paragraph("Уважаемая Вера Андреевна!", '<w:spacing w:before="280" w:after="140"/><w:jc w:val="center"/>')
    body = head + _text(look, paragraphs) + _closing(look)
    half = _width(look) // 2
    body += table(
        [
            [
                paragraph(POSITION, '<w:spacing w:before="300"/>'),
                paragraph(SIGNATORY, '<w:spacing w:before="300"/><w:jc w:val="right"/>'),
            ]
        ],
        [half, half],
        whole=True,
    )
    body += paragraph("", '<w:spacing w:line="20" w:lineRule="exact"/>')
    references = {
        "header first": "header1",
        "header default": "header2",
        "footer first": "footer1",
        "footer default": "footer1",
    }
    return packed(
        body + section(look.margins, references=references, title=True, header=400),
        **_parts(look, styles=_normal(look), header1=first, header2=number, footer1=foot),
    )


def bordered(look: Look, paragraphs: Sequence[str]) -> bytes:
    """A letterhead table with borders, no spacing between paragraphs of one style; no footnotes, as in `corner`."""
    look = replace(look, notes=0)
    third = _width(look) // 3
    small = look.run.replace(str(look.size), "20")
    rows = [
        [
            _centered(look, BODY, 24),
            paragraph(ADDRESS, "", small),
            "".join(paragraph(line, "", look.run) for line in look.addressee),
        ],
        [
            paragraph(REGISTRY, "", small),
            paragraph("тел. (4242) 60-00-00", "", small),
            paragraph("По списку", "", small),
        ],
    ]
    head = table(rows, [third, third, _width(look) - 2 * third], border=8)
    head += paragraph("Уважаемая Вера Андреевна!", '<w:spacing w:before="400" w:after="200"/><w:jc w:val="center"/>')
    same = f"<w:contextualSpacing/>{look.paragraph}" if look.after else look.paragraph
    text = _text(look, paragraphs).replace(
        look.paragraph, same.replace("<w:contextualSpacing/>" + look.paragraph, _contextual(look))
    )
    body = head + text + _closing(look) + _signature(look) + paragraph(MARK, '<w:spacing w:before="300"/>', small)
    return packed(body + section(look.margins), **_parts(look, styles=_normal(look)))


def _contextual(look: Look) -> str:
    before, found, after = look.paragraph.partition("<w:jc")
    return f"{before}<w:contextualSpacing/>{found}{after}"


def sectioned(look: Look, paragraphs: Sequence[str]) -> bytes:
    """The letterhead in a section of its own, the letter in the next one on the same page."""
    head = _centered(look, BODY, 28) + _centered(look, ADDRESS, 20)
    end = section(look.margins).replace("<w:pgSz", '<w:type w:val="continuous"/><w:pgSz')
    head += f"<w:p><w:pPr>{section(look.margins)}</w:pPr>{runs(REGISTRY)}</w:p>"
    head += "".join(paragraph(line, '<w:ind w:left="5100"/>') for line in look.addressee)
    head += paragraph("Уважаемая Вера Андреевна!", '<w:spacing w:before="280" w:after="140"/><w:jc w:val="center"/>')
    body = head + _text(look, paragraphs) + _closing(look) + _signature(look)
    return packed(body + end, **_parts(look, styles=_normal(look)))


def by_libreoffice(look: Look, paragraphs: Sequence[str]) -> bytes:
    """Made in LibreOffice 7.4 (letter.docx and wide.docx from .fodt, table.docx from HTML) and filled by replacement."""
    template = ("letter", "wide")[look.size % 4 // 2]
    return _filled(template, look, paragraphs)


def by_web_page(look: Look, paragraphs: Sequence[str]) -> bytes:
    """A page of the web opened in LibreOffice and saved as .docx."""
    return _filled("table", look, paragraphs)


def _filled(template: str, look: Look, paragraphs: Sequence[str]) -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(_MADE / f"{template}.docx") as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                xml = _repeated(content.decode(), "@@text@@", paragraphs)
                content = _repeated(xml, "@@address@@", look.addressee).encode()
            target.writestr(name, content)
    return stream.getvalue()


def _repeated(xml: str, mark: str, texts: Sequence[str]) -> str:
    """The paragraph with the mark once for each text."""
    place = xml.index(mark)
    start, end = xml.rindex("<w:p>", 0, place), xml.index("</w:p>", place) + len("</w:p>")
    pattern = xml[start:end]
    return xml[:start] + "".join(pattern.replace(mark, escape(text)) for text in texts) + xml[end:]


KINDS: dict[str, Kind] = {
    "minimal": minimal,
    "corner": corner,
    "longitudinal": longitudinal,
    "by_python_docx": by_python_docx,
    "like_word": like_word,
    "by_libreoffice": by_libreoffice,
    "footed": footed,
    "bordered": bordered,
    "sectioned": sectioned,
    "by_web_page": by_web_page,
}
UNSEEN = ("footed", "bordered", "sectioned", "by_web_page")  # kept apart while the estimate was tuned
