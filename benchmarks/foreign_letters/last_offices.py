"""Letterheads of nine offices drawn after the last mending, to see what nobody has tuned the estimate on."""

from collections.abc import Sequence

from benchmarks.foreign_letters.draft import draft
from benchmarks.foreign_letters.look import Look
from benchmarks.foreign_letters.offices import ROMAN, Kind
from benchmarks.foreign_letters.rich_xml import (
    block,
    cell,
    control,
    cut_runs,
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
    style,
    styles,
)


def tax_office(look: Look, paragraphs: Sequence[str]) -> bytes:
    """Three columns, the middle one empty; the addressee under the table; a thick line; a narrow paper."""
    a = draft(look)
    left = a.lines("ФНС РОССИИ", look=font(10)) + a.lines(
        "МЕЖРАЙОННАЯ ИНСПЕКЦИЯ\nФЕДЕРАЛЬНОЙ НАЛОГОВОЙ СЛУЖБЫ № 0",
        "ПО СЕВЕРНОЙ ОБЛАСТИ",
        look=font(11, bold=True),
        after=40,
    )
    right = "".join(
        block(run(text, font(9)), side="right")
        for text in ("ул. Мира, д. 0, г. Северный, 160000", "Телефон: 8-800-000-00-00", "www.nalog-primer.example")
    )
    body = grid(
        [4300, 700, 4400], row(cell(4300, left), cell(700, block()), cell(4400, right, align="center")), sides=50
    )
    body += block(border=rule_under("single", 24), after=120) + block(
        run("19.11.2026 № 05-21/01177-ЗГ", font(12)), tabs=[("left", 5000)]
    )
    body += a.addressee(left=5040, side="left") + block(
        run("О порядке уплаты налога", font(12)), before=200, after=200, right=5000
    )
    body += a.text(paragraphs) + block(
        run(
            "Начальник инспекции,\nсоветник государственной гражданской службы\nРоссийской Федерации 1 класса\tО. Л. Громова"
        ),
        before=400,
        flags="keepLines",
        tabs=[("right", 9350)],
    )
    body += block() + block(run(a.mark, font(8))) + page(794, 737, 737, 1814, edge=454, refs="footer default footer1")
    return packed(
        body,
        styles=styles(ROMAN, a.size),
        settings=a.settings,
        numbering=numbering(1200, 400),
        footer1=block(run("Документ создан в электронной форме", font(7)), side="center"),
    )


def school(look: Look, paragraphs: Sequence[str]) -> bytes:
    """A stamp by an indent on the right, numbers typed by hand, hanging items, a signature by spaces."""
    a = draft(look)
    body = a.lines(
        "Муниципальное бюджетное\nобщеобразовательное учреждение",
        "«Средняя школа № 00»",
        "ул. Школьная, 0, пос. Северный",
        "от 19.11.2026 № 77",
        look=font(12),
        right=5200,
    )
    body += (
        a.addressee(left=5200, after=60) + block() * 2 + a.lines("Уважаемые родители!", look=font(bold=True), after=200)
    )
    for number, text in enumerate(paragraphs, 1):
        if a.chance.random() < 0.3:
            hanging = a.paragraph | {"end": ""}
            item = block(cut_runs(f"{number})\t{text}", a.chance), **hanging)
            body += item.replace("<w:jc ", '<w:ind w:left="709" w:hanging="425"/><w:jc ', 1)
        else:
            body += block(cut_runs(text, a.chance), **a.paragraph, first=a.first)
    body += (
        block()
        + block(run("Директор школы" + " " * 40 + "Э. Э. Ларионова"))
        + block()
        + block(run(a.mark, font(10)))
        + page(1134, 567, 1134, 1134)
    )
    return packed(body, styles=styles(ROMAN, a.size), settings=a.settings)


def header_table(look: Look, paragraphs: Sequence[str]) -> bytes:
    """A table with the emblem in the header of page 1, text and a line in that of the next ones; Arial."""
    a = draft(look)
    title = block(run("АРБИТРАЖНЫЙ СУД СЕВЕРНОЙ ОБЛАСТИ", font(14, bold=True))) + block(
        run("ул. Судейская, 0, г. Северный, 160000, http://sud.primer.example", font(9))
    )
    header = grid(
        [1400, 7900], row(cell(1400, block(emblem(15, 18))), cell(7900, title, align="center")), sides=30
    ) + block(mark=font(8))
    body = (
        a.addressee(left=4700)
        + block(run("19 ноября 2026 г."), before=200)
        + block(run("Дело № А00-1187/2026"), after=200)
    )
    body += a.text(paragraphs) + block(run("Помощник судьи\tП. Р. Ёлкина"), tabs=[("right", 9300)], before=300)
    body += page(1134, 850, 1134, 1701, edge=567, title=True, refs="header first header1,header default header2")
    second = block(field("PAGE", font(9)), side="center") + block(
        run("Дело № А00-1187/2026", font(9)), border=rule_under("single", 4), after=120
    )
    own = styles("Arial", a.chance.choice((10.5, 11, 12)))
    return packed(
        body,
        picture=True,
        styles=own,
        settings=a.settings,
        numbering=numbering(900, 300),
        header1=header,
        header2=second,
    )


def police(look: Look, paragraphs: Sequence[str]) -> bytes:
    """A letterhead of paragraphs centred over the left half; exact spacing; two small tables at the end."""
    a = draft(look)
    body = block(emblem(13, 13), right=5300, side="center") + a.lines(
        "МВД РОССИИ",
        "УПРАВЛЕНИЕ\nПО СЕВЕРНОЙ ОБЛАСТИ",
        "(УМВД России по Северной области)",
        look=font(11),
        right=5300,
        line=240,
        rule="exact",
    )
    body += a.lines("19.11.2026  №  3/267700", look=font(11), right=5300, before=80) + a.addressee(
        left=5300, line=280, rule="exact"
    )
    body += block() + a.text(paragraphs, line=a.chance.choice((340, 360, 380)), rule="exact")
    rank = block(run("Врио заместителя начальника\nполковник внутренней службы"))
    body += block(line=360, rule="exact") + grid(
        [6000, 3355], row(cell(6000, rank), cell(3355, block(run("У. У. Ким"), side="right"), align="bottom")), sides=0
    )
    body += (
        block(mark=font(6))
        + grid([4000], row(cell(4000, block(run(a.mark, font(9))))), lines=4)
        + block(mark=font(2))
        + page(709, 567, 709, 1701)
    )
    return packed(body, picture=True, styles=styles(ROMAN, a.size), settings=a.settings, numbering=numbering(709, 0))


def hospital(look: Look, paragraphs: Sequence[str]) -> bytes:
    """A table of facts in the middle of the text, whose rows may be divided; a list of two marks."""
    a = draft(look)
    widths = (600, 5200, 3555)
    cells = ("№", "Обследование, место и время приёма", "Срок ожидания")
    facts = [row(*(cell(w, block(run(t, font(11, bold=True)))) for w, t in zip(widths, cells, strict=True)))]
    for number in range(1, a.chance.randint(2, 6)):
        texts = (
            str(number),
            "УЗИ органов брюшной полости, поликлиника № 0, кабинет 214, понедельник – пятница"
            * a.chance.choice((1, 1, 2)),
            "не более 14 рабочих дней",
        )
        facts.append(row(*(cell(w, block(run(t, font(11)))) for w, t in zip(widths, texts, strict=True))))
    middle = len(paragraphs) // 2
    body = a.lines("ДЕПАРТАМЕНТ ЗДРАВООХРАНЕНИЯ СЕВЕРНОЙ ОБЛАСТИ", look=font(bold=True)) + a.lines(
        "ул. Лечебная, 0", look=font(9), border=rule_under("thinThickSmallGap", 18), after=100
    )
    body += (
        grid([4677, 4678], row(cell(4677, block(run("19.11.2026 № 41-ОГ"))), cell(4678, a.addressee())), sides=108)
        + block()
    )
    body += (
        a.text(paragraphs[:middle])
        + grid(widths, *facts, sides=80, lines=4)
        + block(mark=font(8))
        + a.text(paragraphs[middle:])
    )
    body += (
        block()
        + block(run("Начальник департамента\t\t\tЖ. Ж. Орехов"))
        + framed(a.mark)
        + block()
        + page(1134, 850, 1134, 1418)
    )
    return packed(body, styles=styles(ROMAN, a.size), settings=a.settings, numbering=numbering(1069, 360, bullet="•"))


def once_word_97(look: Look, paragraphs: Sequence[str]) -> bytes:
    """An old .doc saved as .docx: spacing that is added, tabs by default stops, empty lines."""
    a = draft(look)
    old = "<w:doNotUseHTMLParagraphAutoSpacing/>"
    body = (
        a.lines("СОВЕТ ДЕПУТАТОВ", "СЕВЕРНОГО СЕЛЬСОВЕТА", before=40, after=40)
        + block(run("19.11.2026\t\t\t\t\t\t\t№ 8"))
        + block()
    )
    body += (
        "".join(block(run("\t\t\t\t\t\t\t" + line)) for line in a.to)
        + block()
        + a.text(paragraphs, lists=False)
        + block(before=200)
    )
    body += (
        block(run("Председатель Совета\t\t\t\t\tШ. Ш. Южин"), before=120, after=120)
        + block(run(a.mark, font(10)), before=120)
        + page(1134, 850, 1134, 1701)
    )
    return packed(body, styles=styles(ROMAN, a.size), settings=a.settings.replace("<w:compat>", f"<w:compat>{old}"))


def with_appendix(look: Look, paragraphs: Sequence[str]) -> bytes:
    """A list of documents on a page of its own that lies on its side."""
    a = draft(look)
    body = a.lines("ИНСПЕКЦИЯ ГОСУДАРСТВЕННОГО СТРОИТЕЛЬНОГО НАДЗОРА", look=font(bold=True), after=200) + grid(
        [4600, 4755], row(cell(4600, block(run("19.11.2026 № 12-исх"))), cell(4755, a.addressee())), sides=108
    )
    body += (
        block()
        + a.text(paragraphs)
        + block(run("Приложение: на 1 л."), before=120)
        + block(run("Руководитель\tЯ. Я. Зорина"), tabs=[("right", 9354)], before=300)
    )
    body += block(end=page(refs="header default header1"))
    body += block(run("Приложение"), side="right") + grid(
        [700, 9000],
        *(row(cell(700, block(run(str(n)))), cell(9000, block(run("копия акта проверки")))) for n in range(1, 5)),
        lines=4,
    )
    turned = page(850, 1134, 1701, 1134).replace(
        'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"'
    )
    return packed(
        body + block() + turned,
        styles=styles(ROMAN, a.size),
        settings=a.settings,
        numbering=numbering(),
        header1=block(field("PAGE"), side="center"),
    )


def form(look: Look, paragraphs: Sequence[str]) -> bytes:
    """Controls in cells, bookmarks, an accepted insertion and a deletion, capitals, wide and narrow letters, raised signs."""
    a = draft(look)
    caps = font(12, more='<w:caps/><w:spacing w:val="20"/>')
    body = a.lines("Управление Роспотребнадзора по Северной области", look=caps) + a.lines(
        "Территориальный отдел", look=font(11, more="<w:smallCaps/>")
    )
    body += (
        grid(
            [4677, 4678],
            row(cell(4677, control(block(run("19.11.2026 № 22-00-07/1")))), cell(4678, control(a.addressee()))),
            sides=108,
        )
        + block()
    )
    for number, text in enumerate(paragraphs):
        half = text.find(" ", len(text) // 2) + 1
        changed = (
            f'<w:bookmarkStart w:id="{number}" w:name="b{number}"/>'
            + cut_runs(text[:half], a.chance)
            + f'<w:ins w:id="{number + 500}" w:author="А" w:date="2026-11-19T10:00:00Z">{run("дополнительно ")}</w:ins>'
            + f'<w:del w:id="{number + 900}" w:author="А" w:date="2026-11-19T10:00:00Z"><w:r><w:delText>лишние слова</w:delText></w:r></w:del>'
            * (number % 4 == 1)
            + run(text[half:], font(more=('<w:w w:val="95"/>', '<w:spacing w:val="-4"/>', "", "")[number % 4]))
            + f'<w:bookmarkEnd w:id="{number}"/>'
        )
        body += block(
            changed + run(" м") + run("2", '<w:vertAlign w:val="superscript"/>'), **a.paragraph, first=a.first
        )
    body += (
        block()
        + block(control(run("Начальник отдела")) + run("\tД. Д. Лапина"), tabs=[("right", 9354)])
        + block(run(a.mark, font(10)), before=240)
        + page()
    )
    return packed(body, styles=styles(ROMAN, a.size), settings=a.settings.replace(f'"{a.mode}"', '"14"'))


def styled(look: Look, paragraphs: Sequence[str]) -> bytes:
    """Styles resting on styles: headings kept with the text, a list style that wants no spacing, bold signature."""
    a = draft(look)
    text = f'<w:pPr><w:spacing w:before="{a.before}" w:after="{a.after}" w:line="{a.line}" w:lineRule="{a.rule}"/><w:ind w:firstLine="{a.first}"/><w:jc w:val="{a.side}"/></w:pPr>'
    names = style("Base", text) + style(
        "Item", '<w:pPr><w:ind w:left="720" w:hanging="360"/><w:contextualSpacing/></w:pPr>', base="Base"
    )
    names += style(
        "Part", f'<w:pPr><w:keepNext/><w:spacing w:before="180" w:after="60"/></w:pPr><w:rPr>{font(bold=True)}</w:rPr>'
    ) + style("To", '<w:pPr><w:ind w:left="5000"/></w:pPr>')
    names += style("Quiet", f"<w:rPr>{font(9, italic=True)}</w:rPr>", base="To")
    body = (
        a.lines("МИНИСТЕРСТВО ЦИФРОВОГО РАЗВИТИЯ", "СЕВЕРНОЙ ОБЛАСТИ", style="Part")
        + a.addressee(style="To")
        + block(run("через портал"), style="Quiet")
        + block()
    )
    for number, words in enumerate(paragraphs):
        if number % 3 == 2:
            body += block(run(f"Вопрос {number // 3 + 1}"), style="Part")
        name = "Item" if a.chance.random() < 0.3 else "Base"
        body += block(cut_runs(words, a.chance), style=name, number=a.chance.choice((1, 2)) if name == "Item" else 0)
    body += block(
        run("Министр\tЩ. Щ. Эрдман", font(bold=True)), before=400, tabs=[("right", 9354)], flags="keepLines"
    ) + framed(a.mark, bottom=1247)
    body += block(run("С уважением", font(10)), before=60) + page(
        bottom=1247, refs="header default header1", title=True
    )
    return packed(
        body,
        styles=styles(ROMAN, a.size, more=names),
        settings=a.settings,
        numbering=numbering(720),
        header1=block(field("PAGE"), side="center"),
    )


LAST_OFFICES: dict[str, Kind] = {
    kind.__name__: kind
    for kind in (tax_office, school, header_table, police, hospital, once_word_97, with_appendix, form, styled)
}
