"""Codes of clauses («001 6.2») as people read them: «пункт 6.2 Порядка министерства»."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from answer_builder.authorities.profile import Authority

_CLAUSE = r"\d+(?:\.\d+)*"
# «001 6.2» in a list or in brackets, and never inside a number that a person typed
_BEFORE, _AFTER = r"(?:(?<=^)|(?<=[(,;:–] )|(?<=\())", r"(?=$|[):;,]|\.(?:\s|$)|\s–)"
_CODE = re.compile(rf"{_BEFORE}(?P<order>\d{{3}}) (?P<clause>{_CLAUSE}){_AFTER}")
# «п. 3.3 Порядка (001)», «п. 7 (003)»: how the rules of the checker name their clause
_POINT = re.compile(rf"\bп\. (?P<clause>{_CLAUSE}) (?:Порядка )?\((?P<order>\d{{3}})\)")


def in_words(text: str, authority: Authority) -> str:
    """The text with every code of a clause in words; the authority's own order is named in brief.

    In a list of norms («…; 001 2.2; 003 7») a bare clause of another body's order is left out: it binds nobody here.
    """
    items = text.split("; ")
    binding = [item for item in items if not _is_foreign(item, authority)]
    text = "; ".join(binding or items)
    names = {**_orders(), authority.order_code: authority.order_in_brief}

    def named(match: re.Match[str]) -> str:
        order = names.get(match["order"])
        return f"пункт {match['clause']} {order}" if order else match[0]

    return _POINT.sub(named, _CODE.sub(named, text))


def _is_foreign(item: str, authority: Authority) -> bool:
    code = _CODE.fullmatch(item)
    return code is not None and code["order"] in _orders() and code["order"] != authority.order_code


@cache
def _orders() -> Mapping[str, str]:
    return tomllib.loads(files("answer_builder.authorities").joinpath("orders.toml").read_text(encoding="utf-8"))
