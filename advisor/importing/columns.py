"""Finds the row with the names of the questions, and which column is for which question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advisor.importing.plain import as_id, plain, without_number
from advisor.importing.table import Row, Sheet
from advisor.model.questionnaire import ABOUT, Questionnaire
from advisor.problems import ProblemList, near_name, shorten
from advisor.texts import Text

_LOOKED_AT = 20
_MOST_NAMED = 10
_FEWEST = 3
"""The columns that a header without a school has at least: a row that explains names two."""

_ALSO = {
    "school": (
        "naam school",
        "naam van de school",
        "hoe heet de school",
        "hoe heet jullie school",
        "school name",
        "name of the school",
        "what is the name of the school",
    ),
    "respondent": (
        "rol",
        "functie",
        "wat is jouw rol",
        "wie vulde in",
        "ingevuld door",
        "role",
        "position",
        "what is your role",
        "filled in by",
        "rol van wie dit invult",
        "role of who fills this in",
    ),
    "date": ("datum", "ingevuld op", "datum van invullen", "filled in on"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column with what is asked in it: the id of a question, or one of `ABOUT`."""

    index: int
    key: str
    header: str


@dataclass(frozen=True, slots=True)
class Header:
    """The row with names, and the columns that hold answers; `others` are not read."""

    row: int
    columns: tuple[Column, ...]
    others: tuple[str, ...]

    def twice(self) -> Iterator[tuple[Column, Column]]:
        """Columns for what an earlier column is for already."""
        first: dict[str, Column] = {}
        for column in self.columns:
            earlier = first.setdefault(column.key, column)
            if earlier is not column:
                yield earlier, column


def names_of(questionnaire: Questionnaire) -> dict[str, str]:
    """What may stand above a column, as it is compared, with what is asked there."""
    questions = questionnaire.questions.values()
    ids = {plain(name): name for name in (*ABOUT, *questionnaire.questions)}
    said = [(plain(t), q.id) for q in questions for t in {q.text.nl, q.text.en}]
    said += [(name, key) for key, names in _ALSO.items() for name in names]
    # A text that two questions share names neither.
    count = Counter(text for text, _ in dict.fromkeys(said))
    return {text: key for text, key in said if count[text] == 1} | ids


def find_header(sheet: Sheet, names: Mapping[str, str]) -> Header | None:
    """The first row that names what is asked in its columns, or None."""
    headers = (_read_header(row, names) for row in sheet.rows[:_LOOKED_AT])
    return next((one for one in headers if _is_header({c.key for c in one.columns})), None)


def _is_header(keys: set[str]) -> bool:
    return len(keys) >= (_FEWEST if ABOUT[0] not in keys else _FEWEST - 1)


def _read_header(row: Row, names: Mapping[str, str]) -> Header:
    columns: list[Column] = []
    others: list[str] = []
    for index, cell in enumerate(row.cells):
        key = _find(cell, names) if cell else None
        if cell and key is not None:
            columns.append(Column(index, key, " ".join(cell.split())))
        elif cell:
            others.append(" ".join(cell.split()))
    return Header(row.number, tuple(columns), tuple(others))


def _find(text: str, names: Mapping[str, str]) -> str | None:
    for way in (plain(text), as_id(text), plain(without_number(text))):
        if way in names:
            return names[way]
    return None


def note_others(header: Header, names: Mapping[str, str], problems: ProblemList) -> Text | None:
    """The columns that are not read, with the near name of each that has one."""
    if not header.others:
        return None
    taken = {column.key for column in header.columns}
    free = {name: key for name, key in names.items() if key not in taken}
    named = [_other(one, free, problems) for one in header.others[:_MOST_NAMED]]
    more = len(header.others) - len(named)
    told = Text.join(tuple(named))
    if more:
        told = _AND_MORE.fill(names=told, count=more)
    return (_NOT_READ if len(header.others) > 1 else _NOT_READ_ONE).fill(names=told)


def _other(header: str, free: Mapping[str, str], problems: ProblemList) -> Text:
    shown = Text.same(f"'{shorten(header)}'")
    near = problems.near(plain(header), free) or near_name(as_id(header), free)
    return shown if near is None else _MEANT.fill(name=shown, key=free[near])


_AND_MORE = Text("{names}; en nog {count}", "{names}; and {count} more")
_NOT_READ_ONE = Text(
    "Een kolom is geen vraag en telt niet mee: {names}.",
    "One column is no question and does not count: {names}.",
)
_NOT_READ = Text(
    "Deze kolommen zijn geen vraag en tellen niet mee: {names}.",
    "These columns are no question and do not count: {names}.",
)
_MEANT = Text("{name} (bedoel je '{key}'?)", "{name} (did you mean '{key}'?)")
