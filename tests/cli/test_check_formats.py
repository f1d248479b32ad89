"""`check --format …` from the command, every report read by a parser of its own kind."""

import io
import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from docx import Document
from lxml import etree
from lxml import html as html_parser

from answer_builder.cli import check_report, main
from answer_builder.lint import reports

WORDS = "Уважаемая Мария Петровна!\n😀 Ваше завление рассмотрено.\nДвор уберут в ближайшее время."
CLEAN = "Ваше заявление рассмотрено 5 мая."
ODD_NAME = "50%, «ответ» 'а' & \"б\".txt"
FORMATS = ("sarif", "checkstyle", "github", "junit", "html")


@pytest.fixture
def report(tmp_path, monkeypatch, capsysbinary):
    """What the check says of files in the format; LanguageTool is not asked unless the options say so."""

    def make(form, *names, options=("--grammar", "off"), code=1, text=""):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        with pytest.raises(SystemExit) as done:
            main(["check", *map(str, names), "--format", form, *options])
        stdout, stderr = (stream.decode() for stream in capsysbinary.readouterr())
        assert done.value.code == code, stderr
        assert "Traceback" not in stderr
        return stdout

    monkeypatch.chdir(tmp_path)
    (tmp_path / ODD_NAME).write_text(WORDS, "utf-8")
    (tmp_path / "чисто.md").write_text(CLEAN, "utf-8")
    (tmp_path / "разобран.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    return make


@pytest.fixture
def word_file(tmp_path):
    def write(*paragraphs):
        document = Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        document.save(tmp_path / "ответ.docx")
        return "ответ.docx"

    return write


def test_every_report_has_its_name_on_the_command_line():
    modules = {path.stem for path in Path(reports.__file__).parent.glob("*.py") if "def render(" in path.read_text()}
    assert modules == set(check_report.FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_files_give_the_same_bytes(report, form):
    assert report(form, ODD_NAME, "чисто.md") == report(form, ODD_NAME, "чисто.md")


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_tells_of_files_that_cannot_be_read_even_when_all_are_such(report, form):
    for names in ((ODD_NAME, "разобран.doc", "нет.txt"), ("разобран.doc",)):
        said = report(form, *names, code=2)
        assert "подходят файлы .docx, .txt, .md" in said


def test_a_report_is_printed_and_written_alike(report, run, tmp_path):
    printed = report("sarif", ODD_NAME)
    done = run("check", ODD_NAME, "--format", "sarif", "--grammar", "off", "-o", "отчёт.sarif")
    assert (done.returncode, done.stdout) == (1, "")
    assert (tmp_path / "отчёт.sarif").read_text("utf-8") == printed


# ---- снятые замечания

SILENCED = "Ваше завление рассмотрено. <!-- answer-builder: ignore spelling – так в обращении -->"


def test_what_a_comment_silences_is_told_with_its_reason(report, tmp_path, sarif_errors):
    (tmp_path / "a.md").write_text(SILENCED, "utf-8")
    log = report("sarif", "a.md", code=0)
    (result,) = run_of(log)["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "так в обращении"}]
    assert sarif_errors(log) == []
    assert etree.fromstring(report("checkstyle", "a.md", code=0).encode()).xpath("//error") == []
    assert report("github", "a.md", code=0) == ""
    (suite,) = suites(report("junit", "a.md", code=0))
    assert "так в обращении" in suite.find("testcase/skipped").get("message")
    tree = page(report("html", "a.md", code=0))
    assert tree.xpath("//mark") == []
    assert tree.xpath("//*[@class='verdict']/text()") == ["Замечаний нет"]
    assert tree.xpath("//p[@class='reason']/text()") == ["Снято: так в обращении (комментарий в тексте)"]


def test_a_comment_that_silences_nothing_is_told(report, tmp_path, sarif_errors):
    (tmp_path / "a.md").write_text(f"{CLEAN} <!-- answer-builder: ignore evasion.accepted – слова суда -->", "utf-8")
    for form in ("sarif", "github", "junit", "html"):
        assert "по evasion.accepted здесь замечаний нет" in report(form, "a.md", code=0)
    assert sarif_errors(report("sarif", "a.md", code=0)) == []


# ---- SARIF


def run_of(log):
    (run,) = json.loads(log)["runs"]
    return run


def cut(text, region):
    """The words that the lines and columns of a region name."""
    lines = text.split("\n")[region["startLine"] - 1 : region["endLine"]]
    lines[-1] = lines[-1][: region["endColumn"] - 1]
    lines[0] = lines[0][region["startColumn"] - 1 :]
    return "\n".join(lines)


def test_sarif_obeys_the_official_schema(report, word_file, sarif_errors):
    name = word_file("Ваше завление рассмотрено.", "Двор уберут в ближайшее время.")
    assert sarif_errors(report("sarif", ODD_NAME, "чисто.md", name, "разобран.doc", code=2)) == []
    assert sarif_errors(report("sarif", "чисто.md", code=0)) == []
    assert sarif_errors(report("sarif", "-", text=WORDS)) == []
    assert sarif_errors('{"version": "2.1.0", "runs": [{}]}') != []  # the schema does look


def test_sarif_names_the_same_words_by_offsets_and_by_columns_in_code_points(report):
    run = run_of(report("sarif", ODD_NAME))
    assert run["columnKind"] == "unicodeCodePoints"
    assert [result["ruleId"] for result in run["results"]] == ["spelling.unknown_word", "evasion.vague_term"]
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        text = run["artifacts"][place["artifactLocation"]["index"]]["contents"]["text"]
        region = place["region"]
        words = text[region["charOffset"] : region["charOffset"] + region["charLength"]]
        assert words == cut(text, region) == region["snippet"]["text"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] == 8  # 😀 is one


def test_sarif_levels_fixes_and_fingerprints(report):
    spelling, evasion = run_of(report("sarif", ODD_NAME))["results"]
    assert (spelling["level"], evasion["level"]) == ("error", "warning")
    assert spelling["partialFingerprints"] != evasion["partialFingerprints"]
    assert spelling["suppressions"] == []
    change = spelling["fixes"][0]["artifactChanges"][0]
    assert change["replacements"][0]["insertedContent"]["text"] == "заявление"
    assert change["replacements"][0]["deletedRegion"]["charLength"] == len("завление")
    advice = run_of(report("sarif", "-", text="Цифра в квитанции не та.", code=0))["results"]
    assert [result["level"] for result in advice] == ["note"]


def test_sarif_says_of_each_rule_what_it_is_for(report):
    run = run_of(report("sarif", ODD_NAME))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["evasion.vague_term", "spelling.unknown_word"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    evasion = rules[0]
    assert evasion["defaultConfiguration"] == {"level": "warning"}
    assert evasion["properties"]["category"] == "evasion"
    assert "пункт 2.2 Порядка министерства" in evasion["properties"]["basis"]
    assert "Находит: " in evasion["help"]["text"]
    assert evasion["shortDescription"]["text"]
    assert evasion["fullDescription"]["text"]
    assert "informationUri" not in run["tool"]["driver"]


@pytest.mark.parametrize("name", [ODD_NAME, "а:б#в?.txt", "с пробелом/ответ.txt"])
def test_sarif_writes_a_name_as_a_uri(report, sarif_errors, tmp_path, name):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(WORDS, "utf-8")
    log = report("sarif", name)
    (artifact,) = run_of(log)["artifacts"]
    written = artifact["location"]["uri"]
    assert unquote(written) == name
    assert re.fullmatch(r"[\w.~%/-]+", written, re.ASCII)
    assert sarif_errors(log) == []
    whole = run_of(report("sarif", tmp_path / name))["artifacts"][0]["location"]["uri"]
    assert unquote(whole) == f"file://{tmp_path / name}"


def test_sarif_offers_no_characters_to_change_in_a_word_file(report, word_file):
    run = run_of(report("sarif", word_file("Ваше завление рассмотрено.")))
    (result,) = run["results"]
    assert "fixes" not in result
    assert "заявление" in result["message"]["text"]
    assert run["artifacts"][0]["mimeType"].endswith("wordprocessingml.document")


def test_sarif_remark_about_the_whole_letter_has_a_file_and_no_region(report):
    log = report("sarif", "чисто.md", options=("--answer", "solved", "--grammar", "off"))
    (result,) = run_of(log)["results"]
    assert result["ruleId"] == "situation.must_say"
    assert list(result["locations"][0]["physicalLocation"]) == ["artifactLocation"]


def test_sarif_tells_what_was_not_read(report, monkeypatch, sarif_errors):
    invocation = run_of(report("sarif", ODD_NAME, "разобран.doc", code=2))["invocations"][0]
    assert invocation["executionSuccessful"] is False
    (note,) = invocation["toolExecutionNotifications"]
    assert note["level"] == "error"
    monkeypatch.setenv("LANGUAGETOOL_URL", "http://127.0.0.1:9")
    log = report("sarif", ODD_NAME, options=())
    (note,) = run_of(log)["invocations"][0]["toolExecutionNotifications"]
    assert note["level"] == "warning"
    assert "LanguageTool" in note["message"]["text"]
    assert sarif_errors(log) == []


def test_sarif_describes_a_rule_of_languagetool_too(report, languagetool, monkeypatch, sarif_errors):
    monkeypatch.setenv("LANGUAGETOOL_URL", languagetool)
    log = report("sarif", "-", options=(), text="Жители сообщили, что участок где построен дом затопило.")
    rules = run_of(log)["tool"]["driver"]["rules"]
    theirs = [rule for rule in rules if rule["id"] == "languagetool.GDE_COMMA"]
    assert [rule["shortDescription"]["text"].split("«")[0] for rule in theirs] == ["Правило LanguageTool "]
    assert sarif_errors(log) == []


# ---- XML


def test_checkstyle_has_a_file_for_each_file_and_an_error_for_each_finding(report):
    root = etree.fromstring(report("checkstyle", ODD_NAME, "чисто.md", "разобран.doc", code=2).encode())
    assert root.tag == "checkstyle"
    odd, clean, unread = root
    assert (odd.get("name"), clean.get("name"), len(clean)) == (ODD_NAME, "чисто.md", 0)
    spelling, evasion = odd
    assert (spelling.get("line"), spelling.get("column"), spelling.get("severity")) == ("2", "8", "error")
    assert spelling.get("source") == "answer-builder.spelling.unknown_word"
    assert "«заявление»" in spelling.get("message")
    assert (evasion.get("line"), evasion.get("severity")) == ("3", "warning")
    assert [error.get("severity") for error in unread] == ["error"]


def test_xml_holds_signs_that_xml_forbids(report, tmp_path):
    (tmp_path / "a\fb.txt").write_text(WORDS, "utf-8")
    for form in ("checkstyle", "junit"):
        root = etree.fromstring(report(form, "a\fb.txt").encode())
        assert root[0].get("name") == "a\N{REPLACEMENT CHARACTER}b.txt"


def suites(log):
    root = etree.fromstring(log.encode())
    for suite in root:
        cases = suite.findall("testcase")
        assert int(suite.get("tests")) == len(cases)
        for count, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(count)) == len(suite.findall(f"testcase/{tag}"))
        names = [(case.get("classname"), case.get("name")) for case in cases]
        assert len(set(names)) == len(names)
        order = [child.tag for child in suite]
        assert order == sorted(order, key=["testcase", "system-out"].index)  # as readers' schemas want
    for count in ("tests", "failures", "errors"):
        assert int(root.get(count)) == sum(int(suite.get(count)) for suite in root)
    return list(root)


def test_junit_fails_what_fails_the_check_and_says_the_rest_aside(report):
    odd, clean, unread = suites(report("junit", ODD_NAME, "чисто.md", "разобран.doc", code=2))
    (case,) = odd.findall("testcase")
    assert odd.get("name") == case.get("classname") == ODD_NAME
    assert "«завление»" in case.get("name")
    assert case.find("failure").get("type") == "spelling.unknown_word"
    assert "пункт 3.3 Порядка министерства" in case.find("failure").text
    assert "в ближайшее время" in odd.find("system-out").text
    assert [len(case) for case in clean.findall("testcase")] == [0]
    assert unread.find("testcase/error") is not None


@pytest.mark.parametrize(("level", "code", "failures"), [("never", 0, 0), ("error", 1, 1), ("warning", 1, 2)])
def test_junit_follows_the_fail_level(report, level, code, failures):
    options = ("--grammar", "off", "--fail-level", level)
    (suite,) = suites(report("junit", ODD_NAME, options=options, code=code))
    assert int(suite.get("failures")) == failures
    assert int(suite.get("tests")) == max(failures, 1)


# ---- GitHub

_COMMAND = re.compile(r"::(?P<name>error|warning|notice) (?P<properties>[^:]*)::(?P<message>.*)")


def commands(said):
    """The commands as a runner of GitHub reads them."""

    def plain(text):
        for sign, code in ((":", "%3A"), (",", "%2C"), ("\r", "%0D"), ("\n", "%0A"), ("%", "%25")):
            text = text.replace(code, sign)
        return text

    for line in said.splitlines():
        command = _COMMAND.fullmatch(line)
        pairs = (pair.partition("=") for pair in command["properties"].split(","))
        yield command["name"], {key: plain(value) for key, _, value in pairs}, plain(command["message"])


def test_github_gets_one_command_a_finding_with_its_place(report):
    (spelling, where, message), (evasion, *_) = commands(report("github", ODD_NAME, "чисто.md"))
    assert (spelling, evasion) == ("error", "warning")
    assert where == {
        "file": ODD_NAME,
        "line": "2",
        "endLine": "2",
        "col": "8",
        "endColumn": "16",
        "title": "Орфография (spelling.unknown_word)",
    }
    assert "«заявление»" in message
    assert "пункт 3.3 Порядка министерства" in message.splitlines()[1]


def test_github_is_not_commanded_by_the_text_of_a_letter(report, tmp_path):
    name = "a,b:c 5%2C.txt"
    (tmp_path / name).write_text("::error::Ваше завление тут.", "utf-8")
    said = list(commands(report("github", name)))
    assert {where["file"] for _, where, _ in said} == {name}
    assert report("github", "чисто.md", code=0) == ""


def test_github_remark_about_the_whole_letter_has_no_line(report):
    ((_, where, _),) = commands(report("github", "чисто.md", options=("--answer", "solved", "--grammar", "off")))
    assert set(where) == {"file", "title"}


# ---- HTML


def page(log):
    assert log.startswith("<!DOCTYPE html>")
    return html_parser.document_fromstring(log)


def paragraphs(tree):
    for text in tree.xpath("//p[@class='text']"):
        for number in text.xpath(".//sup"):
            number.drop_tree()
        yield text.text_content()


def test_html_shows_the_whole_text_with_words_underlined_and_numbered(report):
    tree = page(report("html", ODD_NAME, "чисто.md"))
    assert tree.xpath("//h2/text()") == [ODD_NAME, "чисто.md"]
    assert tree.xpath("//mark/text()") == ["завление", "в ближайшее время"]
    assert tree.xpath("//mark/@class") == ["error", "warning"]
    assert tree.xpath("//sup/a/text()") == ["1", "2"]
    assert tree.xpath("//li[@id='r1-1']//p[@class='message']/text()")[0].startswith("Слова «завление» нет")
    assert "«заявление»" in tree.xpath("//li[@id='r1-1']")[0].text_content()
    assert list(paragraphs(tree)) == [*WORDS.split("\n"), CLEAN]


def test_html_sums_up_by_level_and_category(report):
    tree = page(report("html", ODD_NAME))
    assert tree.xpath("//ul[@class='counts']/li/text()") == ["1 ошибка", "1 предупреждение"]
    rows = [[cell.text_content() for cell in row] for row in tree.xpath("//tbody/tr")]
    assert rows == [["Орфография", "1", "–", "–"], ["Отписка", "–", "1", "–"]]


def test_html_tells_how_easy_a_letter_is_to_read(report, tmp_path):
    (tmp_path / "a.txt").write_text(
        "Мы убрали двор вчера утром. Снег вывезли 5 мая на двух машинах. Дорогу посыпали песком. Лестницу вымыли.",
        "utf-8",
    )
    abouts = page(report("html", "a.txt", code=0)).xpath("//p[@class='about']/text()")
    assert abouts[0].startswith("Читать легко")
    assert abouts[1].endswith("Снег вывезли 5 мая на двух машинах.")


def test_html_of_a_clean_file_says_so(report):
    tree = page(report("html", "чисто.md", code=0))
    assert tree.xpath("//*[@class='verdict']/text()") == ["Замечаний нет"]
    assert tree.xpath("//mark") == []


def test_html_is_one_file_that_asks_for_nothing(report):
    log = report("html", ODD_NAME, "разобран.doc", code=2)
    tree = page(log)
    assert tree.xpath("//script | //link | //img | //iframe | //*[@src]") == []
    assert not re.search(r"url\(|@import", log)
    targets = set(tree.xpath("//@id"))
    assert all(link.startswith("#") and link[1:] in targets for link in tree.xpath("//@href"))
    assert "Не проверен: разобран.doc" in tree.text_content()


def test_html_takes_typed_signs_for_text(report, tmp_path):
    text = '<script>alert("1")</script> {{ 7 * 7 }} &amp; Ваше завление'
    (tmp_path / "<b>.txt").write_text(text, "utf-8")
    tree = page(report("html", "<b>.txt"))
    assert tree.xpath("//script | //section//b[not(@class)]") == []
    assert list(paragraphs(tree)) == [text]
    assert tree.xpath("//h2/text()") == ["<b>.txt"]


def test_html_of_a_built_letter_tells_pages_and_answer(run, report, example):
    run("build", example("solved"), "-o", "ответ.docx", "--fail-level", "never")
    text = page(report("html", "ответ.docx", code=0)).text_content()
    assert re.search(r"\d страниц\w+ по оценке", text)
    assert "Проверено как: «Вопрос уже решён»" in text
