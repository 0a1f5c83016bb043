"""The calendar: year one by period, later years as a whole, in four phases."""

from __future__ import annotations

from advisor.engine.reasons import Case
from advisor.engine.schoolyear import SchoolYears
from advisor.model.combination import Status
from advisor.model.lines import CalendarLine, Item, Kind
from advisor.texts import Text

EXPLORE, PREPARE, DELIVER, SUSTAIN = "explore", "prepare", "deliver", "sustain"


def draw_calendar(
    case: Case, items: tuple[Item, ...], years: SchoolYears
) -> tuple[CalendarLine, ...]:
    """What happens when. Without a date in the combination there is only what needs no hours."""
    dated = [item for item in items if item.start is not None]
    first = [item for item in dated if item.year == 1]
    lines = [
        *_exploring(case, items, years),
        *_lines(case, years, first, Kind.FOUNDATION, PREPARE, "plan-cal-build"),
        *_lines(case, years, _trained(case, first), None, PREPARE, "plan-cal-train"),
        *_lines(case, years, first, Kind.INTERVENTION, DELIVER, "plan-cal-start"),
        *_review(case, dated, years),
    ]
    for year in range(2, case.knowledge.limits.years + 1):
        lines += _later_year(case, [i for i in dated if i.year == year], years.label(year), year)
        if dated:
            lines.append(_yearly(case, dated, years.label(year)))
    return tuple(lines)


def _exploring(case: Case, items: tuple[Item, ...], years: SchoolYears) -> list[CalendarLine]:
    """Explore: the causes inside the school, and what is not known yet."""
    label, period = years.label(1), years.explore
    lines = []
    raised = case.profile.raised()
    if raised:
        name = case.knowledge.catalogue.needs[raised[0].id].name
        what = case.word("plan-cal-look").fill(need=name)
        lines.append(CalendarLine(label, period, EXPLORE, what, ()))
    unclear = [item for item in items if item.status is Status.FIND_OUT]
    if unclear:
        what = _named(case, "plan-cal-find-out", unclear)
        lines.append(CalendarLine(label, period, EXPLORE, what, tuple(i.id for i in unclear)))
    if not raised:
        lines.append(CalendarLine(label, period, EXPLORE, case.word("plan-cal-talk"), ()))
    return lines


def _lines(
    case: Case, years: SchoolYears, items: list[Item], kind: Kind | None, phase: str, key: str
) -> list[CalendarLine]:
    chosen = [item for item in items if kind is None or item.kind is kind]
    if not chosen:
        return []
    period = years.prepare if phase == PREPARE else years.deliver
    what = _named(case, key, chosen)
    return [CalendarLine(years.label(1), period, phase, what, tuple(i.id for i in chosen))]


def _trained(case: Case, items: list[Item]) -> list[Item]:
    """What asks team training this year; that comes before it is delivered."""
    capacity = next(c.id for c in case.profile.capacities.values() if c.unit == "half-days")
    return [item for item in items if any(item.load.get(capacity, ()))]


def _review(case: Case, dated: list[Item], years: SchoolYears) -> list[CalendarLine]:
    """A review three to six months after the start, and the decision for next year."""
    if not dated:
        return []
    what = case.word("plan-cal-review")
    return [CalendarLine(years.label(1), years.sustain, SUSTAIN, what, ())]


def _later_year(case: Case, items: list[Item], label: str, year: int) -> list[CalendarLine]:
    lines = []
    for kind, phase, key in (
        (Kind.FOUNDATION, PREPARE, "plan-cal-build"),
        (Kind.INTERVENTION, DELIVER, "plan-cal-start"),
    ):
        chosen = [item for item in items if item.kind is kind]
        if chosen:
            ids = tuple(i.id for i in chosen)
            lines.append(CalendarLine(label, None, phase, _named(case, key, chosen), ids))
    return lines


def _yearly(case: Case, dated: list[Item], label: str) -> CalendarLine:
    return CalendarLine(label, None, SUSTAIN, case.word("plan-cal-yearly"), ())


def _named(case: Case, key: str, items: list[Item]) -> Text:
    names = Text.join(tuple(item.name for item in items), case.word("plan-and"))
    return case.word(key).fill(items=names)
