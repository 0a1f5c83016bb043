"""The items of the combination as the plan shows them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from advisor.engine.reasons import (
    Case,
    reasons_for_foundation,
    reasons_for_kept,
    reasons_for_start,
)
from advisor.engine.scheduling import load_by_year
from advisor.engine.schoolyear import SchoolYears
from advisor.model.combination import (
    IN_PLACE,
    Combination,
    Decision,
    Existing,
    Kept,
    Placed,
    Start,
    Status,
)
from advisor.model.interventions import Form, Intervention
from advisor.model.knowledge import Knowledge
from advisor.model.lines import Item, Kind
from advisor.model.reasons import Reason
from advisor.model.vocabulary import RoleId
from advisor.model.what_if import Decided, Outline, Place
from advisor.texts import Text


def list_items(case: Case, years: SchoolYears) -> tuple[Item, ...]:
    """Kept, started and joined types and the foundations; each type at most once."""
    starts, kept, beside, foundations = _parts(case.combination, case.knowledge)
    return (
        *(_of_start(case, years, start) for start in starts),
        *(
            _of_form(case, years, k.form, Status.KEPT, IN_PLACE, reasons_for_kept(case, k))
            for k in kept
        ),
        *(_of_existing(case, years, existing) for existing in beside),
        *(_of_foundation(case, years, placed) for placed in foundations),
    )


def outline(combination: Combination, knowledge: Knowledge) -> Outline:
    """How the items of `list_items` stand, in the same order, and what exists was decided to be."""
    starts, kept, beside, foundations = _parts(combination, knowledge)
    return Outline(
        places=(
            *(Place(s.form.intervention, s.form.id, s.status, _year_of(s)) for s in starts),
            *(Place(k.form.intervention, k.form.id, Status.KEPT, IN_PLACE) for k in kept),
            *(Place(e.activity.id, e.form, _status_of(e), None) for e in beside),
            *(Place(p.foundation.id, None, p.status, p.year) for p in foundations),
        ),
        decided=tuple(Decided(e.activity.id, e.decision, e.find_out) for e in combination.existing),
    )


_Parts = tuple[tuple[Start, ...], tuple[Kept, ...], tuple[Existing, ...], tuple[Placed, ...]]


def _parts(combination: Combination, knowledge: Knowledge) -> _Parts:
    """What starts, what is kept, what runs beside it, and the foundations."""
    stays = {one.form.intervention for one in combination.kept}
    begun = {start.form.intervention for start in combination.starts}
    kept = tuple(k for k in combination.kept if k.form.intervention not in begun)
    beside = tuple(
        existing
        for existing in combination.existing
        if existing.activity.id in knowledge.catalogue.interventions
        and existing.activity.id not in begun | stays
        and existing.decision in {Decision.JOIN, Decision.KEEP}
    )
    return combination.starts, kept, beside, combination.foundations


def _year_of(start: Start) -> int | None:
    return None if start.status is Status.FIND_OUT else start.year


def _status_of(existing: Existing) -> Status:
    return Status.JOINED if existing.decision is Decision.JOIN else Status.FIND_OUT


def role_name(case: Case, role: RoleId) -> Text:
    """What a role is called in this kind of school."""
    found = case.knowledge.catalogue.roles[role]
    is_primary = case.profile.reading == ("po",)
    return found.primary if is_primary and found.primary is not None else found.name


def _of_start(case: Case, years: SchoolYears, start: Start) -> Item:
    reasons = reasons_for_start(case, start)
    by_year = load_by_year(start.load, start.year, case.knowledge.limits.years)
    item_load = dict(zip(_capacity_ids(case), zip(*by_year, strict=True), strict=True))
    return _of_form(case, years, start.form, start.status, start.year, reasons, item_load)


def _capacity_ids(case: Case) -> list[str]:
    """The capacities in the order of hours, half-days, lessons."""
    return [case.profile.room(unit).id for unit in ("hours", "half-days", "lessons")]


def _of_form(
    case: Case,
    years: SchoolYears,
    form: Form,
    status: Status,
    year: int,
    reasons: tuple[Reason, ...],
    load: dict[str, tuple[int, ...]] | None = None,
) -> Item:
    intervention = case.knowledge.catalogue.interventions[form.intervention]
    is_dated = status in {Status.NEW, Status.STRENGTHENED}
    return Item(
        id=intervention.id,
        form=form.id,
        kind=Kind.INTERVENTION,
        status=status,
        name=form.name,
        what=intervention.short,
        whom=form.whom,
        who=role_name(case, form.who),
        year=year if is_dated or status is Status.KEPT else None,
        start=years.label(year) if is_dated else None,
        period=years.delivering(year) if is_dated else None,
        begins=_begins(case, years, year, years.delivering(year)) if is_dated else None,
        load=load or {},
        layers=form.layers,
        tier=form.tier,
        themes=intervention.themes,
        pillars=intervention.pillars,
        first_step=form.first_step or intervention.first_step,
        done=intervention.indicator,
        adjust=intervention.adjust.text,
        safeguards=_safeguards(case, form),
        together=_together(case, intervention),
        reasons=reasons,
    )


def _of_existing(case: Case, years: SchoolYears, existing: Existing) -> Item:
    intervention = case.knowledge.catalogue.interventions[existing.activity.id]
    form = case.knowledge.catalogue.forms[existing.form or intervention.assumed_form]
    item = _of_form(case, years, form, _status_of(existing), IN_PLACE, existing.reasons)
    if existing.form is not None:
        return item
    return replace(item, form=None, name=intervention.name, whom=case.word("plan-whom-unknown"))


def _of_foundation(case: Case, years: SchoolYears, placed: Placed) -> Item:
    foundation, year = placed.foundation, placed.year
    is_dated = year is not None and year != IN_PLACE
    return Item(
        id=foundation.id,
        form=None,
        kind=Kind.FOUNDATION,
        status=placed.status,
        name=foundation.name,
        what=foundation.what,
        whom=foundation.whom,
        who=role_name(case, foundation.who),
        year=year,
        start=years.label(year) if is_dated and year is not None else None,
        period=_laid_in(case, placed, years) if is_dated else None,
        begins=_begins(case, years, year or 1, _laid_in(case, placed, years)) if is_dated else None,
        load={_capacity_ids(case)[0]: placed.hours},
        layers=foundation.layers,
        tier="universal",
        themes=foundation.themes,
        pillars=foundation.pillars,
        first_step=foundation.first_step if year != IN_PLACE else foundation.upkeep,
        done=foundation.done,
        adjust=case.word("plan-adjust-foundation").fill(done=foundation.done.inside()),
        safeguards=(),
        together=(),
        reasons=reasons_for_foundation(case, placed),
    )


def _begins(case: Case, years: SchoolYears, year: int, period: str) -> dt.date:
    """The first day of a period of that year, or of what is left of it."""
    return max(years.day, years.first_day(year, case.knowledge.catalogue.periods[period]))


def _laid_in(case: Case, placed: Placed, years: SchoolYears) -> str:
    """Foundations are laid before anything is delivered; the very first one right away."""
    if placed.year is None or placed.year > 1:
        return years.preparing(placed.year or 1)
    first = next(p for p in case.combination.foundations if p.year == 1)
    return years.explore if placed == first else years.prepare


def _safeguards(case: Case, form: Form) -> tuple[tuple[str, Text], ...]:
    harms = case.knowledge.catalogue.harms.values()
    return tuple((harm.id, harm.safeguard) for harm in harms if form.id in harm.forms)


def _together(case: Case, intervention: Intervention) -> tuple[Text, ...]:
    """What is known of this type beside the other types in the combination."""
    others = set(_types_in(case)) - {intervention.id}
    return tuple(
        pairing.note
        for pairing in case.knowledge.catalogue.pairings.values()
        if pairing.first == intervention.id
        and pairing.relation in {"strengthens", "caution", "requires"}
        and others & set(pairing.second)
    )


def _types_in(case: Case) -> Iterable[str]:
    combination = case.combination
    yield from (k.form.intervention for k in combination.kept)
    yield from (s.form.intervention for s in combination.starts)
    yield from (e.activity.id for e in combination.joined)
