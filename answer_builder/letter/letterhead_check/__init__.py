"""Is a letterhead fit for letters: what is wrong, where, and how to mend it.

Others use `check_letterhead`, `refuse_unfit`, `unfit`, `commented_copy` and `sample_letter`.
"""

from answer_builder.letter.letterhead_check.check import check_letterhead, refuse_unfit, unfit
from answer_builder.letter.letterhead_check.commented import commented_copy
from answer_builder.letter.letterhead_check.remark import Remark
from answer_builder.letter.letterhead_check.sample import sample_letter

__all__ = ["Remark", "check_letterhead", "commented_copy", "refuse_unfit", "sample_letter", "unfit"]
