"""Paragraphs and table rows broken into lines, each with its height."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from lxml import etree

from answer_builder.letter.font_metrics import Font
from answer_builder.letter.line_breaking import Line, break_lines
from answer_builder.letter.set_block import SetBlock, SetCell, SetLine, stack_height
from answer_builder.letter.word_blocks import Cell, Paragraph, Row, Shape, Table
from answer_builder.letter.word_context import Context
from answer_builder.letter.word_reader import NOT_BLOCKS, BlockReader
from answer_builder.letter.word_styles import W, is_on
from answer_builder.office_package import parse_xml

_HIDDEN = SetLine(0, 1)
_SINGLE = 240  # w:line of a single-spaced paragraph
_MOST_REMEMBERED = 4096  # blocks of letters of one letterhead
_LONGEST_REMEMBERED = 20_000  # characters of XML
_MOST_PARTS = 64


class BlockSetter:
    """Sets the blocks of files that share styles and settings; remembers blocks, since letters repeat them."""

    def __init__(self, reader: BlockReader, settings: Any):
        self.settings = settings
        self.reader = reader
        self._adds_spacing = _adds_spacing(settings)
        self._remembered: dict[tuple[str, int, str | None], list[SetBlock]] = {}
        self._parts: dict[tuple[bytes, int], int] = {}

    def set_elements(
        self, elements: Iterable[Any], width: int, context: Context, table_style: str | None = None
    ) -> list[SetBlock]:
        """Blocks broken into lines for a column of so many twips; each table row becomes a block."""
        done: list[SetBlock] = []
        for element in elements:
            if element.tag in NOT_BLOCKS:
                continue
            key = etree.tostring(element, encoding="unicode", with_tail=False), width, table_style
            known = self._remembered.get(key)
            if known is None:
                uses = context.uses
                known = self.set_blocks(self.reader.blocks(element, context, table_style), width, context)
                if context.uses == uses and len(key[0]) <= _LONGEST_REMEMBERED:
                    self._remember(key, known)
            context.count(blocks=len(known))
            done += known
        return done

    def set_blocks(self, blocks: Iterable[Paragraph | Table], width: int, context: Context) -> list[SetBlock]:
        """The same of blocks that are read."""
        done: list[SetBlock] = []
        for block in blocks:
            if isinstance(block, Table):
                done += self._set_table_of_file(block, context)
            else:
                done.append(self._set_paragraph(block, width, context))
        return done

    def part_height(self, xml: bytes, width: int, context: Context) -> int:
        """Height of a header or a footer."""
        height = self._parts.get((xml, width))
        if height is None:
            if len(self._parts) >= _MOST_PARTS:
                self._parts.clear()
            height = stack_height(self.set_elements(parse_xml(xml, context.name), width, context))
            self._parts[xml, width] = height
        return height

    def _remember(self, key: tuple[str, int, str | None], blocks: list[SetBlock]) -> None:
        if len(self._remembered) >= _MOST_REMEMBERED:
            self._remembered.clear()
        self._remembered[key] = blocks

    def _set_paragraph(self, paragraph: Paragraph, width: int, context: Context) -> SetBlock:
        text, shape = paragraph.text, paragraph.shape
        context.count(characters=len(text), runs=len(paragraph.runs))
        column = shape.column.of_width(width)
        spaced = _spaced(break_lines(paragraph.runs, column) if text else (_blank(shape.mark),), shape)
        if shape.border_top:
            spaced[0] = spaced[0]._replace(height=spaced[0].height + shape.border_top)
        if shape.border_bottom:
            spaced[-1] = SetLine(spaced[-1].start, spaced[-1].height + shape.border_bottom)
        for offset, note in paragraph.notes:
            number = sum(line.start <= offset for line in spaced) - 1
            line = spaced[number]
            spaced[number] = line._replace(notes=line.notes + self._note_height(note, width, context))
        height = sum([line.height for line in spaced])
        return SetBlock(
            lines=spaced,
            text=text,
            height=height,
            before=shape.before,
            after=shape.after,
            keep_next=shape.keep_next,
            keep_lines=shape.keep_lines,
            widow_control=shape.widow_control,
            starts_page=shape.starts_page,
            ends_page=paragraph.ends_page,
            style=shape.style,
            is_contextual=shape.is_contextual,
            has_notes=bool(paragraph.notes),
            unknown_fonts=tuple({run.measure.unknown for run in paragraph.runs if run.measure.unknown}),
            height_at_end=0 if text else _height_at_end(height, shape),
            adds_spacing=self._adds_spacing,
        )

    def _note_height(self, note: str, width: int, context: Context) -> int:
        with context.note(note) as paragraphs:
            return stack_height(self.set_elements(paragraphs, width, context))

    def _set_table_of_file(self, table: Table, context: Context) -> list[SetBlock]:
        return self.set_table(table, lambda cell: self.set_elements(cell.element, cell.width, context, table.style))

    def set_table(self, table: Table, blocks_of: Callable[[Cell], list[SetBlock]]) -> list[SetBlock]:
        """The rows of a table whose cells hold such blocks; a cell that goes on from the row above is not looked at."""
        heights: list[int] = []
        contents: list[list[tuple[Cell, list[SetBlock]]]] = []
        open_merges: dict[int, tuple[int, int]] = {}  # start of the cell -> row it begins in, height of its content
        for number, row in enumerate(table.rows):
            heights.append(row.height)
            contents.append([])
            for cell in row.cells:
                if cell.merge == "continue":
                    continue
                blocks = _with_hidden_end(blocks_of(cell))
                contents[-1].append((cell, blocks))
                content = stack_height(blocks) + cell.top + cell.bottom + row.border_top
                if cell.merge == "restart":
                    open_merges[cell.start] = number, content
                elif not row.is_exact:
                    heights[-1] = max(heights[-1], content)
            for start in _ending_merges(table.rows, number):
                if start in open_merges:
                    first, content = open_merges.pop(start)
                    heights[-1] += max(content - sum(heights[first:]), 0)
            heights[-1] += row.border_bottom
        return [_set_row(*found) for found in zip(table.rows, heights, contents, strict=True)]


def _adds_spacing(settings: Any) -> bool:
    """In files that were of Word 97 once, and in those without settings."""
    said = settings.find(f"{W}compat/{W}doNotUseHTMLParagraphAutoSpacing")
    return is_on(said) if said is not None else settings.tag != W + "settings"


def _blank(font: Font) -> Line:
    return Line(0, font.height, font.height)


def _height_at_end(height: int, shape: Shape) -> int:
    """Of an empty paragraph that ends a file: LibreOffice forgets the size of its mark and takes that of the style."""
    if shape.mark is shape.font:
        return height
    mark, style = (_spaced((_blank(font),), shape)[0].height for font in (shape.mark, shape.font))
    return height - mark + style


def _spaced(lines: Sequence[Line], shape: Shape) -> list[SetLine]:
    """Heights of lines with the line spacing of their paragraph."""
    asked = shape.line
    if shape.line_rule == "exact":
        return [SetLine(start, asked) for start, _, _ in lines]
    if shape.line_rule == "atLeast":
        return [SetLine(start, max(height, asked)) for start, height, _ in lines]
    if asked == _SINGLE:
        return [SetLine(start, height) for start, height, _ in lines]
    percent = round(asked * 100 / _SINGLE)  # LibreOffice knows whole hundredths only
    done = []
    for start, line_height, text_height in lines:
        text = text_height or shape.mark.height  # w:line stretches text, not the picture beside it
        height = max(line_height, text)
        if asked < _SINGLE:
            done.append(SetLine(start, height - text * (100 - percent) // 100))
        else:
            below = text * percent // 100 - text
            done.append(SetLine(start, height + below, below))
    return done


def _set_row(row: Row, height: int, contents: Sequence[tuple[Cell, Sequence[SetBlock]]]) -> SetBlock:
    blocks = [block for _, inside in contents for block in inside]
    may_be_divided = not row.is_whole and not row.is_exact and not any(cell.merge for cell in row.cells)
    return SetBlock(
        (SetLine(0, height),),
        " ".join(block.text for block in blocks if block.text.strip()),
        height,
        keep_lines=row.is_whole or row.is_exact,
        is_paragraph=False,
        unknown_fonts=tuple({name for block in blocks for name in block.unknown_fonts}),
        cells=tuple(
            SetCell(inside, cell.top + cell.bottom + row.border_top) for cell, inside in contents if may_be_divided
        ),
    )


def _with_hidden_end(blocks: list[SetBlock]) -> list[SetBlock]:
    """A cell may not end in a table: the empty paragraph Word puts after it is not shown."""
    if len(blocks) > 1 and not blocks[-1].text and blocks[-1].is_paragraph and not blocks[-2].is_paragraph:
        return [*blocks[:-1], blocks[-1]._replace(lines=(_HIDDEN,), height=_HIDDEN.height, before=0, after=0)]
    return blocks


def _ending_merges(rows: Sequence[Row], number: int) -> list[int]:
    """Starts of the merged cells that have no continuation in the next row."""
    following = rows[number + 1].cells if number + 1 < len(rows) else ()
    going_on = {cell.start for cell in following if cell.merge == "continue"}
    return [cell.start for cell in rows[number].cells if cell.merge and cell.start not in going_on]
