"""What a team meets with: the decisions to take, and what it tells council, team and parents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor.engine.reasons import Case
from advisor.engine.standing import has_hours
from advisor.engine.telling import hours_to_ask, tell_asked
from advisor.model.combination import Decision, Status
from advisor.model.lines import Cover, Item, Kind
from advisor.model.plan import Plan, hours_of_actions
from advisor.model.together import MeetingKit
from advisor.texts import Text

_FEW = 3


def make_kit(case: Case, plan: Plan) -> MeetingKit:
    """The decisions that this plan asks for, and a paragraph for each audience."""
    return MeetingKit(
        decisions=tuple(_decisions(case, plan)),
        for_team=Text.sentences(_for_team(case, plan)),
        for_parents=Text.sentences(_for_parents(case, plan)),
    )


def _decisions(case: Case, plan: Plan) -> Iterator[Text]:
    """Hours, what begins, ends or changes, what is built first, the goals, and who says yes."""
    if not has_hours(case):
        yield case.word("plan-decide-hours").fill(hours=hours_to_ask(case))
    year = plan.years[0]
    begun = [item for item in plan.combination if item.start == year]
    for item in begun:
        if item.kind is Kind.INTERVENTION:
            yield case.word("plan-decide-begin").fill(item=item.name, year=year)
    for key, names in (
        ("find-out", [i.name for i in plan.combination if i.status is Status.FIND_OUT]),
        ("end", _ran(plan, Decision.LET_END)),
        ("check", [line.ticked for line in plan.existing if line.find_out]),
        ("change", _ran(plan, Decision.CHANGE_FORM, {e.id for e in plan.existing if e.find_out})),
        ("lay", [item.name for item in begun if item.kind is Kind.FOUNDATION]),
        ("goals", [goal.name for goal in plan.monitoring.goals[:_FEW]]),
    ):
        if names:
            yield case.word(f"plan-decide-{key}").fill(items=_row(case, names))
    if plan.approvals:
        who = (line.who for line in plan.approvals)
        yield case.word("plan-decide-approval").fill(who=_row(case, who))


def _for_team(case: Case, plan: Plan) -> Iterator[Text]:
    """What the school sees, what it does about it, what that asks and of whom."""
    first = [need.name for need in plan.raised if need.first]
    raised = [need.name for need in plan.raised]
    if raised:
        key = "plan-team-seen" if first else "plan-team-sees"
        yield case.word(key).fill(needs=_row(case, (first or raised)[:_FEW]))
    elif not case.profile.urgent:
        known = any(need.level is not None for need in plan.needs)
        yield case.word("plan-team-nothing" if known else "plan-team-unknown")
    begun = [i for i in plan.combination if i.start and i.kind is Kind.INTERVENTION]
    types = {item.id for item in begun}
    base = [i.name for i in plan.combination if i.start and i.kind is Kind.FOUNDATION]
    for key, names in (
        ("begin", [item.name for item in begun]),
        ("base", base),
        ("keep", _ran(plan, Decision.KEEP, types)),
        ("join", _ran(plan, Decision.JOIN)),
        ("change", _ran(plan, Decision.CHANGE_FORM)),
        ("end", _ran(plan, Decision.LET_END)),
    ):
        if names:
            yield case.word(f"plan-team-{key}").fill(items=_row(case, names))
    asked = tell_asked(case, hours_of_actions(plan.implementation))
    if not has_hours(case):
        yield case.word("plan-team-no-hours").fill(hours=hours_to_ask(case))
    elif asked.nl:
        yield case.word("plan-team-asks").fill(asked=asked, year=plan.years[0])
    if plan.approvals:
        who = (line.who for line in plan.approvals)
        yield case.word("plan-team-approval").fill(who=_row(case, who))
    yield case.word("plan-team-close")


def _ran(plan: Plan, decision: Decision, but: Iterable[str] = ()) -> list[Text]:
    """What runs and was decided so, as the school ticked it."""
    left_out = set(but)
    return [
        line.ticked
        for line in plan.existing
        if line.decision is decision and line.id not in left_out
    ]


def _for_parents(case: Case, plan: Plan) -> Iterator[Text]:
    """What the school wants to achieve and with what, and that help is a choice."""
    open_needs = {need.id for need in plan.raised if need.cover is Cover.OPEN}
    goals = plan.monitoring.goals
    served = [goal for goal in goals if goal.need not in open_needs]
    if goals:
        told = [goal.home for goal in (served or goals)[:_FEW]]
        yield case.word("plan-parents-goals").fill(goals=_points(told))
    elif not case.profile.urgent:
        known = all(need.level is not None for need in plan.needs)
        yield case.word("plan-parents-nothing" if known else "plan-parents-unknown")
    if not has_hours(case):
        yield case.word("plan-parents-no-hours")
    elif goals and not served:
        yield case.word("plan-parents-open")
    yield from _noticed(case, plan)
    partners = plan.item(case.knowledge.limits.layer_foundations["parents"])
    if partners is not None and partners.year in {0, 1}:
        yield case.word("plan-parents-voice")
    yield case.word("plan-parents-close")


def _noticed(case: Case, plan: Plan) -> Iterator[Text]:
    """What a child meets in class this year, and extra help that begins, with its year."""
    forms = case.knowledge.catalogue.forms
    for item in plan.combination:
        home = forms[item.form].home if item.form is not None else None
        if home is not None and item.year in {0, 1}:
            yield home
    begun = [i for i in plan.combination if i.form and i.start and "pupil" in i.layers]
    extra = [_when(case, item, plan) for item in begun if forms[item.form or ""].at_risk]
    if extra:
        yield case.word("plan-parents-extra").fill(items=_row(case, extra))


def _when(case: Case, item: Item, plan: Plan) -> Text:
    """Help by name, with its year when that is not the first one."""
    if item.start is None or item.start == plan.years[0]:
        return item.name
    return case.word("plan-parents-extra-later").fill(item=item.name, year=item.start)


def _row(case: Case, names: Iterable[Text]) -> Text:
    """Names as one enumeration, each once."""
    return Text.join(tuple(dict.fromkeys(name.inside() for name in names)), case.word("plan-and"))


def _points(texts: Iterable[Text]) -> Text:
    """Sentences after each other as parts of one."""
    every = tuple(text.inside() for text in texts)
    return Text(
        "; ".join(text.nl.rstrip(".") for text in every),
        "; ".join(text.en.rstrip(".") for text in every),
    )
