"""The words of a letter on several questions: each is answered in a numbered point (001 7.9)."""

from collections.abc import Iterator, Mapping, Sequence

from answer_builder.letter.wording import Said, Wording
from answer_builder.model import Case


def say_points(questions: Sequence[Case]) -> Said:
    """One opening, «1. По вопросу …», «2. …»; closing paragraphs are said once, attachments are of all points."""
    points = [Wording(question) for question in questions]
    return Said(
        heading=points[0].say("{{ several_heading }}"),
        text=(points[0].say("{{ several_opening }}"), *_numbered(points)),
        closing=tuple(dict.fromkeys(line for point in points for line in point.closing())),
        attachments=tuple(line for point in points for line in point.attachments()),
    )


def _numbered(points: Sequence[Wording]) -> Iterator[str]:
    once = _said_once(points)
    for number, point in enumerate(points, 1):
        own_ending = [line for line in point.answer.ending if line not in once]
        first, *rest = point.paragraphs((point.answer.point, *point.answer.text, *own_ending))
        yield f"{number}. {first}"
        yield from rest
    yield from once.values()


def _said_once(points: Sequence[Wording]) -> Mapping[str, str]:
    """Endings that several points share word for word; what a single point ends with stays there."""
    said: dict[str, list[str]] = {}
    for point in points:
        for line in point.answer.ending:
            said.setdefault(line, []).append(point.say(line))
    return {line: texts[0] for line, texts in said.items() if len(texts) > 1 and len(set(texts)) == 1}
