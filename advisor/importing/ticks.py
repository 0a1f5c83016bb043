"""Columns with one option of a question each, as one answer: yes or no in every cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from advisor.importing.cells import CellReader, unread
from advisor.importing.columns import NONE, Column
from advisor.importing.plain import plain
from advisor.importing.table import Row, Sheet
from advisor.loading.answer_values import UNKNOWN
from advisor.loading.messages import problem
from advisor.loading.yamlfile import ListNode, Node, ScalarNode
from advisor.model.questionnaire import Question
from advisor.problems import ProblemList

_YES = frozenset({"yes", "y", "ja", "j", "true", "waar", "1", "1.0", "1,0", "x"})
_NO = frozenset({"no", "n", "nee", "neen", "false", "onwaar", "0", "0.0", "0,0"})
# LimeSurvey writes this where a question was not shown.
_BLANK = frozenset({"n/a", "n.v.t"})


@dataclass(frozen=True, slots=True)
class TickReader:
    """Reads the columns of one question.

    What was ticked is the answer. Where nothing was, "none of these" is said by its own column, or,
    when there is none, by a no for every option of the question. Anything less is unknown: a blank
    is no "no", and a column that is missing says nothing.
    """

    question: Question
    columns: tuple[Column, ...]
    cells: CellReader

    def read(self, sheet: Sheet, row: Row, problems: ProblemList) -> Node | None:
        """The answer in a row; None where it is unknown."""
        ticked: list[Column] = []
        refused: set[str] = set()
        before = len(problems)
        for column in self.columns:
            is_ticked = self._is_ticked(column, sheet, row, problems)
            if is_ticked:
                ticked.append(column)
            elif is_ticked is False:
                refused.add(_option(column))
        if len(problems) > before:
            return ScalarNode(sheet.place(row.number), "", broken=True)
        if ticked:
            return self._chosen(ticked, sheet, row, problems)
        return ListNode(sheet.place(row.number), ()) if self._is_none(refused) else None

    def _is_ticked(
        self, column: Column, sheet: Sheet, row: Row, problems: ProblemList
    ) -> bool | None:
        text = row.cell(column.index)
        if text == "":
            return None
        place = sheet.place(row.number, column.index, column.header)
        if text is None:
            unread(place, problems)
            return None
        said = _say(text)
        if said is None:
            found = self.cells.find(text)
            if found == _option(column):
                # SurveyMonkey repeats the option itself where it was ticked.
                return True
            if found != UNKNOWN and plain(text) not in _BLANK:
                problems.add(problem("E-TICK", place, value=text))
        return said

    def _chosen(
        self, ticked: Sequence[Column], sheet: Sheet, row: Row, problems: ProblemList
    ) -> Node:
        places = [sheet.place(row.number, one.index, one.header) for one in ticked]
        options = [_option(one) for one in ticked]
        known = {option.id for option in self.question.options}
        alone = [at for at, option in enumerate(options) if option not in known]
        if not alone:
            words = zip(places, options, strict=True)
            return ListNode(
                places[0], tuple(ScalarNode(at, word, quoted=True) for at, word in words)
            )
        if len(options) > 1:
            problems.add(problem("E-ALONE", places[alone[0]], id=self.question.id))
            return ScalarNode(places[0], "", broken=True)
        return ListNode(places[0], ()) if options == [NONE] else ScalarNode(places[0], UNKNOWN)

    def _is_none(self, refused: set[str]) -> bool:
        if any(_option(column) == NONE for column in self.columns):
            return False
        return refused >= {option.id for option in self.question.options}

    @property
    def missing(self) -> tuple[str, ...]:
        """The options that have no column, where none of these has none either."""
        there = {_option(column) for column in self.columns}
        options = (option.id for option in self.question.options)
        return () if NONE in there else tuple(one for one in options if one not in there)


@lru_cache(maxsize=64)
def _say(text: str) -> bool | None:
    word = plain(text)
    return word in _YES if word in _YES or word in _NO else None


def _option(column: Column) -> str:
    assert column.target is not None and column.target.option is not None
    return column.target.option
