"""What people are told about the length of a letter besides the number of pages."""

from answer_builder.model import PageEstimate

_ALONE = {
    "signature": "Подпись ушла на последнюю страницу одна: сократите письмо или перенесите туда часть текста.",
    "mark": "Отметка об исполнителе ушла на последнюю страницу одна: сократите письмо на строку-другую.",
}


def remarks(pages: PageEstimate) -> list[str]:
    """Whole sentences: what stands alone on the last page, what the estimate did not take into account."""
    said = [_ALONE[pages.alone]] if pages.alone else []
    if pages.not_followed:
        said.append(f"Оценка не учла: {', '.join(pages.not_followed)} – страниц может выйти больше или меньше.")
    return said
