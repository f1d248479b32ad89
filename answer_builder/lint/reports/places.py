"""Where a finding stands, in lines and columns, for readers that do not count offsets."""

from dataclasses import dataclass

from answer_builder.model import Finding


@dataclass(frozen=True, slots=True)
class Place:
    """Lines and columns from 1, a column is a code point; `end_column` is the one behind the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


def place_of(finding: Finding, text: str) -> Place:
    """The place of the finding's words; a remark about the whole letter stands at its beginning."""
    line = finding.paragraph + 1
    return Place(
        line,
        _column(text, finding.start),
        line + text.count("\n", finding.start, finding.end),
        _column(text, finding.end),
    )


def _column(text: str, offset: int) -> int:
    return offset - text.rfind("\n", 0, offset)
