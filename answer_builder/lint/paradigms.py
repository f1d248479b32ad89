"""All forms of a word: from the dictionary, and of slang that it lacks, as a known word with the same end has them."""

from collections.abc import Iterator

from answer_builder.lint.words import is_known, normalise
from answer_builder.morphology import parses

_VOWELS = "аеиоуыэюя"
_BEGINNING, _END, _LONG_END = 3, 4, 5
# ends of slang -> words that are inflected so, each pair a verb that is done and one that goes on
_MODELS = (
    (("овать",), ("нарисовать", "рисовать")),
    (("жевать", "чевать", "шевать", "щевать"), ("ночевать",)),
    (("евать",), ("завоевать", "воевать")),
    (("ать",), ("прочитать", "читать")),
    (("ять",), ("потерять", "терять")),
    (("нуть",), ("обмануть", "тянуть")),
    (("еть",), ("одолеть", "уметь")),
    (("тить",), ("заметить", "платить")),
    (("дить",), ("усадить", "водить")),
    (("сить",), ("украсить", "просить")),
    (("зить",), ("загрузить", "возить")),
    (("пить",), ("закупить", "топить")),
    (("бить",), ("ослабить", "любить")),
    (("вить",), ("поставить", "ставить")),
    (("мить",), ("накормить", "кормить")),
    (("ить",), ("заменить", "хвалить")),
    (("жка", "чка", "шка", "щка"), ("кружка",)),
    (("йка",), ("стройка",)),
    (("ака", "ека", "ика", "ока", "ука", "ыка", "юка"), ("аптека",)),
    (("ка",), ("справка",)),
    (("га", "ха"), ("дорога",)),
    (("иец",), ("австриец",)),
    (("ец",), ("горец",)),
    (("чек",), ("кусочек",)),
    (("ок",), ("кусок",)),
    (("жа", "ча", "ша", "ща"), ("крыша",)),
    (("а",), ("работа",)),
    (("я",), ("неделя",)),
    (("к", "г", "х"), ("знак",)),
    (("ж", "ч", "ш", "щ"), ("гараж",)),
    (("й",), ("трамвай",)),
    (("ц",), ("абзац",)),
    (tuple("бвдзлмнпрстф"), ("завод",)),
)


def paradigm(word: str) -> frozenset[str]:
    """Every form of a word given in its dictionary form; those of a model too where the dictionary lacks the word."""
    own = next((parse.lexeme for parse in parses(word) if normalise(parse.normal_form) == word), ())
    found = frozenset(normalise(form.word) for form in own) | {word}
    if is_known(word):
        return found
    first, hyphen, last = word.rpartition("-")
    as_last = (f"{first}-{form}" for form in paradigm(last)) if hyphen else ()  # «чек-лист» as «лист»
    return found.union(_as_models(word), as_last)


def beginning(word: str) -> str:
    """Letters that all forms of a word share, at least the first three."""
    plain = word.removesuffix("ся")
    return plain[: max(_BEGINNING, len(plain) - (_LONG_END if plain.endswith(("овать", "евать")) else _END))]


def beginnings(form: str) -> Iterator[str]:
    """All that may be the `beginning` of the word with this form."""
    return (form[:size] for size in range(_BEGINNING, len(form) + 1))


def _as_models(word: str) -> Iterator[str]:
    """«забодяжить» as «заменить»: забодяжил, забодяжен, забодяженный."""
    plain = word.removesuffix("ся")
    models = next((models for ends, models in _MODELS if plain.endswith(ends)), ())
    for model in models:
        end = next((plain[-size:] for size in range(len(plain), 0, -1) if model.endswith(plain[-size:])), "")
        stem, root = plain.removesuffix(end), model.removesuffix(end)
        for form in {normalise(form.word) for form in parses(model)[0].lexeme}:
            if form.startswith(root):
                inflected = stem + form.removeprefix(root)
                yield inflected
                if plain.endswith("ть"):
                    yield inflected + ("сь" if inflected[-1] in _VOWELS else "ся")
