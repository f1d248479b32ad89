"""What a typical answer is made of: the frozen shape of one file in `typical_answers/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from answer_builder.plural import plural

Kind = Literal["situation", "ground", "notice"]
FieldType = Literal["text", "phrase", "date", "time", "due", "list", "url", "number", "choice"]

KINDS: Mapping[str, str] = {"situations": "situation", "grounds": "ground", "notices": "notice"}  # folder -> kind
DOCUMENTS = ("answer", "notification", "return_cover", "request", "explanation", "internal_note", "site_text")
UNADDRESSED = ("internal_note", "site_text")  # no citizen is greeted: a note for the file, a text for everybody
REGIMES = ("59-fz", "210-fz", "info-request", "social")
FIELD_TYPES = ("text", "phrase", "date", "time", "due", "list", "url", "number", "choice")
GRAMMATICAL_CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "prepositional")


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a choice field: what the letter says for it and which other fields it then needs."""

    key: str
    label: str
    text: str
    requires: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One thing an executor fills in; drawn as a form field, a table column and a line of `explain`.

    A field with a `default` is never missing; one that is not `printed` is only checked. `grammatical_case` belongs
    to phrases, `forms` (лист, листа, листов) to numbers, `choices` to choices, the rest to lists: `columns` when an
    item is a record, `item` its wording, `one` the sentence around a single item, `many` the line before several.
    """

    key: str
    label: str
    type: FieldType
    hint: str = ""
    required: bool = True
    example: Any = None
    default: str = ""
    printed: bool = True
    grammatical_case: str = ""
    forms: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    columns: tuple["Field", ...] = ()
    item: str = "{{ item }}"
    one: str = ""
    many: str = ""
    min_items: int = 1
    max_items: int = 20


@dataclass(frozen=True, slots=True)
class Term:
    """By when the letter must go: `days` or `hours` counted from `counted_from`."""

    counted_from: str
    basis: str
    days: int | None = None
    hours: int | None = None

    @property
    def span(self) -> str:
        """«7 дней», «24 часа», «не назван»."""
        if self.days:
            return f"{self.days} {plural(self.days, ('день', 'дня', 'дней'))}"
        if self.hours:
            return f"{self.hours} {plural(self.hours, ('час', 'часа', 'часов'))}"
        return "не назван"


@dataclass(frozen=True, slots=True)
class Example:
    """A case in small that must build: whom it is for and which fields differ from the fields' own examples."""

    title: str
    addressee: Mapping[str, Any]
    fields: Mapping[str, Any]
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypicalAnswer:
    """A situation, ground or notice of the catalogue.

    One question of several is answered by `point` and `text` in place of `opening`, `text` and `ending`; without
    `point` the answer is always a letter of its own.
    `registered` is False when no registered appeal stands behind it: no number is asked, «На № …» is not printed.
    `channel` is the only way in that the answer fits, or "". `example` holds keys of the case that its examples need.
    `origin` is «поставка», or the path of an authority's own file.
    """

    slug: str
    title: str
    kind: Kind
    order: int
    when: str
    document: str
    basis: tuple[str, ...]
    legal_as_of: date
    review_by: date
    regime: str
    term: Term
    closes: bool
    registered: bool
    channel: str
    subject_line: str
    fields: tuple[Field, ...]
    opening: tuple[str, ...]
    text: tuple[str, ...]
    ending: tuple[str, ...]
    point: str
    closing: tuple[str, ...]
    attachments: tuple[str, ...]
    must_say: tuple[str, ...]
    must_not_say: tuple[str, ...]
    example: Mapping[str, Any]
    examples: tuple[Example, ...]
    origin: str

    @property
    def is_addressed(self) -> bool:
        """True when the document goes to the citizen and greets them."""
        return self.document not in UNADDRESSED

    def field(self, key: str) -> Field:
        """The field with this key; KeyError when there is none."""
        return next(field for field in self.fields if field.key == key)
