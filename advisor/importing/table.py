"""A table of text with its places, from CSV or Excel."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from advisor.loading.yamlfile import read_bytes, show_path
from advisor.problems import Place, ProblemList

CSV, XLSX = ".csv", ".xlsx"

Cell = str | None
"""What stands in a cell; None where it could not be read."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


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
    """The rows of one sheet that are not empty; CSV is one sheet without a name."""

    file: str
    name: str | None
    rows: tuple[Row, ...]

    def place(self, row: int | None = None, index: int | None = None, header: str = "") -> Place:
        """Where a cell, a row or the sheet stands."""
        column = None if index is None else index + 1
        return Place(self.file, row, column, self.name, header or None)


def is_table(path: Path) -> bool:
    """Whether the name of a file says that it is a table."""
    return path.suffix.lower() in (CSV, XLSX)


def load_sheets(path: Path, problems: ProblemList) -> tuple[Sheet, ...] | None:
    """The sheets of a table; None where it cannot be used, with the reason in `problems`.

    Raises:
        UsageError: there is no such file, it is a folder, or it may not be read.
    """
    from advisor.importing.separated import read_separated
    from advisor.importing.workbook import read_workbook

    file = show_path(path)
    data = read_bytes(path, file, problems)
    if data is None:
        return None
    read = read_separated if path.suffix.lower() == CSV else read_workbook
    return read(data, file, problems)


def filled_rows(lines: Iterable[tuple[int, Iterable[Cell]]]) -> tuple[Row, ...]:
    """The rows with anything in them, with cleaned cells."""
    rows: list[Row] = []
    for number, cells in lines:
        cleaned = [None if cell is None else clean(cell) for cell in cells]
        while cleaned and cleaned[-1] == "":
            cleaned.pop()
        if cleaned:
            rows.append(Row(number, tuple(cleaned)))
    return tuple(rows)


def clean(text: str) -> str:
    """The text of a cell with plain line ends and without control characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub(" ", lines).strip()
