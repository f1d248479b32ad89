from datetime import date

import pytest

from answer_builder.letter.case import read_case
from answer_builder.letter.compose import compose
from answer_builder.letter.example_case import example_case
from answer_builder.plural import plural

TODAY = date(2026, 11, 22)


def letter(slug, *, fields=None, **sections):
    raw = example_case(slug)
    raw["fields"] |= fields or {}
    for section, values in sections.items():
        raw[section] = raw[section] | values if isinstance(values, dict) else values
    return compose(read_case(raw, today=TODAY))


def text_of(made):
    return "\n".join(made.text).replace("\N{NO-BREAK SPACE}", " ")


def test_the_first_paragraph_names_the_question_and_whom_the_citizen_wrote_to():
    assert text_of(letter("solved")).startswith(
        "Рассмотрев Ваше обращение по вопросу ремонта подъезда № 2 дома № 5 по улице Садовой, поступившее "
        "в министерство строительства Сахалинской области, сообщаем следующее."
    )


def test_an_official_is_written_to_without_a_preposition():
    made = letter("solved", incoming={"addressed_to": "министру строительства Сахалинской области"})
    assert "поступившее министру строительства Сахалинской области, сообщаем" in text_of(made)


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        ("reception", "переданное на личном приёме в министерство"),
        ("person", "переданное лично в министерство"),
        ("official_use", "поступившее в министерство"),
        ("pos", "поступившее через платформу обратной связи в министерство"),
    ],
)
def test_the_channel_is_said_in_the_first_paragraph(channel, words):
    assert words in text_of(letter("solved", incoming={"channel": channel}))


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ("15.12.2026", "решён до 15 декабря 2026 г.\n"),
        ("2026-12", "решён в декабре 2026 года.\n"),
        ("2027-Q4", "решён в IV квартале 2027 года.\n"),
    ],
)
def test_a_due_is_said_as_a_day_a_month_or_a_quarter(due, words):
    assert words in text_of(letter("will_be_solved", fields={"due": due}))


def test_several_people_are_vy_in_lower_case_but_not_at_the_start_of_a_sentence():
    several = letter("solved", addressee={"name": "Лаптев Глеб Юрьевич; Лаптева Дарья Олеговна"})
    assert several.greeting == "Уважаемые Глеб Юрьевич и Дарья Олеговна!"
    assert "Рассмотрев ваше обращение" in text_of(several)
    assert "\nВаш вопрос решён." in text_of(several)
    assert several.heading == "О решении вашего вопроса"
    assert several.addressee[:2] == ("Лаптеву Г.Ю.", "Лаптевой Д.О.")


def test_what_the_executor_typed_is_never_recased():
    several = letter(
        "solved",
        addressee={"name": "Лаптев Глеб Юрьевич; Лаптева Дарья Олеговна"},
        body=["Мы помним о Вашем доме."],
    )
    assert "Мы помним о Вашем доме." in text_of(several)


def test_the_executors_own_paragraphs_follow_the_facts():
    made = letter("solved", body="Первый абзац.\n\nВторой абзац.")
    facts = next(i for i, paragraph in enumerate(made.text) if "управляющая организация" in paragraph)
    assert made.text[facts + 1 : facts + 3] == ("Первый абзац.", "Второй абзац.")


def test_one_alternative_is_a_sentence_and_several_are_a_list():
    one = text_of(letter("cannot", fields={"alternatives": ["подать заявление на субсидию"]}))
    assert "\nВы можете подать заявление на субсидию.\n" in one
    two = text_of(letter("cannot", fields={"alternatives": ["подать заявление", "прийти на приём."]}))
    assert "\nВы можете:\n1) подать заявление;\n2) прийти на приём.\n" in two


def test_each_norm_is_followed_by_its_meaning():
    said = text_of(letter("cannot"))
    assert "Основание – статья 32 Жилищного кодекса Российской Федерации. Это значит, что переселить" in said


def test_a_choice_brings_its_own_words():
    said = text_of(letter("extension", fields={"reason": "exceptional", "exceptional_reason": "нужна экспертиза стен"}))
    assert (
        "Мы продлеваем срок до 30 декабря 2026 г.: это исключительный случай, потому что нужна экспертиза стен." in said
    )


def test_an_empty_optional_field_takes_its_words_along():
    said = text_of(letter("court_decision", fields={"case_number": "", "decision_date": ""}))
    assert "обжалуете решение Южно-Сахалинского городского суда.\n" in said


def test_a_paper_answer_shows_the_postal_address_and_an_electronic_one_the_e_mail():
    lines = [line.replace("\N{NO-BREAK SPACE}", " ") for line in letter("solved").addressee]
    assert lines == ["Ковальчук М.П.", "ул. Садовая, д. 5, кв. 12", "г. Южно-Сахалинск", "693000"]
    portal = letter("solved", incoming={"channel": "portal"}, addressee={"email": "maria@example.ru"})
    assert portal.addressee == ("Ковальчук М.П.", "maria@example.ru")


def test_official_use_is_marked_and_an_undated_letter_leaves_room():
    made = letter("solved", incoming={"channel": "official_use"}, date=None)
    assert made.restriction == ("Для служебного пользования", "Экз. № 1")
    assert made.date == "____________"


def test_attachments_are_one_line_or_a_list():
    one = letter("court_decision").attachments
    assert [line.replace("\N{NO-BREAK SPACE}", " ") for line in one] == ["Приложение: обращение на 3 л. в 1 экз."]
    more = letter("court_decision", attachments=["копия конверта на 1 л. в 1 экз."]).attachments
    assert [line.replace("\N{NO-BREAK SPACE}", " ") for line in more] == [
        "Приложение:",
        "1) обращение на 3 л. в 1 экз.;",
        "2) копия конверта на 1 л. в 1 экз.",
    ]


def test_the_mark_holds_full_name_and_phone_in_two_lines():
    made = letter("solved", executor={"position": "консультант", "email": "sidorova@example.ru"})
    assert made.executor_mark == ("Сидорова Анна Игоревна, консультант", "8 (4242) 60-00-18, sidorova@example.ru")
    assert made.signatory_name == "Д.С. Верхотуров"


@pytest.mark.parametrize(("number", "form"), [(1, "лист"), (2, "листа"), (5, "листов"), (11, "листов"), (21, "лист")])
def test_plural(number, form):
    assert plural(number, ("лист", "листа", "листов")) == form
