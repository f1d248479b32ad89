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

SLUGS = list(catalogue.all_answers())


def text(answer):
    return answer.get_data(as_text=True).replace("\N{NO-BREAK SPACE}", " ").replace("&nbsp;", " ")


@pytest.mark.parametrize("slug", SLUGS)
def test_every_input_has_a_label_of_its_own(client, slug):
    page = client.get(f"/answers/{slug}/example").get_data(as_text=True)
    inputs = re.findall(r"<(?:input|select|textarea)(?! type=\"hidden\")[^>]* id=\"([^\"]+)\"", page)
    labels = re.findall(r"<label for=\"([^\"]+)\"", page)
    assert len(inputs) > 15
    assert sorted(inputs) == sorted(set(labels))
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    for described in re.findall(r'aria-(?:describedby|labelledby)="([^"]+)"', page):
        assert set(described.split()) <= set(ids)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_answer_is_filled_shown_and_downloaded(post, typed, slug):
    made = make_letter(example_case(slug), today=date.today())
    shown = post(slug, typed(slug))
    assert shown.status_code == 200
    assert re.search(r"Письмо готово: 1 страница, свободн[оа] \d+ строк", text(shown))
    without_marks = html.unescape(re.sub(r"<sup.*?</sup>|<[^>]+>", "", text(shown)))
    for paragraph in (made.letter.greeting, *made.letter.text, *made.letter.closing):
        assert paragraph.replace("\N{NO-BREAK SPACE}", " ") in without_marks
    assert made.case.addressee.addressing.evidence in text(shown)
    file = post(slug, typed(slug), "download")
    assert file.mimetype.endswith("wordprocessingml.document")
    assert file.data == made.docx
    named = re.search(r"filename\*?=(?:UTF-8'')?([^;\s]+)$", file.headers["Content-Disposition"])
    assert unquote(named[1]) == made.file_name


@pytest.mark.parametrize(
    ("slug", "document"),
    [
        ("solved", "Ответ по существу"),
        ("reception_written", "Ответ по существу"),
        ("secret", "Уведомление"),
        ("interim", "Уведомление"),
        ("court_decision", "Письмо о возврате"),
        ("clarify", "Запрос сведений"),
        ("email_not_appeal", "Разъяснение"),
        ("no_sender_data", "Внутренняя запись"),
        ("site_placement", "Текст для сайта"),
    ],
)
def test_the_form_says_what_document_it_makes(client, slug, document):
    assert f'<p class="kicker">{document}</p>' in text(client.get(f"/answers/{slug}"))


@pytest.mark.parametrize("slug", SLUGS)
def test_the_example_is_one_click_away(client, slug):
    assert f'href="/answers/{slug}/example"' in text(client.get(f"/answers/{slug}"))
    page = text(client.get(f"/answers/{slug}/example"))
    assert "люди, адреса и события вымышлены" in page
    assert "Письмо готово" in page


def test_the_downloaded_file_opens_and_its_name_is_russian(post, typed):
    file = post("solved", typed("solved"), "download")
    opened = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(file.data)).paragraphs)
    assert "Уважаемая Мария Петровна!" in opened
    assert "filename*=UTF-8''5-1187-26_%D0%9A" in file.headers["Content-Disposition"]


def test_optional_fields_say_so_in_words(client):
    page = text(client.get("/answers/extension"))
    labels = dict(re.findall(r'<label for="([^"]+)">(.*?)</label>', page, re.DOTALL))
    assert "(необязательно)" in labels["fields.request_number"]
    assert "(необязательно)" not in labels["incoming.number"]
    assert "(нужно, если выбрано «Исключительный случай»)" in labels["fields.exceptional_reason"]
    assert "уходит почтой" in labels["addressee.post_address"]


def test_the_answer_shows_its_law_and_the_clauses_of_the_authoritys_own_order(client):
    page = text(client.get("/answers/cannot"))
    assert "Часть 1 статьи 10 Федерального закона № 59-ФЗ" in page
    assert "Пункт 2.2 Порядка: Из ответа ясно" in page
    assert "003 7" not in page


class TestErrors:
    def test_every_fault_stands_in_the_summary_and_at_its_field(self, post, typed):
        values = typed("solved") | {
            "fields.date_done": "31.02.2026",
            "addressee.name": "Ткаченко Валя",
            "executor.phone": "",
        }
        answer = post("solved", values, "download")
        page = text(answer)
        assert answer.status_code == 422
        assert "<title>Ошибка: Вопрос уже решён" in page
        summary = page[page.index('role="alert"') : page.index("</ul>", page.index('role="alert"'))]
        for key in ("fields.date_done", "addressee.name", "executor.phone"):
            sentence = re.search(rf'href="#{key}">([^<]+)</a>', summary)[1]
            beside = re.search(rf'id="{key}-error">.*?</span> ([^<]+)</p>', page)[1]
            assert sentence == beside
            assert re.search(rf'id="{key}"[^>]*aria-describedby="[^"]*{key}-error"[^>]*aria-invalid="true"', page)
        # всё введённое на месте, даже несуществующая дата
        assert 'value="31.02.2026"' in page
        assert "выровняла и покрасила стены" in page

    def test_the_summary_follows_the_order_of_the_form(self, post):
        page = text(post("cannot", {}))
        links = re.findall(r'data-fault="[^"]+"><a href="#([^"]+)"', page)
        places = [page.index(f' id="{link}"') for link in links]
        assert len(links) > 8
        assert places == sorted(places)

    def test_a_choice_that_does_not_exist_is_named_and_its_select_offers_the_right_ones(self, post, typed):
        page = text(post("solved", typed("solved", signatory="nobody")))
        assert 'href="#signatory"' in page
        assert "Верхотуров Денис Сергеевич" in page

    def test_half_a_record_is_named(self, post, typed):
        page = text(post("cannot", typed("cannot") | {"fields.legal_basis.0.meaning": ""}))
        assert re.search(r'id="fields.legal_basis-error">.*Что это значит', page)
        assert "Жилищного кодекса Российской Федерации" in page


class TestLivePreview:
    def test_what_is_missing_is_listed_calmly(self, post):
        answer = post("solved", {}, "live")
        page = text(answer)
        assert answer.status_code == 200
        assert "Осталось заполнить" in page
        assert '<a href="#incoming.number">Номер обращения</a>' in page
        assert "alert" not in page
        assert "Ошибка" not in page
        assert "<html" not in page

    def test_what_is_filled_wrong_stands_apart(self, post, typed):
        page = text(post("solved", typed("solved") | {"fields.date_done": "вчера", "executor.name": ""}, "live"))
        assert "Осталось заполнить 1 поле и поправить 1." in page
        missing, wrong = page.split("Стоит поправить")
        assert "#executor.name" in missing
        assert "«вчера» не похоже на дату" in wrong

    def test_it_gives_the_letter_and_nothing_around_it(self, post, typed):
        page = text(post("solved", typed("solved"), "live"))
        assert "Ваш вопрос решён." in page
        assert "<html" not in page
        assert "<form" not in page


class TestLetter:
    def test_findings_are_explained_and_marked_on_their_words(self, post, typed):
        page = text(post("solved", typed("solved", body="Вопрос взят на контроль.")))
        marked = re.search(r'<mark class="mark mark--error" id="words-(\d+)">[^<]*взят на контроль', page)
        assert f'id="finding-{marked[1]}"' in page
        assert 'class="finding__level">Ошибка.</span>' in page
        assert 'href="#findings">1 ошибка</a>' in page

    def test_a_letter_of_two_pages_shows_where_the_second_begins(self, post, typed):
        page = text(post("cannot", typed("cannot", body="Комиссия осмотрела дом и составила акт. " * 60)))
        assert "Письмо готово: 2 страницы, на последней" in page
        assert re.search(r'class="page-begins">страница 2</(?:p|span)>', page)

    def test_the_sheet_has_letterhead_addressee_signature_and_executor(self, post, typed):
        page = text(post("solved", typed("solved", letterhead="longitudinal", signatory="first_deputy")))
        sheet = page[page.index("<article") : page.index("</article>")]
        for part in (
            "sheet--longitudinal",
            "МИНИСТЕРСТВО СТРОИТЕЛЬСТВА",
            "20.11.2026",
            "На № 5-1187/26 от 02.11.2026",
            "Ковальчук М.П.",
            "Первый заместитель министра",
            "Сидорова Анна Игоревна",
        ):
            assert part in sheet


def test_one_more_record_comes_with_everything_typed_and_without_scripts(post, typed):
    values = typed("cannot")
    page = text(post("cannot", values | {"add": "fields.legal_basis"}))
    assert re.search(r'name="fields.legal_basis.1.article"[^>]*autofocus>\s*</textarea>', page)
    assert "Жилищного кодекса Российской Федерации" in page
    assert "Ошибка" not in page
    values |= {"fields.legal_basis.1.article": "статья 5", "fields.legal_basis.1.act": "Закона"}
    values |= {"fields.legal_basis.1.meaning": "так нельзя"}
    assert "2) Статья 5 Закона. Это значит, что так нельзя." in text(post("cannot", values))
