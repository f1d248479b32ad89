"""The baseline: what it silences, how it is written, what is refused."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer_builder.errors import CannotRun
from answer_builder.lint import Baseline, Context, baseline_bytes, check, read_baseline

DAY, LATER = date(2026, 3, 3), date(2026, 5, 4)
SOFT = "Двор уберут в ближайшее время."
OTHER = "Крышу починят в ближайшее время."


def of(*texts, day=DAY, reason="разбираем до июня"):
    return Baseline().with_new([finding for text in texts for finding in check(text)], reason=reason, day=day)


def open_after(baseline, *texts):
    """How many findings of each text are still shown."""
    marked, _ = baseline.applied([check(text) for text in texts])
    return [sum(not finding.suppressed for finding in findings) for findings in marked]


@pytest.mark.parametrize(
    "text",
    [
        # то же предложение в другом месте и в другом наборе пробелов
        f"Снег вывезен 5 мая.\n\n{SOFT}",
        f"Снег вывезен 5 мая. {SOFT} Окна вымыты 6 мая.",
        "Двор  уберут в\N{NO-BREAK SPACE}ближайшее время.",
    ],
)
def test_known_finding_is_silenced_wherever_its_sentence_moves(text):
    (found,), used = of(SOFT).applied([check(text)])
    assert [(finding.suppressed, finding.rule) for finding in found if finding.category == "evasion"] == [
        (True, "evasion.vague_term")
    ]
    why = next(finding.suppressed_by for finding in found if finding.suppressed)
    assert (why.by, why.reason, why.date) == ("baseline", "разбираем до июня", "2026-03-03")
    assert used == of(SOFT)


@pytest.mark.parametrize(
    ("known", "texts", "still_open"),
    [
        # то же самое написали ещё раз: новое видно
        ((SOFT,), (f"{SOFT}\n{SOFT}",), [1]),
        ((SOFT,), (SOFT, SOFT), [0, 1]),
        ((SOFT, SOFT), (f"{SOFT}\n{SOFT}", SOFT), [0, 1]),
        # те же слова в другом предложении – другое замечание
        ((SOFT,), (OTHER,), [1]),
        ((), (SOFT,), [1]),
        ((SOFT, OTHER), (f"{OTHER} {SOFT}",), [0]),
    ],
)
def test_entry_silences_as_many_as_it_stands_for(known, texts, still_open):
    assert open_after(of(*known), *texts) == still_open


def test_what_occurs_no_more_is_left_over():
    baseline = of(SOFT, SOFT, OTHER)
    _, used = baseline.applied([check(SOFT)])
    assert sorted((entry.words, entry.times) for entry in baseline.without(used).entries) == [
        ("в ближайшее время", 1),
        ("в ближайшее время", 1),
    ]
    assert baseline.without(used).count == 2
    assert baseline.without(baseline).entries == ()


def test_words_of_law_are_in_no_list():
    found = check("Уважаемая Мария Петровна!\nДвор убран 5 мая.", context=Context(answers=("solved",)))
    assert [finding.category for finding in found] == ["situation"]
    baseline = Baseline().with_new(found, reason="п", day=DAY)
    assert baseline.entries == ()
    forged = read_baseline(
        f'format = 1\n[[findings]]\nrule = "{found[0].rule}"\nwords = "…"\nreason = "п"\ndate = 2026-03-03\n'
        f'fingerprint = "{found[0].fingerprint}"\n'.encode(),
        "list.toml",
    )
    (marked,), used = forged.applied([found])
    assert not marked[0].suppressed
    assert used.entries == ()


def test_the_same_findings_give_the_same_bytes_in_any_order():
    there, back = of(SOFT, OTHER, SOFT), of(SOFT, SOFT, OTHER)
    assert baseline_bytes(there) == baseline_bytes(back)
    twice = Baseline((*of(SOFT).entries, *of(SOFT).entries))
    assert baseline_bytes(twice) == baseline_bytes(of(SOFT, SOFT))


def test_reasons_and_days_stay_apart():
    both = Baseline((*of(SOFT).entries, *of(SOFT, day=LATER, reason="ждём ответа").entries))
    again = read_baseline(baseline_bytes(both), "list.toml")
    assert {(entry.day, entry.reason) for entry in again.entries} == {
        (DAY, "разбираем до июня"),
        (LATER, "ждём ответа"),
    }
    assert open_after(again, f"{SOFT}\n{SOFT}\n{SOFT}") == [1]


@given(st.text(), st.text(min_size=1).map(str.strip).filter(str.isprintable).filter(bool))
def test_whatever_the_words_are_the_list_is_read_back(words, reason):
    finding = check(SOFT)[0]
    baseline = Baseline().with_new([replace(finding, match=words)], reason=reason, day=DAY)
    assert read_baseline(baseline_bytes(baseline), "list.toml") == baseline


GOOD = baseline_bytes(of(SOFT)).decode()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            GOOD.replace("format = 1", "format = 2"),
            "list.toml, строка 3, поле «format»: вид 2, а эта программа читает 1",
        ),
        (GOOD.replace("format = 1", "format = 2"), "список составлен более новой программой: обновите её"),
        (GOOD.replace("format = 1", "format = 0"), "вид 0, а эта программа читает 1"),
        (GOOD.replace('rule = "', "rule = "), "list.toml, строка 6"),
        (GOOD.replace("times = 1", "times = 0"), "строка 11, поле «findings[1].times»: нужно число от 1"),
        (GOOD.replace("times = 1", 'times = "раз"'), "поле «findings[1].times»: нужно целое число"),
        (GOOD.replace("date = 2026", 'date = "2026').replace("-03\ntimes", '-03"\ntimes'), "нужна дата вида"),
        (GOOD.replace("reason", "because"), "поле «findings[1].reason»: нужна непустая строка"),
        (GOOD + 'extra = "?"\n', "list.toml, строка 12, поле «findings[1].extra»: такого поля нет"),
        (GOOD.replace("[[findings]]", "[findings]"), "поле «findings»: нужен список таблиц"),
        ("Просто текст", "list.toml, строка 1"),
        ("", "list.toml: это не базовый список, в нём нет поля «format»"),
        ('title = "Правило"', "это не базовый список"),
    ],
)
def test_damaged_list_is_refused_with_its_line(content, said):
    with pytest.raises(CannotRun, match=r"^list\.toml") as refused:
        read_baseline(content.encode(), "list.toml")
    assert said in str(refused.value)


def test_list_in_another_encoding_is_refused_with_its_line():
    with pytest.raises(CannotRun, match=r"list\.toml, строка 1: это не текст в кодировке UTF-8"):
        read_baseline(GOOD.encode("cp1251"), "list.toml")
