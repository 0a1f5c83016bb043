"""The advisor for programs: the knowledge read once, plans for one school or for many."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from advisor.engine.join import join
from advisor.engine.reasoning import make_plan, make_whole_plan
from advisor.formats import interface
from advisor.formats.as_json import as_data
from advisor.formats.interface import Format
from advisor.importing.mappings import MappingReader
from advisor.installed import load_the_knowledge
from advisor.loading.answers import parse_answers
from advisor.loading.respondents import check_together
from advisor.loading.yamlfile import MapNode
from advisor.model.knowledge import Knowledge
from advisor.model.plan import Plan
from advisor.model.questionnaire import Answers
from advisor.problems import AnswersError, Place, ProblemList
from advisor.texts import Lang

Given = Mapping[str, object]
"""What one respondent answered: `school`, `respondent`, `date`, and answers by question.

Either flat, as a row of a table, or as a file with answers: the answers below `answers`. A key is
the id of a question or its words in Dutch or English. An answer is the id of an option or its text,
a number, a text, or a list of options (or one text with `;` between them). None, NaN, an empty text
and what is left out are unknown. A key that is no question is a problem, unless it is empty, points
to a person (such as an e-mail address) or is made by a form tool (such as a timestamp).
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one row: a plan, or else the error with all problems in the row."""

    school: str | None
    plan: Plan | None
    error: AnswersError | None = None


class Advisor:
    """The line of reasoning with its knowledge.

    It can be sent to another process: the knowledge stays behind, and is read there once more.
    """

    def __init__(
        self,
        *,
        today: dt.date | None = None,
        second_look: bool = True,
        knowledge: Iterable[str | Path] = (),
    ) -> None:
        """Read the knowledge, once in each process.

        Args:
            today: the day from which a plan counts when the answers have no date; the day of the
                machine when it is not given.
            second_look: whether a plan also tells what it hangs on: which unknown answers could
                change it, and what would bring in what was left out. That is most of the work;
                without it the combination and all else are the same.
            knowledge: folders of own knowledge to lay on top of that of the program, in order.

        Raises:
            KnowledgeError: with all problems in the own knowledge.
            UsageError: there is no such folder, or nothing in it.
        """
        self._own = tuple(str(folder) for folder in knowledge)
        self._today = today
        self._second_look = second_look
        _read_once(self._own)

    @property
    def knowledge(self) -> Knowledge:
        """The questionnaire, the rules and the catalogue."""
        return _read_once(self._own)[0]

    def analyse(self, given: Given, *others: Given) -> Plan:
        """The plan of one school, from what one respondent answered, or `others` did as well.

        Raises:
            AnswersError: with all problems in the answers.
        """
        problems = ProblemList()
        said: list[tuple[str, Answers]] = []
        for number, one in enumerate((given, *others), start=1):
            place = Place(f"answers {number}")
            answers = self._read(one, place, problems)
            if answers is not None:
                said.append((str(place), answers))
        problems.extend(check_together(said, self.knowledge.questionnaire))
        if problems.has_errors:
            raise AnswersError(problems.in_order())
        return self._plan([answers for _, answers in said])

    def analyse_many(self, rows: Iterable[Given]) -> Iterator[Outcome]:
        """What comes of each row, one school each, as they are asked for.

        A row with problems stops no other; its error names it by number, as `rows:2`. Rows of one
        school are not joined: give them to `analyse` together.
        """
        for number, row in enumerate(rows, start=1):
            problems = ProblemList()
            place = Place("rows", number)
            node = _read_once(self._own)[1].read(row, place, problems)
            name = None if node is None else node.word("school") or None
            answers = None if node is None else self._judge(node, problems)
            if answers is None or problems.has_errors:
                yield Outcome(name, None, AnswersError(problems.in_order()))
            else:
                yield Outcome(answers.school, self._plan([answers]))

    def render(
        self, plan: Plan, form: str = "markdown", lang: str = "nl", annex: bool = True
    ) -> str | bytes:
        """The plan as `markdown`, `html`, `json` or `docx`; the last one is bytes.

        Raises:
            ValueError: there is no such form or language.
        """
        found = Format.of_name(form)
        if found is None or found.suffix is None:
            known = ", ".join(one.value for one in Format if one.suffix)
            raise ValueError(f"no form of a plan is called {form!r}; choose from: {known}")
        return interface.render(plan, self.knowledge, Lang(lang), annex, found)

    def as_data(self, plan: Plan, lang: str = "nl") -> dict[str, Any]:
        """The plan as the plain values of its JSON.

        Raises:
            ValueError: there is no such language.
        """
        return as_data(plan, self.knowledge, Lang(lang))

    def _read(self, given: Given, place: Place, problems: ProblemList) -> Answers | None:
        node = _read_once(self._own)[1].read(given, place, problems)
        return None if node is None else self._judge(node, problems)

    def _judge(self, node: MapNode, problems: ProblemList) -> Answers | None:
        parsed = parse_answers(node, self.knowledge.questionnaire, problems)
        return None if parsed is None else parsed[0]

    def _plan(self, said: list[Answers]) -> Plan:
        make = make_whole_plan if self._second_look else make_plan
        answers = join(said, self.knowledge)
        return make(answers, self.knowledge, self._today or dt.date.today())


@cache
def _read_once(own: tuple[str, ...]) -> tuple[Knowledge, MappingReader]:
    knowledge = load_the_knowledge(own)
    return knowledge, MappingReader.of(knowledge.questionnaire)
