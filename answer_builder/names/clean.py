"""Mends what keyboards, scanners and forms do to a name: invisible signs, look-alike letters, letter case, titles."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from answer_builder.model import Gender

MARKUP = re.compile(r"""["«»„“”<>{}\[\]*#|\\~^=]+""")
INVISIBLE = {"Cf", "Cc", "Cs", "Co", "Cn"}
HYPHENS = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
APOSTROPHES = dict.fromkeys(map(ord, "`´‘ʼʹ′＇"), "’")  # the plain ' stays as the person wrote it
LATIN_TWINS = str.maketrans("ABCEHKMOPTXYaceopxykmnurtëËIi", "АВСЕНКМОРТХУасеорхукмпигтёЁІі")
LATIN_CAPITAL_TWINS = frozenset("ABCEHKMOPTXYË")
LATIN_SMALL_TWINS = frozenset("aceopxyë")
GREEK_TWINS = str.maketrans("ΑΒΕΗΚΜΝΟΡΤΥΧαορυχ", "АВЕНКМНОРТУХаорух")
DIGIT_TWINS = str.maketrans("03", "ОЗ")

CYRILLIC = "А-Яа-яЁёІіЇїЄєҐґЎў"
GLUED_TITLE = re.compile(r"(?i)^\s*(гр|г|тов|гр-н|гр-ка|г-н|г-жа|ип)\.(?=[а-яё]{2})")
LABELS = re.compile(r"(?i)(?<!\w)(?:фамилия|имя|отчество)(?!\w)\s*[:=–-]?\s*")
TIDY = re.compile(rf"[{CYRILLIC}]{{2,}}(?:[ -][{CYRILLIC}]{{2,}})*")
LONGEST = 1000  # signs; no line of names is longer
PASSES = 6
NOT_AFTER = frozenset(("от", "г", "гр"))
PARTICLES = frozenset(
    ("фон", "ван", "дер", "ден", "тен", "де", "ди", "да", "дю", "дель", "делла", "дос", "аф", "цу", "ибн", "бен", "бин")
) | frozenset(("аль", "эль", "ас", "эш", "оглы", "оглу", "огли", "угли", "улы", "уулу", "кызы", "кизи", "гызы", "заде"))
ALSO_SURNAMES = frozenset(("ван", "де", "да", "ди", "бен", "бин", "тен"))
TUVAN_PARTS = ("оол", "кыс")  # Кара-оол, Чечек-кыс, Кан-ооловна
CAPITAL_PREFIXES = ("Мак", "Ди", "Де", "Ла", "Ле", "Дю", "Сан", "Ван")
TAIL = re.compile(
    r"(?i)(?:[\s(]+|^)(?:"
    r"\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}|\b(?:19|20)\d\d\b|г\.?\s?р\.?\s*\d|года?\s+рожд"
    r"|(?:ул|пр-т|пер|кв|тел|моб|паспорт|инн|снилс|почта|адрес|дом|д)\b\.?\s*[:№]?\s*\d"
    r"|(?:ул|пер|пр-т|тел|адрес|снилс|паспорт|e-?mail)[.:]"
    r"|(?:улица|проспект|переулок|телефон|адрес|проживающ\w*|зарегистрированн\w*)\b"
    r"|\S+@\S+|\+?\d[\d ()-]{5,}|№\s*\d"
    r")[^,;]*"
)
TOWN = re.compile(r",\s*г(?:ор)?\.\s*[^,;]*")


@dataclass(frozen=True, slots=True)
class CleanName:
    """A name line in order: the words, what a title before them said of the gender, and whether it began with «от»."""

    text: str
    title_gender: Gender | None = None
    title: str = ""
    follows_ot: bool = False


@cache
def _titles() -> dict[str, str]:
    source = files("answer_builder.names").joinpath("titles.toml").read_text(encoding="utf-8")
    table = tomllib.loads(source)
    titles = {word: gender for gender in ("m", "f", "any") for word in table[gender]}
    return titles | dict.fromkeys(table["before_genitive"], "any")


@cache
def _before_genitive() -> frozenset[str]:
    source = files("answer_builder.names").joinpath("titles.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(source)["before_genitive"])


def mend_signs(raw: str) -> str:
    """The same text in composed letters, with plain spaces, hyphens and apostrophes and nothing invisible."""
    text = unicodedata.normalize("NFC", raw).translate(HYPHENS).translate(APOSTROPHES)
    signs = []
    for sign in text:
        category = unicodedata.category(sign)
        if category.startswith("Z") or sign in "\t\n\r_":
            signs.append(" ")
        elif category not in INVISIBLE and category != "Mn":  # Mn that NFC left over: stress marks
            signs.append(sign)
    return " ".join("".join(signs).split())


def clean(raw: str) -> str:
    """A person's name in tidy spelling: «ИВАНОВА  мария (1985 г.р.)» → «Иванова Мария»; titles stay."""
    if len(tidy := mend_signs(raw)) > LONGEST:
        return tidy
    text = _clean_once(tidy)
    for _ in range(PASSES):  # taking junk off may bare more junk
        if TIDY.fullmatch(text) or (again := _clean_once(text)) == text:
            break
        text = again
    return text


def _clean_once(text: str) -> str:
    text = mend_signs(text)
    bare = re.sub(r"\([^)]*\)?", " ", text)
    text = bare if re.search(r"\w", bare) else text.replace("(", " ").replace(")", " ")
    text = GLUED_TITLE.sub(r"\1. ", text)
    text = MARKUP.sub(" ", text)
    text = re.sub(r"^\s*(?:№\s*)?\d{1,4}\s*[.)]\s*|^[\s\-•·.,:;]+", "", text)
    text = without_tail(text)
    if re.search(r"(?i)(?<!\w)имя(?!\w)", text):  # «Фамилия: Носов Имя: Иван»
        text = LABELS.sub(" ", text)
    text = _mend_letters(text)
    text = re.sub(r"\s-\s+([а-яё]+)", lambda match: " " * (match[1] in _titles()) or match.group(), text)
    text = re.sub(
        rf"(?<=[{CYRILLIC}]{{2}})\s*-\s*(?=[{CYRILLIC}]{{2}})|\s+-(?=[{CYRILLIC}])|(?<=[{CYRILLIC}])-\s+", "-", text
    )
    text = re.sub(r"\s*([’'])\s*", r"\1", text).strip("’' ")
    words = [word for word in _loosen(_split_glued(text)).split() if re.search(r"[^\W\d_]", word)]
    return " ".join(_proper_case(word, inside=index > 0 or text.isupper()) for index, word in enumerate(words))


def without_tail(text: str) -> str:
    """The line without dates of birth, addresses and telephones after the names."""
    pieces = [TAIL.sub(" ", piece) for piece in TOWN.sub("", text).split(",")]
    return ",".join(piece for piece in pieces if re.search(r"\w", piece)) or text


def without_titles(text: str) -> CleanName:
    """The cleaned name without «гр.», «ФИО:», «г-жа», «от» …, and what those words said."""
    words = text.split()
    gender: Gender | None = None
    title, follows_ot = "", False
    label = re.match(
        r"(?i)(?:ф\.?\s?и\.?\s?о\.?|фамилия,? имя,? отчество)(?:\s+заявител[а-я]+)?\s*[:\-]\s*|фио\s+", text
    )
    if label:
        words = text[label.end() :].split()
    while len(words) > 1 and (meaning := _titles().get(_title_key(words[0]))) and not _is_initial_g(words):
        word = words.pop(0)
        follows_ot = follows_ot or _title_key(word) in _before_genitive()
        if meaning == "m":
            gender, title = "m", word
        elif meaning == "f":
            gender, title = "f", word
    while len(words) > 1 and _title_key(words[-1]) in _titles() and _title_key(words[-1]) not in NOT_AFTER:
        words.pop()
    tidy = " ".join(words).strip(" ,:;-")
    if not re.search(r"(?:^|[ .-])\w\.?$", tidy):
        tidy = tidy.rstrip(".")
    return CleanName(tidy, gender, title, follows_ot)


def _is_initial_g(words: list[str]) -> bool:
    """«Г. Носов» is Григорий or Галина, «г. Носов» and «Г. Носов Иван Ильич» are gentlemen."""
    return words[0].startswith("Г") and _title_key(words[0]) == "г" and len(words) == 2


def _title_key(word: str) -> str:
    return word.lower().strip(".,:;").replace("ё", "е")


def _mend_letters(text: str) -> str:
    has_cyrillic = bool(re.search(rf"[{CYRILLIC}]", text))
    if not has_cyrillic and " " in text and set(re.sub(r"[\s.'’-]", "", text)) <= LATIN_CAPITAL_TWINS:
        return text.translate(LATIN_TWINS)  # «KOTOBA TAMAPA»: every letter has a Russian twin
    return " ".join(_mend_word(word, has_cyrillic) for word in text.split())


def _mend_word(word: str, in_cyrillic_text: bool) -> str:
    if re.search(r"[Α-Ωα-ω]", word):
        word = word.translate(GREEK_TWINS)
    latin = set(re.findall(r"[A-Za-zËë]", word))
    if latin and (
        re.search(rf"[{CYRILLIC}]", word) or (in_cyrillic_text and latin <= LATIN_CAPITAL_TWINS | LATIN_SMALL_TWINS)
    ):
        word = word.translate(LATIN_TWINS)
    if re.search(r"\d", word) and re.search(rf"[{CYRILLIC}]", word):
        word = re.sub(r"\d", "", _mend_digits(word))
    return word


def _mend_digits(word: str) -> str:
    mended = word.translate(DIGIT_TWINS)
    return (
        mended
        if word.isupper() or (word.lstrip("03") == word[1:] and word[0] in "03")
        else _lower_after_first(mended, word)
    )


def _lower_after_first(mended: str, typed: str) -> str:
    pairs = zip(mended, typed, strict=True)
    return "".join(new.lower() if old.isdigit() and index else new for index, (new, old) in enumerate(pairs))


def _split_glued(text: str) -> str:
    """«ИвановИванИванович» → three words; «МакДональд» stays one."""

    def split(match: re.Match[str]) -> str:
        word = match.group()
        pieces = re.findall(r"[А-ЯЁ][а-яё]+|[а-яё]+|[А-ЯЁ]+(?![а-яё])", word)
        glued = len(pieces) > 1 and all(len(p) >= 3 and p[0].isupper() and p[1:].islower() for p in pieces)
        return " ".join(pieces) if glued and not word.startswith(CAPITAL_PREFIXES) else word

    return re.sub(r"[А-ЯЁа-яё]{6,}", split, text)


def _loosen(text: str) -> str:
    """Spaces after commas and around groups of initials: «ИвановИ.И.» → «Иванов И.И.»."""
    text = re.sub(r"[,;:/]+", " ", text) if not re.match(r"(?i)\s*(?:ф\.?\s?и\.?\s?о|фамилия)", text) else text
    text = re.sub(r"([А-ЯЁа-яё’'-]{2,}[а-яё])((?:[А-ЯЁ]\.){1,2}-?(?:[А-ЯЁ]\.?)?)(?=\s|$)", r"\1 \2", text)
    text = re.sub(r"((?:^|\s)(?:[А-ЯЁа-яё]\.\s?){1,2})(?=[А-ЯЁа-яё]{2})", r"\1 ", text)
    text = re.sub(r"\.{2,}", ".", text)
    text = re.sub(rf"(?<=[{CYRILLIC}]{{3}})\.(?=[{CYRILLIC}]{{2}})", " ", text)
    return re.sub(rf"(?<=[{CYRILLIC}]{{3}})[.,!?]+(?=\s|$)", lambda m: "." if m.group().startswith(".") else "", text)


def _proper_case(word: str, *, inside: bool) -> str:
    if (re.fullmatch(r"(?:\w\.?-?){1,3}", word) and "." in word) or len(word.strip(".-")) == 1:
        return word if word == "г." and not inside else word.upper()
    if re.fullmatch(r"[Дд][жЖ]\.", word):
        return "Дж."
    return "-".join(_proper_part(part, inside=inside or place > 0) for place, part in enumerate(word.split("-")))


def _proper_part(part: str, *, inside: bool) -> str:
    low = part.lower()
    if inside and low.startswith(TUVAN_PARTS):
        return low
    if low in PARTICLES and (inside or part.islower()) and (low not in ALSO_SURNAMES or part.islower()):
        return low
    if cut := re.search(r"[’']", part):
        head, rest = part[: cut.start()], part[cut.end() :]
        return f"{head.capitalize()}{cut.group()}{rest.capitalize()}" if len(head) <= 2 and rest else part.capitalize()
    if part.startswith(CAPITAL_PREFIXES) and re.fullmatch(r"[А-ЯЁ][а-яё]{1,2}[А-ЯЁ][а-яё]+", part):
        return part
    return part.capitalize()
