"""What makes two findings the same one: the rule and the words, never the position."""

from hashlib import blake2b

from answer_builder.lint.words import normalise


def fingerprint(rule: str, match: str, sentence: str) -> str:
    """A short stable hash; adding a paragraph or a space before the sentence does not change it."""
    parts = (rule, *(" ".join(normalise(part).split()) for part in (match, sentence)))
    return blake2b("\0".join(parts).encode(), digest_size=8).hexdigest()
