"""Finds the row with the names of the questions, and which column is for which question."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from advisor.importing.columns import IGNORE, Column, Names, Target
from advisor.importing.plain import plain
from advisor.importing.table import Row, Sheet
from advisor.model.questionnaire import ABOUT

_LOOKED_AT = 20
_FEWEST = 3
"""The columns that a header without a school has at least: a row that explains names two."""

_Columns = Mapping[int, Column]


@dataclass(frozen=True, slots=True)
class Header:
    """The rows with names, one or two, and all columns that have a name."""

    rows: tuple[int, ...]
    columns: tuple[Column, ...]

    @property
    def read(self) -> Mapping[Target, Column]:
        """The columns that hold answers, by what they are for."""
        kept = reversed(self.columns)
        return {c.target: c for c in kept if c.target is not None and c.target.key != IGNORE}

    @property
    def others(self) -> tuple[str, ...]:
        """What stands above the columns for which nothing was found."""
        return tuple(column.header for column in self.columns if column.target is None)

    def twice(self) -> Iterator[tuple[Column, Column]]:
        """Columns for what an earlier column is for already."""
        read = self.read
        for column in self.columns:
            first = read.get(column.target) if column.target is not None else None
            if first is not None and first is not column:
                yield first, column


def find_header(sheet: Sheet, names: Names) -> Header | None:
    """The first row that names what is asked in its columns, or None.

    A section, or the question of which the row below has the options, may stand in the row above
    it. The row below it may say the same in other words, as where codes stand above texts.
    """
    rows = (Row(0, ()), *islice(sheet.rows(), _LOOKED_AT + 1))
    for at, (above, row) in enumerate(pairwise(rows), start=2):
        columns = _read(row, above, names)
        if _is_header(_targets(columns.values())):
            below = rows[at] if at < len(rows) else Row(0, ())
            more = _read(below, row, names)
            if not _goes_on(more, columns):
                return _settle((row.number,), columns, names)
            both = {at: _better(columns.get(at), more.get(at)) for at in {*columns, *more}}
            return _settle((row.number, below.number), both, names)
    return None


def widest_header(sheet: Sheet, names: Names) -> Header | None:
    """What most likely is the header where nothing in it is known: the first of the widest rows."""
    rows = tuple(islice(sheet.rows(), _LOOKED_AT))
    if not rows:
        return None
    row = max(rows, key=lambda one: sum(bool(cell) for cell in one.cells))
    return _settle((row.number,), _read(row, Row(0, ()), names), names)


def _is_header(targets: Collection[Target]) -> bool:
    has_school = any(target.key == ABOUT[0] for target in targets)
    return len(targets) >= (_FEWEST - 1 if has_school else _FEWEST)


def _targets(columns: Collection[Column]) -> set[Target]:
    """What the columns are for; a map may ignore names that stand in other rows as well."""
    targets = (column.target for column in columns)
    return {target for target in targets if target is not None and target.key != IGNORE}


def _read(row: Row, above: Row, names: Names) -> dict[int, Column]:
    columns: dict[int, Column] = {}
    for index, cell in enumerate(row.cells):
        if cell:
            header = " ".join(cell.split())
            columns[index] = Column(index, header, names.find(header))
            if columns[index].target is None:
                columns[index] = _below(columns[index], above.cells, names)
    return columns


def _below(column: Column, above: Sequence[str | None], names: Names) -> Column:
    """An option below its question, which stands above the first of them alone."""
    group = next((cell for cell in reversed(above[: column.index + 1]) if cell), None)
    if group is None:
        return column
    header = f"{' '.join(group.split())} [{column.header}]"
    target = names.find(header)
    if target is None or (target.option is None and target.key != IGNORE):
        return column
    return replace(column, header=header, target=target)


def _goes_on(below: _Columns, columns: _Columns) -> bool:
    """Whether most of a second row are names too, none of them of another thing than the first."""
    found = ((column.target, columns.get(index)) for index, column in below.items())
    agreed = {target for target, first in found if target is not None and _agrees(target, first)}
    return _is_header(agreed) and len(agreed) > len(below) / 2


def _agrees(target: Target, first: Column | None) -> bool:
    """Whether a cell may be a name: answers hold options too, right below their question."""
    if first is None or first.target == target:
        return True
    return first.target is None and target.option is None


def _better(first: Column | None, second: Column | None) -> Column:
    """The one of two names of a column that tells most."""
    named = [column for column in (first, second) if column is not None]
    told = [column for column in named if column.target is not None]
    options = [column for column in told if column.target and column.target.option is not None]
    return (options or told or named)[0]


def _settle(rows: tuple[int, ...], columns: _Columns, names: Names) -> Header:
    """The header in which what a map says goes before what the words above a column say."""
    ordered = [columns[index] for index in sorted(columns)]
    mapped = {c.target for c in ordered if plain(c.header) in names.mapped}
    keys = {target.key for target in mapped if target is not None and target.option is None}

    def settle(column: Column) -> Column:
        target = column.target
        if target is None or plain(column.header) in names.mapped:
            return column
        is_taken = target in mapped or target.key in keys
        return replace(column, target=None) if is_taken else column

    return Header(rows, tuple(map(settle, ordered)))
