"""The form and LanguageTool: its remarks stand on their words, and the page never waits for it."""

import re
from time import monotonic

import pytest

from answer_builder.lint.languagetool import engine as engines
from web import create_app


@pytest.fixture
def page(typed):
    """The page of a letter whose second sentence lacks a comma."""

    def show(app):
        client = app.test_client()
        form = client.get("/answers/will_be_solved").get_data(as_text=True)
        token = re.search(r'name="csrf_token" value="([^"]+)"', form)[1]
        values = typed("will_be_solved") | {"body": "Врач принимает утром но карточку оформляют днём."}
        answer = client.post("/answers/will_be_solved", data=values | {"action": "show", "csrf_token": token})
        assert answer.status_code == 200
        return answer.get_data(as_text=True)

    return show


def test_remarks_stand_on_their_words(monkeypatch, languagetool, page):
    monkeypatch.setenv("LANGUAGETOOL_URL", languagetool)
    shown = page(create_app({"TESTING": True, "GRAMMAR": "auto"}))
    assert "<dd>проверены</dd>" in shown
    assert re.search(r'<mark class="mark mark--error"[^>]*>утром но</mark>', shown)
    assert "Пропущена запятая: «утром, но»." in shown


def test_without_it_the_letter_is_there_and_the_page_says_what_to_do(monkeypatch, page):
    monkeypatch.setenv("LANGUAGETOOL_URL", "http://127.0.0.1:1")
    assert "не проверены: перечитайте письмо сами" in page(create_app({"TESTING": True, "GRAMMAR": "auto"}))


def test_nobody_is_asked_unless_told(monkeypatch, languagetool, page):
    monkeypatch.setenv("LANGUAGETOOL_URL", languagetool)
    assert "не проверены" in page(create_app({"TESTING": True}))


def test_the_page_does_not_wait_for_a_server_of_our_own_to_start(monkeypatch, page):
    monkeypatch.setenv("LANGUAGETOOL_URL", "")
    engines._server.cache_clear()
    app = create_app({"TESTING": True, "GRAMMAR": "auto"})
    began = monotonic()
    shown = page(app)
    assert monotonic() - began < 2
    assert "не проверены" in shown
    engines._server("").stop()
    engines._server.cache_clear()
