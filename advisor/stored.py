"""Keeps loaded knowledge as bytes beside what Python keeps of its own source.

Reading and checking all YAML takes longer than everything else that one plan needs. What came of
it is kept as Python keeps compiled modules: in `__pycache__`, per version of Python, and only where
Python may write there itself. It counts as long as no file of knowledge and no module of the
program changed in name, size or time, and gives what reading gives, which a test compares.
"""

from __future__ import annotations

import marshal
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from advisor.model.knowledge import Knowledge

_PACKAGE = Path(__file__).resolve().parent
_SUFFIXES = (".py", ".yaml")

Mark = tuple[str, int, int]
"""A file that counts: its path, its size in bytes, and its time in nanoseconds."""


def stored(
    folders: tuple[Path, ...], read: Callable[[], Knowledge], package: Path = _PACKAGE
) -> Knowledge:
    """What `read` gives of these folders, from the bytes that are kept where those still hold.

    Raises:
        KnowledgeError: as `read` does; then nothing is kept.
    """
    kept = Path(cache_from_source(str(package / "knowledge.py"))).with_suffix(".pickle")
    marks = marshal.dumps([mark for folder in (*folders, package) for mark in _marks(str(folder))])
    # Whatever is wrong with what is kept, the files themselves are there to be read.
    with suppress(Exception), kept.open("rb") as stream:
        if stream.read(len(marks)) == marks:
            return cast("Knowledge", pickle.load(stream))
    knowledge = read()
    if not sys.dont_write_bytecode:
        _keep(kept, marks + pickle.dumps(knowledge, pickle.HIGHEST_PROTOCOL))
    return knowledge


def _marks(folder: str) -> Iterator[Mark]:
    """The files of knowledge and of the program in a folder and below it, by name."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.endswith(_SUFFIXES):
            status = entry.stat()
            yield entry.path, status.st_size, status.st_mtime_ns
        elif entry.name != "__pycache__" and entry.is_dir():
            yield from _marks(entry.path)


def _keep(path: Path, data: bytes) -> None:
    """Write beside and rename; where that is not allowed, the next start reads again."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(data)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
