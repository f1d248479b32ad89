"""Whether a word is spelt as some Russian word or name may be; doubt is decided in favour of names."""

import re
from functools import lru_cache

from answer_builder.lint.guards import follows_place_word, stands_by_initials
from answer_builder.lint.spelling.compounds import is_compound
from answer_builder.lint.spelling.lexicon import is_subject_word, lexicon
from answer_builder.lint.spelling.neighbours import is_one_slip_away, neighbours
from answer_builder.lint.spelling.word_counts import is_counted
from answer_builder.lint.text import Sentence
from answer_builder.lint.words import has_tag, is_known
from answer_builder.morphology import has_entry

_CYRILLIC = re.compile(r"[а-яё]+(?:-[а-яё]+)*")
_OTHER_ENDING = re.compile(r"[а-яё]\($")  # «заявитель(ница)»
_LETTER_IN_BRACKETS = re.compile(r"\([а-яё]\)[а-яё]")  # «бенз(а)пирен»
_LONGEST_CAPITALS = 8
_LONGEST_SHORTENING = 5
_NAME_TAGS = ("Name", "Patr", "Surn")
_SURNAME = re.compile(
    r"[а-я]{2,}(?:[оеё]в|ин|ын)(?:а|у|ым|е|ой|ы|ых|ыми)?$|[а-я]{2,}[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ие|их)$"
    r"|[а-я]{2,}(?:[иы]х|ко|[ую]к|дзе|швили|ян|ич|ман|берг)(?:а|у|ом|ем|е)?$"
)
_ADJECTIVE_OF_PLACE = re.compile(r"[а-я]{3,}[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$")
_NEAR_PLACE = 3
_BODY = re.compile(r"^(?:рос|гос|мин|обл|гор|крайн?|глав|спец)([а-я]{4,})$")


def accepts(sentence: Sentence, position: int, names: frozenset[str]) -> bool:
    """True when the word needs no remark."""
    token = sentence.tokens[position]
    word = token.norm
    if token.kind != "word" or is_known(word) or len(word) == 1 or not _CYRILLIC.fullmatch(word):
        return True
    if not _is_plainly_cased(token.text) or word in names or is_subject_word(word):
        return True
    is_listed_mistake = has_entry(word)  # «видео-камера»: the dictionary names it, as an error
    if (is_compound(word) and not is_listed_mistake) or _is_shortened(sentence, position):
        return True
    return token.is_capitalised and _may_be_name(sentence, position)


def _is_shortened(sentence: Sentence, position: int) -> bool:
    """«корп. 2», «15 авг», «электро- и теплосчётчики», «заявитель(ница)»: the rest of the word is told by a sign."""
    token = sentence.tokens[position]
    if token.norm in lexicon().months and position and sentence.tokens[position - 1].kind == "number":
        return True
    before, after = sentence.text[: token.start - sentence.start], sentence.text[token.end - sentence.start :]
    if after.startswith("-") or _LETTER_IN_BRACKETS.match(after) or _OTHER_ENDING.search(before):
        return True
    if token.norm in lexicon().shortenings and after.startswith("."):
        return True
    return len(token.text) <= _LONGEST_SHORTENING and after.startswith(".") and bool(after.strip(". \u00a0"))


def _is_plainly_cased(text: str) -> bool:
    """False for abbreviations («МФЦ», «СанПиН»): they are another rule's business."""
    if text.isupper():
        return len(text) > _LONGEST_CAPITALS
    return all(part[1:].islower() or len(part) == 1 for part in re.split("[-‑]", text))


def _may_be_name(sentence: Sentence, position: int) -> bool:
    token = sentence.tokens[position]
    if _is_misspelt_official(token.norm):
        return False
    body = _BODY.match(token.norm)
    if body and is_known(body.group(1)):
        return True
    if token.is_quoted or stands_by_initials(sentence, position) or follows_place_word(sentence, position):
        return True
    if _ADJECTIVE_OF_PLACE.match(token.norm) and _is_before_place_word(sentence, position):
        return True
    near = sentence.tokens[max(0, position - 1) : position] + sentence.tokens[position + 1 : position + 2]
    if any(other.is_capitalised and has_tag(other.norm, *_NAME_TAGS) for other in near):
        return True
    return position > 0 or (len(sentence.tokens) <= len("ФИО") and bool(_SURNAME.match(token.norm)))


def _is_before_place_word(sentence: Sentence, position: int) -> bool:
    """«Илькинское сельское поселение», «Лаишевский район»; «Гордской округ» stays a mistake."""
    after = sentence.tokens[position + 1 : position + 1 + _NEAR_PLACE]
    if not any(token.lemmas & lexicon().divisions for token in after):
        return False
    return not any(is_known(near) and is_counted(near) for near in neighbours(sentence.tokens[position].norm))


@lru_cache(maxsize=10_000)
def _is_misspelt_official(word: str) -> bool:
    """«Министерсво» with a capital is no surname: one letter away stands a word that letters do capitalise."""
    return any(is_one_slip_away(word, official) for official in lexicon().official)
