"""Where the executor mark stands, and whether something else stands there too."""

from collections.abc import Iterator

from answer_builder.letter.executor_mark import MARK_STRIP
from answer_builder.letter.letterhead_check.places import Pages
from answer_builder.letter.letterhead_check.remark import Remark
from answer_builder.letter.mark_frames import MARK, frame_of, marks_of
from answer_builder.letter.tag_paragraphs import values_in
from answer_builder.letter.word_styles import W, twips

_BASIS = "001 6.2; ГОСТ Р 7.0.97, реквизит 25"
_STEPS = (
    "Сделайте так: 1) удалите {{ executor_mark }} со всех мест вместе с рамками и надписями; "
    "2) под подписью, в самом конце письма, напишите {{ executor_mark }} отдельным абзацем; 3) сохраните. "
    "Рамку внизу слева на последнем листе программа сделает сама"
)
_FOOTER_LINE = 280  # twips, a line of 12 pt


def mark_remarks(pages: Pages) -> Iterator[Remark]:
    """Remarks on the mark; a letterhead without one is told among the requisites."""
    document = pages.package.main
    for placed in pages.paragraphs:
        if placed.place.part != document and MARK in values_in(placed.text):
            message = "отметка об исполнителе стоит в колонтитуле: она будет не только на последнем листе"
            yield Remark("mark", "error", message, _STEPS, placed.place, _BASIS)
    marks = marks_of(pages.document)
    framed = [mark for mark in marks if frame_of(mark) is not None]
    if len(marks) > 1 and len(framed) != 2:
        message = "отметка об исполнителе стоит на бланке несколько раз"
        yield Remark("mark", "warning", f"{message}; программа оставит одну, внизу слева", _STEPS, basis=_BASIS)
    names = [name for placed in pages.paragraphs if placed.place.part == document for name in _names(placed.text)]
    is_told = {"closing", "signatory_name"} <= set(names)
    if marks and is_told and names.index("signatory_name") < names.index("closing"):
        message = "подпись стоит выше последнего абзаца письма"
        place = pages.find("signatory_name")
        yield Remark("mark", "warning", message, "Переставьте подпись ниже {{ closing }}", place, _BASIS)
    yield from _footer(pages)


def _names(text: str) -> list[str]:
    return [name for name in ("closing", "signatory_name") if f" {name} " in f" {text.replace('[', ' ')} "]


def _footer(pages: Pages) -> Iterator[Remark]:
    """Text at the foot of the page and the mark share the bottom margin."""
    if not pages.sections:
        return
    margins = pages.sections[-1].find(W + "pgMar")
    if margins is None:
        return
    feet = {part for (side, page), part in pages.colontitles.items() if side == "footerReference"}
    for foot in feet:
        lines = [placed for placed in pages.paragraphs if placed.place.part == foot and _is_text(placed.text)]
        taken = twips(margins.get(W + "footer")) + len(lines) * _FOOTER_LINE
        room = abs(twips(margins.get(W + "bottom"))) - MARK_STRIP
        if lines and taken > room:
            message = "слова внизу листа стоят там же, где отметка об исполнителе: они могут лечь друг на друга"
            remedy = "Перенесите их наверх, к реквизитам органа, или увеличьте нижнее поле до 4 см"
            yield Remark("footer", "warning", message, remedy, lines[0].place, _BASIS)


def _is_text(words: str) -> bool:
    """More than a page number."""
    return bool(words.strip()) and not words.strip().isdigit()
