"""`explain` of rules and categories, `list rules` in its three forms."""

import json

import pytest

from answer_builder.cli.explain_rule import KINDS
from answer_builder.lint import CATEGORIES, all_rules
from answer_builder.lint import rules as rule_files

ON_CONTROL = next(rule for rule in all_rules() if rule.id == "evasion.on_control")


def test_a_rule_is_explained_with_all_that_its_file_says(run):
    said = run("explain", "evasion.on_control").stdout
    heading, *lines = said.splitlines()
    assert heading == f"{ON_CONTROL.title} (evasion.on_control, ошибка)"
    assert f"Почему: {ON_CONTROL.why}" in lines
    assert "Категория: отписка (evasion)" in lines
    assert any(line.startswith("Основание: пункт 7 Правил министерства труда") for line in lines)
    found, untouched = lines.index("Находит:"), lines.index("Не трогает:")
    assert lines[found + 1] == "  Ваш ›вопрос взят на контроль‹."
    assert "  Обращение снято с контроля 5 июня." in lines[untouched:]
    bad = [example for example in ON_CONTROL.examples if example.finds]
    assert untouched - found == len(bad) + 2


def test_every_found_place_of_an_example_is_marked(run):
    said = run("explain", "evasion.on_control").stdout
    assert "Мы ›взяли вопрос на особый контроль‹. ›На контроль данная проблема взята‹ 5 июня." in said


def test_what_explain_says_of_switching_off_does_switch_off(run, own):
    lines = run("explain", "evasion.on_control").stdout.splitlines()
    place = next(line for line in lines if "rules/evasion/on_control.toml" in line)
    assert "--ignore evasion.on_control" in "\n".join(lines)
    own.put("rules/evasion/on_control.toml", "\n".join(lines[lines.index(place) + 1 :]))
    assert "выключено: почему" in run("explain", "evasion.on_control").stdout
    done = run("check", "-", "--format", "line", "--grammar", "off", text="Ваш вопрос взят на контроль.")
    assert "evasion.on_control" not in done.stdout


def test_the_comment_that_explain_shows_silences(run):
    said = run("explain", "evasion.on_control").stdout
    comment = next(line for line in said.splitlines() if "<!--" in line).partition(": ")[2]
    text = f"Ваш вопрос взят на контроль. {comment}"
    done = run("check", "-", "--format", "line", "--select", "evasion", "--grammar", "off", text=text)
    assert (done.returncode, done.stdout) == (0, "")
    assert "<!--" not in run("explain", "situation.must_say").stdout


@pytest.mark.parametrize("name", ["evasion", "отписка", "Отписка"])
def test_a_category_is_explained_by_its_rules(run, name):
    said = run("explain", name).stdout
    its_rules = [rule for rule in all_rules() if rule.category == "evasion"]
    assert said.startswith(f"Отписка (evasion): {len(its_rules)} правил")
    assert all(rule.id in said and rule.title in said for rule in its_rules)
    assert "jargon" not in said


def test_a_category_names_what_is_switched_off_in_it(run, own):
    own.put("rules/evasion/on_control.toml", 'off = true\nreason = "у нас так не пишут"')
    assert "evasion.on_control – выключено: у нас так не пишут" in run("explain", "evasion").stdout


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("evasion.on_controll", "evasion.on_control"),
        ("on_control", "evasion.on_control"),
        ("Evasion.On_Control", "evasion.on_control"),
        ("evazion", "evasion"),
        ("отписки", "отписка"),
        ("double_spaces", "typography.double_space"),
    ],
)
def test_a_name_nobody_has_gets_near_ones(run, typed, meant):
    done = run("explain", typed)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"«{typed}». Возможно, вы имели в виду" in done.stderr
    assert f"«{meant}»" in done.stderr


def test_a_name_like_no_other_gets_the_lists(run):
    done = run("explain", "ъъъ")
    assert "Возможно" not in done.stderr
    assert "answer-builder list rules" in done.stderr


def test_every_kind_of_rule_is_told_in_words():
    assert set(KINDS) == set(rule_files.KINDS)


def test_rules_are_listed_as_text_json_and_a_page(run):
    rules = all_rules()
    text, page = run("list", "rules").stdout, run("list", "rules", "--format", "markdown").stdout
    assert [rule["id"] for rule in json.loads(run("list", "rules", "--format", "json").stdout)] == [
        rule.id for rule in rules
    ]
    assert all(rule.id in text for rule in rules)
    assert page.startswith("# Правила проверки\n")
    assert all(f'<a id="{rule.id}"></a>' in page for rule in rules)
    assert all(f"](#{rule.category})" in page for rule in rules)
    assert "- Ваш ›вопрос взят на контроль‹." in page.splitlines()


def test_the_page_keeps_every_example_on_its_line(run):
    lines = run("list", "rules", "--format", "markdown").stdout.splitlines()
    items = [line for line in lines if line.startswith("- ") and not line.startswith("- [")]
    assert len(items) == sum(len(rule.examples) for rule in all_rules())
    assert [line for line in lines if line.startswith("## ")][1:] == [
        f"## {name}" for category, (name, _) in CATEGORIES.items() if any(r.category == category for r in all_rules())
    ]


def test_the_page_tells_what_an_authority_does_without(run, own):
    own.put("rules/evasion/on_control.toml", 'off = true\nreason = "у нас так не пишут"')
    page = run("list", "rules", "--format", "markdown").stdout
    assert "`evasion.on_control` – у нас так не пишут" in page.partition("## Выключено")[2]
    assert '<a id="evasion.on_control">' not in page
