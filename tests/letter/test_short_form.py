"""A letterhead of bare tags is spelled out: repeats, conditions, the frame of the mark."""

import pytest
from lxml import etree

from answer_builder.letter.mark_frames import marks_of
from answer_builder.letter.short_form import spell_out
from answer_builder.letter.tag_paragraphs import words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PAGE = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1701" w:right="851"/></w:sectPr>'
END = "<w:p><w:r><w:t>{{ closing }}</w:t></w:r></w:p><w:p><w:r><w:t>{{ attachments }}</w:t></w:r></w:p>"
SIGNATURE = "<w:p><w:r><w:t>{{ signatory_name }}</w:t></w:r></w:p>"
LOOK = '<w:rPr><w:rFonts w:ascii="PT Serif"/><w:sz w:val="28"/></w:rPr>'
MARK = f"<w:p><w:r>{LOOK}<w:t>{{{{ executor_mark }}}}</w:t></w:r></w:p>"


def spelled_out(*paragraphs: str) -> etree._Element:
    """A text of these paragraphs: plain words, or XML."""
    xml = "".join(p if p.startswith("<") else f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs)
    document = etree.fromstring(f'<w:document xmlns:w="{W[1:-1]}"><w:body>{xml}{PAGE}</w:body></w:document>')
    spell_out(document)
    return document


def lines(document: etree._Element) -> list[str]:
    return words(document).split("\n")


@pytest.mark.parametrize(
    ("paragraph", "becomes"),
    [
        # список один в абзаце: абзац повторяется
        ("{{ addressee }}", ["{%p for line in addressee %}", "{{ line }}", "{%p endfor %}"]),
        (" {{text}} ", ["{%p for line in text %}", "{{ line }}", "{%p endfor %}"]),
        ("{{ restriction }}", ["{%p for line in restriction %}", "{{ line }}", "{%p endfor %}"]),
        # среди слов: строки друг под другом
        ("Кому: {{ addressee }}", ["Кому: {{ addressee }}"]),
        ("{{ signatory_position }}", ["{{ signatory_position }}"]),
        # то, что бывает пустым, уводит с собой абзац
        ("{{ greeting }}", ["{%p if greeting %}", "{{ greeting }}", "{%p endif %}"]),
        ("Опрос: {{ survey_url }}", ["{%p if survey_url %}", "Опрос: {{ survey_url }}", "{%p endif %}"]),
        ("{{ attachments }}", ["{%p if attachments %}", "{{ attachments }}", "{%p endif %}"]),
        (
            "На № {{ reference_number }} от {{ reference_date }}",
            ["{%r if reference_number %}На № {{ reference_number }} от {{ reference_date }}{%r endif %}"],
        ),
        # то, что есть всегда, не пропадёт вместе с ним
        ("{{ letter_date }} {{ greeting }}", ["{{ letter_date }} {{ greeting }}"]),
        ("{{ heading }}", ["{{ heading }}"]),
        # сказано полностью
        ("{% if greeting %}{{ greeting }}{% endif %}", ["{% if greeting %}{{ greeting }}{% endif %}"]),
    ],
)
def test_a_paragraph_of_the_short_form(paragraph, becomes):
    assert lines(spelled_out(paragraph)) == becomes


def test_what_is_said_in_full_elsewhere_is_left_alone():
    full = ["{%p for line in addressee %}", "{{ line }}", "{%p endfor %}", "{{ addressee }}"]
    assert lines(spelled_out(*full)) == full
    full = ["{%p if greeting %}", "{{ greeting }}", "{%p endif %}"]
    assert lines(spelled_out(*full)) == full


def test_a_cell_keeps_a_paragraph_when_there_is_nothing_to_print():
    cell = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    assert lines(spelled_out(cell.format("{{ greeting }}"))) == ["{%r if greeting %}{{ greeting }}{%r endif %}"]
    repeated = lines(spelled_out(cell.format("{{ restriction }}")))
    assert repeated == ["{%p for line in restriction %}", "{{ line }}", "{%p endfor %}", ""]


def test_a_tag_in_several_runs_is_one_tag():
    cut = "<w:p><w:r><w:t>{{ addr</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>essee }}</w:t></w:r></w:p>"
    assert lines(spelled_out(cut))[1] == "{{ line }}"


class TestMark:
    def test_it_becomes_two_frames_before_the_contact_paragraph_and_before_the_attachments(self):
        document = spelled_out(END, SIGNATURE, MARK)
        assert lines(document) == [
            "{%p if not attachments %}",
            "{{ executor_mark[0] }}{{ executor_mark[1] }}",
            "{%p endif %}",
            "{%p for line in closing %}",
            "{{ line }}",
            "{%p endfor %}",
            "{%p if attachments %}",
            "{{ executor_mark[0] }}{{ executor_mark[1] }}",
            "{%p endif %}",
            "{%p if attachments %}",
            "{{ attachments }}",
            "{%p endif %}",
            "{{ signatory_name }}",
        ]

    def test_wherever_it_stood(self):
        expected = lines(spelled_out(END, SIGNATURE, MARK))
        assert lines(spelled_out(MARK, END, SIGNATURE)) == expected
        assert lines(spelled_out(END, MARK, SIGNATURE)) == expected
        assert lines(spelled_out(END, MARK, SIGNATURE, MARK)) == expected

    def test_its_frame_is_pinned_to_the_page_in_small_type(self):
        for mark in marks_of(spelled_out(END, SIGNATURE, MARK)):
            frame = mark.find(f"{W}pPr/{W}framePr")
            assert (frame.get(f"{W}vAnchor"), frame.get(f"{W}w")) == ("page", "9000")
            assert {size.get(f"{W}val") for size in mark.iter(f"{W}sz")} == {"20"}
            assert {fonts.get(f"{W}ascii") for fonts in mark.iter(f"{W}rFonts")} == {"PT Serif"}

    def test_nothing_parts_the_contact_paragraph_from_the_signature(self):
        document = spelled_out(END, "", SIGNATURE, MARK)
        kept = {words(p) for p in document.iter(f"{W}p") if p.find(f"{W}pPr/{W}keepNext") is not None}
        assert {"{{ line }}", "{{ attachments }}", ""} <= kept
        assert "{{ signatory_name }}" not in kept

    def test_a_signature_in_a_table_is_not_cut(self):
        table = f"<w:tbl><w:tr><w:tc>{SIGNATURE}</w:tc></w:tr></w:tbl>"
        document = spelled_out(END, table, MARK)
        assert next(document.iter(f"{W}cantSplit"), None) is not None
        assert document.find(f"{W}body")[-2].tag == f"{W}p", "Word wants a paragraph after the last table"

    def test_a_letterhead_with_both_frames_is_left_alone(self):
        document = spelled_out(END, SIGNATURE, MARK)
        before = etree.tostring(document)
        spell_out(document)
        assert etree.tostring(document) == before
