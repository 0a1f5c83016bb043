"""The calendar: year one by period, later years as a whole, in four phases."""

from __future__ import annotations

from collections.abc import Iterable

from advisor.engine.reasons import Case
from advisor.engine.schoolyear import SchoolYears, months_later
from advisor.engine.standing import has_hours
from advisor.model.combination import Decision, Status
from advisor.model.lines import CalendarLine, Item, Kind
from advisor.model.plan import Plan
from advisor.model.questionnaire import Measures
from advisor.texts import Text

REVIEW_AFTER = 3
"""The months after a start in which something new has to settle first."""

EXPLORE, PREPARE, DELIVER, SUSTAIN = "explore", "prepare", "deliver", "sustain"


def draw_calendar(case: Case, plan: Plan, years: SchoolYears) -> tuple[CalendarLine, ...]:
    """What happens when; empty without hours for coordination, since then nothing gets a date."""
    if not has_hours(case):
        return ()
    dated = [item for item in plan.combination if item.start is not None]
    first = [item for item in dated if item.year == 1]
    laid = [item for item in first if item.kind is Kind.FOUNDATION]
    now, soon = (
        [i for i in laid if i.period == period] for period in (years.explore, years.prepare)
    )
    begun = [item for item in first if item.kind is Kind.INTERVENTION]
    label = years.label(1)
    lines = [
        *_exploring(case, plan, years),
        *_line(case, label, years.explore, EXPLORE, "plan-cal-build", now),
        *_line(case, label, years.prepare, PREPARE, "plan-cal-build", soon),
        *_line(case, label, years.prepare, PREPARE, "plan-cal-train", _trained(case, first)),
        *_line(case, label, years.deliver, DELIVER, "plan-cal-start", begun),
    ]
    lines += _school_plan(case, years, 1)
    if first:
        review = _review(case, begun or laid, years)
        lines.append(_back(case, label, review, "plan-cal-review"))
        if review != years.sustain:
            lines.append(_back(case, label, years.sustain, "plan-cal-yearly"))
    for year in range(2, case.knowledge.limits.years + 1):
        lines += _asking(case, plan, years.label(year), None)
        lines += _school_plan(case, years, year)
        lines += _later_year(case, [i for i in dated if i.year == year], years.label(year))
        if dated:
            lines.append(_back(case, years.label(year), None, "plan-cal-yearly"))
    return tuple(lines)


def _review(case: Case, items: list[Item], years: SchoolYears) -> str:
    """The first period that begins three months or more after the first start, or the last one."""
    begins = min(item.begins for item in items if item.begins is not None)
    soon = months_later(begins, REVIEW_AFTER)
    periods = case.knowledge.catalogue.periods
    late = (p for p in years.periods if years.first_day(1, periods[p]) >= soon)
    return next(late, years.sustain)


def _back(case: Case, label: str, period: str | None, key: str) -> CalendarLine:
    """The moment to look back and decide: three to six months after the start, and every year."""
    return CalendarLine(label, period, SUSTAIN, case.word(key), ())


def _asking(case: Case, plan: Plan, label: str, period: str | None) -> list[CalendarLine]:
    """Who must say yes is asked first, for what begins later in that later year."""
    before = None if period is not None else label
    if all(line.before != before for line in plan.approvals):
        return []
    phase = EXPLORE if period is not None else PREPARE
    return [CalendarLine(label, period, phase, case.word("plan-cal-approval"), ())]


def _school_plan(case: Case, years: SchoolYears, year: int) -> list[CalendarLine]:
    """A new school plan is written in the school year before the one in which it begins."""
    begins = case.said(Measures.PLAN_YEAR)
    if begins != years.first + year:
        return []
    what = case.word("plan-cal-school-plan").fill(year=str(begins))
    return [
        CalendarLine(years.label(year), years.sustain if year == 1 else None, SUSTAIN, what, ())
    ]


def _exploring(case: Case, plan: Plan, years: SchoolYears) -> list[CalendarLine]:
    """Explore: the causes inside the school, what is not known yet, what ends, how it is now."""
    label, period = years.label(1), years.explore
    lines = []
    raised = case.profile.raised()
    if raised:
        first = [need for need in raised if need.first] or raised[:1]
        names = (case.knowledge.catalogue.needs[need.id].name for need in first)
        what = case.word("plan-cal-look").fill(needs=_in_row(names))
        lines.append(CalendarLine(label, period, EXPLORE, what, ()))
    unclear = [item for item in plan.combination if item.status is Status.FIND_OUT]
    lines += _line(case, label, period, EXPLORE, "plan-cal-find-out", unclear)
    for decision, key in (
        (Decision.LET_END, "plan-cal-end"),
        (Decision.CHANGE_FORM, "plan-cal-change"),
    ):
        found = [line.name for line in plan.existing if line.decision is decision]
        if found:
            what = case.word(key).fill(items=_in_row(found))
            lines.append(CalendarLine(label, period, EXPLORE, what, ()))
    if plan.monitoring.goals:
        lines.append(CalendarLine(label, period, EXPLORE, case.word("plan-cal-measure"), ()))
    lines += _asking(case, plan, label, period)
    if not raised:
        lines.append(CalendarLine(label, period, EXPLORE, case.word("plan-cal-talk"), ()))
    return lines


def _line(
    case: Case, label: str, period: str | None, phase: str, key: str, items: list[Item]
) -> list[CalendarLine]:
    """One entry for these items; nothing when there are none."""
    if not items:
        return []
    ids = tuple(item.id for item in items)
    return [CalendarLine(label, period, phase, _named(case, key, items), ids)]


def _trained(case: Case, items: list[Item]) -> list[Item]:
    """What asks team training this year; that comes before it is delivered."""
    capacity = case.profile.room("half-days").id
    return [item for item in items if any(item.load.get(capacity, ()))]


def _later_year(case: Case, items: list[Item], label: str) -> list[CalendarLine]:
    laid = [item for item in items if item.kind is Kind.FOUNDATION]
    begun = [item for item in items if item.kind is Kind.INTERVENTION]
    return [
        *_line(case, label, None, PREPARE, "plan-cal-build", laid),
        *_line(case, label, None, PREPARE, "plan-cal-train", _trained(case, begun)),
        *_line(case, label, None, DELIVER, "plan-cal-start", begun),
    ]


def _named(case: Case, key: str, items: list[Item]) -> Text:
    """The items behind a sentence."""
    return case.word(key).fill(items=_in_row(item.name for item in items))


def _in_row(names: Iterable[Text]) -> Text:
    """Names after each other; they hold commas, so semicolons stand between them."""
    every = tuple(name.inside() for name in names)
    return Text("; ".join(name.nl for name in every), "; ".join(name.en for name in every))
