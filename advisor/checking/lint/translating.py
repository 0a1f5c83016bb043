"""Writes conditions out over the answers that they rest on, and what answers have to do together.

Needs and facts that rules derive are followed down to the questions. What a plan holds is not:
whether an item is advised is a variable of its own, so what is proven holds for any plan.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from advisor.checking.lint.nodes import (
    BIT,
    FALSE,
    TRUE,
    UNKNOWN,
    Certain,
    Derived,
    Flip,
    Join,
    Look,
    Node,
    Value,
    Variable,
    any_of,
)
from advisor.engine.conditions import LOOSE
from advisor.model.conditions import ALWAYS, All, Any, Condition, Leaf, Not, Subject, Test, leaves
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Runs
from advisor.model.questionnaire import Kind, Measures, Question
from advisor.model.rules import SetFlag, SetNeed
from advisor.model.vocabulary import RAISED_NAMES, Level, Stage

ANSWER, KNOWN, TICKED, IN_PLAN, FIRST = "answer", "known", "ticked", "in-plan", "first"
OTHER = "…"
"""Any number or text that no condition names."""

_LEVELS = {level.name.lower(): level for level in Level}


def of_answer(question: str) -> Variable:
    """What was answered to a question with one answer; None is unknown."""
    return (ANSWER, question, "")


def is_known(question: str) -> Variable:
    """Whether a list was filled in at all."""
    return (KNOWN, question, "")


def is_ticked(question: str, option: str) -> Variable:
    """Whether an option of a list was ticked, if the list was filled in."""
    return (TICKED, question, option)


@dataclass(slots=True)
class Translator:
    """Turns conditions of one knowledge into nodes; each part is made once."""

    knowledge: Knowledge
    _made: dict[Condition, Node] = field(default_factory=dict)

    def node(self, condition: Condition) -> Node:
        """The condition over variables."""
        found = self._made.get(condition)
        if found is None:
            found = self._made[condition] = self._node(condition)
        return found

    def _node(self, condition: Condition) -> Node:
        if isinstance(condition, Not):
            return Flip(self.node(condition.part))
        if isinstance(condition, All | Any):
            parts = tuple(self.node(part) for part in condition.parts)
            return Join(parts, FALSE if isinstance(condition, All) else TRUE)
        match condition.subject:
            case Subject.ANSWER:
                return self._answer(self._questions[condition.id], condition)
            case Subject.NEED:
                return self._need(condition)
            case Subject.CIRCUMSTANCE:
                return self._includes(self._only(Measures.CIRCUMSTANCES), condition.id)
            case Subject.ACTIVITY:
                return self._activity(condition)
            case Subject.CAPACITY:
                return self._answer(self._asks(Measures.CAPACITY, condition.id), condition)
            case Subject.FLAG:
                return self._flag(condition.id)
            case Subject.ADVISED | Subject.BEGINS:
                variable = (IN_PLAN, condition.subject.value, condition.id)
                return self._look((variable,), lambda there: BIT[bool(there)])

    @property
    def _questions(self) -> Mapping[str, Question]:
        return self.knowledge.questionnaire.questions

    def _only(self, what: Measures) -> Question:
        return self.knowledge.questionnaire.measuring(what)[0]

    def _asks(self, what: Measures, target: str) -> Question:
        asked = self.knowledge.questionnaire.measuring(what)
        return next(q for q in asked if (q.target or q.id) == target)

    def _look(self, variables: tuple[Variable, ...], outcome: Callable[..., int]) -> Look:
        values = itertools.product(*(self.domain(one) for one in variables))
        return Look(variables, {each: outcome(*each) for each in values})

    def domain(self, variable: Variable) -> tuple[Value, ...]:
        """All values that a variable can have."""
        sort, name, _ = variable
        if sort == FIRST:
            return (True, False, None)
        if sort != ANSWER:
            return (True, False)
        question = self._questions[name]
        if question.kind in (Kind.NUMBER, Kind.TEXT):
            return (*self._named(name), OTHER, None)
        return (*(option.id for option in question.options), None)

    def _named(self, question: str) -> Iterator[str]:
        """The numbers that conditions compare an answer with."""
        for rule in itertools.chain.from_iterable(self.knowledge.rules.values()):
            for leaf in leaves(rule.when):
                if leaf.subject is Subject.ANSWER and leaf.id == question:
                    yield from leaf.values

    def _answer(self, question: Question, leaf: Leaf) -> Node:
        if question.kind is Kind.MANY:
            if leaf.test is Test.UNKNOWN:
                return self._look((is_known(question.id),), lambda known: BIT[not known])
            return any_of(*(self._includes(question, value) for value in leaf.values))

        def outcome(value: Value) -> int:
            if leaf.test is Test.UNKNOWN:
                return BIT[value is None]
            return UNKNOWN if value is None else BIT[value in leaf.values]

        return self._look((of_answer(question.id),), outcome)

    def _includes(self, question: Question, option: str) -> Node:
        variables = (is_known(question.id), is_ticked(question.id, option))
        return self._look(variables, lambda known, ticked: BIT[ticked] if known else UNKNOWN)

    def _need(self, leaf: Leaf) -> Node:
        if leaf.test is Test.FIRST:
            return self._first(leaf.id)
        rules = self._levels(leaf.id)
        if not rules:
            return self._answer(self._asks(Measures.NEED, leaf.id), leaf)
        is_unknown = leaf.test is Test.UNKNOWN
        outcomes: dict[str | None, int] = {
            name: FALSE if is_unknown else BIT[name in leaf.values] for name in _LEVELS
        }
        outcomes[None] = TRUE if is_unknown else UNKNOWN
        return Derived(rules, Level.NONE.name.lower(), outcomes)

    def _levels(self, need: str) -> tuple[tuple[str, Node], ...]:
        rules = [
            (rule.then.level, rule)
            for rule in self.knowledge.rules.get(Stage.ASSESS, ())
            if isinstance(rule.then, SetNeed) and rule.then.need == need
        ]
        heaviest = sorted(rules, key=lambda pair: (-pair[0], pair[1].id))
        return tuple((level.name.lower(), self.node(rule.when)) for level, rule in heaviest)

    def _first(self, need: str) -> Node:
        """As ticked; where nothing was ticked it hangs on how many needs are raised."""
        question = self._only(Measures.FIRST)
        variables = (
            is_known(question.id),
            is_ticked(question.id, need),
            (FIRST, question.id, need),
        )
        return self._look(variables, lambda known, ticked, else_: BIT[ticked if known else else_])

    def _activity(self, leaf: Leaf) -> Node:
        names = [self._only(m).id for m in (Measures.RUNNING, Measures.FIXED, Measures.PROJECTS)]
        variables = tuple(v for q in names for v in (is_known(q), is_ticked(q, leaf.id)))
        return self._look(variables, lambda *said: BIT[_runs(leaf, *said)])

    def _flag(self, flag: str) -> Node:
        rules = self.knowledge.rules.get(Stage.ASSESS, ())
        behind = (r for r in rules if isinstance(r.then, SetFlag) and r.then.flag == flag)
        return any_of(*(self.node(rule.when) for rule in behind))

    def bounds(self, variables: Iterable[Variable]) -> Iterator[tuple[Node, set[Variable]]]:
        """What has to be true of these variables together, each with its own variables.

        A question is answered where it is asked; what is ticked in a part of a list is ticked in
        the list; what goes first is raised; a form is in a plan with its type.
        """
        for variable in variables:
            for node in self._bounds(variable):
                yield node, {one for look in node.looks() for one in look.variables}

    def _bounds(self, variable: Variable) -> Iterator[Node]:
        sort, name, option = variable
        if sort == IN_PLAN:
            yield from self._bounds_of_item(name, option)
        elif sort in (ANSWER, KNOWN):
            question = self._questions[name]
            if question.when != ALWAYS:
                yield _if(self._is_answered(variable), self.node(question.when))
        elif sort == TICKED:
            yield from self._bounds_of_tick(self._questions[name], option)

    def _is_answered(self, variable: Variable) -> Node:
        empty = None if variable[0] == ANSWER else False
        return self._look((variable,), lambda value: BIT[value is not empty])

    def _bounds_of_item(self, subject: str, item: str) -> Iterator[Node]:
        form = self.knowledge.catalogue.forms.get(item)
        there = self.node(Leaf(Subject(subject), item, Test.HOLDS))
        if form is not None:
            yield _if(there, self.node(Leaf(Subject(subject), form.intervention, Test.HOLDS)))

    def _bounds_of_tick(self, question: Question, option: str) -> Iterator[Node]:
        ticked = self._includes(question, option)
        if question.out_of is not None:
            yield _if(ticked, self._includes(self._questions[question.out_of], option))
        if question.measures is Measures.PROJECTS:
            yield _if(ticked, Flip(Certain(self._includes(self._only(Measures.FIXED), option))))
        if question.measures is Measures.FIRST:
            raised = Leaf(Subject.NEED, option, Test.IN, tuple(sorted(RAISED_NAMES)))
            yield _if(ticked, self.node(raised))


def _if(holds: Node, then: Node) -> Node:
    return any_of(Flip(Certain(holds)), Certain(then))


def _runs(leaf: Leaf, listed: bool, ticked: bool, fixed_known: bool, fixed: bool,
          projects_known: bool, project: bool) -> bool | None:  # fmt: skip
    """What a leaf about something that runs comes to, as the engine reads the three lists."""
    if not listed:
        return None
    if not ticked:
        return False
    if leaf.test is Test.HOLDS:
        return True
    runs = Runs.LOOSE
    if fixed_known and fixed:
        runs = Runs.EMBEDDED
    elif projects_known and project:
        runs = Runs.PROJECT
    elif projects_known and fixed_known:
        runs = Runs.ONE_OFF
    if not (fixed_known or runs is Runs.PROJECT):
        return None
    asks_loose = Runs.LOOSE in leaf.values and runs in LOOSE
    if runs is Runs.LOOSE and not asks_loose and set(leaf.values) & LOOSE:
        return None
    return asks_loose or runs in leaf.values
