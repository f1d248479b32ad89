"""The frozen values that travel between the rooms."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Gender = Literal["m", "f"]
Level = Literal["error", "warning", "info"]
InitialsPosition = Literal["after", "before"]


@dataclass(frozen=True, slots=True)
class Person:
    """One person's name in the nominative; a part that is not known is an empty string."""

    surname: str
    name: str
    patronymic: str
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class Addressing:
    """How a letter speaks to the people of one name line, or the reason why a human must be asked.

    `greeting` is None when `status` is "ask"; a form that could not be decided is an empty string.
    `addressee_dative` of several people is joined by "; ".
    """

    input: str
    status: Literal["ok", "ask"]
    reason: str
    gender: Gender | None
    evidence: str
    greeting: str | None
    dative_full: str
    genitive_full: str
    accusative_full: str
    instrumental_full: str
    addressee_dative: str
    persons: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Incoming:
    """The appeal as it was registered."""

    number: str
    registered: datetime.date
    channel: str
    addressed_to: str


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom the letter goes to; `addressing` says how, or what has to be asked."""

    names: tuple[str, ...]
    kind: str
    gender: Gender | None
    post_address: tuple[str, ...]
    email: str
    addressing: Addressing

    @property
    def is_several(self) -> bool:
        """True when the letter says «вы», not «Вы»: it is greeted by «Уважаемые …», or speaks to everybody."""
        return self.kind == "public" or (self.addressing.greeting or "").startswith("Уважаемые")


@dataclass(frozen=True, slots=True)
class Executor:
    """Who prepared the letter (001 6.2): full name and phone are obligatory."""

    name: str
    phone: str
    position: str = ""
    department: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Silence:
    """A wish not to hear some remarks: rules or categories by name, why, and who says so.

    It holds where the words `match` stand (empty: anywhere) and inside `span`, code points of the checked text (None:
    the whole text). `where` is how a message calls the place it is written in.
    """

    rules: tuple[str, ...]
    reason: str
    author: str
    by: Literal["comment", "case"]
    where: str
    match: str = ""
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """Everything one letter is made of, read and validated; fields hold typed values.

    A letter on several questions has no `answer`, `fields` or `body` of its own: each of its `questions` does, as a
    case of one question with the same people, dates and letterhead.
    """

    answer: str
    authority: str
    letterhead: str
    signatory: str
    incoming: Incoming
    addressee: Addressee
    executor: Executor
    fields: Mapping[str, Any]
    date: datetime.date | None = None
    body: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    questions: tuple["Case", ...] = ()
    suppress: tuple[Silence, ...] = ()

    @property
    def answers(self) -> tuple[str, ...]:
        """The typical answer to each question, one for a plain case."""
        return tuple(question.answer for question in self.questions) or (self.answer,)


@dataclass(frozen=True, slots=True)
class Letter:
    """The finished wording of one letter as plain text, before it is put on the letterhead.

    `text` holds the paragraphs between the greeting and the closing contact paragraph; `answer` is «solved», or
    «solved+cannot» when several questions are answered.
    """

    answer: str
    authority: str
    letterhead: str
    date: str
    reference_number: str
    reference_date: str
    restriction: tuple[str, ...]
    addressee: tuple[str, ...]
    heading: str
    greeting: str
    text: tuple[str, ...]
    closing: tuple[str, ...]
    survey_url: str
    attachments: tuple[str, ...]
    signatory_position: tuple[str, ...]
    signatory_name: str
    executor_mark: tuple[str, ...]
    large_print: bool
    requisites: Mapping[str, str] = field(default_factory=dict)

    @property
    def prose(self) -> str:
        """The words a checker reads, one paragraph a line: greeting, text, closing, attachments."""
        return "\n".join((self.greeting, *self.text, *self.closing, *self.attachments))


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding is not shown: a comment in the text, an entry of the case or a baseline (of that ISO day)."""

    by: Literal["comment", "case", "baseline"]
    reason: str
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark of the checker; `start` and `end` are code-point offsets into the checked text."""

    rule: str
    category: str
    level: Level
    message: str
    why: str
    basis: str
    start: int
    end: int
    match: str
    replacements: tuple[str, ...] = ()
    paragraph: int = 0
    fingerprint: str = ""
    suppressed: bool = False
    suppressed_by: Suppression | None = None


@dataclass(frozen=True, slots=True)
class PageEstimate:
    """How long a .docx will be: pages, free text lines left on the last page, the sentence that spills over.

    `alone`: nothing but the signature or the executor mark stands on the last page; `not_followed`: what the file has
    that was not measured, in Russian words.
    """

    pages: int
    lines_left: int
    spills: str | None = None
    alone: Literal["", "signature", "mark"] = ""
    not_followed: tuple[str, ...] = ()
