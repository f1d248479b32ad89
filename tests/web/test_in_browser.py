"""The form in a real Chromium: from the choice to the downloaded letter, with scripts and without."""

import shutil

import pytest
from docx import Document
from playwright.sync_api import expect, sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
ARGUMENTS += ["--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="module")
def chromium():
    program = shutil.which("chromium")
    assert program, "Chromium is missing: make system installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def new_page(chromium):
    """Opens pages of a fresh browser; what their consoles complained of is an error of the test."""
    contexts, complaints = [], []

    def hear(message):
        is_page_status = (
            message.text.startswith("Failed to load resource") and "/static/" not in message.location["url"]
        )
        if message.type == "error" and not is_page_status:  # Chromium reports a refused form or a missing page so
            complaints.append(message.text)

    def open_page(**options):
        contexts.append(chromium.new_context(**options))
        page = contexts[-1].new_page()
        page.on("console", hear)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def fill(page, values):
    for name, value in values.items():
        control = page.locator(f'[name="{name}"]')
        kind = control.first.evaluate("control => control.type")
        if kind == "radio":
            page.locator(f'[name="{name}"][value="{value}"]').check()
        elif kind == "select-one":
            control.select_option(value)
        else:
            control.fill(value)


def words(path):
    return "\n".join(p.text for p in Document(str(path)).paragraphs).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_from_choice_to_downloaded_letter(new_page, server, typed, tmp_path, scripts):
    page = new_page(java_script_enabled=scripts)
    page.goto(server)
    page.get_by_role("link", name="Вопрос будет решён в срок").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Вопрос будет решён в срок")
    values = typed("will_be_solved")
    if scripts:
        fill(page, values | {"executor.name": ""})
        expect(page.get_by_role("status")).to_have_text("Осталось заполнить 1\N{NO-BREAK SPACE}поле.")
        page.get_by_role("textbox", name="Исполнитель", exact=True).fill(values["executor.name"])
        expect(page.get_by_role("status")).to_contain_text("Письмо готово: 1\N{NO-BREAK SPACE}страница")
    else:
        fill(page, values)
        page.get_by_role("button", name="Показать письмо").click()
    expect(page.locator("article.sheet")).to_contain_text("Уважаемая Мария Петровна!")
    expect(page.locator("article.sheet")).to_contain_text("Ваш вопрос будет решён")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Скачать .docx").click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert file.name == "5-1187-26_Ковальчук_М_П.docx"
    assert "будет решён до 15 декабря 2026 г." in words(file)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_errors_take_the_focus_and_lead_to_their_fields(new_page, server, scripts):
    page = new_page(java_script_enabled=scripts)
    page.goto(f"{server}/answers/cannot")
    page.get_by_role("button", name="Показать письмо").click()
    expect(page).to_have_title("Ошибка: Вопрос не может быть решён – Ответы на обращения граждан")
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("link", name="Не заполнено «Нормы и их смысл»").click()
    expect(page.get_by_label("Статья, часть, пункт")).to_be_focused()


def test_a_mended_error_is_no_longer_called_one(new_page, server):
    page = new_page()
    page.goto(f"{server}/answers/solved/example")
    page.get_by_label("Телефон исполнителя").fill("")
    page.get_by_role("button", name="Скачать .docx").click()
    expect(page.locator(".error-message")).to_have_count(1)
    page.get_by_label("Телефон исполнителя").fill("8 (4242) 60-00-18")
    expect(page.locator(".error-message")).to_have_count(0)
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page).to_have_title("Вопрос уже решён – Ответы на обращения граждан")


def test_while_a_field_is_being_changed_the_last_letter_stays_in_sight(new_page, server):
    page = new_page()
    page.goto(f"{server}/answers/solved/example")
    page.get_by_label("Номер обращения").fill("")
    expect(page.get_by_text("письмо до последних правок")).to_be_visible()
    expect(page.locator("article.sheet")).to_contain_text("Уважаемая Мария Петровна!")
    page.get_by_label("Номер обращения").fill("7-1/26")
    expect(page.locator("article.sheet")).to_contain_text("На № 7-1/26")
    expect(page.get_by_text("письмо до последних правок")).to_be_hidden()


def test_enter_in_a_field_shows_the_letter(new_page, server):
    page = new_page(java_script_enabled=False)
    page.goto(f"{server}/answers/cannot/example")
    page.get_by_label("Номер обращения").fill("7-1/26")
    page.get_by_label("Номер обращения").press("Enter")
    expect(page.locator("article.sheet")).to_contain_text("На № 7-1/26")


def test_an_added_record_waits_for_typing(new_page, server):
    page = new_page(java_script_enabled=False)
    page.goto(f"{server}/answers/cannot/example")
    page.get_by_role("button", name="Добавить пункт").click()
    expect(page.locator('[name="fields.legal_basis.1.article"]')).to_be_focused()


def test_leaving_with_unsent_text_is_asked_about(new_page, server):
    page = new_page()
    page.goto(f"{server}/answers/solved")
    page.get_by_label("Номер обращения").press_sequentially("7")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_role("link", name="Другой ответ").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Какой ответ нужен?")
    assert asked == ["beforeunload"]


def test_a_dead_server_is_told_and_nothing_typed_is_lost(new_page, server):
    page = new_page()
    page.goto(f"{server}/answers/solved")
    page.route("**/answers/solved", lambda route: route.fulfill(status=502, body="<p>Bad gateway</p>"))
    page.get_by_label("Номер обращения").fill("7-1/26")
    expect(page.get_by_role("status")).to_contain_text("Письмо не обновилось")
    expect(page.get_by_label("Номер обращения")).to_have_value("7-1/26")
    page.context.set_offline(True)
    page.get_by_label("Номер обращения").fill("7-2/26")
    expect(page.get_by_role("status")).to_contain_text("Всё, что вы ввели, на месте")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_scrolls_sideways(new_page, server, width):
    page = new_page(viewport={"width": width, "height": 844})
    chosen = ("/?q=сайт", "/choose?replies=yes,yes,yes", "/choose?replies=yes,yes,no,no,yes")
    for path in ("/", *chosen, "/nothing", "/answers/cannot/example", "/answers/extension/example"):
        page.goto(server + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_only_the_letter_is_printed(new_page, server):
    page = new_page()
    page.goto(f"{server}/answers/solved/example")
    page.emulate_media(media="print")
    expect(page.locator("article.sheet")).to_be_visible()
    for around in (".site-header", ".site-footer", "form", ".facts", ".status"):
        expect(page.locator(around)).to_be_hidden()


@pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 390)], ids=["with scripts", "on a phone without"])
def test_a_second_question_is_added_filled_and_downloaded(new_page, server, typed, tmp_path, scripts, width):
    page = new_page(java_script_enabled=scripts, viewport={"width": width, "height": 844})
    page.goto(f"{server}/answers/solved/example")
    page.get_by_label("Чем ответить на него").select_option("Вопрос не может быть решён")
    page.get_by_role("button", name="Добавить вопрос").click()
    expect(page.get_by_role("heading", name="Вопрос 2", exact=True)).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    own = {f"questions[2].{key}": value for key, value in typed("cannot").items() if key.startswith("fields.")}
    fill(page, own | {"questions[2].fields.facts_checked": ""})
    page.get_by_role("button", name="Показать письмо").click()
    page.get_by_role("link", name="не заполнено «Какие факты проверены»").click()
    assert page.evaluate("document.activeElement.name") == "questions[2].fields.facts_checked"
    fill(page, own)
    page.get_by_role("button", name="Показать письмо").click()
    expect(page.locator("article.sheet")).to_contain_text("2. По вопросу переселения из дома")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Скачать .docx").click()
    file = tmp_path / "letter.docx"
    waiting.value.save_as(file)
    assert "1. По вопросу ремонта подъезда" in words(file) and "2. По вопросу переселения" in words(file)
    page.get_by_role("button", name="Убрать вопрос 1").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Вопрос не может быть решён")
