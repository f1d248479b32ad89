"""Paper, margins, page numbers, type, and the place of the executor mark."""

import pytest

from answer_builder.letter.letterhead_check import check_letterhead

BODY, SETTINGS, HEADER = "word/document.xml", "word/settings.xml", "word/header1.xml"
FIRST, STYLES = "word/header2.xml", "word/styles.xml"
MARGINS = 'w:top="1134" w:right="851" w:bottom="1134" w:left="1701"'


@pytest.mark.parametrize(
    ("parts", "kind", "level", "words"),
    [
        ({BODY: ('w:left="1701"', 'w:left="1000"')}, "margin", "warning", "левое поле 18 мм, а нужно не меньше 20 мм"),
        ({BODY: ('w:right="851"', 'w:right="500"')}, "margin", "warning", "правое поле 9 мм, а нужно не меньше 10 мм"),
        ({BODY: ('w:top="1134"', 'w:top="567"')}, "margin", "warning", "верхнее поле 10 мм, а нужно не меньше 20 мм"),
        ({BODY: ('w:bottom="1134"', 'w:bottom="900"')}, "margin", "warning", "нижнее поле 16 мм"),
        ({BODY: ('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')}, "paper", "warning", "лист 216 × 279 мм"),
        ({BODY: ('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"')}, "paper", "warning", "лист 297 × 210 мм"),
        ({BODY: ('<w:pgSz w:w="11906" w:h="16838"/>', "")}, "paper", "error", "не задан размер листа"),
        ({HEADER: (" PAGE ", " NUMPAGES ")}, "page_number", "warning", "нет номера страницы"),
        ({BODY: ("<w:titlePg/>", "")}, "page_number", "warning", "и на первом листе"),
        ({FIRST: ("</w:p>", '<w:fldSimple w:instr="PAGE"/></w:p>')}, "page_number", "warning", "на первом листе"),
        ({BODY: ('w:header="567"', 'w:header="284"')}, "page_number", "warning", "в 5 мм от края листа"),
        ({SETTINGS: ("<w:zoom", "<w:evenAndOddHeaders/><w:zoom")}, "page_number", "warning", "на чётных страницах"),
        ({SETTINGS: ("<w:zoom", "<w:trackRevisions/><w:zoom")}, "tracking", "warning", "запись исправлений"),
        ({SETTINGS: ("<w:zoom", "<w:documentProtection/><w:zoom")}, "protected", "warning", "защищён"),
        ({STYLES: ('<w:sz w:val="28"/>', '<w:sz w:val="20"/>')}, "size", "warning", "10 пт, а рекомендован 12–14"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)  # fmt: skip
def test_what_gost_wants_otherwise_is_told(changed, remarks, parts, kind, level, words):
    told = [remark for remark in remarks(changed(parts)) if remark.kind == kind]
    assert told
    assert words in told[0].message
    assert told[0].level == level
    assert told[0].remedy


def test_half_a_millimetre_is_forgiven(changed, remarks):
    assert remarks(changed({BODY: (MARGINS, 'w:top="1110" w:right="545" w:bottom="1110" w:left="1110"')})) == []


def test_a_typeface_that_cannot_be_measured_is_told(changed):
    template = changed({"word/styles.xml": ("Times New Roman", "Verdana Pro Cyrillic")})
    assert [(remark.kind, remark.level) for remark in check_letterhead(template)] == [("not_measured", "info")]
    assert "шрифт «Verdana Pro Cyrillic»" in check_letterhead(template)[0].message


class TestMark:
    def test_in_a_footer_it_is_an_error_with_the_steps(self, changed, remarks, short):
        template = short("{{ executor_mark }}", "конец")
        header = ("</w:p>", "<w:r><w:t>{{ executor_mark }}</w:t></w:r></w:p>")
        found = [remark for remark in remarks(changed({HEADER: header}, of=template)) if remark.kind == "mark"]
        assert "в колонтитуле" in found[0].message
        assert "1) удалите" in found[0].remedy and "2) под подписью" in found[0].remedy

    def test_several_marks_become_one(self, short, remarks):
        template = short("{{ executor_mark }}", "{{ executor_mark }}\n{{ executor_mark }}\n{{ executor_mark }}")
        (remark,) = remarks(template)
        assert (remark.kind, remark.level) == ("mark", "warning")
        assert "программа оставит одну" in remark.message

    def test_words_at_the_foot_of_the_page_are_in_its_way(self, changed, remarks):
        footer = (
            '<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            "<w:p><w:r><w:t>ОГРН 1</w:t></w:r></w:p></w:ftr>"
        )
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        wml = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        template = changed(
            {
                "word/footer1.xml": footer.encode(),
                "word/_rels/document.xml.rels": (
                    "</Relationships>",
                    f'<Relationship Id="rIdFoot" Type="{office}/footer" Target="footer1.xml"/></Relationships>',
                ),
                "[Content_Types].xml": (
                    "</Types>",
                    f'<Override PartName="/word/footer1.xml" ContentType="{wml}.footer+xml"/></Types>',
                ),
                BODY: ("<w:pgSz", '<w:footerReference w:type="default" r:id="rIdFoot"/><w:pgSz'),
            }
        )
        (remark,) = remarks(template)
        assert (remark.kind, str(remark.place)) == ("footer", "нижний колонтитул: «ОГРН 1»")
        assert remarks(changed({BODY: ('w:bottom="1134"', 'w:bottom="2268"')}, of=template)) == []
