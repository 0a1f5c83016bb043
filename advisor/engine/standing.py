"""Where the school stands: the five questions with actions, lasting checks, circumstances."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.engine.conditions import evaluate
from advisor.engine.items import role_name
from advisor.engine.reasons import Case
from advisor.engine.schoolyear import SchoolYears
from advisor.model.catalogue import ImplementationQuestion, LastingCheck
from advisor.model.conditions import Ground
from advisor.model.lines import (
    ActionLine,
    CircumstanceLine,
    Item,
    LastingLine,
    Passed,
    QuestionLine,
    State,
)
from advisor.model.reasons import Finding
from advisor.model.rules import Action


@dataclass(frozen=True, slots=True)
class _Chosen:
    """An action of the plan; handed over when the coordinator has no hours left for it."""

    finding: Finding
    hours: int
    handed_over: bool


def answer_questions(
    case: Case, fired: tuple[Finding, ...], years: SchoolYears
) -> tuple[QuestionLine, ...]:
    """The five questions, each with its state and its actions within the limits."""
    actions = _within_limits(case, fired)
    return tuple(
        _question_line(case, question, actions, years)
        for question in case.knowledge.catalogue.implementation.values()
    )


def _within_limits(case: Case, fired: tuple[Finding, ...]) -> list[_Chosen]:
    """The most urgent actions: at most so many a question, in all, and in the coordinator's hours.

    Each question keeps one; where that no longer fits in the hours, somebody else does it. Without
    any hours actions go into existing meetings, and ask none.
    """
    limits = case.knowledge.limits
    by_question: dict[str, list[Finding]] = {}
    for finding in sorted(fired, key=_urgency):
        by_question.setdefault(_action(finding).question, []).append(finding)
    heads = [found[0] for found in by_question.values()]
    rest = sorted((f for found in by_question.values() for f in found[1:]), key=_urgency)
    hours, counts = _hours_left(case), dict.fromkeys(by_question, 0)
    chosen: list[_Chosen] = []
    for finding in (*sorted(heads, key=_urgency), *rest):
        action = _action(finding)
        asked = action.hours if has_hours(case) else 0
        is_head, fits = not counts[action.question], asked <= hours
        is_full = counts[action.question] == limits.actions_a_question
        if is_head or (fits and not is_full and len(chosen) < limits.actions_a_year):
            chosen.append(_Chosen(finding, asked, not fits))
            counts[action.question] += 1
            hours -= asked if fits else 0
    return chosen


def _hours_left(case: Case) -> int:
    """The hours of coordination in year one that the parts of the plan leave."""
    hours = case.profile.room("hours").id
    use = next(u for u in case.combination.use if (u.capacity, u.year) == (hours, 1))
    return use.available - use.asked


def _urgency(finding: Finding) -> tuple[int, str]:
    return (_action(finding).rank, finding.rule.id)


def _action(finding: Finding) -> Action:
    assert isinstance(finding.rule.then, Action)
    return finding.rule.then


def _question_line(
    case: Case, question: ImplementationQuestion, actions: list[_Chosen], years: SchoolYears
) -> QuestionLine:
    state, grounds = _state(case, question)
    own = [one for one in actions if _action(one.finding).question == question.id]
    return QuestionLine(
        id=question.id,
        name=question.name,
        question=question.question,
        answer=question.answer,
        state=state,
        grounds=grounds,
        actions=tuple(_action_line(case, one, years) for one in own),
        sources=question.sources,
    )


def has_hours(case: Case) -> bool:
    """Whether there are hours for coordination; without them nothing gets a date."""
    return case.profile.room("hours").amount > 0


def _state(case: Case, question: ImplementationQuestion) -> tuple[State, tuple[Ground, ...]]:
    """In place, else partly; unknown when an unknown answer may still make it so; else open."""
    in_place = evaluate(question.in_place, case.profile)
    partly = evaluate(question.partly, case.profile)
    if in_place.value is True:
        return State.IN_PLACE, in_place.deciding()
    if partly.value is True:
        return State.PARTLY, partly.deciding()
    grounds = tuple(dict.fromkeys((*in_place.deciding(), *partly.deciding())))
    is_unknown = in_place.value is None or partly.value is None
    return State.UNKNOWN if is_unknown else State.OPEN, grounds


def _action_line(case: Case, chosen: _Chosen, years: SchoolYears) -> ActionLine:
    action, other = _action(chosen.finding), chosen.handed_over
    return ActionLine(
        what=action.what,
        role=case.word("plan-somebody-else") if other else role_name(case, action.role),
        period=years.moved(action.period) if has_hours(case) else None,
        hours=chosen.hours,
        handed_over=other,
        done=action.done,
        reason=chosen.finding.reason(),
    )


def check_lasting(case: Case, items: tuple[Item, ...]) -> tuple[LastingLine, ...]:
    """The ten lasting checks: passed, weak with a repair, or unknown."""
    built = {item.id for item in items if item.year == 1}
    return tuple(_lasting_line(case, c, built) for c in case.knowledge.catalogue.lasting.values())


def _lasting_line(case: Case, check: LastingCheck, built: set[str]) -> LastingLine:
    outcome = evaluate(check.passed, case.profile)
    states = {True: Passed.PASSED, False: Passed.WEAK, None: Passed.UNKNOWN}
    state = states[outcome.value]
    is_weak = state is Passed.WEAK
    return LastingLine(
        id=check.id,
        name=check.name,
        state=state,
        repair=check.repair if is_weak else None,
        by=check.foundation if is_weak and check.foundation in built else None,
        embeds=check.embeds,
        grounds=outcome.deciding(),
        sources=check.sources,
    )


def list_circumstances(case: Case) -> tuple[CircumstanceLine, ...]:
    """What to do, now and later, for each circumstance the school reports."""
    reported = case.profile.circumstances or ()
    ground = (case.profile.circumstances_ground,)
    return tuple(
        CircumstanceLine(c.id, c.name, c.now, c.later, ground, c.sources)
        for c in case.knowledge.catalogue.circumstances.values()
        if c.id in reported
    )
