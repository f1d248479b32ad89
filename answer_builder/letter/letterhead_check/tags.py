"""The tags of a letterhead one by one: each wrong one is named with its paragraph."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from jinja2 import nodes
from jinja2.sandbox import SandboxedEnvironment

from answer_builder.errors import BrokenContent
from answer_builder.letter.letterhead_check.places import Placed
from answer_builder.letter.letterhead_check.remark import Place, Remark
from answer_builder.letter.placeholders import meant, placeholders
from answer_builder.letter.short_form import optional_names
from answer_builder.letter.template_tags import BrokenTag, Source, environment, refuse_docxtpl_only

_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_MARK = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_SINGLE = re.compile(r"(?<![{%#])[{<\[]{1,2}\s*([^\W\d][\w ]{2,40}?)\s*[}>\]]{1,2}(?![}%#])")
_STATEMENT = re.compile(r"\{%-?\s*(?P<scope>[pr]\s)?\s*(?P<word>\w+)\b(?P<rest>.*?)-?%\}", re.DOTALL)
_LOOP_NUMBERS = ("index", "index0", "revindex", "revindex0", "length", "depth", "depth0")
_SAFE_TESTS = ("defined", "undefined", "none", "odd", "even", "divisibleby")
_CHOICES = (nodes.CondExpr, nodes.Compare, nodes.Test, nodes.And, nodes.Or, nodes.Not)
_QUOTES = str.maketrans("“”‘’", "\"\"''")  # Word puts them in by itself; docxtpl puts them back
_ASK = "Спрашивайте только, есть ли значение: {%p if attachments %}, или сколько строк: attachments|length > 1"
MOST_LINES = 40  # a letterhead that counts lines beyond that cannot be tried out


@dataclass
class TagFacts:
    """What the tags of a letterhead lean on, for trying it out: names asked for, the largest number."""

    remarks: list[Remark] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    largest: int = 0


@dataclass(frozen=True, slots=True)
class _Block:
    word: str
    variables: frozenset[str]
    tag: str
    place: Place


def read_tags(paragraphs: Collection[Placed], known: Collection[str]) -> TagFacts:
    """The facts and the remarks, in the order of the file."""
    return _Reader(known).read(paragraphs)


class _Reader:
    def __init__(self, known: Collection[str]):
        self.known = known
        self.facts = TagFacts()
        self.jinja: SandboxedEnvironment = environment()
        self.blocks: list[_Block] = []

    def read(self, paragraphs: Collection[Placed]) -> TagFacts:
        part = ""
        for placed in paragraphs:
            if placed.place.part != part:
                self._end_part()
                part = placed.place.part
            self._read_paragraph(placed)
        self._end_part()
        return self.facts

    def _say(self, kind: str, message: str, remedy: str, place: Place) -> None:
        self.facts.remarks.append(Remark(kind, "error", message, remedy, place))

    def _end_part(self) -> None:
        for block in self.blocks:
            end = "endfor" if block.word == "for" else "endif"
            remedy = f"После того, что повторяется или зависит от условия, поставьте {_like(block.tag, end)}"
            self._say("unbalanced", f"{block.tag} не закрыт до конца", remedy, block.place)
        self.blocks = []

    def _read_paragraph(self, placed: Placed) -> None:
        text, place = placed.text.translate(_QUOTES), placed.place
        try:
            refuse_docxtpl_only(place.part, text.replace("<", "").replace(">", ""))
        except BrokenContent as error:
            message = str(error).partition("): ")[2]
            self._say(
                "unsupported",
                message,
                "Обойдитесь значениями {{ … }}, повтором {%p for … %} и условием {%p if … %}",
                place,
            )
            return
        tags, outside = self._split(text, place)
        for tag in tags:
            if tag.startswith("{{"):
                self._read_value(tag, place)
            elif tag.startswith("{%"):
                self._read_statement(tag, place)
        whole = [tag for tag in tags if re.match(r"\{%-?\s*p\s", tag)]
        if whole and (outside.strip() or len(tags) > 1):
            message = f"вместе с {whole[0]} в одном абзаце стоит что-то ещё, и оно пропадёт"
            self._say(
                "not_alone", message, "Оставьте этот тег в абзаце одного, остальное перенесите в соседний абзац", place
            )
        for found in _SINGLE.finditer(outside):
            if (name := meant(found[1], self.known)) and not placeholders()[name].is_internal:
                remedy = f"Напишите {{{{ {name} }}}}: две фигурные скобки с каждой стороны"
                self._say("brackets", f"«{found[0]}» останется в письме как есть", remedy, place)
        self._refuse_blank(text, place)

    def _split(self, text: str, place: Place) -> tuple[list[str], str]:
        """The whole tags of a paragraph and the words outside of them; torn ones are told."""
        tags, outside, at = [], "", 0
        while mark := _MARK.search(text, at):
            outside += text[at : mark.start()]
            closing = _CLOSING.get(mark[0])
            if closing is None:
                self._say("torn_tag", f"лишние скобки {mark[0]}", "Уберите их или допишите начало тега", place)
                at = mark.end()
                continue
            end, again = text.find(closing, mark.end()), _MARK.search(text, mark.end())
            if end < 0 or (again is not None and again.start() < end):
                tag = text[mark.start() : again.start() if again else None][:60]
                remedy = f"Тег пишут в одном абзаце целиком: от {mark[0]} до {closing}, без перехода на новую строку"
                self._say("torn_tag", f"тег «{tag.strip()}» не закрыт", remedy, place)
                at = mark.end()
                continue
            tags.append(text[mark.start() : end + 2])
            at = end + 2
        return tags, outside + text[at:]

    def _read_value(self, tag: str, place: Place) -> None:
        inside = tag[2:-2].strip()
        if not inside:
            self._say("empty_tag", "пустой тег {{ }}", "Впишите имя поля или удалите скобки", place)
            return
        tree = self._parse(tag, tag, place)
        if tree is None:
            return
        self._check_names(tree, tag, place)
        self.facts.asked |= {node.name for node in tree.find_all(nodes.Name)}
        if next(tree.find_all(_CHOICES), None) is not None:
            self._check_condition(tree, tag, place)

    def _read_statement(self, tag: str, place: Place) -> None:
        found = _STATEMENT.fullmatch(tag)
        word = found["word"] if found else ""
        rest = found["rest"].strip() if found else ""
        match word:
            case "if" | "elif":
                tree = self._parse(f"{{% if {rest} %}}{{% endif %}}", tag, place)
            case "for":
                tree = self._parse(f"{{% for {rest} %}}{{% endfor %}}", tag, place)
            case "else":
                tree = None
            case "endif" | "endfor":
                self._close(word, tag, place)
                return
            case _:
                message = f"«{word or tag}» в бланке не поддерживается"
                remedy = "В бланке работают только значения {{ … }}, повтор {%p for … %} и условие {%p if … %}"
                self._say("unsupported", message, remedy, place)
                return
        if word in ("elif", "else") and not self.blocks:
            self._say("unbalanced", f"{tag} стоит вне условия", "Уберите его или поставьте выше {%p if … %}", place)
        if tree is not None:
            self._check_names(tree, tag, place)
            self._check_condition(tree, tag, place)
        if word in ("if", "for"):
            variables = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"} if tree else set()
            if word == "for" and tree is not None:
                self.facts.asked |= {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
            self.blocks.append(_Block(word, frozenset(variables), tag, place))

    def _close(self, word: str, tag: str, place: Place) -> None:
        if not self.blocks:
            self._say("unbalanced", f"{tag} ничего не закрывает", "Уберите его или поставьте выше начало", place)
            return
        block = self.blocks.pop()
        if word != f"end{block.word}":
            remedy = f"Закройте его тегом {_like(block.tag, 'end' + block.word)}"
            self._say("unbalanced", f"{tag} стоит там, где не закрыт {block.tag}", remedy, place)

    def _parse(self, source: str, tag: str, place: Place) -> nodes.Template | None:
        try:
            tree = Source(place.part, source).parse(self.jinja)
        except BrokenTag as error:
            remedy = "Проверьте скобки и слова внутри; образец – {{ heading }} или {%p for line in addressee %}"
            self._say("tag", f"{error.problem}: {tag}", remedy, place)
            return None
        except RecursionError:
            self._say("tag", "тег слишком сложный", "Напишите его проще", place)
            return None
        numbers = [abs(node.value) for node in tree.find_all(nodes.Const) if isinstance(node.value, int)]
        if numbers and max(numbers) > MOST_LINES:
            message = f"{tag} считает строки дальше {MOST_LINES}-й: такой бланк не проверить"
            self._say("unpredictable", message, "Напишите тег без больших чисел", place)
        else:
            self.facts.largest = max([self.facts.largest, *numbers])
        return tree

    def _check_names(self, tree: nodes.Template, tag: str, place: Place) -> None:
        here = {name for block in self.blocks for name in block.variables}
        here |= {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"} | {"loop"}
        for name in dict.fromkeys(node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"):
            if name in self.known or name in here:
                continue
            guess = meant(name, [known for known in self.known if not placeholders()[known].is_internal])
            hint = f" (возможно, вы имели в виду «{guess}»)" if guess else ""
            remedy = (
                f"Напишите {{{{ {guess} }}}}"
                if guess
                else "Уберите тег; имена полей покажет answer-builder template fields"
            )
            if guess and tag.startswith("{%"):
                remedy = f"Замените «{name}» на «{guess}»"
            self._say("unknown_placeholder", f"неизвестное поле «{name}»{hint}", remedy, place)

    def _check_condition(self, tree: nodes.Template, tag: str, place: Place) -> None:
        for comparison in tree.find_all((nodes.Compare, nodes.Test)):
            if not _is_predictable(comparison):
                message = f"условие {tag} смотрит на слова письма: нельзя обещать, что ничего не пропадёт"
                self._say("unpredictable", message, _ASK, place)
                return

    def _refuse_blank(self, text: str, place: Place) -> None:
        """A value that may be empty beside one that always stands: their paragraph cannot be left out."""
        values = {name for tag in re.findall(r"\{\{(.*?)\}\}", text) for name in re.findall(r"[a-z_]\w*", tag)}
        optional = values & optional_names()
        here = {name for block in self.blocks for name in self._guards(block)}
        around = values & set(placeholders()) - optional
        if not place.part.endswith("document.xml"):  # elsewhere nothing is left out by itself
            around |= set(re.sub(r"\{\{.*?\}\}", "", text).split())
        if "{%" in text or not optional or optional & here or not around:
            return
        name = min(optional, key=text.index)
        title = placeholders()[name].title
        message = (
            f"«{title}» есть не в каждом письме, а рядом стоят слова, которые нужны всегда: останется пустое место"
        )
        self._say("blank", message, f"Поставьте слова с {{{{ {name} }}}} отдельным абзацем", place)

    def _guards(self, block: _Block) -> set[str]:
        return set(re.findall(r"[a-z_]\w*", block.tag)) if block.word == "if" else set()


def _is_predictable(node: nodes.Expr) -> bool:
    """True for questions about numbers of lines: whatever the words are, the answer is the same."""
    if isinstance(node, nodes.Test):
        return node.name in _SAFE_TESTS
    assert isinstance(node, nodes.Compare)  # noqa: S101  (the caller looks for these two)
    return all(_is_number(part) for part in (node.expr, *(operand.expr for operand in node.ops)))


def _is_number(node: nodes.Expr) -> bool:
    if isinstance(node, nodes.Const):
        return isinstance(node.value, int)
    if isinstance(node, nodes.Neg):
        return _is_number(node.node)
    if isinstance(node, nodes.Getattr):
        return node.attr in _LOOP_NUMBERS
    if isinstance(node, nodes.Filter) and node.name == "length":
        counted = node.node
        return (
            isinstance(counted, nodes.Name)
            and counted.name in placeholders()
            and placeholders()[counted.name].has_lines
        )
    return False


def _like(tag: str, end: str) -> str:
    """The closing tag in the manner of the opening one."""
    scope = re.match(r"\{%-?\s*([pr])\s", tag)
    return f"{{%{scope[1] if scope else ''} {end} %}}"
