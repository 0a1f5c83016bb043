"""The plan on others: who must say yes first, and which partner to ask what."""

from __future__ import annotations

from advisor.formats.depths import Section
from advisor.formats.notes import Notes
from advisor.formats.voice import Voice, bullets, capital, sentence
from advisor.model.plan import Plan

_FEW_PARTNERS = 2


def approvals_section(plan: Plan, notes: Notes, voice: Voice) -> Section:
    """Who must say yes, and to what; the same people once."""
    asked: dict[str, list[str]] = {}
    for line in plan.approvals:
        told = voice.inside(line.what) + notes.mark("approval", line.reason.rule)
        asked.setdefault(capital(voice.say(line.who)), []).append(told)
    lines = [f"**{who}**: {'; '.join(what)}." for who, what in asked.items()]
    return Section("approvals", f"## {voice.word('plan-approvals')}", (bullets(lines),))


def partners_section(plan: Plan, notes: Notes, voice: Voice) -> Section:
    """Whom to ask for what; the annex has who comes after them."""
    lines = _asked(plan, notes, voice)[: voice.knowledge.limits.partners]
    brief = [line.partition(". ")[0].rstrip(".") + "." for line in lines]
    variants = (bullets(lines), bullets(brief), bullets(brief[:_FEW_PARTNERS]))
    return Section("partners", f"## {voice.word('plan-partners')}", variants)


def more_partners(plan: Plan, notes: Notes, voice: Voice) -> str:
    """The partners for whom the plan has no room."""
    return bullets(_asked(plan, notes, voice)[voice.knowledge.limits.partners :])


def _asked(plan: Plan, notes: Notes, voice: Voice) -> list[str]:
    return [
        f"**{capital(voice.say(one.name))}**{notes.mark('partner', one.id)}: "
        f"{sentence(voice.say(one.ask))}"
        for one in plan.partners
    ]
