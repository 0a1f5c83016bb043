"""The plan on others: who must say yes first, and which partner to ask what."""

from __future__ import annotations

from collections.abc import Iterable

from advisor.formats.depths import Section
from advisor.formats.notes import Notes
from advisor.formats.voice import Voice, bullets, capital, first_sentence, sentence
from advisor.model.plan import Plan
from advisor.model.together import PartnerLine

_FEW_PARTNERS = 2


def approvals_section(plan: Plan, notes: Notes, voice: Voice) -> Section:
    """Who must say yes, and to what; the same people once."""
    asked: dict[str, list[str]] = {}
    for line in plan.approvals:
        what = voice.inside(line.what)
        if line.before is not None:
            what = voice.word("approval-before", what=what, year=line.before)
        told = what + notes.mark("approval", line.reason.rule)
        asked.setdefault(capital(voice.say(line.who)), []).append(told)
    lines = [f"**{who}**: {'; '.join(what)}." for who, what in asked.items()]
    return Section("approvals", f"## {voice.word('plan-approvals')}", (bullets(lines),))


def partners_section(plan: Plan, notes: Notes, voice: Voice) -> Section:
    """Whom to ask for what; the annex has who comes after them."""
    lines = _asked(plan.partners, notes, voice)
    brief = [first_sentence(line) for line in lines]
    variants = (bullets(lines), bullets(brief), bullets(brief[:_FEW_PARTNERS]))
    return Section("partners", f"## {voice.word('plan-partners')}", variants)


def more_partners(plan: Plan, notes: Notes, voice: Voice) -> str:
    """The partners for whom the plan has no room."""
    return bullets(_asked(plan.more_partners, notes, voice))


def _asked(partners: Iterable[PartnerLine], notes: Notes, voice: Voice) -> list[str]:
    return [
        f"**{capital(voice.say(one.name))}{voice.own(one.id, 'partners')}**"
        f"{notes.mark('partner', one.id)}: {sentence(voice.say(one.ask))}"
        for one in partners
    ]
