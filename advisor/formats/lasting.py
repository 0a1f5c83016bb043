"""The plan on what makes it last: the ten checks, and what keeps the plan from passing them."""

from __future__ import annotations

from advisor.formats.depths import Section
from advisor.formats.notes import Notes
from advisor.formats.voice import Voice, bullets, paragraphs, sentence, table
from advisor.model.lines import LastingLine, Passed, WeakPointLine
from advisor.model.plan import Plan

_SHOWN = ((10, 20), (10, 20), (10, 3), (5, 2), (0, 1))
"""The weak checks and the other weak points that stand in the plan, from full to brief."""


def lasting_section(plan: Plan, notes: Notes, voice: Voice) -> Section:
    """Weak checks and weak points, each with a repair; the other checks in a line."""
    failed = [line for line in plan.lasting if line.state is Passed.WEAK]
    sharper = {p.check: p for p in plan.weak_points if p.check in {line.id for line in failed}}
    # What a rule says of this school goes before what holds for every school with this answer.
    ordered = sorted(failed, key=lambda line: line.id not in sharper)
    full, brief = (
        [_row(line, sharper.get(line.id), plan, notes, voice, why) for line in ordered]
        for why in (True, False)
    )
    points = [_point(p, notes, voice) for p in plan.weak_points if p not in sharper.values()]
    rest = [_in_one_line(plan, state, voice) for state in (Passed.UNKNOWN, Passed.PASSED)]
    head = [voice.word("col-not-yet"), voice.word("col-repair")]
    variants: list[str] = []
    for most, most_points in _SHOWN:
        names = "; ".join(voice.inside(line.name) for line in ordered[most:])
        more = voice.word("lasting-more", names=names) if names else ""
        lines = bullets([*points[:most_points], more, *rest])
        variants.append(paragraphs(table(head, (brief if variants else full)[:most]), lines))
    whole = paragraphs(voice.word("lasting-key"), variants[0])
    return Section("lasting", f"## {voice.word('plan-lasting')}", (whole, *variants[1:]))


def _row(
    line: LastingLine,
    point: WeakPointLine | None,
    plan: Plan,
    notes: Notes,
    voice: Voice,
    with_why: bool,
) -> list[str]:
    """A weak check with its repair: from a rule, by a foundation, or the general one."""
    name = voice.say(line.name) + notes.mark("lasting", line.id)
    item = plan.item(line.by) if line.by is not None else None
    if point is not None:
        why = sentence(voice.say(point.text)) if with_why else ""
        told = f"{why} {sentence(voice.say(point.repair))}".strip()
        told += notes.mark("weak", point.reason.rule)
    elif item is not None:
        told = voice.word("repaired-by", item=voice.inside(item.name), year=item.start or "")
    else:
        told = sentence(voice.say(line.repair)) if line.repair is not None else ""
    return [name, told]


def _point(point: WeakPointLine, notes: Notes, voice: Voice) -> str:
    return (
        f"{sentence(voice.say(point.text))}{notes.mark('weak', point.reason.rule)} "
        f"{voice.word('repair', text=sentence(voice.say(point.repair)))}"
    )


def _in_one_line(plan: Plan, state: Passed, voice: Voice) -> str:
    names = [voice.inside(line.name) for line in plan.lasting if line.state is state]
    return voice.word(f"lasting-{state.value}", names="; ".join(names)) if names else ""
