"""A letterhead is tried out with letters of every kind: what would be lost in some of them is told."""

import pytest


@pytest.mark.parametrize(
    ("edit", "name"),
    [
        (("{{ heading }}", "{{ heading[:10] }}"), "heading"),
        (("{{ heading }}", "{{ heading|first }}"), "heading"),
        (("{{ addressee }}", "{{ addressee[0] }}"), "addressee"),
        (("{{ addressee }}", "{{ addressee[0] }}, {{ addressee[-1] }}"), "addressee"),
        (("{{ text }}", "{{ text|first }}"), "text"),
        (("{{ heading }}", "{% if attachments %}{{ heading }}{% endif %}"), "heading"),
        (("{{ heading }}", "{% if not greeting or restriction %}{{ heading }}{% endif %}"), "heading"),
        (("{{ text }}", "{% for line in text %}{% if not loop.last %}{{ line }}{% endif %}{% endfor %}"), "text"),
        (("{{ text }}", "{% for line in text %}{% if loop.index < 7 %}{{ line }}{% endif %}{% endfor %}"), "text"),
        (("{{ greeting }}", "{% if not greeting %}{{ greeting }}{% endif %}"), "greeting"),
        (("{{ closing }}", "{% for c in closing %}{{ c[0] }}{% endfor %}"), "closing"),
    ],
)
def test_a_value_that_some_letters_lose_is_told(short, remarks, edit, name):
    told = [remark for remark in remarks(short(*edit)) if remark.kind == "lost_value"]
    assert [f"«{{{{ {name} }}}}»" in remark.message for remark in told] == [True], remarks(short(*edit))
    assert name in told[0].place.words


@pytest.mark.parametrize(
    "edit",
    [
        ("{{ heading }}", "{{ heading|upper }}"),
        ("{{ heading }}", "{% if heading %}{{ heading }}{% endif %}"),
        ("{{ heading }}", "{% if attachments %}{{ heading }}{% else %}{{ heading }}!{% endif %}"),
        ("{{ addressee }}", "{{ addressee[0] }}\n{%p for line in addressee[1:] %}\n{{ line }}\n{%p endfor %}"),
        ("{{ addressee }}", "{% for line in addressee %}{{ line }}{% if not loop.last %}, {% endif %}{% endfor %}"),
        ("{{ text }}", "{{ text[:-1]|join(' ') }} {{ text[-1] }}"),
        ("{{ greeting }}", "{{ greeting or 'Здравствуйте!' }}"),
        ("{{ executor_mark }}", "Исполнитель: {{ executor_mark }}"),
    ],
)
def test_lawful_tags_lose_nothing(short, remarks, edit):
    assert remarks(short(*edit)) == []


def test_a_value_in_the_header_of_the_next_pages_only_is_lost(changed, short, remarks):
    template = short("{{ heading }}", "–")
    header = ("</w:p>", "<w:r><w:t>{{ heading }}</w:t></w:r></w:p>")
    assert "lost_value" in [remark.kind for remark in remarks(changed({"word/header1.xml": header}, of=template))]
    assert [remark.kind for remark in remarks(changed({"word/header2.xml": header}, of=template))] == []


def test_a_block_that_begins_and_ends_in_different_paragraphs_is_told_at_its_place(short, remarks):
    (remark,) = remarks(short("{{ heading }}", "{% if greeting %}начало\n{{ heading }}\nконец{% endif %}"))
    assert "начало и конец блока стоят в разных абзацах" in remark.message
    assert remark.place.words == "{% if greeting %}начало"


def test_a_tag_where_nothing_is_filled_in_is_told(changed, remarks):
    template = changed({"docProps/app.xml": ("</Properties>", "<Company>{{ authority_name }}</Company></Properties>")})
    (remark,) = remarks(template)
    assert "docProps/app.xml" in remark.message
