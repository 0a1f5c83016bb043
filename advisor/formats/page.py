"""The page: what this school will do together and why, on one sheet."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.formats.depths import Section
from advisor.formats.escape import escape, shorten
from advisor.formats.existing import decision_key
from advisor.formats.notes import Notes
from advisor.formats.respondents import filled_in
from advisor.formats.voice import Voice, bullets, numbered, paragraphs, sentence, table
from advisor.model.combination import IN_PLACE, Decision, Status
from advisor.model.lines import Cover, Item, Kind, NeedLine
from advisor.model.plan import Plan
from advisor.texts import show_date, show_month

_STEPS = 3
_LINES = 3
LONGEST_NAME = 10
_ALL, _SHORT = 99, 4
_ROWS = (_ALL, 8, 7, 6, 5, 4, 3)
_UNSURE = 3
"""The items of which it is not known whether they can begin that are named on the page."""

_WHY = ((25, 4, True), (25, 2, True), (25, 2, False), (25, 0, False), (0, 0, False))
"""The words of the ambition, the needs named, and whether the base is, from full to brief."""


PAGE_GIVES_WAY = (
    *("table", "why", "why", "table", "table", "stops", "table", "table", "why"),
    *("table", "title", "table", "stops", "table", "why", "table", "table", "steps"),
)
"""Which part of the page becomes briefer first, and so on, until the page fits."""


def page_sections(plan: Plan, notes: Notes, voice: Voice) -> list[Section]:
    """The parts of the page, in order."""
    urgent = any(referral.on_top for referral in plan.referrals)
    box = Section("box", "", (_referral_box(plan, voice),))
    tables = (
        *(_combination(plan, notes, voice, rows, _ALL, True) for rows in _ROWS),
        _combination(plan, notes, voice, _ROWS[-1], _ALL, False),
        *(_combination(plan, notes, voice, rows, _SHORT, False) for rows in (_ROWS[-1], 2)),
        _combination(plan, notes, voice, 2, 0, False),
    )
    steps = [sentence(voice.say(step)) for step in plan.first_steps[:_STEPS]]
    return [
        Section("title", f"# {_title(plan, voice)}", _from_when(plan, voice)),
        *([box] if urgent else []),
        Section("why", "", tuple(_why(plan, voice, *size) for size in _WHY)),
        Section("table", f"## {voice.word('page-combination')}", tables),
        Section("steps", f"## {voice.word('page-steps')}", (numbered(steps), numbered(steps[:-1]))),
        Section("stops", f"## {voice.word('page-stops')}", _stops(plan, voice)),
        Section("head", f"## {voice.word('page-head')}", (sentence(voice.say(plan.head)),)),
        *([] if urgent else [box]),
    ]


def _title(plan: Plan, voice: Voice) -> str:
    if not plan.school.strip():
        return voice.word("title-no-school")
    return voice.word("title", school=escape(shorten(plan.school, LONGEST_NAME)))


def _from_when(plan: Plan, voice: Voice) -> tuple[str, ...]:
    """From when the plan counts and, of several people, who filled it in: by role, or how many."""
    date = _date(plan, voice)
    return tuple(f"{date} {told}" for told in filled_in(plan, voice)) or (date,)


def _date(plan: Plan, voice: Voice) -> str:
    key = "date-given" if plan.date_given else "date-assumed"
    return voice.word(key, date=voice.say(show_date(plan.date)))


def _referral_box(plan: Plan, voice: Voice) -> str:
    """The referrals in three lines, the urgent ones first and bold."""
    ordered = sorted(plan.referrals, key=lambda referral: not referral.on_top)
    told = [f"**{voice.say(r.text)}**" if r.on_top else voice.say(r.text) for r in ordered]
    return "\n>\n".join(f"> {' '.join(line)}" for line in _spread(told, _LINES))


def _spread(parts: Sequence[str], lines: int) -> list[list[str]]:
    """The parts over at most that many lines, in order, the earlier lines the shortest."""
    wanted = min(lines, len(parts))
    base, extra = divmod(len(parts), wanted) if wanted else (0, 0)
    sizes = [base + (1 if i >= wanted - extra else 0) for i in range(wanted)]
    starts = [sum(sizes[:i]) for i in range(wanted)]
    return [list(parts[start : start + size]) for start, size in zip(starts, sizes, strict=True)]


def _why(plan: Plan, voice: Voice, words: int, named: int, with_base: bool) -> str:
    """What the school sees, what it does about it, and what for."""
    told = [
        _seen(plan, voice, named),
        _answered(plan, voice, named, with_base),
        _still_open(plan, voice, named),
    ]
    if plan.ambition and words:
        told.append(voice.word("page-ambition", text=escape(shorten(plan.ambition, words))))
    return " ".join(part for part in told if part)


def _seen(plan: Plan, voice: Voice, named: int) -> str:
    first = [need for need in plan.raised if need.first]
    others = [need for need in plan.raised if not need.first]
    if first and others and not named:
        return voice.word("page-first-more", first=_few(first, voice, 3), n=len(others))
    if first and others:
        more = _few(others, voice, named)
        return voice.word("page-first-and", first=_few(first, voice, 3), others=more)
    if first or others:
        key = "page-first" if first else "page-seen"
        return voice.word(key, needs=_few(first or others, voice, 4))
    if all(need.level is None for need in plan.needs):
        return voice.word("page-nothing-known")
    unknown = sum(need.level is None for need in plan.needs)
    if unknown:
        return voice.word("page-nothing-raised-but", n=unknown)
    return voice.word("page-nothing-raised")


def _few(needs: Sequence[NeedLine], voice: Voice, named: int) -> str:
    """The first few needs by name, and how many more."""
    names = [voice.inside(need.name) for need in needs[:named]]
    left = len(needs) - len(names)
    return voice.listed([*names, voice.word("n-more", n=left)] if left else names)


def _answered(plan: Plan, voice: Voice, named: int, with_base: bool) -> str:
    new = [i for i in plan.combination if i.status in {Status.NEW, Status.STRENGTHENED}]
    types = [_with_needs(i, plan, voice, named) for i in new if i.kind is Kind.INTERVENTION]
    base = [voice.inside(i.name) for i in new if i.kind is Kind.FOUNDATION and i.start]
    base = base[:3]
    if types and base and with_base:
        return voice.word("page-new-on", types=voice.listed(types), base=voice.listed(base))
    if types:
        return voice.word("page-new", types=voice.listed(types))
    unsure = [voice.inside(i.name) for i in plan.combination if i.status is Status.FIND_OUT]
    if unsure:
        return voice.word("page-find-out", items=_named(unsure, _UNSURE, voice))
    if base:
        return voice.word("page-only-base", base=voice.listed(base))
    waiting = [voice.inside(i.name) for i in new if i.kind is Kind.FOUNDATION]
    if waiting:
        return voice.word("page-waiting", base=voice.listed(waiting[:3]))
    kept = [voice.inside(i.name) for i in plan.combination if i.status is Status.KEPT]
    return voice.word("page-kept", items=voice.listed(kept[:3])) if kept else ""


def _with_needs(item: Item, plan: Plan, voice: Voice, named: int) -> str:
    needs = [need for need in plan.raised if item.id in need.by]
    if not needs or not named:
        return voice.inside(item.name)
    return voice.word("page-for", item=voice.inside(item.name), needs=_few(needs, voice, 2))


def _still_open(plan: Plan, voice: Voice, named: int) -> str:
    """The needs that go first, or else all raised ones, for which nothing is there yet."""
    wanted = [need for need in plan.raised if need.first] or list(plan.raised)
    found = [need for need in wanted if need.cover is Cover.OPEN]
    return voice.word("page-open", needs=_few(found, voice, max(named, 3))) if found else ""


def _combination(
    plan: Plan, notes: Notes, voice: Voice, rows: int, words: int, name_rest: bool
) -> str:
    shown = _most_telling(plan.combination, rows)
    if len(shown) == len(plan.combination) - 1:
        shown = list(plan.combination)
    head = [voice.word(f"col-{key}") for key in ("what", "whom", "role", "from", "who")]
    body = [
        [
            voice.say(item.name) + notes.mark("item", item.id),
            escape(shorten(item.whom.say(voice.lang), words)) if words else "",
            role(item, plan, voice),
            since(item, plan, voice),
            voice.say(item.who),
        ]
        for item in shown
    ]
    left = [item for item in plan.combination if item not in shown]
    counted = voice.word("page-more-items", n=len(left)) if left else ""
    return paragraphs(table(head, body), _rest(left, plan, voice) if name_rest else counted)


def _rest(items: Sequence[Item], plan: Plan, voice: Voice) -> str:
    """What the table leaves out, by name and by when it begins."""
    by_year: dict[str, list[str]] = {}
    for item in items:
        by_year.setdefault(since(item, plan, voice), []).append(voice.inside(item.name))
    told = (
        voice.word("page-rest-since", items=voice.listed(n), since=s) for s, n in by_year.items()
    )
    return voice.word("page-rest", items="; ".join(told)) if items else ""


def _most_telling(items: Sequence[Item], rows: int) -> list[Item]:
    """Types and foundations with a date before foundations without one, in their own order."""
    telling = sorted(items, key=lambda i: i.kind is Kind.FOUNDATION and i.start is None)[:rows]
    return [item for item in items if item in telling]


def role(item: Item, plan: Plan, voice: Voice) -> str:
    """What an item is in the whole: a foundation, or how a type is part of it."""
    if item.kind is Kind.FOUNDATION:
        return voice.word("role-foundation")
    key = "goes-on" if _goes_on(item, plan) else item.status.value
    return voice.word(f"status-{key}")


def _goes_on(item: Item, plan: Plan) -> bool:
    """Whether it runs and stays, while it is still to be found out how it can last."""
    stays = {line.id for line in plan.existing if line.decision is Decision.KEEP}
    return item.status is Status.FIND_OUT and item.id in stays


def since(item: Item, plan: Plan, voice: Voice) -> str:
    """The month from which an item counts, or why it has none."""
    if item.begins is not None:
        return voice.say(show_month(item.begins))
    if item.status is Status.JOINED:
        return voice.word("since-joined")
    if item.year == IN_PLACE or _goes_on(item, plan):
        return voice.word("since-in-place")
    return voice.word("since-no-date")


def _stops(plan: Plan, voice: Voice) -> tuple[str, ...]:
    """What ends and what cannot stay so: all, the first two of each, or only how many."""
    groups: dict[str, list[str]] = {}
    for decision in (Decision.LET_END, Decision.CHANGE_FORM):
        for line in plan.existing:
            if line.decision is decision:
                groups.setdefault(decision_key(line), []).append(voice.inside(line.ticked))
    return tuple(
        bullets(
            voice.word(f"stops-{key}", items=_named(names, most, voice))
            for key, names in groups.items()
        )
        for most in (_ALL, 2, 0)
    )


def _named(names: Sequence[str], most: int, voice: Voice) -> str:
    left = len(names) - most
    if left < 2 or not most:
        return voice.listed(names) if most else voice.counted("activities", len(names))
    return voice.listed([*names[:most], voice.word("n-more", n=left)])
