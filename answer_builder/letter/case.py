"""The raw mapping of a case → `Case`: about one question, or about several that one letter answers (001 7.9)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from answer_builder import authorities, catalogue
from answer_builder.errors import Fault, Refused
from answer_builder.letter.duties import broken_together
from answer_builder.letter.one_question import read_one_question
from answer_builder.model import Case
from answer_builder.plain_text import shown

MOST_QUESTIONS = 20
OF_A_QUESTION = ("answer", "fields", "body")


def read_case(raw: Mapping[str, Any], *, today: date) -> Case:
    """A checked `Case`; raises `Refused` with every fault. `today` stands in for a missing date of the letter."""
    try:
        return _read_case(raw, today=today)
    except Refused as refusal:
        raise Refused(_in_words(refusal.faults, raw.get("authority"))) from None


def _in_words(faults: Iterable[Fault], slug: object) -> Iterator[Fault]:
    """The faults with the clauses of orders as the authority calls them."""
    bodies = authorities.all_authorities()
    body = bodies[slug if isinstance(slug, str) and slug in bodies else authorities.default_slug()]
    for fault in faults:
        message, hint = (authorities.in_words(words, body) for words in (fault.message, fault.hint))
        yield replace(fault, message=message, hint=hint)


def _read_case(raw: Mapping[str, Any], *, today: date) -> Case:
    if "questions" not in raw:
        return read_one_question(raw, today=today)
    entries = raw["questions"]
    if not isinstance(entries, list | tuple) or not entries:
        raise Refused([Fault("questions", "«questions» – это список вопросов, в нём нужен хотя бы один")])
    if len(entries) > MOST_QUESTIONS:
        message = f"вопросов можно не больше {MOST_QUESTIONS}, а указано {len(entries)}"
        raise Refused([Fault("questions", f"{message}: на остальные ответьте отдельным письмом")])
    faults = list(_given_twice(raw))
    common = {key: value for key, value in raw.items() if key not in (*OF_A_QUESTION, "questions")}
    questions = [_Question(number, entry, len(entries)) for number, entry in enumerate(entries, 1)]
    cases = []
    for question in questions:
        try:
            cases.append(question.read(common, today))
        except Refused as refusal:
            faults += refusal.faults
    faults = list(dict.fromkeys(faults))  # what is wrong with the common part is found in each question
    if not faults and len(cases) > 1:
        faults += broken_together(cases)
    if faults:
        raise Refused(faults)
    return cases[0] if len(cases) == 1 else replace(cases[0], answer="", fields={}, body=(), questions=tuple(cases))


def _given_twice(raw: Mapping[str, Any]) -> Iterator[Fault]:
    for key in OF_A_QUESTION:
        if key in raw:
            yield Fault(
                key,
                f"«{key}» указано и отдельно, и в списке вопросов: оставьте в questions, если вопросов несколько, "
                "а если один, уберите questions",
            )


@dataclass(frozen=True, slots=True)
class _Question:
    """One entry of the list, numbered from 1 as people count."""

    number: int
    raw: Any
    of: int

    @property
    def name(self) -> str:
        """«вопрос 2 «уборки снега»», by its subject while that can be read."""
        fields = self.raw.get("fields") if isinstance(self.raw, Mapping) else None
        subject = fields.get("subject") if isinstance(fields, Mapping) else None
        named = f" «{shown(subject.strip())}»" if isinstance(subject, str) and subject.strip() else ""
        return f"вопрос {self.number}{named}"

    def read(self, common: Mapping[str, Any], today: date) -> Case:
        """The case of this question alone; its own faults carry its number, those of the common part do not."""
        faults = list(self.unanswered())
        own = {key: self.raw[key] for key in OF_A_QUESTION if isinstance(self.raw, Mapping) and key in self.raw}
        is_answered = not any(fault.key in (self.key(), self.key("answer")) for fault in faults)
        if not is_answered:
            own["answer"] = ""  # so that the common part is checked all the same
        try:
            case = read_one_question({**common, **own}, today=today)
        except Refused as refusal:
            found = (fault for fault in refusal.faults if is_answered or fault.key != "answer")
            raise Refused([*faults, *map(self.numbered, found)]) from None
        if faults:
            raise Refused(faults)
        return case

    def key(self, name: str = "") -> str:
        return f"questions[{self.number}]{name and f'.{name}'}"

    def numbered(self, fault: Fault) -> Fault:
        if fault.key.partition(".")[0] not in OF_A_QUESTION:
            return fault
        return replace(fault, key=self.key(fault.key), message=f"{self.name}: {fault.message}")

    def unanswered(self) -> Iterator[Fault]:
        """An appeal is dealt with when every question is answered (001 7.9)."""
        if not isinstance(self.raw, Mapping):
            yield Fault(self.key(), f"{self.name}: нужен раздел с полями answer и fields")
            return
        for key in self.raw:
            if key not in OF_A_QUESTION:
                message = f"у вопроса есть только {', '.join(OF_A_QUESTION)}, остальное – общее для письма"
                yield Fault(self.key(key), f"{self.name}: {message}")
        answer, fields = self.raw.get("answer"), self.raw.get("fields", {})
        points = [slug for slug, entry in catalogue.all_answers().items() if entry.point]
        if answer in (None, ""):
            message = f"{self.name} остался без ответа (001 7.9): выберите answer"
            yield Fault(self.key("answer"), message, f"Есть {', '.join(points)}")
        elif self.of > 1 and isinstance(answer, str) and answer in catalogue.all_answers() and answer not in points:
            title = catalogue.all_answers()[answer].title
            message = f"{self.name}: «{title}» – отдельное письмо, пунктом общего ответа оно не бывает"
            yield Fault(self.key("answer"), message, f"Пунктами бывают {', '.join(points)}")
        elif isinstance(fields, Mapping) and not any(value for key, value in fields.items() if key != "subject"):
            yield Fault(self.key("fields"), f"{self.name} остался без ответа (001 7.9): заполните его поля")
