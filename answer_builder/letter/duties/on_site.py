"""Rules of answers on the official site (59-ФЗ, часть 4 статьи 10 и часть 5.1 статьи 11)."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from answer_builder import authorities
from answer_builder.errors import Fault
from answer_builder.letter.duties.personal_data import find_personal_data
from answer_builder.letter.duties.typed import typed_texts
from answer_builder.letter.russian_dates import in_digits
from answer_builder.model import Case

_LAW = "(часть 2 статьи 6 Федерального закона № 59-ФЗ)"
_FRONT_PAGES = frozenset(("", "index.html", "index.htm", "index.php", "ru", "main", "home"))


def answer_page(case: Case, written: date) -> Iterator[Fault]:
    """The very page with the answer, on the authority's own site, already published."""
    url, published = urlsplit(case.fields["answer_url"]), case.fields["published"]
    site = _host(authorities.all_authorities()[case.authority].requisites["site"])
    host = _host(url.hostname or "")
    if host != site and not host.endswith(f".{site}"):
        yield Fault(
            "fields.answer_url",
            f"«{url.hostname}» – не официальный сайт органа ({site}): ответ размещают только на нём "
            "(часть 4 статьи 10 Федерального закона № 59-ФЗ)",
        )
    if url.path.strip("/").casefold() in _FRONT_PAGES and not url.query:
        yield Fault(
            "fields.answer_url",
            "это главная страница сайта: нужен адрес той страницы, на которой стоит ответ "
            "(часть 5.1 статьи 11 Федерального закона № 59-ФЗ)",
        )
    if published > written:
        yield Fault("fields.published", f"«Когда ответ размещён»: {in_digits(published)} позже даты письма")


def page_title(case: Case, _written: date) -> Iterator[Fault]:
    """The title of a public page names no person."""
    if found := find_personal_data(case.fields["page_title"]):
        yield Fault("fields.page_title", f"в заголовке страницы личные данные – {found[0]} «{found[1]}» {_LAW}")


def public_text(case: Case, _written: date) -> Iterator[Fault]:
    """Nothing typed for the site tells of a person."""
    own = authorities.all_authorities()[case.authority].requisites.values()
    for key, text in typed_texts(case):
        if found := find_personal_data(text, own=tuple(own)):
            yield Fault(
                key,
                f"в тексте для сайта личные данные – {found[0]}: «{found[1]}» {_LAW}. "
                "Уберите их; дом назовите так: «дом № 5 по улице Садовой»",
            )


def _host(site: str) -> str:
    """«https://www.Example.ru/» → «example.ru»."""
    name = site.casefold().rpartition("://")[2].partition("/")[0]
    return name.removeprefix("www.")
