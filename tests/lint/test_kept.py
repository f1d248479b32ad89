"""What is kept between runs changes the time of a check, never what it says."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from answer_builder.lint.kept import Kept, cache_file

CHECK = (
    "from answer_builder.lint import all_rules, check; print(len(all_rules()), check('Взято на контроль. Завление.'))"
)


class Maker:
    """Counts how often it was asked."""

    def __init__(self):
        self.asked = 0

    def __call__(self, text: str) -> list[str]:
        self.asked += 1
        return text.split()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "rules.json"


def kept(file: Path | None, *texts: str, made_by: str = "1") -> tuple[int, list]:
    """How many values had to be made in a run that asks for these, and the values."""
    make, memory = Maker(), Kept(file, made_by)
    values = [memory.value("words", text, make) for text in texts]
    memory.save()
    return make.asked, values


def test_second_run_makes_nothing(file: Path) -> None:
    assert kept(file, "а б", "в", "а б") == (2, [["а", "б"], ["в"], ["а", "б"]])
    assert kept(file, "а б", "в") == (0, [["а", "б"], ["в"]])


def test_only_what_changed_is_made_anew(file: Path) -> None:
    kept(file, "а б", "в")
    assert kept(file, "а б г", "в") == (1, [["а", "б", "г"], ["в"]])
    assert kept(file, "а б", "а б г", "в")[0] == 0


def test_another_version_of_the_program_makes_its_own(file: Path) -> None:
    kept(file, "а б")
    assert kept(file, "а б", made_by="2")[0] == 1


def test_kinds_of_values_do_not_mix(file: Path) -> None:
    memory = Kept(file, "1")
    assert memory.value("words", "а б", str.split) == ["а", "б"]
    assert memory.value("letters", "а б", list) == ["а", " ", "б"]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda file: file.write_bytes(b""), id="empty"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[:-1]), id="cut off"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes().replace(b"\xd0\xb2", b"\xd0\xb3")), id="altered"),
        pytest.param(lambda file: file.write_bytes(b"\xff\xfe no json"), id="rubbish"),
        pytest.param(lambda file: file.unlink(), id="gone"),
        pytest.param(lambda file: (file.unlink(), file.mkdir()), id="folder"),
        pytest.param(lambda file: file.chmod(0o666), id="anybody may write"),
    ],
)
def test_damaged_file_costs_only_time(file: Path, damage) -> None:
    kept(file, "а б", "в")
    damage(file)
    assert kept(file, "а б", "в") == (2, [["а", "б"], ["в"]])


def test_there_may_be_no_place_to_keep_anything(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for place in (None, tmp_path / "file" / "rules.json"):
        assert kept(place, "а б") == (1, [["а", "б"]])


def test_nobody_else_reads_the_file(file: Path) -> None:
    kept(file, "а б")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["rules.json"]


def test_what_is_no_json_is_not_kept(file: Path) -> None:
    memory = Kept(file, "1")
    assert memory.value("sets", "а", set) == {"а"}
    memory.save()
    assert not file.exists()


def test_cache_is_where_the_system_has_its_caches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_file() == tmp_path / "answer-builder/rules.json"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")  # the standard says to pass over it
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_file() == tmp_path / ".cache/answer-builder/rules.json"


def test_check_says_the_same_with_and_without(tmp_path: Path) -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", CHECK],
            env={**os.environ, "XDG_CACHE_HOME": str(place)},
            capture_output=True,
            check=True,
        ).stdout
        for place in (tmp_path, tmp_path, "/dev/null")
    }
    assert len(said) == 1
    assert "evasion" in said.pop().decode()
    assert (tmp_path / "answer-builder/rules.json").stat().st_size > 100_000
