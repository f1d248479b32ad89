"""The catalogue as a Markdown page: which answer fits, and each entry with its norm, term, fields and a letter."""

from collections.abc import Iterator, Sequence
from datetime import date

from answer_builder import authorities, catalogue
from answer_builder.authorities import Authority
from answer_builder.catalogue import Field, Outcome, Question, TypicalAnswer
from answer_builder.cli.explain import CASES, DOCUMENTS, TYPES
from answer_builder.cli.markdown_text import cell, plain
from answer_builder.cli.spoken_values import spoken
from answer_builder.letter.example_case import example_case
from answer_builder.model import Letter
from answer_builder.one_letter import make_letter

HEADINGS = {"situation": "Ситуации", "ground": "Основания", "notice": "Уведомления и другие письма"}
REGIMES = {
    "59-fz": "обращения граждан, Федеральный закон № 59-ФЗ",
    "210-fz": "государственные и муниципальные услуги, Федеральный закон № 210-ФЗ",
    "info-request": "запросы информации, Федеральный закон № 8-ФЗ",
    "social": "сообщения в социальных сетях",
}
_INTRODUCTION = """\
# Каталог ответов

Здесь всё, чем можно ответить на обращение: когда нужен каждый ответ, на чём он основан, что заполнить и каким выйдет
письмо. Имена, адреса и номера в образцах вымышлены.

Страницу печатает программа: `answer-builder list answers --format markdown`. Правят не её, а файлы каталога
`typical_answers`. Про один ответ расскажет `answer-builder explain КЛЮЧ`, найти ответ по словам поможет
`answer-builder list --search "судебное решение"`."""


def markdown(answers: Sequence[TypicalAnswer], *, today: date) -> str:
    """The page for these answers, as the installation's own body gives them."""
    authority = authorities.all_authorities()[authorities.default_slug()]
    whole = len(answers) == len(catalogue.all_answers())
    asked = _asked() if whole else {}
    blocks = [_INTRODUCTION, *_contents(answers, with_choice=bool(asked)), *_choice(asked)]
    for kind, heading in HEADINGS.items():
        chosen = [answer for answer in answers if answer.kind == kind]
        if chosen:
            blocks.append(f"## {heading}")
        for answer in chosen:
            blocks += _entry(answer, authority, today)
    return "\n\n".join(blocks) + "\n"


def _contents(answers: Sequence[TypicalAnswer], *, with_choice: bool) -> Iterator[str]:
    yield "## Содержание"
    if with_choice:
        yield "[Какой ответ выбрать](#choose)"
    for kind, heading in HEADINGS.items():
        chosen = [answer for answer in answers if answer.kind == kind]
        if chosen:
            yield f"**{heading}**"
            yield "\n".join(f"- [{plain(answer.title)}](#{answer.slug})" for answer in chosen)


# какой ответ выбрать


def _asked() -> dict[str, tuple[Question, dict[bool, dict[str, Question | Outcome]]]]:
    """Every question in the order it is met, with what «yes» and «no» lead to; the way there may change that."""
    asked: dict[str, tuple[Question, dict[bool, dict[str, Question | Outcome]]]] = {}

    def go(replies: list[bool]) -> None:
        question = catalogue.choose(replies).question
        if question is None:
            return
        goals = asked.setdefault(question.key, (question, {True: {}, False: {}}))[1]
        for reply in (True, False):
            route = catalogue.choose([*replies, reply])
            goal = route.question or route.outcome
            if goal is not None:
                goals[reply][goal.key] = goal
            go([*replies, reply])

    go([])
    return asked


def _choice(asked: dict[str, tuple[Question, dict[bool, dict[str, Question | Outcome]]]]) -> Iterator[str]:
    if not asked:
        return
    yield '<a id="choose"></a>\n\n## Какой ответ выбрать'
    yield "Отвечайте по порядку; то же спрашивает команда `answer-builder choose` и веб-форма."
    numbers = {key: number for number, key in enumerate(asked, 1)}
    rows = ["| № | Вопрос | Да | Нет |", "|---|---|---|---|"]
    for key, (question, goals) in asked.items():
        text = "<br>".join(
            [
                f"**{cell(question.text)}**",
                *(f"– {cell(point)}" for point in question.points),
                *([cell(question.hint)] if question.hint else []),
                f"*{cell(question.norm)}*",
            ]
        )
        ways = (" или ".join(_goal(goal, numbers) for goal in goals[reply].values()) for reply in (True, False))
        rows.append(f'| <a id="question-{numbers[key]}"></a>{numbers[key]} | {text} | {" | ".join(ways)} |')
    yield "\n".join(rows)
    outcomes = {goal.key: goal for _, goals in asked.values() for found in goals.values() for goal in found.values()}
    advice = [
        f"- **{plain(goal.title)}.** {plain(goal.advice)}"
        for goal in outcomes.values()
        if isinstance(goal, Outcome) and goal.advice
    ]
    if advice:
        yield "На что обратить внимание:"
        yield "\n".join(advice)


def _goal(goal: Question | Outcome, numbers: dict[str, int]) -> str:
    if isinstance(goal, Question):
        return f"[вопрос {numbers[goal.key]}](#question-{numbers[goal.key]})"
    return f"[{cell(goal.title)}](#{goal.key})" if goal.answer else cell(goal.title)


# один ответ


def _entry(answer: TypicalAnswer, authority: Authority, today: date) -> Iterator[str]:
    def norm(code: str) -> str:
        return cell(authorities.in_words(code, authority))

    yield f'<a id="{answer.slug}"></a>\n\n### {plain(answer.title)}'
    yield f"{plain(answer.when)}."
    facts = {
        "Ключ": f"`{answer.slug}`",
        "Документ": DOCUMENTS[answer.document],
        "Норма": norm("; ".join(answer.basis)).replace("; ", "<br>"),
        "Что это за письма": REGIMES[answer.regime],
        "Срок": "<br>".join(filter(None, (_term(answer), norm(answer.term.basis)))),
        "Закрывает обращение": "да" if answer.closes else "нет",
        "Если вопросов несколько": "может быть одним из пунктов" if answer.point else "только отдельным письмом",
        "Сверено с законом": f"в редакции от {answer.legal_as_of:%d.%m.%Y}",
        "Сверить снова": f"до {answer.review_by:%d.%m.%Y}",
    }
    yield "\n".join(["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in facts.items())])
    if answer.fields:
        yield "**Что заполнить**"
        rows = ["| Поле | Подсказка | Пример |", "|---|---|---|"]
        rows += [f"| {_name(field)} | {_hint(field)} | {cell(spoken(field.example))} |" for field in answer.fields]
        yield "\n".join(rows)
    yield "**Письмо обязано сказать**, этими или другими словами:"
    yield "\n".join(f"- {_ways(phrase)}" for phrase in answer.must_say)
    if answer.must_not_say:
        yield "**В письме не место словам**: " + "; ".join(map(_ways, answer.must_not_say)) + "."
    yield "**Образец письма**"
    yield _quoted(make_letter(example_case(answer.slug), today=today).letter)


def _term(answer: TypicalAnswer) -> str:
    """«30 дней, отсчёт – регистрация обращения»; empty where no term is named, for the norm says so itself."""
    is_named = answer.term.days or answer.term.hours
    return f"{answer.term.span}, отсчёт – {cell(answer.term.counted_from)}" if is_named else ""


def _name(field: Field) -> str:
    need = "" if field.required else ", можно не заполнять"
    return f"**{cell(field.label)}**{need}<br>`{field.key}`"


def _hint(field: Field) -> str:
    case = f", {CASES[field.grammatical_case]}" if field.grammatical_case else ""
    lines = [cell(field.hint)] if field.hint else []
    lines += [f"– {cell(choice.label)} (`{choice.key}`)" for choice in field.choices]
    return "<br>".join([*lines, f"*{TYPES[field.type]}{case}*"])


def _ways(phrase: str) -> str:
    return " или ".join(f"«{plain(way)}»" for way in phrase.split(" | "))


def _quoted(letter: Letter) -> str:
    lines = (f"**{plain(letter.heading)}**", *map(plain, letter.prose.split("\n")))
    return "\n>\n".join(f"> {line}" for line in lines if line)
