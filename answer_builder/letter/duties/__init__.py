"""What makes an answer honest and lawful beyond filled fields: facts, dates and people that must agree."""

from answer_builder.letter.duties.by_answer import broken_duties
from answer_builder.letter.duties.together import broken_together

__all__ = ["broken_duties", "broken_together"]
