"""What there is to choose from: candidate forms, foundations, capacity, and what each needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil

from advisor.engine.conditions import evaluate
from advisor.engine.fitting import (
    fits_years,
    is_excluded,
    read_fit,
    required_groups,
    serves_raised,
)
from advisor.engine.judge import Findings
from advisor.engine.running import (
    harmful_forms,
    is_asked_about,
    keep_what_stands,
    running_forms,
)
from advisor.model.catalogue import Foundation
from advisor.model.combination import Kept, Status
from advisor.model.conditions import Ground, Outcome
from advisor.model.interventions import Fit, Form, Load
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile, Runs
from advisor.model.reasons import Finding
from advisor.model.rules import Limits

LAST = 1_000
"""The rank of a foundation that no rule asks for, after all that rules do ask for."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form that could start. `serves` maps raised needs to the weight of a link that counts.

    `needs` are groups of forms; of each one must be there in time. `waits_for` are the unknown
    answers about someone qualified or the care route: then its hours are kept free, without a date.
    """

    form: Form
    fit: Fit
    order: int
    load: Load
    status: Status
    serves: Mapping[str, int]
    needs: tuple[frozenset[str], ...]
    waits_for: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class FoundationOption:
    """A foundation with where it stands and the findings that ask for it.

    A lower `sort_key` is placed first: the rank of the most urgent rule, then catalogue order.
    """

    foundation: Foundation
    in_place: Outcome
    findings: tuple[Finding, ...]
    sort_key: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Room:
    """What the school has in a school year: coordination hours, team half-days, lessons."""

    hours: int
    half_days: int
    lessons: int


@dataclass(frozen=True, slots=True)
class Options:
    """Everything the choice looks at, for one school.

    `first` and `others` are the raised needs; `first` with the weight of their level.
    `route_missing` says whether the care route is known to be missing.
    """

    candidates: tuple[Candidate, ...]
    kept: tuple[Kept, ...]
    kept_serves: Mapping[str, int]
    first: Mapping[str, int]
    others: tuple[str, ...]
    need_foundations: Mapping[str, str]
    foundations: Mapping[str, FoundationOption]
    room: Room
    route_missing: bool
    limits: Limits


def lay_out_options(profile: Profile, findings: Findings, knowledge: Knowledge) -> Options:
    """The options of a school, without any choice yet."""
    limits = knowledge.limits
    kept = keep_what_stands(profile, findings, knowledge)
    kept_serves: dict[str, int] = {}
    for one in kept:
        for need, weight in one.serves.items():
            kept_serves[need] = max(weight, kept_serves.get(need, 0))
    raised = [n for n in profile.needs.values() if n.raised and n.level is not None]
    catalogue = knowledge.catalogue
    return Options(
        candidates=_candidates(profile, findings, knowledge, kept),
        kept=kept,
        kept_serves=kept_serves,
        first={n.id: limits.level_weights[n.level] for n in raised if n.first and n.level},
        others=tuple(n.id for n in raised if not n.first),
        need_foundations={
            n.id: foundation
            for n in raised
            if (foundation := catalogue.needs[n.id].foundation) is not None
        },
        foundations={
            f.id: _foundation(f, profile, findings.foundations.get(f.id, ()))
            for f in catalogue.foundations.values()
        },
        room=_room(profile),
        route_missing=profile.flags[limits.route_flag].value is False,
        limits=limits,
    )


def _foundation(
    foundation: Foundation, profile: Profile, asked_by: tuple[Finding, ...]
) -> FoundationOption:
    rank = min((getattr(found.rule.then, "rank", LAST) for found in asked_by), default=LAST)
    in_place = evaluate(foundation.in_place, profile)
    return FoundationOption(foundation, in_place, asked_by, (rank, foundation.order))


def _room(profile: Profile) -> Room:
    amounts = {c.unit: c.amount for c in profile.capacities.values()}
    return Room(amounts["hours"], amounts["half-days"], amounts["lessons"])


def may_start(form: Form, profile: Profile, findings: Findings, limits: Limits) -> bool:
    """Whether a form could start at all: it fits, nothing rules it out, someone is qualified."""
    fit = read_fit(form, profile.reading)
    return (
        fit is not None
        and form.never_new is None
        and not is_excluded(form.id, findings)
        and fits_years(fit, profile)
        and not (form.at_risk and profile.flags[limits.qualified_flag].value is False)
    )


def _candidates(
    profile: Profile, findings: Findings, knowledge: Knowledge, kept: tuple[Kept, ...]
) -> tuple[Candidate, ...]:
    """The forms that may start and have a raised need to serve, or that another one requires."""
    kept_types = {one.form.intervention for one in kept if one.serves}
    limits = knowledge.limits
    possible = [
        (order, form)
        for order, form in enumerate(knowledge.catalogue.forms.values())
        if form.intervention not in kept_types and may_start(form, profile, findings, limits)
    ]
    wanted = {
        form.id
        for _, form in possible
        if serves_raised(read_fit(form, profile.reading), profile, limits.link_weights)
    }
    while True:
        chosen = [(order, form) for order, form in possible if form.id in wanted]
        groups = [group for _, form in chosen for group in required_groups(form, findings)]
        if all(group <= wanted for group in groups):
            return tuple(_candidate(form, n, profile, findings, knowledge) for n, form in chosen)
        wanted = wanted.union(*groups)


def _candidate(
    form: Form, order: int, profile: Profile, findings: Findings, knowledge: Knowledge
) -> Candidate:
    limits = knowledge.limits
    fit = read_fit(form, profile.reading)
    assert fit is not None, "checked by may_start"
    percent = _builds_on(form, profile, findings, knowledge)
    load = form.load if percent is None else difference(form.load, percent)
    return Candidate(
        form=form,
        fit=fit,
        order=order,
        load=spread_training(load, profile.room("half-days").amount),
        status=Status.NEW if percent is None else Status.STRENGTHENED,
        serves=serves_raised(fit, profile, limits.link_weights),
        needs=required_groups(form, findings),
        waits_for=_unknown_preconditions(form, profile, limits),
    )


def _builds_on(
    form: Form, profile: Profile, findings: Findings, knowledge: Knowledge
) -> int | None:
    """How many percent of a form is still new where it builds on what runs; None: all of it is new.

    Nothing builds on a harmful form, nor on another form than the one that runs. Where the form is
    not asked about, another form of the type builds on what is not embedded, but all is work.
    """
    activity = profile.activities.get(form.intervention)
    if activity is None or harmful_forms(activity, findings, knowledge):
        return None
    if running_forms(activity, knowledge) == (form,):
        return knowledge.limits.strengthen_percent[activity.runs]
    if activity.runs is Runs.EMBEDDED or is_asked_about(activity.id, knowledge):
        return None
    return 100


def difference(load: Load, percent: int) -> Load:
    """What strengthening asks on top of what already runs, rounded up."""

    def part(amount: int) -> int:
        return ceil(amount * percent / 100)

    return Load(
        (part(load.hours[0]), part(load.hours[1])),
        tuple(part(amount) for amount in load.half_days),
        part(load.lessons),
    )


def spread_training(load: Load, room: int) -> Load:
    """Team training that does not fit in a year goes on for one year more, if it then fits."""
    total, years = sum(load.half_days), len(load.half_days) + 1
    if max(load.half_days) <= room or total > room * years:
        return load
    parts = tuple(min(room, total - room * year) for year in range(years) if total > room * year)
    return replace(load, half_days=parts)


def _unknown_preconditions(form: Form, profile: Profile, limits: Limits) -> tuple[Ground, ...]:
    if not form.at_risk:
        return ()
    flags = [profile.flags[limits.qualified_flag], profile.flags[limits.route_flag]]
    return tuple(
        dict.fromkeys(g for f in flags if f.value is None for g in f.grounds if g.value is None)
    )
