"""The list of remarks that the author of a case does not want to hear."""

from datetime import date

import pytest

from answer_builder.errors import Refused
from answer_builder.letter.case import read_case
from answer_builder.letter.case_file import parse_case
from answer_builder.letter.example_case import example_case

TODAY = date(2026, 11, 22)
ENTRY = {"rule": "evasion.accepted", "reason": "слова решения суда", "author": "Сидорова А. И."}


def read(suppress):
    return read_case(example_case("solved") | {"suppress": suppress}, today=TODAY)


def faults(suppress):
    with pytest.raises(Refused) as refused:
        read(suppress)
    return {fault.key: fault.message for fault in refused.value.faults}


def test_each_entry_is_a_wish_with_its_reason_and_author():
    first, second = read([ENTRY, ENTRY | {"match": "взят  на\nконтроль"}]).suppress
    assert (first.rules, first.reason, first.author) == (("evasion.accepted",), ENTRY["reason"], ENTRY["author"])
    assert (first.match, second.match) == ("", "взят на контроль")
    assert (first.where, second.where) == ("suppress[1]", "suppress[2]")


@pytest.mark.parametrize("suppress", [None, [], ""])
def test_nothing_is_silenced_unless_asked(suppress):
    assert read(suppress).suppress == ()


def test_list_reads_the_same_from_toml_and_json():
    toml = '[[suppress]]\nrule = "evasion.accepted"\nreason = "слова решения суда"\nauthor = "Сидорова А. И."\n'
    json = '{"suppress": [{"rule": "evasion.accepted", "reason": "слова решения суда", "author": "Сидорова А. И."}]}'
    for text in (toml, json):
        assert read(parse_case(text, "case")["suppress"]).suppress == read([ENTRY]).suppress


@pytest.mark.parametrize(
    ("entry", "key", "said"),
    [
        ({key: ENTRY[key] for key in ("rule", "author")}, "suppress[1].reason", "не сказано, почему замечание снято"),
        ({key: ENTRY[key] for key in ("rule", "reason")}, "suppress[1].author", "не сказано, кто снял замечание"),
        (
            {key: ENTRY[key] for key in ("reason", "author")},
            "suppress[1].rule",
            "не сказано, какое правило не замечать",
        ),
        (ENTRY | {"reason": "  "}, "suppress[1].reason", "не сказано, почему"),
        (ENTRY | {"rule": 5}, "suppress[1].rule", "нужна строка, а здесь «5»"),
        (ENTRY | {"because": "так"}, "suppress[1].because", "такого поля нет, есть rule, match, reason, author"),
        (ENTRY | {"author": "А\x07"}, "suppress[1].author", "управляющий символ"),
        (ENTRY | {"reason": "очень " * 200}, "suppress[1].reason", "текст слишком длинный"),
        ("evasion.accepted", "suppress", "«suppress» – это список разделов: в TOML каждый начинается с [[suppress]]"),
    ],
)
def test_fault_of_an_entry_is_named_with_its_field(entry, key, said):
    found = faults([entry])
    assert list(found) == [key]
    assert said in found[key]


def test_table_instead_of_a_list_and_a_list_without_end_are_refused():
    assert "[[suppress]]" in faults(ENTRY)["suppress"]
    assert "не больше 100" in faults([ENTRY] * 101)["suppress"]


def test_faults_of_all_entries_are_said_at_once():
    assert set(faults([ENTRY, {"rule": "evasion"}, {"match": "слова"}])) == {
        *("suppress[2].reason", "suppress[2].author"),
        *("suppress[3].rule", "suppress[3].reason", "suppress[3].author"),
    }


def test_letter_on_several_questions_has_one_list():
    question = {key: example_case("solved")[key] for key in ("answer", "fields", "body")}
    raw = {key: value for key, value in example_case("solved").items() if key not in question}
    case = read_case(raw | {"questions": [question, question], "suppress": [ENTRY]}, today=TODAY)
    assert [silence.where for silence in case.suppress] == ["suppress[1]"]
