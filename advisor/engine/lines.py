"""The lines of the plan that list what was found: needs, what runs, unknowns, use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from advisor.engine.conditions import evaluate
from advisor.engine.cover import Covered, cover_of
from advisor.engine.existing import company_of
from advisor.engine.options import difference
from advisor.engine.reasons import Case
from advisor.engine.running import counts_as, harmful_forms, missing_company
from advisor.engine.schoolyear import SchoolYears
from advisor.model.combination import IN_PLACE, Decision, Existing
from advisor.model.conditions import Ground
from advisor.model.lines import (
    ExistingLine,
    NeedLine,
    NoticeLine,
    ReferralLine,
    UnknownLine,
    UseLine,
    WeakPointLine,
)
from advisor.model.profile import NeedState, Runs
from advisor.model.questionnaire import Measures
from advisor.model.reasons import Finding, Reason
from advisor.model.rules import Notice, WeakPoint
from advisor.texts import Text, show_date


def list_needs(case: Case, years: SchoolYears) -> tuple[NeedLine, ...]:
    """All needs: the raised ones with their cover first, then the others."""
    raised = case.profile.raised()
    others = tuple(n for n in case.profile.needs.values() if not n.raised)
    lines = [_need_line(case, n, cover_of(case, n), years) for n in raised]
    return (*lines, *(_need_line(case, n, None, years) for n in others))


def _need_line(
    case: Case, state: NeedState, covered: Covered | None, years: SchoolYears
) -> NeedLine:
    need = case.knowledge.catalogue.needs[state.id]
    dated = covered is not None and covered.year is not None and covered.year != IN_PLACE
    more = covered is not None and covered.why is not None
    return NeedLine(
        id=state.id,
        name=need.name,
        level=state.level,
        first=state.first,
        certainty=state.certainty,
        grounds=state.grounds,
        cover=covered.cover if covered else None,
        why=covered.why if covered else None,
        by=covered.by if covered else (),
        from_year=years.label(covered.year) if dated and covered and covered.year else None,
        look_first=need.look_first,
        change_yourself=need.change_yourself,
        next_step=need.change_yourself[0],
        ask=case.knowledge.catalogue.partners[need.ask].name,
        more_possible=case.word(f"plan-more-{covered.why}") if more and covered else None,
        best_link=covered.best_link if covered else 0,
    )


def list_existing(case: Case) -> tuple[ExistingLine, ...]:
    """Everything that runs, each with its decision."""
    return tuple(_existing_line(case, existing) for existing in case.combination.existing)


def _activity_name(case: Case, existing: Existing) -> Text:
    """What runs, by the form the school named, else by its type or kind."""
    catalogue, activity = case.knowledge.catalogue, existing.activity
    if activity.form is not None:
        return catalogue.forms[activity.form].name
    found = catalogue.interventions.get(activity.id) or catalogue.activities[activity.id]
    return found.name


def _existing_line(case: Case, existing: Existing) -> ExistingLine:
    name = _activity_name(case, existing)
    host = _host_name(case, existing.host)
    harmful = harmful_forms(existing.activity, case.findings, case.knowledge)
    forms = tuple(form.name.inside() for form in harmful)
    values = {
        "activity": name,
        "harmful": Text.join(forms, case.word("plan-and")),
        "company": _company(case, existing),
    }
    values |= {"host": host} if host is not None else {}
    return ExistingLine(
        id=existing.activity.id,
        name=name,
        ticked=_as_ticked(case, existing.activity.id) or name,
        runs=existing.activity.runs,
        form=existing.form,
        decision=existing.decision,
        find_out=existing.find_out,
        host=host,
        why=existing.row.because.fill(**values),
        first_step=existing.row.first_step.fill(**values),
        embed=_embed(existing, values),
        frees=_frees(case, existing) if existing.decision is Decision.LET_END else None,
        reasons=existing.reasons,
    )


def _company(case: Case, existing: Existing) -> Text:
    """The types of which something that stands needs one beside it that is not there."""
    catalogue, there = case.knowledge.catalogue, case.combination
    form = counts_as(existing.activity, case.knowledge)
    company = company_of(there.kept, there.starts)
    missing = missing_company(form, case.findings, company) if form is not None else frozenset()
    types = dict.fromkeys(f.intervention for f in catalogue.forms.values() if f.id in missing)
    names = tuple(catalogue.interventions[one].name.inside() for one in types)
    return Text.join(names, case.word("plan-or"))


def _as_ticked(case: Case, activity: str) -> Text | None:
    """What runs in the words of the questionnaire."""
    (running,) = case.knowledge.questionnaire.measuring(Measures.RUNNING)
    option = running.option(activity)
    return None if option is None else option.text


def _embed(existing: Existing, values: Mapping[str, Text]) -> Text | None:
    """When it counts as fixed; nothing for what is."""
    embed = existing.row.embed
    fixed = existing.activity.runs is Runs.EMBEDDED
    return None if embed is None or fixed else embed.fill(**values)


def _host_name(case: Case, host: str | None) -> Text | None:
    catalogue = case.knowledge.catalogue
    if host is None:
        return None
    found = catalogue.forms.get(host) or catalogue.foundations[host]
    return found.name


def _frees(case: Case, existing: Existing) -> int | None:
    """The low end of the hours a year that ending it frees; None where that is nothing."""
    other = case.knowledge.catalogue.activities.get(existing.activity.id)
    if other is not None:
        return other.frees or None
    form = counts_as(existing.activity, case.knowledge)
    if form is None:
        return None
    percent = case.knowledge.limits.strengthen_percent[existing.activity.runs]
    saved = form.load.hours[1] - difference(form.load, percent).hours[1]
    return saved or None


def list_use(case: Case, years: SchoolYears) -> tuple[UseLine, ...]:
    """What each school year asks of each capacity."""
    units = {c.id: c.unit for c in case.profile.capacities.values()}
    return tuple(
        UseLine(years.label(u.year), u.capacity, units[u.capacity], u.asked, u.available, u.assumed)
        for u in case.combination.use
    )


def list_weak_points(fired: tuple[Finding, ...]) -> tuple[WeakPointLine, ...]:
    """The weak points that rules found."""
    lines = []
    for finding in fired:
        then = finding.rule.then
        if isinstance(then, WeakPoint):
            lines.append(WeakPointLine(then.text, then.repair, then.check, finding.reason()))
    return tuple(lines)


def list_notices(case: Case, fired: tuple[Finding, ...], day: dt.date) -> tuple[NoticeLine, ...]:
    """What the reader must know; among it that the plan counts from today without a date."""
    lines = []
    found = [(one.rule.then, one) for one in fired if isinstance(one.rule.then, Notice)]
    for then, finding in sorted(found, key=lambda pair: pair[0].rank):
        told = then.several if case.profile.answers.respondents else None
        lines.append(NoticeLine(finding.rule.id, told or then.text, finding.reason()))
    if case.profile.answers.date is None:
        text = case.word("plan-no-date").fill(date=show_date(day))
        reason = Reason("no-date", text, (Ground("date", None),), ("estimate",))
        lines.append(NoticeLine("no-date", text, reason))
    return tuple(lines)


def list_referrals(case: Case) -> tuple[ReferralLine, ...]:
    """Where to go; on top what the answers call for. What only an answer calls for stays away."""
    urgent = set(case.profile.urgent)
    return tuple(
        ReferralLine(r.id, r.text, bool(urgent & set(r.urgent)))
        for r in case.knowledge.catalogue.referrals.values()
        if r.always or urgent & set(r.urgent)
    )


def list_unknowns(case: Case, waiting: tuple[Finding, ...]) -> tuple[UnknownLine, ...]:
    """The unknown answers that a need, a capacity, a fact, a rule or an item waits for, as asked.

    `waiting` are the rules that are neither true nor false yet.
    """
    waits: dict[str, str] = {}

    def wait(grounds: tuple[Ground, ...], key: str) -> None:
        for ground in grounds:
            if ground.value is None:
                waits.setdefault(ground.question, key)

    for start in case.combination.starts:
        wait(start.waits_for, "plan-unknown-item")
    for existing in case.combination.existing:
        wait(existing.activity.grounds, "plan-unknown-activity")
    for need in case.profile.needs.values():
        if need.level is None:
            wait(need.grounds, "plan-unknown-need")
    for capacity in case.profile.capacities.values():
        wait((capacity.ground,), "plan-unknown-capacity")
    wait((case.profile.running_ground,), "plan-unknown-activity")
    for flag in case.profile.flags.values():
        wait(flag.grounds, "plan-unknown-rule")
    for finding in waiting:
        for question in finding.outcome.waits_for():
            waits.setdefault(question, "plan-unknown-rule")
    return tuple(
        UnknownLine(question.id, question.text, case.word(waits[question.id]))
        for question in case.knowledge.questionnaire.questions.values()
        if question.id in waits and evaluate(question.when, case.profile).value is True
    )
