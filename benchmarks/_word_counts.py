"""`python -m benchmarks._word_counts` counts the words of our own content anew, for the ranks of suggestions.

Typical answers, good examples of the rules, clean sentences, the guide, and the vocabulary of the speller (once each).
"""

import json
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from answer_builder.lint.splitting import split
from answer_builder.lint.words import is_known, normalise
from answer_builder.morphology import parses

ROOT = Path(__file__).parents[1]
SPELLING = ROOT / "answer_builder/lint/spelling"
COUNTS = SPELLING / "word_counts.tsv"
HEADER = "# Dictionary form, then its forms with how often our own content has them: python -m benchmarks._word_counts"


def main() -> None:
    """Writes the file anew; nothing changes when the content did not."""
    forms = Counter(
        token.norm
        for text in _texts()
        for token in split(text).tokens
        if re.fullmatch("[а-я]{2,}", token.norm) and not token.text[1:].isupper() and is_known(token.norm)
    )
    by_lemma: defaultdict[str, list[str]] = defaultdict(list)
    for form, count in sorted(forms.items(), key=lambda item: (-item[1], item[0])):
        by_lemma[normalise(parses(form)[0].normal_form)].append(f"{form}:{count}")
    lines = (f"{lemma}\t{' '.join(found)}" for lemma, found in sorted(by_lemma.items()))
    COUNTS.write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8")
    print(f"{sum(forms.values())} words, {len(forms)} forms, {len(by_lemma)} dictionary forms")


def _texts() -> Iterator[str]:
    for path in sorted((ROOT / "typical_answers").rglob("*.toml")):
        yield from strings(tomllib.loads(path.read_text("utf-8")))
    for path in sorted((ROOT / "answer_builder/lint/rules").rglob("*.toml")):
        for example in tomllib.loads(path.read_text("utf-8"))["examples"]:
            yield from strings(example.get("good", ""))
    for line in (ROOT / "tests/data/lint/clean.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)["text"]
    yield (ROOT / "tests/lint/clean_sentences.txt").read_text("utf-8")
    yield (ROOT / "docs/guide.md").read_text("utf-8")
    yield from strings(tomllib.loads((SPELLING / "vocabulary.toml").read_text("utf-8")))


def strings(content: Any) -> Iterator[str]:
    """Every text of a content file, however deep."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict | list):
        for part in content.values() if isinstance(content, dict) else content:
            yield from strings(part)


if __name__ == "__main__":
    main()
