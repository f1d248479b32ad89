"""The parsed sentence: who belongs to whom. Worked out only for a rule that asks, and once for each sentence."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock

from answer_builder.lint.text import Document

_MOST = 5_000  # sentences, some hundred letters


@dataclass(frozen=True, slots=True)
class Node:
    """A word or mark of a sentence, its offsets counted from the beginning of the sentence.

    `head` is the place of the node it belongs to (None: the root), `relation` and `tag` are those of Universal
    Dependencies: `nsubj`, `VERB|Number=Plur`.
    """

    start: int
    end: int
    head: int | None
    relation: str
    tag: str


Tree = tuple[Node, ...]
Parse = Callable[[Sequence[str]], Sequence[Tree]]


class Trees:
    """The trees of sentences, remembered by their text; threads share it."""

    def __init__(self, parse: Parse):
        """`parse` gives a tree for each text of a sentence; what it gives must not depend on the other texts."""
        self._parse = parse
        self._lock = Lock()
        self._known: OrderedDict[str, Tree] = OrderedDict()

    def of(self, document: Document) -> list[Tree]:
        """A tree for each of `document.sentences`; those not seen before are parsed in one go."""
        texts = [sentence.text for sentence in document.sentences]
        with self._lock:
            trees = {text: self._known[text] for text in texts if text in self._known}
        if new := [text for text in dict.fromkeys(texts) if text not in trees]:
            trees.update(zip(new, self._parse(new), strict=True))
            self._remember(new, trees)
        return [trees[text] for text in texts]

    def _remember(self, new: Sequence[str], trees: dict[str, Tree]) -> None:
        with self._lock:
            self._known.update((text, trees[text]) for text in new)
            while len(self._known) > _MOST:
                self._known.popitem(last=False)
