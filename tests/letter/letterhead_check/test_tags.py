"""Every wrong tag is named with its place and what to do."""

import pytest

WRONG = [
    # опечатки
    ("{{ adressee }}", "unknown_placeholder", "неизвестное поле «adressee» (возможно, вы имели в виду «addressee»)"),
    ("{{ Heading }}", "unknown_placeholder", "(возможно, вы имели в виду «heading»)"),
    ("{{ адресат }}", "unknown_placeholder", "(возможно, вы имели в виду «addressee»)"),
    ("{{ дата }}", "unknown_placeholder", "(возможно, вы имели в виду «letter_date»)"),
    ("{{ tехt }}", "unknown_placeholder", "(возможно, вы имели в виду «text»)"),
    ("{{ vkhodyashchiy }}", "unknown_placeholder", "неизвестное поле «vkhodyashchiy»"),
    ("{%p for line in adressee %}", "unknown_placeholder", "«addressee»"),
    ("{{ line }}", "unknown_placeholder", "неизвестное поле «line»"),
    # скобки
    ("{{ heading }", "torn_tag", "не закрыт"),
    ("{{ heading", "torn_tag", "тег «{{ heading» не закрыт"),
    ("heading }}", "torn_tag", "лишние скобки }}"),
    ("{{ heading {{ text }}", "torn_tag", "не закрыт"),
    ("{heading}", "brackets", "«{heading}» останется в письме как есть"),
    ("[адресат]", "brackets", "«[адресат]» останется"),
    ("<<heading>>", "brackets", "останется"),
    ("{{ }}", "empty_tag", "пустой тег"),
    ("{{ heading text }}", "tag", "тег написан с ошибкой"),
    # чего бланк не умеет
    ("{{ heading|tojson }}", "tag", "обработка «tojson» не поддерживается"),
    ("{{ heading|replace('а', 'б') }}", "tag", "обработка «replace» не поддерживается"),
    ("{{ heading.__class__ }}", "tag", "работают только значения"),
    ("{{ heading.upper() }}", "tag", "работают только значения"),
    ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "tag", "работают только значения"),
    ("{% set x = 1 %}", "unsupported", "«set» в бланке не поддерживается"),
    ("{% include 'x' %}", "unsupported", "«include»"),
    ("{%tr for line in text %}", "unsupported", "повтор строк"),
    # начало и конец
    ("{%p if greeting %}", "unbalanced", "{%p if greeting %} не закрыт"),
    ("{%p for line in text %}", "unbalanced", "не закрыт"),
    ("{%p endif %}", "unbalanced", "ничего не закрывает"),
    ("{%p else %}", "unbalanced", "вне условия"),
    # то, что теряет слова
    ("Первый {%p if greeting %}", "not_alone", "пропадёт"),
    ("{{ letter_date }} На № {{ reference_number }} от {{ reference_date }}", "blank", "останется пустое место"),
    ("{% if heading == 'О ремонте' %}да{% endif %}", "unpredictable", "смотрит на слова письма"),
    ("{{ text[900] }}", "unpredictable", "дальше 40-й"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "kind", "message"), WRONG, ids=[words for words, _, _ in WRONG])
def test_a_wrong_tag_is_named_where_it_stands(with_paragraphs, remarks, words, kind, message):
    told = [remark for remark in remarks(with_paragraphs(words)) if remark.kind == kind]
    assert told
    assert message in told[0].message
    assert told[0].level == "error"
    assert told[0].place.title.startswith("основной текст, абзац ")
    assert told[0].place.words.removesuffix("…") == words[:60]
    assert told[0].remedy


def test_two_blocks_that_cross_are_named(with_paragraphs, remarks):
    crossed = ("{%p if greeting %}", "{%p for line in text %}", "{{ line }}", "{%p endif %}", "{%p endfor %}")
    messages = [remark.message for remark in remarks(with_paragraphs(*crossed))]
    assert "{%p endif %} стоит там, где не закрыт {%p for line in text %}" in messages


def test_every_wrong_tag_is_told_at_once(with_paragraphs, remarks):
    found = remarks(with_paragraphs("{{ adressee }}", "{{ hading }}", "{{ text"))
    assert [remark.kind for remark in found] == ["unknown_placeholder", "unknown_placeholder", "torn_tag"]


@pytest.mark.parametrize(
    "paragraph",
    [
        ("{{ head", "ing }}"),
        ("{", "{ heading }", "}"),
        ("{{ ", "hea", "ding", " }}"),
        ("{% if greeting %}", "с при", "ветом {{ greeting }}", "{% endif %}"),
        ("{% i", "f greeting %}с приветом{% end", "if %}"),
        "{{ heading|upper }}",
        "{{ addressee|upper }}",
        "{{ text|join('; ') }}",
        "{{ text[0] }}",
        "{{ “да” if attachments|length > 1 else “нет” }}",
        "{\N{NO-BREAK SPACE}}",
        "{{\N{NO-BREAK SPACE}heading\N{NO-BREAK SPACE}}}",
        "скобки { и } поодиночке",
    ],
)
def test_a_tag_in_pieces_and_a_lawful_one_is_sound(with_paragraphs, remarks, paragraph):
    assert remarks(with_paragraphs(paragraph)) == []


def test_the_place_is_told_as_a_person_finds_it(changed, remarks):
    template = changed({"word/document.xml": ("{{ authority_phone }}", "{{ authority_fone }}")})
    (place,) = {remark.place for remark in remarks(template) if remark.kind == "unknown_placeholder"}
    assert place.title == "основной текст, таблица 1, строка 1, ячейка 1"
    assert place.words.endswith("{{ authority_fone }}")
    template = changed({"word/header2.xml": ("</w:pPr>", "</w:pPr><w:r><w:t>{{ tema }}</w:t></w:r>")})
    assert [str(remark.place) for remark in remarks(template)] == ["верхний колонтитул первой страницы: «{{ tema }}»"]


def test_a_wrong_tag_in_a_footnote_is_told_with_its_place(changed, remarks):
    note = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2">'
        "<w:p><w:r><w:t>{{ tema }}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = f'<Relationship Id="rIdNote" Type="{office}/footnotes" Target="footnotes.xml"/></Relationships>'
    template = changed(
        {
            "word/footnotes.xml": note.encode(),
            "word/_rels/document.xml.rels": ("</Relationships>", relation),
            "[Content_Types].xml": (
                "</Types>",
                f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>',
            ),
        }
    )
    (remark,) = remarks(template)
    assert "неизвестное поле «tema»" in remark.message
    assert str(remark.place) == "сноски (word/footnotes.xml)"
