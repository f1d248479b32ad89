"""Words a letterhead hides and settings that would stay in every letter."""

from collections.abc import Iterator

from lxml import etree

from answer_builder.letter.letterhead_check.places import Pages, Placed
from answer_builder.letter.letterhead_check.remark import Remark
from answer_builder.letter.word_styles import Styles, W, is_on, text_look

_SMALLEST = 8  # half-points: 4 pt, no one reads that
_WHITE = ("FFFFFF", "white")


def leftover_remarks(pages: Pages) -> Iterator[Remark]:
    """Hidden, white and tiny words; editing that is recorded or forbidden."""
    styles = Styles(pages.styles)
    for placed in pages.paragraphs:
        if unseen_runs(placed, styles):
            message = "здесь есть слова, которых не видно: скрытый, белый или мельчайший шрифт. Получатель их прочтёт"
            remedy = "Выделите абзац, нажмите Ctrl+Пробел (обычный шрифт) и удалите лишнее"
            yield Remark("hidden_text", "error", message, remedy, placed.place)
    if _is_set(pages.settings, "trackRevisions"):
        message = "включена запись исправлений: всё, что поправят в письме, останется видно получателю"
        yield Remark("tracking", "warning", message, "«Рецензирование» → «Исправления»: выключите и сохраните бланк")
    if pages.settings.find(W + "documentProtection") is not None:
        message = "файл защищён от правки: исполнитель не сможет поправить письмо"
        yield Remark(
            "protected", "warning", message, "«Рецензирование» → «Ограничить редактирование» → «Отключить защиту»"
        )


def unseen_runs(placed: Placed, styles: Styles) -> list[etree._Element]:
    """The runs of a paragraph whose words nobody sees on paper."""
    return [
        run
        for run in placed.element.iter(W + "r")
        if any((text.text or "").strip() for text in run.iter(W + "t"))
        and next(run.iterancestors(W + "p")) is placed.element
        and is_unseen(run, placed.element, styles)
    ]


def is_unseen(run: etree._Element, paragraph: etree._Element, styles: Styles) -> bool:
    """Hidden by Word, white, or smaller than 4 pt."""
    properties = run.find(W + "rPr")
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = styles.default_paragraph if style is None else style.get(W + "val")
    own = {} if properties is None else text_look(properties)
    look = {**styles.document.text, **styles.style(name).text, **styles.style(own.get("style")).text, **own}
    colour = None if properties is None else properties.find(W + "color")
    is_white = colour is not None and colour.get(W + "val") in _WHITE and properties is not None
    has_ground = properties is not None and (
        properties.find(W + "shd") is not None or properties.find(W + "highlight") is not None
    )
    on_colour = next(run.iterancestors(W + "tc"), None)
    is_shaded = has_ground or (on_colour is not None and on_colour.find(f"{W}tcPr/{W}shd") is not None)
    return bool(look.get("hidden")) or (is_white and not is_shaded) or look["size"] < _SMALLEST


def _is_set(settings: etree._Element, name: str) -> bool:
    found = settings.find(W + name)
    return found is not None and is_on(found)
