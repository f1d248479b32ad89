"""What to cut from a long letter: each promise is held against the letter really made without it."""

from dataclasses import replace
from datetime import date
from time import process_time

import pytest

from answer_builder.letter.example_case import example_case
from answer_builder.letter.overflow import lines_over
from answer_builder.letter.pages import lay_out
from answer_builder.letter.shortening import Cut, Shortening, worth_telling
from answer_builder.office_package import OfficePackage
from answer_builder.one_letter import make_letter, shortening, shortening_of_file

TODAY = date(2026, 11, 22)
WATCH = (
    "Следить за ходом работ можно на сайте управляющей организации: там каждую неделю появляются фотографии и новый "
    "график, по которому видно, что уже сделано и что осталось сделать в подъезде."
)
KEYS = (
    "Вход в подвал закрыт, ключи в настоящее время находятся у дежурного мастера: он выдаёт их жителям по первой "
    "просьбе каждый день с восьми до двадцати часов."
)
PROOF = (
    "акт приёмки выполненных работ от 14 ноября 2026 г. № 7, который подписали управляющая организация, совет дома и "
    "трое собственников из второго подъезда"
)


def case(*body: str, answer: str = "solved", proof: str = "") -> dict:
    raw = example_case(answer)
    raw["body"] = list(body)
    if answer == "solved":
        raw["fields"] = {**raw["fields"], "proof": proof or None}
    return raw


def advice(raw: dict) -> Shortening | None:
    return shortening(make_letter(raw, today=TODAY), today=TODAY)


def over(raw: dict, pages: int) -> int:
    return lines_over(lay_out(OfficePackage(make_letter(raw, today=TODAY).docx)), pages)


def pages(raw: dict) -> int:
    return make_letter(raw, today=TODAY).pages.pages


def spilling(*endings: str, proof: str = PROOF) -> dict:
    """A case that is one line or two over one page: filled up with one-line paragraphs."""
    body: list[str] = []
    while pages(case(*body, *endings, proof=proof)) == 1:
        body.append(f"Строка {len(body) + 1}.")
    return case(*body, *endings, proof=proof)


def test_a_letter_of_one_page_needs_no_cut():
    assert advice(case(WATCH, KEYS)) is None


def test_what_is_needed_is_said_first():
    raw = spilling(WATCH, KEYS)
    found = advice(raw)
    assert (found.pages, found.lines) == (1, over(raw, 1))
    assert found.need.startswith("Чтобы письмо уместилось на одной странице, сократите его на ")


def test_each_own_paragraph_saves_what_it_promises():
    raw = spilling(WATCH, KEYS)
    paragraphs = [cut for cut in advice(raw).cuts if cut.kind == "paragraph"]
    assert {WATCH, KEYS} <= {cut.words for cut in paragraphs}
    for cut in paragraphs:
        rest = [paragraph for paragraph in raw["body"] if paragraph != cut.words]
        assert over(raw, 1) - over(raw | {"body": rest}, 1) == cut.lines, cut
        assert cut.key == "body"


def test_an_optional_field_is_a_cut_and_an_obligatory_one_is_not():
    raw = spilling(WATCH)
    (cut,) = [cut for cut in advice(raw).cuts if cut.kind == "field"]
    assert (cut.words, cut.key) == ("Чем подтверждается", "fields.proof")
    without = raw | {"fields": {**raw["fields"], "proof": None}}
    assert over(raw, 1) - over(without, 1) == cut.lines > 0


def test_what_saves_most_comes_first():
    saved = [cut.lines for cut in advice(spilling(WATCH, KEYS)).cuts if cut.kind != "phrases"]
    assert saved == sorted(saved, reverse=True)


def test_a_wordy_phrase_that_saves_a_line_is_named_with_shorter_words():
    """The paragraph is lengthened until a line holds nothing but what the shorter words would spare."""
    for filler in range(1, 30):
        wordy = KEYS.replace("двадцати часов", "двадцати часов " + " ".join(["да"] * filler))
        raw = spilling(wordy)
        phrases = [cut for cut in advice(raw).cuts if cut.kind == "phrases"]
        shorter = [paragraph.replace("в настоящее время", "сейчас") for paragraph in raw["body"]]
        really = over(raw, 1) - over(raw | {"body": shorter}, 1)
        if really:
            break
        assert phrases == []
    assert really == 1
    assert phrases == [Cut("phrases", "", 1, (("в настоящее время", "сейчас"),), "body")]
    assert phrases[0].advice == "«в настоящее время» → «сейчас» (\N{MINUS SIGN}1\N{NO-BREAK SPACE}строка)"


def test_the_named_cuts_really_bring_it_to_one_page():
    raw = spilling(WATCH, KEYS, WATCH.replace("Следить", "Смотреть"))
    found = advice(raw)
    assert found.is_enough
    saved, body = 0, list(raw["body"])
    for cut in found.cuts:
        if cut.kind == "paragraph" and saved < found.lines:
            body.remove(cut.words)
            saved += cut.lines
    assert pages(raw | {"body": body}) == 1


def test_a_letter_far_from_one_page_that_cannot_be_brought_there_is_left_alone():
    assert pages(case(answer="cannot")) <= 2
    long = example_case("cannot")
    long["fields"] = {**long["fields"], "facts_checked": " ".join([long["fields"]["facts_checked"]] * 12)}
    assert pages(long) == 2
    assert advice(long) is None


def test_over_the_limit_it_is_always_told_even_when_the_cuts_are_not_enough():
    long = example_case("cannot")
    long["fields"] = {**long["fields"], "facts_checked": " ".join([long["fields"]["facts_checked"]] * 40)}
    long["body"] = [WATCH]
    assert pages(long) > 2
    found = advice(long)
    assert found.pages == 2
    assert not found.is_enough
    assert [cut.words for cut in found.cuts if cut.kind == "paragraph"] == [WATCH]
    assert found.sentences.endswith("Этого не хватит: сократите и остальной текст.")


def test_what_a_choice_asks_for_is_never_a_cut():
    raw = example_case("secret")
    other = {"secret_kind": "other", "other_secret": "тайне следствия, " * 24 + "тайне суда"}
    raw["fields"] = {**raw["fields"], **other, "can_tell": None}
    raw["body"] = []
    while pages(raw) == 1:
        raw["body"] = [*raw["body"], f"{len(raw['body']) + 1}. {WATCH}"]
    assert {cut.key for cut in advice(raw).cuts} == {"body"}


def test_keys_of_several_questions_carry_their_number():
    common = {key: value for key, value in case().items() if key not in ("answer", "fields", "body")}
    first, second = case(proof=PROOF), example_case("will_be_solved")
    body: list[str] = []

    def raw() -> dict:
        return common | {
            "questions": [
                {"answer": "solved", "fields": first["fields"]},
                {"answer": "will_be_solved", "fields": second["fields"], "body": body},
            ]
        }

    while pages(raw()) == 1 or not body:
        body.append(WATCH.replace("Следить", f"{len(body) + 1} – следить"))
    found = advice(raw())
    assert {cut.key for cut in found.cuts} >= {"questions[2].body"}


# любой .docx


def test_of_a_file_the_longest_paragraphs_are_named():
    made = make_letter(spilling(WATCH, KEYS), today=TODAY)
    found = shortening_of_file(made.docx, made.pages)
    assert (found.pages, found.lines) == (1, advice(spilling(WATCH, KEYS)).lines)
    assert all(cut.kind in ("long", "phrases") and not cut.key for cut in found.cuts)
    assert any("сократите абзац «" in cut.advice for cut in found.cuts)


def test_of_a_short_file_nothing_is_told():
    made = make_letter(case(), today=TODAY)
    assert shortening_of_file(made.docx, made.pages) is None


# слова


@pytest.mark.parametrize(
    ("cut", "advice"),
    [
        (Cut("paragraph", "Дверь закрыта.", 1), "уберите абзац «Дверь закрыта» (−1 строка)"),
        (
            Cut("paragraph", "Компания «Восход» следит за домом и за двором, за крышей и за подвалом.", 3),
            "уберите абзац «Компания „Восход“ следит за домом и за…» (−3 строки)",
        ),
        (Cut("field", "Подтверждение", 5), "не заполняйте «Подтверждение» (−5 строк)"),
        (Cut("long", "Комиссия осмотрела дом.", 21), "сократите абзац «Комиссия осмотрела дом»: в нём 21 строка"),
        (
            Cut("phrases", "", 1, (("в целях", "для"), ("является", "–"))),
            "«в целях» → «для», «является» → «–» (−1 строка)",
        ),
    ],
)
def test_advice_in_words(cut, advice):
    assert cut.advice.replace("\N{NO-BREAK SPACE}", " ") == advice.replace("−", "\N{MINUS SIGN}")


@pytest.mark.parametrize(
    ("lines", "said"), [(1, "на 1 строку"), (4, "на 4 строки"), (11, "на 11 строк"), (21, "на 21 строку")]
)
def test_need_in_words(lines, said):
    need = Shortening(2, lines, (), is_enough=False).need.replace("\N{NO-BREAK SPACE}", " ")
    assert need == f"Чтобы письмо уместилось на двух страницах, сократите его {said}."


def test_wordy_phrases_are_shown_though_paragraphs_save_more():
    paragraphs = [Cut("paragraph", f"Абзац {number}.", 5) for number in range(8)]
    phrase = Cut("phrases", "", 1, (("в целях", "для"),))
    told = worth_telling(1, 3, [phrase, *paragraphs])
    assert told.cuts[-1] == phrase
    assert len(told.cuts) == 5


def test_a_cut_that_saves_nothing_is_no_cut():
    assert worth_telling(1, 2, [Cut("field", "Срок", 0)]).cuts == ()


def test_it_takes_less_than_20_milliseconds():
    made = make_letter(spilling(WATCH, KEYS, KEYS.replace("подвал", "чердак")), today=TODAY)
    shortening(made, today=TODAY)
    best = 1.0
    for _ in range(5):
        started = process_time()
        assert shortening(replace(made), today=TODAY)
        best = min(best, process_time() - started)
    assert best < 0.020
