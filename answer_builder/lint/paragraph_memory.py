"""What rules found in a paragraph is remembered, so that a letter of which one paragraph is retyped is read at once."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from threading import Lock

from answer_builder.lint.context import Context
from answer_builder.lint.rules import Rule
from answer_builder.lint.splitting import split
from answer_builder.lint.text import Document
from answer_builder.model import Finding

Find = Callable[[Iterable[Rule], Document, Context], Iterable[Finding]]
_MOST = 2_000  # paragraphs, some hundred letters
_LONGEST = 20_000  # characters; a longer one is no paragraph of a letter


class ParagraphMemory:
    """Findings by paragraph, of the rules whose finder is local; threads share it."""

    def __init__(self, find: Find):
        """`find` gives the findings of rules in a document."""
        self._find = find
        self._lock = Lock()
        self._rules: Sequence[Rule] = ()
        self._own_words: tuple[Rule, ...] = ()
        self._whole_letter: tuple[Rule, ...] = ()
        self._known: OrderedDict[tuple[object, ...], tuple[Finding, ...]] = OrderedDict()

    def find(self, rules: Sequence[Rule], document: Document, context: Context) -> Iterator[Finding]:
        """What `find` would give, in another order; only paragraphs not seen before are read by all rules."""
        with self._lock:
            if rules is not self._rules:
                self._rules = rules
                self._own_words = tuple(rule for rule in rules if rule.finder.is_local)
                self._whole_letter = tuple(rule for rule in rules if not rule.finder.is_local)
                self._known.clear()
            own_words, whole_letter = self._own_words, self._whole_letter
            wanted = {paragraph.text for paragraph in document.paragraphs}
            keys = {text: _key(text, context) for text in wanted}
            found = {text: self._known[key] for text, key in keys.items() if key in self._known}
        if new := self._read(own_words, document, context, wanted - found.keys()):
            self._remember(rules, context, new)
        for paragraph in document.paragraphs:
            own = found[paragraph.text] if paragraph.text in found else new[paragraph.text]
            yield from (_moved(finding, paragraph.start, paragraph.number) for finding in own)
        yield from self._find(whole_letter, document, context)

    def _read(
        self, rules: Iterable[Rule], document: Document, context: Context, texts: set[str]
    ) -> dict[str, tuple[Finding, ...]]:
        """The findings of each text, their offsets counted from its beginning."""
        if not texts:
            return {}
        part = document if len(texts) == len(document.paragraphs) else split("\n".join(sorted(texts)))
        found: list[list[Finding]] = [[] for _ in part.paragraphs]
        for finding in self._find(rules, part, context):
            paragraph = part.paragraphs[finding.paragraph]
            found[paragraph.number].append(_moved(finding, -paragraph.start, 0))
        return {paragraph.text: tuple(own) for paragraph, own in zip(part.paragraphs, found, strict=True)}

    def _remember(self, rules: Sequence[Rule], context: Context, new: dict[str, tuple[Finding, ...]]) -> None:
        with self._lock:
            if rules is not self._rules:
                return
            for text, findings in new.items():
                if len(text) <= _LONGEST:
                    self._known[_key(text, context)] = findings
            while len(self._known) > _MOST:
                self._known.popitem(last=False)


def _key(text: str, context: Context) -> tuple[object, ...]:
    return text, context.names, context.trees


def _moved(finding: Finding, by: int, paragraph: int) -> Finding:
    return replace(finding, start=finding.start + by, end=finding.end + by, paragraph=paragraph)
