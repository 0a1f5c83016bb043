"""Where a result goes: which formats to which files, and what to standard output."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from advisor.cli.messages import say, usage_error
from advisor.cli.streams import is_terminal_out, show_markdown, tell, write_out
from advisor.formats.interface import Format
from advisor.problems import did_you_mean, near_name
from advisor.texts import Lang
from advisor.writing import check_writable, is_same_file, write_whole

STDOUT = "-"


Render = Callable[[Format], str | bytes]


@dataclass(frozen=True, slots=True)
class Targets:
    """The files a result is written to, and the format for standard output, if it goes there."""

    files: tuple[tuple[Path, Format], ...]
    stdout: Format | None

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files alone."""
        return tuple(path for path, _ in self.files)

    @property
    def on_screen(self) -> bool:
        """Whether somebody reads the result here, with headings and tables drawn."""
        return self.stdout is Format.TERMINAL and is_terminal_out()

    def render(self, to_file: Render, to_stdout: Render) -> Rendered:
        """The result in every form that is asked for, before anything is written."""
        texts = tuple((path, to_file(form)) for path, form in self.files)
        if self.stdout is None:
            return Rendered(texts, None)
        return Rendered(texts, to_stdout(Format.MARKDOWN if self.on_screen else self.stdout))


@dataclass(frozen=True, slots=True)
class Rendered:
    """A result as texts, so that a failure to render leaves no file behind."""

    files: tuple[tuple[Path, str | bytes], ...]
    shown: str | bytes | None

    def write(self) -> str | None:
        """Write the files, each whole, and name them."""
        for path, text in self.files:
            write_whole(path, text)
        return ", ".join(str(path) for path, _ in self.files) or None


def deliver(render: Render, targets: Targets, done: str, lang: Lang, quiet: bool) -> None:
    """Write the files, say so (`done` is the sentence for it), and show what goes to the screen."""
    rendered = targets.render(render, render)
    files = rendered.write()
    if files is not None:
        tell(say(done, lang, files=files), quiet)
    if rendered.shown is None:
        return
    if targets.on_screen:
        show_markdown(str(rendered.shown))
    else:
        write_out(rendered.shown)


def read_targets(
    command: str, outputs: list[str], format_name: str | None, as_json: bool
) -> Targets:
    """What `-o`, `--format` and `--json` of a command come to.

    Raises:
        UsageError: they contradict each other, or a file cannot be written.
    """
    asked = _asked_format(command, format_name, as_json)
    files = tuple((Path(name), _format_of(command, name)) for name in outputs if name != STDOUT)
    to_stdout = STDOUT in outputs or not outputs
    if asked is not None and not to_stdout and asked not in [form for _, form in files]:
        known = asked.suffix or ", ".join(Format.suffixes())
        raise usage_error("E-TO-STDOUT", command, name=asked.value, known=known)
    if asked is not None and to_stdout and not asked.is_text and is_terminal_out():
        raise usage_error("E-NO-SCREEN", command, name=asked.value, suffix=asked.suffix or "")
    for path, _ in files:
        check_writable(path)
    default = Format.TERMINAL if is_terminal_out() else Format.MARKDOWN
    return Targets(files, (asked or default) if to_stdout else None)


def read_save(name: str | None) -> Path | None:
    """The file for the answers.

    Raises:
        UsageError: it is no file, or it cannot be written.
    """
    if name is None:
        return None
    if name in ("", STDOUT):
        raise usage_error("E-SAVE", "analyse", name=name)
    check_writable(Path(name))
    return Path(name)


def check_apart(command: str, files: Sequence[Path], sources: Sequence[str]) -> None:
    """Nothing that is written may replace something else of the same call.

    Raises:
        UsageError: two files, or a file and a source of answers, are the same.
    """
    for at, path in enumerate(files):
        if any(is_same_file(path, other) for other in files[:at]):
            raise usage_error("E-TWICE", command, file=str(path))
        if any(is_same_file(path, Path(source)) for source in sources if source != STDOUT):
            raise usage_error("E-OVER-SOURCE", command, file=str(path))


def _asked_format(command: str, name: str | None, as_json: bool) -> Format | None:
    if name is None:
        return Format.JSON if as_json else None
    form = read_format(command, name)
    if as_json and form is not Format.JSON:
        raise usage_error("E-FORMATS", command, name=name)
    return form


def read_format(command: str, name: str, for_files: bool = False) -> Format:
    """The format of that name; `for_files` leaves out what is only for a screen.

    Raises:
        UsageError: there is none.
    """
    form = Format.of_name(name)
    if form is not None and (form.suffix or not for_files):
        return form
    known = [form.value for form in Format if form.suffix or not for_files]
    near = near_name(name, known)
    remedy = did_you_mean(near) if near else None
    raise usage_error("E-FORMAT", command, remedy, name=name, known=", ".join(known))


def _format_of(command: str, file: str) -> Format:
    form = Format.of_suffix(Path(file).suffix)
    if form is None:
        known = ", ".join(Format.suffixes())
        code = "E-FORMAT" if Path(file).suffix else "E-SUFFIX"
        raise usage_error(code, command, name=file, known=known)
    return form
