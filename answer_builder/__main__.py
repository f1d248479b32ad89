"""`python -m answer_builder` is the command `answer-builder`."""

from answer_builder.cli import main

main()
