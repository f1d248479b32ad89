"""WordprocessingML as Word and form fillers leave it: runs cut anywhere, merged cells, pictures, fields, controls."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Sequence
from xml.sax.saxutils import escape

from docx.document import Document

from benchmarks.foreign_letters.word_xml import NAMESPACES

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
NAMES = (
    f'{NAMESPACES} xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_SIGNS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\u00ad": "<w:softHyphen/>"}
_PIECES = (3, 9, 20, 60, 200, 400)  # characters of the runs an editor leaves


def font(size: float = 0, family: str = "", *, bold: bool = False, italic: bool = False, more: str = "") -> str:
    """The inside of w:rPr; the size is in points."""
    fonts = f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:cs="{family}"/>' if family else ""
    flags = "<w:b/>" * bold + "<w:i/>" * italic
    return f"{fonts}{flags}{more}" + (
        f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else ""
    )


def run(text: str, look: str = "") -> str:
    """A w:r; tabs, line ends and soft hyphens become elements."""
    inside = buffer = ""
    for character in f"{text}\0":
        sign = _SIGNS.get(character)
        if (sign or character == "\0") and buffer:
            inside += f'<w:t xml:space="preserve">{escape(buffer)}</w:t>'
            buffer = ""
        if sign:
            inside += sign
        else:
            buffer += character
    return f"<w:r><w:rPr>{look}</w:rPr>{inside}</w:r>"


def cut_runs(text: str, chance: random.Random, look: str = "") -> str:
    """The same text in runs of any length, with marks of a spelling checker between some of them."""
    made, start = "", 0
    while start < len(text):
        length = chance.choice(_PIECES)
        made += run(text[start : start + length], look)
        made += '<w:proofErr w:type="spellStart"/>' * (chance.random() < 0.1)
        start += length
    return made


def block(
    inside: str = "",
    *,
    style: str = "",
    flags: str = "",
    frame: str = "",
    widow: bool | None = None,
    number: int = 0,
    border: str = "",
    tabs: Sequence[tuple[str, int]] = (),
    before: int = 0,
    after: int | None = None,
    line: int = 0,
    rule: str = "auto",
    left: int = 0,
    right: int = 0,
    first: int = 0,
    contextual: bool = False,
    side: str = "",
    mark: str = "",
    end: str = "",
) -> str:
    """A w:p with its properties in the order of the schema; measures are twips, `flags` names of elements."""
    widows = "" if widow is None else f'<w:widowControl w:val="{int(widow)}"/>'
    item = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    stops = "".join(f'<w:tab w:val="{kind}" w:pos="{place}"/>' for kind, place in tabs)
    spacing = f' w:before="{before}"' * bool(before) + (f' w:after="{after}"' if after is not None else "")
    spacing += f' w:line="{line}" w:lineRule="{rule}"' * bool(line)
    names = {"left": left, "right": right, "firstLine": first}
    indents = "".join(f' w:{name}="{value}"' for name, value in names.items() if value)
    properties = (
        f'<w:pStyle w:val="{style}"/>' * bool(style)
        + "".join(f"<w:{flag}/>" for flag in flags.split())
        + frame
        + widows
        + item
        + border
        + f"<w:tabs>{stops}</w:tabs>" * bool(stops)
        + f"<w:spacing{spacing}/>" * bool(spacing)
        + f"<w:ind{indents}/>" * bool(indents)
        + "<w:contextualSpacing/>" * contextual
        + f'<w:jc w:val="{side}"/>' * bool(side)
        + f"<w:rPr>{mark}</w:rPr>" * bool(mark)
        + end
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def framed(text: str, *, bottom: int = 1134) -> str:
    """The executor mark in the bottom margin."""
    y = 16838 - bottom + 84
    frame = f'<w:framePr w:w="9000" w:wrap="around" w:vAnchor="page" w:hAnchor="margin" w:xAlign="left" w:y="{y}"/>'
    return block(run(text, font(10)), flags="keepNext keepLines", frame=frame, after=0, line=240, side="left")


def rule_under(kind: str = "single", size: int = 12) -> str:
    """A w:pBdr: the line under a letterhead."""
    return f'<w:pBdr><w:bottom w:val="{kind}" w:sz="{size}" w:space="1" w:color="auto"/></w:pBdr>'


def cell(width: int, inside: str, *, span: int = 0, merge: str = "", align: str = "") -> str:
    """A w:tc; `merge` is "restart" or "continue"."""
    look = f'<w:gridSpan w:val="{span}"/>' * bool(span) + f'<w:vMerge w:val="{merge}"/>' * bool(merge)
    look += f'<w:vAlign w:val="{align}"/>' * bool(align)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{look}</w:tcPr>{inside}</w:tc>'


def row(*cells: str, height: int = 0, rule: str = "", whole: bool = False) -> str:
    """A w:tr."""
    rules = f' w:hRule="{rule}"' * bool(rule)
    look = "<w:cantSplit/>" * whole + f'<w:trHeight w:val="{height}"{rules}/>' * bool(height)
    return f"<w:tr><w:trPr>{look}</w:trPr>{''.join(cells)}</w:tr>"


def grid(
    columns: Sequence[int], *rows: str, sides: int | None = None, ends: int = 0, lines: int = 0, look: str = ""
) -> str:
    """A w:tbl; `sides` and `ends` are margins of cells, `lines` the width of borders in eighths of a point."""
    names = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="{lines}" w:space="0" w:color="auto"/>' for side in names)
    margins = zip(("top", "left", "bottom", "right"), (ends, sides, ends, sides), strict=True)
    inner = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in margins)
    properties = (
        f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/>{look}' + f"<w:tblBorders>{borders}</w:tblBorders>" * bool(lines)
    )
    properties += '<w:tblLayout w:type="fixed"/>' + f"<w:tblCellMar>{inner}</w:tblCellMar>" * (sides is not None)
    made = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{made}</w:tblGrid>{''.join(rows)}</w:tbl>"


def emblem(width: float, height: float, *, behind: bool = False) -> str:
    """A picture in the line or, behind the text, at the top of the page; millimetres."""
    across, down = round(width * 36000), round(height * 36000)
    graphic = (
        f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="emblem"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="picture"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{across}" cy="{down}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )
    about = f'<wp:extent cx="{across}" cy="{down}"/>{{}}<wp:docPr id="1" name="emblem"/>{graphic}'
    if not behind:
        return f"<w:r><w:drawing><wp:inline>{about.format('')}</wp:inline></w:drawing></w:r>"
    place = "".join(
        f'<wp:position{axis} relativeFrom="page"><wp:posOffset>{offset * 36000}</wp:posOffset></wp:position{axis}>'
        for axis, offset in (("H", 97), ("V", 8))
    )
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="1" locked="0" '
        f'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>{place}{about.format("<wp:wrapNone/>")}</wp:anchor></w:drawing></w:r>'
    )


def field(code: str, look: str = "") -> str:
    """A field that shows «2»."""
    marks = {
        kind: f'<w:r><w:rPr>{look}</w:rPr><w:fldChar w:fldCharType="{kind}"/></w:r>'
        for kind in ("begin", "separate", "end")
    }
    return f"{marks['begin']}<w:r><w:instrText> {code} </w:instrText></w:r>{marks['separate']}{run('2', look)}{marks['end']}"


def control(inside: str, more: str = "") -> str:
    """A content control round blocks or runs."""
    return f'<w:sdt><w:sdtPr><w:alias w:val="поле"/>{more}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'


def page(
    top: int = 1134,
    right: int = 850,
    bottom: int = 1134,
    left: int = 1701,
    *,
    edge: int = 709,
    refs: str = "",
    kind: str = "",
    title: bool = False,
) -> str:
    """A w:sectPr of A4; `refs` as «header default header1, footer first footer1»."""
    references = "".join(
        '<w:{}Reference w:type="{}" r:id="{}"/>'.format(*reference.split())
        for reference in refs.split(",")
        if reference
    )
    return (
        f"<w:sectPr>{references}"
        + f'<w:type w:val="{kind}"/>' * bool(kind)
        + f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{top}" w:right="{right}" '
        f'w:bottom="{bottom}" w:left="{left}" w:header="{edge}" w:footer="{edge}" w:gutter="0"/>'
        + "<w:titlePg/>" * title
        + '<w:docGrid w:linePitch="360"/></w:sectPr>'
    )


def styles(family: str, size: float, *, after: int = 0, line: int = 240, more: str = "") -> str:
    """The inside of w:styles."""
    spacing = (
        f'<w:pPrDefault><w:pPr><w:spacing w:after="{after}" w:line="{line}" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    )
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{font(size, family)}</w:rPr></w:rPrDefault>{spacing}</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/>'
        f'<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>{more}'
    )


def style(name: str, properties: str, *, base: str = "a") -> str:
    """A paragraph style; `properties` are w:pPr and w:rPr."""
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="{base}"/>{properties}</w:style>'


def numbering(left: int = 1069, hanging: int = 360, *, bullet: str = "–", first: int | None = None) -> str:
    """Two lists: «1.» and a bullet; with `first` the number is followed by a space."""
    indents = f'w:left="{left}" w:hanging="{hanging}"' if first is None else f'w:left="{left}" w:firstLine="{first}"'
    suffix = "" if first is None else '<w:suff w:val="space"/>'
    patterns = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{suffix}<w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind {indents}/></w:pPr></w:lvl></w:abstractNum>'
        for number, (kind, text) in enumerate((("decimal", "%1."), ("bullet", bullet)))
    )
    return patterns + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(2))


def packed(body: str, *, picture: bool = False, links: Sequence[tuple[str, str]] = (), **parts: str) -> bytes:
    """A .docx of the inside of w:body and of other parts; relation ids are names of parts, "picture", names of links."""
    roots = {"header": "hdr", "footer": "ftr"}
    files = {"word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"}
    overrides, relations = [("document", "document.main")], []
    for name, inside in parts.items():
        kind = name.rstrip("0123456789")
        files[f"word/{name}.xml"] = f"<w:{roots.get(kind, kind)} {NAMES}>{inside}</w:{roots.get(kind, kind)}>"
        overrides.append((name, kind))
        relations.append(f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>')
    image = f'<Relationship Id="picture" Type="{_OFFICE}/image" Target="media/image1.png"/>' * picture
    relations += [
        f'<Relationship Id="{name}" Type="{_OFFICE}/hyperlink" Target="{escape(target)}" TargetMode="External"/>'
        for name, target in links
    ]
    related = f'<Relationships xmlns="{_PACKAGE}/relationships">{{}}</Relationships>'
    files["word/_rels/document.xml.rels"] = related.format("".join(relations) + image)
    files |= {
        f"word/_rels/{name}.xml.rels": related.format(image) for name in parts if picture and name.startswith("header")
    }
    files["_rels/.rels"] = related.format(
        f'<Relationship Id="main" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    )
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}{kind}+xml"/>' for name, kind in overrides
        )
        + "</Types>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        if picture:
            archive.writestr("word/media/image1.png", _png(40, 50))
    return stream.getvalue()


def saved(document: Document) -> bytes:
    """The bytes of a document of python-docx."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _png(width: int, height: int) -> bytes:
    def chunk(tag: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + tag + data + struct.pack(">I", zlib.crc32(tag + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\x99\x55\x22" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
