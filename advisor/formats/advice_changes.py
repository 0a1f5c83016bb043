"""The comparison on the advice: what came in, dropped out or became another, and why."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.formats.carried_out import decision_key, show_advice
from advisor.formats.existing import ran_name
from advisor.formats.voice import Voice, bullets, paragraphs, uncapital
from advisor.model.combination import Status
from advisor.model.comparison import (
    AdviceChange,
    Basis,
    Carried,
    Cause,
    Comparison,
    DecisionChange,
)

_GROUPS = (
    "cmp-come-in",
    "cmp-changes",
    "cmp-already-runs",
    "cmp-now-kept",
    "cmp-finished",
    "cmp-drop-out",
)


def advice_section(comparison: Comparison, voice: Voice) -> str:
    """What the advice rests on, then what differs, by what became of it."""
    groups: dict[str, list[str]] = {key: [] for key in _GROUPS}
    for key, text in _told(comparison, voice):
        groups[key].append(text)
    lines = [
        f"**{voice.word(key)}:** {'; '.join(found)}." for key, found in groups.items() if found
    ]
    lines += _moved_along(comparison, voice)
    is_quiet = not lines and comparison.basis is Basis.TODAY
    told = [] if is_quiet else [voice.word(f"cmp-basis-{comparison.basis.value}")]
    is_older = comparison.after.edition not in (None, voice.knowledge.edition)
    if is_older and comparison.basis is not Basis.SAME:
        told.append(voice.word("cmp-last-is-older"))
    return paragraphs(" ".join(told), bullets(lines) or voice.word("cmp-advice-nothing"))


def _told(comparison: Comparison, voice: Voice) -> Iterator[tuple[str, str]]:
    """Each change with the group it belongs to; a cause only where it may differ."""
    done = {one.advice.id for one in comparison.carried_out if one.carried is Carried.DONE}
    is_moved = comparison.basis is Basis.MOVED
    for change in comparison.changed_advice:
        if isinstance(change, DecisionChange):
            key, text = "cmp-already-runs", _decision(change, voice)
        else:
            key, text = _group(change, done), _item(change, voice)
        if is_moved:
            cause = voice.word(f"cmp-cause-{change.cause.value}")
            text = voice.word("cmp-with-cause", text=text, cause=cause)
        yield key, text


def _moved_along(comparison: Comparison, voice: Voice) -> Iterator[str]:
    """What only moved along with the years, by the school year from which it counts now."""
    by_year: dict[str, list[str]] = {}
    for change in comparison.items:
        if change.cause is Cause.TIME and change.after is not None:
            names = by_year.setdefault(change.after.start or "", [])
            names.append(voice.inside(change.after.name))
    for year, names in by_year.items():
        yield f"**{voice.word('cmp-moved-along', year=year)}:** {'; '.join(names)}."


def _group(change: AdviceChange, done: set[str]) -> str:
    if change.before is None:
        return "cmp-come-in"
    if change.after is None:
        return "cmp-finished" if change.id in done else "cmp-drop-out"
    is_kept = change.after.status is Status.KEPT and change.before.status is not Status.KEPT
    return "cmp-now-kept" if is_kept else "cmp-changes"


def _item(change: AdviceChange, voice: Voice) -> str:
    """The item by name, with how it was and is part of the plan as far as that differs."""
    before, after = change.before, change.after
    if after is None:
        return "" if before is None else voice.inside(before.name)
    name, now = voice.inside(after.name), show_advice(after, voice)
    if before is None:
        return voice.word("cmp-new", name=name, after=now)
    if before.form != after.form:
        old = voice.inside(before.name)
        name = voice.word("cmp-other-name", name=name, before=old) if old != name else name
    if after.status is Status.KEPT and before.status is not Status.KEPT:
        return name
    if before.start and after.start and before.status is after.status:
        if before.start == after.start:
            return name
        return voice.word("cmp-moved", name=name, before=before.start, after=after.start)
    then = show_advice(before, voice)
    return name if then == now else voice.word("cmp-was-is", name=name, before=then, after=now)


def _decision(change: DecisionChange, voice: Voice) -> str:
    before, after = (
        "" if one is None else uncapital(voice.word(f"decision-{decision_key(one)}"))
        for one in (change.before, change.after)
    )
    named = change.after or change.before
    name = "" if named is None else ran_name(named, voice)
    if not before or before == after:
        return voice.word("cmp-is", name=name, after=after)
    return voice.word("cmp-was-is", name=name, before=before, after=after)
