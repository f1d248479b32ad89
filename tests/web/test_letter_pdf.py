"""The form gives the letter as PDF by the real LibreOffice, and says calmly why it cannot."""

import io
import os
import threading
from time import monotonic

import pypdfium2
import pytest

from web import letter_pdf


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Puts a shell script in the place of LibreOffice."""

    def put(script):
        folder = tmp_path / "bin"
        folder.mkdir()
        (folder / "soffice").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / "soffice").chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    return put


def text(response):
    return response.get_data(as_text=True).replace("\N{NO-BREAK SPACE}", " ").replace("&nbsp;", " ")


def test_the_letter_comes_as_pdf(client, post, typed):
    assert "Скачать PDF" in text(client.get("/answers/solved"))
    response = post("solved", typed("solved"), "pdf")
    assert response.status_code == 200
    assert response.mimetype == "application/pdf"
    assert "attachment" in response.headers["Content-Disposition"]
    assert ".pdf" in response.headers["Content-Disposition"]
    with pypdfium2.PdfDocument(io.BytesIO(response.data)) as document:
        assert "Уважаем" in document[0].get_textpage().get_text_bounded()
    assert b"<pdfaid:part>2</pdfaid:part>" in response.data


def test_a_form_with_faults_comes_back_as_always(post, typed):
    response = post("solved", typed("solved") | {"executor.name": ""}, "pdf")
    assert response.status_code == 422
    assert "Проверьте форму" in text(response)


def test_without_libreoffice_there_is_no_button_and_a_sentence_for_who_asks_all_the_same(
    client, post, typed, monkeypatch
):
    monkeypatch.setenv("PATH", "")
    assert "Скачать PDF" not in text(client.get("/answers/solved"))
    response = post("solved", typed("solved"), "pdf")
    assert response.status_code == 503
    assert "PDF не сделан. На этом компьютере нет LibreOffice." in text(response)


def test_a_crash_is_a_sentence_and_everything_typed_stays(post, typed, program):
    program("kill -SEGV $$")
    values = typed("solved")
    response = post("solved", values, "pdf")
    assert response.status_code == 503
    page = text(response)
    assert "PDF не сделан. LibreOffice не справился с этим файлом и закрылся. Письмо готово" in page
    assert values["fields.what_done"] in page
    assert "Письмо готово: 1 страница" in page


def test_a_hang_ends_within_the_budget(post, typed, program, monkeypatch):
    monkeypatch.setattr(letter_pdf, "PATIENCE", 1.0)
    program("sleep 600")
    started = monotonic()
    response = post("solved", typed("solved"), "pdf")
    assert monotonic() - started < 10
    assert "не справился с этим файлом за отведённое время" in text(response)


def test_other_pages_go_on_and_a_second_pdf_waits_only_a_little(app, client, post, typed, program, monkeypatch):
    monkeypatch.setattr(letter_pdf, "PATIENCE", 6.0)
    monkeypatch.setattr(letter_pdf, "WAIT", 0.5)
    program("sleep 600")
    busy = threading.Thread(target=letter_pdf.letter_pdf, args=(b"PK",))
    busy.start()
    try:
        started = monotonic()
        assert client.get("/answers/solved").status_code == 200
        page = text(post("solved", typed("solved"), "pdf"))
        assert monotonic() - started < 4
        assert "Сейчас делается PDF другого письма. Повторите через полминуты." in page
    finally:
        busy.join()


# что сократить


def test_a_long_letter_says_what_to_cut_with_links_to_the_fields(post, typed):
    filler = "\n".join(f"Строка {number}." for number in range(1, 40))
    lines = filler.split("\n")
    for count in range(1, len(lines)):
        body = "\n".join(lines[:count])
        page = text(post("solved", typed("solved", body=body)))
        if "Письмо готово: 2 страницы" in page:
            break
    assert "Чтобы письмо уместилось на одной странице, сократите его на " in page
    assert '<a href="#body">Уберите абзац «Строка ' in page
    assert '<ol class="cuts">' in page
    assert 'id="body"' in page
    assert "Последняя страница начинается так: «" in page


def test_a_letter_of_one_page_says_nothing_of_the_kind(post, typed):
    assert "Как сократить" not in text(post("solved", typed("solved")))
