"""`list --search`: what it prints for people, gives to programs and says when nothing fits."""

import json

import pytest


def test_found_words_are_marked_and_the_best_answer_is_first(run):
    done = run("list", "--search", "судебное решение")
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "Обжалуется *судебное решение* (court_decision)"
    assert "\x1b[" not in done.stdout


def test_an_article_is_found_in_any_order_of_its_parts(run):
    said = [run("list", "--search", query).stdout for query in ("ст. 8 ч. 3", "часть 3 статьи 8")]
    assert said[0] == said[1]
    assert "норма: *часть 3 статьи 8* Федерального закона № 59-ФЗ" in said[0]


def test_a_kind_is_searched_alone(run):
    found = json.loads(run("list", "grounds", "--search", "сайт", "--format", "json").stdout)
    assert {entry["kind"] for entry in found} == {"ground"}


def test_json_has_the_entry_and_where_it_was_found(run):
    (entry, *_) = json.loads(run("list", "--search", "ст. 8 ч. 3", "--format", "json").stdout)
    found = entry.pop("found")
    listed = {other["slug"]: other for other in json.loads(run("list", "--format", "json").stdout)}
    assert entry == listed["redirect"]
    assert set(found) == {"where", "fragment", "marks", "missing"}
    assert [found["fragment"][start:end] for start, end in found["marks"]] == ["часть 3 статьи 8"]


def test_when_not_all_words_are_found_the_nearest_are_offered(run):
    said = run("list", "--search", "жалоба инопланетян").stdout
    assert said.startswith("Все слова вместе нигде не встретились. Ближе всего:")
    assert "не нашлось: инопланетян" in said


def test_a_misspelt_word_brings_a_suggestion_that_works(run):
    said = run("list", "--search", "переадрисация").stdout
    assert "Возможно, вы имели в виду «переадресация»" in said
    assert "ничего не нашлось" in said
    assert "(redirect)" in run("list", "--search", "переадресация").stdout


def test_nothing_found_is_an_empty_array_for_programs(run):
    done = run("list", "--search", "слон", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(("rules", "--search", "слово"), "--search ищет по ответам"), (("--search", " "), "Напишите, что искать")],
)
def test_a_search_that_cannot_be_done_is_explained(run, arguments, words):
    done = run("list", *arguments)
    assert done.returncode == 2
    assert words in done.stderr


def test_lines_fit_a_narrow_terminal(run):
    said = run("list", "--search", "обращение", env={"COLUMNS": "60"}).stdout
    assert max(map(len, said.splitlines())) <= 62  # the two asterisks stand for what a terminal makes bold
