"""The command `names`: lines in, answers out, in the form of the contract."""

import json

import pytest
from click.testing import CliRunner

from answer_builder.cli import main
from answer_builder.cli.names import command

KEYS = [
    "input",
    "status",
    "reason",
    "gender",
    "evidence",
    "greeting",
    "dative_full",
    "genitive_full",
    "accusative_full",
    "instrumental_full",
    "addressee_dative",
    "persons",
]


def run(*arguments, text=""):
    return CliRunner().invoke(command, arguments, input=text.encode("utf-8") if isinstance(text, str) else text)


def test_json_gives_one_object_a_line_in_order_even_for_empty_lines():
    done = run("-", "--format", "json", text="Громова Вера Степановна\n\nПинчук Саша\n")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 0
    assert [list(answer) for answer in answers] == [KEYS] * 3
    assert [answer["status"] for answer in answers] == ["ok", "ask", "ask"]
    assert answers[0]["persons"] == [{"surname": "Громова", "name": "Вера", "patronymic": "Степановна", "gender": "f"}]
    assert answers[1]["input"] == ""


def test_a_file_with_a_byte_order_mark_is_read(tmp_path):
    path = tmp_path / "имена.txt"
    path.write_bytes(b"\xef\xbb\xbf" + "Громов Степан Ильич\r\nГромова Вера Львовна".encode())
    done = run(str(path), "--format", "json")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["greeting"] for answer in answers] == ["Уважаемый Степан Ильич!", "Уважаемая Вера Львовна!"]
    assert answers[0]["input"] == "Громов Степан Ильич"


def test_tsv_has_a_heading_and_a_line_for_each_name():
    done = run("--format", "tsv", text="Громова Вера Степановна\nПинчук Саша\n")
    heading, first, second = (line.split("\t") for line in done.stdout.splitlines())
    assert heading == KEYS[:-1]
    assert first[heading.index("dative_full")] == "Громовой Вере Степановне"
    assert second[heading.index("status")] == "ask"


def test_the_table_for_people_shows_greetings_and_questions():
    done = run(text="Громова Вера Степановна\nПинчук Саша\n")
    assert "Уважаемая Вера Степановна!" in " ".join(done.stdout.split())
    assert "Спросить" in done.stdout
    assert "\x1b[" not in done.stdout


def test_explain_tells_the_steps_of_each_line():
    done = run("--explain", text="Кравец Олег Ильич\nПинчук Саша\n")
    first, second = done.stdout.strip().split("\n\n")
    assert done.exit_code == 0
    assert first.startswith("запись: «Кравец Олег Ильич»")
    assert "ответ: Уважаемый Олег Ильич!" in first
    assert "спросить: непонятно, мужчина это или женщина" in second


def test_explain_is_for_people_and_refuses_other_forms():
    done = run("--explain", "--format", "json", text="Громов Олег\n")
    assert done.exit_code == 2
    assert "--explain" in done.stderr


def test_a_stated_gender_decides_doubtful_names():
    done = run("--gender", "f", "--format", "json", text="Пинчук Саша\n")
    assert json.loads(done.stdout)["greeting"] == "Уважаемая Саша!"


def test_a_file_from_windows_is_read(tmp_path, capsys):
    path = tmp_path / "имена.txt"
    path.write_bytes("Громов Олег Ильич\n".encode("cp1251"))
    with pytest.raises(SystemExit) as ended:
        main(["names", str(path), "--format", "json"])
    assert ended.value.code == 0
    assert json.loads(capsys.readouterr().out)["greeting"] == "Уважаемый Олег Ильич!"


DAMAGED = "Громова Анна Ильинична\n".encode()[:-2] + b"\n"


@pytest.mark.parametrize("content", [None, DAMAGED], ids=["нет файла", "повреждён"])
def test_an_unreadable_file_is_a_sentence_and_exit_code_two(tmp_path, content, capsys):
    path = tmp_path / "имена.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SystemExit) as ended:
        main(["names", str(path)])
    said = capsys.readouterr()
    assert ended.value.code == 2
    assert "имена.txt" in said.err
    assert said.out == ""
    assert any(reason in said.err for reason in ("такого файла нет", "UTF-8 повреждён"))
