"""What makes an assurance a fact: a term, a person, a list of deeds, a norm; looked for in the same sentence."""

import re

_GAP = "[ \u00a0]"
_MONTH = r"(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,3}\b"
_DAY = rf"(?:\d{{1,2}}{_GAP}{_MONTH}|\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}})"
_PART = rf"(?:(?:конца|концу|конце|начала|началу|начале|середины|середине){_GAP})?"
_COUNTED = "(?:два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|пятнадцать|двадцать|тридцать)"
_NUMERAL = "(?:двух|трех|трёх|пяти|семи|десяти|пятнадцати|двадцати|тридцати)"

# A plain past date («взят на контроль 5 июня») is no term: the citizen still does not know when.
_TERM = (
    rf"\b(?:до|к|по|позднее|позже|с|со){_GAP}{_PART}{_DAY}",
    rf"\b(?:в|до|к|с){_GAP}{_PART}{_MONTH}",
    rf"\b(?:в|во|до|к|с){_GAP}{_PART}20\d\d",
    rf"\b(?:[IVX]+|\d|перво[мй]|второ[мй]|третье[мй]|четверто[мй])(?:-?[мй])?{_GAP}(?:квартал|полугоди|декад)",
    rf"\bв{_GAP}течение{_GAP}(?:\d+|{_NUMERAL})",
    rf"\bсрок[а-я]*(?:{_GAP}[а-я]+)?{_GAP}*[–—:-]{_GAP}*\d",
    rf"\bза{_GAP}(?:месяц|неделю|сутки|день)\b",
    rf"\bза{_GAP}(?:\d+|{_COUNTED}){_GAP}(?:(?:рабочих|календарных){_GAP})?(?:дн|час|недел|месяц)",
)
_NAME, _INITIALS = r"[А-ЯЁ][а-яё]+", rf"[А-ЯЁ]\.{_GAP}?[А-ЯЁ]\."

_AFTER_ONLY = frozenset(("list",))  # «Вот что сделано: приняты меры» lists nothing, «Приняты меры: убран снег» does

FACTS = {
    "date": re.compile(_DAY, re.IGNORECASE),
    "term": re.compile("|".join(_TERM), re.IGNORECASE),
    "person": re.compile(rf"{_NAME}{_GAP}{_INITIALS}|{_INITIALS}{_GAP}{_NAME}"),
    "list": re.compile(r":(?=\s|$)"),
    "law": re.compile(
        r"\b(?:стат(?:ь|е)|ст\.|част[ьи]\b|(?:под)?пункт|закон(?!одат)|приказ|постановлен|распоряжен|кодекс|регламент|правил)|№|-ФЗ",
        re.IGNORECASE,
    ),
    "number": re.compile(r"\d"),
    "deed": re.compile(
        r"\b(?:направ|высл|отремонтиров|замен|почин|верну|назнач|выплат|пересчит|убр|вывез|установ|выеха|устран|исправ"
        r"|включ|подключ|оштрафов|уволь?н?)(?:а|и|я)?ли\b",
        re.IGNORECASE,
    ),
    "check": re.compile(r"\b(?:акт(?:а|у|ом|е|ы)?\b|протокол|экспертиз|заключени|комисси)", re.IGNORECASE),
}


def shows(fact: str, text: str, end: int) -> bool:
    """True when the sentence gives the fact; `end` is where the phrase that wants it ends."""
    return FACTS[fact].search(text, end if fact in _AFTER_ONLY else 0) is not None
