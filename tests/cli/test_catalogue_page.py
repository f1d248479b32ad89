"""The page of the catalogue: drawn from the data, whole, readable on a code-hosting site, and the one in docs/."""

import re
from datetime import date
from pathlib import Path

import pytest

from answer_builder import authorities, catalogue
from answer_builder.cli.catalogue_page import markdown

ROOT = Path(__file__).parents[2]
ANSWERS = catalogue.all_answers()
PAGE = markdown(list(ANSWERS.values()), today=date(2026, 11, 22))


def section(slug: str) -> str:
    """What the page says of one answer."""
    return PAGE.split(f'<a id="{slug}"></a>')[1].split("<a id=")[0]


def test_the_page_in_docs_is_what_the_command_prints(run):
    done = run("list", "answers", "--format", "markdown")
    assert done.returncode == 0, done.stderr
    kept = (ROOT / "docs" / "catalogue.md").read_text(encoding="utf-8")
    assert kept == done.stdout, "docs/catalogue.md is behind the catalogue: make docs rewrites it"


def test_the_page_does_not_depend_on_the_day_it_is_printed():
    assert markdown(list(ANSWERS.values()), today=date(2027, 5, 4)) == PAGE


@pytest.mark.parametrize("slug", ANSWERS)
def test_every_answer_tells_when_by_what_right_what_to_fill_in_and_shows_its_letter(slug):
    answer, told = ANSWERS[slug], section(slug).replace("\\", "")
    ours = authorities.all_authorities()["sakhalin_minstroy"]
    assert f"### {answer.title}\n\n{answer.when}." in told
    named = answer.term.days or answer.term.hours
    assert (f"| {answer.term.span}, отсчёт – {answer.term.counted_from}" in told) == bool(named)
    assert authorities.in_words(answer.term.basis, ours) in told
    assert authorities.in_words(answer.basis[0], ours) in told
    assert f"| Закрывает обращение | {'да' if answer.closes else 'нет'} |" in told
    for field in answer.fields:
        assert f"`{field.key}`" in told
        assert field.label in told
        assert field.hint in told
    for phrase in (*answer.must_say, *answer.must_not_say):
        assert all(f"«{way}»" in told for way in phrase.split(" | "))
    letter = told.split("**Образец письма**")[1]
    assert ("> Уважаемая Мария Петровна!" in letter) == answer.is_addressed
    assert letter.count("\n> ") >= 4
    assert "{{" not in letter


def test_links_lead_somewhere_and_every_answer_is_in_the_contents():
    anchors = re.findall(r'<a id="([^"]+)"></a>', PAGE)
    assert len(anchors) == len(set(anchors))
    links = set(re.findall(r"\]\(#([^)]+)\)", PAGE))
    assert links <= set(anchors)
    contents = PAGE.split("## Содержание")[1].split("<a id=")[0]
    assert {*ANSWERS, "choose"} == set(re.findall(r"\]\(#([^)]+)\)", contents))


def test_no_typed_sign_breaks_a_table():
    lines = PAGE.split("\n")
    for number, line in enumerate(lines):
        if line.startswith("|---"):
            width = line.count("|")
            rows = [lines[number - 1], *lines[number:]]
            for row in rows[: next(place for place, row in enumerate(rows) if not row.startswith("|"))]:
                assert len(re.findall(r"(?<!\\)\|", row)) == width, row


def test_the_chain_of_questions_leads_to_every_answer_it_names():
    chain = PAGE.split("## Какой ответ выбрать")[1].split("## Ситуации")[0]
    assert catalogue.choose().question.text in chain
    for replies in ([True], [False], [True, True, True, False, True, True]):
        route = catalogue.choose(replies)
        assert (route.question.text if route.question else route.outcome.title) in chain.replace("\\", "")
    assert {"solved", "will_be_solved", "no_date", "cannot"} <= set(re.findall(r"\]\(#(\w+)\)", chain))


def test_a_part_of_the_catalogue_is_a_page_of_its_own(run):
    said = run("list", "situations", "--format", "markdown").stdout
    assert "### Вопрос уже решён" in said
    assert "## Основания" not in said
    assert "choose" not in re.findall(r"\]\(#([^)]+)\)", said)


@pytest.mark.parametrize("arguments", [("authorities",), ("answers", "--search", "суд")])
def test_what_has_no_page_is_told(run, arguments):
    done = run("list", *arguments, "--format", "markdown")
    assert (done.returncode, done.stdout) == (2, "")
    assert "markdown" in done.stderr


def test_an_authority_prints_its_own_answers(run, tmp_path):
    own = tmp_path / "own" / "typical_answers" / "notices"
    own.mkdir(parents=True)
    shipped = (ROOT / "typical_answers" / "notices" / "interim.toml").read_text(encoding="utf-8")
    title = "Промежуточный ответ | наш *особый*"
    (own / "our_interim.toml").write_text(shipped.replace("Промежуточный ответ", title, 1), encoding="utf-8")
    said = run("list", "--format", "markdown", env={"ANSWER_BUILDER_CONTENT": str(tmp_path / "own")}).stdout
    assert "### Промежуточный ответ \\| наш \\*особый\\*" in said
    assert '<a id="our_interim"></a>' in said
