"""Search finds an entry by its words in any form, by its law in any order, and says what to try instead."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answer_builder import catalogue
from answer_builder.catalogue import LONGEST_QUERY, did_you_mean, search
from answer_builder.catalogue.searching import WEIGHTS


def slugs(query):
    return [hit.answer.slug for hit in search(query)]


def shown(pieces):
    return "".join(f"*{piece.text}*" if piece.is_found else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        # Любая форма слова
        ("судебное решение", "court_decision"),
        ("судебным решением", "court_decision"),
        ("СУДЕБНЫХ РЕШЕНИЙ", "court_decision"),
        ("обжаловать решение суда", "court_decision"),
        ("тайной", "secret"),
        ("угроза", "abuse_of_right"),
        ("продлили срок", "extension"),
        ("новыми доводами", "repeated_no_new"),
        ("возвращаем жалобы", "return_complaint"),
        # ё и е
        ("прием", "reception_written"),
        ("приём", "reception_written"),
        # Предлоги не мешают
        ("о решении суда", "court_decision"),
        ("на личном приёме", "reception_written"),
        # Слово того же корня, если самого слова в каталоге нет
        ("мигранты", "redirect_migration"),
        ("переадресовать", "redirect"),
        # Законы
        ("59-ФЗ", "solved"),
        ("№ 210-ФЗ", "incomplete_service"),
        ("210 фз", "incomplete_service"),
        ("210", "incomplete_service"),
        ("547-ФЗ", "email_not_appeal"),
        # Статьи в любом порядке и сокращении
        ("часть 3 статьи 8", "redirect"),
        ("статья 8 часть 3", "redirect"),
        ("ст. 8 ч. 3", "redirect"),
        ("ч.3 ст.8", "redirect"),
        ("ст. 8, ч. 3 59-ФЗ", "redirect"),
        ("часть 3.1 статьи 8", "redirect_migration"),
        ("ст. 11 ч. 5.1", "answer_on_site"),
        ("п. 7.8", "essence_unclear"),
        # Слова полей и текста
        ("номер дела", "court_decision"),
        ("карточка приёма", "reception_written"),
    ],
)
def test_the_most_telling_answer_comes_first(query, first):
    assert slugs(query)[:1] == [first]


@pytest.mark.parametrize(
    ("query", "absent"),
    [
        ("статья 8 часть 3", "redirect_migration"),  # there it is часть 3.1
        ("статья 11 часть 3", "redirect"),  # часть 3 of another article
        ("часть 4 статьи 11", "answer_on_site"),  # часть 4 of статья 10 and часть 5.1 of статья 11
        ("суд", "incomplete_service"),
    ],
)
def test_what_only_looks_alike_is_not_found(query, absent):
    assert absent not in slugs(query)


def test_a_preposition_is_not_searched_for():
    assert [(hit.answer.slug, hit.missing) for hit in search("ради тайны")] == [("secret", ())]


def test_a_reflexive_verb_finds_the_plain_one_and_is_found_by_it():
    assert {"court_decision", "cannot"} <= set(slugs("обжалуется")) & set(slugs("обжаловать"))


def test_every_word_must_occur():
    both = set(slugs("сайт размещён"))
    assert both
    assert both == set(slugs("сайт")) & set(slugs("размещён"))


def test_a_title_outweighs_the_other_places():
    places = {hit.answer.slug: hit.answer.title for hit in search("сайте")}
    titled = [slug for slug, title in places.items() if "сайт" in title]
    assert list(places)[: len(titled)] == titled
    assert len(places) > len(titled)


def test_when_outweighs_the_norm_and_the_norm_the_text():
    order = [hit.place for hit in search("статьи") if not any(piece.is_found for piece in hit.title)]
    assert order == sorted(order, key=["when", "norm", "text", "fields"].index)
    assert list(WEIGHTS.values()) == sorted(WEIGHTS.values(), reverse=True)


def test_found_words_are_marked_in_title_and_fragment():
    (hit,) = [hit for hit in search("судебное решение") if hit.answer.slug == "court_decision"]
    assert shown(hit.title) == "Обжалуется *судебное решение*"
    assert "с *решением* суда" in shown(hit.fragment)
    assert hit.missing == ()


def test_a_fragment_of_the_law_is_marked_as_a_whole():
    hit = search("ст. 8 ч. 3")[0]
    assert hit.place == "norm"
    assert shown(hit.fragment).startswith("*часть 3 статьи 8*")


def test_a_long_fragment_is_cut_around_what_was_found():
    for query in ("почтовый адрес", "вышестоящему", "распечатка", "исключительный"):
        for hit in search(query):
            text = "".join(piece.text for piece in hit.fragment)
            assert len(text) <= 180
            if not any(piece.is_found for piece in hit.title):
                assert any(piece.is_found for piece in hit.fragment)
            assert "{{" not in text


def test_the_pieces_put_together_are_the_title():
    for hit in search("обращение"):
        assert "".join(piece.text for piece in hit.title) == hit.answer.title


def test_when_all_words_together_occur_nowhere_the_nearest_answers_name_what_they_lack():
    hits = search("жалоба инопланетян")
    assert hits
    assert {hit.missing for hit in hits} == {("инопланетян",)}
    assert search("инопланетяне") == ()


def test_search_among_some_answers_finds_only_these():
    grounds = [answer for answer in catalogue.all_answers().values() if answer.kind == "ground"]
    assert {hit.answer.kind for hit in search("статья 11", grounds)} == {"ground"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("переадрисация", "переадресация"),
        ("судебное ришение", "судебное решение"),
        ("решенее суда", "решение суда"),
        ("Переадрисация, 59-ФЗ", "переадресация, 59-ФЗ"),
        # Правильные слова и то, на что ничего не похоже
        ("судебное решение", ""),
        ("слон", ""),
        ("абырвалгх", ""),
        ("", ""),
    ],
)
def test_a_misspelt_word_is_put_right_by_the_catalogue(typed, meant):
    assert did_you_mean(typed) == meant


def test_an_empty_query_finds_nothing_and_a_lone_preposition_is_a_word():
    assert search("") == search(" , . ") == ()
    assert search("на")


@settings(deadline=None)  # the first search loads the dictionary
@given(st.text(max_size=LONGEST_QUERY + 20))
def test_any_text_is_searched_without_a_fault(query):
    for hit in search(query):
        assert "".join(piece.text for piece in hit.title) == hit.answer.title
    did_you_mean(query)
