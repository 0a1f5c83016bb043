"""Reads what can be held side by side: answers files, and plans in JSON with their answers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from advisor.loading.answers import parse_answers
from advisor.loading.messages import problem
from advisor.loading.respondents import check_schools
from advisor.loading.typed import A_LIST, A_MAPPING, A_WORD
from advisor.loading.yamlfile import ListNode, MapNode, Node, ScalarNode, load_yaml, read_yaml
from advisor.model.combination import Decision, Status
from advisor.model.comparison import Advice, Advised, AdvisedDecision, Record, Recorded
from advisor.model.lines import Kind
from advisor.model.questionnaire import NotAsked, Questionnaire
from advisor.problems import AnswersError, Problem, ProblemList, UsageError
from advisor.texts import Text

PLAN_SCHEMA = "1"
STDIN = "-"

_SCHOOL_YEAR = re.compile(r"[0-9]{4}-[0-9]{4}", re.ASCII)
_A_SCHOOL_YEAR = Text("een schooljaar, zoals 2026-2027", "a school year, such as 2026-2027")
_A_DAY = Text("een datum, zoals 2026-11-21", "a date, such as 2026-11-21")

Source = Path | bytes
"""A file, or the bytes of standard input."""

Load = Callable[[Path, ProblemList], MapNode | None]
"""Reads a file; None where a problem was told."""

Choice = TypeVar("Choice", bound=StrEnum)


def load_records(
    sources: Sequence[Source], questionnaire: Questionnaire, load: Load = load_yaml
) -> tuple[tuple[Record, ...], tuple[Text, ...]]:
    """Read records of one school; the texts are notes on what was passed over.

    `load` reads the files, which may be of more kinds than this module knows.

    Raises:
        AnswersError: with all problems in all sources, or for records of different schools.
        UsageError: with every file that is not there or cannot be read.
    """
    problems, refused = ProblemList(), list[Problem]()
    found: list[tuple[Record, tuple[Text, ...]]] = []
    for source in sources:
        try:
            if isinstance(source, bytes):
                root = read_yaml(source, STDIN, problems)
            else:
                root = load(source, problems)
            read = None if root is None else read_record(root, questionnaire, problems)
        except UsageError as error:
            refused += error.problems
            continue
        found += [read] if read is not None else []
    if refused:
        raise UsageError(refused)
    records = tuple(record for record, _ in found)
    if not problems.has_errors:
        named = zip(map(_name_of, sources), (record.answers for record in records), strict=True)
        problems.extend(check_schools(list(named)))
    if problems.has_errors:
        raise AnswersError(problems.in_order())
    return records, tuple(dict.fromkeys(note for _, notes in found for note in notes))


def read_record(
    root: MapNode, questionnaire: Questionnaire, problems: ProblemList
) -> tuple[Record, tuple[Text, ...]] | None:
    """One record; None where a problem was told. What is not asked any more is kept beside it."""
    plan, answers_root = None, root
    if root.get("schema") is not None and root.get("advisor") is None:
        reader = _PlanReader(problems)
        if not reader.has_known_schema(root):
            return None
        plan, inside = reader.plan(root), reader.answers(root)
        if inside is None:
            return None
        answers_root = inside
    not_asked: list[NotAsked] = []
    parsed = parse_answers(answers_root, questionnaire, problems, not_asked)
    if parsed is None or problems.has_errors:
        return None
    answers, notes = parsed
    return Record(answers, tuple(dict.fromkeys(not_asked)), plan), notes


def _name_of(source: Source) -> str:
    return STDIN if isinstance(source, bytes) else source.as_posix()


@dataclass(frozen=True, slots=True)
class _PlanReader:
    """Reads of a plan in JSON what it advised, and tells what is damaged."""

    problems: ProblemList

    def plan(self, root: MapNode) -> Recorded | None:
        """The plan as it was recorded; None where a problem was told."""
        before = len(self.problems)
        date = self._date(root)
        advised = Advised(
            tuple(self._advice(node) for node in self._entries(root, "combination")),
            tuple(self._decided(node) for node in self._entries(root, "existing")),
        )
        edition = root.word("knowledge") or ""
        if date is None or len(self.problems) > before:
            return None
        return Recorded(date, edition, advised)

    def answers(self, root: MapNode) -> MapNode | None:
        """The answers inside; None where a problem was told."""
        node = root.get("answers")
        if isinstance(node, MapNode):
            return node
        if node is None:
            self._tell("E-NO-ANSWERS-INSIDE", root)
        else:
            self._tell("E-TYPE", node, expected=A_MAPPING)
        return None

    def has_known_schema(self, root: MapNode) -> bool:
        """Whether this is a plan that can be read; else a problem is told."""
        word = root.word("schema") or "…"
        if word == PLAN_SCHEMA and root.get("combination") is not None:
            return True
        newer = word != PLAN_SCHEMA and word.isdecimal()
        self._tell("E-NEWER" if newer else "E-NO-PLAN", root.get("schema") or root, value=word)
        return False

    def _date(self, root: MapNode) -> dt.date | None:
        school = root.get("school")
        node = school.get("date") if isinstance(school, MapNode) else None
        try:
            return dt.date.fromisoformat(node.text if isinstance(node, ScalarNode) else "")
        except ValueError:
            self._tell("E-TYPE", node or school or root, expected=_A_DAY)
            return None

    def _entries(self, root: MapNode, key: str) -> Iterator[MapNode]:
        node = root.get(key)
        if not isinstance(node, ListNode):
            self._tell("E-TYPE", node or root, expected=A_LIST)
            return
        for item in node.items:
            if isinstance(item, MapNode):
                yield item
            else:
                self._tell("E-TYPE", item, expected=A_MAPPING)

    def _advice(self, node: MapNode) -> Advice:
        name = self._word(node, "id")
        return Advice(
            id=name,
            name=Text.same(node.word("name") or name),
            kind=self._choice(node, "kind", Kind),
            form=node.word("form"),
            status=self._choice(node, "status", Status),
            start=self._start(node),
        )

    def _decided(self, node: MapNode) -> AdvisedDecision:
        name = self._word(node, "id")
        decision = self._choice(node, "decision", Decision)
        return AdvisedDecision(
            name, Text.same(node.word("name") or name), node.word("form"), decision
        )

    def _start(self, node: MapNode) -> str | None:
        word = node.word("start")
        if word is not None and not _SCHOOL_YEAR.fullmatch(word):
            self._tell("E-TYPE", node.get("start") or node, expected=_A_SCHOOL_YEAR)
        return word

    def _word(self, node: MapNode, key: str) -> str:
        found = node.get(key)
        if isinstance(found, ScalarNode) and not found.is_absent:
            return found.text
        if found is None:
            self._tell("E-MISSING-KEY", node, key=key)
        else:
            self._tell("E-TYPE", found, expected=A_WORD)
        return ""

    def _choice(self, node: MapNode, key: str, choices: type[Choice]) -> Choice:
        """One of a closed list; where it is none of them a problem is told, and any one stands."""
        word = self._word(node, key)
        found = next((one for one in choices if one.value == word), None)
        if found is None and word:
            known = ", ".join(choices)
            self._tell("E-CHOICE", node.get(key) or node, value=word, known=known)
        return found or next(iter(choices))

    def _tell(self, code: str, node: Node, /, **values: str | Text) -> None:
        if not (isinstance(node, ScalarNode) and node.broken):
            self.problems.add(problem(code, node.place, (), None, **values))
