"""Reads the sheets of an Excel file as text."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.importing.ooxml import Damaged, Part, look_at_parts
from advisor.importing.table import Cell, Line, Sheet, too_large
from advisor.loading.messages import problem
from advisor.problems import AnswersError, Place, Problem

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_ZIP, _OLD = b"PK", b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_UNPACKED = 300_000_000
_MOST_CELLS = 4_000_000
_MIDNIGHT = dt.time()
_BOOLEANS = {True: "yes", False: "no"}


def read_workbook(path: Path, file: str) -> tuple[Sheet, ...]:
    """The sheets in the file.

    Raises:
        AnswersError: this is no Excel file, it is damaged or protected, or there is too much in it.
    """
    with path.open("rb") as stream:
        begin = stream.read(len(_OLD))
    if not begin.startswith(_ZIP):
        raise AnswersError([problem(_what_else(path, begin), Place(file))])
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_UNPACKED:
                raise too_large(file, _MOST_UNPACKED)
            parts = look_at_parts(archive)
        if parts is None:
            raise AnswersError([problem("E-NOT-EXCEL", Place(file))])
        if large := tuple(_too_large(parts, file)):
            raise AnswersError(large)
        return tuple(_sheets(path, file, parts))
    # A RuntimeError is what zipfile says of a part that is encrypted, or packed in an odd way.
    except (Damaged, zipfile.BadZipFile, RuntimeError, OSError, EOFError):
        raise AnswersError([problem("E-DAMAGED", Place(file))]) from None


def _what_else(path: Path, begin: bytes) -> str:
    if begin == _OLD:
        return "E-PASSWORD" if _ENCRYPTED in path.read_bytes() else "E-OLD-EXCEL"
    return "E-NOT-EXCEL"


def _too_large(parts: dict[str, Part], file: str) -> Iterator[Problem]:
    """One stray cell in the last corner would take more memory than there is."""
    for name, part in parts.items():
        if part.rows * part.columns > _MOST_CELLS:
            told = {"rows": part.rows, "columns": part.columns}
            yield problem("E-SHEET-SIZE", Place(file, sheet=name), **told)


def _sheets(path: Path, file: str, parts: dict[str, Part]) -> Iterator[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        workbook = CalamineWorkbook.from_path(path)
        for name, part in parts.items():
            yield Sheet(file, name, _Filled(workbook.get_sheet_by_name(name), part).lines)
    except CalamineError as error:
        raise Damaged from error


@dataclass(frozen=True, slots=True)
class _Filled:
    """A sheet: its values come from the library, and what has none from the parts."""

    values: CalamineSheet
    part: Part

    def lines(self) -> Iterator[Line]:
        number = 0
        for number, values in enumerate(self.values.iter_rows(), start=1):
            yield number, self._cells(number, values)
        # A row that has formulas without a value, and nothing else, has no values either.
        for further in range(number + 1, max(self.part.unread, default=0) + 1):
            yield further, self._cells(further, ())

    def _cells(self, number: int, values: Sequence[object]) -> list[Cell]:
        unread = self.part.unread.get(number, ())
        cells: list[Cell] = [as_text(value) for value in values]
        cells += [""] * (max(unread, default=0) - len(cells))
        for column in unread:
            cells[column - 1] = None
        return cells


def as_text(value: object) -> str:
    """A value of a cell as somebody would type it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return _BOOLEANS[value]
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, dt.datetime):
        is_day = value.time() == _MIDNIGHT
        return value.date().isoformat() if is_day else value.isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, dt.date) else str(value)
