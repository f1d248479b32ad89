"""What a command's exit code means; a crash is never 0 or 1."""

from enum import IntEnum


class ExitCode(IntEnum):
    """0 clean or done; 1 findings at the fail level, or a case or rows refused; 2 could not run."""

    DONE = 0
    FINDINGS = 1
    CANNOT_RUN = 2
