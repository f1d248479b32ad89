"""Remarks that somebody does not want to hear: comments in a text, entries of a case, a baseline; all with reasons."""

from answer_builder.lint.suppression.baseline import Baseline, baseline_bytes, read_baseline
from answer_builder.lint.suppression.comments import read_comments
from answer_builder.lint.suppression.silencing import NOTHING, Silencing

__all__ = ["NOTHING", "Baseline", "Silencing", "baseline_bytes", "read_baseline", "read_comments"]
