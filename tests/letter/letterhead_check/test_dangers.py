"""Hostile letterheads are refused with the reason, whatever way they came by what they carry."""

import io
import struct
import zipfile
import zlib

import pytest

from answer_builder.errors import CannotRun
from answer_builder.letter.letterhead_check import check_letterhead, commented_copy

BODY, RELATIONS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SETTINGS = "word/_rels/settings.xml.rels"


def zipped(parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return stream.getvalue()


def reference(kind, target, *, outside=True):
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="rIdEvil" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'


def before_the_end(xml):
    return "<w:sectPr>", f"{xml}<w:sectPr>"


def in_part(name, content):
    """The same archive with other contents of one part."""
    return lambda parts: zipped([(member, content if member == name else old) for member, old in parts])


def beside(*more):
    return lambda parts: zipped([*parts, *more])


def field(code):
    """A field in runs, as Word writes it, cut in the middle of its name."""
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code[:4]}</w:instrText></w:r><w:r><w:instrText>{code[4:]}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p><w:sectPr>'
    )


def png(width, height):
    """A picture that says it is so large and holds nothing."""
    header = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    end = struct.pack(">I", 0) + b"IEND" + struct.pack(">I", zlib.crc32(b"IEND"))
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk)) + end


# what is spoiled: part → its new content, or an edit of it
DANGERS = {
    # макросы и чужие программы
    "macros in a .docx": ({"word/vbaProject.bin": b"\xd0\xcf"}, "macros", "макросы"),
    "macros by relation": (
        {RELATIONS: ("</Relationships>", reference("vbaProject", "code.bin", outside=False))},
        "macros",
        "макросы",
    ),
    "OLE object": ({"word/embeddings/oleObject1.bin": b"x"}, "embedded_object", "OLE"),
    "OLE in the text": (
        {BODY: ("<w:sectPr>", "<w:p><w:r><w:object/></w:r></w:p><w:sectPr>")},
        "embedded_object",
        "OLE",
    ),
    "ActiveX": ({"word/activeX/activeX1.xml": b"<x/>"}, "embedded_object", "ActiveX"),
    # ссылки наружу
    "linked picture": (
        {RELATIONS: ("</Relationships>", reference("image", "http://127.0.0.1:9/a.png"))},
        "outside_picture",
        "по ссылке",
    ),
    "attached template": (
        {
            SETTINGS: (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                + reference("attachedTemplate", "http://127.0.0.1/x.dotm")
            ).encode()
        },
        "attached_template",
        "присоединён шаблон",
    ),
    "frame": ({RELATIONS: ("</Relationships>", reference("frame", "http://127.0.0.1/"))}, "outside_link", "чужому"),
    "script in a link": (
        {RELATIONS: ("</Relationships>", reference("hyperlink", "javascript:alert(1)"))},
        "unsafe_address",
        "не на сайт",
    ),
    "file in a link": (
        {RELATIONS: ("</Relationships>", reference("hyperlink", "file:///etc/passwd"))},
        "unsafe_address",
        "не на сайт",
    ),
    "altChunk": ({BODY: ("<w:sectPr>", "<w:altChunk/><w:sectPr>")}, "foreign_document", "другой документ"),
    # поля
    "DDE": ({BODY: ("<w:sectPr>", field('DDEAUTO c:\\\\windows "cmd"'))}, "outside_field", "другую программу"),
    "INCLUDETEXT": ({BODY: ("<w:sectPr>", field('INCLUDETEXT "secret.docx"'))}, "outside_field", "из другого файла"),
    "INCLUDEPICTURE": ({BODY: ("<w:sectPr>", field('INCLUDEPICTURE "http://x"'))}, "outside_field", "картинку"),
    # картинки
    "huge picture": ({"word/media/emblem.png": png(60_000, 60_000)}, "picture", "60000 × 60000"),
    "not a picture": ({"word/media/emblem.png": b"GIF"}, "picture", "не читается"),
    # не тот файл
    "docm by its type": (
        {
            TYPES: (
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                "application/vnd.ms-word.document.macroEnabled.main+xml",
            )
        },
        "type",
        "не обычный документ Word",
    ),
    "strict": (
        {
            BODY: (
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
        },
        "type",
        "«строгий»",
    ),
}


@pytest.mark.parametrize("name", DANGERS)
def test_a_danger_is_named_with_a_remedy_and_nothing_is_copied(name, changed):
    parts, kind, words = DANGERS[name]
    found = check_letterhead(template := changed(parts))
    told = [remark for remark in found if remark.kind == kind]
    assert told, found
    assert all(remark.level == "error" and remark.is_danger and remark.remedy for remark in told)
    assert words in told[0].message
    with pytest.raises(CannotRun, match="сначала уберите из бланка опасное"):
        commented_copy(template, found)


def test_a_part_and_the_relation_to_it_are_one_remark(changed):
    relation = reference("oleObject", "embeddings/oleObject1.bin", outside=False)
    template = changed({"word/embeddings/oleObject1.bin": b"x", RELATIONS: ("</Relationships>", relation)})
    told = [remark.message for remark in check_letterhead(template) if remark.kind == "embedded_object"]
    assert told == ["в файл вставлен объект другой программы (OLE, ActiveX) (word/embeddings/oleObject1.bin)"]


def twice(parts):
    with pytest.warns(UserWarning, match="Duplicate"):
        return zipped([*parts, parts[0]])


INSERTED = "<w:p><w:ins><w:r><w:t>да</w:t></w:r></w:ins></w:p>"
DELETED = "<w:p><w:del><w:r><w:delText>а</w:delText></w:r></w:del></w:p>"
BODY_OF_A_BOMB = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'
EMPTY = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
ENTITIES = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
UNREADABLE = {
    "bomb": (beside(("word/media/zeros.png", bytes(60_000_000))), "сжата более чем в 100 раз"),
    "600,000 paragraphs": (in_part(BODY, BODY_OF_A_BOMB % (b"<w:p/>" * 600_000)), "сжата более чем в 100 раз"),
    "20,000 paragraphs": (in_part(BODY, BODY_OF_A_BOMB % (b"<w:p/>" * 20_000)), "больше 500 абзацев"),
    "entity bomb": (in_part(BODY, ENTITIES + b"<a>&b;</a>"), "DOCTYPE"),
    "external entity in a part nobody reads": (
        beside(("customXml/item1.xml", b'<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>')),
        "DOCTYPE",
    ),
    "name that leads outside": (beside(("../../evil", b"x")), "за его пределы"),
    "two parts of one name": (twice, "две части под одним именем"),
    "too many parts": (beside(*((f"x/{number}.xml", b"<a/>") for number in range(2_001))), "больше 2000 частей"),
    "damaged part": (beside(("word/footer7.xml", b"<a>")), "повреждён"),
    "no text": (in_part(BODY, EMPTY), "нет текста"),
    "another thing": (in_part(BODY, b"<a/>"), "не то, чем она названа"),
    "empty part": (in_part("word/styles.xml", b""), r"часть word/styles\.xml пуста"),
    "not a zip": (lambda parts: b"%PDF-1.7", "не документ Word"),
    "cut off": (lambda parts: zipped(parts)[:-40], "повреждён"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_must_not_even_be_opened_is_refused_in_a_sentence(name, shipped):
    with zipfile.ZipFile(io.BytesIO(shipped)) as archive:
        parts = [(member, archive.read(member)) for member in archive.namelist()]
    spoil, words = UNREADABLE[name]
    template = spoil(parts)
    with pytest.raises(CannotRun, match=words) as error:
        check_letterhead(template, name="бланк.docx")
    assert str(error.value).startswith("бланк.docx ")


@pytest.mark.parametrize(
    ("edit", "kind", "words"),
    [
        (
            {BODY: before_the_end(INSERTED)},
            "tracked_change",
            "исправления",
        ),
        (
            {BODY: before_the_end(DELETED)},
            "tracked_change",
            "исправления",
        ),
        ({"word/comments.xml": b"<x/>"}, "comment", "примечания"),
        ({BODY: ("<w:sectPr>", field(" DATE \\@ dd.MM.yyyy"))}, "todays_date", "сегодняшний день"),
        ({BODY: ("<w:sectPr>", field(" MERGEFIELD ФИО"))}, "foreign_field", "программы слияния"),
    ],
    ids=["insertion", "deletion", "comments", "date", "merge field"],
)
def test_what_was_left_behind_is_told(changed, edit, kind, words):
    told = [remark for remark in check_letterhead(changed(edit)) if remark.kind == kind]
    assert told
    assert words in told[0].message
    assert not told[0].is_danger


def test_links_to_sites_and_letters_are_no_danger(changed):
    for target in ("https://example.ru", "mailto:priem@example.ru"):
        assert check_letterhead(changed({RELATIONS: ("</Relationships>", reference("hyperlink", target))})) == ()


def test_a_heavy_file_is_told_with_its_largest_part(changed, shipped):
    with zipfile.ZipFile(io.BytesIO(shipped)) as archive:
        picture = archive.read("word/media/emblem.png")
    noise = bytes(zlib.crc32(str(number).encode()) % 256 for number in range(1_200_000))
    (remark,) = check_letterhead(changed({"word/media/emblem.png": picture + noise}))
    assert (remark.kind, remark.level) == ("large_file", "warning")
    assert "1.2 МБ, больше всего – word/media/emblem.png" in remark.message


@pytest.mark.parametrize("look", ["<w:vanish/>", '<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>'])
def test_words_that_nobody_sees_are_told(changed, remarks, look):
    run = f"<w:p><w:r><w:rPr>{look}</w:rPr><w:t>тайна</w:t></w:r></w:p><w:sectPr>"
    told = [remark for remark in remarks(changed({BODY: ("<w:sectPr>", run)})) if remark.kind == "hidden_text"]
    assert told[0].place.words == "тайна"


def test_white_words_on_a_coloured_ground_are_seen(changed, remarks):
    look = '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000080"/>'
    run = f"<w:p><w:r><w:rPr>{look}</w:rPr><w:t>ДСП</w:t></w:r></w:p>"
    assert remarks(changed({BODY: before_the_end(run)})) == []
