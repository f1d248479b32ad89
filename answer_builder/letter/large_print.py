"""A letterhead whose text is set in 16 pt, for readers with weak sight; everything else grows with it."""

from lxml import etree

from answer_builder.errors import BrokenContent
from answer_builder.letter.short_form import text_paragraph
from answer_builder.letter.word_styles import Styles, W, twips

_LARGE_PRINT = 32  # half-points
_WORDS_OWN_SIZE = 20  # half-points: text that nobody gave a size


def enlarge(document: etree._Element, styles: etree._Element) -> float:
    """Multiplies every size of both and returns the factor; BrokenContent when nobody gave the text a size."""
    size = _size(text_paragraph(document), styles)
    if size is None:
        problem = "нигде не указан размер шрифта текста: выделите абзац с {{ text }} и выберите размер 14"
        raise BrokenContent(problem)
    factor = _LARGE_PRINT / size
    for root in (document, styles):
        for found in root.iter(W + "sz", W + "szCs"):
            if value := twips(found.get(W + "val")):
                found.set(W + "val", str(round(value * factor)))
    return factor


def text_size(paragraph: etree._Element | None, styles: etree._Element) -> int:
    """Half-points of a paragraph's words: a size given to them, otherwise by its style."""
    return _size(paragraph, styles) or _WORDS_OWN_SIZE


def _size(paragraph: etree._Element | None, styles: etree._Element) -> int | None:
    own = None if paragraph is None else paragraph.find(f"{W}r/{W}rPr/{W}sz")
    if own is not None and (given := twips(own.get(W + "val"))):
        return given
    known = Styles(styles)
    style = None if paragraph is None else paragraph.find(f"{W}pPr/{W}pStyle")
    name = known.default_paragraph if style is None else style.get(W + "val")
    if size := known.style(name).text.get("size"):
        return int(size)
    default = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
    return None if default is None else twips(default.get(W + "val")) or None
