"""Is the wording of a typical answer sound: every placeholder known, every field used, nothing that may be blank?"""

from collections.abc import Mapping

from answer_builder.catalogue.schema import Field, TypicalAnswer
from answer_builder.catalogue.wording import expand, obligatory_placeholders, placeholders
from answer_builder.errors import BrokenContent

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


def check_wording(answer: TypicalAnswer, shared_phrases: Mapping[str, str], place: str) -> None:
    """Raises BrokenContent naming the file (`place`) and the field that would leave a hole in a letter."""
    optional = {field.key for field in answer.fields if not field.required and not field.default}
    checked_only = {field.key for field in answer.fields if not field.printed}
    lists = {field.key for field in answer.fields if field.type == "list"}
    known = {field.key for field in answer.fields} | BUILT_IN
    mentioned: set[str] = set()
    for line in (expand(line, shared_phrases) for line in (*answer.text, *answer.closing, *answer.attachments)):
        mentioned |= placeholders(line)
        if bad := sorted(obligatory_placeholders(line) & optional - lists):
            raise BrokenContent(f"{place}: необязательное поле «{bad[0]}» стоит в тексте вне квадратных скобок")
        for name in sorted(placeholders(line) & (lists | {"body"})):
            if line != f"{{{{ {name} }}}}":
                raise BrokenContent(f"{place}: список «{name}» должен стоять отдельным абзацем")
    if "body" not in mentioned:
        raise BrokenContent(f"{place}: в «text» нет абзаца «{{{{ body }}}}» – места для слов исполнителя")
    for field in answer.fields:
        for choice in field.choices:
            mentioned |= placeholders(choice.text)
            if bad := sorted(obligatory_placeholders(choice.text) & optional - set(choice.requires)):
                raise BrokenContent(f"{place}: вариант «{choice.key}» пользуется полем «{bad[0]}», но не требует его")
        _check_list(field, place)
    if unknown := sorted(mentioned - known):
        raise BrokenContent(f"{place}: в тексте неизвестное поле «{unknown[0]}»")
    if printed := sorted(mentioned & checked_only):
        raise BrokenContent(f"{place}: поле «{printed[0]}» не печатается (printed = false), но стоит в тексте")
    if unused := sorted({field.key for field in answer.fields} - checked_only - mentioned):
        raise BrokenContent(f"{place}: поле «{unused[0]}» нигде не стоит в тексте")
    _check_law(answer, shared_phrases, place)


def _check_law(answer: TypicalAnswer, shared_phrases: Mapping[str, str], place: str) -> None:
    """A letter under another law never speaks of 59-ФЗ, and one without a registered appeal examines nothing."""
    lines = (answer.subject_line, *answer.text, *answer.closing, *answer.attachments)
    said = "\n".join(expand(line, shared_phrases) for line in lines).casefold()
    if answer.regime != "59-fz" and "59-фз" in said:
        raise BrokenContent(f"{place}: режим {answer.regime}, а текст ссылается на закон № 59-ФЗ")
    if not answer.registered and "рассмотрев" in said:
        raise BrokenContent(f"{place}: обращение не зарегистрировано, а текст начинается с «Рассмотрев»")


def _check_list(field: Field, place: str) -> None:
    if field.type != "list":
        return
    known = {column.key for column in field.columns} or {"item"}
    optional = {column.key for column in field.columns if not column.required}
    if unknown := sorted(placeholders(field.item) - known):
        raise BrokenContent(f"{place}, поле {field.key}: в «item» неизвестная часть «{unknown[0]}»")
    if bad := sorted(obligatory_placeholders(field.item) & optional):
        raise BrokenContent(f"{place}, поле {field.key}: необязательная часть «{bad[0]}» стоит вне квадратных скобок")
