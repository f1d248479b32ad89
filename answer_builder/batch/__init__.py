"""Many letters from one table."""

from answer_builder.batch.complaints import RefusedRow, complaint_lines, name_rows
from answer_builder.batch.manifest import Entry
from answer_builder.batch.preflight import Preflight, preflight
from answer_builder.batch.readers import read_table
from answer_builder.batch.run import run
from answer_builder.batch.table import Table

__all__ = [
    "Entry",
    "Preflight",
    "RefusedRow",
    "Table",
    "complaint_lines",
    "name_rows",
    "preflight",
    "read_table",
    "run",
]
