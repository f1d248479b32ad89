"""`python -m benchmarks [BLOCK…]` prints the figures of every block, or of those named; a block is a module here."""

import platform
import sys
from importlib import import_module
from pkgutil import iter_modules

import benchmarks


def main(wanted: list[str]) -> None:
    blocks = [module.name for module in iter_modules(benchmarks.__path__) if not module.name.startswith("_")]
    if unknown := set(wanted).difference(blocks):
        sys.exit(f"no block {', '.join(sorted(unknown))}; there are: {', '.join(blocks)}")
    print(f"Python {platform.python_version()}, {platform.machine()}")
    for name in wanted or blocks:
        block = import_module(f"benchmarks.{name}")
        print(f"\n{name}: {block.__doc__}\n")
        print(block.figures())


if __name__ == "__main__":
    main(sys.argv[1:])
