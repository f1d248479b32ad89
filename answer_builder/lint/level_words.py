"""The Russian words for levels: a finding is a «замечание», and it is an error, a warning or advice."""

from collections.abc import Mapping

from answer_builder.model import Level
from answer_builder.plural import plural

# one, few (2–4), many (5 and more)
LEVEL_WORDS: Mapping[Level, tuple[str, str, str]] = {
    "error": ("ошибка", "ошибки", "ошибок"),
    "warning": ("предупреждение", "предупреждения", "предупреждений"),
    "info": ("совет", "совета", "советов"),
}
FINDINGS = ("замечание", "замечания", "замечаний")


def counted_findings(number: int) -> str:
    """«1 замечание», «214 замечаний»."""
    return f"{number} {plural(number, FINDINGS)}"
