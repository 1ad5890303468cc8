"""The `pubman` command and `python -m pubman`: what has nothing to do imports next to nothing."""

from __future__ import annotations

import sys


def main() -> None:
    """Run pubman with the arguments of the process and exit with its status."""
    try:
        sys.exit(_status(sys.argv[1:]))
    except KeyboardInterrupt:  # before there was anything to interrupt
        sys.exit(130)


def _status(arguments: list[str]) -> int:
    from pubman.edge import fresh

    if fresh.replay(arguments):
        return 0

    import gc

    from pubman import cli

    gc.disable()  # one short run: nothing it leaves in cycles is worth the collector's walks over the whole store
    return cli.run(arguments)


if __name__ == "__main__":
    main()
