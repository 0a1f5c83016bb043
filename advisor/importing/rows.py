"""From rows of a table to the nodes that a file with answers would have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from advisor.importing.cells import CellReader, unread
from advisor.importing.columns import Column, Names, Target
from advisor.importing.header import Header
from advisor.importing.table import Row, Sheet
from advisor.importing.ticks import TickReader
from advisor.loading.yamlfile import MapNode, Node, ScalarNode
from advisor.model.questionnaire import ABOUT, FORMAT_VERSION, Questionnaire
from advisor.problems import ProblemList

_TIME = r"(?:[ T][0-9]{1,2}:[0-9:.]+Z?)?"
_DAY = re.compile(rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}){_TIME}", re.ASCII)
_DUTCH_DAY = re.compile(rf"([0-9]{{1,2}})-([0-9]{{1,2}})-([0-9]{{4}}){_TIME}", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Where the answer to one question stands: in a column, in one for each option, or in both."""

    key: ScalarNode
    cells: CellReader
    column: Column | None
    ticks: TickReader | None


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads the rows below a header."""

    sheet: Sheet
    header: Header
    about: tuple[tuple[str, Column], ...]
    asked: tuple[_Asked, ...]

    @classmethod
    def of(
        cls, sheet: Sheet, header: Header, questionnaire: Questionnaire, names: Names
    ) -> RowReader:
        """The reader for the rows of that sheet."""
        read = header.read
        asked: list[_Asked] = []
        for question in questionnaire.questions.values():
            cells, column = names.readers[question.id], read.get(Target(question.id))
            options = tuple(c for t, c in read.items() if t.key == question.id and t.option)
            ticks = TickReader(question, options, cells) if options else None
            if column is not None or ticks is not None:
                key = ScalarNode(sheet.place(header.rows[0]), question.id)
                asked.append(_Asked(key, cells, column, ticks))
        about = tuple((key, read[Target(key)]) for key in ABOUT if Target(key) in read)
        return cls(sheet, header, about, tuple(asked))

    def rows(self) -> Iterator[Row]:
        """The rows below the header with anything in a column that is read."""
        read = [column.index for column in self.header.read.values()]
        last = self.header.rows[-1]
        for row in self.sheet.rows():
            if row.number > last and any(row.cell(index) != "" for index in read):
                yield row

    def school(self, row: Row) -> str | None:
        """The cell with the name of the school, as it stands there."""
        column = next((column for key, column in self.about if key == ABOUT[0]), None)
        return row.cell(column.index) or None if column is not None else None

    def node(self, row: Row, problems: ProblemList) -> MapNode:
        """A row as a file with answers would have it."""
        place = self.sheet.place(row.number)
        read = ((asked.key, self._answer(asked, row, problems)) for asked in self.asked)
        answers = tuple((key, node) for key, node in read if node is not None)
        entries: tuple[tuple[str, Node], ...] = (
            ("advisor", ScalarNode(place, str(FORMAT_VERSION))),
            *((key, self._about(column, row, problems)) for key, column in self.about),
            ("answers", MapNode(place, answers)),
        )
        return MapNode(place, tuple((ScalarNode(place, key), node) for key, node in entries))

    def _about(self, column: Column, row: Row, problems: ProblemList) -> ScalarNode:
        text = row.cell(column.index)
        place = self.sheet.place(row.number, column.index, column.header)
        if text is None:
            return unread(place, problems)
        return ScalarNode(place, read_day(text), quoted=True)

    def _answer(self, asked: _Asked, row: Row, problems: ProblemList) -> Node | None:
        """The answer to one question; None where nothing stands."""
        # Kobo tells the same twice; what was ticked is clearer than the words in one cell.
        ticked = asked.ticks.read(self.sheet, row, problems) if asked.ticks else None
        if ticked is not None or asked.column is None:
            return ticked
        text = row.cell(asked.column.index)
        if text == "":
            return None
        place = self.sheet.place(row.number, asked.column.index, asked.column.header)
        return unread(place, problems) if text is None else asked.cells.read(text, place)


def read_day(text: str) -> str:
    """A day as an answer has it, where the text is one; forms tell the hour too."""
    if found := _DAY.fullmatch(text):
        return found[1]
    # With dashes the day stands first, as Excel in Dutch writes it.
    if found := _DUTCH_DAY.fullmatch(text):
        return f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}"
    return text
