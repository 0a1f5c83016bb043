"""How to read a plan, and what it cannot do: the same for every school of a kind."""

from __future__ import annotations

from advisor.formats.voice import Voice, bullets
from advisor.model.plan import Plan
from advisor.model.questionnaire import Measures

_LIMITS = ("best", "cannot", "abroad", "read", "estimate", "people")


def limits(plan: Plan, voice: Voice) -> str:
    """How to read the plan and what it cannot do."""
    told = [voice.word(f"limits-{key}") for key in _LIMITS]
    option = voice.knowledge.questionnaire.measuring(Measures.SECTOR)[0].option(plan.sector or "")
    # No evidence of its own: what is known of pupils of these ages elsewhere is read instead.
    if option is not None and option.id not in option.reads:
        told.append(voice.word("limits-so"))
    own = [voice.say(one.name) for one in voice.knowledge.own]
    told += [voice.word("limits-own", names=voice.listed(own))] if own else []
    return bullets(told)
