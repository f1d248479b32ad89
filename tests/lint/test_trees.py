"""A rule may ask who belongs to whom in a sentence; a sentence is parsed when the first rule asks, and once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from answer_builder.lint import Context, all_rules, check
from answer_builder.lint.engine import check_with
from answer_builder.lint.match import Match
from answer_builder.lint.rules import Rule
from answer_builder.lint.splitting import split
from answer_builder.lint.text import Document
from answer_builder.lint.trees import Node, Tree, Trees


class Parser:
    """Hangs every word on the first one, and notes what it was given."""

    def __init__(self) -> None:
        self.given: list[list[str]] = []

    def __call__(self, texts: Sequence[str]) -> list[Tree]:
        self.given.append(list(texts))
        return [_tree(text) for text in texts]


@dataclass(frozen=True)
class Roots:
    """Marks the root of every sentence."""

    is_local: ClassVar[bool] = True

    def find(self, document: Document, context: Context) -> Iterator[Match]:
        if context.trees is None:
            return
        for sentence, tree in zip(document.sentences, context.trees.of(document), strict=True):
            for node in tree:
                if node.head is None:
                    yield Match(sentence.start + node.start, sentence.start + node.end)


def test_a_rule_sees_the_tree_of_every_sentence() -> None:
    context = Context(trees=Trees(Parser()))
    text = "Ремонт закончен. Двор убран.\nДорога открыта."
    assert [finding.match for finding in check_with([_roots()], text, context)] == ["Ремонт", "Двор", "Дорога"]


def test_without_a_parser_such_a_rule_finds_nothing() -> None:
    assert check_with([_roots()], "Ремонт закончен.") == ()


def test_nothing_is_parsed_when_no_rule_asks() -> None:
    parser = Parser()
    check("Ремонт закончен 5 мая.", context=Context(trees=Trees(parser)))
    assert parser.given == []


def test_a_sentence_is_parsed_once_and_new_ones_together() -> None:
    parser = Parser()
    trees = Trees(parser)
    trees.of(split("Ремонт закончен. Двор убран. Ремонт закончен."))
    assert parser.given == [["Ремонт закончен.", "Двор убран."]]
    trees.of(split("Двор убран.\nДорога открыта. Лифт запущен."))
    assert parser.given[1:] == [["Дорога открыта.", "Лифт запущен."]]


def _roots() -> Rule:
    return replace(all_rules()[0], finder=Roots())


def _tree(text: str) -> Tree:
    words = list(split(text).tokens)
    return tuple(
        Node(word.start, word.end, None if place == 0 else 0, "root" if place == 0 else "dep", "X")
        for place, word in enumerate(words)
    )
