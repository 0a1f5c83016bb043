"""combination -> plan: every part of the plan as a value, in no language yet."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from advisor.engine.calendar import draw_calendar
from advisor.engine.conditions import InPlan, evaluate_unless_false
from advisor.engine.differences import list_differences, notice_facts
from advisor.engine.items import list_items
from advisor.engine.judge import Findings
from advisor.engine.kit import make_kit
from advisor.engine.left_out import explain_left_out
from advisor.engine.lines import (
    list_existing,
    list_needs,
    list_notices,
    list_referrals,
    list_unknowns,
    list_use,
    list_weak_points,
)
from advisor.engine.monitoring import follow
from advisor.engine.reasons import Case
from advisor.engine.schoolyear import SchoolYears, school_years
from advisor.engine.standing import (
    answer_questions,
    check_lasting,
    list_circumstances,
)
from advisor.engine.telling import (
    list_programmes,
    show_coverage,
    show_runner_up,
    tell_first_steps,
    tell_head,
)
from advisor.engine.together import list_approvals, list_fair, list_partners, tell_network
from advisor.model.combination import Combination, Status
from advisor.model.conditions import Ground
from advisor.model.knowledge import Knowledge
from advisor.model.lines import Item, Kind
from advisor.model.plan import Plan, hours_of_actions
from advisor.model.profile import Profile
from advisor.model.questionnaire import Measures
from advisor.model.reasons import Finding
from advisor.model.rules import Action, Approval, Consequence, Notice, Watch, WeakPoint
from advisor.model.vocabulary import Stage


def compose(
    profile: Profile,
    findings: Findings,
    combination: Combination,
    knowledge: Knowledge,
    today: dt.date,
) -> Plan:
    """The plan of a school. `today` counts when the answers carry no date."""
    case = Case(profile, findings, combination, knowledge)
    years = school_years(profile.answers.date or today, knowledge.catalogue.periods)
    items = list_items(case, years)
    plan = _lay_out(case, items, years)
    plan = replace(plan, calendar=draw_calendar(case, plan, years), kit=make_kit(case, plan))
    return _with_respondents(plan, case)


def _lay_out(case: Case, items: tuple[Item, ...], years: SchoolYears) -> Plan:
    """The plan, but for what is made from the plan itself."""
    weighed = _weigh(case, items)
    fired = tuple(finding for finding in weighed if finding.fired)
    waiting = tuple(finding for finding in weighed if not finding.fired)
    types = frozenset(i.id for i in items if i.kind is Kind.INTERVENTION)
    needs, existing, ambition = (
        list_needs(case, years),
        list_existing(case),
        case.said_text(Measures.AMBITION),
    )
    partners, most = list_partners(case), case.knowledge.limits.partners
    implementation = answer_questions(case, _those(fired, Action), years)
    return Plan(
        answers=case.profile.answers,
        school=case.profile.answers.school,
        date=years.day,
        date_given=case.profile.answers.date is not None,
        under_way=years.under_way,
        sector=case.profile.sector,
        reading=case.profile.reading,
        ambition=ambition,
        needs=needs,
        existing=existing,
        names=case.said_text(Measures.NAMES),
        combination=items,
        not_advised=explain_left_out(case, types),
        implementation=implementation,
        lasting=check_lasting(case, items),
        weak_points=list_weak_points(_those(fired, WeakPoint)),
        equal_opportunities=list_circumstances(case),
        fair=list_fair(case, items),
        approvals=list_approvals(_those(fired, Approval), items),
        partners=partners[:most],
        more_partners=partners[most:],
        monitoring=follow(case, needs, items, _those(fired, Watch)),
        unknowns=list_unknowns(case, (*case.findings.waiting, *waiting)),
        notices=list_notices(case, (*case.findings.notices, *_those(fired, Notice)), years.day),
        referrals=list_referrals(case),
        coverage=show_coverage(case, items, needs),
        use=list_use(case, years),
        runner_up=show_runner_up(case),
        first_steps=tell_first_steps(case, items, existing),
        head=tell_head(case, items, years, hours_of_actions(implementation)),
        network=tell_network(case, items, needs, existing, ambition),
        programmes=list_programmes(case, items),
    )


def _with_respondents(plan: Plan, case: Case) -> Plan:
    """Who answered and, of several respondents, where they differ."""
    answers = case.profile.answers
    if not answers.respondents:
        alone = () if answers.respondent is None else (answers.respondent,)
        return replace(plan, respondents=alone)
    differences = list_differences(case)
    return replace(
        plan,
        respondents=tuple(one.respondent for one in answers.respondents),
        differences=differences,
        notices=(*plan.notices, *notice_facts(case, differences)),
    )


def _weigh(case: Case, items: tuple[Item, ...]) -> tuple[Finding, ...]:
    """The compose rules that hold, or may hold, for this combination.

    What is there or gets a date is advised; for an action, only what begins in the first year.
    """
    there = [i for i in items if i.year is not None or i.status is not Status.NEW]
    soon = [i for i in there if i.year == 1]
    begun = _grounds([i for i in items if i.start is not None])
    in_plan = {True: InPlan(_grounds(soon), begun), False: InPlan(_grounds(there), begun)}
    found = []
    for rule in sorted(case.knowledge.rules.get(Stage.COMPOSE, ()), key=lambda r: r.id):
        plan = in_plan[isinstance(rule.then, Action)]
        outcome = evaluate_unless_false(rule.when, case.profile, plan)
        if outcome.value is not False:
            found.append(Finding(rule, outcome))
    return tuple(found)


def _grounds(items: list[Item]) -> dict[str, tuple[Ground, ...]]:
    """The ids of items and of their forms, with the answers behind them."""
    grounds = {i.id: tuple(g for r in i.reasons for g in r.answers) for i in items}
    return grounds | {i.form: grounds[i.id] for i in items if i.form is not None}


def _those(fired: tuple[Finding, ...], kind: type[Consequence]) -> tuple[Finding, ...]:
    return tuple(finding for finding in fired if isinstance(finding.rule.then, kind))
