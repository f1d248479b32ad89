"""What to do in Word so that a value finds its place: `steps.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def steps_for(name: str) -> str:
    """The remedy for a letterhead without this name."""
    steps = _steps()
    return steps[name] if name in steps else steps["usual"].format(name=name)


@cache
def _steps() -> Mapping[str, str]:
    return tomllib.loads(files(__package__ or "").joinpath("steps.toml").read_text(encoding="utf-8"))
