"""The text of a letter stands in the flow of the page: in a header or a box a long one would be cut off."""

from collections.abc import Iterator

from answer_builder.letter.letterhead_check.places import Pages
from answer_builder.letter.letterhead_check.remark import Remark
from answer_builder.letter.tag_paragraphs import values_in
from answer_builder.letter.word_styles import W

_TEXT = "text"
_REMEDY = "Уберите поле отсюда и напишите {{ text }} отдельным абзацем прямо на листе, под обращением"


def flow_remarks(pages: Pages) -> Iterator[Remark]:
    """Each place of the text that does not grow with it, and a second place for the same text."""
    found = [placed for placed in pages.paragraphs if _TEXT in values_in(placed.text)]
    for placed in found:
        if placed.place.part != pages.package.main:
            message = "текст письма стоит в колонтитуле: длинный не поместится, а на каждом листе он повторится"
            yield Remark("flow", "error", message, _REMEDY, placed.place)
        elif next(placed.element.iterancestors(W + "txbxContent"), None) is not None:
            message = "текст письма стоит в надписи: длинный в ней не поместится, и его конец никто не увидит"
            yield Remark("flow", "error", message, _REMEDY, placed.place)
    on_its_own = [placed for placed in found if placed.text.split() == ["{{", _TEXT, "}}"]]
    if len(on_its_own) > 1 and not any("{%" in placed.text for placed in pages.paragraphs):
        message = "текст письма стоит на бланке дважды: он дважды и напечатается"
        remedy = "Оставьте одно поле {{ text }}"
        yield Remark("flow", "warning", message, remedy, on_its_own[1].place, "ГОСТ Р 7.0.97, реквизит 18")
