"""The command line: `main` and one module for each command, imported only when it is called."""

from answer_builder.cli.group import main

__all__ = ["main"]
