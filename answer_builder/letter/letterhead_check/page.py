"""Paper, margins, page numbers and type, as GOST R 7.0.97 wants them on a letter."""

from collections.abc import Iterator

from lxml import etree

from answer_builder.letter.large_print import text_size
from answer_builder.letter.letterhead_check.fields import field_codes
from answer_builder.letter.letterhead_check.places import Pages, Placed
from answer_builder.letter.letterhead_check.remark import Place, Remark
from answer_builder.letter.short_form import text_paragraph
from answer_builder.letter.word_styles import Styles, W, is_on, twips

_GOST = "ГОСТ Р 7.0.97, раздел 3"
_TWIPS_IN_MM = 1440 / 25.4
_CLOSE = 0.5  # mm, as exact as a ruler in Word
_MARGINS = {"left": ("левое", 20), "right": ("правое", 10), "top": ("верхнее", 20), "bottom": ("нижнее", 20)}  # mm
_A4 = (210, 297)
_HEADER_FROM_EDGE = 10  # mm
_SIZES = (24, 28)  # half-points: 12–14 pt
_MARGINS_WINDOW = "«Макет» → «Поля» → «Настраиваемые поля»"


def page_remarks(pages: Pages) -> Iterator[Remark]:
    """Remarks on the page and on the size of its text."""
    if not pages.sections:
        message = "в файле не заданы размер листа и поля: их выберет программа, которая откроет письмо"
        remedy = f"{_MARGINS_WINDOW}: 20, 10, 20 и 20 мм; «Размер» → «A4»; сохраните"
        yield Remark("paper", "error", message, remedy, basis=_GOST)
        return
    for section in pages.sections:
        yield from _paper(section)
        yield from _margins(section)
    yield from _page_number(pages)
    yield from _size(pages)


def _mm(element: etree._Element | None, side: str) -> float | None:
    value = None if element is None else element.get(W + side)
    return None if value is None else twips(value) / _TWIPS_IN_MM


def _paper(section: etree._Element) -> Iterator[Remark]:
    size = section.find(W + "pgSz")
    width, height = _mm(size, "w"), _mm(size, "h")
    if width is None or height is None:
        message = "не задан размер листа: место отметки об исполнителе не вычислить"
        yield Remark("paper", "error", message, "«Макет» → «Размер» → «A4»", basis=_GOST)
    elif abs(width - _A4[0]) > 1 or abs(height - _A4[1]) > 1:
        message = f"лист {width:.0f} × {height:.0f} мм, а письмо печатают на A4 (210 × 297), книжная ориентация"
        yield Remark("paper", "warning", message, "«Макет» → «Размер» → «A4», «Ориентация» → «Книжная»", basis=_GOST)


def _margins(section: etree._Element) -> Iterator[Remark]:
    margins = section.find(W + "pgMar")
    found = {side: _mm(margins, side) for side in _MARGINS}
    if None in found.values():
        message = "не заданы поля страницы: место отметки об исполнителе не вычислить"
        yield Remark("margin", "error", message, f"{_MARGINS_WINDOW}: 20, 10, 20 и 20 мм", basis=_GOST)
        return
    gutter = _mm(margins, "gutter") or 0
    for side, (title, least) in _MARGINS.items():
        actual = abs(found[side] or 0) + (gutter if side == "left" else 0)
        if actual < least - _CLOSE:
            message = f"{title} поле {actual:.0f} мм, а нужно не меньше {least} мм"
            yield Remark("margin", "warning", message, f"{_MARGINS_WINDOW}: {title} – {least} мм", basis=_GOST)


def _page_number(pages: Pages) -> Iterator[Remark]:
    first = [placed for placed in pages.on_page("first") if _is_number(placed)] if pages.has_title_page else []
    following = [placed for placed in pages.on_page("default") if _is_number(placed)]
    remedy = "Дважды щёлкните верхнее поле: «Вставить номер страницы» → «Вверху» → «Простой 2»"
    if not following:
        message = "нет номера страницы: он нужен со второго листа, посередине верхнего поля"
        remedy += ", поставьте галочку «Особый колонтитул для первой страницы»"
        yield Remark("page_number", "warning", message, remedy, basis=_GOST)
        return
    if first or not pages.has_title_page:
        message = "номер страницы будет и на первом листе, а нужен только со второго"
        remedy = "Дважды щёлкните верхнее поле и поставьте галочку «Особый колонтитул для первой страницы»"
        yield Remark("page_number", "warning", message, remedy, _place(first or following), basis=_GOST)
    odd_even = pages.settings.find(W + "evenAndOddHeaders")
    if odd_even is not None and is_on(odd_even) and not any(_is_number(placed) for placed in pages.on_page("even")):
        message = "на чётных страницах номера не будет"
        remedy = "Дважды щёлкните верхнее поле и снимите галочку «Разные колонтитулы для чётных и нечётных страниц»"
        yield Remark("page_number", "warning", message, remedy, basis=_GOST)
    tops = {part for (side, _), part in pages.colontitles.items() if side == "headerReference"}
    if not any(placed.place.part in tops for placed in following):
        message = "номер страницы стоит внизу, а нужен посередине верхнего поля: внизу место отметки об исполнителе"
        yield Remark("page_number", "warning", message, remedy, _place(following), basis=_GOST)
    elif not any(_is_centred(placed, Styles(pages.styles)) for placed in following):
        message = "номер страницы стоит не посередине"
        yield Remark(
            "page_number", "info", message, "Поставьте в него курсор и нажмите Ctrl+E", _place(following), _GOST
        )
    header = _mm(pages.sections[-1].find(W + "pgMar"), "header")
    if header is not None and header < _HEADER_FROM_EDGE - _CLOSE:
        message = f"номер страницы в {header:.0f} мм от края листа, а нужно не меньше {_HEADER_FROM_EDGE} мм"
        remedy = "Дважды щёлкните верхнее поле: «Колонтитул от верхнего края» – 1 см"
        yield Remark("page_number", "warning", message, remedy, _place(following), basis=_GOST)


def _place(placed: list[Placed]) -> Place:
    return placed[0].place


def _is_number(placed: Placed) -> bool:
    return any(code.upper().split()[:1] == ["PAGE"] for code in field_codes(placed.element))


def _is_centred(placed: Placed, styles: Styles) -> bool:
    properties = placed.element.find(W + "pPr")
    own = properties.find(W + "jc") if properties is not None else None
    style = properties.find(W + "pStyle") if properties is not None else None
    named = styles.style(styles.default_paragraph if style is None else style.get(W + "val"))
    alignment = own.get(W + "val") if own is not None else named.paragraph.get("jc")
    is_tabbed = next(placed.element.iter(W + "tab", W + "ptab"), None) is not None
    return alignment == "center" or is_tabbed or next(placed.element.iterancestors(W + "tbl"), None) is not None


def _size(pages: Pages) -> Iterator[Remark]:
    paragraph = text_paragraph(pages.document)
    if paragraph is None:
        return
    place = next((placed.place for placed in pages.paragraphs if placed.element is paragraph), Place())
    size = text_size(paragraph, pages.styles)
    if not _SIZES[0] <= size <= _SIZES[1]:
        message = f"текст письма набран шрифтом {size / 2:g} пт, а рекомендован 12–14 пт"
        yield Remark("size", "warning", message, "Выделите абзац и выберите размер 14", place, _GOST)
    if not _has_typeface(paragraph, pages):
        message = "шрифт нигде не назван: каждая программа выберет свой, и число страниц выйдет разное"
        yield Remark("font", "warning", message, "Выделите всё (Ctrl+A) и выберите Times New Roman", place, _GOST)


def _has_typeface(paragraph: etree._Element, pages: Pages) -> bool:
    """Its words, a style or the defaults of the file say which typeface it is."""
    styles = Styles(pages.styles)
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = styles.default_paragraph if style is None else style.get(W + "val")
    return (
        paragraph.find(f"{W}r/{W}rPr/{W}rFonts") is not None
        or "family" in styles.style(name).text
        or pages.styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts") is not None
    )
