"""What a report says of the findings it does not show: how many, why, on whose word."""

from collections import Counter
from collections.abc import Iterable

from answer_builder.lint.level_words import counted_findings
from answer_builder.model import Finding, Suppression

_BY = {"comment": "комментарий в тексте", "case": "случай", "baseline": "базовый список"}


def silenced_lines(findings: Iterable[Finding]) -> list[str]:
    """«Не показано 2 замечания: слова закона (случай, Сидорова А. И.)», a line a reason; without the baseline."""
    count = Counter(finding.suppressed_by for finding in findings if finding.suppressed)
    return [
        f"Не показано {counted_findings(number)}: {why_silenced(suppression)}"
        for suppression, number in count.items()
        if suppression and suppression.by != "baseline"
    ]


def why_silenced(suppression: Suppression) -> str:
    """«Слова закона (случай, Сидорова А. И.)»: the reason as it was given, where and by whom."""
    who = ", ".join(filter(None, (_BY[suppression.by], suppression.author)))
    return f"{suppression.reason or 'причина не названа'} ({who})"
