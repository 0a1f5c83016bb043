"""Where a plan goes: which formats to which files, and what to standard output."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from advisor.cli.messages import usage_error
from advisor.cli.streams import is_terminal_out
from advisor.formats.interface import Format
from advisor.problems import did_you_mean, near_name
from advisor.writing import check_writable, is_same_file

STDOUT = "-"


@dataclass(frozen=True, slots=True)
class Targets:
    """The files a plan is written to, and the format for standard output, if it goes there."""

    files: tuple[tuple[Path, Format], ...]
    stdout: Format | None

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files alone."""
        return tuple(path for path, _ in self.files)


def read_targets(outputs: list[str], format_name: str | None, as_json: bool) -> Targets:
    """What `-o`, `--format` and `--json` come to.

    Raises:
        UsageError: they contradict each other, or a file cannot be written.
    """
    asked = _asked_format(format_name, as_json)
    files = tuple((Path(name), _format_of(name)) for name in outputs if name != STDOUT)
    to_stdout = STDOUT in outputs or not outputs
    if asked is not None and not to_stdout and asked not in [form for _, form in files]:
        known = asked.suffix or ", ".join(Format.suffixes())
        raise usage_error("E-TO-STDOUT", "analyse", name=asked.value, known=known)
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


def check_apart(files: Sequence[Path], sources: Sequence[str]) -> None:
    """Nothing that is written may replace something else of the same call.

    Raises:
        UsageError: two files, or a file and a source of the answers, are the same.
    """
    for at, path in enumerate(files):
        if any(is_same_file(path, other) for other in files[:at]):
            raise usage_error("E-TWICE", "analyse", file=str(path))
        if any(is_same_file(path, Path(name)) for name in sources if name != STDOUT):
            raise usage_error("E-OVER-SOURCE", "analyse", file=str(path))


def _asked_format(name: str | None, as_json: bool) -> Format | None:
    if name is None:
        return Format.JSON if as_json else None
    known = [form.value for form in Format]
    if name not in known:
        near = near_name(name, known)
        remedy = did_you_mean(near) if near else None
        raise usage_error("E-FORMAT", "analyse", remedy, name=name, known=", ".join(known))
    if as_json and name != Format.JSON.value:
        raise usage_error("E-FORMATS", "analyse", name=name)
    return next(form for form in Format if form.value == name)


def _format_of(file: str) -> Format:
    form = Format.of_suffix(Path(file).suffix)
    if form is None:
        known = ", ".join(Format.suffixes())
        code = "E-FORMAT" if Path(file).suffix else "E-SUFFIX"
        raise usage_error(code, "analyse", name=file, known=known)
    return form
