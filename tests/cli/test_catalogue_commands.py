"""list, explain, pages, doctor."""

import json
import re

from answer_builder import authorities, catalogue


def test_list_answers_as_json_keeps_the_contract(run):
    entries = json.loads(run("list", "answers", "--format", "json").stdout)
    assert [entry["slug"] for entry in entries][:4] == ["solved", "will_be_solved", "no_date", "cannot"]
    for entry in entries:
        assert set(entry) == {
            "slug", "kind", "title", "document", "basis", "regime", "term", "closes", "legal_as_of", "review_by",
            "fields", "origin",
        }  # fmt: skip
        assert entry["origin"] == "поставка"
        for field in entry["fields"]:
            assert set(field) == {"key", "label", "hint", "type", "required", "example"}


def test_the_listed_examples_put_together_make_a_letter_that_passes_the_check(run, example, tmp_path):
    entries = json.loads(run("list", "answers", "--format", "json").stdout)
    for entry in entries:
        case = {
            "answer": entry["slug"],
            "date": "2026-11-20",
            "incoming": {"number": "5-1/26", "registered": "2026-11-02", "channel": "post"},
            "addressee": {"name": "Ковальчук Мария Петровна", "post_address": ["ул. Садовая, д. 5", "693000"]},
            "executor": {"name": "Сидорова Анна Игоревна", "phone": "8 (4242) 60-00-18"},
            "fields": {field["key"]: field["example"] for field in entry["fields"]},
        }
        done = run("build", "-", "-o", "letter.docx", "--fail-level", "info", text=json.dumps(case))
        assert done.returncode == 0, (entry["slug"], done.stderr)
        assert run("check", "letter.docx", "--fail-level", "warning").returncode == 0, entry["slug"]


def test_list_of_a_kind_authorities_and_rules(run):
    kinds = {entry["kind"] for entry in json.loads(run("list", "grounds", "--format", "json").stdout)}
    assert kinds == {"ground"}
    bodies = json.loads(run("list", "authorities", "--format", "json").stdout)
    assert bodies[0]["slug"] == "sakhalin_minstroy"
    rules = json.loads(run("list", "rules", "--format", "json").stdout)
    assert all(set(rule) == {"id", "category", "level", "title", "basis", "origin"} for rule in rules)
    for what in ("answers", "authorities", "rules"):
        done = run("list", what)
        assert done.returncode == 0
        assert "\x1b[" not in done.stdout


def test_explain_tells_everything_about_an_answer(run):
    ours = authorities.all_authorities()["sakhalin_minstroy"]
    for slug, answer in catalogue.all_answers().items():
        said = run("explain", slug).stdout
        assert answer.title in said
        assert all(authorities.in_words(line, ours) in said for line in answer.basis)
        assert all(field.label in said and field.key in said for field in answer.fields)


def test_explain_tells_about_a_rule_and_suggests_a_name(run):
    rule = json.loads(run("list", "rules", "--format", "json").stdout)[0]["id"]
    assert rule in run("explain", rule).stdout
    done = run("explain", "cort_decision")
    assert done.returncode == 2
    assert "«court_decision»" in done.stderr


def test_pages_of_a_letter(run, example, tmp_path):
    run("build", example("cannot"), "-o", "letter.docx")
    (entry,) = json.loads(run("pages", "letter.docx", "--format", "json").stdout)
    assert set(entry) == {"path", "pages", "lines_left", "measured", "spills", "alone", "not_followed", "shorten"}
    assert entry["pages"] == 2
    assert entry["spills"]
    assert re.search(r"страниц по оценке – 2", run("pages", "letter.docx").stdout)


def test_pages_of_something_else_is_refused(run, tmp_path):
    (tmp_path / "letter.docx").write_bytes(b"not a letter")
    done = run("pages", "letter.docx")
    assert done.returncode == 2
    assert "letter.docx" in done.stderr
    assert "Traceback" not in done.stderr
    assert run("pages", "missing.docx").returncode == 2


def test_pages_of_sound_letters_are_told_though_another_cannot_be_read(run, example, tmp_path):
    run("build", example("cannot"), "-o", "letter.docx")
    (tmp_path / "broken.docx").write_bytes(b"not a letter")
    done = run("pages", "broken.docx", "letter.docx", "--format", "json")
    assert done.returncode == 2
    assert "broken.docx" in done.stderr
    assert [entry["path"] for entry in json.loads(done.stdout)] == ["letter.docx"]


def test_pages_that_cannot_be_measured_are_estimated_and_the_exit_code_tells(run, example, tmp_path):
    run("build", example("cannot"), "-o", "letter.docx")
    done = run("pages", "letter.docx", "--measure", env={"PATH": str(tmp_path)})
    assert done.returncode == 2
    assert "LibreOffice" in done.stderr
    assert "страниц по оценке – 2" in done.stdout
    assert "LibreOffice насчитал – 2" in run("pages", "letter.docx", "--measure").stdout


def test_doctor_says_what_is_missing_and_what_that_means(run):
    done = run("doctor", env={"COLUMNS": "200"})
    assert done.returncode == 0
    assert "LibreOffice" in done.stdout
    assert "черновики не хранятся" in done.stdout
