import re
from html import unescape

import pytest

from answer_builder import catalogue
from answer_builder.authorities import all_authorities


def test_every_answer_of_the_catalogue_can_be_chosen(client):
    page = client.get("/").get_data(as_text=True)
    for slug, answer in catalogue.all_answers().items():
        assert f'href="/answers/{slug}"' in page
        assert answer.title in page
        assert answer.when in page


def test_situations_come_first_and_in_their_order(client):
    page = client.get("/").get_data(as_text=True)
    order = ["solved", "will_be_solved", "no_date", "cannot", "court_decision", "extension"]
    places = [page.index(f"/answers/{slug}") for slug in order]
    assert places == sorted(places)


def test_every_page_names_the_authority(client):
    assert all_authorities()["sakhalin_minstroy"].title in client.get("/").get_data(as_text=True)


def page(client, path, code=200, **query):
    answer = client.get(path, query_string=query or None)
    assert answer.status_code == code
    return answer.get_data(as_text=True)


def links(html):
    return [unescape(link) for link in re.findall(r'href="([^"]+)"', html)]


def test_the_first_page_has_a_search_and_a_way_to_the_questions(client):
    first = page(client, "/")
    assert 'action="/" method="get"' in first
    assert 'name="q"' in first
    assert "/choose" in links(first)
    assert "какой ответ подойдёт?" in first


def test_search_shows_answers_with_the_found_words_marked(client):
    found = page(client, "/", q="  судебное   решение ")
    assert "Обжалуется <mark>судебное решение</mark>" in found
    assert "/answers/court_decision" in links(found)
    assert "/answers/solved" not in links(found)
    assert 'value="судебное решение"' in found


def test_an_article_of_the_law_is_found_on_the_page(client):
    found = page(client, "/", q="ст. 8 ч. 3")
    assert "Норма: <mark>часть 3 статьи 8</mark>" in found


def test_a_misspelt_search_offers_the_right_one(client):
    found = page(client, "/", q="переадрисация")
    assert "ничего не нашлось" in found
    (way,) = [link for link in links(found) if "q=" in link]
    assert "/answers/redirect" in links(page(client, way))


def test_a_search_without_all_words_says_which_are_missing(client):
    found = page(client, "/", q="жалоба инопланетян")
    assert "Ближе всего" in found
    assert "Нет слов: инопланетян" in found


def test_what_is_searched_for_is_text_and_not_markup(client):
    found = page(client, "/", q="<b>решение</b>")
    assert "<b>" not in found
    assert "&lt;b&gt;решение&lt;/b&gt;" in found


def test_an_empty_search_is_the_first_page(client):
    assert "Какой ответ нужен?" in page(client, "/", q="   ")


@pytest.mark.parametrize("slug", catalogue.all_answers())
def test_some_way_of_replies_leads_to_the_form_of_every_answer(client, slug):
    path = next(replies for replies, outcome in ways() if outcome.key == slug)
    reached = page(client, "/choose", replies=path)
    answer = catalogue.all_answers()[slug]
    assert f"<h1>{answer.title}</h1>" in reached
    assert {f"/answers/{slug}", f"/answers/{slug}/example"} <= set(links(reached))
    assert answer.term.span in reached


def ways(replies=()):
    route = catalogue.choose(replies)
    if route.outcome:
        yield ",".join("yes" if reply else "no" for reply in replies), route.outcome
    else:
        yield from ways((*replies, True))
        yield from ways((*replies, False))


def test_a_question_has_its_norm_and_two_ways_on(client):
    asked = page(client, "/choose")
    question = catalogue.choose().question
    assert f"<h1>{question.text}</h1>" in asked
    assert question.hint in asked
    assert question.norm[1:] in asked
    assert {"/choose?replies=yes", "/choose?replies=no"} <= set(links(asked))


def test_the_replies_so_far_can_be_changed_one_by_one(client):
    asked = page(client, "/choose", replies="yes,yes,no")
    assert [link for link in links(asked) if link.startswith("/choose")] == [
        "/choose?replies=yes,yes,no,yes",
        "/choose?replies=yes,yes,no,no",
        "/choose",
        "/choose?replies=yes",
        "/choose?replies=yes,yes",
    ]
    for step in catalogue.choose((True, True, False)).steps:
        assert f"Изменить ответ на вопрос «{step.question.text}»" in asked


def test_an_outcome_tells_what_to_mind(client):
    reached = page(client, "/choose", replies="yes,yes,yes,yes,no,no,no,no,yes,yes")
    assert "Брань, оскорбления или угрозы" in reached
    assert "право, а не обязанность" in reached


def test_an_outcome_without_a_letter_leads_back_to_the_questions(client):
    reached = page(client, "/choose", replies="no,yes,no")
    assert "Ответ готовят по регламенту услуги" in reached
    assert not [link for link in links(reached) if link.startswith("/answers/")]


@pytest.mark.parametrize("replies", ["maybe", "yes,perhaps", "no,yes,no,yes", "yes," * 100])
def test_a_mistyped_address_of_replies_is_no_page(client, replies):
    assert "Такой страницы нет" in page(client, "/choose", 404, replies=replies)
