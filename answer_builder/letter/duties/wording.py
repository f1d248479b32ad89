"""Words no letter may carry: a denied registration, a quoted insult."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files

from answer_builder.errors import Fault
from answer_builder.letter.duties.typed import typed_texts
from answer_builder.model import Case

# 000 2.7 speaks of appeals that are not registered; часть 2 статьи 8 knows none (the law wins)
_NOT_REGISTERED = re.compile(
    r"обращени\w*[^.!?,;:]{0,60}\bне (?:было |будет )?(?:зарегистрировано|регистрируется|принято к рассмотрению)"
    r"|не (?:зарегистрировано|регистрируется|регистрируем|зарегистрировали)\s+(?:ваше )?обращени"
    r"|отказ\w* в (?:регистрации|при[её]ме) (?:вашего )?обращени",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[«„“\"]([^«»„“”\"]+)[»“”\"]")
_NAME_WORDS = 3  # a quoted name («Восход», «Наш дом») is that short; a sentence of the appeal is longer


def registration_denied(case: Case, _written: date) -> Iterator[Fault]:
    """Every appeal is registered and accepted: 59-ФЗ, часть 2 статьи 8 и часть 1 статьи 9."""
    for key, text in typed_texts(case):
        if match := _NOT_REGISTERED.search(text):
            yield Fault(
                key,
                f"«{match[0]}»: так писать нельзя, регистрируют и принимают каждое обращение "
                "(часть 2 статьи 8 и часть 1 статьи 9 Федерального закона № 59-ФЗ)",
            )


def abuse_quoted(case: Case, _written: date) -> Iterator[Fault]:
    """An abusive appeal is never quoted: neither its sentences nor its words (003 7)."""
    for key, text in typed_texts(case):
        quotes = [quote for quote in _QUOTED.findall(text) if not _is_name(quote)]
        words = [word for word in re.findall(r"[\w*#@]+", text) if _is_abusive(word)]
        for found in (quotes + words)[:1]:
            yield Fault(
                key,
                f"«{found}»: слова из обращения не повторяют, это касается и брани, и оскорблений, и угроз (003 7). "
                "Назовите вопрос своими словами",
            )


def _is_name(quote: str) -> bool:
    return quote[:1].isupper() and len(quote.split()) <= _NAME_WORDS and not quote.endswith(("!", "?", "."))


def _is_abusive(word: str) -> bool:
    plain = word.casefold().replace("ё", "е")
    has_mask = bool(re.search(r"[^\W\d_][*#@]+", word))
    return has_mask or plain.startswith(_abusive_beginnings())


@cache
def _abusive_beginnings() -> tuple[str, ...]:
    data = files("answer_builder.letter.duties").joinpath("abusive_words.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(data)["beginnings"])
