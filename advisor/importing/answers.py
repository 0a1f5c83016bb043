"""Reads a table as answers, through the gate that all answers go through."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from advisor.importing.rows import TableReader, check_one_school
from advisor.importing.table import load_sheets
from advisor.loading.answers import parse_answers
from advisor.loading.messages import problem
from advisor.loading.yamlfile import MapNode, show_path
from advisor.model.questionnaire import Answers, Questionnaire
from advisor.problems import AnswersError, Place, ProblemList
from advisor.texts import Text

Given = tuple[str, Answers]
"""Answers with the row that they come from."""


def load_rows(
    path: Path, questionnaire: Questionnaire, problems: ProblemList
) -> tuple[tuple[MapNode, ...], tuple[Text, ...]]:
    """The rows of a table that are filled in; the texts are notes on what was passed over.

    Raises:
        UsageError: there is no such file, or it cannot be read.
    """
    sheets = load_sheets(path, problems)
    if sheets is None:
        return (), ()
    if not sheets:
        problems.add(problem("E-HEADER", Place(show_path(path))))
        return (), ()
    reader = TableReader(questionnaire, problems)
    return reader.read(sheets), tuple(reader.notes)


def load_table(
    path: Path, questionnaire: Questionnaire
) -> tuple[Sequence[Given], tuple[Text, ...]]:
    """The answers in a table of one school, a row for each who answered, with notes.

    Raises:
        AnswersError: with all problems in the table.
        UsageError: there is no such file, or it cannot be read.
    """
    problems = ProblemList()
    rows, notes = load_rows(path, questionnaire, problems)
    check_one_school(rows, problems)
    given: list[Given] = []
    told = list(notes)
    for row in rows:
        parsed = parse_answers(row, questionnaire, problems)
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
    rows, told = load_rows(path, questionnaire, problems)
    notes += told
    if len(rows) > 1:
        place = Place(rows[0].place.file, sheet=rows[0].place.sheet)
        problems.add(problem("E-ROWS", place, count=len(rows), file=place.file))
        return None
    return rows[0] if rows else None
