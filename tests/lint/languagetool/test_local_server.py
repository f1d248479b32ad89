"""The server this program starts: it answers on loopback, comes back after a fall, and ends with its owner."""

import os
import signal
import stat
import subprocess
import sys
from time import monotonic, sleep

import psutil
import pytest

from answer_builder.lint.languagetool.engine import Present
from answer_builder.lint.languagetool.installation import Installation, installed
from answer_builder.lint.languagetool.local_server import LocalServer
from answer_builder.lint.languagetool.servers import OwnServer
from answer_builder.lint.languagetool.trouble import NotThere

BAD = "На схеме показан участок где начнется ремонт."
OWNER = """
import signal, sys, time
from answer_builder.lint.languagetool.installation import installed
from answer_builder.lint.languagetool.local_server import LocalServer
signal.signal(signal.SIGINT, signal.default_int_handler)  # a program begun in the background inherits "ignore"
server = LocalServer(installed(), warm_up=lambda address: None)
print(server.address(patience=120), flush=True)
time.sleep(600)
"""


def java_of(pid):
    """The Java processes that a process has started; each is the child of its keeper."""
    keepers = [child for child in psutil.Process(pid).children() if "keeper.py" in " ".join(child.cmdline())]
    return [java for keeper in keepers for java in keeper.children()]


def wait_until(holds, seconds=15):
    until = monotonic() + seconds
    while not holds():
        assert monotonic() < until
        sleep(0.05)


@pytest.fixture
def fake_java(tmp_path):
    """An installation whose Java is a shell script."""

    def make(script):
        java = tmp_path / "java"
        java.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        java.chmod(java.stat().st_mode | stat.S_IXUSR)
        return LocalServer(Installation(str(java), (tmp_path / "a.jar",), "6.8"), warm_up=lambda address: None)

    return make


class TestRealServer:
    def test_falls_and_hangs_are_survived_and_stop_ends_it(self):
        before = set(java_of(os.getpid()))
        server = OwnServer(installed())
        engine = Present(server, patience=120, budget=2)

        def java():
            (process,) = set(java_of(os.getpid())) - before
            return process

        assert engine.look(BAD).remarks
        first = java()
        doors = [door for door in first.net_connections() if door.status == psutil.CONN_LISTEN]
        assert {door.laddr.ip.removeprefix("::ffff:") for door in doors} == {"127.0.0.1"}

        first.kill()
        first.wait(10)
        assert engine.look(BAD).remarks  # fell: started again
        second = java()
        assert second.pid != first.pid

        second.send_signal(signal.SIGSTOP)
        assert engine.look(BAD).remarks  # hung: ended, started again
        assert not psutil.pid_exists(second.pid)
        third = java()

        server.stop()
        wait_until(lambda: not psutil.pid_exists(third.pid))

    @pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
    def test_it_ends_with_its_owner_however_that_ends(self, how):
        with subprocess.Popen(
            [sys.executable, "-c", OWNER], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as owner:
            assert owner.stdout.readline().startswith(b"http://127.0.0.1:")
            (java,) = java_of(owner.pid)
            owner.send_signal(how)
            owner.wait(20)
            wait_until(lambda: not psutil.pid_exists(java.pid))


class TestStartFaults:
    def test_a_slow_start_is_waited_for_as_long_as_one_is_patient(self, fake_java):
        server = fake_java("sleep 60")
        began = monotonic()
        with pytest.raises(NotThere, match="ещё запускается"):
            server.address(patience=0.3)
        assert monotonic() - began < 2
        with pytest.raises(NotThere, match="ещё запускается"):
            server.address(patience=0)
        server.stop()

    @pytest.mark.parametrize(
        ("script", "reason"),
        [
            ("echo 'java.lang.UnsupportedClassVersionError: org/languagetool' >&2; exit 1", "нужна Java 17 или новее"),
            ("echo 'Error: Could not reserve enough space' >&2; exit 1", "не хватило памяти"),
            ("echo 'Error: no such option'; echo; exit 1", "Error: no such option"),
            ("exit 0", "без объяснений"),
            ("echo 'java.net.BindException: Address already in use' >&2; exit 1", "свободного порта"),
        ],
    )
    def test_why_it_did_not_start_is_told(self, fake_java, script, reason):
        server = fake_java(script)
        with pytest.raises(NotThere, match=reason):
            server.address(patience=30)
        server.stop()

    def test_one_that_falls_again_and_again_is_left_alone(self, fake_java, tmp_path):
        server = fake_java(f"echo x >> {tmp_path}/starts; exit 1")
        for _ in range(6):
            with pytest.raises(NotThere):
                server.address(patience=30)
        assert len((tmp_path / "starts").read_text().split()) == 3
        with pytest.raises(NotThere, match="раз за разом падает"):
            server.address(patience=30)

    def test_a_java_that_cannot_be_run(self, tmp_path):
        server = LocalServer(Installation(str(tmp_path), (), "6.8"), warm_up=lambda address: None)
        with pytest.raises(NotThere, match="не запустился"):
            server.address(patience=30)
