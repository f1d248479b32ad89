"""One reader for each table format."""

from answer_builder.batch.readers.by_suffix import read_table

__all__ = ["read_table"]
