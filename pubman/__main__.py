"""The `pubman` command and `python -m pubman`: what has nothing to do imports next to nothing."""

from __future__ import annotations

import sys


def main() -> None:
    """Run pubman with the arguments of the process and exit with its status."""
    from pubman.edge import fresh

    arguments = sys.argv[1:]
    if fresh.replay(arguments):
        sys.exit(0)

    import gc

    from pubman import cli

    gc.disable()  # one short run: nothing it leaves in cycles is worth the collector's walks over the whole store
    sys.exit(cli.run(arguments))


if __name__ == "__main__":
    main()
