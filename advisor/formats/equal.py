"""The plan on equal opportunities: per circumstance now and later, and care with what is chosen."""

from __future__ import annotations

from advisor.formats.depths import Section
from advisor.formats.notes import Notes
from advisor.formats.voice import Voice, bullets, first_sentence, paragraphs, sentence, table
from advisor.model.plan import Plan


def equal_section(plan: Plan, notes: Notes, voice: Voice) -> Section:
    """Per reported circumstance what to do now and later; what may widen gaps, and the cure."""
    head = [voice.word(f"col-{key}") for key in ("circumstance", "now", "later")]
    rows = [
        [
            voice.say(one.name) + notes.mark("circumstance", one.id),
            voice.say(one.now),
            voice.say(one.later),
        ]
        for one in plan.equal_opportunities
    ]
    brief = [[row[0], *(first_sentence(text) for text in row[1:])] for row in rows]
    names = "; ".join(row[0] for row in rows)
    named = voice.word("in-annex", names=names) if rows else ""
    full = table(head, rows)
    variants = (
        paragraphs(full, _fair(plan, notes, voice)),
        full,
        table(head, brief),
        table(head[:2], [row[:2] for row in brief]),
        named,
    )
    return Section("equal", f"## {voice.word('plan-equal')}", variants)


def _fair(plan: Plan, notes: Notes, voice: Voice) -> str:
    lines = [
        f"**{voice.say(line.name)}**{notes.mark('fair', line.item)}: "
        f"{sentence(voice.say(line.text))}"
        for line in plan.fair
    ]
    return paragraphs(voice.word("fair-intro"), bullets(lines)) if lines else ""
