import pytest

from answer_builder import authorities, catalogue
from answer_builder.errors import Fault
from web import answer_form

AUTHORITY = authorities.all_authorities()["sakhalin_minstroy"]


def drawn(slug, typed=None, faults=()):
    form = answer_form.draw((catalogue.all_answers()[slug],), AUTHORITY, typed or {}, faults)
    return {question.key: question for question in form.questions}


@pytest.mark.parametrize("slug", list(catalogue.all_answers()))
def test_everything_the_catalogue_asks_is_drawn(slug):
    asked = drawn(slug)
    answer = catalogue.all_answers()[slug]
    for field in answer.fields:
        assert asked[f"fields.{field.key}"].field is field
    assert ("addressee.name" in asked) == answer.is_addressed
    assert {"incoming.number", "executor.phone", "body", "letterhead", "signatory"} <= set(asked)


@pytest.mark.parametrize(
    ("slug", "key", "widget"),
    [
        ("solved", "fields.date_done", "short"),
        ("will_be_solved", "fields.due", "short"),
        ("solved", "fields.what_done", "area"),
        ("court_decision", "fields.case_number", "line"),
        ("cannot", "fields.alternatives", "area"),
        ("cannot", "fields.legal_basis", "records"),
        ("extension", "fields.reason", "radios"),
        ("extension", "incoming.channel", "select"),
        ("extension", "addressee.post_address", "area"),
    ],
)
def test_a_question_looks_like_its_answer(slug, key, widget):
    assert drawn(slug)[key].widget == widget


def test_a_field_that_a_choice_needs_says_which():
    assert drawn("extension")["fields.exceptional_reason"].needed_when == "Исключительный случай"


def test_faults_stand_in_the_order_of_the_form_and_all_are_kept():
    faults = [Fault("executor.phone", "раз"), Fault("incoming.number", "два"), Fault("incoming.number", "три")]
    form = answer_form.draw((catalogue.all_answers()["solved"],), AUTHORITY, {}, faults)
    assert form.errors == [("incoming.number", "два"), ("incoming.number", "три"), ("executor.phone", "раз")]


def test_records_are_put_together_and_empty_ones_dropped():
    posted = {
        "fields.legal_basis.0.article": " ",
        "fields.legal_basis.2.article": "статья 5",
        "fields.legal_basis.10.article": "статья 6",
        # не номера
        "fields.legal_basis.x.article": "a",
        "fields.legal_basis.²³.article": "b",
        f"fields.legal_basis.{'9' * 5000}.article": "c",
        "fields.legal_basis": "d",
    }
    typed = answer_form.read(posted, (catalogue.all_answers()["cannot"],), AUTHORITY)
    assert [record["article"] for record in typed["fields.legal_basis"]] == ["статья 5", "статья 6"]


def test_what_the_form_does_not_ask_is_not_read():
    assert "answer" not in answer_form.read({"answer": "x"}, (catalogue.all_answers()["solved"],), AUTHORITY)
