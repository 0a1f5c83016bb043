"""Asks for files: their names, and whether one that is there may be replaced."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from advisor.interview import words
from advisor.interview.asker import Asker, Card, Choice, Going
from advisor.problems import UsageError
from advisor.texts import Text
from advisor.writing import check_writable, reason_of


def ask_path(card: Card, before: Path, asker: Asker, ends: tuple[str, ...] = ()) -> Path | Going:
    """A file that can be written, and that no other gives way to unless somebody says so."""

    def check(line: str) -> Text | None:
        if not line:
            return words.NO_FILE_NAME
        path = Path(line).expanduser()
        if ends and path.suffix.lower() not in ends:
            return words.OTHER_KIND.fill(suffixes=", ".join(ends))
        try:
            check_writable(path)
            path.exists()
        except UsageError as error:
            return error.problems[0].message
        except OSError as error:
            return words.NO_SUCH_FILE.fill(reason=reason_of(error))
        return None

    while True:
        said = asker.write(card, str(before), check)
        if isinstance(said, Going):
            return said
        path = free_path(Path(said).expanduser(), asker)
        if not isinstance(path, Going):
            return path


def ask_plan_path(before: Path, ends: tuple[str, ...], asker: Asker) -> Path | None:
    """The file for a plan, with one of these ends to its name; None when somebody goes back."""
    help_ = words.SAVE_KINDS.fill(suffixes=", ".join(ends))
    card = Card(words.SAVE_AS, help=help_, can_go_back=True)
    said = ask_path(card, before, asker, ends)
    return None if isinstance(said, Going) else said


def free_path(path: Path, asker: Asker) -> Path | Going:
    """The path, or another: a file is never replaced without asking, and never a read-only one.

    Raises:
        UsageError: nothing can be written there.
    """
    if not path.exists():
        check_writable(path)
        return path
    names = (path.with_stem(f"{path.stem}-{number}") for number in range(2, 1000))
    other = next((name for name in names if not name.exists()), path)
    check_writable(other)
    choices = [Choice(str(other), words.OTHER_NAME.fill(file=str(other)))]
    with suppress(UsageError):
        check_writable(path)
        choices.append(Choice(str(path), words.OVERWRITE))
    card = Card(words.EXISTS.fill(file=str(path)), can_go_back=True)
    said = asker.pick(card, choices)
    return said if isinstance(said, Going) else Path(said)
