"""Where the school stands: the five questions with actions, lasting checks, circumstances."""

from __future__ import annotations

from advisor.engine.conditions import evaluate
from advisor.engine.items import role_name
from advisor.engine.reasons import Case
from advisor.engine.schoolyear import SchoolYears
from advisor.model.catalogue import ImplementationQuestion, LastingCheck, Partner
from advisor.model.conditions import Ground
from advisor.model.lines import (
    ActionLine,
    CircumstanceLine,
    LastingLine,
    PartnerLine,
    Passed,
    QuestionLine,
    State,
)
from advisor.model.reasons import Finding, Reason
from advisor.model.rules import Action


def answer_questions(
    case: Case, fired: tuple[Finding, ...], years: SchoolYears
) -> tuple[QuestionLine, ...]:
    """The five questions, each with its state and its actions within the limits."""
    actions = _within_limits(case, fired)
    return tuple(
        _question_line(case, question, actions, years)
        for question in case.knowledge.catalogue.implementation.values()
    )


def _within_limits(case: Case, fired: tuple[Finding, ...]) -> list[Finding]:
    """The most urgent actions: at most so many a question, and in all; each question keeps one."""
    limits = case.knowledge.limits
    by_question: dict[str, list[Finding]] = {}
    for finding in sorted(fired, key=_urgency):
        by_question.setdefault(_action(finding).question, []).append(finding)
    kept = [found[: limits.actions_a_question] for found in by_question.values()]
    heads = [found[0] for found in kept]
    rest = sorted((f for found in kept for f in found[1:]), key=_urgency)
    return heads + rest[: max(0, limits.actions_a_year - len(heads))]


def _urgency(finding: Finding) -> tuple[int, str]:
    return (_action(finding).rank, finding.rule.id)


def _action(finding: Finding) -> Action:
    assert isinstance(finding.rule.then, Action)
    return finding.rule.then


def _question_line(
    case: Case, question: ImplementationQuestion, actions: list[Finding], years: SchoolYears
) -> QuestionLine:
    state, grounds = _state(case, question)
    own = [f for f in actions if _action(f).question == question.id]
    return QuestionLine(
        id=question.id,
        name=question.name,
        question=question.question,
        answer=question.answer,
        state=state,
        grounds=grounds,
        actions=tuple(_action_line(case, f, years) for f in sorted(own, key=_urgency)),
        sources=question.sources,
    )


def has_hours(case: Case) -> bool:
    """Whether there are hours for coordination; without them nothing gets a date."""
    return all(c.amount > 0 for c in case.profile.capacities.values() if c.unit == "hours")


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


def _action_line(case: Case, finding: Finding, years: SchoolYears) -> ActionLine:
    action = _action(finding)
    return ActionLine(
        action.what,
        role_name(case, action.role),
        years.moved(action.period) if has_hours(case) else None,
        action.done,
        finding.reason(),
    )


def check_lasting(case: Case) -> tuple[LastingLine, ...]:
    """The ten lasting checks: passed, weak with a repair, or unknown."""
    return tuple(_lasting_line(case, c) for c in case.knowledge.catalogue.lasting.values())


def _lasting_line(case: Case, check: LastingCheck) -> LastingLine:
    outcome = evaluate(check.passed, case.profile)
    states = {True: Passed.PASSED, False: Passed.WEAK, None: Passed.UNKNOWN}
    state = states[outcome.value]
    repair = check.repair if state is Passed.WEAK else None
    return LastingLine(check.id, check.name, state, repair, outcome.deciding(), check.sources)


def list_circumstances(case: Case) -> tuple[CircumstanceLine, ...]:
    """What to do, now and later, for each circumstance the school reports."""
    reported = case.profile.circumstances or ()
    ground = (case.profile.circumstances_ground,)
    return tuple(
        CircumstanceLine(c.id, c.name, c.now, c.later, ground, c.sources)
        for c in case.knowledge.catalogue.circumstances.values()
        if c.id in reported
    )


def list_partners(case: Case) -> tuple[PartnerLine, ...]:
    """The partners to ask something, at most so many, with the answers that call for it."""
    lines = []
    for partner in case.knowledge.catalogue.partners.values():
        outcome = evaluate(partner.when, case.profile)
        if outcome.value is True:
            lines.append(
                _partner_line(
                    partner,
                    Reason(
                        f"partner-{partner.id}", partner.ask, outcome.deciding(), partner.sources
                    ),
                )
            )
    return tuple(lines[: case.knowledge.limits.partners])


def _partner_line(partner: Partner, reason: Reason) -> PartnerLine:
    return PartnerLine(partner.id, partner.name, partner.ask, reason)
