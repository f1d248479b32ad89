"""Runs the rules over a text and turns their matches into findings."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from answer_builder.lint.context import Context
from answer_builder.lint.fingerprints import fingerprint
from answer_builder.lint.installed import all_rules
from answer_builder.lint.languagetool import Remark
from answer_builder.lint.match import Match
from answer_builder.lint.paragraph_memory import ParagraphMemory
from answer_builder.lint.replacement_words import named
from answer_builder.lint.rules import LEVELS, Rule
from answer_builder.lint.second_opinion import additions
from answer_builder.lint.splitting import split
from answer_builder.lint.suppression import NOTHING, Silencing
from answer_builder.lint.text import Document
from answer_builder.lint.words import normalise
from answer_builder.model import Finding

_NO_CONTEXT = Context()
_UNKNOWN_WORD = "spelling.unknown_word"
_BANNED = "situation.must_not_say"
_PROMISE = "evasion.promise"


def check(
    text: str,
    *,
    context: Context = _NO_CONTEXT,
    remarks: Iterable[Remark] = (),
    silencing: Silencing = NOTHING,
) -> tuple[Finding, ...]:
    """Findings of all rules in the order of the text; paragraphs of `text` are its lines, offsets are code points.

    `remarks` are those of the second engine on `silencing.prose(text)`; what our rules say as well is said once, in our
    words. What `silencing` covers is marked as suppressed.
    """
    known = replace(context, names=frozenset(map(normalise, context.names)))
    prose = silencing.prose(text)
    document = split(prose.text)
    found = _in_order(_memory.find(all_rules(), document, known), remarks, document)
    return silencing.applied([prose.found_in_whole(finding) for finding in found], text)


def check_with(
    rules: Iterable[Rule], text: str, context: Context = _NO_CONTEXT, remarks: Iterable[Remark] = ()
) -> tuple[Finding, ...]:
    """Findings of the given rules, and of the remarks, in the order of the text."""
    document = split(text)
    return _in_order(_find(rules, document, context), remarks, document)


def _find(rules: Iterable[Rule], document: Document, context: Context) -> Iterator[Finding]:
    return (_finding(rule, match, document) for rule in rules for match in rule.finder.find(document, context))


_memory = ParagraphMemory(_find)


def _in_order(findings: Iterable[Finding], remarks: Iterable[Remark], document: Document) -> tuple[Finding, ...]:
    found = list(findings)
    found.extend(additions(remarks, found, document))
    found.sort(key=lambda finding: (finding.start, -finding.end, LEVELS.index(finding.level), finding.rule))
    return tuple(_without_repeats(found))


def _finding(rule: Rule, match: Match, document: Document) -> Finding:
    words = document.text[match.start : match.end]
    message = match.message or _message(rule, words, match.replacements)
    sentence = document.sentence_at(match.start)
    said = words or message  # what is missing stands nowhere: its message tells it from the next one
    return Finding(
        rule=rule.id,
        category=rule.category,
        level=match.level or rule.level,
        message=message,
        why=rule.why,
        basis=match.basis or rule.basis,
        start=match.start,
        end=match.end,
        match=words,
        replacements=match.replacements,
        paragraph=document.paragraph_at(match.start).number,
        fingerprint=fingerprint(rule.id, said, sentence.text if sentence and words else ""),
    )


def _message(rule: Rule, words: str, replacements: tuple[str, ...]) -> str:
    message = rule.message.replace("{match}", words)
    better = named(replacements)
    return f"{message} Лучше: {better}." if better else message


def _without_repeats(findings: list[Finding]) -> Iterator[Finding]:
    """Drops what is said already: inside an equally strict finding of its category, or slang called misspelt.

    Of an evasion that the answer forbids by name only the ban is left, of a promise with a stricter remark only that.
    """
    bans = [finding for finding in findings if finding.rule == _BANNED]
    evasions = [finding for finding in findings if finding.category == "evasion" and finding.rule != _PROMISE]
    named = {(finding.start, finding.end) for finding in findings if finding.rule != _UNKNOWN_WORD}
    open_by_category: dict[str, list[Finding]] = {}
    for finding in findings:
        still_open = [other for other in open_by_category.get(finding.category, ()) if other.end > finding.start]
        open_by_category[finding.category] = still_open
        is_named = finding.rule == _UNKNOWN_WORD and (finding.start, finding.end) in named
        is_banned = finding.category == "evasion" and any(_meets(ban, finding) for ban in bans)
        is_evasion = finding.rule == _PROMISE and any(_meets(other, finding) for other in evasions)
        if not (is_named or is_banned or is_evasion or any(_covers(other, finding) for other in still_open)):
            still_open.append(finding)
            yield finding


def _covers(other: Finding, finding: Finding) -> bool:
    """True when the earlier finding says it: it is as strict, and around this one or of the same rule."""
    is_said = finding.rule == other.rule or finding.end <= other.end
    return is_said and LEVELS.index(other.level) <= LEVELS.index(finding.level)


def _meets(ban: Finding, finding: Finding) -> bool:
    return ban.start < finding.end and finding.start < ban.end
