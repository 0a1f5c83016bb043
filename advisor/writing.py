"""Writes a file whole or not at all."""

from __future__ import annotations

import errno
import itertools
import os
import re
import unicodedata
from contextlib import suppress
from pathlib import Path

from advisor.problems import Place, Problem, UsageError
from advisor.texts import Text

_READ_ONLY = Text("het bestaat al en is alleen-lezen", "it exists already and is read-only")
_REASONS = {
    errno.ENOENT: Text("de map bestaat niet", "the folder does not exist"),
    errno.ENOTDIR: Text("de map bestaat niet", "the folder does not exist"),
    errno.EISDIR: Text("dit is een map", "this is a folder"),
    errno.EACCES: Text("je mag hier niet schrijven", "you may not write here"),
    errno.EPERM: Text("je mag hier niet schrijven", "you may not write here"),
    errno.EROFS: Text("je mag hier niet schrijven", "you may not write here"),
    errno.ENOSPC: Text("de schijf is vol", "the disk is full"),
    errno.EDQUOT: Text("jouw ruimte op de schijf is op", "your room on the disk is used up"),
    errno.EFBIG: Text("het bestand wordt te groot", "the file becomes too large"),
    errno.EIO: Text("de schijf geeft een fout", "the disk reports an error"),
    errno.ENAMETOOLONG: Text("de naam is te lang", "the name is too long"),
    errno.ELOOP: Text("de naam verwijst naar zichzelf", "the name points to itself"),
    errno.EBADF: Text("er staat niets open", "nothing is open there"),
}
_OF_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.ENOENT})
_SENTENCE = Text(
    "dit bestand kan niet geschreven worden: {reason}", "this file cannot be written: {reason}"
)
_BEGIN, _END = ".advisor-", ".tmp"
_NUMBERS = itertools.count()
_LONGEST_STEM = 60
_DEVICES = re.compile(r"(?:aux|con|nul|prn|(?:com|lpt)[0-9])")
"""What Windows takes for a device, whatever suffix stands behind it."""

_CLOSE_IT = Text(
    "sluit het bestand als het ergens openstaat, of kies een andere naam",
    "close the file if it is open somewhere, or choose another name",
)
_REMEDY = Text("kies een andere naam of een andere map", "choose another name or folder")


def file_stem(name: str) -> str:
    """The name of a school as one that every file system takes, such as `de-linde`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = "-".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST_STEM].strip("-")
    return f"school-{stem}" if _DEVICES.fullmatch(stem) else stem or "school"


def check_writable(path: Path) -> None:
    """Tell early, before any work, what would keep a file from being written.

    Raises:
        UsageError: the path is a folder or a read-only file, or its folder is missing or closed.
    """
    try:
        is_folder, has_folder = path.is_dir(), path.parent.is_dir()
        is_read_only = _is_read_only(path)
    except (OSError, ValueError):
        return
    if is_folder:
        raise cannot_write(path, OSError(errno.EISDIR, ""))
    if not has_folder:
        raise cannot_write(path, OSError(errno.ENOENT, ""))
    if is_read_only:
        raise _refusal(path, _READ_ONLY)
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise cannot_write(path, OSError(errno.EACCES, ""))


def write_whole(path: Path, text: str | bytes) -> None:
    """Write bytes, or text in UTF-8, replacing what was there only once all of it is on disk.

    Raises:
        UsageError: the file cannot be written; what was there is untouched.
    """
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    try:
        if _is_read_only(path):
            raise _refusal(path, _READ_ONLY)
        # Renaming over a device or a pipe (`/dev/null`) would replace the device itself.
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)
        else:
            _write_beside(path.resolve(), data)
    except (OSError, ValueError, RuntimeError) as error:
        raise cannot_write(path, error) from error


def is_same_file(one: Path, other: Path) -> bool:
    """Whether two paths are one file, also through links; neither needs to exist."""
    try:
        if one.exists() and other.exists():
            return one.samefile(other)
        return one.resolve() == other.resolve()
    except (OSError, ValueError, RuntimeError):
        return False


def reason_of(error: Exception) -> Text:
    """Why writing failed, in words."""
    number = error.errno if isinstance(error, OSError) else None
    if isinstance(error, RuntimeError):
        number = errno.ELOOP  # what a path that leads to itself raised before Python 3.13
    return _REASONS.get(number or 0, Text.same(str(error) or type(error).__name__))


def is_of_disk(error: UsageError) -> bool:
    """Whether what could not be written is no matter of one file: the disk is full, or gone."""
    cause = error.__cause__
    return isinstance(cause, OSError) and cause.errno in _OF_DISK


def _is_read_only(path: Path) -> bool:
    """Renaming would replace a read-only file all the same, and so would an administrator."""
    if not path.is_file():
        return False
    return not path.stat().st_mode & 0o222 or not os.access(path, os.W_OK)


def _write_beside(path: Path, data: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "")
    beside = Beside(path)
    try:
        beside.path.write_bytes(data)
        beside.replace()
    finally:
        beside.drop()


class Beside:
    """A file next to another, whose place it takes once it is whole."""

    def __init__(self, target: Path) -> None:
        """Choose its name; `path` is where to write."""
        self._target = target
        self.path = target.with_name(f"{_BEGIN}{os.getpid()}-{next(_NUMBERS)}{_END}")

    def replace(self) -> None:
        """Put it on disk, and then in the place of the other.

        Raises:
            OSError: that failed; the other is untouched.
        """
        with self.path.open("rb+") as stream:
            os.fsync(stream.fileno())
        if self._target.exists():
            self.path.chmod(self._target.stat().st_mode & 0o777)
        self.path.replace(self._target)
        _sync_folder(self._target.parent)

    def drop(self) -> None:
        """Take it away, if it is still there."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)


def clear_unfinished(folder: Path) -> None:
    """Take away what a program that was killed while it wrote left in a folder."""
    for left in folder.glob(f"{_BEGIN}*{_END}"):
        if not _is_running(left.name.removeprefix(_BEGIN).partition("-")[0]):
            with suppress(OSError):
                left.unlink()


def _is_running(process: str) -> bool:
    """Whether the program that writes such a file still runs; on Windows asking would end it."""
    if os.name != "posix" or not process.isdecimal():
        return False
    try:
        os.kill(int(process), 0)
    except (OSError, OverflowError):
        return False
    return True


def _sync_folder(folder: Path) -> None:
    """Put the new name on disk too; Windows keeps names by itself, and opens no folder."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def cannot_write(path: Path, error: Exception) -> UsageError:
    """What to tell when a file could not be written."""
    # Windows lets nobody replace a file that Excel or Word has open.
    is_held = isinstance(error, PermissionError) and path.is_file()
    return _refusal(path, reason_of(error), _CLOSE_IT if is_held else _REMEDY)


def _refusal(path: Path, reason: Text, remedy: Text = _REMEDY) -> UsageError:
    message = _SENTENCE.fill(reason=reason)
    return UsageError([Problem("E-WRITE", Place(str(path)), message, remedy=remedy)])
