"""Reads a table as answers, through the gate that all answers go through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from advisor.importing.columns import Names
from advisor.importing.header import Header, find_header
from advisor.importing.mapping import ColumnMap
from advisor.importing.notes import not_read, note_header
from advisor.importing.rows import RowReader
from advisor.importing.table import Row, Sheet, open_sheets
from advisor.loading.answers import parse_answers
from advisor.loading.messages import problem
from advisor.loading.respondents import name_key
from advisor.loading.yamlfile import MapNode, show_path
from advisor.model.questionnaire import ABOUT, Answers, Questionnaire
from advisor.problems import AnswersError, Place, Problem, ProblemList, shorten
from advisor.texts import Text

Given = tuple[str, Answers]
"""Answers with the row that they come from."""

_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row that is filled in."""

    place: Place
    school: str | None
    _row: Row
    _reader: RowReader

    def node(self, problems: ProblemList) -> MapNode:
        """The row as a file with answers would have it; cells that cannot be read are problems."""
        return self._reader.node(self._row, problems)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table, read each time they are asked for.

    `notes` say what was passed over, and `unread` are the columns for which nothing was found.
    """

    place: Place
    notes: tuple[Text, ...]
    unread: tuple[str, ...]
    _reader: RowReader

    @property
    def names_schools(self) -> bool:
        """Whether a column has the name of the school."""
        return any(key == ABOUT[0] for key, _ in self._reader.about)

    @property
    def file(self) -> str:
        """The file, as it is shown."""
        return self.place.file

    def rows(self) -> Iterator[TableRow]:
        """The rows that are filled in."""
        reader = self._reader
        for row in reader.rows():
            yield TableRow(reader.sheet.place(row.number), reader.school(row), row, reader)


def open_table(path: Path, questionnaire: Questionnaire, mapping: ColumnMap | None = None) -> Table:
    """A table with a row for each who answered; what is wrong in a cell is told with its row.

    Raises:
        AnswersError: what makes the whole table unusable, such as a header that is missing or a
            quotation mark too many, however far down.
        UsageError: there is no such file, or it cannot be read.
    """
    names = Names.of(questionnaire, mapping.columns if mapping is not None else {})
    sheets = open_sheets(path)
    found = [(s, h) for s in sheets if (h := find_header(s, names)) is not None]
    readers = [RowReader.of(sheet, header, questionnaire, names) for sheet, header in found]
    filled = [reader for reader in readers if any(True for _ in reader.rows())]
    if len(filled) != 1:
        raise AnswersError([_not_one(path, sheets, found, filled)])
    (reader,) = filled
    if twice := tuple(_twice(reader.sheet, reader.header)):
        raise AnswersError(twice)
    notes = tuple(note_header(reader, names, mapping))
    return Table(reader.sheet.place(), notes, not_read(reader.header), reader)


def _not_one(
    path: Path,
    sheets: Sequence[Sheet],
    found: Sequence[tuple[Sheet, Header]],
    filled: Sequence[RowReader],
) -> Problem:
    if filled:
        told = ", ".join(f"'{shorten(reader.sheet.name or '')}'" for reader in filled)
        return problem("E-SHEETS", Place(show_path(path)), names=told)
    if found:
        sheet, header = found[0]
        return problem("E-NO-ROWS", sheet.place(header.rows[0]))
    place = sheets[0].place() if len(sheets) == 1 else Place(show_path(path))
    return problem("E-HEADER", place)


def _twice(sheet: Sheet, header: Header) -> Iterator[Problem]:
    for first, second in header.twice():
        place = sheet.place(header.rows[0], second.index, second.header)
        told = {"key": str(first.target), "first": first.header, "second": second.header}
        yield problem("E-COLUMN-TWICE", place, **told)


def load_table(
    path: Path, questionnaire: Questionnaire
) -> tuple[Sequence[Given], tuple[Text, ...]]:
    """The answers in a table of one school, a row for each who answered, with notes.

    Raises:
        AnswersError: with all problems in the table.
        UsageError: there is no such file, or it cannot be read.
    """
    table, problems = open_table(path, questionnaire), ProblemList()
    _check_one_school(table, problems)
    given: list[Given] = []
    told = list(table.notes)
    for row in table.rows():
        parsed = parse_answers(row.node(problems), questionnaire, problems)
        if parsed is not None:
            given.append((str(row.place), parsed[0]))
            told += parsed[1]
    if problems.has_errors:
        raise AnswersError(problems.in_order())
    return given, tuple(dict.fromkeys(told))


def load_row(
    path: Path, questionnaire: Questionnaire, problems: ProblemList, notes: list[Text]
) -> MapNode | None:
    """The one row of a table; None where a problem was told. What was passed over goes to `notes`.

    Raises:
        UsageError: there is no such file, or it cannot be read.
    """
    try:
        table = open_table(path, questionnaire)
    except AnswersError as error:
        problems.extend(error.problems)
        return None
    notes += table.notes
    first, *others = table.rows()
    if others:
        count, file = len(others) + 1, table.file
        problems.add(problem("E-ROWS", table.place, count=count, file=file))
        return None
    return first.node(problems)


def _check_one_school(table: Table, problems: ProblemList) -> None:
    """Tell when rows are of several schools, each by the name it has first."""
    named: dict[str, str] = {}
    for row in table.rows():
        if row.school:
            named.setdefault(name_key(row.school), " ".join(row.school.split()))
    if len(named) > 1:
        shown = [shorten(name) for name in tuple(named.values())[:_MOST_NAMED]]
        more = len(named) - len(shown)
        names = Text.same(", ".join(shown))
        told = _AND_MORE.fill(names=names, count=more) if more else names
        problems.add(problem("E-SCHOOLS", table.place, names=told))


_AND_MORE = Text("{names} en nog {count}", "{names} and {count} more")
