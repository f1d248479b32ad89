"""Large print: 16 pt for the text wherever its size is given, and everything else in proportion."""

import pytest
from lxml import etree

from answer_builder.errors import BrokenContent
from answer_builder.letter.large_print import enlarge

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parsed(tag: str, inside: str) -> etree._Element:
    return etree.fromstring(f'<w:{tag} xmlns:w="{W[1:-1]}">{inside}</w:{tag}>')


def paragraph(text: str, *, size: str = "", style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    look = f'<w:rPr><w:sz w:val="{size}"/></w:rPr>' if size else ""
    return f"<w:p>{properties}<w:r>{look}<w:t>{text}</w:t></w:r></w:p>"


def sizes(root: etree._Element) -> list[str | None]:
    return [size.get(f"{W}val") for size in root.iter(f"{W}sz")]


DEFAULT = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="{}"/></w:rPr></w:rPrDefault></w:docDefaults>'
STYLE = '<w:style w:type="paragraph" w:styleId="Words"><w:rPr><w:sz w:val="28"/></w:rPr></w:style>'


@pytest.mark.parametrize(
    ("document", "styles", "factor", "after"),
    [
        # размер у самих слов
        (paragraph("МИНИСТЕРСТВО", size="20") + paragraph("{{ text }}", size="28"), "", 32 / 28, (["23", "32"], [])),
        # в стиле абзаца
        (paragraph("{{ text }}", style="Words"), STYLE + DEFAULT.format(20), 32 / 28, ([], ["23", "32"])),
        # для всего файла
        (paragraph("{{ text }}"), DEFAULT.format(24), 32 / 24, ([], ["32"])),
    ],
)
def test_the_text_becomes_16_points(document, styles, factor, after):
    body, of_styles = parsed("document", f"<w:body>{document}</w:body>"), parsed("styles", styles)
    assert enlarge(body, of_styles) == pytest.approx(factor)
    assert (sizes(body), sorted(map(str, sizes(of_styles)))) == after


def test_a_repeated_paragraph_is_the_text():
    said = paragraph("{{ heading }}", size="20") + paragraph("{%p for line in text %}", size="20")
    body = parsed("document", f"<w:body>{said}{paragraph('{{ line }}', size='16')}</w:body>")
    assert enlarge(body, parsed("styles", "")) == 2


def test_text_that_nobody_gave_a_size_is_named():
    body = parsed("document", f"<w:body>{paragraph('{{ text }}')}</w:body>")
    with pytest.raises(BrokenContent, match="размер шрифта"):
        enlarge(body, parsed("styles", ""))
