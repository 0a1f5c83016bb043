"""What is kept of the knowledge gives what reading gives, and counts only while nothing changed."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from advisor.loading.rules import load_knowledge
from advisor.model.knowledge import Knowledge
from advisor.stored import stored

CHECKOUT = Path(__file__).parents[1]


class Reading:
    """A copy of the knowledge and a small package beside it; counts how often it is read."""

    def __init__(self, folder: Path) -> None:
        self.folders = (folder / "catalogue", folder / "rules")
        for one in self.folders:
            shutil.copytree(CHECKOUT / one.name, one)
        self.package = folder / "advisor"
        (self.package / "loading").mkdir(parents=True)
        (self.package / "loading" / "rules.py").write_text("one = 1\n", "utf-8")
        self.times = 0

    def get(self) -> Knowledge:
        return stored(self.folders, self._read, self.package)

    def _read(self) -> Knowledge:
        self.times += 1
        return load_knowledge(*self.folders)

    @property
    def kept(self) -> list[Path]:
        return [path for path in self.package.rglob("*") if ".pickle" in path.name]


def as_plain(knowledge: Knowledge) -> dict[str, Any]:
    """All of it by value, since forms are compared by which one it is."""
    return asdict(knowledge)


@pytest.fixture
def reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return Reading(tmp_path)


def test_what_is_kept_is_what_was_read(reading: Reading) -> None:
    read, again = reading.get(), reading.get()
    assert reading.times == 1
    assert as_plain(again) == as_plain(read)
    assert again is not read
    assert [path.parent.name for path in reading.kept] == ["__pycache__"]


def change_a_text(reading: Reading) -> None:
    path = reading.folders[0] / "needs.yaml"
    path.write_text(path.read_text("utf-8") + "# more\n", "utf-8")


def change_only_the_time(reading: Reading) -> None:
    status = (reading.folders[1] / "limits.yaml").stat()
    times = (status.st_atime_ns, status.st_mtime_ns + 1_000)
    os.utime(reading.folders[1] / "limits.yaml", ns=times)


def change_the_program(reading: Reading) -> None:
    (reading.package / "loading" / "rules.py").write_text("one = 11\n", "utf-8")


def rename_a_file(reading: Reading) -> None:
    sources = reading.folders[0] / "sources"
    first = min(sources.glob("*.yaml"))
    first.rename(first.with_name(f"a-{first.name}"))


def cut_what_is_kept(reading: Reading) -> None:
    (path,) = reading.kept
    path.write_bytes(path.read_bytes()[:-1000])


def spoil_what_is_kept(reading: Reading) -> None:
    (path,) = reading.kept
    path.write_bytes(b"\x80\x05nonsense")


@pytest.mark.parametrize(
    "change",
    [
        change_a_text,
        change_only_the_time,
        change_the_program,
        rename_a_file,
        cut_what_is_kept,
        spoil_what_is_kept,
    ],
)
def test_after_a_change_it_is_read_again_and_kept_anew(
    reading: Reading, change: Callable[[Reading], None]
) -> None:
    before = as_plain(reading.get())
    change(reading)
    assert as_plain(reading.get()) == before
    assert as_plain(reading.get()) == before
    assert reading.times == 2
    assert len(reading.kept) == 1


def test_where_python_may_not_keep_anything_nothing_is_kept(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert as_plain(reading.get()) == as_plain(reading.get())
    assert reading.times == 2
    assert not reading.kept


def test_a_folder_that_cannot_be_written_is_no_error(reading: Reading) -> None:
    (reading.package / "__pycache__").write_text("a file where the folder would be", "utf-8")
    assert as_plain(reading.get()) == as_plain(reading.get())
    assert reading.times == 2


def test_what_is_wrong_with_the_knowledge_is_told_and_not_kept(reading: Reading) -> None:
    (reading.folders[1] / "limits.yaml").unlink()
    with pytest.raises(Exception, match=r"limits\.yaml"):
        reading.get()
    assert not reading.kept
