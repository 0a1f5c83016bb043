"""The plan on the needs: grounds and certainty, causes inside the school, what stays open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from advisor.formats.depths import Section
from advisor.formats.grounds import show_ground, show_value
from advisor.formats.voice import Voice, bullets, paragraphs, sentence, table
from advisor.model.combination import Status
from advisor.model.lines import Cover, NeedLine
from advisor.model.plan import Plan
from advisor.model.profile import Certainty
from advisor.model.questionnaire import Kind, Measures
from advisor.model.vocabulary import Level

_ALL = 99
_FEWER_ROWS = (_ALL, 10, 5)


def needs_section(plan: Plan, voice: Voice) -> Section:
    """The raised needs with grounds, certainty and cover; the others in a line each."""
    rest = bullets(_of_level(plan, level, voice) for level in (Level.MILD, Level.NONE, None))
    full, brief = (
        [_need_row(need, plan, voice, with_items) for need in plan.raised]
        for with_items in (True, False)
    )
    head = [voice.word(f"col-{k}") for k in ("need", "level", "certainty", "cover")]
    tables = (table(head, full), table(head, brief), table(head, _alike(brief)))
    is_firm = any(need.cover is Cover.FIRM for need in plan.raised)
    key = voice.word("cover-key") if is_firm else ""
    variants = (
        *(paragraphs(shown, key, rest) for shown in tables),
        paragraphs(tables[-1], rest),
    )
    return Section("needs", f"## {voice.word('plan-needs')}", variants)


def _need_row(need: NeedLine, plan: Plan, voice: Voice, with_items: bool) -> list[str]:
    name = f"{voice.say(need.name)}{voice.own(need.id, 'needs')}"
    return [
        f"**{name}** ({voice.word('first')})" if need.first else name,
        f"{_level(need, voice)}: {_grounds(need, voice, with_items)}",
        _certainty(need, voice),
        _cover(need, plan, voice, with_items),
    ]


def _certainty(need: NeedLine, voice: Voice) -> str:
    """How sure it is; without figures, supported means that two people see it."""
    (backed,) = voice.knowledge.questionnaire.measuring(Measures.BACKED)
    if need.certainty is Certainty.SUPPORTED and all(g.question != backed.id for g in need.grounds):
        return voice.word("certainty-agreed")
    return voice.word(f"certainty-{need.certainty.value}")


def _level(need: NeedLine, voice: Voice) -> str:
    levels = voice.knowledge.catalogue.levels
    return voice.say(levels[need.level.name.lower()].name) if need.level is not None else ""


def _alike(rows: Sequence[list[str]]) -> list[list[str]]:
    """The rows with those that differ only in the need as one."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for row in rows:
        groups.setdefault(tuple(row[1:]), []).append(row[0])
    return [["; ".join(names), *rest] for rest, names in groups.items()]


def _grounds(need: NeedLine, voice: Voice, full: bool) -> str:
    """The answer itself where that says enough, else the statement and the answer."""
    questions = voice.knowledge.questionnaire.questions
    lists = {q.id for q in questions.values() if q.kind is Kind.MANY}
    signals = {q.id for q in questions.values() if q.measures is Measures.NEED}
    own = [g for g in need.grounds if g.question == need.id and g.question in signals]
    telling = own or [g for g in need.grounds if g.question in lists]
    if not full and len({g.question for g in need.grounds}) == 1:
        telling = list(need.grounds)
    told = dict.fromkeys(show_value(replace(g, option=None), voice) for g in telling)
    if telling and not own and not any(g.question in lists for g in telling):
        return "; ".join(voice.quoted(answer) for answer in told)
    return "; ".join(told or dict.fromkeys(show_ground(g, voice) for g in need.grounds))


def _cover(need: NeedLine, plan: Plan, voice: Voice, with_items: bool) -> str:
    items = [item for item in (plan.item(i) for i in need.by) if item is not None]
    runs = bool(items) and all(item.status is Status.KEPT for item in items)
    is_told = with_items and need.cover is not Cover.OPEN
    names = voice.listed(voice.inside(item.name) for item in items) if is_told else ""
    since = voice.word("cover-since", year=need.from_year) if need.from_year else ""
    label = cover_word(need, voice, since)
    if not names:
        return voice.word("cover-runs", cover=label) if runs else label
    return voice.word("cover-kept" if runs else "cover-by", cover=label, items=names)


def cover_word(need: NeedLine, voice: Voice, since: str = "") -> str:
    """The cover of a need, `since` when, with the one reason when it is not firm."""
    if need.cover is None:
        return ""
    label = voice.word(f"cover-{need.cover.value}") + since
    return f"{label}: {voice.word(f'why-{need.why.value}')}" if need.why is not None else label


def _of_level(plan: Plan, level: Level | None, voice: Voice) -> str:
    names = [voice.inside(n.name) for n in plan.needs if n.level == level and n.cover is None]
    key = "unknown" if level is None else level.name.lower()
    return voice.word(f"needs-{key}", needs=voice.listed(names)) if names else ""


def look_section(plan: Plan, voice: Voice) -> Section:
    """Causes inside the school first: in full for first needs, one line for the others.

    In the briefest variant the others stand with the open needs, where that step is the next one.
    """
    full = [_look(need, voice, _ALL if need.first else 1, True) for need in plan.raised]
    brief = [_look(need, voice, 3 if need.first else 1, need.first) for need in plan.raised]
    least = [_look(need, voice, 1, need.first) for need in plan.raised]
    few = [
        line
        for need, line in zip(plan.raised, least, strict=True)
        if need.first or need.cover is Cover.FIRM
    ]
    causes = [_look(need, voice, 1, False) for need in plan.raised if need.first]
    variants = tuple(bullets(lines) for lines in (full, brief, least, few, causes or few))
    return Section("look", f"## {voice.word('plan-look')}", variants)


def _look(need: NeedLine, voice: Voice, most: int, with_change: bool) -> str:
    look = " ".join(voice.say(text) for text in need.look_first[:most])
    change = " ".join(voice.say(text) for text in need.change_yourself[:most])
    told = f"**{sentence(voice.say(need.name))}** {look}"
    return f"{told} *{voice.word('change-yourself')}* {change}" if with_change and change else told


def open_section(plan: Plan, voice: Voice) -> Section:
    """Raised needs without firm cover: why, the next step, whom to ask, what would help."""
    ordered = sorted(
        (need for need in plan.raised if need.cover is not Cover.FIRM),
        key=lambda need: need.cover is not Cover.OPEN,
    )
    keys = ("need", "why-open", "next-step", "ask", "more-possible")
    head = [voice.word(f"col-{key}") for key in keys]
    rows = [_open_row(need, voice) for need in ordered]
    four = table(head[:4], [row[:4] for row in rows])
    three = table([head[0], *head[2:4]], [[row[0], *row[2:4]] for row in rows])
    two = (
        _first_rows([head[0], head[2]], [[row[0], row[2]] for row in rows], most, voice)
        for most in _FEWER_ROWS
    )
    together = paragraphs(four, _together(ordered, voice))
    variants = (table(head, rows), together, four, three, *two)
    return Section("open", f"## {voice.word('plan-open')}", variants)


def _first_rows(head: Sequence[str], rows: Sequence[list[str]], most: int, voice: Voice) -> str:
    left = len(rows) - most
    more = voice.word("n-in-annex", n=left) if left > 0 else ""
    return paragraphs(table(head, rows[:most]), more)


def _open_row(need: NeedLine, voice: Voice) -> list[str]:
    return [
        voice.say(need.name),
        cover_word(need, voice),
        voice.say(need.next_step),
        voice.say(need.ask),
        voice.say(need.more_possible) if need.more_possible is not None else "",
    ]


def _together(needs: Iterable[NeedLine], voice: Voice) -> str:
    """What would make more possible, each once."""
    texts = dict.fromkeys(n.more_possible for n in needs if n.more_possible is not None)
    told = " ".join(sentence(voice.say(text)) for text in texts)
    return voice.word("more-possible", texts=told) if told else ""
