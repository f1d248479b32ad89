"""An authority's own rules: added, put in place of shipped ones, switched off with a reason."""

from importlib.resources import files

import pytest

from answer_builder import lint
from answer_builder.errors import BrokenContent

PLACE = "rules/abbreviation/body_names.toml"
RULE = (files("answer_builder") / "content_example" / PLACE).read_text("utf-8")
OFF = 'off = true\nreason = "У нас так говорят"\n'
WORKLOAD = "В связи с большим объёмом обращений просим подождать."


def complaint() -> str:
    with pytest.raises(BrokenContent) as error:
        lint.all_rules()
    return str(error.value)


def found(text: str) -> set[str]:
    return {finding.rule for finding in lint.check(text)}


def test_an_own_rule_finds(own):
    path = own.put(PLACE, RULE)
    assert "abbreviation.body_names" in found("Ответ готовит горадминистрация.")
    assert lint.rule("abbreviation.body_names").origin == str(path)


def test_an_own_rule_replaces_the_shipped_one_of_its_name(own):
    path = own.put("rules/evasion/workload.toml", RULE)
    assert lint.rule("evasion.workload").origin == str(path)
    assert "evasion.workload" in found("Ответ готовит горадминистрация.")
    assert "evasion.workload" not in found(WORKLOAD)


def test_a_rule_is_switched_off_with_a_reason(own):
    path = own.put("rules/evasion/workload.toml", OFF)
    assert "evasion.workload" not in found(WORKLOAD)
    (off,) = lint.switched_off()
    assert (off.id, off.reason, off.origin) == ("evasion.workload", "У нас так говорят", str(path))


def test_without_own_content_nothing_is_off():
    assert "evasion.workload" in found(WORKLOAD)
    assert lint.switched_off() == ()


def test_an_own_rule_may_be_off_for_a_while(own):
    own.put(PLACE, OFF + RULE)
    assert "abbreviation.body_names" not in {rule.id for rule in lint.all_rules()}
    own.put("rules/jargon/again.toml", OFF.replace("true", "false") + RULE)


REGEX = RULE.replace('"phrase"', '"regex"')


def line(text: str, words: str) -> int:
    """The number of the last line that begins with these words."""
    return [number for number, line in enumerate(text.split("\n"), 1) if line.startswith(words)][-1]


@pytest.mark.parametrize(
    ("content", "at", "words"),
    [
        # выключение
        ('off = true\nreason = " "\n', "reason", "поле «reason»: напишите, почему правило выключено"),
        ('off = "да"\n', "off", "поле «off»: нужно true или false"),
        (OFF, "off", "поле «off»: выключать нечего: правила «abbreviation.body_names» нет"),
        # поля
        (RULE.replace('"warning"', '"fatal"'), "level", "поле «level»: «fatal» не подходит, можно: error, warning"),
        (RULE.replace('"phrase"', '"magic"'), "kind", "поле «kind»: «magic» не подходит"),
        (RULE.replace("why =", "colour = 1\nwhy ="), "colour", "поле «colour»: такого поля нет"),
        (RULE.replace("[replace]", "[replase]"), "", "поле «phrases»: в правиле нет ни одного выражения"),
        # примеры
        (RULE.replace('finds = "горсовете"', ""), "[[examples]]", "поле «examples[2].finds»: нужны найденные слова"),
        (RULE[: RULE.rindex("[[examples]]")], "[[examples]]", "поле «examples»: нужно не меньше двух плохих и двух"),
        # выражения
        (RULE.replace('"горсовет" =', '"… горсовет" ='), "", "поле «phrases»: в выражении «… горсовет» есть пустая"),
        (REGEX.replace('"горсовет"', '"гор(совет"'), '"гор(', "поле «replace.гор(совет»: выражение «гор(совет» не"),
        (
            REGEX.replace('"городской', '"\\\\1 городской'),
            '"горсовет',
            "поле «replace.горсовет»: в замене «\\1 городской",
        ),
    ],
)
def test_what_is_wrong_is_named(own, content, at, words):
    path = own.put(PLACE, content)
    assert complaint().startswith(f"{path}, строка {line(content, at)}, {words}" if at else f"{path}, {words}")


def test_a_misspelt_name_of_a_rule_to_switch_off_is_guessed(own):
    own.put("rules/evasion/workloads.toml", OFF)
    assert complaint().endswith("Возможно, вы имели в виду «evasion.workload»?")


def test_a_reason_is_obligatory(own):
    path = own.put("rules/evasion/workload.toml", "off = true\n")
    assert complaint() == f"{path}, поле «reason»: напишите, почему правило выключено"


def test_a_guard_may_name_all_people_at_once(own):
    own.put(
        PLACE, RULE.replace("[[examples]]", '[[find]]\nphrases = "чихвостить"\nonly = "@people"\n\n[[examples]]', 1)
    )
    assert "abbreviation.body_names" in found("Прораб чихвостит всех.")
    assert "abbreviation.body_names" not in found("Ветер чихвостит всех.")
