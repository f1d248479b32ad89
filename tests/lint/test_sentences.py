"""What the checker finds in three hundred faulty sentences, and that it says nothing about three hundred clean ones."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from answer_builder.lint import check

DATA = Path(__file__).parents[1] / "data" / "lint"
FAMILIES = {"jargon": "colloquial", "clericalese": "evasion"}  # «туда-сюда» may be called either
EACH, ALL_TOGETHER, FEWEST = 0.90, 0.95, 300


def items(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()]


def is_found(span: dict[str, Any], text: str) -> bool:
    """True when a finding of the category, or of its family, touches the words."""
    wanted = FAMILIES.get(span["category"], span["category"])
    return any(
        FAMILIES.get(finding.category, finding.category) == wanted
        and finding.start < span["end"]
        and finding.end > span["start"]
        for finding in check(text)
    )


def test_recall_of_faulty_sentences() -> None:
    total: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    faulty = items("defective")
    for item in faulty:
        for span in item["spans"]:
            total[span["category"]] += 1
            missed[span["category"]] += not is_found(span, item["text"])
    assert len(faulty) >= FEWEST
    assert {category for category, count in total.items() if missed[category] > (1 - EACH) * count} == set()
    assert missed.total() <= (1 - ALL_TOGETHER) * total.total()


def test_clean_set_is_large() -> None:
    assert len(items("clean")) >= FEWEST


@pytest.mark.parametrize("item", [pytest.param(item, id=item["id"]) for item in items("clean")])
def test_clean_sentence_gets_no_remark(item: dict[str, Any]) -> None:
    assert [(found.rule, found.match) for found in check(item["text"]) if found.level != "info"] == []
