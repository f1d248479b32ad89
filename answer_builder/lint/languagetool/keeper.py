"""Parent of the Java process: ends it when the program that wanted it is gone, however that program ended."""

import contextlib
import os
import signal
import subprocess
import sys
import threading


def keep(command: list[str]) -> int:
    """Runs the command until it ends, this process is asked to end, or standard input closes; its exit code."""
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603  (our own command line)
    signal.signal(signal.SIGTERM, lambda *_: child.kill())

    def wait_for_the_owner() -> None:
        with contextlib.suppress(OSError):
            while os.read(0, 1):
                pass
        child.kill()

    threading.Thread(target=wait_for_the_owner, daemon=True).start()
    return child.wait()


if __name__ == "__main__":
    os._exit(abs(keep(sys.argv[1:])))
