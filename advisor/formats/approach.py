"""The plan, what the school builds: the types part by part, the foundations, and what it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from advisor.formats.calendar import name_period
from advisor.formats.depths import Section
from advisor.formats.notes import Notes
from advisor.formats.page import role, since
from advisor.formats.voice import Voice, bullets, capital, paragraphs, sentence, table
from advisor.model.combination import IN_PLACE, Status
from advisor.model.lines import Item, Kind, UseLine
from advisor.model.plan import Plan, hours_of_actions


def types_section(plan: Plan, notes: Notes, voice: Voice) -> Section:
    """The types of the combination: from when, by whom, what they ask, what to guard."""
    types = [item for item in plan.combination if item.kind is Kind.INTERVENTION]
    full = bullets(_type(item, plan, notes, voice, True) for item in _guarded_once(types))
    brief = bullets(_type(item, plan, notes, voice, False) for item in _guarded_once(types))
    told = [i for i in types if i.start is not None or i.safeguards or i.status is Status.FIND_OUT]
    rest = "; ".join(voice.inside(item.name) for item in types if item not in told)
    least = [_type(item, plan, notes, voice, False) for item in _guarded_once(told)]
    bare = [_bare(item, plan, notes, voice) for item in _guarded_once(told)]
    for lines in (least, bare) if rest else ():
        lines.append(voice.word("types-rest", names=rest))
    variants = (full, brief, bullets(least), bullets(bare))
    return Section("types", f"## {voice.word('plan-types')}", variants)


def _bare(item: Item, plan: Plan, notes: Notes, voice: Voice) -> str:
    """From when an item counts and what to guard, without its first step."""
    named = (
        f"**{voice.say(item.name)}**{notes.mark('item', item.id)}: {_starts(item, plan, voice)}."
    )
    guards = (voice.word("guard", text=sentence(voice.say(text))) for _, text in item.safeguards)
    return " ".join([named, *guards])


def _guarded_once(items: Iterable[Item]) -> Iterator[Item]:
    """The items, each safeguard only with the first item that it goes with."""
    seen: set[str] = set()
    for item in items:
        fresh = tuple((harm, text) for harm, text in item.safeguards if harm not in seen)
        seen |= {harm for harm, _ in fresh}
        yield replace(item, safeguards=fresh)


def _type(item: Item, plan: Plan, notes: Notes, voice: Voice, full: bool) -> str:
    begins = item.start is not None
    told = [
        f"**{voice.say(item.name)}**{notes.mark('item', item.id)}: {role(item, plan, voice)}; "
        f"{_starts(item, plan, voice)}."
    ]
    asked = _load(item, plan, voice)
    told.append(voice.word("asks", load=asked) if asked else "")
    if begins or item.load:
        told.append(voice.word("first-step", step=sentence(voice.say(item.first_step))))
    if full and begins:
        told.append(voice.word("done", done=sentence(voice.say(item.done))))
    told += [voice.word("guard", text=sentence(voice.say(text))) for _, text in item.safeguards]
    told += [sentence(voice.say(text)) for text in item.together] if full else []
    return " ".join(part for part in told if part)


def _starts(item: Item, plan: Plan, voice: Voice) -> str:
    if item.start is None:
        return since(item, plan, voice)
    # Nothing begins with pupils in a period that is under way.
    when = f" ({name_period(item.period, None, voice)})" if item.period is not None else ""
    return voice.word("starts", year=item.start) + when


def _load(item: Item, plan: Plan, voice: Voice) -> str:
    """What an item asks in its first year."""
    units = {use.capacity: use.unit for use in plan.use}
    index = max((item.year or 1) - 1, 0)
    asked = {c: years[index] for c, years in item.load.items() if len(years) > index}
    return voice.listed(voice.counted(units[c], n) for c, n in asked.items() if n and c in units)


def foundations_section(plan: Plan, notes: Notes, voice: Voice) -> Section:
    """The foundations: what each is, who builds it, from when, in how many hours, first step."""
    keys = ("foundation", "from", "who", "hours", "step", "done")
    head = [voice.word(f"col-{key}") for key in keys]
    found = [item for item in plan.combination if item.kind is Kind.FOUNDATION]
    rows = [_foundation(item, plan, notes, voice, True) for item in found]
    bare = [_foundation(item, plan, notes, voice, False) for item in found]
    first = [i for i in found if i.year == 1 or i.year == IN_PLACE]
    soon = [row[:-1] for row, item in zip(bare, found, strict=True) if item in first]
    later = _later([item for item in found if item not in first], plan, notes, voice)
    tables = (
        table(head, rows),
        table(head[:-1], [row[:-1] for row in rows]),
        table(head[:-1], [row[:-1] for row in bare]),
        paragraphs(table(head[:-1], soon), later),
        paragraphs(table(head[:4], [row[:4] for row in soon]), later),
    )
    key = voice.word("foundations-key") if found else ""
    variants = (*(paragraphs(key, told) for told in tables[:2]), *tables[2:])
    return Section("foundations", f"## {voice.word('plan-foundations')}", variants)


def _later(items: Iterable[Item], plan: Plan, notes: Notes, voice: Voice) -> str:
    """The foundations of later years and those without a date, in a line each year."""
    by_year: dict[str, list[str]] = {}
    for item in items:
        mark = notes.mark("item", item.id)
        named = voice.word(
            "foundation-later",
            item=voice.inside(item.name) + mark,
            who=voice.say(item.who),
            hours=_hours(item, voice),
        )
        by_year.setdefault(since(item, plan, voice), []).append(named)
    return bullets(
        voice.word("foundations-later", since=capital(when), items="; ".join(named))
        for when, named in by_year.items()
    )


def _foundation(item: Item, plan: Plan, notes: Notes, voice: Voice, with_what: bool) -> list[str]:
    name = f"**{voice.say(item.name)}**{notes.mark('item', item.id)}"
    return [
        f"{name}: {voice.inside(item.what)}" if with_what else name,
        since(item, plan, voice),
        voice.say(item.who),
        _hours(item, voice),
        voice.say(item.first_step),
        voice.say(item.done) if item.year != IN_PLACE else voice.word("since-in-place"),
    ]


def _hours(item: Item, voice: Voice) -> str:
    """The hours of the first year and of each later one; of what is in place its upkeep alone."""
    first, later = voice.knowledge.catalogue.foundations[item.id].load.hours
    if item.year == IN_PLACE:
        kept = any(any(years) for years in item.load.values())
        return voice.word("hours-yearly", n=later) if kept else voice.word("hours-none")
    if not first and not later:
        return voice.word("hours-within")
    return voice.word("hours-then", n=first, later=later)


def use_section(plan: Plan, voice: Voice) -> Section:
    """What each school year asks of the room there is."""
    years = list(dict.fromkeys(use.year for use in plan.use))
    head = [voice.word("col-room"), *years]
    told_of = {use.capacity for use in plan.use}
    order = [c for c in voice.knowledge.catalogue.capacities if c in told_of]
    by_capacity = ([u for u in plan.use if u.capacity == c] for c in order)
    rooms = [uses for uses in by_capacity if any(use.asked for use in uses)]
    rows = [_use_row(uses, voice) for uses in rooms]
    assumed = any(use.assumed for uses in rooms for use in uses)
    note = voice.word("use-assumed") if assumed else ""
    hours = hours_of_actions(plan.implementation) if rows else 0
    told = voice.counted("hours", hours)
    actions = voice.word("use-actions", year=years[0], hours=told) if hours and years else ""
    brief = paragraphs(table(head, rows), actions, note)
    full = paragraphs(brief, voice.word("use-key")) if rows else brief
    return Section("use", f"## {voice.word('plan-use')}", (full, brief))


def _use_row(uses: Sequence[UseLine], voice: Voice) -> list[str]:
    entry = voice.knowledge.catalogue.capacities[uses[0].capacity]
    name = voice.say(entry.name) + (" *" if uses[0].assumed else "")
    return [name, *(voice.word("use-of", n=u.asked, of=u.available) for u in uses)]
