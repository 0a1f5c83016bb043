"""Two records of a school -> what changed between them, and whether school or knowledge did it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from advisor.engine.activity_changes import compare_activities
from advisor.engine.carried_out import Case, follow_decisions, judge_carried_out
from advisor.engine.reasoning import reason
from advisor.engine.schoolyear import school_years
from advisor.model.comparison import (
    Advice,
    AdviceChange,
    Advised,
    AdvisedDecision,
    AnswerChange,
    Basis,
    Cause,
    Comparison,
    DecisionChange,
    Moment,
    NeedChange,
    Record,
)
from advisor.model.knowledge import Knowledge
from advisor.model.plan import Plan
from advisor.model.profile import Profile
from advisor.texts import Text


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Thing = TypeVar("Thing", bound=_Named)
_Seen = tuple[str, Thing | None, Thing | None, Cause]


def compare(before: Record, after: Record, knowledge: Knowledge, today: dt.date) -> Comparison:
    """What changed from one record to the other; `today` counts where no day is known.

    A moment without a day is never put on the wrong side of the other.
    """
    day = _day(after) or max(today, _day(before) or today)
    first_day = _day(before) or day
    then = reason(before.answers, knowledge, first_day)
    now = reason(after.answers, knowledge, day)
    sides = _sides(before, advised_by(then.plan), advised_by(now.plan), after, knowledge)
    periods = knowledge.catalogue.periods
    years = school_years(day, periods).first - school_years(first_day, periods).first
    case = Case(then.profile, now.profile, sides.now.existing, knowledge, day)
    return Comparison(
        school=after.answers.school,
        before=_moment(before),
        after=_moment(after),
        basis=_basis(before, after, sides, knowledge),
        answers=tuple(_answers(then.profile, now.profile, knowledge)),
        needs=tuple(_needs(then.profile, now.profile, knowledge)),
        activities=compare_activities(then.profile, now.profile, knowledge),
        items=tuple(
            AdviceChange(*seen) for seen in _changes(sides.items, lambda one: _moved(one, years))
        ),
        existing=tuple(DecisionChange(*seen) for seen in _changes(sides.existing, lambda one: one)),
        carried_out=judge_carried_out(sides.told, case),
        followed=follow_decisions(sides.told, case),
    )


def advised_by(plan: Plan) -> Advised:
    """What a plan advises, as it can be compared."""
    return Advised(
        tuple(Advice(i.id, i.name, i.kind, i.form, i.status, i.start) for i in plan.combination),
        tuple(AdvisedDecision(e.id, e.name, e.form, e.decision) for e in plan.existing),
    )


def _day(record: Record) -> dt.date | None:
    if record.answers.date is None and record.plan is not None:
        return record.plan.date
    return record.answers.date


def _moment(record: Record) -> Moment:
    edition = None if record.plan is None else record.plan.edition
    return Moment(_day(record), edition, record.not_asked)


@dataclass(frozen=True, slots=True)
class _Sides:
    """Four advices: as told then, and as today's knowledge reads then and now, and as told now."""

    told: Advised
    then: Advised
    now: Advised
    last: Advised

    @property
    def items(self) -> tuple[tuple[Advice, ...], ...]:
        return tuple(one.items for one in (self.told, self.then, self.now, self.last))

    @property
    def existing(self) -> tuple[tuple[AdvisedDecision, ...], ...]:
        return tuple(one.existing for one in (self.told, self.then, self.now, self.last))


def _sides(
    before: Record, then: Advised, now: Advised, after: Record, knowledge: Knowledge
) -> _Sides:
    """The four advices; where both plans are of one older edition, today's knowledge is aside."""
    told = then if before.plan is None else _named(before.plan.advised, knowledge)
    last = now if after.plan is None else _named(after.plan.advised, knowledge)
    if _is_one_older_edition(before, after, knowledge):
        return _Sides(told, told, last, last)
    return _Sides(told, then, now, last)


def _named(advised: Advised, knowledge: Knowledge) -> Advised:
    """What was recorded, by the names of now, which are in both languages."""
    held = knowledge.catalogue
    entries = (held.activities, held.foundations, held.interventions, held.forms)
    names = {key: one.name for kind in entries for key, one in kind.items()}

    def name_of(one: Advice | AdvisedDecision) -> Text:
        return names.get(one.form or one.id, names.get(one.id, one.name))

    return Advised(
        tuple(replace(one, name=name_of(one)) for one in advised.items),
        tuple(replace(one, name=name_of(one)) for one in advised.existing),
    )


def _is_one_older_edition(before: Record, after: Record, knowledge: Knowledge) -> bool:
    if before.plan is None or after.plan is None:
        return False
    return before.plan.edition == after.plan.edition != knowledge.edition


def _basis(before: Record, after: Record, sides: _Sides, knowledge: Knowledge) -> Basis:
    if _is_one_older_edition(before, after, knowledge):
        return Basis.SAME
    if sides.told != sides.then or sides.now != sides.last:
        return Basis.MOVED
    plans = [record.plan for record in (before, after) if record.plan is not None]
    is_old = any(plan.edition != knowledge.edition for plan in plans)
    return Basis.MOVED_ALIKE if is_old else Basis.TODAY


def _answers(then: Profile, now: Profile, knowledge: Knowledge) -> Iterator[AnswerChange]:
    for question in knowledge.questionnaire.questions:
        old, new = (side.answers.values.get(question) for side in (then, now))
        if old != new:
            yield AnswerChange(question, old, new)


def _needs(then: Profile, now: Profile, knowledge: Knowledge) -> Iterator[NeedChange]:
    for need, entry in knowledge.catalogue.needs.items():
        old, new = then.needs[need], now.needs[need]
        yield NeedChange(need, entry.name, old.level, new.level, old.first, new.first)


def _changes(
    sides: Iterable[tuple[Thing, ...]], moved: Callable[[Thing], Thing]
) -> Iterator[_Seen[Thing]]:
    """What differs between first and last, in the order of the last; dropped things come after."""
    told, then, now, last = ({one.id: one for one in side} for side in sides)
    for name in dict.fromkeys((*last, *told)):
        old, new = told.get(name), last.get(name)
        if old != new:
            by_knowledge = old != then.get(name) or now.get(name) != new
            start = then.get(name)
            by_school = (None if start is None else moved(start)) != now.get(name)
            yield name, old, new, _cause(by_school, by_knowledge)


def _cause(by_school: bool, by_knowledge: bool) -> Cause:
    if by_school and by_knowledge:
        return Cause.BOTH
    if by_school:
        return Cause.SCHOOL
    return Cause.KNOWLEDGE if by_knowledge else Cause.TIME


def _moved(advice: Advice, years: int) -> Advice:
    """The same advice given so many school years later."""
    if advice.start is None:
        return advice
    first = int(advice.start[:4]) + years
    return replace(advice, start=f"{first}-{first + 1}")
