"""A clerk's mistakes in a letterhead: each is answered with the part, the reason and the tag."""

import io
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from jinja2.sandbox import SecurityError

from answer_builder.errors import BrokenContent
from answer_builder.letter.compiled_template import CompiledTemplate
from answer_builder.letter.template_tags import environment

KNOWN = ("greeting", "heading", "text", "survey_url")
BODY = "основной текст (word/document.xml)"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        # опечатки
        (["{{ greeting"], "тег написан с ошибкой или не закрыт: {{ greeting"),
        (["{{ greeting }"], "тег написан с ошибкой или не закрыт: {{ greeting }"),
        (["{{ }}"], "тег написан с ошибкой или не закрыт: {{ }}"),
        (["{{ обращение гражданина }}"], "тег написан с ошибкой или не закрыт: {{ обращение гражданина }}"),
        (["{% if heading %}О ремонте"], "тег написан с ошибкой или не закрыт: {% if heading %}О ремонте"),
        (["{% endif %}"], "тег написан с ошибкой или не закрыт: {% endif %}"),
        (["{% if heading is пусто %}{% endif %}"], "проверка «пусто» не поддерживается: {% if heading is пусто %}"),
        (["{% for loop in text %}{% endfor %}"], "тег написан с ошибкой: {% for loop in text %}"),
        # неизвестные поля
        (["{{ greting }}"], "неизвестное поле «greting» (возможно, вы имели в виду «greeting»): {{ greting }}"),
        (["{{ heading }} и {{ индекс }}"], "неизвестное поле «индекс»: {{ индекс }}"),
        (["{% for line in text %}{% endfor %}", "{{ line }}"], "неизвестное поле «line»: {{ line }}"),
        # блок начинается в одном абзаце, а кончается в другом
        (
            ["{% if heading %}", "{{ heading }}", "{% endif %}"],
            "начало и конец блока стоят в разных абзацах, напишите {%p … %} вместо {% … %}: {% if heading %}",
        ),
        (["{% for line in text %}{{ line }}", "{% endfor %}"], "в разных абзацах"),
        (["{% if heading %}да{% else %}нет", "{% endif %}"], "в разных абзацах"),
        # чего бланк не умеет
        (["{%tr for line in text %}"], "повтор строк или ячеек таблицы ({%tr … %}, {%tc … %}) в бланке не поддерж"),
        (["{%tc for line in text %}"], "повтор строк или ячеек таблицы"),
        (["{% colspan 2 %}"], "объединение ячеек"),
        (["{% hm %}"], "объединение ячеек"),
        (["{% vm %}"], "объединение ячеек"),
        (["{% cellbg 'red' %}"], "цвет ячейки"),
        (["{{r heading }}"], "вставка готового оформления"),
        (["{{p heading }}"], "вставка готового оформления"),
        (["{{ heading|safe }}"], "обработка «safe» не поддерживается"),
        (["{{ heading|attr('x') }}"], "обработка «attr» не поддерживается"),
        (
            ["{% set x = 1 %}"],
            "в бланке работают только значения {{ … }}, повтор {% for %} и условие {% if %}: {% set x = 1 %}",
        ),
        (["{% include 'x' %}"], "условие {% if %}: {% include 'x' %}"),
        (["{% macro f() %}{% endmacro %}"], "условие {% if %}"),
        (["{% filter upper %}{{ heading }}{% endfilter %}"], "условие {% if %}"),
        (["{% autoescape false %}{{ heading }}{% endautoescape %}"], "условие {% if %}"),
        (["{{ heading * 1000000 }}"], "условие {% if %}"),
        # выход из песочницы
        (["{{ cycler.__init__.__globals__.os }}"], "условие {% if %}: {{ cycler.__init__.__globals__.os }}"),
        (["{{ self }}"], "условие {% if %}"),
        (["{{ cycler }}"], "неизвестное поле «cycler»"),
        (["{{ range(9) }}"], "условие {% if %}"),
        (["{{ heading.format(heading) }}"], "условие {% if %}"),
        (["{{ heading['__class__'] }}"], "условие {% if %}"),
        (["{{ heading[heading] }}"], "условие {% if %}"),
        (["{% for line in text %}{{ loop.__class__ }}{% endfor %}"], "условие {% if %}"),
    ],
)
def test_mistake_is_answered_with_part_reason_and_tag(lines: list[str], message: str) -> None:
    with pytest.raises(BrokenContent) as error:
        CompiledTemplate(document(*lines), known=KNOWN)
    assert str(error.value).startswith(f"{BODY}: ")
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("part", "place"),
    [
        ("header", "верхний колонтитул (word/header1.xml)"),
        ("footer", "нижний колонтитул (word/footer1.xml)"),
    ],
)
def test_mistake_in_a_header_or_footer_names_it(part: str, place: str) -> None:
    word = Document()
    getattr(word.sections[0], part).paragraphs[0].text = "{{ greting }}"
    with pytest.raises(BrokenContent) as error:
        CompiledTemplate(saved(word), known=KNOWN)
    assert str(error.value).startswith(f"{place}: неизвестное поле «greting»")


def test_mistake_in_the_title_names_the_properties() -> None:
    word = Document()
    word.core_properties.title = "{{ greting }}"
    with pytest.raises(BrokenContent, match=r"свойства документа \(docProps/core.xml\): неизвестное поле"):
        CompiledTemplate(saved(word), known=KNOWN)


def test_tag_in_a_part_that_is_not_filled_is_refused() -> None:
    word = Document()
    word.add_comment(word.add_paragraph("текст").runs, text="{{ heading }}")
    with pytest.raises(BrokenContent, match=r"\(word/comments.xml\): здесь поля .* не заполняются"):
        CompiledTemplate(saved(word), known=KNOWN)


def test_picture_in_a_loop_is_refused() -> None:
    word = Document(io.BytesIO(document("{%p for line in text %}", "{{ line }}", "{%p endfor %}")))
    picture = parse_xml(
        f"<w:drawing {nsdecls('w', 'wp')}><wp:inline><wp:docPr id='1' name='герб'/></wp:inline></w:drawing>"
    )
    word.paragraphs[1].runs[0]._r.append(picture)
    with pytest.raises(BrokenContent, match=r"рисунок внутри повтора не поддерживается: {% for line in text %}"):
        CompiledTemplate(saved(word), known=KNOWN)


@pytest.mark.parametrize(
    "line",
    [
        "{{ greeting }}",
        "{{ text|join(', ')|upper }}",
        "{{ text[-1] }} {{ text[:-1]|join(' ') }}",
        "{% if survey_url and not heading %}да{% elif heading == 'О ремонте' %}нет{% else %}–{% endif %}",
        "{% for line in text %}{{ loop.index }}. {{ line }}{% if not loop.last %}, {% endif %}{% endfor %}",
        "{{ heading if heading else 'без заголовка' }}",
        "{# пометка для себя #}",
    ],
)
def test_values_loops_and_conditions_are_allowed(line: str) -> None:
    assert CompiledTemplate(document(line), known=KNOWN).names <= set(KNOWN)


def test_sandbox_stops_what_the_rules_above_would_let_through() -> None:
    with pytest.raises(SecurityError):
        environment().from_string("{{ v.__class__ }}").render(v="")


def document(*lines: str) -> bytes:
    word = Document()
    for line in lines:
        word.add_paragraph(line)
    return saved(word)


def saved(word: Any) -> bytes:
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()
