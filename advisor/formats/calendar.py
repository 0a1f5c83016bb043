"""The plan, when: year one by period, the years after, in four phases."""

from __future__ import annotations

from collections.abc import Iterable

from advisor.formats.depths import Section
from advisor.formats.voice import Voice, paragraphs, sentence, table
from advisor.model.lines import CalendarLine
from advisor.model.plan import Plan


def calendar_section(plan: Plan, voice: Voice) -> Section:
    """Year one by period, later years as a table."""
    first = [line for line in plan.calendar if line.period is not None]
    later = [line for line in plan.calendar if line.period is None]
    head = [voice.word(f"col-{key}") for key in ("when", "phase", "calendar-what")]
    year = [voice.word("calendar-year", year=first[0].year)] if first else []
    near = paragraphs(*year, table(head, _rows(first, plan, voice)))
    after = voice.word("calendar-later") if later else ""
    full = paragraphs(near, after, table(head, _rows(later, plan, voice)))
    return Section("calendar", f"## {voice.word('plan-calendar')}", (full, near))


def _rows(lines: Iterable[CalendarLine], plan: Plan, voice: Voice) -> list[list[str]]:
    """A row for each phase of a period; years in which the same happens share a row."""
    told: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        when = name_period(line.period, plan.under_way, voice) if line.period else line.year
        phase = voice.say(voice.knowledge.catalogue.phases[line.phase].name)
        told.setdefault((when, phase), []).append(sentence(voice.say(line.what)))
    alike: dict[tuple[str, str], list[str]] = {}
    for (when, phase), what in told.items():
        alike.setdefault((phase, " ".join(what)), []).append(when)
    return [[voice.listed(when), phase, what] for (phase, what), when in alike.items()]


def name_period(period: str, under_way: str | None, voice: Voice) -> str:
    """The name of a period, or of what is left of it."""
    found = voice.knowledge.catalogue.periods[period]
    return voice.say(found.rest if period == under_way else found.name)
