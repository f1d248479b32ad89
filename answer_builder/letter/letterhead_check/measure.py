"""How well the program can tell the length of letters on a letterhead."""

from collections.abc import Iterator

from answer_builder.letter.letterhead_check.remark import Remark
from answer_builder.letter.letterhead_check.sample import sample_letter
from answer_builder.letter.pages import estimate
from answer_builder.plural import plural

_SHOULD_FIT = 1  # pages of a short letter
_WITHOUT = "Если можно, обойдитесь без этого"


def measure_remarks(template: bytes) -> Iterator[Remark]:
    """What the page estimate does not follow on this letterhead."""
    pages = estimate(sample_letter(template))
    for feature in pages.not_followed:
        message = f"число страниц программа скажет примерно: {feature}"
        remedy = "Возьмите Times New Roman или Liberation Serif" if "шрифт" in feature else _WITHOUT
        yield Remark("not_measured", "info", message, remedy)
    if pages.pages > _SHOULD_FIT:
        count = plural(pages.pages, ("страницу", "страницы", "страниц"))
        message = f"короткое письмо займёт на этом бланке {pages.pages} {count}"
        remedy = "Уберите пустые абзацы и лишние отступы между абзацами"
        yield Remark("spacious", "info", message, remedy, basis="001 3.8")
