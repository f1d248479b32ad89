from datetime import date

import pytest

from answer_builder.errors import Refused
from answer_builder.letter.case import read_case
from answer_builder.letter.compose import compose
from answer_builder.letter.example_case import example_case

TODAY = date(2026, 11, 22)


def changed(slug="solved", **changes):
    """The example case of an answer with dotted keys changed; `...` takes a key away."""
    raw = example_case(slug)
    for dotted, value in changes.items():
        section, _, key = dotted.rpartition("__")
        table = raw[section] if section else raw
        table.pop(key, None) if value is ... else table.__setitem__(key, value)
    return raw


def faults(raw):
    with pytest.raises(Refused) as refused:
        read_case(raw, today=TODAY)
    return {fault.key: fault.message for fault in refused.value.faults}


def test_a_full_case_is_read():
    case = read_case(changed(), today=TODAY)
    assert case.addressee.addressing.greeting == "Уважаемая Мария Петровна!"
    assert case.incoming.addressed_to == "министерство строительства Сахалинской области"
    assert case.fields["date_done"] == date(2026, 11, 12)


def test_everything_wrong_is_said_at_once():
    raw = changed(
        fields__subject=...,
        fields__date_done="вчера",
        incoming__number="",
        executor__phone=...,
        addressee__name="Ким А.Б.",
    )
    assert set(faults(raw)) == {
        "fields.subject",
        "fields.date_done",
        "incoming.number",
        "executor.phone",
        "addressee.name",
    }


@pytest.mark.parametrize(
    ("changes", "key", "words"),
    [
        # чего нет
        ({"answer": ...}, "answer", "не выбран ответ"),
        ({"answer": "solvd"}, "answer", "«solved»"),
        ({"answer": ["solved"]}, "answer", "не найдено"),
        ({"authority": "moscow"}, "authority", "sakhalin_minstroy"),
        ({"letterhead": "conner"}, "letterhead", "«corner»"),
        ({"signatory": "boss"}, "signatory", "minister"),
        ({"fields__subjekt": "ремонта"}, "fields.subjekt", "«fields.subject»"),
        ({"addressee__nmae": "Иванов"}, "addressee.nmae", "«addressee.name»"),
        ({"fields__what_done": " \n "}, "fields.what_done", "не заполнено «Что сделано»"),
        ({"addressee__post_address": ...}, "addressee.post_address", "нет почтового адреса"),
        # не тот вид: целый раздел, список с пустым местом, слишком много
        ({"incoming": 0}, "incoming", "это раздел с полями"),
        ({"fields": []}, "fields", "это раздел с полями"),
        ({"addressee": None}, "addressee", "это раздел с полями"),
        ({"addressee__name": ["Ковальчук Мария Петровна", None]}, "addressee.name", "список имён, а в нём есть «null»"),
        ({"addressee__name": [{"name": "Мария"}]}, "addressee.name", "нужен список имён"),
        ({"body": ["Абзац."] * 10_000}, "body", "не больше 100, а указано 10000"),
        ({"attachments": "акт\n" * 10_000}, "attachments", "не больше 100"),
        (
            {"body": ["я" * 20_001]},
            "body",
            "«Дополнительный текст»: текст слишком длинный: 20\N{NO-BREAK SPACE}001 знаков",
        ),
        # что не так
        ({"incoming__registered": "02.11.9999"}, "incoming.registered", "год от 1990 до 2100"),
        ({"date": date(9999, 12, 31)}, "date", "год от 1990 до 2100"),
        ({"incoming__channel": "pigeon"}, "incoming.channel", "почтой"),
        ({"addressee__email": "мария"}, "addressee.email", "не похоже на адрес"),
        ({"executor__name": "Сидорова А.И."}, "executor.name", "полностью"),
        ({"executor__phone": "нет"}, "executor.phone", "не похоже на номер"),
        ({"addressee__post_address": 5}, "addressee.post_address", "список строк"),
        ({"body": "а\x00б"}, "body", "U+0000"),
        ({"fields__what_done": "я" * 1_000_000}, "fields.what_done", "можно не больше"),
        # что спорит друг с другом
        ({"incoming__registered": "21.11.2026"}, "incoming.registered", "позже даты письма"),
        ({"incoming__registered": "23.11.2026", "date": ...}, "incoming.registered", "позже сегодняшнего дня"),
        (
            {"incoming__channel": "official_use", "addressee__email": "a@example.ru"},
            "addressee.email",
            "только заказным письмом",
        ),
        ({"incoming__channel": "email"}, "incoming.channel", "не считается обращением"),
        ({"fields__date_done": "21.11.2026"}, "fields.date_done", "ещё не наступило"),
        # кто не ясен
        ({"addressee__name": "Ткаченко Валя"}, "addressee.name", "Ткаченко Валя"),
        ({"addressee__name": "Совет ветеранов"}, "addressee.name", "Совет ветеранов"),
    ],
)
def test_a_fault_is_explained_at_its_key(changes, key, words):
    assert words in faults(changed(**changes))[key]


@pytest.mark.parametrize(
    ("slug", "changes", "key", "words"),
    [
        ("will_be_solved", {"fields__due": "2026-11-20"}, "fields.due", "позже даты письма"),
        ("will_be_solved", {"fields__due": "2026-10"}, "fields.due", "позже даты письма"),
        ("no_date", {"fields__next_step_date": ""}, "fields.next_step_date", "ни даты, ни события"),
        ("no_date", {"fields__next_step_event": "после суда"}, "fields.next_step_event", "что-то одно"),
        ("no_date", {"fields__next_step_date": "2026-Q3"}, "fields.next_step_date", "позже даты письма"),
        ("cannot", {"fields__alternatives": []}, "fields.alternatives", "не заполнено"),
        ("cannot", {"fields__legal_basis": [{"article": "статья 5"}]}, "fields.legal_basis", "Закон"),
        ("court_decision", {"fields__appeal_procedure": ""}, "fields.appeal_procedure", "текст юриста"),
        ("court_decision", {"fields__decision_date": "17.11.2026"}, "fields.decision_date", "позже"),
        ("court_decision", {"fields__sheets": "много"}, "fields.sheets", "не целое число"),
        ("essence_unclear", {"fields__unclear": ["а", "б", "в", "г"]}, "fields.unclear", "не больше 3"),
        ("extension", {"fields__new_due": "02.01.2027"}, "fields.new_due", "до 01.01.2027"),
        ("extension", {"fields__new_due": "02.12.2026"}, "fields.new_due", "позже прежнего"),
        ("extension", {"fields__original_due": "19.11.2026"}, "fields.original_due", "уже прошёл"),
        ("extension", {"fields__request_to": ""}, "fields.request_to", "Послан запрос"),
        ("extension", {"fields__request_date": "01.10.2026"}, "fields.request_date", "после регистрации"),
        ("extension", {"fields__reason": "объём"}, "fields.reason", "Исключительный случай"),
    ],
)
def test_an_answer_keeps_its_own_rules(slug, changes, key, words):
    assert words in faults(changed(slug, **changes))[key]


def test_a_broken_section_is_told_once_without_its_fields():
    assert set(faults(changed(incoming=0))) == {"incoming"}


def test_ten_thousand_items_are_refused_by_their_number():
    assert (
        "не больше 20, а указано 10000"
        in faults(changed("cannot", fields__alternatives=["подать жалобу"] * 10_000))["fields.alternatives"]
    )


@pytest.mark.parametrize(
    ("slug", "key"), [("interim", "final_due"), ("clarify", "answer_by"), ("extension", "new_due")]
)
def test_a_date_at_the_end_of_time_is_refused_and_overflows_nothing(slug, key):
    assert "год от 1990 до 2100" in faults(changed(slug, **{f"fields__{key}": "31.12.9999"}))[f"fields.{key}"]
    latest = changed(slug, incoming__registered="31.12.2100", date="31.12.2100", **{f"fields__{key}": "31.12.2100"})
    assert faults(latest)


def test_several_long_values_in_one_paragraph_still_make_a_letter():
    long = changed("solved", fields__what_done="выровняла стены " * 1_200, fields__who_did="подрядчик " * 1_900)
    assert any(len(line) > 35_000 for line in compose(read_case(long, today=TODAY)).text)


def test_an_extension_of_exactly_thirty_days_is_lawful():
    assert read_case(changed("extension", fields__new_due="01.01.2027"), today=TODAY)


def test_before_the_law_of_2024_an_e_mail_was_an_appeal():
    raw = changed(
        incoming__channel="email",
        incoming__registered="01.03.2025",
        addressee__email="maria@example.ru",
    )
    assert read_case(raw, today=TODAY).incoming.channel == "email"


def test_json_and_form_strings_make_the_same_case():
    typed = changed(incoming__registered="2026-11-02", date="20.11.2026", fields__date_done="12.11.2026")
    assert read_case(typed, today=TODAY) == read_case(changed(), today=TODAY)


def test_a_gender_may_be_told_when_the_name_does_not_tell():
    case = read_case(changed(addressee__name="Ткаченко Валя", addressee__gender="f"), today=TODAY)
    assert case.addressee.addressing.greeting == "Уважаемая Валя!"
