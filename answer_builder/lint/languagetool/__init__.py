"""LanguageTool, the second engine of the checker: its server, its client, its remarks in our words."""

from answer_builder.lint.languagetool.engine import OFF, Look, Mode, NotRead, SecondEngine, presence, second_engine
from answer_builder.lint.languagetool.remarks import Remark, explanation

__all__ = ["OFF", "Look", "Mode", "NotRead", "Remark", "SecondEngine", "explanation", "presence", "second_engine"]
