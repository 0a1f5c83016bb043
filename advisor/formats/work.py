"""The plan, what to do: types, foundations, the five questions, lasting, calendar, partners."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from advisor.formats.depths import Section
from advisor.formats.grounds import show_grounds
from advisor.formats.notes import Notes
from advisor.formats.page import role, since
from advisor.formats.voice import Voice, bullets, paragraphs, sentence, table
from advisor.model.combination import Status
from advisor.model.lines import CalendarLine, Item, Kind, LastingLine, Passed, QuestionLine, UseLine
from advisor.model.plan import Plan

_ALL = 99
_FEWER_ACTIONS = (2, 1)
_FEW_PARTNERS = 2
_REPAIRS = ((10, 20), (5, 20), (3, 20), (0, 20), (0, 3), (0, 1))
"""The repairs of checks and the weak points that stand in the plan, from full to brief."""


def types_section(plan: Plan, notes: Notes, voice: Voice) -> Section:
    """The types of the combination: from when, by whom, what they ask, what to guard."""
    types = [item for item in plan.combination if item.kind is Kind.INTERVENTION]
    full = bullets(_type(item, plan, notes, voice, True) for item in types)
    brief = bullets(_type(item, plan, notes, voice, False) for item in types)
    told = [i for i in types if i.start is not None or i.safeguards or i.status is Status.FIND_OUT]
    rest = "; ".join(voice.inside(item.name) for item in types if item not in told)
    least = [_type(item, plan, notes, voice, False) for item in _guarded_once(told)]
    bare = [_bare(item, plan, notes, voice) for item in _guarded_once(told)]
    for lines in (least, bare) if rest else ():
        lines.append(voice.word("types-rest", names=rest))
    variants = (full, brief, bullets(least), bullets(bare))
    return Section(f"## {voice.word('plan-types')}", variants, (6, 25, 32))


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
    when = f" ({_period(item.period, None, voice)})" if item.period is not None else ""
    return voice.word("starts", year=item.start) + when


def _period(period: str, under_way: str | None, voice: Voice) -> str:
    """The name of a period, or of what is left of it."""
    found = voice.knowledge.catalogue.periods[period]
    return voice.say(found.rest if period == under_way else found.name)


def _load(item: Item, plan: Plan, voice: Voice) -> str:
    """What an item asks in its first year."""
    units = {use.capacity: use.unit for use in plan.use}
    index = max((item.year or 1) - 1, 0)
    asked = {c: years[index] for c, years in item.load.items() if len(years) > index}
    return voice.listed(voice.counted(units[c], n) for c, n in asked.items() if n and c in units)


def questions_section(plan: Plan, notes: Notes, voice: Voice) -> Section:
    """The five questions: where the school stands, and the actions of year one."""
    head = [voice.word(f"col-{key}") for key in ("what", "who", "when", "done")]
    states = bullets(_state(question, notes, voice, True) for question in plan.implementation)
    named = bullets(_state(question, notes, voice, False) for question in plan.implementation)
    first = [voice.word("col-question")]
    done = [q for q in plan.implementation if not q.actions]
    actions = table(first + head, _rows(plan, _ALL, voice))
    least = bullets(_state(question, notes, voice, False) for question in done)
    fewer = (table(first + head, _rows(plan, most, voice)) for most in _FEWER_ACTIONS)
    variants = (
        paragraphs(states, actions),
        paragraphs(named, actions),
        *(paragraphs(least, told) for told in (actions, *fewer)),
    )
    return Section(f"## {voice.word('plan-questions')}", variants, (3, 14, 24, 28))


def _state(question: QuestionLine, notes: Notes, voice: Voice, with_answers: bool) -> str:
    mark = notes.mark("question", question.id)
    state = voice.word(f"state-{question.state.value}")
    told = f"**{voice.say(question.question)}**{mark} {sentence(state)}"
    if not with_answers or not question.grounds:
        return told
    return f"{told} {sentence(show_grounds(question.grounds, voice))}"


def _rows(plan: Plan, most: int, voice: Voice) -> list[list[str]]:
    return [row for q in plan.implementation for row in _actions(q, plan, voice)[:most]]


def _actions(question: QuestionLine, plan: Plan, voice: Voice) -> list[list[str]]:
    return [
        [
            _named(question, voice) if index == 0 else "",
            voice.say(action.what),
            voice.say(action.role),
            _period(action.period, plan.under_way, voice)
            if action.period
            else voice.word("no-period"),
            voice.say(action.done),
        ]
        for index, action in enumerate(question.actions)
    ]


def _named(question: QuestionLine, voice: Voice) -> str:
    return f"{voice.say(question.name)} ({voice.word(f'state-{question.state.value}')})"


def lasting_section(plan: Plan, notes: Notes, voice: Voice) -> Section:
    """What may keep the plan from lasting, each with a repair; what is fine in one line."""
    failed = [line for line in plan.lasting if line.state is Passed.WEAK]
    weak = [_weak(line, notes, voice) for line in failed]
    points = [
        f"{sentence(voice.say(point.text))}{notes.mark('weak', point.reason.rule)} "
        f"{voice.word('repair', text=sentence(voice.say(point.repair)))}"
        for point in plan.weak_points
    ]
    rest = [_in_one_line(plan, state, voice) for state in (Passed.UNKNOWN, Passed.PASSED)]
    variants = []
    for most, most_points in _REPAIRS:
        names = "; ".join(voice.inside(line.name) for line in failed[most:])
        more = voice.word("lasting-more", names=names) if names else ""
        intro = voice.word("lasting-weak") if weak[:most] else ""
        told = (bullets(points[:most_points]), intro, bullets([*weak[:most], more, *rest]))
        variants.append(paragraphs(*told))
    return Section(f"## {voice.word('plan-lasting')}", tuple(variants), (2, 10, 15, 20, 35))


def _weak(line: LastingLine, notes: Notes, voice: Voice) -> str:
    repair = sentence(voice.say(line.repair)) if line.repair is not None else ""
    return f"**{voice.say(line.name)}**{notes.mark('lasting', line.id)}: {repair}"


def _in_one_line(plan: Plan, state: Passed, voice: Voice) -> str:
    names = [voice.inside(line.name) for line in plan.lasting if line.state is state]
    return voice.word(f"lasting-{state.value}", names="; ".join(names)) if names else ""


def equal_section(plan: Plan, notes: Notes, voice: Voice) -> Section:
    """Per reported circumstance what to do now and later."""
    head = [voice.word(f"col-{key}") for key in ("circumstance", "now", "later")]
    rows = [
        [
            voice.say(one.name) + notes.mark("circumstance", one.id),
            voice.say(one.now),
            voice.say(one.later),
        ]
        for one in plan.equal_opportunities
    ]
    brief = table(head[:2], [row[:2] for row in rows])
    least = table(head[:2], [[row[0], _first_sentence(row[1])] for row in rows])
    names = "; ".join(row[0] for row in rows)
    named = voice.word("in-annex", names=names) if rows else ""
    variants = (table(head, rows), brief, least, named)
    return Section(f"## {voice.word('plan-equal')}", variants, (18, 20, 23))


def _first_sentence(text: str) -> str:
    return text.partition(". ")[0].rstrip(".") + "."


def foundations_section(plan: Plan, notes: Notes, voice: Voice) -> Section:
    """The foundations with the step to take, and what the whole asks a school year."""
    head = [voice.word(f"col-{key}") for key in ("foundation", "from", "who", "step", "done")]
    found = [item for item in plan.combination if item.kind is Kind.FOUNDATION]
    rows = [
        [
            voice.say(item.name) + notes.mark("item", item.id),
            since(item, plan, voice),
            voice.say(item.who),
            voice.say(item.first_step),
            voice.say(item.done) if item.year != 0 else "",
        ]
        for item in found
    ]
    brief = table(head[:-1], [row[:-1] for row in rows])
    dated = [r[:-1] for r, item in zip(rows, found, strict=True) if item.year is not None]
    undated = "; ".join(voice.inside(item.name) for item in found if item.year is None)
    rest = voice.word("foundations-no-date", names=undated) if undated else ""
    short = paragraphs(table(head[:-1], dated), rest)
    least = paragraphs(table(head[:3], [row[:3] for row in dated]), rest)
    key = voice.word("foundations-key") if found else ""
    variants = (*(paragraphs(key, told) for told in (table(head, rows), brief, short)), least)
    return Section(f"## {voice.word('plan-foundations')}", variants, (4, 13, 27))


def use_section(plan: Plan, voice: Voice) -> Section:
    """What each school year asks of the room there is."""
    years = list(dict.fromkeys(use.year for use in plan.use))
    head = [voice.word("col-room"), *years]
    told_of = {use.capacity for use in plan.use}
    order = [c for c in voice.knowledge.catalogue.capacities if c in told_of]
    by_capacity = ([u for u in plan.use if u.capacity == c] for c in order)
    rows = [_use_row(u, voice) for u in by_capacity if any(x.asked or x.available for x in u)]
    assumed = any(use.assumed for use in plan.use)
    note = voice.word("use-assumed") if assumed else ""
    full = paragraphs(table(head, rows), note, voice.word("use-key"))
    return Section(
        f"## {voice.word('plan-use')}", (full, paragraphs(table(head, rows), note)), (23,)
    )


def _use_row(uses: Sequence[UseLine], voice: Voice) -> list[str]:
    entry = voice.knowledge.catalogue.capacities[uses[0].capacity]
    name = voice.say(entry.name) + (" *" if uses[0].assumed else "")
    return [name, *(voice.word("use-of", n=u.asked, of=u.available) for u in uses)]


def calendar_section(plan: Plan, voice: Voice) -> Section:
    """Year one by period, later years as a table."""
    first = [line for line in plan.calendar if line.period is not None]
    later = [line for line in plan.calendar if line.period is None]
    head = [voice.word(f"col-{key}") for key in ("when", "phase", "calendar-what")]
    year = [voice.word("calendar-year", year=first[0].year)] if first else []
    near = paragraphs(*year, table(head, _calendar_rows(first, plan, voice)))
    after = voice.word("calendar-later") if later else ""
    full = paragraphs(near, after, table(head, _calendar_rows(later, plan, voice)))
    return Section(f"## {voice.word('plan-calendar')}", (full, near), (29,))


def _calendar_rows(lines: Iterable[CalendarLine], plan: Plan, voice: Voice) -> list[list[str]]:
    catalogue = voice.knowledge.catalogue
    when: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        named = _period(line.period, plan.under_way, voice) if line.period else line.year
        phase = voice.say(catalogue.phases[line.phase].name)
        when.setdefault((phase, voice.say(line.what)), []).append(named)
    return [[voice.listed(found), phase, what] for (phase, what), found in when.items()]


def monitoring_section(plan: Plan, voice: Voice) -> Section:
    """What to measure and where the figures already are."""
    head = [voice.word(f"col-{key}") for key in ("for", "indicator", "data")]
    rows = [
        [voice.say(line.name), voice.say(line.indicator), voice.say(line.data)]
        for line in plan.monitoring
    ]
    variants = (table(head, rows), table(head, rows[:3]))
    return Section(f"## {voice.word('plan-monitoring')}", variants, (19,))


def partners_section(plan: Plan, notes: Notes, voice: Voice) -> Section:
    """Whom to ask for what."""
    lines = [
        f"**{sentence(voice.say(p.name)).rstrip('.')}**{notes.mark('partner', p.id)}: "
        f"{sentence(voice.say(p.ask))}"
        for p in plan.partners
    ]
    brief = bullets(lines[:_FEW_PARTNERS])
    return Section(f"## {voice.word('plan-partners')}", (bullets(lines), brief), (34,))
