"""Which LanguageTool is asked, what happens when there is none, and that nobody waits for it."""

from time import monotonic

import pytest

from answer_builder.errors import CannotRun
from answer_builder.lint import NotRead, second_engine
from answer_builder.lint.languagetool import engine as engines
from answer_builder.lint.languagetool import installation, presence
from answer_builder.lint.languagetool.engine import Present
from answer_builder.lint.languagetool.servers import GivenServer

BAD = "На схеме показан участок где начнется ремонт."


@pytest.fixture
def nothing_installed(monkeypatch, tmp_path):
    monkeypatch.setattr(installation, "jars_folder", lambda: tmp_path)
    engines._server.cache_clear()
    yield
    engines._server.cache_clear()


@pytest.fixture
def without_java(monkeypatch, tmp_path):
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    engines._server.cache_clear()
    yield
    engines._server.cache_clear()


class TestOrder:
    def test_the_given_server_is_asked_before_local_jars(self, monkeypatch, languagetool):
        monkeypatch.setenv("LANGUAGETOOL_URL", languagetool)
        engine = second_engine("auto")
        assert engine.look(BAD).remarks
        assert engine.state == "LanguageTool 6.8, сервер из LANGUAGETOOL_URL"

    def test_local_jars_come_next(self):
        assert second_engine("auto").state == "LanguageTool 6.8, свой сервер"

    @pytest.mark.usefixtures("nothing_installed")
    def test_without_either_a_note_says_what_is_not_checked_and_what_to_do(self):
        engine = second_engine("auto")
        look = engine.look(BAD)
        assert not look.remarks
        assert not look.is_read
        assert look.unchecked == engine.state
        assert "Грамматику и запятые проверяет LanguageTool: его нет. Эта часть не проверена" in look.unchecked
        assert "make languagetool" in look.unchecked
        assert "LANGUAGETOOL_URL" in look.unchecked

    @pytest.mark.usefixtures("without_java")
    def test_without_java_the_note_names_java(self):
        assert "нужна Java 17" in second_engine("auto").look(BAD).unchecked

    def test_off_asks_nobody_and_says_nothing(self, monkeypatch, deserted):
        monkeypatch.setenv("LANGUAGETOOL_URL", deserted)
        engine = second_engine("off")
        engine.start()
        look = engine.look(BAD)
        assert (look.remarks, look.is_read, look.unchecked, engine.state) == ((), False, "", "выключена")


class TestRequired:
    @pytest.mark.usefixtures("nothing_installed")
    def test_it_cannot_run_without_languagetool(self):
        with pytest.raises(CannotRun, match="его нет"):
            second_engine("required")

    def test_it_cannot_run_when_the_server_does_not_answer(self, monkeypatch, deserted):
        monkeypatch.setenv("LANGUAGETOOL_URL", deserted)
        with pytest.raises(CannotRun, match="не отвечает"):
            second_engine("required")

    def test_it_cannot_run_when_something_else_answers(self, monkeypatch, answering):
        with answering(b"<html>It works!</html>") as address, pytest.raises(CannotRun, match="не отвечает"):
            monkeypatch.setenv("LANGUAGETOOL_URL", address)
            second_engine("required")

    def test_it_stops_the_work_when_the_server_falls_silent(self, monkeypatch, answering):
        with answering(b"OK") as address:
            monkeypatch.setenv("LANGUAGETOOL_URL", address)
            engine = second_engine("required")
            with pytest.raises(NotRead, match="отвечает"):
                engine.look(BAD)

    def test_it_works_with_the_real_server(self, monkeypatch, languagetool):
        monkeypatch.setenv("LANGUAGETOOL_URL", languagetool)
        assert second_engine("required").look(BAD).remarks


class TestGivenAddress:
    @pytest.mark.parametrize("tail", ["", "/", "/v2", "/v2/", "/v2/check", "/v2/check/"])
    def test_is_understood_however_it_is_written(self, monkeypatch, languagetool, tail):
        monkeypatch.setenv("LANGUAGETOOL_URL", f" {languagetool.rstrip('/')}{tail} ")
        assert second_engine("auto").look(BAD).remarks

    @pytest.mark.parametrize(
        "url", ["localhost:8081", "ftp://127.0.0.1", "http://", "http://a:порт", "http://a:99999", "?"]
    )
    def test_that_is_none_is_told(self, monkeypatch, url):
        monkeypatch.setenv("LANGUAGETOOL_URL", url)
        assert "не адрес сервера" in second_engine("auto").look(BAD).unchecked
        with pytest.raises(CannotRun, match="не адрес сервера"):
            second_engine("required")

    def test_a_proxy_is_not_asked_for_this_computer(self, monkeypatch, languagetool, deserted):
        monkeypatch.setenv("http_proxy", deserted)
        monkeypatch.setenv("LANGUAGETOOL_URL", languagetool)
        assert second_engine("required").look(BAD).remarks


class TestFaults:
    @pytest.mark.parametrize("fault", ["silent", "deserted"])
    def test_nobody_waits_for_a_server_that_failed_just_now(self, request, fault):
        engine = Present(GivenServer(request.getfixturevalue(fault)), patience=0, budget=0.5)
        assert "LanguageTool: не о" in engine.look(BAD).unchecked
        began = monotonic()
        for _ in range(100):
            look = engine.look(BAD)
            assert not look.is_read
            assert look.unchecked == engine.trouble
        assert monotonic() - began < 0.2

    def test_rubbish_is_a_note(self, answering):
        with answering(b"<html>It works!</html>") as address:
            assert "Эта часть не проверена" in Present(GivenServer(address), patience=0, budget=5).look(BAD).unchecked

    def test_a_heavy_text_does_not_stop_the_others(self, languagetool):
        engine = Present(GivenServer(languagetool), patience=0, budget=3)
        engine._budget = 0.0005
        assert "не ответил" in engine.look(BAD).unchecked
        engine._budget = 30
        assert engine.look(BAD).is_read


class TestPresence:
    def test_local_jars(self):
        assert presence() == (True, "LanguageTool 6.8, свой сервер")

    def test_a_server_that_answers(self, monkeypatch, languagetool):
        monkeypatch.setenv("LANGUAGETOOL_URL", languagetool)
        assert presence() == (True, "LanguageTool 6.8, сервер из LANGUAGETOOL_URL")

    def test_a_server_that_does_not(self, monkeypatch, deserted):
        monkeypatch.setenv("LANGUAGETOOL_URL", deserted)
        is_there, what = presence()
        assert not is_there
        assert "не отвечает" in what

    @pytest.mark.usefixtures("nothing_installed")
    def test_nothing_installed(self):
        is_there, what = presence()
        assert not is_there
        assert "make languagetool" in what
