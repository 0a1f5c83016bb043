"""How far what was advised then is carried out now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor.engine.conditions import evaluate
from advisor.engine.schoolyear import running_year
from advisor.model.combination import Decision, Status
from advisor.model.comparison import Advice, Advised, AdvisedDecision, Carried, CarriedOut, Followed
from advisor.model.conditions import Outcome, Subject
from advisor.model.knowledge import Knowledge
from advisor.model.lines import Kind
from advisor.model.profile import ActivityState, Profile, Runs
from advisor.model.questionnaire import Kind as Asked


@dataclass(frozen=True, slots=True)
class Case:
    """What is looked at: both profiles, the decisions of now, and the day of the second."""

    then: Profile
    now: Profile
    decided: tuple[AdvisedDecision, ...]
    knowledge: Knowledge
    day: dt.date


def judge_carried_out(told: Advised, case: Case) -> tuple[CarriedOut, ...]:
    """Every item that was to begin, get stronger, be built or be found out, in its own order."""
    return tuple(
        _of_type(advice, case) if advice.kind is Kind.INTERVENTION else _of_foundation(advice, case)
        for advice in _to_do(told)
    )


def _to_do(told: Advised) -> Iterator[Advice]:
    """What only had to be found out about something that ran has a decision of its own."""
    decided = {one.id for one in told.existing}
    for advice in told.items:
        is_new = advice.status in {Status.NEW, Status.STRENGTHENED}
        if is_new or (advice.status is Status.FIND_OUT and advice.id not in decided):
            yield advice


def _of_type(advice: Advice, case: Case) -> CarriedOut:
    """Embedded is done; any other way of running is under way.

    What was embedded all along may have got stronger, but nothing says so.
    """
    activity = case.now.activities.get(advice.id)
    if activity is None:
        is_known = case.now.running is not None
        return CarriedOut(advice, _not_yet(advice, case) if is_known else Carried.UNKNOWN)
    if None not in (activity.form, advice.form) and activity.form != advice.form:
        return CarriedOut(advice, Carried.OTHER_FORM, activity.runs)
    earlier = case.then.activities.get(advice.id)
    as_before = earlier is not None and (earlier.runs, earlier.form) == (
        activity.runs,
        activity.form,
    )
    carried = Carried.UNDER_WAY
    if activity.runs is Runs.EMBEDDED:
        carried = Carried.UNKNOWN if as_before else Carried.DONE
    return CarriedOut(advice, carried, activity.runs, as_before)


def _of_foundation(advice: Advice, case: Case) -> CarriedOut:
    """In place is done; further than it was, or partly there, is under way."""
    foundation = case.knowledge.catalogue.foundations.get(advice.id)
    if foundation is None:
        return CarriedOut(advice, Carried.UNKNOWN)
    then, now = (evaluate(foundation.in_place, side) for side in (case.then, case.now))
    if now.value is not False:
        return CarriedOut(advice, Carried.UNKNOWN if now.value is None else Carried.DONE)
    was, is_now = _height(then, case.knowledge), _height(now, case.knowledge)
    if is_now > was:
        return CarriedOut(advice, Carried.UNDER_WAY)
    not_yet = _not_yet(advice, case)
    if is_now and not_yet is Carried.NOT_YET:
        return CarriedOut(advice, Carried.UNDER_WAY, as_before=is_now == was)
    return CarriedOut(advice, not_yet)


def _height(outcome: Outcome, knowledge: Knowledge) -> int:
    """How much of a condition is there: steps up a scale, and parts that hold."""
    leaf = outcome.leaf
    if leaf is None:
        return sum(_height(part, knowledge) for part in outcome.parts)
    asked = knowledge.questionnaire.questions.get(leaf.id)
    if leaf.subject is Subject.ANSWER and asked is not None and asked.kind is Asked.SCALE:
        steps = [option.id for option in asked.options]
        return sum(steps.index(str(g.value)) for g in outcome.grounds if g.value in steps)
    return int(outcome.value is True)


def _not_yet(advice: Advice, case: Case) -> Carried:
    """Not yet, or not even due: a later school year, or no date at all."""
    if advice.start is None or int(advice.start[:4]) > running_year(case.day):
        return Carried.LATER
    return Carried.NOT_YET


def follow_decisions(told: Advised, case: Case) -> tuple[Followed, ...]:
    """What came of every decision about what ran; what was strengthened is told as an item."""
    items = {advice.id for advice in _to_do(told)}
    return tuple(_follow(one, case) for one in _without(told.existing, items))


def _without(decided: Iterable[AdvisedDecision], items: set[str]) -> Iterator[AdvisedDecision]:
    return (d for d in decided if not (d.decision is Decision.STRENGTHEN and d.id in items))


def _follow(decided: AdvisedDecision, case: Case) -> Followed:
    activity = case.now.activities.get(decided.id)
    if activity is None:
        return Followed(decided, _gone(decided, case))
    earlier = case.then.activities.get(decided.id)
    as_before = earlier is not None and earlier.runs is activity.runs
    return Followed(decided, _running(decided, activity, case), activity.runs, as_before)


def _gone(decided: AdvisedDecision, case: Case) -> Carried:
    if case.now.running is None:
        return Carried.UNKNOWN
    may_go = decided.decision in {Decision.LET_END, Decision.CHANGE_FORM}
    return Carried.DONE if may_go else Carried.STOPPED


def _running(decided: AdvisedDecision, activity: ActivityState, case: Case) -> Carried:
    """What runs still: a form is changed once it needs no change any more."""
    match decided.decision:
        case Decision.LET_END:
            return Carried.NOT_YET
        case Decision.CHANGE_FORM:
            again = next((one for one in case.decided if one.id == decided.id), None)
            has_to = again is not None and again.decision is Decision.CHANGE_FORM
            return Carried.NOT_YET if has_to else Carried.DONE
        case Decision.KEEP:
            return Carried.DONE
        case _:
            return Carried.DONE if activity.runs is Runs.EMBEDDED else Carried.UNDER_WAY
