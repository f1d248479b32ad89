"""Which requisites a letterhead lacks, by which norm, and what may be printed instead of a tag."""

import dataclasses

import pytest

from answer_builder import authorities
from answer_builder.letter.placeholders import placeholders
from answer_builder.letter.render import Values

OURS = authorities.all_authorities()["sakhalin_minstroy"]
OBLIGATORY = {name: placeholder for name, placeholder in placeholders().items() if placeholder.missing}


def missing(found):
    return [remark for remark in found if remark.kind == "missing_requisite"]


def test_the_check_and_the_renderer_know_the_same_names():
    assert placeholders().keys() == Values.__annotations__.keys()


def test_what_is_obligatory_has_its_norm():
    assert [name for name, placeholder in OBLIGATORY.items() if not placeholder.basis] == []
    assert {"addressee", "letter_date", "reference_number", "heading", "text", "signatory_name"} <= OBLIGATORY.keys()


def test_a_letterhead_in_the_short_form_lacks_nothing(short, remarks):
    assert remarks(short()) == []
    assert remarks(short(), authority=OURS) == []


@pytest.mark.parametrize("name", OBLIGATORY)
def test_what_it_lacks_is_told_with_the_norm_and_what_to_write(short, remarks, name):
    (remark,) = missing(remarks(short(f"{{{{ {name} }}}}", "–")))
    placeholder = placeholders()[name]
    assert placeholder.title in remark.message
    assert (remark.level, remark.basis) == (placeholder.missing, placeholder.basis)
    assert f"{{{{ {name} }}}}" in remark.remedy


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("authority_name", "КОМИТЕТ ПО ТРУДУ"),
        ("authority_address", "ул. Лесная, д. 1, 630000"),
        ("authority_phone", "(383) 200-00-00"),
        ("authority_email", "priem@example.ru"),
        ("authority_site", "www.example.ru"),
    ],
)
def test_words_of_the_body_may_be_printed_and_are_compared_with_its_profile(short, remarks, name, printed):
    tag = f"{{{{ {name} }}}}"
    assert remarks(short(tag, printed)) == []
    (remark,) = remarks(short(tag, printed), authority=OURS)
    value = OURS.requisites[name.removeprefix("authority_")]
    assert remark.kind == "different_requisite"
    assert f"«{value}»" in remark.message
    assert remarks(short(tag, value.replace("-", " - ").lower()), authority=OURS) == []


def test_an_officials_own_letterhead_needs_no_position_at_the_signature(short, remarks):
    assert remarks(short("{{ signatory_position }}, {{ signatory_name }}", "МИНИСТР\n{{ signatory_name }}")) == []


def test_a_body_that_asks_for_opinions_needs_a_place_for_the_link(short, remarks):
    asking = dataclasses.replace(OURS, survey_url="https://example.ru/opros")
    assert missing(remarks(short())) == []
    (remark,) = missing(remarks(short(), authority=asking))
    assert (remark.level, "{{ survey_url }}" in remark.remedy) == ("error", True)
