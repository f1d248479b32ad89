"""What a letter must show: requisites the letterhead has no place for."""

import re
from collections.abc import Collection, Iterator

from answer_builder.authorities import Authority
from answer_builder.letter.letterhead_check.places import Pages
from answer_builder.letter.letterhead_check.remark import Remark
from answer_builder.letter.letterhead_check.steps import steps_for
from answer_builder.letter.placeholders import Placeholder, placeholders

_OF_THE_BODY = "authority_"
_TAG = re.compile(r"\{[{%#].*?[}%#]\}")


def requisite_remarks(pages: Pages, asked: Collection[str], authority: Authority | None) -> Iterator[Remark]:
    """`asked`: the names in the tags; `authority`: whose words may be printed on the letterhead instead of a tag."""
    printed = " ".join(_TAG.sub(" ", placed.text) for placed in pages.first_page)
    for placeholder in placeholders().values():
        if placeholder.name in asked or placeholder.is_internal:
            continue
        value = _known(placeholder, authority)
        if placeholder.printed and re.search(placeholder.printed, printed, re.IGNORECASE):
            if value and _bare(value) not in _bare(printed):
                yield _different(placeholder, value)
        elif placeholder.missing or (placeholder.name == "survey_url" and authority and authority.survey_url):
            yield _missing(placeholder)


def _known(placeholder: Placeholder, authority: Authority | None) -> str:
    if authority is None or not placeholder.name.startswith(_OF_THE_BODY):
        return ""
    return authority.requisites[placeholder.name.removeprefix(_OF_THE_BODY)]


def _missing(placeholder: Placeholder) -> Remark:
    message = f"на бланке нет места для реквизита «{placeholder.title}»: он нужен {placeholder.needed}"
    level = placeholder.missing or "error"
    return Remark("missing_requisite", level, message, steps_for(placeholder.name), basis=placeholder.basis)


def _different(placeholder: Placeholder, value: str) -> Remark:
    message = f"на бланке напечатано не то, что в authority.toml: там {placeholder.title} – «{value}»"
    remedy = f"Исправьте одно из двух или напишите на бланке {{{{ {placeholder.name} }}}}"
    return Remark("different_requisite", "warning", message, remedy, basis=placeholder.basis)


def _bare(text: str) -> str:
    """Letters and digits only: «(4242) 60-00-00» and «4242 600000» are one phone."""
    return re.sub(r"[\W_]+", "", text.casefold().replace("ё", "е"))
