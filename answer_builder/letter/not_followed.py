"""What a Word file has that the page estimate does not follow, in words for the person who reads the estimate."""

from collections.abc import Iterable, Iterator
from math import ceil
from typing import Any, NamedTuple

from answer_builder.letter.word_styles import W, is_on, twips

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_OFFICE_WORD = "{urn:schemas-microsoft-com:office:word}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

_ALWAYS = {
    _WP + "wrapSquare": "обтекание текстом рисунка",
    _WP + "wrapTight": "обтекание текстом рисунка",
    _WP + "wrapThrough": "обтекание текстом рисунка",
    _WP + "wrapTopAndBottom": "обтекание текстом рисунка",
    _OFFICE_WORD + "wrap": "обтекание текстом рисунка",
    _MATH + "oMath": "формулы",
    W + "object": "вставленные объекты",
    W + "pict": "рисунки старого образца",
    W + "altChunk": "вложенный документ",
    W + "subDoc": "вложенный документ",
    W + "tblpPr": "таблица с обтеканием",
    W + "endnoteReference": "концевые сноски",
    W + "ruby": "знаки над строкой",
    W + "delText": "слова, вычеркнутые в режиме правки",
}
_CONDITIONS = tuple(W + tag for tag in ("tblHeader", "cols", "docGrid", "textDirection", "framePr"))
_SETTINGS = {
    W + "autoHyphenation": "автоматический перенос слов",
    W + "evenAndOddHeaders": "разные колонтитулы чётных и нечётных страниц",
    W + "gutterAtTop": "переплёт сверху",
    W + "mirrorMargins": "зеркальные поля",
}
_SNAPPING = ("lines", "linesAndChars", "snapToChars")
_UPRIGHT = ("lrTb", "lr", "tb")  # LibreOffice says so of every cell
_BOTTOM_FIFTH = 0.8  # of the page: a frame pinned lower stands in the margin and takes no room


class Feature(NamedTuple):
    """Words for a feature; it counts from so many pages on, and on paper at least so many twips high."""

    words: str
    pages: int = 1
    paper: int = 0


def features(element: Any) -> list[Feature]:
    """What of an element and of all inside it the estimate may not follow."""
    found: list[Feature] = []
    for inner in element.iter(*_ALWAYS, *_CONDITIONS):
        words = _ALWAYS.get(inner.tag)
        if words is None:
            found += _with_conditions(inner)
        elif not _is_fallback(inner):
            found.append(Feature(words))
    return found


def setting_features(settings: Any) -> list[Feature]:
    """The same of the root of settings.xml."""
    flags = ((settings.find(tag), words) for tag, words in _SETTINGS.items())
    return [Feature(words) for flag, words in flags if flag is not None and is_on(flag)]


def not_followed(found: Iterable[Feature], fonts: Iterable[str], *, pages: int, paper: int) -> tuple[str, ...]:
    """The features that count, then fonts measured by another one; each told once."""
    told = [feature.words for feature in found if pages >= feature.pages and paper >= feature.paper]
    told += [f"шрифт «{font}» (измерен как Times New Roman)" for font in sorted(fonts)]
    return tuple(dict.fromkeys(told))


def _with_conditions(element: Any) -> Iterator[Feature]:
    match element.tag[len(W) :]:
        case "tblHeader":
            yield Feature("повтор шапки таблицы", pages=2)
        case "cols" if twips(element.get(W + "num")) > 1:
            yield Feature("колонки")
        case "docGrid" if element.get(W + "type") in _SNAPPING:
            yield Feature("сетка строк")
        case "textDirection" if element.get(W + "val") not in _UPRIGHT:
            yield Feature("повёрнутый текст")
        case "framePr" if element.get(W + "dropCap", "none") != "none":
            yield Feature("буквица")
        case "framePr" if element.get(W + "vAnchor") == "page":
            yield Feature("рамка с текстом", paper=ceil(twips(element.get(W + "y")) / _BOTTOM_FIFTH))
        case "framePr":
            yield Feature("рамка с текстом")


def _is_fallback(element: Any) -> bool:
    """Old pictures are written twice, the second time for programs that know no new ones."""
    return next(element.iterancestors(_FALLBACK), None) is not None
