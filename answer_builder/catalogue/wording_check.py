"""Is the wording of a typical answer sound: every placeholder known, every field used, nothing that may be blank?"""

from collections.abc import Iterator, Mapping, Set
from difflib import get_close_matches

from answer_builder.catalogue.schema import Field, TypicalAnswer
from answer_builder.catalogue.wording import expand, obligatory_placeholders, placeholders
from answer_builder.content_table import Table
from answer_builder.toml_lines import Path

# what a wording may mention besides the answer's own fields; filled in when a letter is composed
BUILT_IN = frozenset(
    {
        "addressed_to",
        "arrived",
        "body",
        "registered",
        "number",
        "authority_short",
        "authority_address",
        "authority_phone",
        "authority_site",
        "executor_name",
        "executor_phone",
    }
)


def check_wording(answer: TypicalAnswer, shared_phrases: Mapping[str, str], table: Table) -> None:
    """Raises BrokenContent about the place in the answer's file (`table`) that would leave a hole in a letter."""
    optional = {field.key for field in answer.fields if not field.required and not field.default}
    checked_only = {field.key for field in answer.fields if not field.printed}
    lists = {field.key for field in answer.fields if field.type == "list"}
    known = {field.key for field in answer.fields} | BUILT_IN
    mentioned: set[str] = set()
    for place, written in _wordings(answer):
        line = expand(written, shared_phrases)
        mentioned |= placeholders(line)
        _check_names(placeholders(line), known, checked_only, place, table)
        if bad := sorted(obligatory_placeholders(line) & optional - lists):
            table.fail(place, f"необязательное поле «{bad[0]}» стоит в тексте вне квадратных скобок")
        for name in sorted(placeholders(line) & (lists | {"body"})):
            if line != f"{{{{ {name} }}}}" or place[0] != "text":
                table.fail(place, f"список «{name}» должен стоять отдельным абзацем в «text»")
    if "body" not in mentioned:
        table.fail("text", "нет абзаца «{{ body }}» – места для слов исполнителя")
    for number, field in enumerate(answer.fields, 1):
        for index, choice in enumerate(field.choices, 1):
            place = ("fields", number, "choices", index, "text")
            mentioned |= placeholders(choice.text)
            _check_names(placeholders(choice.text), known, checked_only, place, table)
            if bad := sorted(obligatory_placeholders(choice.text) & optional - set(choice.requires)):
                table.fail(place, f"вариант «{choice.key}» пользуется полем «{bad[0]}», но не требует его")
            if bad := sorted(placeholders(choice.text) & (lists | {"body"})):
                table.fail(place, f"список «{bad[0]}» должен стоять отдельным абзацем в «text»")
            if bad := sorted(set(choice.requires) - known):
                table.fail((*place[:-1], "requires"), f"неизвестное поле «{bad[0]}»")
        _check_list(field, ("fields", number), table)
    for number, field in enumerate(answer.fields, 1):
        if field.printed and field.key not in mentioned:
            table.fail(("fields", number), f"поле «{field.key}» нигде не стоит в тексте")
    _check_point(answer, shared_phrases, table)
    _check_law(answer, shared_phrases, table)
    _check_statements(answer, table)


def _wordings(answer: TypicalAnswer) -> Iterator[tuple[Path, str]]:
    """Every paragraph with its place in the file."""
    yield ("subject_line",), answer.subject_line
    if answer.point:
        yield ("point",), answer.point
    for key in ("opening", "text", "ending", "closing", "attachments"):
        yield from (((key, number), line) for number, line in enumerate(getattr(answer, key), 1))


def _check_names(names: Set[str], known: Set[str], checked_only: Set[str], place: Path, table: Table) -> None:
    if unknown := sorted(names - known):
        hint = get_close_matches(unknown[0], known, n=1)
        table.fail(place, f"неизвестное поле «{unknown[0]}»" + (f". Возможно, это «{hint[0]}»?" if hint else ""))
    if printed := sorted(names & checked_only):
        table.fail(place, f"поле «{printed[0]}» не печатается (printed = false), но стоит в тексте")


def _check_point(answer: TypicalAnswer, shared_phrases: Mapping[str, str], table: Table) -> None:
    """A point stands in a letter to a citizen, names its question and says all that the opening says."""
    if not answer.point:
        return
    if not (answer.is_addressed and answer.registered) or answer.channel:
        table.fail("point", "пунктом бывает только ответ гражданину на обращение, поступившее любым путём")
    said, later, opening = (
        {name for line in lines for name in placeholders(expand(line, shared_phrases))}
        for lines in ((answer.point,), (*answer.text, *answer.ending), answer.opening)
    )
    if "subject" not in said:
        table.fail("point", "нет «{{ subject }}»: по нему гражданин узнаёт свой вопрос")
    if missing := sorted((opening & {field.key for field in answer.fields}) - said - later):
        table.fail("point", f"поле «{missing[0]}» стоит в «opening», а здесь его нет")


def _check_statements(answer: TypicalAnswer, table: Table) -> None:
    """«вопрос решён | удалось решить вопрос»: every way to say it is said with words."""
    for key in ("must_say", "must_not_say"):
        for number, written in enumerate(getattr(answer, key), 1):
            if not all(any(sign.isalnum() for sign in way) for way in written.split("|")):
                table.fail((key, number), f"«{written}»: рядом с «|» нет слов")
            if "|" in written.replace(" | ", ""):
                table.fail((key, number), f"«{written}»: вокруг «|» нужны пробелы")


def _check_law(answer: TypicalAnswer, shared_phrases: Mapping[str, str], table: Table) -> None:
    """A letter under another law never speaks of 59-ФЗ, and one without a registered appeal examines nothing."""
    for place, written in _wordings(answer):
        said = expand(written, shared_phrases).casefold()
        if answer.regime != "59-fz" and "59-фз" in said:
            table.fail(place, f"режим {answer.regime}, а текст ссылается на закон № 59-ФЗ")
        if not answer.registered and "number" in obligatory_placeholders(expand(written, shared_phrases)):
            table.fail(place, "обращение не зарегистрировано: номера «{{ number }}» у него нет")
        if not answer.registered and "рассмотрев" in said:
            table.fail(place, "обращение не зарегистрировано, а текст начинается с «Рассмотрев»")


def _check_list(field: Field, place: Path, table: Table) -> None:
    if field.type != "list":
        return
    known = {column.key for column in field.columns} or {"item"}
    optional = {column.key for column in field.columns if not column.required}
    if unknown := sorted(placeholders(field.item) - known):
        table.fail((*place, "item"), f"неизвестная часть «{unknown[0]}»")
    if bad := sorted(obligatory_placeholders(field.item) & optional):
        table.fail((*place, "item"), f"необязательная часть «{bad[0]}» стоит вне квадратных скобок")
    for key, wording, names in (("one", field.one, {"item"}), ("many", field.many, set[str]())):
        if unknown := sorted(placeholders(wording) - names):
            table.fail((*place, key), f"неизвестная часть «{unknown[0]}»")
