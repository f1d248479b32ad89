import pytest

from answer_builder.catalogue import expand, fill


@pytest.mark.parametrize(
    ("wording", "values", "text"),
    [
        ("Готово[ (акт № {{ act }})].", {"act": "7"}, "Готово (акт № 7)."),
        ("Готово[ (акт № {{ act }})].", {"act": ""}, "Готово."),
        ("Готово[ (акт № {{ act }})].", {}, "Готово."),
        ("[{{ day }}][{{ event }}]: шаг", {"day": "", "event": "после дождя"}, "после дождя: шаг"),
        # знак в конце значения
        ("Срок – {{ due }}.", {"due": "до 5 мая 2026 г."}, "Срок – до 5 мая 2026 г."),
        ("Итог: {{ text }}.", {"text": "Готово!"}, "Итог: Готово!"),
        ("Срок – {{ due }}, не позже.", {"due": "2026 г."}, "Срок – 2026 г., не позже."),
        # слово перед полем не повторяется
        ("по делу № {{ n }}", {"n": "№ 2-15"}, "по делу № 2-15"),
        ("поступившее в {{ a }}", {"a": "в Правительство"}, "поступившее в Правительство"),
        ("Это значит, что {{ m }}", {"m": "что деньги есть"}, "Это значит, что деньги есть"),
        # набранное человеком остаётся набранным
        ("{{ a }} и {{ b }}", {"a": "{{ b }}", "b": "[скобки {{ a }}]"}, "{{ b }} и [скобки {{ a }}]"),
        (r"{{ a }}", {"a": r"\1 \g<0>"}, r"\1 \g<0>"),
    ],
)
def test_fill(wording, values, text):
    assert fill(wording, values) == text


def test_a_value_missing_outside_brackets_is_an_error_and_never_a_blank():
    with pytest.raises(KeyError, match="due"):
        fill("Срок – {{ due }}.", {})


def test_expand_writes_shared_phrases_out():
    assert expand("{{ a }}!", {"a": "{{ b }} и {{ c }}", "b": "раз"}) == "раз и {{ c }}!"
