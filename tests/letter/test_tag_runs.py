"""Conditions inside a paragraph that Word scattered over runs come into runs of their own."""

import pytest
from lxml import etree

from answer_builder.letter.tag_runs import give_tags_their_runs

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def runs_after(*runs: str) -> list[tuple[str, bool]]:
    """The texts of the runs, and whether they are bold; every second one is."""
    looks = ("", "<w:rPr><w:b/></w:rPr>")
    xml = "".join(f"<w:r>{looks[number % 2]}<w:t>{text}</w:t></w:r>" for number, text in enumerate(runs))
    paragraph = etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}">{xml}</w:p>')
    give_tags_their_runs(paragraph)
    return [
        ("".join(text.text or "" for text in run.iter(f"{W}t")), run.find(f"{W}rPr") is not None)
        for run in paragraph.iter(f"{W}r")
        if any(text.text for text in run.iter(f"{W}t"))
    ]


@pytest.mark.parametrize(
    ("runs", "after"),
    [
        (
            ("На {% if a %}№ ", "{{ a }}", "{% endif %}"),
            [("На ", False), ("{%r if a %}", False), ("№ ", False), ("{{ a }}", True), ("{%r endif %}", False)],
        ),
        (("{% i", "f a %}да{% en", "dif %}"), [("{%r if a %}", False), ("да", True), ("{%r endif %}", True)]),
        (("{%- else -%}", "да"), [("{%r else -%}", False), ("да", True)]),
        (("{%p if a %}", ""), [("{%p if a %}", False)]),
        (("{%r if a %}", "да"), [("{%r if a %}", False), ("да", True)]),
        (("{{ a", " }}"), [("{{ a", False), (" }}", True)]),
    ],
)  # fmt: skip
def test_each_condition_has_a_run_of_its_own_and_words_keep_their_look(runs, after):
    assert runs_after(*runs) == after
