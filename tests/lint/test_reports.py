"""Three reports of the same findings: for people, for editors, for programs."""

import json
from dataclasses import replace

from answer_builder import __version__
from answer_builder.lint import check
from answer_builder.lint.reports import json as json_report
from answer_builder.lint.reports import line as line_report
from answer_builder.lint.reports import text as text_report
from answer_builder.lint.reports.checked import Checked, Report
from answer_builder.model import Finding

TEXT = "Ответ готов.\nВаше завление передали в ОСЗН. Ждите."
REPORT = Report([Checked("письмо.docx", TEXT, check(TEXT), 1), Checked("чисто.txt", "Да.", ())], {"rules": "свои"})


def test_json_keeps_the_contract() -> None:
    contents = json.loads(json_report.render(REPORT))
    assert (contents["tool"], contents["version"]) == ("answer-builder", __version__)
    assert contents["engines"] == {"rules": "свои"}
    letter, clean = contents["files"]
    assert (letter["path"], letter["pages"], letter["text"]) == ("письмо.docx", 1, TEXT)
    assert (clean["pages"], clean["findings"]) == (None, [])
    first = letter["findings"][0]
    assert set(first) == {
        *("rule", "category", "level", "message", "why", "basis", "start", "end", "match", "replacements"),
        *("paragraph", "fingerprint", "suppressed", "suppressed_by"),
    }
    assert TEXT[first["start"] : first["end"]] == first["match"] == "завление"
    assert first["replacements"][0] == "заявление"


def test_line_gives_path_paragraph_and_column_from_one() -> None:
    lines = line_report.render(REPORT).splitlines()
    assert lines[0].startswith("письмо.docx:2:6: error: ")
    assert lines[0].endswith("[spelling.unknown_word]")
    assert len(lines) == 2


def test_text_shows_sentence_reason_clause_and_summary() -> None:
    report = text_report.render(REPORT)
    assert "Ваше ›завление‹ передали в ОСЗН." in report
    assert "Ответ готов" not in report
    assert "пункт 3.3 Порядка министерства" in report
    assert "(001)" not in report
    assert "чисто.txt – замечаний нет" in report
    assert report.endswith("Проверено: 2 файла. 1 ошибка, 1 предупреждение.\n")
    assert "\x1b[" not in report


def test_text_is_coloured_only_when_asked() -> None:
    assert "\x1b[" in text_report.render(REPORT, is_coloured=True)


def test_long_sentence_is_shortened_around_the_words() -> None:
    text = "слово, дело, " * 100 + "завление, " + "слово, дело, " * 100
    report = text_report.render(
        Report([Checked("a.txt", text, tuple(f for f in check(text) if f.category == "spelling"))], {})
    )
    assert "›завление‹" in report
    assert len(report) < 1000


def test_many_findings_are_cut_to_the_strictest_and_the_rest_is_counted() -> None:
    text = "Двор уберут в ближайшее время.\n" * 60 + "Завление передано."
    findings = check(text)
    report = text_report.render(Report([Checked("a.txt", text, findings)], {}), most=20)
    assert report.count("[evasion.") == 19
    assert "›Завление‹" in report
    assert f"… и ещё {len(findings) - 20} замечание. Показать все: --all" in report
    assert text_report.render(Report([Checked("a.txt", text, findings)], {})).count("[evasion.") == 60


def test_report_says_as_which_answer_a_file_was_checked() -> None:
    report = text_report.render(Report([Checked("a.docx", "Да.", (), 1, ("Вопрос уже решён",))], {}))
    assert "a.docx (1 стр., «Вопрос уже решён») – замечаний нет" in report


def test_text_names_a_replacement_that_the_message_leaves_out() -> None:
    told = Finding("a.b", "grammar", "warning", "Пропущена запятая.", "Почему", "", 0, 5, "Ответ", ("Ответ,",))
    report = text_report.render(Report([Checked("a.txt", "Ответ готов.", (told,))], {}))
    assert "Пропущена запятая. Лучше: «Ответ,»." in report
    said = replace(told, message="Лучше: «Ответ,».")
    assert text_report.render(Report([Checked("a.txt", "Ответ готов.", (said,))], {})).count("Лучше") == 1


def test_text_of_a_remark_about_the_whole_letter_shows_no_sentence() -> None:
    whole = Finding("length.pages", "length", "warning", "Страниц: 3.", "Почему", "", 0, 0, "")
    lines = text_report.render(Report([Checked("a.txt", "Ответ готов.", (whole,))], {})).splitlines()
    heading = lines.index("  всё письмо, предупреждение: объём  [length.pages]")
    assert lines[heading + 1] == "    Страниц: 3."


def test_text_marks_each_of_two_findings_in_one_sentence_with_wide_signs() -> None:
    text = "漢字 😀 вапрос и завление."
    report = text_report.render(Report([Checked("a.txt", text, check(text))], {}), width=40)
    assert "漢字 😀 ›вапрос‹ и завление." in report
    assert "漢字 😀 вапрос и ›завление‹." in report


def test_text_ends_a_file_with_how_easy_it_is_to_read() -> None:
    text = "Дом стоит у реки. Мы были там летом. Вода была тёплой."
    report = text_report.render(Report([Checked("a.txt", text, ())], {}))
    assert "Читать легко: поймёт тот, кто учился 1 год." in report
    assert "Самое длинное предложение, 4 слова: Дом стоит у реки." in report
    assert "Читать" not in text_report.render(Report([Checked("a.txt", "Дом стоит у реки.", ())], {}))


def test_json_tells_how_easy_a_file_is_to_read() -> None:
    letter, clean = json.loads(json_report.render(REPORT))["files"]
    assert letter["readability"]["sentences"] == 1
    assert letter["readability"]["ease"] in ("легко", "средне", "трудно")
    assert clean["readability"] is None


def test_replacements_are_named_as_a_reader_sees_them() -> None:
    messages = [finding.message for finding in check('Ремонт  школы «Луч» закончат на улице "Радуга" 5 мая.')]
    assert messages == ["Здесь лишний пробел.", "Здесь нужны «ёлочки», а внутри них – „лапки“. Лучше: «Радуга»."]
