"""`answer-builder check` of a .md: what its author sees of it in the reports, what `--fix` writes."""

import json

import pytest

PAGE = """\
---
title: Завление
---
# Ответы на обращения

Двор **уберут** в ближайшее
время, [пишите](https://a.ru/завление).

1. Запустите `завление` и ждите.
2. Ваше завление рассмотрено.

```
завление
```
"""


@pytest.fixture
def check(run, tmp_path):
    """Writes a.md and checks it without LanguageTool."""

    def call(content, *options, **more):
        if content is not None:
            (tmp_path / "a.md").write_text(content, "utf-8")
        return run("check", "a.md", "--grammar", "off", *options, **more)

    return call


def test_the_sentence_is_shown_as_it_is_read(check):
    done = check(PAGE)
    assert done.returncode == 1
    assert "  строка 6, предупреждение: отписка  [evasion.vague_term]\n" in done.stdout
    assert "    Двор уберут ›в ближайшее время‹, пишите.\n" in done.stdout
    assert "  строка 10, ошибка: орфография  [spelling.unknown_word]\n    Ваше ›завление‹ рассмотрено.\n" in done.stdout
    assert done.stdout.endswith("Проверено: 1 файл. 1 ошибка, 1 предупреждение.\n")


def test_code_is_shown_as_it_is_written(check):
    done = check("Файл `a.md` и *ваше*\nзавление в `b.md`.\n")
    assert "    Файл `a.md` и ваше ›завление‹ в `b.md`.\n" in done.stdout


def test_a_text_is_read_line_by_line_as_before(run, tmp_path):
    (tmp_path / "a.txt").write_text("Двор убрали в ближайшее\nвремя, `завление`.\n", "utf-8")
    done = run("check", "a.txt", "--grammar", "off", "--select", "spelling", "--format", "line")
    assert [line.partition(": ")[0] for line in done.stdout.splitlines()] == ["a.txt:2:9"]


def test_places_in_every_report_are_those_of_the_file(check):
    lines = check(PAGE, "--format", "line").stdout.splitlines()
    assert [line.partition(": ")[0] for line in lines] == ["a.md:6:17", "a.md:10:9"]
    (file,) = json.loads(check(None, "--format", "json").stdout)["files"]
    assert [PAGE[one["start"] : one["end"]] for one in file["findings"]] == ["в ближайшее\nвремя", "завление"]
    (run,) = json.loads(check(None, "--format", "sarif").stdout)["runs"]
    regions = [one["locations"][0]["physicalLocation"]["region"] for one in run["results"]]
    assert [(one["startLine"], one["endLine"], one["endColumn"]) for one in regions] == [(6, 7, 6), (10, 10, 17)]
    assert check(None, "--format", "html").stdout.count("в ближайшее") >= 1


def test_no_ready_replacement_would_lose_marks(check):
    check("Вот **аген**ство.\n\nВот агенство.\n")
    (run,) = json.loads(check(None, "--format", "sarif").stdout)["runs"]
    words = [one["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] for one in run["results"]]
    assert words == ["аген**ство", "агенство"]
    assert ["fixes" in one for one in run["results"]] == [False, True]


def test_how_easy_a_page_is_to_read_is_told_of_its_words(check):
    text = "Дом стоит у\nреки. Сад **растёт** за домом. [Двор](https://a.ru/очень/длинный/адрес) чист и сух.\n"
    (file,) = json.loads(check(text, "--format", "json").stdout)["files"]
    easy = file["readability"]
    assert (easy["sentences"], easy["words"]) == (3, 12)
    assert text[easy["start"] : easy["end"]] == "Дом стоит у\nреки."


def test_a_known_remark_stays_known_when_its_paragraph_is_wrapped_anew(check):
    check("Двор уберут в ближайшее время, пишите.\n", "--write-baseline", "list.toml", "--reason", "разбираем")
    done = check("Двор *уберут*\nв ближайшее\nвремя, пишите.\n", "--baseline", "list.toml")
    assert "По базовому списку не показано 1 замечание" in done.stdout + done.stderr
    assert "Замечаний нет." in done.stdout


def test_fix_mends_words_and_leaves_marks_code_and_addresses(check, tmp_path):
    text = "# Дом  нов\n\n- [x] **агенство** , `a  -- b`\n  -- [сад](<a  b>)...\n\n| а  б | в |\n|------|---|\n"
    done = check(text, "--fix")
    assert (tmp_path / "a.md").read_text("utf-8") == (
        "# Дом нов\n\n- [x] **агентство**, `a  -- b`\n  – [сад](<a  b>)…\n\n| а б | в |\n|------|---|\n"
    )
    assert done.stderr.startswith("a.md: Исправлено: ")
    assert check(None, "--diff").stdout == ""


def test_what_is_left_for_its_marks_is_told(check, tmp_path):
    done = check("Дом сдан и **и обжит**.\n", "--fix")
    assert (tmp_path / "a.md").read_text("utf-8") == "Дом сдан и **и обжит**.\n"
    assert "Не тронуто: разметка, код или ссылка – 1." in done.stderr


def test_a_page_without_words_has_nothing_to_remark(check):
    done = check("```\nзавление\n```\n")
    assert done.stdout == "a.md – замечаний нет\nПроверено: 1 файл. Замечаний нет.\n"
