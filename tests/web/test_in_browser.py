"""The form in a real Chromium: from the choice to the downloaded letter, with scripts and without."""

import shutil

import pytest
from docx import Document
from playwright.sync_api import expect, sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
ARGUMENTS += ["--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="module")
def chromium():
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "Chromium is missing: make system installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


def fill(page, values):
    for name, value in values.items():
        control = page.locator(f'[name="{name}"]')
        if not value or not control.count():
            continue
        if control.evaluate("control => control.tagName") == "SELECT":
            control.select_option(value)
        else:
            control.fill(value)


def text_of(path):
    return "\n".join(p.text for p in Document(str(path)).paragraphs).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_from_choice_to_downloaded_letter(chromium, server, typed, tmp_path, scripts):
    context = chromium.new_context(java_script_enabled=scripts)
    page = context.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(server)
    page.get_by_role("link", name="Вопрос будет решён в срок").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Вопрос будет решён в срок")
    values = typed("will_be_solved")
    if scripts:
        fill(page, values | {"executor.name": ""})
        expect(page.get_by_text("Письмо ещё не готово")).to_be_visible()
        page.locator('[name="executor.name"]').fill(values["executor.name"])
        expect(page.locator("#status")).to_have_text("Письмо обновлено")
    else:
        fill(page, values)
        page.get_by_role("button", name="Показать письмо").click()
    expect(page.locator(".sheet")).to_contain_text("Уважаемая Мария Петровна!")
    expect(page.locator(".sheet")).to_contain_text("Ваш вопрос будет решён")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Скачать .docx").click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert file.name == "5-1187-26_Ковальчук_М_П.docx"
    assert "будет решён до 15 декабря 2026 г." in text_of(file)
    assert complaints == []
    context.close()


def test_errors_take_the_focus_and_lead_to_their_fields(chromium, server):
    page = chromium.new_page()
    page.goto(f"{server}/answers/solved")
    page.get_by_role("button", name="Скачать .docx").click()
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Не заполнено «Телефон исполнителя»").click()
    expect(page.get_by_label("Телефон исполнителя")).to_be_focused()
    page.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_scrolls_sideways(chromium, server, width):
    page = chromium.new_page(viewport={"width": width, "height": 844})
    for path in ("/", "/answers/cannot?example=1"):
        page.goto(server + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
