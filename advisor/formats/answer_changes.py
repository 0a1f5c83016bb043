"""The comparison on what a school sees and does now, and on what it answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from advisor.formats.escape import escape, shorten
from advisor.formats.existing import ran_name
from advisor.formats.grounds import show_asked, show_value
from advisor.formats.voice import Voice, bullets, paragraphs, table
from advisor.model.comparison import (
    ActivityChange,
    AnswerChange,
    Became,
    Comparison,
    NeedChange,
    Shift,
)
from advisor.model.conditions import Ground
from advisor.model.questionnaire import NotAsked
from advisor.model.vocabulary import Level

_ALL = 99
_MOST_NAMED = 10
_LONGEST = 8
"""The words of a question that is not asked any more; it may be anything."""


def needs_section(comparison: Comparison, voice: Voice) -> str:
    """Which needs went up or down or became known, which stayed, and what goes first."""
    told = [
        f"**{voice.word(f'cmp-shift-{shift.value}')}:** {_needs(found, voice)}."
        for shift in Shift
        if shift is not Shift.SAME
        if (found := [need for need in comparison.needs if need.shift is shift])
    ]
    first = _first(comparison.needs, voice)
    if not told and not first:
        return voice.word("cmp-needs-same")
    still = [voice.inside(n.name) for n in comparison.needs if n.shift is Shift.SAME and _raised(n)]
    same = voice.word("cmp-still-raised", needs=voice.listed(still)) if still else ""
    return bullets([*told, same, first])


def _raised(need: NeedChange) -> bool:
    return need.after is not None and need.after >= Level.MODERATE


def _needs(needs: Iterable[NeedChange], voice: Voice) -> str:
    return voice.listed(_need(need, voice) for need in needs)


def _need(need: NeedChange, voice: Voice) -> str:
    name, levels = voice.inside(need.name), voice.knowledge.catalogue.levels
    before, after = (
        "" if level is None else voice.say(levels[level.name.lower()].name)
        for level in (need.before, need.after)
    )
    if not before:
        return voice.word("cmp-level-now", need=name, after=after)
    if not after:
        return voice.word("cmp-level-then", need=name, before=before)
    return voice.word("cmp-level-change", need=name, before=before, after=after)


def _first(needs: Sequence[NeedChange], voice: Voice) -> str:
    """What the school wants to begin with, where that is another."""
    if all(need.first_before == need.first_after for need in needs):
        return ""
    before = [voice.inside(need.name) for need in needs if need.first_before]
    after = [voice.inside(need.name) for need in needs if need.first_after]
    nothing = voice.word("cmp-first-none")
    return voice.word(
        "cmp-first",
        before=voice.listed(before) or nothing,
        after=voice.listed(after) or nothing,
    )


def runs_section(comparison: Comparison, voice: Voice) -> str:
    """What began, stopped, got or lost its place, and what runs as it did."""
    every = comparison.activities
    if not every:
        return voice.word("cmp-runs-nothing")
    if all(one.became is Became.SAME for one in every):
        return voice.word("cmp-runs-same")
    return bullets(
        f"**{voice.word(f'cmp-became-{became.value}')}:** {_activities(found, voice)}."
        for became in Became
        if (found := [one for one in every if one.became is became])
    )


def _activities(found: Iterable[ActivityChange], voice: Voice) -> str:
    return voice.listed(_activity(one, voice) for one in found)


def _activity(one: ActivityChange, voice: Voice) -> str:
    """What runs, with how it ran and runs where the heading does not say it."""
    before, after = (
        "" if runs is None else voice.word(f"runs-{runs.value}") for runs in (one.before, one.after)
    )
    about = []
    if one.became in {Became.CHANGED, Became.LOOSENED}:
        about.append(voice.word("cmp-then-now", before=before, after=after))
    elif one.became is Became.STARTED or (one.became is Became.NOW_KNOWN and before != after):
        about.append(after)
    if one.form is not None:
        about.append(voice.inside(one.form))
    name = ran_name(one, voice)
    return f"{name} ({'; '.join(about)})" if about else name


def answers_section(comparison: Comparison, voice: Voice) -> str:
    """Every question with another answer, and what one of the files says that is not asked."""
    head = [voice.word(key) for key in ("col-question", "cmp-col-before", "cmp-col-after")]
    rows = [_answer(change, voice) for change in comparison.answers]
    gone = [
        voice.word(key, names=_not_asked(side.not_asked, voice))
        for key, side in (
            ("cmp-not-asked-before", comparison.before),
            ("cmp-not-asked-after", comparison.after),
        )
        if side.not_asked
    ]
    same = "" if rows else voice.word("cmp-answers-same")
    return paragraphs(table(head, rows), same, bullets(gone))


def _answer(change: AnswerChange, voice: Voice) -> list[str]:
    """The answers of then and now; of two lists only what went and what came."""
    asked = show_asked(change.question, voice)
    before, after = change.before, change.after
    if not isinstance(before, tuple) or not isinstance(after, tuple):
        return [asked, *(_shown(change.question, value, voice) for value in (before, after))]
    gone = tuple(option for option in before if option not in after)
    new = tuple(option for option in after if option not in before)
    return [
        asked,
        _part("cmp-removed", change.question, gone, before, voice),
        _part("cmp-added", change.question, new, after, voice),
    ]


def _part(
    key: str, question: str, part: tuple[str, ...], whole: tuple[str, ...], voice: Voice
) -> str:
    if part:
        return voice.word(key, options=_shown(question, part, voice))
    return "" if whole else _shown(question, whole, voice)


def _shown(question: str, value: object, voice: Voice) -> str:
    return show_value(Ground(question, value), voice, most=_ALL)


def _not_asked(every: Sequence[NotAsked], voice: Voice) -> str:
    named = [_gone(one, voice) for one in every[:_MOST_NAMED]]
    left = len(every) - len(named)
    return "; ".join([*named, *([voice.word("n-more", n=left)] if left else [])])


def _gone(one: NotAsked, voice: Voice) -> str:
    question = f"“{escape(shorten(one.question, _LONGEST))}”"
    if one.option is None:
        return question
    option = f"“{escape(shorten(one.option, _LONGEST))}”"
    return voice.word("cmp-not-asked-option", option=option, question=question)
