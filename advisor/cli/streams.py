"""Standard output and standard error, and how errors end the program."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING

import typer

from advisor.cli.messages import say
from advisor.problems import AdvisorError
from advisor.texts import Lang

if TYPE_CHECKING:
    from advisor.formats.depths import Depth

INTERRUPTED = 130


def use_utf8() -> None:
    """Make the streams UTF-8 on every machine, and never stumble over a file name."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def write_out(text: str) -> None:
    """Write a result to standard output, now, so that a closed pipe shows here."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
    sys.stdout.flush()


def show_markdown(text: str, *depths: Depth) -> None:
    """Show a Markdown plan on the screen, or only some of its depths."""
    from rich.console import Console

    from advisor.formats.terminal import show

    console = Console(file=sys.stdout)
    if depths:
        show(text, console, depths)
    else:
        show(text, console)
    sys.stdout.flush()


def tell(text: str, quiet: bool = False) -> None:
    """Say something beside the result."""
    if not quiet:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def read_in(limit: int) -> bytes:
    """Standard input, no more than `limit` bytes of it."""
    return sys.stdin.buffer.read(limit)


def is_interactive() -> bool:
    """Whether questions can be asked: piped bytes must never be taken for answers."""
    return is_terminal_out() and sys.stdin is not None and sys.stdin.isatty()


def is_terminal_out() -> bool:
    """Whether somebody reads the result on a screen."""
    return sys.stdout.isatty()


@contextmanager
def errors_told(lang: Lang, debug: bool) -> Iterator[None]:
    """Turn every error into sentences and an exit code; a traceback only with `debug`."""
    try:
        yield
    except typer.Exit:
        raise
    except AdvisorError as error:
        _show_traceback(debug)
        tell(error.render(lang))
        raise typer.Exit(error.exit_code) from None
    except KeyboardInterrupt:
        tell(f"\n{say('stopped', lang)}")
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        _close_stdout()
        raise typer.Exit(0) from None
    except Exception as error:
        _show_traceback(debug)
        what = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        tell(say("unexpected", lang, what=what))
        raise typer.Exit(1) from None


def _show_traceback(debug: bool) -> None:
    if debug:
        import traceback

        traceback.print_exc()


def _close_stdout() -> None:
    """The reader went away (`| head`), so nothing more may be flushed at the end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
