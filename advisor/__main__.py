"""Runs the command line: `python -m advisor`."""

import sys

INTERRUPTED = 130


def main() -> None:
    """Run the program; Ctrl-C while it is still being loaded ends it without a word."""
    try:
        from advisor.cli.app import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
