"""A remark of the second engine is added where we say nothing of the kind, and dropped where we do."""

import pytest

from answer_builder.lint import check
from answer_builder.lint.languagetool import Remark
from answer_builder.lint.languagetool.remarks import Calling

TEXT = "Ваше завление рассмотрено , девайс «ихний дом» готов."


def remark(words, category, level="warning", text=TEXT):
    start = text.index(words)
    return Remark(
        "languagetool.X", Calling(category, level, "почему", "норма"), "Слова.", start, start + len(words), ("так",)
    )


def added(*remarks, text=TEXT):
    return [finding for finding in check(text, remarks=remarks) if finding.rule == "languagetool.X"]


def test_a_new_remark_becomes_a_finding_with_all_its_words():
    (finding,) = added(remark("рассмотрено", "grammar"))
    assert (finding.match, finding.paragraph, finding.message) == ("рассмотрено", 0, "Слова.")
    assert (finding.why, finding.basis, finding.replacements) == ("почему", "норма", ("так",))
    assert finding.fingerprint


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("завление", "spelling"),
        ("Ваше завление", "grammar"),
        ("рассмотрено , девайс", "punctuation"),
        (" , ", "typography"),
        ("девайс", "colloquial"),
        ("девайс", "spelling"),
    ],
)
def test_what_we_say_ourselves_is_said_once(words, category):
    assert added(remark(words, category)) == []


def test_another_kind_of_trouble_in_the_same_place_is_kept():
    assert len(added(remark("рассмотрено , девайс", "grammar"))) == 0  # девайс has been named
    assert len(added(remark("Ваше завление", "punctuation"))) == 1


def test_the_very_words_we_have_named_are_not_named_again():
    text = "Ремонт начнётся в мае месяце."
    assert added(remark("в мае месяце", "grammar", text=text), text=text) == []
    assert len(added(remark("начнётся в мае месяце", "grammar", text=text), text=text)) == 1


def test_the_words_of_others_are_left_alone_where_the_category_says_so():
    assert added(remark("ихний", "colloquial")) == []
    assert len(added(remark("ихний", "grammar"))) == 1


def test_findings_stay_in_the_order_of_the_text():
    found = check(TEXT, remarks=[remark("готов", "grammar"), remark("Ваше", "grammar")])
    assert [finding.start for finding in found] == sorted(finding.start for finding in found)
