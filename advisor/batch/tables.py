"""Writes the summary as tables row by row, so that memory does not grow with the schools."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from advisor.batch.naming import SUMMARY
from advisor.formats.summary import Cell, Row
from advisor.problems import Problem, UsageError
from advisor.writing import Beside, cannot_write, check_writable, write_whole

_CREATED = dt.datetime(2026, 1, 1)
"""A fixed moment, so that the same schools give the same bytes."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HEAD = {"bold": True, "bg_color": "#DDE7EE", "border": 1, "valign": "top", "text_wrap": True}
_TEXT = {"num_format": 49}
_WIDTH = 26
_LONGEST = 32_767
"""The characters that a cell of Excel can have."""


class Table(Protocol):
    """A table that rows are added to, and that is there once it is finished."""

    def __init__(self, path: Path) -> None:
        """Begin beside what stands there."""

    def add(self, cells: list[Cell], *, is_head: bool = False) -> None:
        """Add one row."""

    def finish(self) -> None:
        """Put the table in its place."""

    def drop(self) -> None:
        """Leave what stood there."""


class Summary:
    """The tables together: each row is added to all of them.

    Beginning and adding raise UsageError where a table cannot be written.
    """

    def __init__(self, folder: Path, heads: Mapping[str, str]) -> None:
        """Begin the tables with the heads of their columns."""
        self._keys = tuple(heads)
        self._tables: dict[Path, Table] = {}
        kinds = {folder / f"{SUMMARY}{suffix}": kind for suffix, kind in _KINDS.items()}
        for path in kinds:
            check_writable(path)
        try:
            for path, kind in kinds.items():
                with _told(path):
                    self._tables[path] = kind(path)
            self._add(list(heads.values()), is_head=True)
        except BaseException:
            self.drop()
            raise

    def add(self, row: Row) -> None:
        """Add the row of one school."""
        self._add([row.get(key, "") for key in self._keys])

    def _add(self, cells: list[Cell], *, is_head: bool = False) -> None:
        for path, table in self._tables.items():
            with _told(path):
                table.add(cells, is_head=is_head)

    def finish(self) -> list[Problem]:
        """Replace the tables of before, each whole; what cannot be replaced is told."""
        problems: list[Problem] = []
        for path, table in self._tables.items():
            try:
                with _told(path):
                    table.finish()
            except UsageError as error:
                problems += error.problems
        return problems

    def drop(self) -> None:
        """Leave the tables of before as they are."""
        for table in self._tables.values():
            table.drop()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise cannot_write(path, error) from error


class _Separated:
    """CSV as Excel in a European language opens it: semicolons, and a mark that it is UTF-8."""

    def __init__(self, path: Path) -> None:
        self._beside = Beside(path)
        self._stream = self._beside.path.open("w", encoding="utf-8-sig", newline="")
        self._rows = csv.writer(self._stream, delimiter=";", lineterminator="\r\n")

    def add(self, cells: list[Cell], *, is_head: bool = False) -> None:
        self._rows.writerow([_defused(cell) for cell in cells])

    def finish(self) -> None:
        self._stream.close()
        self._beside.replace()

    def drop(self) -> None:
        with suppress(OSError):
            self._stream.close()
        self._beside.drop()


def _defused(cell: Cell) -> Cell:
    """The cell, with a mark before what Excel would take for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


class _Workbook:
    """Excel; its rows wait in a file elsewhere until it is finished."""

    def __init__(self, path: Path) -> None:
        import xlsxwriter

        self._path, self._packed = path, io.BytesIO()
        self._book = xlsxwriter.Workbook(self._packed, {"constant_memory": True})
        self._book.set_properties({"created": _CREATED})
        self._forms = [self._book.add_format(form) for form in (_TEXT, _HEAD)]
        self._sheet = self._book.add_worksheet(SUMMARY)
        self._sheet.freeze_panes(1, 1)
        self._row = self._last = 0

    def add(self, cells: list[Cell], *, is_head: bool = False) -> None:
        if is_head:
            self._last = len(cells) - 1
            self._sheet.set_column(0, self._last, _WIDTH)
        for at, cell in enumerate(cells):
            if isinstance(cell, int):
                self._sheet.write_number(self._row, at, cell)
            elif cell:
                # As a string, whatever it begins with: nothing in it is a formula or a link.
                self._sheet.write_string(self._row, at, cell[:_LONGEST], self._forms[is_head])
        self._row += 1

    def finish(self) -> None:
        from xlsxwriter.exceptions import FileCreateError

        self._sheet.autofilter(0, 0, self._row - 1, self._last)
        try:
            self._book.close()
        except FileCreateError as error:
            # The library hides the error of the disk in its own.
            raise error.args[0] from None
        write_whole(self._path, self._packed.getvalue())

    def drop(self) -> None:
        # Closing it takes away the file in which its rows wait.
        from xlsxwriter.exceptions import XlsxWriterException

        if not self._book.fileclosed:
            with suppress(OSError, XlsxWriterException):
                self._book.close()


_KINDS: Mapping[str, type[Table]] = {".csv": _Separated, ".xlsx": _Workbook}
