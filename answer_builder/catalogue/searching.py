"""Search over the catalogue: by words of a title, of when it fits, of its law, its text and its fields."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise

from answer_builder.catalogue.reading import all_answers, shared
from answer_builder.catalogue.schema import Field, TypicalAnswer
from answer_builder.catalogue.search_words import Wanted, folded, wanted, words
from answer_builder.catalogue.wording import expand
from answer_builder.morphology import has_entry

WEIGHTS = {"title": 8, "when": 4, "norm": 2, "text": 1, "fields": 1}
_SIDE_BY_SIDE = 4
LONGEST_QUERY = 200  # signs; what stands beyond is not looked at
_LONGEST_FRAGMENT = 170  # signs; about two lines
_BEFORE_FOUND = 60
_SHORTEST_MISSPELT = 4
_LIKENESS = 0.75


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that was or was not asked for."""

    text: str
    is_found: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """An answer that was found: its title and a telling `fragment`, with the found words marked.

    `place` is where the fragment comes from, a key of WEIGHTS: «title» when the title has all that was found, and the
    fragment then says when the answer fits. `missing` are the words of the query that the answer does not have.
    """

    answer: TypicalAnswer
    place: str
    title: tuple[Piece, ...]
    fragment: tuple[Piece, ...]
    missing: tuple[str, ...] = ()


def search(query: str, answers: Iterable[TypicalAnswer] | None = None) -> tuple[Hit, ...]:
    """Answers that have every word of the query, the most telling first; without any, those that miss fewest words."""
    among = tuple(all_answers().values() if answers is None else answers)
    asked = _with_kin(wanted(query[:LONGEST_QUERY]), among)
    hits = [hit for answer in among if (hit := _hit(answer, asked))]
    fewest = min((len(hit.missing) for _, hit in hits), default=0)
    best = sorted((pair for pair in hits if len(pair[1].missing) == fewest), key=lambda pair: -pair[0])
    return tuple(hit for _, hit in best)


def did_you_mean(query: str) -> str:
    """The query with its misspelt words put right after words of the catalogue; empty when there is nothing to mend."""
    vocabulary = _vocabulary(all_answers().values())
    mended, end = "", 0
    for word in words(query[:LONGEST_QUERY]):
        typed = query[word.start : word.end]
        if len(typed) < _SHORTEST_MISSPELT or not typed.isalpha() or has_entry(typed.lower()):
            continue
        if folded(typed) not in vocabulary and (close := get_close_matches(folded(typed), vocabulary, 1, _LIKENESS)):
            mended += query[end : word.start] + close[0]
            end = word.end
    return mended + query[end:] if end else ""


def _hit(answer: TypicalAnswer, asked: Sequence[Wanted]) -> tuple[int, Hit] | None:
    """The answer with its score, or None when it has no word of the query."""
    places: dict[Wanted, str] = {}
    telling, most, side_by_side = ("title", answer.when), 0, False
    for place, line in _lines(answer):
        here = [one for one in asked if any(one.spans(line))]
        for one in here:
            places.setdefault(one, place)
        beyond_title = sum(places[one] != "title" for one in here)
        if beyond_title > most:
            telling, most = (place, line), beyond_title
        side_by_side |= 1 < len(here) == len(asked) and _stand_together(line, asked)
    if not places:
        return None
    hit = Hit(
        answer=answer,
        place=telling[0],
        title=_marked(answer.title, asked),
        fragment=_shortened(_marked(telling[1], asked)),
        missing=tuple(one.typed for one in asked if one not in places),
    )
    return sum(WEIGHTS[place] for place in places.values()) + side_by_side * _SIDE_BY_SIDE, hit


def _stand_together(line: str, asked: Sequence[Wanted]) -> bool:
    """True when all that is asked makes one phrase of the line: «номер дела», not «номер … в отдел внутренних дел»."""
    phrases = [piece.text for piece in _marked(line, asked) if piece.is_found]
    return any(all(any(one.spans(phrase)) for one in asked) for phrase in phrases)


def _with_kin(asked: Sequence[Wanted], answers: Sequence[TypicalAnswer]) -> list[Wanted]:
    """What is asked; a word that no answer has in any form gives way to words of its root."""
    lines = [line for answer in answers for _, line in _lines(answer)]
    vocabulary = _vocabulary(answers)
    return [
        one.by_root(vocabulary) if one.forms and not any(any(one.spans(line)) for line in lines) else one
        for one in asked
    ]


def _vocabulary(answers: Iterable[TypicalAnswer]) -> frozenset[str]:
    lines = (line for answer in answers for _, line in _lines(answer))
    return frozenset(key for line in lines for word in words(line) for key in word.keys)


def _lines(answer: TypicalAnswer) -> Iterator[tuple[str, str]]:
    """Everything that is searched, the weightiest place first."""
    yield "title", answer.title
    yield "when", answer.when
    for norm in dict.fromkeys((*answer.basis, answer.term.basis)):
        yield "norm", norm
    choices = [choice for field in answer.fields for choice in field.choices]
    for wording in (*answer.text, *answer.closing, *answer.attachments, *(choice.text for choice in choices)):
        yield "text", _readable(wording)
    for field in answer.fields:
        yield "fields", "; ".join(_labels(field))


def _labels(field: Field) -> Iterator[str]:
    yield field.label
    yield from (choice.label for choice in field.choices)
    yield from (column.label for column in field.columns)


def _readable(wording: str) -> str:
    """The wording with three dots where values will stand."""
    said = re.sub(r"[\[\]]", "", expand(wording, shared().phrases))
    return re.sub(r"\{\{[^}]*\}\}\.?", "…", said)


def _marked(text: str, asked: Sequence[Wanted]) -> tuple[Piece, ...]:
    """The text cut into found and other runs; found words that stand side by side make one run."""
    runs: list[tuple[int, int]] = []
    for start, end in sorted(span for one in asked for span in one.spans(text)):
        if runs and not text[runs[-1][1] : start].strip():
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
        else:
            runs.append((start, end))
    edges = [0, *(edge for run in runs for edge in run), len(text)]
    pieces = (Piece(text[start:end], number % 2 == 1) for number, (start, end) in enumerate(pairwise(edges)))
    return tuple(piece for piece in pieces if piece.text)


def _shortened(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """A long line cut at words, so that what was found stays in sight."""
    text = "".join(piece.text for piece in pieces)
    if len(text) <= _LONGEST_FRAGMENT:
        return pieces
    found = len(pieces[0].text) if not pieces[0].is_found else 0
    start = text.rfind(" ", 0, max(0, found - _BEFORE_FOUND) + 1) + 1
    end = len(text) if len(text) - start <= _LONGEST_FRAGMENT else text.rfind(" ", 0, start + _LONGEST_FRAGMENT)
    kept, offset = [Piece("… ", False)] if start else [], 0
    for piece in pieces:
        inside = piece.text[max(0, start - offset) : max(0, end - offset)]
        if inside:
            kept.append(Piece(inside, piece.is_found))
        offset += len(piece.text)
    return (*kept, *((Piece(" …", False),) if end < len(text) else ()))
