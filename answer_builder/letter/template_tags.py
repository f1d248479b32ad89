"""What a letterhead may say in its tags, and the sentence for the clerk whose letterhead says something else.

Values, loops and conditions are enough for a letter. Everything else Jinja and docxtpl can do is refused: so a
letterhead cannot run code, and every filled part is well-formed XML whatever the values are.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from answer_builder.errors import BrokenContent
from answer_builder.letter.placeholders import meant

# No `safe`: typed text would become markup. No `attr` and `map`: they lead to Python objects. No `replace`: a
# letterhead does not reword a letter.
_FILTERS = ("capitalize", "default", "first", "join", "last", "length", "lower", "title", "trim", "upper")

_OF_TEXT = ("capitalize", "lower", "title", "trim", "upper")  # Jinja would print the brackets of a list

_STATEMENTS = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If)
_VALUES = (nodes.Const, nodes.Slice, nodes.Neg, nodes.Filter, nodes.Keyword, nodes.Test)
_CONDITIONS = (nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not)
_ALLOWED = _STATEMENTS + _VALUES + _CONDITIONS

# Tags that need docxtpl's work on each finished letter, or values that are not plain text.
_DOCXTPL_ONLY = (
    (re.compile(r"\{[{%#]t[rc]\s"), "повтор строк или ячеек таблицы ({%tr … %}, {%tc … %})"),
    (re.compile(r"\{%\s*(colspan|hm|vm)\b"), "объединение ячеек ({% colspan … %}, {% hm %}, {% vm %})"),
    (re.compile(r"\{%\s*cellbg\b"), "цвет ячейки ({% cellbg … %})"),
    (re.compile(r"\{\{[rp]\s"), "вставка готового оформления ({{r … }}, {{p … }})"),
)
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_SHOWN = 60  # characters of a line quoted in a message


class BrokenTag(BrokenContent):
    """A tag that cannot be printed: `problem` says what is wrong with `tag` in the part `member`."""

    def __init__(self, member: str, problem: str, tag: str):
        super().__init__(f"{where(member)}: {problem}: {tag}")
        self.member = member
        self.problem = problem
        self.tag = tag


_PARTS = {
    "word/document": "основной текст",
    "word/header": "верхний колонтитул",
    "word/footer": "нижний колонтитул",
    "word/footnotes": "сноски",
    "docProps/core": "свойства документа",
}


def environment() -> SandboxedEnvironment:
    """A Jinja that escapes every value, offers no Python object and stops at a missing value."""
    jinja = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_in_lines)
    jinja.globals.clear()
    jinja.filters = {
        name: _of_lines(jinja.filters[name]) if name in _OF_TEXT else jinja.filters[name] for name in _FILTERS
    }
    return jinja


def _in_lines(value: object) -> object:
    """`{{ addressee }}` amid other words: the lines of a list under each other."""
    return "\n".join(value) if isinstance(value, list | tuple) else value


def _of_lines(change: Callable[[str], str]) -> Callable[[object], str]:
    """The filter for a text or for a list, whose lines come under each other."""
    return lambda value: change(str(_in_lines(value)))


def has_tags(xml: str) -> bool:
    """True when Office XML has something to fill in, even if Word cut the tag into several runs."""
    return any(re.search(r"\{[{%#]", text) for text in (xml, _words(xml)))


def where(member: str) -> str:
    """A part as a clerk calls it: `word/header2.xml` → «верхний колонтитул (word/header2.xml)»."""
    title = next((title for start, title in _PARTS.items() if member.startswith(start)), "часть документа")
    return f"{title} ({member})"


def refuse_docxtpl_only(member: str, xml: str) -> None:
    """BrokenContent if the part, as Word saved it, uses a feature of docxtpl that is not rendered here."""
    text = _words(xml)
    for pattern, feature in _DOCXTPL_ONLY:
        if pattern.search(text):
            raise BrokenContent(f"{where(member)}: {feature} в бланке не поддерживается")


@dataclass(frozen=True, slots=True)
class Source:
    """One part of a letterhead as Jinja source, a paragraph a line, so that a line number leads to the words."""

    member: str
    text: str

    def parse(self, jinja: SandboxedEnvironment) -> nodes.Template:
        """Its syntax tree; BrokenContent shows the tag that is wrong or not supported."""
        try:
            tree = jinja.parse(self.text)
        except TemplateSyntaxError as error:
            raise self.broken("тег написан с ошибкой или не закрыт", error.lineno) from error
        self._refuse_other_nodes(tree, jinja)
        self._refuse_torn_blocks(tree)
        return tree

    def names(self, tree: nodes.Template, known: Collection[str] | None) -> frozenset[str]:
        """The names its tags ask for; BrokenContent shows the first that is not `known`."""
        try:
            names = frozenset(find_undeclared_variables(tree))
        except TemplateSyntaxError as error:
            raise self.broken("тег написан с ошибкой", error.lineno) from error
        for node in tree.find_all(nodes.Name):
            if known is not None and node.ctx == "load" and node.name in names.difference(known):
                similar = meant(node.name, known)
                hint = f" (возможно, вы имели в виду «{similar}»)" if similar else ""
                raise self.broken(f"неизвестное поле «{node.name}»{hint}", node.lineno, node.name)
        return names

    def broken(self, message: str, line: int, word: str = "") -> BrokenTag:
        """The error that quotes the tag with `word` on `line`, or else the line from its first brace on."""
        text = _words(self.text.split("\n")[line - 1])
        tags = [tag for tag in _TAG.findall(text) if word and re.search(rf"\b{re.escape(word)}\b", tag)]
        shown = tags[0] if tags else text[max(0, text.find("{")) :][:_SHOWN].strip()
        return BrokenTag(self.member, message, shown)

    def _refuse_other_nodes(self, tree: nodes.Template, jinja: SandboxedEnvironment) -> None:
        for node in tree.find_all(nodes.Node):
            if isinstance(node, nodes.Filter) and node.name not in jinja.filters:
                message = f"обработка «{node.name}» не поддерживается, можно: {', '.join(_FILTERS)}"
                raise self.broken(message, node.lineno, node.name)
            if isinstance(node, nodes.Test) and node.name not in jinja.tests:
                raise self.broken(f"проверка «{node.name}» не поддерживается", node.lineno, node.name)
            if not _is_allowed(node):
                message = "в бланке работают только значения {{ … }}, повтор {% for %} и условие {% if %}"
                raise self.broken(message, node.lineno or 1)

    def _refuse_torn_blocks(self, tree: nodes.Template) -> None:
        prefixes = dict(re.findall(r'\sxmlns:(\w+)="([^"]*)"', self.text))
        wrapper = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in prefixes.items())
        blocks: list[nodes.For | nodes.If] = [*tree.find_all(nodes.For), *tree.find_all(nodes.If)]
        for block in blocks:
            word = "for" if isinstance(block, nodes.For) else "if"
            for branch in (block.body, block.else_):
                text = _constant_text(branch)
                try:
                    etree.fromstring(f"<block{wrapper}>{text}</block>")
                except etree.XMLSyntaxError as error:
                    message = "начало и конец блока стоят в разных абзацах, напишите {%p … %} вместо {% … %}"
                    raise self.broken(message, block.lineno, word) from error
            if word == "for" and "<wp:docPr" in _constant_text(block.body):
                raise self.broken("рисунок внутри повтора не поддерживается", block.lineno, word)


def _words(xml: str) -> str:
    return re.sub(r"<[^>]+>", "", xml)


def _constant_text(branch: Sequence[nodes.Node]) -> str:
    return "".join(data.data for node in branch for data in node.find_all(nodes.TemplateData))


def _is_allowed(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Name):  # `self` and `super` are Jinja's own objects
        return node.name not in ("self", "super")
    if isinstance(node, nodes.Getattr):  # `loop.index`, `loop.last`
        return isinstance(node.node, nodes.Name) and node.node.name == "loop" and not node.attr.startswith("_")
    if isinstance(node, nodes.Getitem):  # `addressee[0]`, `addressee[-1]`, `addressee[1:]`
        is_number = isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, int)
        return is_number or isinstance(node.arg, nodes.Neg | nodes.Slice)
    return isinstance(node, _ALLOWED)
