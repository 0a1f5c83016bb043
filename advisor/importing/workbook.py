"""Reads the sheets of an Excel file as text."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor.importing.ooxml import Damaged, Part, look_at_parts
from advisor.importing.table import Cell, Sheet, filled_rows
from advisor.loading.messages import problem
from advisor.problems import Place, ProblemList

_ZIP, _OLD = b"PK", b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_UNPACKED = 60_000_000
_MOST_CELLS = 2_000_000
_MIDNIGHT = dt.time()
_BOOLEANS = {True: "yes", False: "no"}


def read_workbook(data: bytes, file: str, problems: ProblemList) -> tuple[Sheet, ...] | None:
    """The sheets in the bytes; None where a problem was told."""
    if not data.startswith(_ZIP):
        problems.add(problem(_what_else(data), Place(file)))
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_UNPACKED:
                megabytes = _MOST_UNPACKED // 1_000_000
                problems.add(problem("E-TOO-LARGE", Place(file), megabytes=megabytes))
                return None
            parts = look_at_parts(archive)
        if parts is None:
            problems.add(problem("E-NOT-EXCEL", Place(file)))
            return None
        if _is_too_large(parts, file, problems):
            return None
        return tuple(_Reader(file, data, parts).sheets())
    # A RuntimeError is what zipfile says of a part that is encrypted, or packed in an odd way.
    except (Damaged, zipfile.BadZipFile, RuntimeError, OSError, EOFError):
        problems.add(problem("E-DAMAGED", Place(file)))
        return None


def _what_else(data: bytes) -> str:
    if data.startswith(_OLD):
        return "E-PASSWORD" if _ENCRYPTED in data else "E-OLD-EXCEL"
    return "E-NOT-EXCEL"


def _is_too_large(parts: dict[str, Part], file: str, problems: ProblemList) -> bool:
    """One stray cell in the last corner would take more memory than there is."""
    before = len(problems)
    for name, part in parts.items():
        if part.rows * part.columns > _MOST_CELLS:
            told = {"rows": part.rows, "columns": part.columns}
            problems.add(problem("E-SHEET-SIZE", Place(file, sheet=name), **told))
    return len(problems) > before


@dataclass(frozen=True, slots=True)
class _Reader:
    """Takes the values from the library, and from the parts what has none."""

    file: str
    data: bytes
    parts: dict[str, Part]

    def sheets(self) -> Iterator[Sheet]:
        from python_calamine import CalamineError, CalamineWorkbook

        try:
            workbook = CalamineWorkbook.from_filelike(io.BytesIO(self.data))
            for name, part in self.parts.items():
                values = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
                # A row that has formulas without a value, and nothing else, has no values either.
                values += [[]] * (max(part.unread, default=0) - len(values))
                rows = (self._cells(part, n, row) for n, row in enumerate(values, start=1))
                yield Sheet(self.file, name, filled_rows(enumerate(rows, start=1)))
        except CalamineError as error:
            raise Damaged from error

    def _cells(self, part: Part, number: int, values: Sequence[object]) -> list[Cell]:
        last = max(part.unread.get(number, ()), default=0)
        cells: list[Cell] = [as_text(value) for value in values]
        cells += [""] * (last - len(cells))
        for column in part.unread.get(number, ()):
            cells[column - 1] = None
        return cells


def as_text(value: object) -> str:
    """A value of a cell as somebody would type it."""
    if isinstance(value, bool):
        return _BOOLEANS[value]
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, dt.datetime):
        is_day = value.time() == _MIDNIGHT
        return value.date().isoformat() if is_day else value.isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, dt.date) else str(value)
