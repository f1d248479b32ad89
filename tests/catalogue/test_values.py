from datetime import date, time

import pytest

from answer_builder.catalogue import Due, Field, read_date, read_due, read_value
from answer_builder.catalogue.schema import Choice


def field(kind, **more):
    return Field(key="k", label="Поле", type=kind, **more)


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("2026-12-15", date(2026, 12, 15)),
        ("15.12.2026", date(2026, 12, 15)),
        (" 1.2.2026 ", date(2026, 2, 1)),
        ("15.12.2026 г.", date(2026, 12, 15)),
        ("15 декабря 2026 г.", date(2026, 12, 15)),
        ("1 мая 2026 года", date(2026, 5, 1)),
        (date(2026, 12, 15), date(2026, 12, 15)),
    ],
)
def test_a_date_is_read_from_what_people_write(raw, day):
    assert read_date(raw) == day


@pytest.mark.parametrize("raw", ["14:05", " 14.05 ", "14:05:00", time(14, 5)])
def test_a_time_is_hours_and_minutes(raw):
    assert read_value(field("time"), raw) == time(14, 5)


@pytest.mark.parametrize(
    ("raw", "due"),
    [
        (date(2026, 12, 15), Due("day", date(2026, 12, 15))),
        ("15.12.2026", Due("day", date(2026, 12, 15))),
        ("2026-12", Due("month", date(2026, 12, 31))),
        ("02.2028", Due("month", date(2028, 2, 29))),
        ("2026-Q4", Due("quarter", date(2026, 12, 31))),
        ("2027-q1", Due("quarter", date(2027, 3, 31))),
        ("2027-К1", Due("quarter", date(2027, 3, 31))),
        ("15 декабря 2026 г.", Due("day", date(2026, 12, 15))),
        ("декабрь 2026", Due("month", date(2026, 12, 31))),
        ("в мае 2027 года", Due("month", date(2027, 5, 31))),
        ("IV квартал 2026 г.", Due("quarter", date(2026, 12, 31))),
        ("1 кв. 2027", Due("quarter", date(2027, 3, 31))),
        ("2100-12", Due("month", date(2100, 12, 31))),
    ],
)
def test_a_due_is_a_day_a_month_or_a_quarter(raw, due):
    assert read_due(raw) == due


@pytest.mark.parametrize(
    ("kind", "raw", "complaint"),
    [
        ("date", "завтра", "не похоже на дату"),
        ("date", "31.02.2026", "нет в календаре"),
        ("date", "15.12.26", "не похоже на дату"),
        ("date", True, "нужна одна строка текста"),
        ("due", "скоро", "не похоже на срок"),
        ("due", "2026-13", "месяца с номером 13"),
        ("due", "0000-01", "год 0 указан неверно"),
        ("due", "9999-Q4", "год 9999 указан неверно: нужен год от 1990 до 2100"),
        ("date", "12.11.0226", "год 226 указан неверно"),
        ("date", date(9999, 12, 31), "год 9999 указан неверно"),
        ("date", "15 брюмера 2026 г.", "не похоже на дату"),
        ("due", "30.02.2027", "нет в календаре"),
        ("due", 2026, "не похоже на срок"),
        ("time", "половина третьего", "не похоже на время"),
        ("time", "24:00", "не похоже на время"),
        ("time", "14:75", "не похоже на время"),
        ("number", "три", "не целое число"),
        ("number", 0, "больше нуля"),
        ("number", True, "не целое число"),
        ("url", "http://example.ru/a", "https://"),
        ("url", "https://", "https://"),
        ("url", "https://[", "https://"),
        ("text", "а\x07б", "U+0007"),
        ("text", "\ud800", "U+D800"),
        ("text", "я" * 20_001, "20"),
        ("text", ["а"], "нужна одна строка текста"),
        ("phrase", "в две\nстроки", "одна строка"),
    ],
)
def test_a_wrong_value_is_explained_in_russian(kind, raw, complaint):
    with pytest.raises(ValueError, match=r"[а-я]") as error:
        read_value(field(kind), raw)
    assert complaint in str(error.value)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("акт от 5 мая 2026 г.", "акт от 5 мая 2026 г."),
        ("управляющая организация «Восход».", "управляющая организация «Восход»"),
        ("подпись Иванова И.И.", "подпись Иванова И.И."),
        ("доски, гвозди и т. п.", "доски, гвозди и т. п."),
    ],
)
def test_a_phrase_loses_only_a_full_stop_that_ends_a_sentence(raw, kept):
    assert read_value(field("phrase"), raw) == kept


@pytest.mark.parametrize("empty", [None, "", "  \n", []])
def test_nothing_typed_is_none(empty):
    assert read_value(field("text"), empty) is None


def test_a_choice_is_found_by_key_or_label():
    choice = field("choice", choices=(Choice("request", "Послан запрос", "…"),))
    assert read_value(choice, "request") == read_value(choice, "послан запрос") == "request"
    with pytest.raises(ValueError, match="Послан запрос"):
        read_value(choice, "просьба")


class TestLists:
    several = field("list", max_items=3)
    records = field("list", columns=(Field("article", "Статья", "text"), Field("date", "Дата", "date", required=False)))

    @pytest.mark.parametrize("raw", ["один\n\nдва", ["один", "", "два"], ("один", "два")])
    def test_a_list_is_lines_or_items(self, raw):
        assert read_value(self.several, raw) == ("один", "два")

    @pytest.mark.parametrize("raw", ["статья 5 | 21.07.2007", [{"article": "статья 5", "date": date(2007, 7, 21)}]])
    def test_a_record_is_a_table_or_a_line_with_bars(self, raw):
        assert read_value(self.records, raw) == ({"article": "статья 5", "date": date(2007, 7, 21)},)

    @pytest.mark.parametrize(
        ("raw", "complaint"),
        [
            ([{"date": "21.07.2007"}], "не заполнено «Статья»"),
            ([{"article": "5", "data": "1"}], "лишняя часть «data»"),
            ([{"article": "5", "date": "вчера"}], "«Дата»: «вчера»"),
            ([5], "состоит из частей"),
        ],
    )
    def test_a_wrong_record_is_named(self, raw, complaint):
        with pytest.raises(ValueError, match=r"[а-я]") as error:
            read_value(self.records, raw)
        assert complaint in str(error.value)

    def test_too_many_items_are_refused(self):
        with pytest.raises(ValueError, match="не больше 3"):
            read_value(self.several, "а\nб\nв\nг")
