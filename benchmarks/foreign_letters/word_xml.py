"""The least of Office Open XML that made-up letters need."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """A w:p; "\\t" and "\\n" in the text become tabs and line ends."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs(text, run)}</w:p>"


def runs(text: str, properties: str = "") -> str:
    """One w:r with the text."""
    inside = escape(text).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{inside}</w:t></w:r>'.replace(
        "<w:t>", '<w:t xml:space="preserve">'
    )


def table(
    rows: list[list[str]], widths: list[int], *, border: int = 0, whole: bool = False, layout: str = "fixed"
) -> str:
    """A w:tbl of cells given as block XML; `border` in eighths of a point."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="{border}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    look = f"<w:tblBorders>{sides}</w:tblBorders>" if border else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    row_look = "<w:trPr><w:cantSplit/></w:trPr>" if whole else ""
    body = "".join(
        f"<w:tr>{row_look}"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for cell, width in zip(row, widths, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{look}<w:tblLayout w:type="{layout}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def section(
    margins: tuple[int, int, int, int],
    *,
    references: Mapping[str, str] | None = None,
    title: bool = False,
    header: int = 567,
) -> str:
    """A w:sectPr of A4; references: "header default" → relation id."""
    top, right, bottom, left = margins
    refs = "".join(
        f'<w:{kind.split()[0]}Reference w:type="{kind.split()[1]}" r:id="{relation}"/>'
        for kind, relation in (references or {}).items()
    )
    return (
        f'<w:sectPr>{refs}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" '
        f'w:left="{left}" w:header="{header}" w:footer="{header}" w:gutter="0"/>{"<w:titlePg/>" if title else ""}</w:sectPr>'
    )


def settings(mode: int | None, *, tab: int = 708) -> str:
    """The inside of w:settings."""
    compat = (
        f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="{mode}"/></w:compat>'
        if mode
        else ""
    )
    return f'<w:defaultTabStop w:val="{tab}"/>{compat}'


PAGE_NUMBER = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)

NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="{deeper}" w:hanging="{hanging}"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def packed(body: str, **parts: str) -> bytes:
    """A .docx of the inside of w:body and of other parts: styles, settings, numbering, footnotes, header1, footer1 …"""
    roots = {
        "styles": "styles",
        "settings": "settings",
        "numbering": "numbering",
        "footnotes": "footnotes",
        "theme": "",
    }
    overrides = [f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>']
    relations = []
    files = {"word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"}
    for name, inside in parts.items():
        kind = name.rstrip("0123456789")
        root = roots.get(kind, {"header": "hdr", "footer": "ftr"}.get(kind, ""))
        files[f"word/{name}.xml"] = f"<w:{root} {NAMESPACES}>{inside}</w:{root}>"
        overrides.append(f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>')
        relations.append(f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>')
    files["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(relations)}</Relationships>'
    )
    files["_rels/.rels"] = (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="main" Type="{_OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(overrides)}</Types>'
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()
