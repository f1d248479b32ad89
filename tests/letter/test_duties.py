"""Every rule of law is broken once on purpose: the refusal names the field and the norm."""

from datetime import date

import pytest

from answer_builder import catalogue
from answer_builder.errors import Refused
from answer_builder.letter.case import read_case
from answer_builder.letter.duties.personal_data import find_personal_data
from answer_builder.letter.duties.same_body import is_same_body
from answer_builder.letter.example_case import example_case

TODAY = date(2026, 11, 22)


def changed(slug, changes):
    """The example case of an answer with dotted keys changed."""
    raw = example_case(slug)
    for dotted, value in changes.items():
        section, _, key = dotted.rpartition(".")
        (raw[section] if section else raw)[key] = value
    return raw


def faults(slug, changes):
    with pytest.raises(Refused) as refused:
        read_case(changed(slug, changes), today=TODAY)
    return {fault.key: fault.message for fault in refused.value.faults}


def earlier(*numbers, day="2026-07-15"):
    return [{"date": day, "number": number} for number in numbers]


@pytest.mark.parametrize(
    ("slug", "changes", "key", "words"),
    [
        # прекращение переписки: часть 5 статьи 11
        ("repeated_no_new", {"fields.earlier_answers": earlier("1")}, "fields.earlier_answers", "не меньше 2"),
        ("repeated_no_new", {"fields.earlier_answers": earlier("1", "1")}, "fields.earlier_answers", "назван дважды"),
        (
            "repeated_no_new",
            {"fields.earlier_answers": earlier("1", "2", day="2026-11-09")},
            "fields.earlier_answers",
            "позже, чем зарегистрировано",
        ),
        ("repeated_no_new", {"fields.same_addressee": "no"}, "fields.same_addressee", "часть 5 статьи 11"),
        ("repeated_no_new", {"fields.no_new_arguments": "no"}, "fields.no_new_arguments", "часть 5 статьи 11"),
        ("repeated_no_new", {"fields.decision_by": "руководством министерства"}, "fields.decision_by", "фамилия"),
        ("repeated_no_new", {"fields.decision_by": ""}, "fields.decision_by", "не заполнено"),
        ("repeated_no_new", {"fields.decision_date": "2026-11-01"}, "fields.decision_date", "после регистрации"),
        ("repeated_no_new", {"fields.decision_date": "2026-11-21"}, "fields.decision_date", "не позже даты письма"),
        # злоупотребление правом: часть 3 статьи 11
        ("abuse_of_right", {"fields.decision_by": "министром"}, "fields.decision_by", "части 3 и 5 статьи 11"),
        ("abuse_of_right", {"fields.violation": "threat"}, "fields.threat_passed_to", "не заполнено"),
        ("abuse_of_right", {"body": ["Вы написали: «все чиновники воры»."]}, "body", "не повторяют"),
        ("abuse_of_right", {"body": ["Вы назвали сотрудника «Дурак!»."]}, "body", "не повторяют"),
        ("abuse_of_right", {"body": ["Вы назвали сотрудника дураком."]}, "body", "пункт 7 Правил"),
        ("abuse_of_right", {"fields.subject": "работы этих идиотов"}, "fields.subject", "своими словами"),
        ("abuse_of_right", {"body": ["Вы назвали сотрудника д***ком."]}, "body", "д***ком"),
        # нечитаемое: часть 4 статьи 11
        ("unreadable", {"fields.name_readable": "no"}, "fields.name_readable", "no_sender_data"),
        ("unreadable", {"fields.address_readable": "no"}, "fields.address_readable", "часть 4 статьи 11"),
        # порядок обжалования – текст юриста
        ("court_decision", {"fields.appeal_procedure": ""}, "fields.appeal_procedure", "текст юриста"),
        (
            "court_decision",
            {"fields.appeal_procedure": "обратитесь в суд в установленном законом порядке"},
            "fields.appeal_procedure",
            "текст юриста",
        ),
        ("return_complaint", {"fields.appeal_procedure": "подайте жалобу"}, "fields.appeal_procedure", "в какой суд"),
        ("return_complaint", {"fields.appeal_procedure": ""}, "fields.appeal_procedure", "текст юриста"),
        # ответ на сайте: часть 5.1 статьи 11
        ("answer_on_site", {"fields.answer_url": "http://minstroy.sakhalin.gov.ru/o"}, "fields.answer_url", "https://"),
        (
            "answer_on_site",
            {"fields.answer_url": "https://example.ru/otvet"},
            "fields.answer_url",
            "не официальный сайт",
        ),
        (
            "answer_on_site",
            {"fields.answer_url": "https://fake-minstroy.sakhalin.gov.ru/otvet"},
            "fields.answer_url",
            "часть 4 статьи 10",
        ),
        ("answer_on_site", {"fields.answer_url": "https://minstroy.sakhalin.gov.ru/"}, "fields.answer_url", "главная"),
        (
            "answer_on_site",
            {"fields.answer_url": "https://www.minstroy.sakhalin.gov.ru/index.php"},
            "fields.answer_url",
            "часть 5.1 статьи 11",
        ),
        ("answer_on_site", {"fields.published": "2026-11-21"}, "fields.published", "позже даты письма"),
        (
            "answer_on_site",
            {"fields.page_title": "Ответ Ивановой Марии Петровне"},
            "fields.page_title",
            "часть 2 статьи 6",
        ),
        # тайна: часть 6 статьи 11
        ("secret", {"fields.secret_kind": "other"}, "fields.other_secret", "не заполнено"),
        (
            "secret",
            {"fields.secret_kind": "other", "fields.other_secret": "сведениям для служебного пользования"},
            "fields.other_secret",
            "не тайна",
        ),
        ("secret", {"fields.secret_law": "внутренняя инструкция № 5"}, "fields.secret_law", "федеральный закон"),
        # текст для сайта: часть 2 статьи 6
        (
            "site_placement",
            {"fields.public_answer": ["жительница Ковальчук Мария Петровна просила ремонта"]},
            "fields.public_answer",
            "имя человека",
        ),
        ("site_placement", {"body": ["Звоните 8 (4242) 67-18-01."]}, "body", "телефон"),
        ("site_placement", {"body": ["Пишите на maria@example.ru."]}, "body", "электронная почта"),
        ("site_placement", {"body": ["Протекла крыша над кв. 12."]}, "body", "часть 2 статьи 6"),
        ("site_placement", {"attachments": ["обращение Сомова Д.П. на 1 л."]}, "attachments", "имя человека"),
        # переадресация: статья 8
        (
            "redirect",
            {"fields.complained_of": "на администрацию города Корсакова"},
            "fields.body_name",
            "часть 6 статьи 8",
        ),
        (
            "redirect",
            {"fields.body_name": "в министерство строительства Сахалинской области"},
            "fields.body_name",
            "Ваш орган",
        ),
        (
            "redirect",
            {"fields.forwarded_on": "2026-11-15"},
            "fields.forwarded_on",
            "зарегистрировано только 16.11.2026",
        ),
        ("redirect", {"fields.forwarded_on": "2026-11-21"}, "fields.forwarded_on", "позже даты письма"),
        ("redirect", {"fields.body_phone": ""}, "fields.body_phone", "не заполнено"),
        (
            "redirect_several",
            {"fields.complained_of": "на министерство транспорта Сахалинской области"},
            "fields.questions",
            "часть 6 статьи 8",
        ),
        ("redirect_several", {"fields.our_due": ""}, "fields.our_due", "пункт 7.9 Порядка министерства"),
        ("redirect_several", {"fields.our_question": ""}, "fields.our_question", "пункт 7.9 Порядка министерства"),
        ("redirect_several", {"fields.our_due": "2026-11-20"}, "fields.our_due", "позже даты письма"),
        (
            "redirect_several",
            {
                "fields.our_question": "",
                "fields.our_due": "",
                "fields.questions": "о снеге | администрация города Корсакова | 1 | 8 (42435) 4-00-12",
            },
            "fields.questions",
            "вопрос всего один",
        ),
        ("redirect_migration", {"fields.forwarded_on": "2026-11-21"}, "fields.forwarded_on", "части 3–4 статьи 8"),
        (
            "redirect_migration",
            {"fields.complained_of": "на губернатора Сахалинской области"},
            "fields.governor",
            "статьи 8",
        ),
        # нет данных отправителя
        ("no_sender_data", {"fields.unlawful_act": "yes"}, "fields.forwarded_to", "есть, и лицо названо"),
        (
            "no_sender_data",
            {
                "fields.unlawful_act": "yes",
                "fields.forwarded_to": "в прокуратуру города Корсакова",
                "fields.forwarded_on": "2026-11-01",
                "fields.forwarded_number": "1",
            },
            "fields.forwarded_on",
            "зарегистрировано только",
        ),
        # сроки: статья 12
        ("extension", {"fields.first_extension": "no"}, "fields.first_extension", "второй раз"),
        ("extension", {"fields.new_due": "2027-01-02"}, "fields.new_due", "часть 2 статьи 12"),
        (
            "extension",
            {"fields.reason": "exceptional", "fields.exceptional_reason": "поступил большой объём обращений"},
            "fields.exceptional_reason",
            "не исключительный случай",
        ),
        ("clarify", {"fields.answer_by": "2026-11-20"}, "fields.answer_by", "позже даты письма"),
        ("clarify", {"fields.answer_by": "2026-12-03"}, "fields.answer_by", "до 02.12.2026"),
        ("interim", {"fields.final_due": "2026-11-20"}, "fields.final_due", "позже даты письма"),
        ("interim", {"fields.final_due": "2026-12-03"}, "fields.final_due", "сначала продлите срок"),
        ("interim", {"fields.final_due": "2027-01-02", "fields.extended": "yes"}, "fields.final_due", "01.01.2027"),
        # приём и электронная почта
        ("reception_written", {"fields.reception_date": "2026-11-03"}, "fields.reception_date", "часть 4 статьи 13"),
        ("reception_written", {"fields.outcome_due": ""}, "fields.outcome_due", "будет решён"),
        ("reception_written", {"fields.outcome_due": "2026-10"}, "fields.outcome_due", "позже даты письма"),
        ("reception_written", {"incoming.channel": "portal"}, "incoming.channel", "на личном приёме"),
        ("reception_other_body", {"fields.reception_date": "2026-11-21"}, "fields.reception_date", "позже даты письма"),
        ("email_not_appeal", {"incoming.registered": "2025-03-29"}, "incoming.registered", "547-ФЗ"),
        ("email_not_appeal", {"incoming.channel": "portal"}, "incoming.channel", "по электронной почте"),
        # услуги: 210-ФЗ
        (
            "incomplete_service",
            {"fields.found_date": "2026-11-18"},
            "fields.late_reason",
            "19.11.2026 в 14:30 (пункт 8 Правил",
        ),
        ("incomplete_service", {"fields.found_date": "2026-11-21"}, "fields.found_date", "позже даты письма"),
        ("incomplete_service", {"fields.found_time": "25:00"}, "fields.found_time", "не похоже на время"),
        ("incomplete_service", {"fields.answer_by": "2026-11-20"}, "fields.answer_by", "позже даты письма"),
    ],
)
def test_a_broken_rule_is_refused_at_its_field(slug, changes, key, words):
    assert words in faults(slug, changes)[key]


@pytest.mark.parametrize("slug", [slug for slug, answer in catalogue.all_answers().items() if answer.regime == "59-fz"])
def test_no_letter_says_that_an_appeal_was_not_registered(slug):
    said = "Ваше электронное обращение не зарегистрировано."
    assert "часть 2 статьи 8" in faults(slug, {"body": [said]})["body"]


@pytest.mark.parametrize(
    "said",
    [
        "Право собственности на участок не зарегистрировано.",
        "Обращение зарегистрировано 2 ноября.",
        "В обращении сказано, что брак не зарегистрирован.",
        "Обращение касается дома, право на который не зарегистрировано.",
    ],
)
def test_other_things_may_well_be_unregistered(said):
    assert read_case(changed("solved", {"body": [said]}), today=TODAY)


@pytest.mark.parametrize(
    ("slug", "changes"),
    [
        ("court_decision", {"fields.appeal_procedure": "жалобу подают в областной суд за месяц"}),
        ("abuse_of_right", {"fields.subject": "работы управляющей организации «Наш дом»"}),
        ("abuse_of_right", {"fields.decision_by": "первым заместителем министра И.О. Лаврентьевой"}),
        ("answer_on_site", {"fields.answer_url": "https://faq.minstroy.sakhalin.gov.ru/otvet/5"}),
        ("answer_on_site", {"fields.answer_url": "https://minstroy.sakhalin.gov.ru/?page=77"}),
        ("redirect", {"fields.complained_of": "на управляющую организацию «Восход»"}),
        ("redirect", {"fields.forwarded_on": "2026-11-16"}),
        ("redirect", {"fields.forwarded_on": "2026-11-20"}),
        ("clarify", {"fields.answer_by": "2026-12-02"}),
        ("interim", {"fields.final_due": "2026-12-02"}),
        ("interim", {"fields.final_due": "2027-01-01", "fields.extended": "yes"}),
        ("incomplete_service", {"fields.found_date": "2026-11-20"}),
        ("incomplete_service", {"fields.found_date": "2026-11-16", "fields.late_reason": "не было связи"}),
        ("incomplete_service", {"incoming.channel": "email", "addressee.email": "maria@example.ru"}),
        ("incomplete_service", {"incoming.channel": "post", "fields.found_time": "9.05"}),
        ("email_not_appeal", {"incoming.channel": "post"}),
        ("email_not_appeal", {"incoming.number": ""}),
        ("reception_other_body", {"incoming.number": ""}),
        ("no_sender_data", {"addressee.name": "", "addressee.post_address": []}),
        ("site_placement", {"addressee.name": ""}),
        ("site_placement", {"body": ["Работы ведут в доме № 5 по улице Садовой, звоните (4242) 60-00-00."]}),
        ("site_placement", {"body": ["Основание – закон от 21.07.2007 № 185-ФЗ, смета – 1 250 000 рублей."]}),
    ],
)
def test_what_the_law_allows_is_let_through(slug, changes):
    assert read_case(changed(slug, changes), today=TODAY)


@pytest.mark.parametrize("slug", ["solved", "redirect", "clarify", "no_sender_data"])
def test_a_registered_appeal_has_a_number(slug):
    assert "не заполнено" in faults(slug, {"incoming.number": ""})["incoming.number"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("в администрацию города Корсакова", "администрация города Корсакова", True),
        ("в администрацию г. Корсакова", "на администрацию города Корсакова", True),
        ("министру строительства области", "на министра строительства области", True),
        ("в прокуратуру города Корсакова", "на администрацию города Корсакова", False),
        # орган над тем, на кого жалуются, – не он сам
        ("в администрацию города Корсакова", "на отдел образования администрации города Корсакова", False),
        ("в отдел полиции № 2", "на отдел полиции № 3", False),
        ("в министерство транспорта", "на министерство строительства", False),
        ("в администрацию города Корсакова", "", False),
    ],
)
def test_a_body_is_known_in_any_case(one, other, same):
    assert is_same_body(one, other) is same


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("по просьбе Ковальчук Марии Петровны", "имя человека"),
        ("Марии Петровне ответили", "имя человека"),
        ("жилец Сомов Д.П.", "имя человека"),
        ("жилец Д. П. Сомов", "имя человека"),
        ("телефон +7 924 555-18-01", "телефон"),
        ("телефон 67-18-01", "телефон"),
        ("телефон 89245551801", "телефон"),
        ("адрес: ул. Садовая, д. 5", "домашний адрес"),
        ("в квартире № 12", "домашний адрес"),
        ("a.b@example.ru", "электронная почта"),
        # ничьи
        ("дом № 5 по улице Садовой", None),
        ("Федеральный закон от 2 мая 2006 г. № 59-ФЗ", None),
        ("с 10 до 18 часов 15.03.2026", None),
        ("срок 2026-11-02, смета 8 250 000 000 рублей", None),
        ("Министерство строительства Сахалинской области", None),
        ("договор № 08-512/26", None),
    ],
)
def test_personal_data_is_seen_in_its_shapes(text, kind):
    found = find_personal_data(text)
    assert (found[0] if found else None) == kind
