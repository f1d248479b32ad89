"""Which answer fits: the yes/no questions of `choose.toml`, checked, and the way that given replies take."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from answer_builder.catalogue.reading import SHELF, all_answers
from answer_builder.catalogue.schema import TypicalAnswer
from answer_builder.content_roots import own_folder
from answer_builder.content_table import Table, read_toml
from answer_builder.errors import CannotRun
from answer_builder.toml_lines import Path as Place

FILE = "choose.toml"
_YES = frozenset("да д yes y lf l + 1".split())  # «lf» is «да» typed with the Latin layout on
_NO = frozenset("нет н no n ytn - 0".split())


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask: `hint` and `points` explain it, `norm` is why it is asked, `yes` and `no` lead on.

    One that `follows` another question is not asked: it goes where the reply to that one leads, by default to `no`.
    """

    key: str
    yes: str
    no: str
    text: str = ""
    hint: str = ""
    points: tuple[str, ...] = ()
    norm: str = ""
    follows: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where the questions end: an entry of the catalogue, or None when no letter of it fits, and what to mind."""

    key: str
    title: str
    advice: str
    answer: TypicalAnswer | None


@dataclass(frozen=True, slots=True)
class Step:
    """A question with the reply to it."""

    question: Question
    reply: bool


@dataclass(frozen=True, slots=True)
class Route:
    """The steps taken so far and where they lead: to the next question or to an outcome."""

    steps: tuple[Step, ...]
    question: Question | None = None
    outcome: Outcome | None = None


class Questions:
    """The checked questions of one file; BrokenContent when a way has no end or misses one of `must_lead_to`."""

    def __init__(
        self, content: str, answers: Mapping[str, TypicalAnswer], must_lead_to: Collection[str] = (), file: str = FILE
    ):
        self._table = table = read_toml(file, content)
        self._begins = table.text("begins")
        self._questions: dict[str, Question] = {}
        self._places: dict[str, Place] = {}
        for number, entry in enumerate(table.tables("questions"), 1):
            question = _question(entry)
            if question.key in self._questions or question.key in answers:
                table.fail(("questions", number, "key"), f"«{question.key}» уже есть: вопрос или ответ каталога")
            self._questions[question.key] = question
            self._places[question.key] = ("questions", number)
        self._outcomes: dict[str, Outcome] = {}
        for number, entry in enumerate(table.tables("outcomes"), 1):
            outcome = _outcome(entry, answers)
            self._outcomes[outcome.key] = outcome
            self._places[outcome.key] = ("outcomes", number)
        not_asked = table.pairs("not_asked")
        table.close()
        for slug, answer in answers.items():
            self._outcomes.setdefault(slug, Outcome(slug, answer.title, "", answer))
        self._reached: set[str] = set()
        self._walk(self._begins, ("begins",), ())
        self._check_reached(not_asked, must_lead_to)

    def follow(self, replies: Sequence[bool]) -> Route:
        """The way these replies take; CannotRun when there are more of them than questions."""
        steps: list[Step] = []
        key = self._begins
        while question := self._questions.get(key):
            if question.follows:
                reply = any(step.reply for step in steps if step.question.key == question.follows)
            elif len(steps) < len(replies):
                reply = replies[len(steps)]
                steps.append(Step(question, reply))
            else:
                return Route(tuple(steps), question=question)
            key = question.yes if reply else question.no
        if len(steps) < len(replies):
            raise CannotRun(
                f"Вопросов было {len(steps)}, а ответов {len(replies)}. Результат: «{self._outcomes[key].title}»"
            )
        return Route(tuple(steps), outcome=self._outcomes[key])

    def _walk(self, key: str, named_at: Place, above: tuple[str, ...]) -> None:
        """Goes every way from here and remembers what it meets; a way without an end is a fault of the file."""
        if key in above:
            circle = " → ".join((*above[above.index(key) :], key))
            self._table.fail(named_at, f"вопросы ходят по кругу: {circle}")
        if key in self._reached:
            return
        if key not in self._questions and key not in self._outcomes:
            self._table.fail(named_at, f"нет ни вопроса, ни ответа «{key}»")
        if question := self._questions.get(key):
            place = self._places[key]
            if question.follows and question.follows not in self._questions:
                self._table.fail((*place, "follows"), f"нет вопроса «{question.follows}»")
            for way, goal in (("yes", question.yes), ("no", question.no)):
                self._walk(goal, (*place, way), (*above, key))
        self._reached.add(key)

    def _check_reached(self, not_asked: Mapping[str, str], must_lead_to: Collection[str]) -> None:
        for key, place in self._places.items():
            if key not in self._reached:
                self._table.fail((*place, "key"), f"к «{key}» не ведёт ни один ответ")
        for slug in not_asked.keys() & self._reached:
            self._table.fail(("not_asked", slug), "к этому ответу вопросы ведут")
        if lost := sorted(set(must_lead_to) - self._reached - not_asked.keys()):
            self._table.fail("not_asked", f"вопросы не ведут к «{lost[0]}»: назовите здесь причину")


def choose(replies: Sequence[bool] = ()) -> Route:
    """The way of these replies through the questions of this installation."""
    return _questions(own_folder()).follow(replies)


def read_reply(text: str) -> bool | None:
    """True for «да», False for «нет» in any of the ways people type them, None for anything else."""
    word = text.strip().strip(".!").lower()
    return True if word in _YES else False if word in _NO else None


def read_replies(text: str) -> tuple[bool, ...]:
    """Replies separated by commas or spaces; CannotRun names the one that is neither «да» nor «нет»."""
    parts = [part.split() or [""] for part in text.strip(" ,").split(",")] if text.strip(" ,") else []
    return tuple(_replies([word for part in parts for word in part]))


def _replies(words: Sequence[str]) -> Iterator[bool]:
    for number, word in enumerate(words, 1):
        if (reply := read_reply(word)) is None:
            said = f"– «{word}»" if word else "пропущен"
            raise CannotRun(f"Ответ № {number} {said}. Нужно «да» или «нет»")
        yield reply


@cache
def _questions(home: Path | None) -> Questions:
    """An authority's own questions stand in for the shipped ones; only these must lead to every shipped answer."""
    if own := SHELF.own(home).get(FILE):
        return Questions(own.text(), all_answers(), file=own.shown)
    files = SHELF.shipped()
    slugs = [file.slug for place, file in files.items() if "/" in place]
    return Questions(files[FILE].text(), all_answers(), slugs, files[FILE].shown)


def _question(table: Table) -> Question:
    follows = table.text("follows", "")
    question = Question(
        key=table.text("key"),
        text=table.text("text", "" if follows else None),
        hint=table.text("hint", ""),
        points=table.strings("points"),
        norm=table.text("norm", "" if follows else None),
        follows=follows,
        yes=table.text("yes"),
        no=table.text("no"),
    )
    table.close()
    return question


def _outcome(table: Table, answers: Mapping[str, TypicalAnswer]) -> Outcome:
    key = table.text("key")
    answer = answers.get(key)
    outcome = Outcome(
        key=key,
        title=answer.title if answer else table.text("title"),
        advice=table.text("advice"),
        answer=answer,
    )
    table.close()
    return outcome
