import logging
import re

import pytest

from answer_builder import catalogue
from answer_builder.errors import CannotRun
from web import create_app

PAGES = ["/", "/nothing", *(f"/answers/{slug}/example" for slug in catalogue.all_answers())]


def test_typed_text_never_becomes_a_tag(post, typed):
    hostile = '<script>alert(1)</script>{{ 7*7 }}"><img src=x onerror=alert(2)>'
    values = dict.fromkeys(typed("cannot"), hostile)
    for changes in (values, typed("cannot", body=hostile)):
        for action in ("show", "live"):
            page = post("cannot", changes, action).get_data(as_text=True)
            assert "alert(1)" in page
            assert "<script>alert" not in page
            assert "<img" not in page
    assert "{{ 7*7 }}" in page


@pytest.mark.parametrize("action", ["show", "download"])
def test_a_post_without_a_token_brings_the_form_back_with_what_was_typed(client, typed, action):
    answer = client.post("/answers/cannot", data=typed("cannot", action=action))
    page = answer.get_data(as_text=True)
    assert answer.status_code == 400
    assert "нажмите кнопку ещё раз" in page
    assert "Ковальчук Мария Петровна" in page
    assert "Жилищного кодекса Российской Федерации" in page


def test_a_live_preview_without_a_token_says_which_button_helps(client, typed):
    answer = client.post("/answers/solved", data=typed("solved", action="live"))
    assert answer.status_code == 400
    assert "Нажмите «Показать письмо»" in answer.get_data(as_text=True)
    assert "<html" not in answer.get_data(as_text=True)


@pytest.mark.parametrize("path", ["/", "/nothing", "/answers/solved", "/healthz", "/static/style.css"])
def test_every_answer_carries_the_guarding_headers(client, path):
    with client.get(path) as answer:
        headers = answer.headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("path", PAGES)
def test_no_page_needs_inline_code_or_a_foreign_address(client, path):
    page = client.get(path).get_data(as_text=True)
    assert not re.search(r"<script(?! src=\"/static/)|<style|\sstyle=|\son[a-z]+=", page)
    assert not re.search(r'(?:src|href|action)="(?:https?:)?//', page)


def test_the_session_cookie_is_kept_from_scripts_and_other_sites(client):
    cookie = client.get("/answers/solved").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example"])
def test_a_foreign_host_name_is_refused_in_russian(client, host):
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert "по адресу этого компьютера" in answer.get_data(as_text=True)


def test_a_bug_leaves_no_personal_data_in_the_log_and_loses_nothing_typed(post, app, typed, monkeypatch, caplog):
    app.config.update(TESTING=False, PROPAGATE_EXCEPTIONS=False)

    def broken(*_args, **_kwargs):
        raise RuntimeError(typed("solved")["addressee.name"])

    monkeypatch.setattr("web.answers.make_letter", broken)
    with caplog.at_level(logging.DEBUG):
        answer = post("solved", typed("solved"))
    page = answer.get_data(as_text=True)
    assert answer.status_code == 500
    assert "В программе произошла ошибка" in page
    assert "выровняла и покрасила стены" in page
    assert "Traceback" not in page
    assert "RuntimeError" in caplog.text
    assert "Ковальчук" not in caplog.text


def test_an_unknown_authority_stops_the_start_with_a_sentence(monkeypatch):
    monkeypatch.setenv("ANSWER_BUILDER_AUTHORITY", "mars")
    with pytest.raises(CannotRun, match="органа «mars» нет"):
        create_app()
