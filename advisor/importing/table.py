"""A table of text with its places, from CSV or Excel, row by row."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from advisor.loading.messages import problem
from advisor.loading.yamlfile import open_bytes, show_path
from advisor.problems import AnswersError, Place
from advisor.texts import Text

CSV, XLSX = ".csv", ".xlsx"
MAX_BYTES = 100_000_000

Cell = str | None
"""What stands in a cell; None where it could not be read."""

Line = tuple[int, Sequence[Cell]]
"""The number of a row as a spreadsheet shows it, and its cells."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SPLIT = Text(
    "verdeel de rijen over meer bestanden, elk met de namen van de kolommen erboven",
    "split the rows over more files, each with the names of the columns on top",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row with its number as a spreadsheet shows it, without empty cells at the end."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, index: int) -> Cell:
        """The cell at that index, empty beyond the end."""
        return self.cells[index] if index < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, whose lines are read each time they are asked for; CSV has no name."""

    file: str
    name: str | None
    lines: Callable[[], Iterator[Line]]

    def rows(self) -> Iterator[Row]:
        """The rows with anything in them, with cleaned cells."""
        for number, line in self.lines():
            cells = [None if cell is None else clean(cell) for cell in line]
            while cells and cells[-1] == "":
                cells.pop()
            if cells:
                yield Row(number, tuple(cells))

    def place(self, row: int | None = None, index: int | None = None, header: str = "") -> Place:
        """Where a cell, a row or the sheet stands."""
        column = None if index is None else index + 1
        return Place(self.file, row, column, self.name, header or None)


def is_table(path: Path) -> bool:
    """Whether the name of a file says that it is a table."""
    return path.suffix.lower() in (CSV, XLSX)


def open_sheets(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a table.

    Raises:
        AnswersError: it is too large, damaged or no table.
        UsageError: there is no such file, it is a folder, or it may not be read.
    """
    from advisor.importing.separated import read_separated
    from advisor.importing.workbook import read_workbook

    file = show_path(path)
    with open_bytes(path, file) as stream:
        size = stream.seek(0, os.SEEK_END)
    if size > MAX_BYTES:
        raise too_large(file, MAX_BYTES)
    read = read_separated if path.suffix.lower() == CSV else read_workbook
    return read(path, file)


def too_large(file: str, most: int) -> AnswersError:
    """The error that a table has more bytes than can be read."""
    told = problem("E-TOO-LARGE", Place(file), (), _SPLIT, megabytes=most // 1_000_000)
    return AnswersError([told])


def clean(text: str) -> str:
    """The text of a cell with plain line ends and without control characters."""
    if text.isprintable():
        return text.strip()
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub(" ", lines).strip()
