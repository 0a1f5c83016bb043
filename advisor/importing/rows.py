"""From the sheets of a table to the rows with answers, as the nodes that a file would have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from advisor.importing.cells import CellReader
from advisor.importing.columns import Column, Header, find_header, names_of, note_others
from advisor.importing.plain import plain
from advisor.importing.table import Row, Sheet
from advisor.loading.messages import problem
from advisor.loading.yamlfile import MapNode, Node, ScalarNode
from advisor.model.questionnaire import ABOUT, FORMAT_VERSION, Questionnaire
from advisor.problems import Place, ProblemList, shorten
from advisor.texts import Text

_DAY_WITH_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T][0-9]{1,2}:[0-9:.]+Z?", re.ASCII)
_MOST_NAMED = 10


@dataclass(slots=True)
class TableReader:
    """Reads rows of answers; what is wrong goes to `problems`, what is passed over to `notes`."""

    questionnaire: Questionnaire
    problems: ProblemList
    notes: list[Text] = field(default_factory=list)
    readers: Mapping[str, CellReader] = field(init=False)

    def __post_init__(self) -> None:
        """Prepare what each cell of a column is held against."""
        questions = self.questionnaire.questions.values()
        self.readers = {question.id: CellReader.of(question) for question in questions}

    def read(self, sheets: tuple[Sheet, ...]) -> tuple[MapNode, ...]:
        """The rows that are filled in, of the one sheet that has any."""
        names = names_of(self.questionnaire)
        found = [(s, h) for s in sheets if (h := find_header(s, names)) is not None]
        filled = [(s, h, rows) for s, h in found if (rows := tuple(_filled(s, h)))]
        if len(filled) == 1:
            sheet, header, rows = filled[0]
            return self._read_sheet(sheet, header, rows, names)
        if filled:
            told = ", ".join(f"'{shorten(sheet.name or '')}'" for sheet, _, _ in filled)
            self.problems.add(problem("E-SHEETS", sheets[0].place().of_file, names=told))
        elif found:
            sheet, header = found[0]
            self.problems.add(problem("E-NO-ROWS", sheet.place(header.row)))
        else:
            self.problems.add(problem("E-HEADER", _whole(sheets)))
        return ()

    def _read_sheet(
        self, sheet: Sheet, header: Header, rows: tuple[Row, ...], names: Mapping[str, str]
    ) -> tuple[MapNode, ...]:
        note = note_others(header, names, self.problems)
        self.notes += [note] if note is not None else []
        for first, second in header.twice():
            place = sheet.place(header.row, second.index, second.header)
            told = {"key": first.key, "first": first.header, "second": second.header}
            self.problems.add(problem("E-COLUMN-TWICE", place, **told))
        columns = {column.key: column for column in reversed(header.columns)}
        return tuple(self._read_row(sheet, row, columns) for row in rows)

    def _read_row(self, sheet: Sheet, row: Row, columns: Mapping[str, Column]) -> MapNode:
        place = sheet.place(row.number)
        about = ((key, self._about(sheet, row, columns[key])) for key in ABOUT if key in columns)
        answers = tuple(
            (ScalarNode(place, name), self._answer(sheet, row, columns[name]))
            for name in self.questionnaire.questions
            if name in columns
        )
        entries: tuple[tuple[str, Node], ...] = (
            ("advisor", ScalarNode(place, str(FORMAT_VERSION))),
            *about,
            ("answers", MapNode(place, answers)),
        )
        return MapNode(place, tuple((ScalarNode(place, key), node) for key, node in entries))

    def _about(self, sheet: Sheet, row: Row, column: Column) -> ScalarNode:
        text = row.cell(column.index)
        place = sheet.place(row.number, column.index, column.header)
        if text is None:
            return self._unread(place)
        # Forms tell the hour too; an answer has a day.
        day = _DAY_WITH_TIME.fullmatch(text)
        return ScalarNode(place, day[1] if day else text, quoted=True)

    def _answer(self, sheet: Sheet, row: Row, column: Column) -> Node:
        text = row.cell(column.index)
        place = sheet.place(row.number, column.index, column.header)
        if text is None:
            return self._unread(place)
        return self.readers[column.key].read(text, place)

    def _unread(self, place: Place) -> ScalarNode:
        self.problems.add(problem("E-FORMULA", place))
        return ScalarNode(place, "", broken=True)


def _filled(sheet: Sheet, header: Header) -> Iterator[Row]:
    """The rows below the header with anything in a column that is read."""
    for row in sheet.rows:
        cells = (row.cell(column.index) for column in header.columns)
        if row.number > header.row and any(cell != "" for cell in cells):
            yield row


def _whole(sheets: tuple[Sheet, ...]) -> Place:
    """The one sheet, or the file."""
    place = sheets[0].place()
    return place if len(sheets) == 1 else place.of_file


def check_one_school(rows: tuple[MapNode, ...], problems: ProblemList) -> None:
    """Tell when rows are of several schools, each by the name it has first."""
    named: dict[str, str] = {}
    for row in rows:
        word = row.word("school")
        if word:
            named.setdefault(plain(word), " ".join(word.split()))
    if len(named) > 1:
        shown = [shorten(name) for name in tuple(named.values())[:_MOST_NAMED]]
        more = len(named) - len(shown)
        names = Text.same(", ".join(shown))
        told = _AND_MORE.fill(names=names, count=more) if more else names
        place = Place(rows[0].place.file, sheet=rows[0].place.sheet)
        problems.add(problem("E-SCHOOLS", place, names=told))


_AND_MORE = Text("{names} en nog {count}", "{names} and {count} more")
