"""The copy with comments: each remark at its paragraph, the same bytes every time."""

import io

from docx import Document

from answer_builder.letter.letterhead_check import check_letterhead, commented_copy


def comments(docx):
    return list(Document(io.BytesIO(docx)).comments)


def test_each_remark_is_a_comment_at_its_paragraph(with_paragraphs):
    template = with_paragraphs("{{ adressee }}", "", "{{ hading }}")
    copy = commented_copy(template, check_letterhead(template))
    told = comments(copy)
    assert [comment.text.splitlines()[0][:50] for comment in told] == [
        "Ошибка: неизвестное поле «adressee» (возможно, вы ",
        "Ошибка: неизвестное поле «hading» (возможно, вы им",
    ]
    assert "Напишите {{ addressee }}." in told[0].text
    assert {comment.author for comment in told} == {"Проверка бланка"}
    marked = [p.text for p in Document(io.BytesIO(copy)).paragraphs if "commentReference" in p._p.xml]
    assert marked == ["{{ adressee }}", "{{ hading }}"]


def test_the_text_of_the_letterhead_stays_as_it_is(with_paragraphs):
    template = with_paragraphs("{{ adressee }}")
    copy = commented_copy(template, check_letterhead(template))
    before, after = (Document(io.BytesIO(docx)) for docx in (template, copy))
    assert [p.text for p in before.paragraphs] == [p.text for p in after.paragraphs]


def test_a_remark_on_a_header_stands_at_the_first_paragraph_and_says_so(changed):
    template = changed({"word/header2.xml": ("</w:pPr>", "</w:pPr><w:r><w:t>{{ tema }}</w:t></w:r>")})
    (comment,) = comments(commented_copy(template, check_letterhead(template)))
    assert comment.text.startswith("Ошибка (верхний колонтитул первой страницы: «{{ tema }}»): неизвестное поле")


def test_the_same_remarks_give_the_same_bytes(with_paragraphs):
    template = with_paragraphs("{{ adressee }}")
    found = check_letterhead(template)
    assert commented_copy(template, found) == commented_copy(template, found)
    assert comments(commented_copy(template, found))[0].timestamp is None


def test_a_copy_with_its_comments_is_no_letterhead(with_paragraphs, remarks):
    template = with_paragraphs("{{ adressee }}")
    copy = commented_copy(template, check_letterhead(template))
    assert "comment" in [remark.kind for remark in remarks(copy)]
