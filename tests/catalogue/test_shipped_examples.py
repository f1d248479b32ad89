"""Every typical answer is tested by its own examples, on both letterheads."""

from datetime import date

import pytest

from answer_builder import authorities, catalogue
from answer_builder.letter.example_case import example_case
from answer_builder.one_letter import MadeLetter, make_letter

TODAY = date(2026, 11, 22)
EXAMPLES = [
    pytest.param(slug, example, letterhead, id=f"{slug}-{example.title}-{letterhead}")
    for slug, answer in catalogue.all_answers().items()
    for example in answer.examples
    for letterhead in authorities.all_authorities()["sakhalin_minstroy"].letterheads
]


def words(made: MadeLetter) -> str:
    return made.letter.prose.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(("slug", "example", "letterhead"), EXAMPLES)
def test_example_builds_says_what_it_promises_and_has_no_findings(slug, example, letterhead):
    made = make_letter(example_case(slug, example) | {"letterhead": letterhead}, today=TODAY)
    said = words(made)
    for phrase in example.says:
        assert phrase in said
    assert made.findings == ()
    assert made.pages.pages <= 2


@pytest.mark.parametrize("slug", catalogue.all_answers())
def test_examples_of_the_fields_put_together_make_a_letter(slug):
    made = make_letter(example_case(slug), today=TODAY)
    assert made.findings == ()
    assert "{{" not in made.letter.prose
    assert "[" not in made.letter.prose


@pytest.mark.parametrize("slug", [slug for slug, answer in catalogue.all_answers().items() if answer.is_addressed])
def test_examples_show_one_person_and_several(slug):
    people = {
        make_letter(example_case(slug, example), today=TODAY).case.addressee.is_several
        for example in catalogue.all_answers()[slug].examples
    }
    assert people == {False, True}


@pytest.mark.parametrize("slug", ["no_sender_data", "site_placement"])
def test_what_goes_to_no_citizen_has_no_greeting_no_name_and_no_reference(slug):
    letter = make_letter(example_case(slug), today=TODAY).letter
    assert letter.greeting == letter.reference_number == letter.reference_date == ""
    assert not any("Ковальчук" in line for line in (*letter.addressee, letter.prose))


@pytest.mark.parametrize("slug", ["reception_other_body", "email_not_appeal"])
def test_what_was_never_registered_has_no_reference_and_examines_nothing(slug):
    letter = make_letter(example_case(slug), today=TODAY).letter
    assert letter.greeting == "Уважаемая Мария Петровна!"
    assert letter.reference_number == letter.reference_date == ""
    assert "рассмотрев" not in letter.prose.casefold()
