import html
import io
import re
from datetime import date
from urllib.parse import unquote

import pytest
from docx import Document

from answer_builder import catalogue
from answer_builder.letter.example_case import example_case
from answer_builder.one_letter import make_letter

SLUGS = list(catalogue.shipped())


def words(docx):
    return "\n".join(p.text for p in Document(io.BytesIO(docx)).paragraphs).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("slug", SLUGS)
def test_the_form_asks_every_field_with_a_label(client, slug):
    page = client.get(f"/answers/{slug}").get_data(as_text=True)
    controls = re.findall(r"<(?:input|select|textarea) id=\"([^\"]+)\"", page)
    labelled = re.findall(r"<label for=\"([^\"]+)\"", page)
    assert len(controls) == len(set(controls))
    assert set(controls) == set(labelled)
    for field in catalogue.shipped()[slug].fields:
        assert html.escape(field.label, quote=False) in page


@pytest.mark.parametrize("slug", SLUGS)
def test_every_answer_is_filled_shown_and_downloaded(client, token, typed, slug):
    values = typed(slug, csrf_token=token(slug))
    shown = client.post(f"/answers/{slug}", data=values | {"do": "show"})
    assert shown.status_code == 200
    page = shown.get_data(as_text=True)
    assert "Уважаемая Мария Петровна!" in page
    assert "пол: по отчеству" in page
    assert "1 страница" in page
    assert "Замечаний к тексту нет" in page
    file = client.post(f"/answers/{slug}", data=values | {"do": "download"})
    assert file.mimetype.endswith("wordprocessingml.document")
    assert "Уважаемая Мария Петровна!" in words(file.data)
    named = re.search(r"filename\*=UTF-8''(\S+)", file.headers["Content-Disposition"])
    assert unquote(named[1]) == "5-1187-26_Ковальчук_М_П.docx"


@pytest.mark.parametrize("slug", SLUGS)
def test_the_example_is_one_click_away(client, slug):
    page = client.get(f"/answers/{slug}?example=1").get_data(as_text=True)
    assert "Уважаемая Мария Петровна!" in page
    assert "5-1187/26" in page


def test_the_form_makes_the_same_bytes_as_a_file(client, token, typed):
    values = typed("cannot", csrf_token=token("cannot"), do="download")
    made = make_letter(example_case("cannot"), today=date.today())
    assert client.post("/answers/cannot", data=values).data == made.docx


class TestErrors:
    def test_every_fault_stands_in_the_summary_and_at_its_field(self, client, token, typed):
        values = typed("solved", csrf_token=token("solved"), do="download")
        values |= {"fields.date_done": "31.02.2026", "addressee.name": "Ткаченко Валя", "executor.phone": ""}
        answer = client.post("/answers/solved", data=values)
        page = answer.get_data(as_text=True)
        assert answer.status_code == 422
        assert "<title>Ошибка: Вопрос уже решён</title>" in page
        summary = page[page.index('role="alert"') : page.index("</div>", page.index('role="alert"'))]
        for key in ("fields-date_done", "addressee-name", "executor-phone"):
            assert f'href="#{key}"' in summary
            assert f'id="{key}-error"' in page
            assert re.search(rf'id="{key}"[^>]*aria-describedby="[^"]*{key}-error"[^>]*aria-invalid="true"', page)
        # what was typed is still there, also a date that no calendar has
        assert 'value="31.02.2026" type="text"' in page
        assert "выровняла и покрасила стены" in page

    def test_the_summary_follows_the_order_of_the_form(self, client, token):
        page = client.post("/answers/solved", data={"csrf_token": token("solved")}).get_data(as_text=True)
        links = re.findall(r'<li><a href="#([\w-]+)">', page)
        places = [page.index(f'id="{link}"') for link in links]
        assert len(links) > 5
        assert places == sorted(places)

    def test_while_typing_what_is_missing_is_listed_calmly(self, client, token):
        answer = client.post("/answers/solved", data={"csrf_token": token("solved"), "do": "preview"})
        page = answer.get_data(as_text=True)
        assert answer.status_code == 200
        assert "Письмо ещё не готово" in page
        assert "alert" not in page
        assert "<html" not in page

    def test_findings_are_marked_on_their_words(self, client, token, typed):
        values = typed("solved", csrf_token=token("solved"), do="preview", body="Вопрос взят на контроль.")
        page = client.post("/answers/solved", data=values).get_data(as_text=True)
        assert re.search(r'<mark class="error">[^<]*взят на контроль', page)
        assert 'id="finding-1"' in page

    def test_half_a_record_is_named(self, client, token, typed):
        values = typed("cannot", csrf_token=token("cannot"), do="show")
        values["fields.legal_basis.0.meaning"] = ""
        page = client.post("/answers/cannot", data=values).get_data(as_text=True)
        assert 'id="fields-legal_basis-error"' in page
        assert "Что это значит" in page

    def test_a_second_record_can_always_be_added_without_scripts(self, client, token, typed):
        values = typed("cannot", csrf_token=token("cannot"), do="show")
        page = client.post("/answers/cannot", data=values).get_data(as_text=True)
        assert 'name="fields.legal_basis.1.article"' in page
        values |= {"fields.legal_basis.1.article": "статья 5", "fields.legal_basis.1.act": "Закона"}
        values |= {"fields.legal_basis.1.meaning": "так нельзя"}
        page = client.post("/answers/cannot", data=values).get_data(as_text=True)
        assert "2) Статья 5 Закона. Это значит, что так нельзя." in page.replace("\N{NO-BREAK SPACE}", " ")


class TestProtection:
    def test_typed_text_never_becomes_a_tag(self, client, token, typed):
        hostile = "<script>alert(1)</script>{{ 7*7 }}"
        values = typed("solved", csrf_token=token("solved"), do="show", body=hostile)
        page = client.post("/answers/solved", data=values).get_data(as_text=True)
        assert "<script>alert" not in page
        assert "{{ 7*7 }}" in page

    def test_a_post_without_a_token_brings_the_form_back_with_what_was_typed(self, client, typed):
        answer = client.post("/answers/solved", data=typed("solved", do="download"))
        page = answer.get_data(as_text=True)
        assert answer.status_code == 400
        assert "Всё введённое на месте" in page
        assert "Ковальчук Мария Петровна" in page

    def test_headers(self, client):
        headers = client.get("/").headers
        assert "default-src 'self'" in headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"

    def test_no_page_needs_inline_code(self, client):
        for path in ["/", *(f"/answers/{slug}?example=1" for slug in SLUGS)]:
            page = client.get(path).get_data(as_text=True)
            assert not re.search(r"<script(?! src)|\sstyle=|\son\w+=", page)

    def test_the_session_cookie_is_kept_from_scripts_and_other_sites(self, client):
        cookie = client.get("/answers/solved").headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie

    def test_a_foreign_host_name_is_refused(self, client):
        assert client.get("/", headers={"Host": "evil.example"}).status_code == 400

    def test_too_much_text_is_explained(self, client, token, typed):
        values = typed("solved", csrf_token=token("solved"), body="я" * 2_000_000)
        answer = client.post("/answers/solved", data=values)
        assert answer.status_code == 413
        assert "до 2 МБ" in answer.get_data(as_text=True)

    def test_a_megabyte_in_one_field_is_named_at_the_field(self, client, token, typed):
        values = typed("solved", csrf_token=token("solved"), do="show") | {"fields.what_done": "a" * 1_000_000}
        answer = client.post("/answers/solved", data=values)
        assert answer.status_code == 422
        assert "слишком длинный" in answer.get_data(as_text=True)


def test_the_executor_is_remembered_for_the_next_letter(client, token, typed):
    values = typed("solved", csrf_token=token("solved"), do="show")
    client.post("/answers/solved", data=values)
    page = client.get("/answers/extension").get_data(as_text=True)
    assert 'value="Сидорова Анна Игоревна"' in page
    assert "Ковальчук" not in page


@pytest.mark.parametrize(("path", "code"), [("/nothing", 404), ("/answers/nothing", 404)])
def test_errors_are_pages_in_russian(client, path, code):
    answer = client.get(path)
    assert answer.status_code == code
    assert "Такой страницы нет" in answer.get_data(as_text=True)


def test_a_bug_shows_a_russian_page_and_no_traceback(app, monkeypatch):
    app.config.update(TESTING=False, PROPAGATE_EXCEPTIONS=False)

    def broken(*_args, **_kwargs):
        raise RuntimeError("secret of Ковальчук")

    monkeypatch.setattr("web.letters.make_letter", broken)
    answer = app.test_client().get("/answers/solved?example=1")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 500
    assert "Ошибка программы" in page
    assert "Traceback" not in page


def test_choose_lists_every_answer_and_healthz_answers(client):
    page = client.get("/").get_data(as_text=True)
    for slug, answer in catalogue.shipped().items():
        assert f'href="/answers/{slug}"' in page
        assert answer.title in page
    assert client.get("/healthz").data == b"ok"
