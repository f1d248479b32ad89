"""Reads paragraphs and tables of a Word file with the styles and settings they lean on."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from lxml import etree

from answer_builder.letter.font_metrics import Font, font
from answer_builder.letter.line_breaking import SQUEEZE, Column, Picture, Run, TabStop
from answer_builder.letter.word_blocks import PAGE_BREAK, ListLevel, Paragraph, Shape, Table, at_page_breaks
from answer_builder.letter.word_context import Context
from answer_builder.letter.word_numbering import Numbering
from answer_builder.letter.word_styles import Look, Styles, W, paragraph_look, text_look, twips
from answer_builder.letter.word_tables import read_table

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_EMU_PER_TWIP = 635
_P, _R, _TBL, _T = W + "p", W + "r", W + "tbl", W + "t"
_WRAPPERS = {W + tag for tag in ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple")}
NOT_BLOCKS = {W + tag for tag in ("tcPr", "sectPr", "bookmarkStart", "bookmarkEnd", "proofErr")}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "sym": "□"}
_RAISED = 0.58  # of the size: superscripts and subscripts
_SMALL_CAPS = 0.8
_NOTE_MARK = "1"  # stands for the number of a note
_MOST_REMEMBERED = 4096


class BlockReader:
    """Keeps the styles and settings of one file."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        *,
        theme: Mapping[str, str],
        default_tab: int = 708,
        squeezes: bool = False,
    ):
        self.styles = styles
        self.numbering = numbering
        self.theme = theme
        self.default_tab = default_tab
        self.squeezes = squeezes
        self._shapes: dict[tuple[str, str | None], Shape] = {}

    def blocks(self, element: Any, context: Context, table_style: str | None = None) -> Iterator[Paragraph | Table]:
        """The blocks of an element of a body, a cell, a header; a framed paragraph takes no room in the text."""
        if element.tag == _P:
            paragraph = self._paragraph(element, context, table_style)
            if paragraph.shape.is_framed:
                return
            if any(PAGE_BREAK in run.text for run in paragraph.runs):
                yield from at_page_breaks(paragraph)
            else:
                yield paragraph
        elif element.tag == _TBL:
            yield read_table(element, self.styles)
        elif element.tag in _WRAPPERS:
            for child in element:
                yield from self.blocks(child, context, table_style)

    def _paragraph(self, element: Any, context: Context, table_style: str | None) -> Paragraph:
        properties = element.find(W + "pPr")
        shape = self._shape(properties, table_style)
        runs: list[Run] = []
        notes: list[tuple[int, str]] = []
        if shape.level is not None:
            runs += self._label(shape, shape.level, context)
        self._read_runs(element, shape, runs, notes)
        return Paragraph(tuple(runs), shape, notes=tuple(notes))

    def _shape(self, properties: Any, table_style: str | None) -> Shape:
        key = (
            etree.tostring(properties, encoding="unicode", with_tail=False) if properties is not None else "",
            table_style,
        )
        shape = self._shapes.get(key)
        if shape is None:
            if len(self._shapes) >= _MOST_REMEMBERED:
                self._shapes.clear()
            shape = self._shapes[key] = self._read_shape(properties, table_style)
        return shape

    def _read_shape(self, properties: Any, table_style: str | None) -> Shape:
        own = paragraph_look(properties) if properties is not None else {}
        style_id = own.get("style", self.styles.default_paragraph)
        style, table = self.styles.style(style_id), self.styles.style(table_style)
        document = self.styles.document
        level, list_look = self._level(own, style.paragraph)
        from_list = (style.paragraph, list_look) if "list" in own else (list_look, style.paragraph)
        look = {**document.paragraph, **table.paragraph, **from_list[0], **from_list[1], **own}
        text = {**document.text, **table.text, **style.text}
        mark = properties.find(W + "rPr") if properties is not None else None
        return Shape(
            column=self._column(look),
            mark=self._font({**text, **text_look(mark)} if mark is not None else text),
            text=text,
            font=self._font(text),
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
            style=style_id or "",
            is_contextual=look.get("contextualSpacing", False),
            is_framed=look.get("is_framed", False),
            level=level,
        )

    def _level(self, own: Look, style: Look) -> tuple[ListLevel | None, Look]:
        list_id, depth = own.get("list") or style.get("list") or ("", None)
        found = self.numbering.level(list_id, twips(depth))
        return (ListLevel(list_id, twips(depth)), found.paragraph) if found else (None, {})

    def _label(self, shape: Shape, item: ListLevel, context: Context) -> Iterator[Run]:
        level = self.numbering.level(item.list_id, item.depth)
        label = self.numbering.label(item.list_id, item.depth, context)
        if level is not None and label:
            yield Run(label, self._font({**shape.text, **level.number, "family": shape.text["family"]}))

    def _column(self, look: Look) -> Column:
        stops = sorted((position, kind) for position, kind in look.get("tabs", ()) if kind not in ("clear", "bar"))
        return Column(
            width=0,
            left=look.get("left", 0),
            right=look.get("right", 0),
            first=look.get("first", 0),
            tabs=tuple(TabStop(position, _tab_kind(kind)) for position, kind in stops),
            default_tab=self.default_tab,
            squeeze=SQUEEZE if self.squeezes and look.get("jc") in ("both", "distribute") else 0.0,
        )

    def _read_runs(self, parent: Any, shape: Shape, runs: list[Run], notes: list[tuple[int, str]]) -> None:
        for element in parent:
            tag = element.tag
            if tag == _R:
                self._read_run(element, shape, runs, notes)
            elif tag in _WRAPPERS:
                self._read_runs(element, shape, runs, notes)

    def _read_run(self, element: Any, shape: Shape, runs: list[Run], notes: list[tuple[int, str]]) -> None:
        text = ""
        look: Font | None = shape.font
        caps = shape.text.get("caps") or shape.text.get("small_caps")
        for child in element:
            tag = child.tag
            if tag == _T:
                text += (child.text or "").replace("\n", " ")
                continue
            name = tag[len(W) :] if tag.startswith(W) else ""
            if name == "rPr":
                look, caps = self._run_font(child, shape)
                if look is None:
                    return
            elif name == "br" and child.get(W + "type") in ("page", "column"):
                text += PAGE_BREAK
            elif name in _SIGNS:
                text += _SIGNS[name]
            elif name == "footnoteReference":
                notes.append((sum(len(run.text) for run in runs) + len(text), child.get(W + "id", "")))
                text += _NOTE_MARK
            elif name == "footnoteRef" and look is not None:  # LibreOffice sets it as the style says, not the run
                runs += (Run(text, look), Run(_NOTE_MARK, shape.font))
                text = ""
            elif (picture := _inline_picture(child)) is not None and look is not None:
                runs += (Run(text, look), Run("\ufffc", picture))
                text = ""
        if text and look is not None:
            text = text.upper() if caps else text
            if runs and runs[-1].measure is look:
                text = runs.pop().text + text  # one look: one run, whatever the editor cut it into
            runs.append(Run(text, look))

    def _run_font(self, properties: Any, shape: Shape) -> tuple[Font | None, bool]:
        """The font of a run and whether it is in capitals; no font for hidden text."""
        if not len(properties):
            return shape.font, bool(shape.text.get("caps") or shape.text.get("small_caps"))
        key = etree.tostring(properties, encoding="unicode", with_tail=False)
        if key not in shape.fonts:
            own = text_look(properties)
            look = {**shape.text, **self.styles.style(own.get("style")).text, **own}
            in_capitals = bool(look.get("caps") or look.get("small_caps"))
            shape.fonts[key] = None if look.get("hidden") else self._font(look), in_capitals
        return shape.fonts[key]

    def _font(self, look: Look) -> Font:
        size = look["size"]
        if look.get("raised"):
            size = round(size * _RAISED)
        if look.get("small_caps"):
            size = round(size * _SMALL_CAPS)
        return font(
            self.theme.get(look["family"], look["family"]),
            size,
            bold=look.get("bold", False),
            italic=look.get("italic", False),
            spacing=look.get("spacing", 0),
            stretch=look.get("stretch", 100),
            kerns=look.get("kerns", False),
        )


def _inline_picture(element: Any) -> Picture | None:
    if element.tag == _COMPATIBILITY + "AlternateContent":  # the same picture twice, for new and old programs
        element = next((drawing for drawing in element.iter(W + "drawing")), element)
    extent = element.find(f"{_DRAWING}inline/{_DRAWING}extent") if element.tag == W + "drawing" else None
    if extent is None:
        return None
    return Picture(twips(extent.get("cx")) // _EMU_PER_TWIP, twips(extent.get("cy")) // _EMU_PER_TWIP)


def _tab_kind(kind: str) -> Literal["left", "right", "center"]:
    if kind in ("right", "end", "decimal"):
        return "right"
    return "center" if kind == "center" else "left"
