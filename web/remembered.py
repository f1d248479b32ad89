"""The executor's own data, kept in a signed cookie of the browser so that they are typed once."""

from collections.abc import Mapping

from flask import session

from answer_builder.letter.case_keys import case_fields

DAYS = 180


def executor() -> dict[str, str]:
    """What was typed last time, by dotted key; empty for a new browser."""
    kept = session.get("executor", {})
    return {key: kept[key] for key in _keys() if key in kept}


def remember_executor(typed: Mapping[str, object]) -> None:
    """Keeps the executor of a letter that was made; the invented one of the examples is nobody.

    Such an executor fits the two lines of the mark, so the cookie stays far under the 4 KB of a browser.
    """
    if typed.get("executor.name") == case_fields()["executor.name"].example:
        return
    session["executor"] = {key: str(typed[key]) for key in _keys() if typed.get(key)}
    session.permanent = True


def _keys() -> list[str]:
    return [key for key in case_fields() if key.startswith("executor.")]
