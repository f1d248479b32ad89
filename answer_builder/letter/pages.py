"""How many pages a finished letter takes, told from the .docx alone, without LibreOffice."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from lxml import etree

from answer_builder.errors import CannotRun
from answer_builder.letter.block_setting import BlockSetter
from answer_builder.letter.body_pieces import cut_body
from answer_builder.letter.closing_matter import alone_on_last_page
from answer_builder.letter.not_followed import Feature, features, not_followed, setting_features
from answer_builder.letter.page_setup import read_page, read_sections
from answer_builder.letter.pagination import LastPage, Stretch, paginate
from answer_builder.letter.piece_setting import piece_setter
from answer_builder.letter.sentences import sentence_at
from answer_builder.letter.set_block import SetBlock, with_plain_end
from answer_builder.letter.word_context import Context
from answer_builder.letter.word_numbering import Numbering
from answer_builder.letter.word_reader import BlockReader
from answer_builder.letter.word_styles import Styles, W, twips
from answer_builder.letter.word_tables import with_joined_tables
from answer_builder.model import PageEstimate
from answer_builder.office_package import OfficePackage, parse_xml

_USUAL_LINE = 322  # twips, 14 pt: for a file that has text in tables only
_SQUEEZING_MODE = 15  # Word 2013: a justified line may squeeze its spaces
_SUPPORTING = ("styles", "settings", "numbering", "theme/theme1")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def estimate(docx: bytes, *, squeezes: bool | None = None, name: str = "Этот файл") -> PageEstimate:
    """Pages, free text lines under the last block, and the sentence the last page begins with.

    `squeezes`: whether the office suite squeezes spaces of justified lines; by default as the file asks for.
    LibreOffice before 24.2 never does. Raises CannotRun, beginning with `name`, when the bytes are no sound Word file.
    """
    layout = lay_out(OfficePackage(docx, name), squeezes=squeezes)
    if not layout.stretches:
        return PageEstimate(pages=1, lines_left=max(layout.first_height, 0) // _USUAL_LINE)
    last = paginate(layout.stretches)
    blocks = layout.blocks
    fonts = {font for block in blocks for font in block.unknown_fonts}
    told = not_followed(layout.features, fonts, pages=last.pages, paper=layout.paper_height)
    first = blocks[last.block]
    if (
        last.pages > 1
        and not first.is_paragraph
        and first.height > 2 * layout.line_height
        and not (first.cells or first.keep_lines)
    ):
        told = (*told, "строка таблицы, которую конец страницы делит надвое")
    return PageEstimate(
        pages=last.pages,
        lines_left=max(last.room, 0) // layout.line_height,
        spills=_spilling_sentence(blocks, last) if last.pages > 1 else None,
        alone=alone_on_last_page(block.text for block in blocks[last.block :]) if last.pages > 1 else "",
        not_followed=told,
    )


@dataclass(frozen=True)
class Layout:
    """A file broken into lines, before they are poured into pages; heights are twips."""

    features: Sequence[Feature]
    stretches: Sequence[Stretch]
    first_height: int
    paper_height: int

    @cached_property
    def blocks(self) -> list[SetBlock]:
        """Paragraphs and table rows of all sections."""
        return [block for stretch in self.stretches for block in stretch.blocks]

    @property
    def line_height(self) -> int:
        """Height of the line most of the letter is set in."""
        heights: Counter[int] = Counter()
        for block in self.blocks:
            if block.is_paragraph:
                heights[block.lines[-1].height] += len(block.lines)
        return max(heights.most_common(1)[0][0] if heights else _USUAL_LINE, 1)


def lay_out(package: OfficePackage, root: Any = None, *, squeezes: bool | None = None) -> Layout:
    """The lines of a file, or of its document `root` after some change."""
    folder = package.main.rpartition("/")[0]
    setter = _setter(*(package.read(f"{folder}/{part}.xml") for part in _SUPPORTING), squeezes)
    context = Context(package.name, _notes(package, f"{folder}/footnotes.xml"))
    parts = package.related(package.main)

    def header_height(relation: str, width: int) -> int:
        part = package.read(parts.get(relation, ""))
        return setter.part_height(part, width, context) if part else 0

    told = setting_features(setter.settings)
    cut = cut_body(package.read(package.main)) if root is None else None
    body = piece_setter(setter, cut.head, cut.tail).set_body(cut.pieces, context) if cut else None
    if body is not None:
        setup = body.page.setup(header_height)
        stretches = [Stretch(with_plain_end(body.blocks), setup.first_height, setup.next_height)] if body.blocks else []
        return Layout((*body.features, *told), stretches, setup.first_height, body.page.paper_height)
    root = package.xml(package.main) if root is None else root
    tree = root.find(W + "body") if root is not None else None
    if tree is None:
        raise CannotRun(f"{package.name} – не документ Word: в нём нет текста.")
    stretches = []
    properties: list[Any] = []
    for section in read_sections(tree):
        properties.append(section.properties)
        if not (stretches and section.goes_on):  # the page stays as it was
            page = read_page(properties)
        setup = page.setup(header_height)
        found = setter.set_elements(with_joined_tables(section.elements), setup.width, context)
        if found:
            stretches.append(Stretch(found, setup.first_height, setup.next_height, section.goes_on))
    if stretches:
        stretches[-1] = replace(stretches[-1], blocks=with_plain_end(stretches[-1].blocks))
    return Layout((*features(root), *told), stretches, setup.first_height, page.paper_height)


@lru_cache(maxsize=16)
def _setter(styles: bytes, settings: bytes, numbering: bytes, theme: bytes, squeezes: bool | None) -> BlockSetter:
    """Letters of one letterhead share all this: read once."""
    root = _parsed(settings)
    tab = root.find(W + "defaultTabStop")
    modes = (
        twips(setting.get(W + "val"))
        for setting in root.iterfind(f"{W}compat/{W}compatSetting")
        if setting.get(W + "name") == "compatibilityMode"
    )
    reader = BlockReader(
        Styles(_parsed(styles)),
        Numbering(_parsed(numbering)),
        theme=_theme_fonts(_parsed(theme)),
        default_tab=twips(tab.get(W + "val")) if tab is not None else 708,
        squeezes=next(modes, 0) >= _SQUEEZING_MODE if squeezes is None else squeezes,
    )
    hyphens = root.find(W + "autoHyphenation")
    if hyphens is not None and reader.styles.document.paragraph.get("suppressAutoHyphens"):
        root.remove(hyphens)  # LibreOffice writes both
    return BlockSetter(reader, root)


def _parsed(xml: bytes) -> Any:
    return parse_xml(xml) if xml else etree.Element("none")


def _theme_fonts(theme: Any) -> dict[str, str]:
    """What "+minor" and "+major" stand for."""
    found = {}
    for kind in ("minor", "major"):
        latin = theme.find(f".//{_DRAWING}{kind}Font/{_DRAWING}latin")
        if latin is not None and latin.get("typeface"):
            found[f"+{kind}"] = latin.get("typeface")
    return found


def _notes(package: OfficePackage, part: str) -> dict[str, Any]:
    root = package.xml(part)
    return {note.get(W + "id"): note for note in root.iterfind(W + "footnote")} if root is not None else {}


def _spilling_sentence(blocks: Sequence[SetBlock], last: LastPage) -> str | None:
    first = blocks[last.block]
    if first.text.strip():
        return sentence_at(first.text, last.start)
    following = (block.text for block in blocks[last.block :])
    return next((sentence_at(text, 0) for text in following if text.strip()), None)
