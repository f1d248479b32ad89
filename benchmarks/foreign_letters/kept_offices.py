"""Letterheads of nine offices kept apart while the estimate was mended with those of `offices`."""

from collections.abc import Sequence

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Cm, Pt

from benchmarks.foreign_letters.draft import draft
from benchmarks.foreign_letters.look import Look
from benchmarks.foreign_letters.offices import ROMAN, Kind
from benchmarks.foreign_letters.rich_xml import (
    block,
    cell,
    emblem,
    field,
    font,
    framed,
    grid,
    numbering,
    packed,
    page,
    row,
    rule_under,
    run,
    saved,
    style,
    styles,
)

_EDGE = [("right", 9354)]
_LINK = "https://zdrav.primer.example/patsientam/zapis"


def indented_addressee(look: Look, paragraphs: Sequence[str]) -> bytes:
    """Addressee by an indent, a style for the text, with or without spacing between its paragraphs."""
    a = draft(look)
    shy = "<w:contextualSpacing/>" * (a.chance.random() < 0.5)
    own = f'<w:pPr><w:spacing w:after="{a.after or 120}" w:line="{a.line}" w:lineRule="{a.rule}"/><w:ind w:firstLine="{a.first}"/>{shy}<w:jc w:val="{a.side}"/></w:pPr>'
    names = style("Text", own) + style("To", f'<w:pPr><w:ind w:left="{a.chance.choice((4820, 5103, 5387))}"/></w:pPr>')
    body = a.lines(
        "ГОСУДАРСТВЕННОЕ БЮДЖЕТНОЕ УЧРЕЖДЕНИЕ",
        "«ЦЕНТР СОЦИАЛЬНОГО ОБСЛУЖИВАНИЯ НАСЕЛЕНИЯ ЗАРЕЧНОГО РАЙОНА»",
        look=font(bold=True),
    )
    body += block(
        run("185000, г. Заречный, наб. Гюллинга, 0\t\tтел. 8 (8142) 00-22-00", font(9)), tabs=_EDGE, after=240
    )
    body += (
        block(run("17.11.2026 № 512/01-09"))
        + a.addressee(style="To")
        + block(run("Копия: в дело"), style="To", before=120)
    )
    body += block(style="Text") + a.lines("Уважаемая Вера Ильинична!", before=240, after=240, flags="keepNext")
    for text in paragraphs:
        body += block(run(text), style="Text", number=a.chance.choice((0, 0, 0, 0, 1, 2)))
    body += block(run("Директор\tЕ. В. Пахомова"), before=480, flags="keepLines", tabs=_EDGE) + block(
        run(a.mark, font(9)), before=360
    )
    parts = {"footer1": block(field("PAGE"), side="right"), "numbering": numbering(1134, 425)}
    return packed(
        body + page(refs="footer default footer1"),
        styles=styles("Liberation Serif", a.size, more=names),
        settings=a.settings,
        **parts,
    )


def right_cell(look: Look, paragraphs: Sequence[str]) -> bytes:
    """Three rows with merged cells and heights of their own, the addressee in the last cell on the right."""
    a = draft(look)
    title = a.lines("АДМИНИСТРАЦИЯ ЗАРЕЧНОГО МУНИЦИПАЛЬНОГО ОКРУГА", look=font(12, bold=True), after=60)
    title += a.lines("КОМИТЕТ ПО УПРАВЛЕНИЮ ИМУЩЕСТВОМ", look=font(11)) + a.lines(
        "ул. Ленина, д. 0, г. Заречный Тел. (8142) 00-30-30", look=font(8), before=40
    )
    first = row(
        cell(4200, block(emblem(15, 15), side="center"), align="center"),
        *(cell(width, block(), merge="restart") for width in (700, 4455)),
        height=1000,
        rule=a.chance.choice(("", "exact", "atLeast")),
    )
    second = row(cell(4200, title), *(cell(width, block(), merge="continue") for width in (700, 4455)))
    number = cell(4200, a.lines("17.11.2026  №  2-19/774", look=font(12)), align="bottom")
    third = row(
        number, cell(700, block()), cell(4455, a.addressee()), height=a.chance.choice((500, 900, 1400)), whole=True
    )
    body = grid([4200, 700, 4455], first, second, third, sides=57) + block()
    body += block(run("Об аренде земельного участка"), right=4800, after=240) + a.text(paragraphs) + block()
    position = block(run("Председатель комитета –\nглавный архитектор"), flags="keepNext")
    name = cell(4355, block(run("Б. Б. Юнусов"), side="right"), align="bottom")
    body += grid([5000, 4355], row(cell(5000, position), name, whole=True)) + block(run(a.mark, font(10)), before=200)
    margin = a.chance.choice((851, 1134))
    return packed(
        body + page(margin, 850, margin, 1701),
        picture=True,
        styles=styles(ROMAN, a.size),
        settings=a.settings,
        numbering=numbering(0, first=709),
    )


def body_in_cell(look: Look, paragraphs: Sequence[str]) -> bytes:
    """The whole letter stands in one cell, as old form fillers leave it; the signature in a table right after it."""
    a = draft(look)
    inside = (
        block(run("17.11.2026 № 4.1-9/3302"), after=120)
        + a.addressee(left=4500)
        + block()
        + a.text(paragraphs, lists=False)
        + block()
    )
    body = a.lines("УПРАВЛЕНИЕ ФЕДЕРАЛЬНОЙ ПОЧТОВОЙ СЛУЖБЫ", look=font(13, bold=True)) + a.lines(
        "по Заречной области", look=font(12)
    )
    body += grid([9355], row(cell(9355, inside)), sides=a.chance.choice((0, 108)))
    name = block(run("Т. Т. Ильясова"), side="right")
    body += grid([5400, 3955], row(cell(5400, block(run("Врио руководителя"))), cell(3955, name)), sides=108)
    return packed(
        body + block(run(a.mark, font(9))) + page(),
        styles=styles(ROMAN, a.size),
        settings=a.settings.replace(f'"{a.mode}"', '"12"'),
    )


def two_sections(look: Look, paragraphs: Sequence[str]) -> bytes:
    """The letterhead in a section with narrower margins, the text goes on in another one."""
    a = draft(look)
    body = block(emblem(14, 16), side="center")
    body += a.lines(
        "ГЛАВНОЕ УПРАВЛЕНИЕ МИНИСТЕРСТВА ПО ДЕЛАМ ГРАЖДАНСКОЙ ОБОРОНЫ И ЧРЕЗВЫЧАЙНЫМ СИТУАЦИЯМ ПО ЗАРЕЧНОЙ ОБЛАСТИ",
        look=font(12, bold=True),
    )
    body += a.lines("(Главное управление по Заречной области)", look=font(11), after=120)
    cells = cell(4800, block(run("17.11.2026 № ИВ-221-18", font(12)))), cell(5400, a.addressee())
    body += grid([4800, 5400], row(*cells), sides=108) + block(end=page(567, 567, 1134, 1134)) + a.text(paragraphs)
    body += block(run("С уважением,"), before=200, flags="keepNext", first=a.first)
    body += block(
        run("начальник управления\nгенерал-майор внутренней службы\tА. А. Гуров"), flags="keepLines", tabs=_EDGE
    )
    body += block() + block(run(a.mark, font(10))) + page(567, kind="continuous")
    return packed(body, picture=True, styles=styles(ROMAN, a.size), settings=a.settings, numbering=numbering())


def footnotes(look: Look, paragraphs: Sequence[str]) -> bytes:
    """Footnotes without a style, links, tab stops, a footer of two lines."""
    a = draft(look)
    bold = font(bold=True)
    body = a.lines(
        "ТЕРРИТОРИАЛЬНЫЙ ФОНД ОБЯЗАТЕЛЬНОГО МЕДИЦИНСКОГО СТРАХОВАНИЯ", look=bold, flags="keepNext"
    ) + a.lines("Заречной области")
    body += block(run("от\t№ 00-15/411"), tabs=[("left", 1900)], before=120) + block(
        run("на №\tот\t"), tabs=[("left", 1200), ("left", 3000)]
    )
    body += grid([4600, 4755], row(cell(4600, block()), cell(4755, a.addressee()))) + block()
    called = 0
    link = f'<w:hyperlink r:id="link">{run(_LINK, font(more=chr(60) + "w:u w:val=" + chr(34) + "single" + chr(34) + "/>"))}</w:hyperlink>'
    for text in paragraphs:
        more = ""
        if called < 2 and a.chance.random() < 0.25:
            called += 1
            more = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{called + 1}"/></w:r>'
        elif a.chance.random() < 0.2:
            more = run(" Подробнее: ") + link + run(".")
        body += block(run(text) + more, **a.paragraph, first=a.first)
    body += block(run("Приложение:\tна 3 л. в 1 экз."), tabs=[("left", 1701)], before=240) + block()
    body += (
        block(run("Директор\tС. С. Мохов"), tabs=_EDGE)
        + block()
        + block(run(a.mark, font(9)))
        + page(refs="footer default footer1", edge=567)
    )
    notes = (
        "Федеральный закон от 29.11.2010 № 326-ФЗ.",
        "Сведения даны по состоянию на 1 ноября 2026 года и могут измениться после уточнения бюджета территориального фонда на очередной год.",
    )
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/><w:sz w:val="20"/></w:rPr><w:footnoteRef/></w:r>'
    special = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}">{block(f"<w:r><w:{kind}/></w:r>", after=0, line=240)}</w:footnote>'
        for number, kind in enumerate(("separator", "continuationSeparator"))
    )
    special += "".join(
        f'<w:footnote w:id="{number}">{block(raised + run(" " + note, font(10)))}</w:footnote>'
        for number, note in enumerate(notes, 2)
    )
    pages = run("Страница ", font(8)) + field("PAGE", font(8)) + run(" из ", font(8)) + field("NUMPAGES", font(8))
    parts = {"footer1": block(run("г. Заречный, ул. Кирова, 0; (8142) 00-55-55", font(8))) + block(pages, side="right")}
    return packed(
        body, styles=styles(ROMAN, a.size), settings=a.settings, footnotes=special, links=[("link", _LINK)], **parts
    )


def court_office(look: Look, paragraphs: Sequence[str]) -> bytes:
    """Arial, no widow control, a signature kept with what stands over it."""
    a = draft(look)
    body = block(run("УПРАВЛЕНИЕ СУДЕБНОГО ДЕПАРТАМЕНТА", font(13, bold=True))) + block(
        run("в Заречной области", font(11)), after=40
    )
    body += block(
        run("185000, г. Заречный, ул. Судебная, 0\nтел.: 8\u00a0(8142)\u00a000-77-01", font(9)), after=200
    ) + a.addressee(side="right")
    body += a.lines("УВЕДОМЛЕНИЕ", look=font(bold=True), before=300, after=200, flags="keepNext") + a.text(
        paragraphs, widow=False
    )
    body += block(flags="keepNext") + block(run("Заместитель начальника\t\t\tМ. Ю. Рогов"), flags="keepNext keepLines")
    body += (
        block(run("(подпись)", font(8)), left=5400)
        + block(run(a.mark, font(9)), widow=False)
        + page(right=1134, edge=400, refs="header default header1")
    )
    header = block(run("УСД в Заречной области", font(8)), side="right", border=rule_under("single", 4))
    return packed(
        body,
        styles=styles("Arial", a.chance.choice((11, 12, 12.5))),
        settings=a.settings,
        numbering=numbering(bullet="•"),
        header1=header,
    )


def by_python_docx_grid(look: Look, paragraphs: Sequence[str]) -> bytes:
    """python-docx with «Table Grid» for the letterhead and a table for the signature."""
    a = draft(look)
    made = docx.Document()
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = a.chance.choice((ROMAN, ROMAN, "Arial", "Liberation Serif")), Pt(a.size)
    spacing = normal.paragraph_format
    spacing.space_after, spacing.space_before, spacing.widow_control = Pt(a.after / 20), Pt(a.before / 20), a.widow
    if a.rule == "auto":
        spacing.line_spacing = a.line / 240
    else:
        spacing.line_spacing_rule = WD_LINE_SPACING.EXACTLY if a.rule == "exact" else WD_LINE_SPACING.AT_LEAST
        spacing.line_spacing = Pt(a.line / 20)
    paper = made.sections[0]
    paper.page_width, paper.page_height = Cm(21), Cm(29.7)
    paper.left_margin, paper.right_margin, paper.top_margin, paper.bottom_margin = (
        Cm(2.5),
        Cm(1.5),
        Cm(2),
        Cm(a.chance.choice((2, 2.5))),
    )
    paper.header.paragraphs[0].text = "Контрольно-счётная палата"
    head = made.add_table(2, 2)
    head.style = "Table Grid"
    head.cell(0, 0).merge(head.cell(0, 1)).text = "КОНТРОЛЬНО-СЧЁТНАЯ ПАЛАТА ЗАРЕЧНОЙ ОБЛАСТИ"
    head.cell(1, 0).text, head.cell(1, 1).text = "17.11.2026\n№ 01-14/88", "\n".join(a.to)
    made.add_paragraph()
    for text in paragraphs:
        style_name = a.chance.choice((None,) * 5 + ("List Number 2", "List Bullet"))
        paragraph = made.add_paragraph(text, style=style_name)
        if a.side == "both":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        if style_name is None:
            paragraph.paragraph_format.first_line_indent = Pt(a.first / 20)
    signature = made.add_table(1, 2)
    signature.cell(0, 0).text, signature.cell(0, 1).text = "Председатель палаты", "Г. Г. Ласточкин"
    made.add_paragraph().add_run(a.mark).font.size = Pt(9)
    return saved(made)


def modern_word(look: Look, paragraphs: Sequence[str]) -> bytes:
    """Calibri, 8 points after a paragraph and 1.08 lines by default, as Word 365 has it."""
    a = draft(look)
    names = style("Plain", '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>')
    names += style(
        "Sign",
        '<w:pPr><w:keepNext/><w:tabs><w:tab w:val="right" w:pos="9637"/></w:tabs><w:spacing w:before="360"/></w:pPr>',
    )
    names += style(
        "Head",
        f'<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="0"/><w:jc w:val="center"/></w:pPr><w:rPr>{font(16, bold=True)}</w:rPr>',
    )
    body = (
        block(run("Уполномоченный по правам ребёнка"), style="Head")
        + a.lines("в Заречной области")
        + a.lines("Заречный, ул. Садовая, 0", look=font(9), style="Plain")
    )
    body += block() + a.addressee(style="Plain", left=5000) + block() + a.lines("Уважаемые родители!")
    shy = a.chance.random() < 0.5
    for text in paragraphs:
        number = a.chance.choice((0, 0, 0, 0, 1, 2))
        body += block(
            run(text), side=a.side, number=number, contextual=shy or number > 0, first=0 if number else a.first
        )
    body += (
        framed(a.mark)
        + block(run("Уполномоченный\tИ. И. Журавлёва"), style="Sign")
        + page(right=1134, left=1134, refs="header default header1", title=True)
    )
    own = styles("Calibri", a.chance.choice((11, 12, 13)), after=160, line=259, more=names)
    return packed(
        body,
        styles=own,
        settings=a.settings,
        numbering=numbering(720, bullet="•"),
        header1=block(field("PAGE"), side="center", after=0),
    )


def anchored_emblem(look: Look, paragraphs: Sequence[str]) -> bytes:
    """An emblem behind the text, a double line, two signatures, a tiny last paragraph."""
    a = draft(look)
    body = (
        block(emblem(16, 19, behind=True))
        + block()
        + a.lines("ЗАРЕЧНАЯ ГОРОДСКАЯ ДУМА", look=font(16, bold=True, more='<w:spacing w:val="40"/>'), before=200)
    )
    body += a.lines("шестого созыва", look=font(12), border=rule_under("double", 6), after=160)
    body += block(run("17.11.2026\tг. Заречный\t№ 211"), tabs=[("center", 4677), *_EDGE], after=200)
    cells = cell(5000, block(run("На № 14 от 02.11.2026", font(12)))), cell(4355, a.addressee())
    body += grid([5000, 4355], row(*cells), look='<w:jc w:val="right"/>', sides=108) + a.lines(
        "Уважаемый Олег Денисович!", before=240, after=120
    )
    body += (
        a.text(paragraphs) + block() + block(run("Председатель Думы\tЛ. Н. Мещерская"), tabs=_EDGE, flags="keepNext")
    )
    body += block(run("Секретарь\tВ. В. Ус"), tabs=_EDGE, before=120) + framed(a.mark) + block(mark=font(4))
    body += page(refs="header first header1,header default header2", title=True)
    headers = {"header1": block(), "header2": block(field("PAGE"), side="center") + block()}
    return packed(
        body, picture=True, styles=styles(ROMAN, a.size), settings=a.settings, numbering=numbering(1429), **headers
    )


KEPT_OFFICES: dict[str, Kind] = {
    kind.__name__: kind
    for kind in (
        indented_addressee,
        right_cell,
        body_in_cell,
        two_sections,
        footnotes,
        court_office,
        by_python_docx_grid,
        modern_word,
        anchored_emblem,
    )
}
