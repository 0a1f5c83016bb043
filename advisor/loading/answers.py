"""Reads answers, from files, standard input or spreadsheets, through one gate."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from advisor.loading.answer_values import ValueReader, is_unknown, note_personal
from advisor.loading.messages import problem
from advisor.loading.typed import A_MAPPING, A_WORD
from advisor.loading.yamlfile import ListNode, MapNode, Node, ScalarNode, load_yaml, read_yaml
from advisor.model.questionnaire import (
    FORMAT_VERSION,
    MAX_NAME,
    Answer,
    Answers,
    Kept,
    Measures,
    NotAsked,
    Question,
    Questionnaire,
)
from advisor.model.vocabulary import RAISED_NAMES
from advisor.problems import AnswersError, ProblemList
from advisor.texts import Text

HEADER = ("advisor", "school", "respondent", "date", "still_to_ask", "answers")

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_YEARS = range(2000, 2101)
_QUESTIONS = Text("een lijst met vragen, zoals [a, b]", "a list of questions, such as [a, b]")
_UNDER_ANSWERS = Text("zet deze vraag onder 'answers:'", "put this question below 'answers:'")


def load_answers(path: Path, questionnaire: Questionnaire) -> tuple[Answers, tuple[Text, ...]]:
    """Read one answers file, YAML or JSON; the texts are notes on what was passed over.

    Raises:
        AnswersError: with all problems in the file.
        UsageError: there is no such file, or it cannot be read.
    """
    problems = ProblemList()
    return _finish(load_yaml(path, problems), questionnaire, problems)


def load_kept(path: Path, questionnaire: Questionnaire) -> Kept:
    """Read an interview from its file, also one of an earlier questionnaire.

    Raises:
        AnswersError: with all problems in the file.
        UsageError: there is no such file, or it cannot be read.
    """
    problems = ProblemList()
    root, dropped = load_yaml(path, problems), list[NotAsked]()
    parsed = None if root is None else parse_answers(root, questionnaire, problems, dropped)
    if root is None or parsed is None or problems.has_errors:
        raise AnswersError(problems.in_order())
    answers, _ = parsed
    lost = {one.question for one in dropped} - answers.values.keys()
    put, ahead = (
        tuple(name for name in names if name in questionnaire.questions and name not in lost)
        for names in (_keys(root.get("answers")), _words(root.get("still_to_ask")))
    )
    return Kept(answers, put, ahead, tuple(dict.fromkeys(dropped)))


def _keys(node: Node | None) -> list[str]:
    return [key.text for key, _ in node.entries] if isinstance(node, MapNode) else []


def _words(node: Node | None) -> list[str]:
    items = node.items if isinstance(node, ListNode) else ()
    return [item.text for item in items if isinstance(item, ScalarNode)]


def read_answers(
    data: bytes, questionnaire: Questionnaire, name: str = "-"
) -> tuple[Answers, tuple[Text, ...]]:
    """Read answers from bytes, such as standard input; `name` stands for the file.

    Raises:
        AnswersError: with all problems in the bytes.
    """
    problems = ProblemList()
    return _finish(read_yaml(data, name, problems), questionnaire, problems)


def _finish(
    root: MapNode | None, questionnaire: Questionnaire, problems: ProblemList
) -> tuple[Answers, tuple[Text, ...]]:
    parsed = None if root is None else parse_answers(root, questionnaire, problems)
    if parsed is None or problems.has_errors:
        raise AnswersError(problems.in_order())
    return parsed


def parse_answers(
    root: MapNode,
    questionnaire: Questionnaire,
    problems: ProblemList,
    not_asked: list[NotAsked] | None = None,
) -> tuple[Answers, tuple[Text, ...]] | None:
    """The gate that every source of answers goes through; None where a problem was told.

    A row of a spreadsheet comes in as the same nodes as a file, with its cells as words. Answers to
    another version of the questionnaire pass when `not_asked` takes what has no place in this one.
    """
    before = len(problems)
    gate = _Gate(root, questionnaire, problems, not_asked)
    answers = gate.read()
    if answers is None or len(problems) > before:
        return None
    return answers, tuple(dict.fromkeys(gate.notes))


@dataclass(slots=True)
class _Gate:
    root: MapNode
    questionnaire: Questionnaire
    problems: ProblemList
    not_asked: list[NotAsked] | None = None
    notes: list[Text] = field(default_factory=list)
    nodes: dict[str, Node] = field(default_factory=dict)
    values: dict[str, Answer] = field(default_factory=dict)
    off: set[str] = field(default_factory=set)

    def read(self) -> Answers | None:
        if not self._has_known_version():
            return None
        self._check_header()
        self._check_ahead()
        school, respondent, date = self._school(), self._name("respondent"), self._date()
        self._read_values()
        self._check_first()
        self._check_out_of()
        self._check_projects()
        if school is None:
            return None
        known = {name: self.values[name] for name in self._answered()}
        return Answers(school, respondent, date, known)

    def _answered(self) -> Iterator[str]:
        return (name for name in self.questionnaire.questions if name in self.values)

    def _has_known_version(self) -> bool:
        node = self.root.get("advisor")
        if node is None:
            self._tell("E-MISSING-KEY", self.root, _PUT_VERSION, key="advisor")
            return True
        word = node.text if isinstance(node, ScalarNode) else "…"
        if word == str(FORMAT_VERSION):
            return True
        newer = re.fullmatch(r"[1-9][0-9]*(\.[0-9]+)*", word, re.ASCII) is not None
        self._tell("E-NEWER" if newer else "E-VERSION", node, value=word)
        return not newer

    def _check_header(self) -> None:
        free = tuple(key for key in HEADER if self.root.get(key) is None)
        for key, _ in self.root.entries:
            if key.text in HEADER:
                continue
            remedy = self.problems.hint(key.text, free)
            if key.text in self.questionnaire.questions:
                remedy = _UNDER_ANSWERS
            self._tell("E-UNKNOWN-KEY", key, remedy, key=key.text, known=", ".join(HEADER))

    def _check_ahead(self) -> None:
        node = self.root.get("still_to_ask")
        if node is not None and not isinstance(node, ListNode) and not is_unknown(node):
            self._tell("E-TYPE", node, expected=_QUESTIONS)

    def _school(self) -> str | None:
        node = self.root.get("school")
        if node is None or is_unknown(node, is_text=True):
            self._tell("E-SCHOOL", node or self.root)
            return None
        return self._name("school")

    def _name(self, key: str) -> str | None:
        node = self.root.get(key)
        if node is None or is_unknown(node, is_text=True):
            return None
        if not isinstance(node, ScalarNode):
            self._tell("E-TYPE", node, expected=A_WORD)
            return None
        name = " ".join(node.text.split())
        if len(name) > MAX_NAME:
            self._tell("E-LONG", node, count=len(name), most=MAX_NAME)
        self.notes += note_personal(key, name)
        return name

    def _date(self) -> dt.date | None:
        node = self.root.get("date")
        if node is None or is_unknown(node):
            return None
        word = node.text.strip() if isinstance(node, ScalarNode) else "…"
        try:
            date = dt.date.fromisoformat(word) if _DATE.fullmatch(word) else None
        except ValueError:
            date = None
        if date is None:
            self._tell("E-DATE", node, value=word)
        elif date.year not in _YEARS:
            self._tell("E-YEAR", node, value=word, first=_YEARS[0], last=_YEARS[-1])
        return date

    def _read_values(self) -> None:
        node = self.root.get("answers")
        if node is None:
            self._tell("E-MISSING-KEY", self.root, key="answers")
        elif isinstance(node, MapNode):
            for key, value in node.entries:
                self._read_value(key, value)
        elif not (isinstance(node, ScalarNode) and (node.is_absent or node.broken)):
            self._tell("E-TYPE", node, expected=A_MAPPING)

    def _read_value(self, key: ScalarNode, node: Node) -> None:
        question = self.questionnaire.questions.get(key.text)
        if question is None and self.not_asked is not None:
            self.not_asked.append(NotAsked(key.text))
            return
        if question is None:
            known = self.questionnaire.questions
            self._tell("E-QUESTION", key, self.problems.hint(key.text, known), id=key.text)
            return
        self.nodes[question.id] = node
        before = self._count_wrong()
        value = ValueReader(question, self.problems, self.notes, self.not_asked).read(node)
        if self._count_wrong() > before or _is_damaged(node):
            self.off.add(question.id)
        if value is not None:
            self.values[question.id] = value

    def _count_wrong(self) -> int:
        return len(self.problems) + len(self.not_asked or ())

    def _check_first(self) -> None:
        signals = {q.target or q.id: q for q in self.questionnaire.measuring(Measures.NEED)}
        for question in self.questionnaire.measuring(Measures.FIRST):
            for chosen in self._chosen(question):
                signal = signals.get(chosen)
                if signal is None or signal.id in self.off:
                    continue
                if self.values.get(signal.id) not in RAISED_NAMES:
                    self._tell("E-NOT-RAISED", self._node_of(question, chosen), id=chosen)

    def _check_out_of(self) -> None:
        for question in self.questionnaire.questions.values():
            other = question.out_of
            ticked = self.values.get(other) if other is not None else None
            if not isinstance(ticked, tuple) or other in self.off:
                continue
            for chosen in self._chosen(question):
                if chosen not in ticked:
                    node = self._node_of(question, chosen)
                    self._tell("E-NOT-TICKED", node, id=chosen, other=str(other))

    def _check_projects(self) -> None:
        for fixed in self.questionnaire.measuring(Measures.FIXED):
            for question in self.questionnaire.measuring(Measures.PROJECTS):
                for chosen in self._chosen(question):
                    if chosen in self._chosen(fixed):
                        node = self._node_of(question, chosen)
                        self._tell("E-FIXED-PROJECT", node, id=chosen, other=fixed.id)

    def _chosen(self, question: Question) -> tuple[str, ...]:
        value = self.values.get(question.id)
        return value if isinstance(value, tuple) else ()

    def _node_of(self, question: Question, chosen: str) -> Node:
        node = self.nodes[question.id]
        items = () if isinstance(node, ScalarNode | MapNode) else node.items
        words = (item for item in items if isinstance(item, ScalarNode))
        return next((word for word in words if word.text.strip() == chosen), node)

    def _tell(
        self, code: str, node: Node, remedy: Text | None = None, /, **values: str | int | Text
    ) -> None:
        if not (isinstance(node, ScalarNode) and node.broken):
            self.problems.add(problem(code, node.place, (), remedy, **values))


def _is_damaged(node: Node) -> bool:
    nodes = node.items if isinstance(node, ListNode) else (node,)
    return any(isinstance(one, ScalarNode) and one.broken for one in nodes)


_PUT_VERSION = Text(
    f"zet bovenaan: advisor: {FORMAT_VERSION}", f"put on top: advisor: {FORMAT_VERSION}"
)
