"""The text of a letter needs room to grow: headers and boxes do not give it."""

from docx.oxml.ns import nsmap

BODY, HEADER = "word/document.xml", "word/header2.xml"
BOX = (
    '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape style="width:200pt;height:50pt"><v:textbox>'
    "<w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)
TEXT = "<w:p><w:r><w:t>{{ text }}</w:t></w:r></w:p>"


def test_text_in_a_box_would_be_cut_off(short, changed, remarks):
    (remark,) = remarks(changed({BODY: (TEXT, BOX.format(TEXT))}, of=short()))
    assert (remark.kind, remark.level) == ("flow", "error")
    assert str(remark.place) == "основной текст, надпись: «{{ text }}»"


def test_text_in_a_header_is_one_error_without_a_failed_letter(short, changed, remarks):
    header = f'<w:hdr xmlns:w="{nsmap["w"]}">{TEXT}</w:hdr>'.encode()
    told = remarks(changed({HEADER: header}, of=short("{{ text }}", "Текст.")))
    assert [remark.kind for remark in told] == ["flow"]
    assert "в колонтитуле" in told[0].message


def test_text_that_would_be_printed_twice_is_a_warning(short, remarks):
    (remark,) = remarks(short("{{ text }}", "{{ text }}\n{{ text }}"))
    assert (remark.kind, remark.level) == ("flow", "warning")
    assert "дважды" in remark.message


def test_one_text_or_the_other_is_one_text(short, remarks):
    either = "{%p if attachments %}\n{{ text|join(' ') }}\n{%p else %}\n{{ text|join(' ') }}\n{%p endif %}"
    assert remarks(short("{{ text }}", either)) == []
