"""`answer-builder build --pdf`: what lies beside the letter, and what is said when it cannot be made."""

import os
import shutil

import pypdfium2


def pdf_text(path):
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def without_libreoffice(tmp_path):
    """An environment whose PATH has no LibreOffice."""
    (tmp_path / "empty").mkdir()
    return {"PATH": str(tmp_path / "empty")}


def with_program(tmp_path, script):
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    return {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}


def test_a_pdf_lies_beside_the_letter(run, example, tmp_path):
    done = run("build", example("solved"), "--pdf", "-o", "ответ.docx")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "ответ.docx\nответ.pdf\n"
    assert "Уважаемая Мария Петровна!" in pdf_text(tmp_path / "ответ.pdf")
    assert b"<pdfaid:part>2</pdfaid:part>" in (tmp_path / "ответ.pdf").read_bytes()


def test_several_letters_are_converted_in_one_call(run, example, tmp_path):
    real = shutil.which("soffice")
    environment = with_program(tmp_path, f'echo x >> "{tmp_path}/calls"; exec {real} "$@"')
    done = run("build", example("solved"), example("cannot"), "--pdf", "-q", "-o", "письма", env=environment)
    assert done.returncode == 0, done.stderr
    letters = {path.stem for path in (tmp_path / "письма").glob("*.docx")}
    assert letters == {path.stem for path in (tmp_path / "письма").glob("*.pdf")}
    assert len(letters) == 2
    assert (tmp_path / "calls").read_text() == "x\n"


def test_without_libreoffice_the_letter_is_written_and_a_sentence_says_why_there_is_no_pdf(run, example, tmp_path):
    done = run("build", example("solved"), "--pdf", "-q", "-o", "ответ.docx", env=without_libreoffice(tmp_path))
    assert done.returncode == 2
    assert done.stdout == "ответ.docx\n"
    assert "PDF не сделан, письма .docx записаны. На этом компьютере нет LibreOffice." in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "ответ.docx").is_file()
    assert not (tmp_path / "ответ.pdf").exists()


def test_a_libreoffice_that_crashes_is_a_sentence(run, example, tmp_path):
    environment = with_program(tmp_path, "kill -SEGV $$")
    done = run("build", example("solved"), "--pdf", "-q", "-o", "ответ.docx", env=environment)
    assert done.returncode == 2
    assert done.stderr == (
        "ответ.docx: письмо записано, но PDF не сделан: LibreOffice не справился с этим файлом и закрылся.\n"
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bin", "ответ.docx"]


def test_a_pdf_of_an_earlier_letter_is_warned_of(run, example, tmp_path):
    (tmp_path / "ответ.pdf").write_bytes(b"old")
    done = run("build", example("solved"), "--pdf", "-q", "-o", "ответ.docx", env=without_libreoffice(tmp_path))
    assert "Осторожно: ответ.pdf остался от прежнего письма." in done.stderr
    assert (tmp_path / "ответ.pdf").read_bytes() == b"old"


def test_the_output_is_named_docx(run, example, tmp_path):
    done = run("build", example("solved"), "--pdf", "-o", "ответ.pdf")
    assert done.returncode == 2
    assert "укажите файл .docx. С --pdf файл .pdf ляжет рядом с ним" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_refused_case_starts_no_libreoffice(run, tmp_path):
    environment = with_program(tmp_path, f'echo x >> "{tmp_path}/calls"')
    done = run("build", "-", "--pdf", text='answer = "solved"\n', env=environment)
    assert done.returncode == 1
    assert not (tmp_path / "calls").exists()


def test_doctor_tells_the_version(run, tmp_path):
    assert "версия 9.9.1" in " ".join(
        run("doctor", env=with_program(tmp_path, 'echo "LibreOffice 9.9.1.2 60(Build:2)"')).stdout.split()
    )
    assert "не найден: PDF не сделать" in " ".join(run("doctor", env=without_libreoffice(tmp_path)).stdout.split())
