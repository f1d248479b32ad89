"""Letterheads of eight offices that showed habits of LibreOffice the estimate did not know."""

from collections.abc import Callable, Sequence

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from benchmarks.foreign_letters.draft import Draft, draft
from benchmarks.foreign_letters.look import Look
from benchmarks.foreign_letters.rich_xml import (
    block,
    cell,
    control,
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
    styles,
)

Kind = Callable[[Look, Sequence[str]], bytes]
ROMAN = "Times New Roman"


def federal_emblem(look: Look, paragraphs: Sequence[str]) -> bytes:
    """A wide left column with the emblem and four sizes of text; a tiny empty paragraph ends the file."""
    a = draft(look)
    left = block(emblem(14, 17.5), side="center")
    left += a.lines("ФЕДЕРАЛЬНАЯ СЛУЖБА\nПО НАДЗОРУ В СФЕРЕ ПРИРОДНОЙ СРЕДЫ", look=font(10, ROMAN, bold=True))
    left += a.lines("(Росприроднадзорпример)", look=font(9)) + a.lines(
        "МЕЖРЕГИОНАЛЬНОЕ УПРАВЛЕНИЕ\nПО ОЗЁРНОЙ И СТЕПНОЙ ОБЛАСТЯМ", look=font(9.5, bold=True)
    )
    left += a.lines(
        "ул. Набережная реки Ушайки, д. 0, г. Озёрск, 630000\nтел. (383) 000-00-15\nОКПО 00000000", look=font(8)
    )
    left += block(mark=font(8)) + a.lines("____________ № ____________", "На № 0415-ж от 02.11.2026", look=font(11))
    body = grid([5100, 4255], row(cell(5100, left), cell(4255, block() + a.addressee(left=284))), sides=108)
    body += block() + block(run("О рассмотрении обращения", font(12))) + block()
    body += a.lines("Уважаемый Пётр Сергеевич!", after=120) + a.text(paragraphs) + block() + framed(a.mark)
    name = block(run("А. Р. Сафин"), side="right")
    position = block(run("Заместитель руководителя\nуправления"))
    body += grid([5600, 3755], row(cell(5600, position), cell(3755, name, align="bottom")), sides=0)
    body += block(mark=font(2)) + page(refs="header default header1,header first header2", title=True)
    headers = {"header1": block(field("PAGE"), side="center"), "header2": block()}
    return packed(
        body, picture=True, styles=styles(ROMAN, a.size), settings=a.settings, numbering=numbering(), **headers
    )


def municipality_tabs(look: Look, paragraphs: Sequence[str]) -> bytes:
    """A village typed with tabs and empty lines, no table at all."""
    a = draft(look)
    body = a.lines(
        "Российская Федерация",
        "АДМИНИСТРАЦИЯ",
        "МАЛОДВОРИКОВСКОГО СЕЛЬСКОГО ПОСЕЛЕНИЯ",
        look=font(bold=True),
    )
    body += a.lines("632000, с. Малые Дворики, ул. Центральная, 0", look=font(10), border=rule_under())
    stop = [("left", 5103)]
    body += block() + block(run("от 17.11.2026 г. № 118\t\t" + a.to[0]), tabs=stop)
    body += "".join(block(run("\t" + line), tabs=stop) for line in a.to[1:]) + block() * 2
    body += block(run("Ответ на обращение")) + block() + a.text(paragraphs, lists=False) + block() * 3
    body += block(run("Глава администрации\t\t\t\t\t\tН. И. Полежаев")) + block() * 2
    body += block(run("Исп. Т. А. Жук\n00-146", font(10))) + page(851, 567, 851, 1418)
    return packed(body, styles=styles(ROMAN, a.size), settings=a.settings)


def prosecutor_borders(look: Look, paragraphs: Sequence[str]) -> bytes:
    """A bordered table with merged cells, another one without borders for the addressee."""
    a = draft(look)
    title = block(emblem(12, 14), side="center") + a.lines(
        "ПРОКУРАТУРА РОССИЙСКОЙ ФЕДЕРАЦИИ", "ПРОКУРАТУРА ОЗЁРСКОЙ ОБЛАСТИ", look=font(13, bold=True)
    )
    contacts = ("ул. Гоголя, д. 0, г. Озёрск, 630000", "тел. (383) 000-17-17", "proc@prokuratura-primer.example")
    widths = (3115, 3115, 3125)
    small = (cell(w, a.lines(t, look=font(9)), align="center") for w, t in zip(widths, contacts, strict=True))
    registry = row(
        cell(3115, block(run("17.11.2026", font(11)))),
        cell(6240, block(run("№ 7-412-2026", font(11))), span=2),
        height=340,
    )
    body = grid(widths, row(cell(9355, title, span=3)), row(*small), registry, sides=70, ends=28, lines=6)
    body += block(mark=font(8)) + grid([4677, 4678], row(cell(4677, block()), cell(4678, a.addressee())), sides=108)
    body += block() * 2 + a.text(paragraphs) + block() * 2
    body += block(
        run("Начальник отдела по надзору за исполнением законодательства в экологической сфере"),
        flags="keepNext",
        right=4500,
    )
    body += block(run("старший советник юстиции\tД. О. Нестерова"), flags="keepNext", tabs=[("right", 9354)])
    body += block() + block(run(a.mark, font(10))) + page(refs="footer default footer1")
    parts = {"footer1": block(run("Прокуратура Озёрской области\n№ 7-412-2026", font(8)))}
    own = numbering(709, 283, bullet="-")
    return packed(body, picture=True, styles=styles(ROMAN, a.size), settings=a.settings, numbering=own, **parts)


def first_page_header(look: Look, paragraphs: Sequence[str]) -> bytes:
    """The letterhead is the header of page 1, the contacts its footer; Arial."""
    a = draft(look)
    size = a.chance.choice((11, 11.5, 12))
    bold = font(13, bold=True)
    header = block(emblem(13, 16), side="center") + a.lines("МИНИСТЕРСТВО СОЦИАЛЬНОЙ ПОЛИТИКИ", look=bold)
    header += a.lines("СТЕПНОГО КРАЯ", look=bold, after=60, border=rule_under("thinThickSmallGap", 24))
    contacts = "350000, г. Степной, пл. Труда, 0 • тел. 8 (861) 000-10-10"
    footer = a.lines(contacts, "www.msp.step-primer.example", look=font(8))
    registry = block(run("17.11.2026 № 204-01-18/2231\nНа № ______ от ______", font(11)))
    body = grid([4600, 4750], row(cell(4600, registry), cell(4750, a.addressee())))
    body += block() + a.lines("Уважаемая Инна Павловна!", before=120, after=120) + a.text(paragraphs)
    body += block(run("С уважением,"), before=240, flags="keepNext", first=a.first)
    body += block(run("заместитель министра\tК. Л. Ярцева"), tabs=[("right", 9350)], flags="keepLines")
    refs = "header first header1,footer first footer1,header default header2,footer default footer2"
    body += page(edge=567, title=True, refs=refs)
    parts = {
        "header1": header + block(mark=font(6)),
        "footer1": footer,
        "header2": block(field("PAGE"), side="right"),
        "footer2": block(),
    }
    return packed(body, picture=True, styles=styles("Arial", size), settings=a.settings, numbering=numbering(), **parts)


def nested_table(look: Look, paragraphs: Sequence[str]) -> bytes:
    """A table for the number and the date inside the left cell; Times New Roman or Calibri."""
    a = draft(look)
    widths = (400, 1900, 400, 1500)

    def stamp(*texts: str) -> str:
        return row(*(cell(w, block(run(t, font(10)))) for w, t in zip(widths, texts, strict=True)))

    inner = grid(widths, stamp("от", "17.11.2026", "№", "1402"), stamp("на №", "", "от", ""), sides=20)
    left = a.lines("МЭРИЯ", look=font(16, bold=True)) + a.lines("ГОРОДА ПРИОЗЁРСКА", look=font(13), after=40)
    left += a.lines("Департамент транспорта и дорожно-благоустроительного комплекса", look=font(11), after=80)
    left += a.lines("тел. 000-40-10, transport@primer.example", look=font(9), after=60) + inner + block(mark=font(4))
    cells = (cell(4500, left), cell(300, block()), cell(4600, block() + a.addressee(after=40)))
    body = grid([4500, 300, 4600], row(*cells)) + block() + block(run("О ремонте дороги", font(italic=True)))
    body += block() + a.text(paragraphs) + block()
    body += block(run("Начальник департамента\t\t\t\tВ. Э. Третьяк"), flags="keepNext") + block()
    body += block(run("Лось\n227-00-00", font(9))) + page(1021, 1021, 1021, 1418)
    own = styles(a.chance.choice((ROMAN, "Calibri")), a.size)
    return packed(body, styles=own, settings=a.settings, numbering=numbering(720))


def content_controls(look: Look, paragraphs: Sequence[str]) -> bytes:
    """Whatever is filled in stands in a content control."""
    a = draft(look)
    date = control(run("17.11.2026"), '<w:date><w:dateFormat w:val="dd.MM.yyyy"/></w:date>')
    body = a.lines("ГОСУДАРСТВЕННАЯ ЖИЛИЩНАЯ ИНСПЕКЦИЯ", "ОЗЁРСКОЙ ОБЛАСТИ", look=font(14, bold=True))
    cells = (cell(4677, block(date + run(" № ") + control(run("01-12/3390")))), cell(4678, control(a.addressee())))
    body += grid([4677, 4678], row(*cells)) + block() + control(block(run("О рассмотрении жалобы"))) + block()
    body += block(control(run("Уважаемая Анна Львовна!")), side="center") + block() + control(a.text(paragraphs))
    position = control(block(run("Заместитель начальника инспекции")))
    name = block(control(run("Ф. Г. Муравьёв")), side="right")
    body += block() + grid([6000, 3355], row(cell(6000, position), cell(3355, name))) + block()
    body += block(control(run(a.mark, font(10)))) + page(
        refs="header default header1,footer default footer1", title=True
    )
    parts = {
        "header1": control(block(field("PAGE"), side="center")),
        "footer1": block(run("Подписано электронной подписью", font(8)), side="right"),
    }
    return packed(body, styles=styles(ROMAN, a.size), settings=a.settings, numbering=numbering(), **parts)


def hand_written(look: Look, paragraphs: Sequence[str]) -> bytes:
    """One part with direct formatting: no styles, no settings, soft hyphens."""
    a = draft(look)
    own = font(a.size, a.chance.choice((ROMAN, ROMAN, "Liberation Serif", "Arial")))
    body = a.lines("ОТДЕЛ ОБРАЗОВАНИЯ", "ВЕРХНЕОЗЁРСКОГО РАЙОНА", look=own + "<w:b/>") + block(mark=own)
    body += "".join(block(run(line, own), side="right") for line in a.to) + block(mark=own)
    body += a.text(paragraphs, lists=False, look=own, mark=own) + block(mark=own)
    body += block(run("Начальник отдела\t\t\t\t\tЛ. М. Чижова", own)) + block(mark=own)
    return packed(body + block(run("Рябова, 00-0-18", font(9))) + page(1100, 800, 1100, 1700))


def by_python_docx_template(look: Look, paragraphs: Sequence[str]) -> bytes:
    """The template python-docx starts from, with its styles of lists and headings."""
    a: Draft = draft(look)
    made = docx.Document()
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = a.chance.choice((ROMAN, ROMAN, "Arial", "Calibri")), Pt(a.size)
    normal.paragraph_format.space_after = Pt(a.chance.choice((0, 0, 4, 6, 10)))
    if a.chance.random() < 0.5:
        normal.paragraph_format.line_spacing = a.chance.choice((1.0, 1.15, 1.25, 1.5, Pt(18)))
    paper = made.sections[0]
    paper.page_width, paper.page_height = Cm(21), Cm(29.7)
    paper.left_margin, paper.right_margin, paper.top_margin, paper.bottom_margin = Cm(3), Cm(1.5), Cm(2), Cm(2)
    paper.footer.paragraphs[0].text = "Комитет по архивам Озёрской области"
    made.add_paragraph("Комитет по архивам Озёрской области", "Normal")
    head = made.add_table(1, 2)
    head.cell(0, 0).text, head.cell(0, 1).text = "17.11.2026 № 45", a.to[0]
    for line in a.to[1:]:
        head.cell(0, 1).add_paragraph(line)
    made.add_paragraph()
    for text in paragraphs:
        style = a.chance.choice((None,) * 5 + ("List Number", "List Bullet"))
        paragraph = made.add_paragraph(text, style=style)
        if a.side == "both":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        if style is None and a.first:
            paragraph.paragraph_format.first_line_indent = Cm(1.25)
    made.add_paragraph()
    made.add_paragraph("Председатель комитета\tР. А. Тихая").paragraph_format.keep_together = True
    return saved(made)


OFFICES: dict[str, Kind] = {
    kind.__name__: kind
    for kind in (
        federal_emblem,
        municipality_tabs,
        prosecutor_borders,
        first_page_header,
        nested_table,
        content_controls,
        hand_written,
        by_python_docx_template,
    )
}
