"""Standard output and standard error, and how errors end the program."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import IO, TYPE_CHECKING, TextIO

import typer

from advisor.cli.messages import say, usage_error
from advisor.problems import AdvisorError, UsageError
from advisor.texts import Lang

if TYPE_CHECKING:
    from advisor.formats.depths import Depth

INTERRUPTED = 130

_LINES_ONLY = frozenset({"dumb", "unknown"})
"""What TERM says of a terminal that cannot move its cursor."""


def prepare_streams() -> None:
    """Make the streams UTF-8 on every machine, and put something where one is closed.

    A closed descriptor would be given to the next file that is opened. What goes to a closed
    standard output fails when it is written; what goes to a closed standard error is dropped.
    """
    if sys.stdin is None:
        os.open(os.devnull, os.O_RDONLY)
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def write_out(result: str | bytes) -> None:
    """Write a result to standard output, now, so that a closed pipe shows here."""
    with _to_stdout():
        if isinstance(result, bytes):
            sys.stdout.buffer.write(result)
        else:
            sys.stdout.write(result if result.endswith("\n") else f"{result}\n")


def show_plan(text: str, *depths: Depth, plain: bool = False) -> None:
    """Show a Markdown plan on the screen, or only some of its depths; `plain` draws no tables."""
    from rich.console import Console

    from advisor.formats.terminal import show_depths

    with _to_stdout():
        show_depths(text, Console(file=sys.stdout), *depths, plain=plain)


def show_markdown(text: str, plain: bool = False) -> None:
    """Show any Markdown on the screen; `plain` draws no tables."""
    from rich.console import Console

    from advisor.formats.terminal import show

    with _to_stdout():
        show(text, Console(file=sys.stdout), plain=plain)


@contextmanager
def _to_stdout() -> Iterator[None]:
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise stdout_error(error) from error


def stdout_error(error: OSError) -> UsageError:
    """Standard output took no text; nothing more goes there."""
    from advisor.writing import reason_of

    _drop(sys.stdout)
    return usage_error("E-STDOUT", "stdout", reason=reason_of(error))


def tell(text: str, quiet: bool = False) -> None:
    """Say something beside the result; nobody can be told that this failed."""
    if quiet:
        return
    try:
        sys.stderr.write(f"{_wrapped(text)}\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        _drop(sys.stderr)


def _wrapped(text: str) -> str:
    """The text with its lines broken between words, where somebody reads it on a screen."""
    if not sys.stderr.isatty():
        return text
    from advisor.interview.wrapping import wrap

    lead = text[: len(text) - len(text.lstrip("\n"))]
    return lead + wrap(text.lstrip("\n"), shutil.get_terminal_size().columns)


@contextmanager
def progress_told(doing: str, total: int, quiet: bool) -> Iterator[Callable[[], None]]:
    """A bar with the time that is left, where somebody looks; each call is one thing done."""
    if quiet or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(
        doing, *columns, console=Console(file=sys.stderr), transient=True, redirect_stdout=False
    ) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)


def keep_stdin() -> IO[bytes]:
    """Standard input in a file without a name, to be gone through more than once.

    Raises:
        UsageError: it is closed, or it is a folder.
    """
    import tempfile

    if sys.stdin is None:
        raise usage_error("E-STDIN", "-")
    kept = tempfile.TemporaryFile()  # noqa: SIM115, the caller reads it
    try:
        shutil.copyfileobj(sys.stdin.buffer, kept)
        kept.flush()
    except OSError as error:
        raise usage_error("E-STDIN", "-") from error
    return kept


def read_in(limit: int) -> bytes:
    """Standard input, no more than `limit` bytes of it.

    Raises:
        UsageError: it is closed, or it is a folder.
    """
    if sys.stdin is None:
        raise usage_error("E-STDIN", "-")
    try:
        return sys.stdin.buffer.read(limit)
    except OSError as error:
        raise usage_error("E-STDIN", "-") from error


def is_interactive() -> bool:
    """Whether questions can be asked: piped bytes must never be taken for answers."""
    return is_terminal_out() and sys.stdin is not None and sys.stdin.isatty()


def wants_lines(plain: bool) -> bool:
    """Whether lines go before keys and tables: asked for, or nothing else works here."""
    lines_only = os.environ.get("TERM", "").lower() in _LINES_ONLY
    return plain or bool(os.environ.get("ACCESSIBLE")) or lines_only


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
        _drop(sys.stdout)
        raise typer.Exit(0) from None
    except Exception as error:
        _show_traceback(debug)
        what = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        tell(say("unexpected", lang, what=what))
        raise typer.Exit(1) from None


def _show_traceback(debug: bool) -> None:
    if debug:
        import traceback

        tell(traceback.format_exc().rstrip())


def _drop(stream: TextIO) -> None:
    """Nobody reads this stream (`| head`, a full disk): nothing may be flushed at the end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
