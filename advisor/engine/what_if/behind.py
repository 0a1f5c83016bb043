"""Which questions are behind a condition or a need, and outcomes that are weighed only once."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping

from advisor.engine.conditions import evaluate
from advisor.model.conditions import Condition, Leaf, Outcome, Subject, Test, leaves
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.questionnaire import Answer, Answers, Measures
from advisor.model.rules import SetFlag, SetNeed
from advisor.model.vocabulary import Stage


def questions_behind(condition: Condition, knowledge: Knowledge) -> frozenset[str]:
    """The questions whose answers the outcome of a condition depends on."""
    return frozenset(q for leaf in leaves(condition) for q in _behind(leaf, knowledge))


def questions_of_need(need: str, knowledge: Knowledge) -> frozenset[str]:
    """The questions that say how large a need is, asked straight out or by a rule."""
    form = knowledge.questionnaire
    asked = {q.id for q in form.measuring(Measures.NEED) if (q.target or q.id) == need}
    derived = _set_by(knowledge, need=need)
    return frozenset(asked | {q for c in derived for q in questions_behind(c, knowledge)})


def questions_of_flag(flag: str, knowledge: Knowledge) -> frozenset[str]:
    """The questions behind a derived fact."""
    rules = _set_by(knowledge, flag=flag)
    return frozenset(q for c in rules for q in questions_behind(c, knowledge))


class Weigher:
    """Evaluates as `evaluate` does, but remembers: what one other answer leaves alone stays so.

    Conditions live as long as the knowledge, so that their identity is a safe name for them.
    """

    def __init__(self, answers: Answers, knowledge: Knowledge) -> None:
        """Start from the answers that others are compared with."""
        self._knowledge = knowledge
        self._base = answers.values
        self._now: Mapping[str, Answer] = answers.values
        self._others: frozenset[str] = frozenset()
        self._behind: dict[int, frozenset[str]] = {}
        self._touched: set[int] = set()
        self._seen: dict[Hashable, Outcome] = {}

    def __call__(self, condition: Condition, profile: Profile) -> Outcome:
        """The outcome of a condition of the knowledge."""
        values = profile.answers.values
        if values is not self._now:
            self._turn_to(values)
        name = id(condition)
        if name not in self._behind:
            self._learn(name, condition)
        key: Hashable = name
        if name in self._touched:
            touched = sorted(self._others & self._behind[name])
            key = (name, *((question, values.get(question)) for question in touched))
        if key not in self._seen:
            self._seen[key] = evaluate(condition, profile)
        return self._seen[key]

    def _turn_to(self, values: Mapping[str, Answer]) -> None:
        """Other answers: which conditions they touch is looked up once, not at each condition."""
        self._now, self._others = values, self._differing(values)
        self._touched = {
            name for name, behind in self._behind.items() if not behind.isdisjoint(self._others)
        }

    def _learn(self, name: int, condition: Condition) -> None:
        self._behind[name] = questions_behind(condition, self._knowledge)
        if not self._behind[name].isdisjoint(self._others):
            self._touched.add(name)

    def _differing(self, values: Mapping[str, Answer]) -> frozenset[str]:
        """The questions with another answer than in the base."""
        base = self._base
        changed = {name for name, value in values.items() if base.get(name) != value}
        return frozenset(changed | (base.keys() - values.keys()))


def _behind(leaf: Leaf, knowledge: Knowledge) -> frozenset[str]:
    form = knowledge.questionnaire
    match leaf.subject:
        case Subject.ANSWER:
            return frozenset({leaf.id})
        case Subject.NEED:
            found = questions_of_need(leaf.id, knowledge) | _measuring(knowledge, Measures.BACKED)
            if leaf.test is Test.FIRST:
                found |= _measuring(knowledge, Measures.FIRST, Measures.NEED)
            return found
        case Subject.CIRCUMSTANCE:
            return _measuring(knowledge, Measures.CIRCUMSTANCES)
        case Subject.ACTIVITY:
            named = {q.id for q in form.measuring(Measures.FORM) if q.target == leaf.id}
            about = (Measures.RUNNING, Measures.FIXED, Measures.PROJECTS)
            return _measuring(knowledge, *about) | named
        case Subject.CAPACITY:
            asked = form.measuring(Measures.CAPACITY)
            return frozenset(q.id for q in asked if (q.target or q.id) == leaf.id)
        case Subject.FLAG:
            return questions_of_flag(leaf.id, knowledge)
        case Subject.ADVISED | Subject.BEGINS:
            return frozenset()


def _measuring(knowledge: Knowledge, *what: Measures) -> frozenset[str]:
    form = knowledge.questionnaire
    return frozenset(q.id for one in what for q in form.measuring(one))


def _set_by(
    knowledge: Knowledge, need: str | None = None, flag: str | None = None
) -> Iterator[Condition]:
    """The conditions of the rules that set this need or this flag."""
    for rule in knowledge.rules.get(Stage.ASSESS, ()):
        sets_need = isinstance(rule.then, SetNeed) and rule.then.need == need
        sets_flag = isinstance(rule.then, SetFlag) and rule.then.flag == flag
        if sets_need or sets_flag:
            yield rule.when
