"""Several questions of one appeal in the form: added, filled in, taken away, without scripts."""

import html
import re

import pytest

from answer_builder import catalogue

POINTS = [slug for slug, answer in catalogue.all_answers().items() if answer.point]


def text(answer):
    return html.unescape(answer.get_data(as_text=True)).replace("\N{NO-BREAK SPACE}", " ")


def values(page):
    """Name → value of every filled input of the form, as a browser would send them again."""
    found = dict(re.findall(r'<input(?! type="radio")[^>]* name="([^"]+)"[^>]* value="([^"]*)"', page))
    found |= dict(re.findall(r'<input type="radio"[^>]* name="([^"]+)" value="([^"]*)" checked', page))
    found |= dict(re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>\n(.*?)</textarea>', page, re.DOTALL))
    for name, options in re.findall(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found[name] = chosen[1] if chosen else ""
    return found


@pytest.fixture
def of_two(typed):
    """What is typed into the form of two questions: the entrance is solved, the house cannot be."""

    def fill(first="solved", second="cannot", **changes):
        own = {
            f"questions[2].{key}": value
            for key, value in typed(second).items()
            if key.startswith("fields.") or key == "body"
        }
        return typed(first) | own | {"questions[2].answer": second} | changes

    return fill


@pytest.mark.parametrize("slug", catalogue.all_answers())
def test_another_question_is_offered_where_the_answer_may_be_a_point(client, slug):
    page = text(client.get(f"/answers/{slug}"))
    assert ("В обращении есть ещё вопрос?" in page) == (slug in POINTS)


def test_a_question_is_added_and_everything_typed_stays(post, typed):
    page = text(post("solved", typed("solved") | {"question": "add", "another": "cannot"}))
    assert "<h1>Ответ на несколько вопросов</h1>" in page
    assert re.search(r'<h2 id="section-questions\[2\]" tabindex="-1" autofocus>Вопрос 2</h2>', page)
    again = values(page)
    assert again["questions[2].answer"] == "cannot"
    assert again["questions[2].fields.subject"] == ""
    for key, value in typed("solved").items():
        assert again.get(key, "").strip() == value.strip()
    assert "Ошибка" not in page


def test_an_addition_without_a_choice_says_what_to_choose(post, typed):
    page = text(post("solved", typed("solved") | {"question": "add", "another": ""}))
    assert "Выберите, чем ответить на ещё один вопрос" in page
    assert re.search(r'<select id="another"[^>]* aria-invalid="true" autofocus>', page)
    assert "questions[2]" not in page


def test_choices_of_an_added_question_begin_as_in_its_own_form(post, typed, client):
    own = values(text(client.get("/answers/secret")))
    added = values(text(post("solved", typed("solved") | {"question": "add", "another": "secret"})))
    assert {key: added.get(f"questions[2].{key}") for key in own if key.startswith("fields.")} == {
        key: value for key, value in own.items() if key.startswith("fields.")
    }


def test_the_letter_of_two_questions_is_shown_and_downloaded(post, of_two):
    page = text(post("solved", of_two()))
    words = re.sub(r"<sup.*?</sup>|<[^>]+>", "", page)
    assert "1. По вопросу ремонта подъезда № 2 дома № 5 по улице Садовой. Этот вопрос решён." in words
    assert "2. По вопросу переселения из дома № 5 по улице Садовой. К сожалению" in words
    file = post("solved", of_two(), "download")
    assert file.mimetype.endswith("wordprocessingml.document")


def test_records_of_the_second_question_are_lengthened_in_their_place(post, of_two):
    page = text(post("solved", of_two() | {"add": "questions[2].fields.legal_basis"}))
    assert re.search(r'name="questions\[2\].fields.legal_basis.1.article"[^>]*autofocus>', page)


def test_errors_lead_to_the_fields_of_their_question(post, of_two):
    broken = {"fields.what_done": "", "questions[2].fields.reason_plain": "", "executor.phone": ""}
    answer = post("solved", of_two(**broken))
    page = text(answer)
    assert answer.status_code == 422
    links = dict(re.findall(r'<li data-fault="([^"]+)"><a href="#[^"]+">(.*?)</a>', page))
    assert links["fields.what_done"].startswith("Вопрос 1 «ремонта подъезда")
    assert links["questions[2].fields.reason_plain"].startswith("Вопрос 2 «переселения из дома")
    assert links["executor.phone"] == "Не заполнено «Телефон исполнителя»"
    for key in links:
        assert f'id="{key}"' in page
        assert f'id="{key}-error"' in page


def test_an_unanswered_question_leads_to_its_section(post, of_two):
    empty = {key: "" for key in of_two() if key.startswith("questions[2].fields.")}
    page = text(post("solved", of_two(**empty)))
    assert '<a href="#questions[2].fields">Вопрос 2 остался без ответа (пункт 7.9 Порядка министерства)' in page
    assert 'id="questions[2].fields"' in page
    empty = {key: "" for key in of_two() if key.startswith("fields.")}
    page = text(post("solved", of_two(**empty)))
    assert '<a href="#fields">Вопрос 1 остался без ответа (пункт 7.9 Порядка министерства)' in page
    assert 'id="fields"' in page


def test_the_live_preview_says_of_which_question_a_field_is(post, of_two):
    page = text(post("solved", of_two(**{"questions[2].fields.facts_checked": ""}), "live"))
    assert '<a href="#questions[2].fields.facts_checked">Какие факты проверены (вопрос 2)</a>' in page


def test_the_live_preview_tells_what_is_wrong_with_all_questions_together(post, of_two):
    page = text(post("redirect", of_two("redirect", "redirect"), "live"))
    assert 'data-status="Письмо не составлено: проверьте форму."' in page
    assert re.search('<a href="#questions">Все вопросы переданы в другие органы.*redirect_several', page)


def test_a_removed_question_takes_nothing_else_with_it(post, of_two, typed):
    page = text(post("solved", of_two() | {"question": "2"}))
    assert "<h1>Вопрос уже решён</h1>" in page
    assert values(page)["fields.what_done"] == typed("solved")["fields.what_done"]
    assert "questions[2]" not in page


def test_when_the_first_question_is_removed_the_second_takes_its_place(post, of_two, typed):
    page = text(post("solved", of_two() | {"question": "1"}))
    assert "<h1>Вопрос не может быть решён</h1>" in page
    assert 'action="/answers/cannot"' in page
    again = values(page)
    assert again["fields.subject"] == typed("cannot")["fields.subject"]
    assert again["incoming.number"] == typed("cannot")["incoming.number"]
    assert "fields.what_done" not in again


def test_the_only_question_is_not_removed(post, typed):
    assert "<h1>Вопрос уже решён</h1>" in text(post("solved", typed("solved") | {"question": "1"}))


@pytest.mark.parametrize("foreign", ["court_decision", "solvd", "../x"])
def test_what_is_no_point_is_not_taken_for_one(post, of_two, foreign):
    assert post("solved", of_two() | {"questions[2].answer": foreign}).status_code == 400


def test_the_twenty_first_question_is_not_offered(post, of_two):
    many = {f"questions[{number}].answer": "solved" for number in range(2, 21)}
    page = text(post("solved", of_two() | many | {"question": "add", "another": "solved"}))
    assert "questions[20].answer" in page
    assert "questions[21]" not in page
    assert "В обращении есть ещё вопрос?" not in page
    assert post("solved", of_two() | many | {"questions[21].answer": "solved"}).status_code == 400


@pytest.mark.parametrize("second", POINTS)
def test_every_input_of_two_questions_has_a_label_and_every_id_is_one(post, of_two, second):
    page = text(post("solved", of_two(second=second)))
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    inputs = re.findall(r'<(?:input|select|textarea)(?! type="hidden")[^>]* id="([^"]+)"', page)
    assert sorted(inputs) == sorted(set(re.findall(r'<label for="([^"]+)"', page)))
