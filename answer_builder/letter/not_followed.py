"""What a Word file has that the page estimate does not follow, in words for the person who reads the estimate."""

from collections.abc import Iterable, Iterator
from typing import Any

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
}
_SETTINGS = {
    W + "autoHyphenation": "автоматический перенос слов",
    W + "evenAndOddHeaders": "разные колонтитулы чётных и нечётных страниц",
    W + "gutterAtTop": "переплёт сверху",
    W + "mirrorMargins": "зеркальные поля",
}
_SNAPPING = ("lines", "linesAndChars", "snapToChars")
_UPRIGHT = ("lrTb", "lr", "tb")  # LibreOffice says so of every cell
_BOTTOM_FIFTH = 0.8  # of the page: a frame pinned lower stands in the margin and takes no room


def not_followed(root: Any, settings: Any, fonts: Iterable[str], *, pages: int) -> tuple[str, ...]:
    """Features found in the text and in the settings, then fonts measured by another one; each told once."""
    found = [_ALWAYS[element.tag] for element in root.iter(*_ALWAYS) if not _is_fallback(element)]
    if pages > 1 and next(root.iter(W + "tblHeader"), None) is not None:
        found.append("повтор шапки таблицы")
    found += [words for tag, words in _SETTINGS.items() if (flag := settings.find(tag)) is not None and is_on(flag)]
    found += _with_conditions(root)
    found += [f"шрифт «{font}» (измерен как Times New Roman)" for font in sorted(fonts)]
    return tuple(dict.fromkeys(found))


def _with_conditions(root: Any) -> Iterator[str]:
    page_height = 16838
    for size in root.iter(W + "pgSz"):
        page_height = twips(size.get(W + "h")) or page_height
    for element in root.iter(W + "cols", W + "docGrid", W + "framePr", W + "textDirection"):
        match element.tag[len(W) :]:
            case "cols" if twips(element.get(W + "num")) > 1:
                yield "колонки"
            case "docGrid" if element.get(W + "type") in _SNAPPING:
                yield "сетка строк"
            case "framePr" if element.get(W + "dropCap", "none") != "none":
                yield "буквица"
            case "textDirection" if element.get(W + "val") not in _UPRIGHT:
                yield "повёрнутый текст"
            case "framePr" if not _is_pinned_low(element, page_height):
                yield "рамка с текстом"


def _is_fallback(element: Any) -> bool:
    """Old pictures are written twice, the second time for programs that know no new ones."""
    return next(element.iterancestors(_FALLBACK), None) is not None


def _is_pinned_low(frame: Any, page_height: int) -> bool:
    return frame.get(W + "vAnchor") == "page" and twips(frame.get(W + "y")) > page_height * _BOTTOM_FIFTH
