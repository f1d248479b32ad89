"""What makes an answer honest and lawful beyond filled fields: facts, dates and people that must agree."""

from answer_builder.letter.duties.by_answer import broken_duties

__all__ = ["broken_duties"]
