"""Reads paragraphs and tables of a Word file with the styles and settings they lean on."""

from collections.abc import Iterator
from typing import Any, Literal

from answer_builder.letter.font_metrics import font
from answer_builder.letter.line_breaking import SQUEEZE, Column, Measure, Picture, Run, TabStop
from answer_builder.letter.word_blocks import PAGE_BREAK, Block, Paragraph, at_page_breaks
from answer_builder.letter.word_styles import Look, Styles, W, paragraph_look, text_look, twips
from answer_builder.letter.word_tables import read_table

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EMU_PER_TWIP = 635
_WRAPPERS = {W + tag for tag in ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple")}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


class BlockReader:
    """Keeps the styles and settings of one file."""

    def __init__(self, styles: Styles, *, default_tab: int = 708, squeezes: bool = False):
        self.styles = styles
        self.default_tab = default_tab
        self.squeezes = squeezes

    def blocks(self, parent: Any, table_style: str | None = None) -> Iterator[Block]:
        """Blocks of a body, a cell, a header; a framed paragraph takes no room in the text."""
        for element in parent:
            if element.tag == W + "p":
                paragraph = self._paragraph(element, table_style)
                if paragraph is None:
                    continue
                if PAGE_BREAK in paragraph.text:
                    yield from at_page_breaks(paragraph)
                else:
                    yield paragraph
            elif element.tag == W + "tbl":
                yield read_table(element, self.styles, self.blocks)
            elif element.tag in _WRAPPERS:
                yield from self.blocks(element, table_style)

    def _paragraph(self, element: Any, table_style: str | None) -> Paragraph | None:
        properties = element.find(W + "pPr")
        own = paragraph_look(properties) if properties is not None else {}
        style_id = own.get("style", self.styles.default_paragraph)
        style, table = self.styles.style(style_id), self.styles.style(table_style)
        look = {**self.styles.document.paragraph, **table.paragraph, **style.paragraph, **own}
        if look.get("is_framed"):
            return None
        text = {**self.styles.document.text, **table.text, **style.text}
        mark = properties.find(W + "rPr") if properties is not None else None
        return Paragraph(
            runs=tuple(self._runs(element, text)),
            mark=_font({**text, **text_look(mark)} if mark is not None else text),
            column=self._column(look),
            before=look.get("before", 0),
            after=look.get("after", 0),
            border_top=look.get("border_top", 0),
            border_bottom=look.get("border_bottom", 0),
            line=look.get("line", 240),
            line_rule=look.get("lineRule", "auto"),
            keep_next=look.get("keepNext", False),
            keep_lines=look.get("keepLines", False),
            widow_control=look.get("widowControl", True),
            starts_page=look.get("pageBreakBefore", False),
            style=style_id,
            is_contextual=look.get("contextualSpacing", False),
        )

    def _column(self, look: Look) -> Column:
        stops = sorted((position, kind) for position, kind in look.get("tabs", ()) if kind != "clear")
        return Column(
            width=0,
            left=look.get("left", 0),
            right=look.get("right", 0),
            first=look.get("first", 0),
            tabs=tuple(TabStop(position, _tab_kind(kind)) for position, kind in stops),
            default_tab=self.default_tab,
            squeeze=SQUEEZE if self.squeezes and look.get("jc") in ("both", "distribute") else 0.0,
        )

    def _runs(self, parent: Any, base: Look) -> Iterator[Run]:
        for element in parent:
            if element.tag == W + "r":
                yield from self._run(element, base)
            elif element.tag in _WRAPPERS:
                yield from self._runs(element, base)

    def _run(self, element: Any, base: Look) -> Iterator[Run]:
        properties = element.find(W + "rPr")
        look = base
        if properties is not None and len(properties):
            own = text_look(properties)
            look = {**base, **self.styles.style(own.get("style")).text, **own}
        if look.get("hidden"):
            return
        text = ""
        for child in element:
            tag = child.tag[len(W) :] if isinstance(child.tag, str) else ""
            if tag == "t":
                text += (child.text or "").replace("\n", " ")
            elif tag == "br" and child.get(W + "type") in ("page", "column"):
                text += PAGE_BREAK
            elif tag in _SIGNS:
                text += _SIGNS[tag]
            elif tag == "drawing" and (inline := child.find(_DRAWING + "inline")) is not None:
                yield Run(text, _font(look))
                text = ""
                extent = inline.find(_DRAWING + "extent")
                yield Run("\ufffc", Picture(*(twips(extent.get(side)) // _EMU_PER_TWIP for side in ("cx", "cy"))))
        yield Run(text.upper() if look.get("caps") else text, _font(look))


def _font(look: Look) -> Measure:
    return font(look["family"], look["size"], bold=look.get("bold", False), italic=look.get("italic", False))


def _tab_kind(kind: str) -> Literal["left", "right", "center"]:
    if kind in ("right", "end", "decimal"):
        return "right"
    return "center" if kind == "center" else "left"
