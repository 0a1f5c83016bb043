"""A plan as Markdown in three depths; renders on GitHub and imports into Word."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.formats.annex import render_annex
from advisor.formats.approach import foundations_section, types_section, use_section
from advisor.formats.calendar import calendar_section
from advisor.formats.depths import Depth, Section, fit
from advisor.formats.equal import equal_section
from advisor.formats.existing import existing_section, notices_section, unknowns_section
from advisor.formats.lasting import lasting_section
from advisor.formats.monitoring import monitoring_section
from advisor.formats.needs import look_section, needs_section, open_section
from advisor.formats.notes import Notes, number_notes
from advisor.formats.page import PAGE_GIVES_WAY, page_sections
from advisor.formats.partners import approvals_section, partners_section
from advisor.formats.questions import questions_section
from advisor.formats.respondents import differences_section
from advisor.formats.voice import Voice
from advisor.model.knowledge import Knowledge
from advisor.model.plan import Plan
from advisor.texts import Lang

PLAN_GIVES_WAY = (
    # Words of help, and what the annex tells as well.
    *("questions", "unknowns", "monitoring", "foundations", "open", "look", "types", "needs"),
    *("differences", "unknowns", "lasting", "questions", "open", "foundations", "existing"),
    # What is said more briefly.
    *("unknowns", "equal", "monitoring", "needs", "look", "partners", "differences", "existing"),
    *("use", "open", "types", "foundations", "needs", "look", "open", "open", "notices"),
    *("monitoring",),
    # What only very full plans leave to the annex.
    *("open", "notices", "equal", "lasting", "look", "equal", "unknowns", "monitoring"),
    *("differences", "questions", "lasting", "types", "foundations", "open", "partners"),
    *("questions", "calendar", "differences", "equal", "monitoring", "existing", "lasting"),
)
"""Which part of the plan becomes briefer first, and so on, until the plan fits."""


def render(plan: Plan, knowledge: Knowledge, lang: Lang, annex: bool) -> str:
    """The page and the plan within their limits of words, and on request the annex."""
    voice = Voice(knowledge, lang)
    notes = number_notes(plan, shown=annex)
    others = [Voice(knowledge, other) for other in Lang if other is not lang]
    page, body = (
        fit(parts(plan, notes, voice), [parts(plan, notes, one) for one in others], depth, order)
        for parts, depth, order in (
            (page_sections, Depth.PAGE, PAGE_GIVES_WAY),
            (plan_sections, Depth.PLAN, PLAN_GIVES_WAY),
        )
    )
    depths = {Depth.PAGE: page.text, Depth.PLAN: body.text}
    if annex:
        shortened = (*page.shortened, *body.shortened)
        depths[Depth.ANNEX] = render_annex(plan, notes, shortened, voice)
    parts = [f"{depth.marker}\n\n{text}" for depth, text in depths.items()]
    return "\n\n".join(parts) + "\n"


def plan_sections(plan: Plan, notes: Notes, voice: Voice) -> Sequence[Section]:
    """The parts of the plan, in order."""
    told = voice.word("plan-numbers") if notes.shown else ""
    return (
        Section("start", "", (f"# {voice.word('plan')}\n\n{told}",)),
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
        approvals_section(plan, notes, voice),
        calendar_section(plan, voice),
        monitoring_section(plan, notes, voice),
        partners_section(plan, notes, voice),
        open_section(plan, voice),
        unknowns_section(plan, voice),
        notices_section(plan, notes, voice),
    )
