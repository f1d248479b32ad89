"""The page of the report in a real Chromium: on a desk, in a hand, on paper."""

import shutil

import pypdfium2
import pytest
from playwright.sync_api import sync_playwright

from answer_builder.lint import Context, check
from answer_builder.lint.reports import html
from answer_builder.lint.reports.checked import Checked, Report, Unread

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
ARGUMENTS += ["--disable-component-update", "--disable-sync"]
TEXT = (
    """Уважаемая Мария Петровна!
Ваше завление рассмотрено. Вопрос взят на контроль, меры будут приняты в ближайшее время  в установленном порядке.
В целях решения вопроса осуществляется проведение работ по ремонту кровли.
Комиссия осмотрит крышу 5 мая, смотрите https://example.org/"""
    + "a" * 120
)
LIGHTNESS = """colour => {
  const [red, green, blue] = colour.match(/[\\d.]+/g).map(part => part / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}"""


@pytest.fixture(scope="module")
def open_page(tmp_path_factory):
    """Opens the report of a faulty file, a clean one and one that was not read."""
    program = shutil.which("chromium")
    assert program, "Chromium is missing: make system installs it"
    letter = Checked(
        "письма/очень-длинное-имя-файла-без-пробелов-и-без-конца.docx", TEXT, check(TEXT, context=Context(pages=3)), 3
    )
    report = Report(
        [letter, Checked("чисто.txt", "Да.", ())], {"rules": "свои"}, unread=[Unread("a.doc", "Не тот файл.")]
    )
    file = tmp_path_factory.mktemp("page") / "отчёт.html"
    file.write_text(html.render(report), "utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)

        def at(width, scheme="light"):
            page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
            page.goto(file.as_uri())
            return page

        yield at
        browser.close()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_sticks_out_at_the_side(open_page, width):
    assert open_page(width).evaluate("document.documentElement.scrollWidth") <= width


def test_remarks_stand_beside_the_words_on_a_desk_and_below_them_in_a_hand(open_page):
    for width, is_beside in ((1280, True), (390, False)):
        page = open_page(width)
        words = page.locator("#f1 .row:has(mark) .text").first.bounding_box()
        remark = page.locator("#f1 .row:has(mark) .remarks").first.bounding_box()
        assert (remark["x"] > words["x"] + words["width"] / 2) is is_beside
        assert (remark["y"] >= words["y"] + words["height"]) is not is_beside


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_can_be_read_by_day_and_by_night(open_page, scheme):
    """WCAG: the contrast of a text with what is under it is at least 4.5."""
    page = open_page(1280, scheme)
    faint = page.evaluate(
        """() => {
          const lightness = LIGHTNESS;
          const under = node => {
            const colour = getComputedStyle(node).backgroundColor;
            return colour === "rgba(0, 0, 0, 0)" ? under(node.parentElement) : colour;
          };
          return [...document.querySelectorAll("body *")]
            .filter(node => [...node.childNodes].some(child => child.nodeType === 3 && child.textContent.trim()))
            .filter(node => {
              const [dark, light] = [getComputedStyle(node).color, under(node)].map(lightness).sort((a, b) => a - b);
              return (light + 0.05) / (dark + 0.05) < 4.5;
            }).map(node => node.outerHTML);
        }""".replace("LIGHTNESS", LIGHTNESS)
    )
    assert faint == []


def test_numbers_lead_to_remarks_and_back(open_page):
    page = open_page(390)
    page.locator("#f1 mark + sup a").first.click()
    assert page.url.endswith("#r1-2")  # the first is about the whole letter
    page.locator("#r1-2 a.number").click()
    assert page.url.endswith("#w1-2")


def test_the_page_is_printed_on_paper_with_every_remark(open_page, tmp_path):
    page = open_page(1280, "dark")
    page.pdf(path=tmp_path / "a.pdf", format="A4")
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        printed = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    for finding in check(TEXT):
        assert finding.rule in printed
        assert "".join(finding.why.split()) in printed
