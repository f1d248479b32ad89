"""`init` makes a folder that works at once; what stands in it is seen in every door."""

import json
import shutil

import pytest
from docx import Document

from answer_builder import whole_file
from answer_builder.cli import main

MADE = [
    "letter_templates/my_authority/authority.toml",
    "letter_templates/my_authority/letterhead_corner.docx",
    "rules/abbreviation/body_names.toml",
    "typical_answers/notices/joint_inspection.toml",
    "ЧТО-ЗДЕСЬ.md",
]
CASE = {
    "answer": "joint_inspection",
    "authority": "my_authority",
    "date": "2026-11-20",
    "incoming": {"number": "5-1/26", "registered": "2026-11-02", "channel": "post"},
    "addressee": {"name": "Ковальчук Мария Петровна", "post_address": ["ул. Садовая, д. 5", "693000"]},
    "executor": {"name": "Сидорова Анна Игоревна", "phone": "8 (4200) 00-00-18"},
    "fields": {
        "subject": "ремонта подъезда",
        "visit_date": "2026-12-01",
        "visit_time": "10:30",
        "place": "ул. Садовая, д. 5",
    },
}


def files_in(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def words_of(letter):
    document = Document(letter)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*cells, *(paragraph.text for paragraph in document.paragraphs)])
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def made(run, tmp_path, monkeypatch):
    """A folder as `init` leaves it, in force."""
    home = tmp_path / "своё"
    assert run("init", home).returncode == 0
    monkeypatch.setenv("ANSWER_BUILDER_CONTENT", str(home))
    return home


class TestMaking:
    def test_it_prints_what_it_made_and_what_to_do_next(self, run, tmp_path):
        done = run("init", "своё")
        assert done.returncode == 0
        assert files_in(tmp_path / "своё") == MADE
        assert done.stdout.splitlines() == [f"своё/{name}" for name in MADE]
        assert f"ANSWER_BUILDER_CONTENT={tmp_path / 'своё'}" in done.stderr

    def test_an_empty_folder_is_filled_and_folders_above_are_made(self, run, tmp_path):
        (tmp_path / "пусто").mkdir()
        assert run("init", "пусто").returncode == 0
        assert run("init", "а/б/в").returncode == 0
        assert files_in(tmp_path / "пусто") == files_in(tmp_path / "а/б/в") == MADE

    def test_the_variable_may_already_name_the_folder_to_be_made(self, run, tmp_path):
        done = run("init", "своё", env={"ANSWER_BUILDER_CONTENT": str(tmp_path / "своё")})
        assert done.returncode == 0, done.stderr

    @pytest.mark.parametrize("content", ["файл", ".скрытый"])
    def test_a_folder_with_something_in_it_is_left_alone(self, run, tmp_path, content):
        (tmp_path / "своё").mkdir()
        (tmp_path / "своё" / content).write_text("моё", encoding="utf-8")
        done = run("init", "своё")
        assert (done.returncode, done.stdout) == (2, "")
        assert "своё: в этой папке уже что-то есть" in done.stderr
        assert files_in(tmp_path / "своё") == [content]

    def test_a_file_in_its_place_is_left_alone(self, run, tmp_path):
        (tmp_path / "своё").write_text("моё", encoding="utf-8")
        done = run("init", "своё")
        assert done.returncode == 2
        assert "своё: это файл, а не папка" in done.stderr
        assert run("init", "своё/глубже").returncode == 2
        assert (tmp_path / "своё").read_text(encoding="utf-8") == "моё"

    @pytest.mark.parametrize("is_there", [True, False], ids=["пустая папка", "папки нет"])
    def test_all_or_nothing(self, tmp_path, monkeypatch, is_there):
        """The disk is full at the fourth file."""
        folder = tmp_path / "выше" / "своё"
        if is_there:
            folder.mkdir(parents=True)
        write, written = whole_file.write_whole, []

        def fail(path, content):
            if len(written) == 3:
                raise whole_file.CannotRun(f"Не удалось записать {path}: на диске не хватает места")
            written.append(path)
            write(path, content)

        monkeypatch.setattr(whole_file, "write_whole", fail)
        with pytest.raises(SystemExit) as ended:
            main(["init", str(folder)])
        assert ended.value.code == 2
        assert len(written) == 3
        assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
        assert folder.exists() == is_there
        assert folder.parent.exists() == is_there


class TestInForce:
    def test_list_shows_where_everything_comes_from(self, run, made):
        for what, key, name, place in (
            ("answers", "slug", "joint_inspection", "typical_answers/notices/joint_inspection.toml"),
            ("notices", "slug", "joint_inspection", "typical_answers/notices/joint_inspection.toml"),
            ("authorities", "slug", "my_authority", "letter_templates/my_authority"),
            ("rules", "id", "abbreviation.body_names", "rules/abbreviation/body_names.toml"),
        ):
            entries = json.loads(run("list", what, "--format", "json").stdout)
            own = {entry[key]: entry["origin"] for entry in entries if entry["origin"] != "поставка"}
            assert own == {name: str(made / place)}
            shown = run("list", what).stdout
            assert f"{name} – {made / place}" in shown
            assert "поставка" in shown

    def test_explain_says_where_it_comes_from(self, run, made):
        assert f"Откуда: {made}" in run("explain", "joint_inspection").stdout
        assert f"Откуда: {made}" in run("explain", "abbreviation.body_names").stdout
        assert "Откуда: поставка" in run("explain", "solved").stdout

    def test_a_letter_of_the_own_answer_on_the_own_letterhead(self, run, made, tmp_path):
        done = run("build", "-", "-o", "letter.docx", "--fail-level", "info", text=json.dumps(CASE))
        assert done.returncode == 0, done.stderr
        said = words_of(tmp_path / "letter.docx")
        for words in (
            "АДМИНИСТРАЦИЯ ГОРОДА ЗАРЕЧИНСКА",
            "Уважаемая Мария Петровна!",
            "поступившее в администрацию города Заречинска",
            "Ждём Вас 1 декабря 2026 г. в 10:30: ул. Садовая, д. 5.",
            "Полянский",
        ):
            assert words in said
        assert "С собой возьмите" not in said

    def test_the_own_letterhead_is_the_one_that_is_printed(self, run, made, tmp_path):
        path = made / "letter_templates/my_authority/letterhead_corner.docx"
        letterhead = Document(path)
        letterhead.sections[0].footer.paragraphs[0].text = "Город у реки"
        letterhead.save(path)
        assert run("build", "-", "-o", "letter.docx", text=json.dumps(CASE)).returncode == 0
        assert Document(tmp_path / "letter.docx").sections[0].footer.paragraphs[0].text == "Город у реки"

    def test_check_finds_by_the_own_rule_and_not_by_one_switched_off(self, run, made):
        text = "Ответ готовит горадминистрация."
        found = json.loads(run("check", "-", "--format", "json", text=text).stdout)["files"][0]["findings"]
        assert [finding["rule"] for finding in found] == ["abbreviation.body_names"]
        rule = made / "rules/evasion/workload.toml"
        rule.parent.mkdir()
        rule.write_text('off = true\nreason = "Нам можно"\n', encoding="utf-8")
        text = "В связи с большим объёмом обращений ответим 5 мая 2026 г."
        assert json.loads(run("check", "-", "--format", "json", text=text).stdout)["files"][0]["findings"] == []
        assert f"evasion.workload – Нам можно ({rule})" in run("list", "rules").stdout
        assert f"выключено: Нам можно ({rule})" in run("explain", "evasion.workload").stdout

    def test_a_table_of_own_answers(self, run, made, tmp_path):
        rows = [
            "ФИО;Адрес;Входящий номер;Дата регистрации;День осмотра;Время осмотра;Где встречаемся;Вопрос обращения",
            "Ковальчук Мария Петровна;ул. Садовая, д. 5;5-1/26;02.11.2026;01.12.2026;10:30;у входа;ремонта подъезда",
        ]
        (tmp_path / "table.csv").write_text("\n".join(rows), encoding="utf-8")
        common = {"answer": CASE["answer"], "incoming": {"channel": "post"}, "executor": CASE["executor"]}
        (tmp_path / "common.json").write_text(json.dumps(common), encoding="utf-8")
        done = run(
            "batch",
            "table.csv",
            "--common",
            "common.json",
            "-o",
            "out",
            env={"ANSWER_BUILDER_AUTHORITY": "my_authority"},
        )
        assert done.returncode == 0, done.stderr
        (letter,) = (tmp_path / "out").glob("*.docx")
        assert "Ждём Вас 1 декабря 2026 г. в 10:30: у входа." in words_of(letter)
        assert "АДМИНИСТРАЦИЯ ГОРОДА ЗАРЕЧИНСКА" in words_of(letter)

    def test_only_what_changes_in_a_shipped_body(self, run, made, example, tmp_path):
        body = made / "letter_templates/sakhalin_minstroy"
        body.mkdir()
        change = '[requisites]\nphone = "(4242) 11-11-11"\n[signatories.minister]\nname = "Гуров Павел Ильич"\n'
        (body / "authority.toml").write_text(change, encoding="utf-8")
        assert run("build", example("solved"), "-o", "letter.docx").returncode == 0
        said = words_of(tmp_path / "letter.docx")
        assert "(4242) 11-11-11" in said
        assert "Гуров" in said
        assert "МИНИСТЕРСТВО СТРОИТЕЛЬСТВА САХАЛИНСКОЙ ОБЛАСТИ" in said


class TestDoctor:
    def test_own_content_in_order(self, run, made):
        done = run("doctor", env={"COLUMNS": "250"})
        assert done.returncode == 0, done.stderr
        assert f"{made}: ответов – 1, органов – 1, правил – 1, выключено правил – 0" in done.stdout

    def test_without_own_content(self, run):
        done = run("doctor", env={"COLUMNS": "250"})
        assert done.returncode == 0
        assert "ANSWER_BUILDER_CONTENT не задана" in done.stdout

    def test_content_that_does_not_work_is_told_sentence_by_sentence(self, run, made):
        answer = made / "typical_answers/notices/joint_inspection.toml"
        answer.write_text(answer.read_text("utf-8").replace("Ждём Вас 1 декабря", "Ждём Вас 2 декабря"), "utf-8")
        rule = made / "rules/abbreviation/body_names.toml"
        rule.write_text(rule.read_text("utf-8").replace('"горсовет" = "городской совет"', ""), "utf-8")
        body = made / "letter_templates/my_authority/letterhead_corner.docx"
        Document().save(body)
        done = run("doctor")
        assert done.returncode == 2
        assert f"{answer}: письмо по примеру «женщина»: в письме нет слов «Ждём Вас 2 декабря" in done.stderr
        assert (
            f"{rule}: в примере «Вопрос рассмотрят в горсовете 5 мая.» правило находит 0 мест, а должно – «горсовете»"
            in done.stderr
        )
        assert f"{body}: " in done.stderr
        assert "Морфологический словарь" in done.stdout

    def test_questions_that_lead_nowhere_are_told(self, run, made):
        (made / "typical_answers/choose.toml").write_text('begins = "nowhere"\n', encoding="utf-8")
        done = run("doctor")
        assert done.returncode == 2
        assert done.stderr.startswith(f"{made}/typical_answers/choose.toml, строка 1, поле «begins»")
        assert run("serve", timeout=60).stderr == done.stderr

    def test_content_that_cannot_be_read_is_told_in_the_table_too(self, run, made):
        (made / "typical_answers/shared.toml").write_text("[phrases\n", encoding="utf-8")
        done = run("doctor")
        assert done.returncode == 2
        assert "не читаются" in done.stdout
        assert done.stderr.startswith(f"{made}/typical_answers/shared.toml, строка 1: ")


class TestPastReview:
    @pytest.fixture
    def late(self, made):
        path = made / "typical_answers/notices/joint_inspection.toml"
        path.write_text(path.read_text("utf-8").replace("2027-06-01", "2025-06-01"), "utf-8")

    def test_list_doctor_and_build_remind(self, run, late):
        assert "пора сверить с законом" in " ".join(run("list", "notices", env={"COLUMNS": "250"}).stdout.split())
        assert "пора сверить с законом: joint_inspection" in run("doctor", env={"COLUMNS": "250"}).stdout
        done = run("build", "-", "-o", "letter.docx", "--fail-level", "info", text=json.dumps(CASE))
        assert done.returncode == 0
        reminder = "Ответ «Приглашение на осмотр» пора сверить с законом: это надо было сделать до 01.06.2025."
        assert reminder in done.stderr

    def test_before_that_day_nobody_is_reminded(self, run, made):
        done = run("build", "-", "-o", "letter.docx", text=json.dumps(CASE))
        assert "сверить" not in done.stderr


DOORS = [
    ("build", "-", "-o", "x.docx"),
    ("build", "-", "-", "-"),
    ("batch", "table.csv", "-o", "out"),
    ("serve", "--port", "8765"),
    ("list",),
    ("list", "authorities"),
    ("doctor",),
]


@pytest.mark.parametrize("door", DOORS, ids=" ".join)
class TestBrokenInstallation:
    def test_an_unknown_own_body_is_a_sentence(self, run, door):
        if door == ("list",):
            door = ("list", "authorities")
        done = run(*door, text=json.dumps(CASE), env={"ANSWER_BUILDER_AUTHORITY": "minstroj"}, timeout=60)
        assert done.returncode == 2
        said = "ANSWER_BUILDER_AUTHORITY: органа «minstroj» нет; есть sakhalin_minstroy"
        assert done.stderr.count(said) == 1
        assert "Traceback" not in done.stderr

    def test_a_broken_own_folder_is_a_sentence(self, run, door, made):
        shutil.rmtree(made / "rules")
        (made / "rules").write_text("", encoding="utf-8")
        done = run(*door, text=json.dumps(CASE), timeout=60)
        assert done.returncode == 2
        assert done.stderr.count(f"{made}/rules: это файл, а нужна папка") == 1
        assert "Traceback" not in done.stderr
