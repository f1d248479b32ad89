"""Comments in the margin of a .docx silence the remarks on the words they are attached to."""

import io
import re
import zipfile

import docx
import pytest

from answer_builder.lint import check, read_comments, read_text

EVASION = "Двор уберут в ближайшее время"


def saved(word):
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def findings(content):
    text = read_text(content, ".docx")
    return check(text, silencing=read_comments(content, ".docx", text))


def complaints(content):
    text = read_text(content, ".docx")
    silencing = read_comments(content, ".docx", text)
    return silencing.complaints(check(text, silencing=silencing), text)


@pytest.fixture
def letter():
    """A .docx of paragraphs, each a list of runs; the comment stands at the runs whose text is in `at`."""

    def make(paragraphs, comment, at, author="Сидорова А. И."):
        word = docx.Document()
        marked = []
        for runs in paragraphs:
            paragraph = word.add_paragraph()
            for text in runs:
                run = paragraph.add_run(text)
                if text in at:
                    marked.append(run)
        word.add_comment([marked[0], marked[-1]], text=comment, author=author, initials="СА")
        return saved(word)

    return make


def rewritten(content, edit):
    """The same file with `edit` done to the XML of its body."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"].decode()
    edited = edit(body)
    assert edited != body
    parts["word/document.xml"] = edited.encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


@pytest.mark.parametrize(
    "comment",
    ["answer-builder: ignore evasion.vague_term – слова суда", "Проверка: не замечать evasion – слова суда"],
)
@pytest.mark.parametrize("at", [("в ближайшее время",), ("Двор уберут ", "."), ("ближайшее время",)])
def test_comment_silences_what_overlaps_its_words(letter, comment, at):
    runs = ["Двор уберут ", *(["в ", *at] if at == ("ближайшее время",) else ["в ближайшее время"]), "."]
    (finding,) = findings(letter([["Суд решил дело 5 мая."], runs], comment, at))
    assert finding.suppressed
    why = finding.suppressed_by
    assert (why.by, why.reason, why.author) == ("comment", "слова суда", "Сидорова А. И.")


def test_same_words_elsewhere_are_found(letter):
    twice = [
        ["Двор уберут ", "в ближайшее время", "."],
        ["Крышу починят ", "в ближайшем времени", " и в ближайшее время."],
    ]
    found = findings(letter(twice, "answer-builder: ignore evasion – слова суда", ("в ближайшее время",)))
    assert (found[0].paragraph, found[0].suppressed) == (0, True)
    assert not any(finding.suppressed for finding in found if finding.paragraph == 1)
    assert any(finding.paragraph == 1 for finding in found)


def test_comment_over_several_paragraphs_and_on_the_whole_file(letter):
    paragraphs = [[EVASION, "."], ["Крышу починят в ближайшее время."], ["Окна вымоют в ближайшее время."]]
    comment = "answer-builder: ignore evasion – слова суда"
    found = findings(letter(paragraphs, comment, (EVASION, "Крышу починят в ближайшее время.")))
    assert [finding.suppressed for finding in found] == [True, True, False]
    found = findings(letter(paragraphs, comment.replace("ignore", "ignore-file"), (".",)))
    assert [finding.suppressed for finding in found] == [True, True, True]


def test_comment_at_a_point_is_about_its_paragraph(letter):
    content = letter(
        [[EVASION, "."], ["Крышу починят в ближайшее время."]], "answer-builder: ignore evasion – слова суда", (".",)
    )
    pointed = rewritten(content, lambda body: re.sub(r"<w:commentRange(Start|End)[^>]*/>", "", body))
    assert [finding.suppressed for finding in findings(pointed)] == [True, False]


def test_range_marked_between_paragraphs_is_read(letter):
    content = letter(
        [["Снег вывезен."], [EVASION], ["Крышу починят в ближайшее время."]],
        "answer-builder: ignore evasion – слова суда",
        (EVASION,),
    )

    def lift(body):
        start, end = (re.search(rf"<w:commentRange{mark}[^>]*/>", body)[0] for mark in ("Start", "End"))
        body = body.replace(start, "").replace(end, "")
        first = body.index("<w:p>", body.index("вывезен"))
        body = body[:first] + start + body[first:]
        last = body.index("</w:p>", first) + len("</w:p>")
        return body[:last] + end + body[last:]

    assert [finding.suppressed for finding in findings(rewritten(content, lift))] == [True, False]


@pytest.mark.parametrize(
    "comment", ["Проверка: уточните дату", "Кто отвечает?", "см. answer-builder: ignore evasion – п"]
)
def test_other_comments_are_nobody_elses_business(letter, comment):
    content = letter([[EVASION, "."]], comment, (EVASION,))
    assert [finding.suppressed for finding in findings(content)] == [False]
    assert complaints(content) == ()


def test_faulty_or_idle_comment_is_told_by_its_words(letter):
    said = complaints(letter([["Снег вывезен ", "5 мая", "."]], "answer-builder: ignore evasion – п", ("5 мая",)))
    assert said == ("Примечание к словам «5 мая»: по evasion здесь замечаний нет, эту просьбу можно убрать.",)
    said = complaints(letter([[EVASION, "."]], "проверка: не замечать evasion", (EVASION,)))
    assert said == (f"Примечание к словам «{EVASION}»: почему не замечать evasion? Допишите причину после тире.",)


def test_text_of_comments_is_not_checked(letter):
    assert findings(letter([["Снег вывезен 5 мая."]], "Завление рассмотренно", ("Снег вывезен 5 мая.",))) == ()


def test_file_without_comments_silences_nothing():
    word = docx.Document()
    word.add_paragraph(f"{EVASION}. <!-- answer-builder: ignore evasion – п -->")
    assert "evasion.vague_term" in [finding.rule for finding in findings(saved(word)) if not finding.suppressed]
