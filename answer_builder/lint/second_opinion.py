"""What the second engine adds to our own findings: its remarks on places where we say nothing of the kind."""

from collections.abc import Iterable, Iterator, Sequence

from answer_builder.lint.fingerprints import fingerprint
from answer_builder.lint.languagetool import Remark
from answer_builder.lint.rules import CATEGORIES
from answer_builder.lint.splitting import quoted_spans
from answer_builder.lint.text import Document
from answer_builder.model import Finding

# Engines draw the borders between these differently: «может изменится» is spelling to one, grammar to the other.
_WORDS = frozenset({"spelling", "grammar"})
_SIGNS = frozenset({"punctuation", "typography"})
_STYLE = frozenset({"jargon", "colloquial", "archaism", "foreign", "aggression", "abbreviation"})
_WORDINESS = frozenset({"clericalese", "evasion", "long-sentence"})
_KINDRED = {category: kind for kind in (_WORDS, _SIGNS, _STYLE, _WORDINESS) for category in kind}


def additions(remarks: Iterable[Remark], own: Sequence[Finding], document: Document) -> Iterator[Finding]:
    """Findings of the remarks that say something new, outside quotations where their category does not read those."""
    for remark in remarks:
        finding = _finding(remark, document)
        if not any(_says_it(other, finding) for other in own) and not _is_anothers(finding, document):
            yield finding


def _finding(remark: Remark, document: Document) -> Finding:
    words = document.text[remark.start : remark.end]
    sentence = document.sentence_at(remark.start)
    return Finding(
        rule=remark.rule,
        category=remark.calling.category,
        level=remark.calling.level,
        message=remark.message,
        why=remark.calling.why,
        basis=remark.calling.basis,
        start=remark.start,
        end=remark.end,
        match=words,
        replacements=remark.replacements,
        paragraph=document.paragraph_at(remark.start).number,
        fingerprint=fingerprint(remark.rule, words, sentence.text if sentence else ""),
    )


def _says_it(own: Finding, other: Finding) -> bool:
    """True when ours is about the very words, or the same trouble in the same place: slang is not called misspelt."""
    if own.start >= other.end or other.start >= own.end:
        return False
    if (own.start, own.end) == (other.start, other.end):  # «в мае месяце» is wordy to us, illogical to it
        return True
    kind = _KINDRED.get(own.category, frozenset({own.category}))
    return other.category in kind or (other.category in _WORDS | _STYLE and own.category in _STYLE | _WORDS)


def _is_anothers(finding: Finding, document: Document) -> bool:
    """True inside «…» for a category that leaves the words of others alone."""
    if CATEGORIES[finding.category][1]:
        return False
    paragraph = document.paragraph_at(finding.start)
    start, end = finding.start - paragraph.start, finding.end - paragraph.start
    return any(left <= start and end <= right for left, right in quoted_spans(paragraph.text))
