"""A plan as Markdown in three depths; renders on GitHub and imports into Word."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.formats.annex import render_annex
from advisor.formats.depths import Depth, Section, fit
from advisor.formats.existing import existing_section, notices_section, unknowns_section
from advisor.formats.needs import look_section, needs_section, open_section
from advisor.formats.notes import Notes, number_notes
from advisor.formats.page import page_sections
from advisor.formats.respondents import differences_section
from advisor.formats.voice import Voice
from advisor.formats.work import (
    calendar_section,
    equal_section,
    foundations_section,
    lasting_section,
    monitoring_section,
    partners_section,
    questions_section,
    types_section,
    use_section,
)
from advisor.model.knowledge import Knowledge
from advisor.model.plan import Plan
from advisor.texts import Lang


def render(plan: Plan, knowledge: Knowledge, lang: Lang, annex: bool) -> str:
    """The page and the plan within their limits of words, and on request the annex."""
    voice = Voice(knowledge, lang)
    notes = number_notes(plan, shown=annex)
    others = [Voice(knowledge, other) for other in Lang if other is not lang]
    page, body = (
        fit(sections(plan, notes, voice), [sections(plan, notes, one) for one in others], depth)
        for sections, depth in ((page_sections, Depth.PAGE), (_plan_sections, Depth.PLAN))
    )
    depths = {Depth.PAGE: page.text, Depth.PLAN: body.text}
    if annex:
        shortened = (*page.shortened, *body.shortened)
        depths[Depth.ANNEX] = render_annex(plan, notes, shortened, voice)
    parts = [f"{depth.marker}\n\n{text}" for depth, text in depths.items()]
    return "\n\n".join(parts) + "\n"


def _plan_sections(plan: Plan, notes: Notes, voice: Voice) -> Sequence[Section]:
    told = voice.word("plan-numbers") if notes.shown else ""
    return (
        Section("", (f"# {voice.word('plan')}\n\n{told}",)),
        existing_section(plan, notes, voice),
        needs_section(plan, voice),
        differences_section(plan, voice),
        look_section(plan, voice),
        types_section(plan, notes, voice),
        questions_section(plan, notes, voice),
        lasting_section(plan, notes, voice),
        equal_section(plan, notes, voice),
        foundations_section(plan, notes, voice),
        use_section(plan, voice),
        calendar_section(plan, voice),
        monitoring_section(plan, voice),
        partners_section(plan, notes, voice),
        open_section(plan, voice),
        unknowns_section(plan, voice),
        notices_section(plan, notes, voice),
    )
