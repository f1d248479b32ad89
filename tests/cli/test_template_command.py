"""`template check`, `template sample`, `template fields`, and own letterheads refused in the same words."""

import io
import json
import re
from pathlib import Path

import pytest
from docx import Document

from answer_builder import authorities
from answer_builder.letter.placeholders import placeholders

GUIDE = Path(__file__).parents[2] / "docs" / "own_letterhead.md"


@pytest.fixture
def sound(tmp_path):
    path = tmp_path / "бланк.docx"
    path.write_bytes(authorities.shipped_letterhead())
    return path


@pytest.fixture
def wrong(tmp_path):
    word = Document(io.BytesIO(authorities.shipped_letterhead()))
    word.add_paragraph("{{ adressee }}")
    word.sections[0].left_margin = 900_000 - 360_000
    path = tmp_path / "бланк.docx"
    word.save(path)
    return path


class TestCheck:
    def test_a_fit_letterhead(self, run, sound):
        done = run("template", "check", sound)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith(f"{sound}: бланк годится, замечаний нет.")
        assert "template sample" in done.stdout

    def test_each_remark_has_its_place_remedy_and_norm(self, run, wrong):
        done = run("template", "check", wrong)
        assert done.returncode == 1
        assert (
            "ошибка: неизвестное поле «adressee» (возможно, вы имели в виду «addressee»)\n"
            "  где: основной текст, абзац 28: «{{ adressee }}»\n"
            "  что сделать: напишите {{ addressee }}\n"
        ) in done.stdout
        assert "предупреждение: левое поле 15 мм, а нужно не меньше 20 мм" in done.stdout
        assert "норма: ГОСТ Р 7.0.97, раздел 3" in done.stdout
        assert "бланк не годится" in done.stdout

    def test_json(self, run, wrong):
        done = run("template", "check", wrong, "--format", "json")
        report = json.loads(done.stdout)
        assert (done.returncode, report["fits"], report["path"]) == (1, False, str(wrong))
        first = report["remarks"][0]
        assert first == {
            "kind": "unknown_placeholder",
            "level": "error",
            "message": "неизвестное поле «adressee» (возможно, вы имели в виду «addressee»)",
            "remedy": "Напишите {{ addressee }}",
            "place": "основной текст, абзац 28",
            "words": "{{ adressee }}",
            "basis": "",
        }
        assert [remark["level"] for remark in report["remarks"]] == ["error", "warning"]

    @pytest.mark.parametrize(("level", "code"), [("error", 1), ("warning", 1), ("never", 0)])
    def test_the_exit_code_follows_the_level(self, run, wrong, level, code):
        assert run("template", "check", wrong, "--fail-level", level).returncode == code

    def test_a_warning_alone_fails_only_when_asked(self, run, sound):
        word = Document(sound)
        word.sections[0].left_margin = 540_000
        word.save(sound)
        assert run("template", "check", sound).returncode == 0
        assert run("template", "check", sound, "--fail-level", "warning").returncode == 1

    def test_a_copy_with_comments(self, run, wrong, tmp_path):
        done = run("template", "check", wrong, "-o", "копия.docx")
        assert done.returncode == 1
        assert "Копия с примечаниями: копия.docx" in done.stderr
        assert [comment.author for comment in Document(tmp_path / "копия.docx").comments] == ["Проверка бланка"] * 2

    def test_the_letterhead_itself_is_not_written_over(self, run, wrong):
        before = wrong.read_bytes()
        done = run("template", "check", wrong, "-o", wrong)
        assert done.returncode == 2
        assert "это сам бланк" in done.stderr
        assert wrong.read_bytes() == before

    def test_nor_by_the_sample(self, run, sound):
        before = sound.read_bytes()
        done = run("template", "sample", sound, "-o", sound)
        assert (done.returncode, done.stdout) == (2, "")
        assert "это сам бланк; для письма дайте другое имя" in done.stderr
        assert sound.read_bytes() == before

    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("нет.docx", None, "такого файла нет"),
            ("пусто.docx", b"", "пусто.docx – не документ Word"),
            ("старый.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "старый документ Word"),
        ],
    )
    def test_what_cannot_be_read_is_a_sentence(self, run, tmp_path, name, content, words):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        done = run("template", "check", name, "-o", "копия.docx")
        assert (done.returncode, done.stdout) == (2, "")
        assert words in done.stderr
        assert "Traceback" not in done.stderr
        assert not (tmp_path / "копия.docx").exists()

    def test_an_unknown_body_is_named_with_a_guess(self, run, sound):
        done = run("template", "check", sound, "--authority", "sakhalin_minstoy")
        assert done.returncode == 2
        assert "Возможно, вы имели в виду «sakhalin_minstroy»?" in done.stderr


class TestSample:
    def test_a_letter_on_the_letterhead(self, run, sound, tmp_path):
        done = run("template", "sample", sound, "-o", "письмо.docx")
        assert (done.returncode, done.stdout) == (0, "письмо.docx\n")
        words = "\n".join(paragraph.text for paragraph in Document(tmp_path / "письмо.docx").paragraphs)
        assert "Уважаемая Мария Петровна!" in words
        assert "{{" not in words

    def test_of_an_unfit_letterhead_there_is_none(self, run, wrong, tmp_path):
        done = run("template", "sample", wrong, "-o", "письмо.docx")
        assert done.returncode == 1
        assert "неизвестное поле «adressee»" in done.stderr
        assert not (tmp_path / "письмо.docx").exists()


class TestOwnLetterheads:
    @pytest.fixture
    def made(self, run, tmp_path, monkeypatch):
        assert run("init", "своё").returncode == 0
        monkeypatch.setenv("ANSWER_BUILDER_CONTENT", str(tmp_path / "своё"))
        return tmp_path / "своё/letter_templates/my_authority/letterhead_corner.docx"

    @pytest.mark.parametrize(
        "door", [("build", "-"), ("batch", "t.csv", "-o", "out"), ("serve", "--port", "8765"), ("doctor",)]
    )
    def test_an_unfit_one_stops_every_door_in_the_words_of_the_check(self, run, made, wrong, door):
        made.write_bytes(wrong.read_bytes())
        done = run(*door, text="", timeout=60)
        assert done.returncode == 2
        assert (
            f"{made}: бланк не годится: основной текст, абзац 28: «{{{{ adressee }}}}»: неизвестное поле" in done.stderr
        )
        assert f"answer-builder template check {made} --authority my_authority" in done.stderr
        assert "Traceback" not in done.stderr

    def test_the_check_itself_still_runs(self, run, made, wrong):
        made.write_bytes(wrong.read_bytes())
        assert run("template", "check", made, "--authority", "my_authority").returncode == 1


def test_the_fields_and_the_guide_show_the_same_placeholders(run):
    shown = run("template", "fields").stdout
    rows = [
        f"| `{{{{ {placeholder.name} }}}}` | {placeholder.title} | {placeholder.example} |"
        for placeholder in placeholders().values()
        if not placeholder.is_internal
    ]
    table = re.search(r"<!-- таблица.*?-->\n(.*?)<!-- конец", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert table
    assert table[1].splitlines()[2:] == rows
    for name, placeholder in placeholders().items():
        assert (f"{{{{ {name} }}}}" in shown) != placeholder.is_internal


def test_the_letterhead_shown_in_the_guide_is_fit(run, tmp_path):
    """Typed line by line as the guide shows it, on an A4 page."""
    text = GUIDE.read_text(encoding="utf-8")
    (drawing,) = [block for block in re.findall(r"```\n(.*?)```", text, re.DOTALL) if "{{ restriction }}" in block]
    word = Document(io.BytesIO(authorities.shipped_letterhead()))
    for element in list(word.element.body)[:-1]:
        word.element.body.remove(element)
    for line in drawing.splitlines():
        parts = re.split(r"(?<=\S) {4,}", line.strip())
        if len(parts) == 2 and "signatory" not in line:  # side by side in a table
            cells = word.add_table(1, 2).rows[0].cells
            cells[0].paragraphs[0].text, cells[1].paragraphs[0].text = parts
        else:
            word.add_paragraph("\t".join(parts))
    word.save(tmp_path / "бланк.docx")
    done = run("template", "check", "бланк.docx")
    assert done.returncode == 0, done.stdout
    assert run("template", "sample", "бланк.docx", "-o", "письмо.docx").returncode == 0
