"""A comparison as Markdown: the story in short, then each part of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from advisor.formats.advice_changes import advice_section
from advisor.formats.answer_changes import answers_section, needs_section, runs_section
from advisor.formats.carried_out import carried_out_section
from advisor.formats.escape import escape, shorten
from advisor.formats.existing import ran_name
from advisor.formats.voice import Voice, bullets, paragraphs
from advisor.model.comparison import Became, Carried, Cause, Comparison, Moment, Shift
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Runs
from advisor.texts import Lang, show_date

_LONGEST_NAME = 10
_YEAR, _ABOUT_A_YEAR = 12, (11, 13)
_MONTHS_TOLD = (2, 22)


def render(comparison: Comparison, knowledge: Knowledge, lang: Lang) -> str:
    """The whole story, for a team that reads it together."""
    voice = Voice(knowledge, lang)
    school = escape(shorten(comparison.school, _LONGEST_NAME))
    parts = [
        f"# {voice.word('cmp-title', school=school)}",
        _between(comparison, voice),
        f"> {voice.word('cmp-reversed')}" if comparison.is_reversed else "",
        *_section("cmp-short", _in_short(comparison, voice), voice),
        *_section("cmp-carried-out", carried_out_section(comparison, voice), voice),
        *_section("cmp-needs", needs_section(comparison, voice), voice),
        *_section("cmp-runs", runs_section(comparison, voice), voice),
        *_section("cmp-advice", advice_section(comparison, voice), voice),
        *_section("cmp-answers", answers_section(comparison, voice), voice),
    ]
    return paragraphs(*parts) + "\n"


def _section(key: str, text: str, voice: Voice) -> tuple[str, str]:
    return f"## {voice.word(key)}", text


def _between(comparison: Comparison, voice: Voice) -> str:
    before, after = (_day(side, voice) for side in (comparison.before, comparison.after))
    if before == after:
        return voice.word("cmp-one-day", before=before)
    return voice.word("cmp-between", before=before, after=after)


def _day(moment: Moment, voice: Voice) -> str:
    if moment.date is None:
        return voice.word("cmp-no-date")
    return voice.say(show_date(moment.date))


def _in_short(comparison: Comparison, voice: Voice) -> str:
    """What changed in a few sentences, after how long."""
    told = [*_of_runs(comparison, voice), *_of_needs(comparison, voice)]
    told += _of_plan(comparison, voice)
    if not (told or comparison.changed_advice or comparison.answers):
        return voice.word("cmp-nothing")
    return paragraphs(_span(comparison, voice), bullets([*told, _of_advice(comparison, voice)]))


def _of_runs(comparison: Comparison, voice: Voice) -> list[str]:
    every = comparison.activities
    against = {one.decided.id for one in comparison.followed if one.went_against}
    got = [one for one in every if one.got_its_place]
    placed = [ran_name(one, voice) for one in got if one.id not in against]
    begun = [
        ran_name(one, voice)
        for one in every
        if one.became is Became.STARTED and one.after is not Runs.EMBEDDED
    ]
    told = []
    if placed:
        key = "cmp-place-one" if len(placed) == 1 else "cmp-place-more"
        told.append(voice.word(key, n=len(placed), names=voice.listed(placed)))
    told += _named("cmp-place-against", [ran_name(o, voice) for o in got if o.id in against], voice)
    told += _named("cmp-started", begun, voice)
    for key, became in (("cmp-stopped", Became.STOPPED), ("cmp-lost-place", Became.LOOSENED)):
        names = [ran_name(one, voice) for one in every if one.became is became]
        told += _named(key, names, voice)
    return told


def _of_needs(comparison: Comparison, voice: Voice) -> list[str]:
    told = []
    for key, shift in (("cmp-lighter", Shift.LIGHTER), ("cmp-heavier", Shift.HEAVIER)):
        names = [voice.inside(one.name) for one in comparison.needs if one.shift is shift]
        told += _named(key, names, voice)
    return told


def _named(key: str, names: list[str], voice: Voice) -> list[str]:
    return [voice.word(key, names=voice.listed(names))] if names else []


def _of_plan(comparison: Comparison, voice: Voice) -> list[str]:
    """How much was carried out of what was due; before a day has passed nothing was."""
    due = [point for point in comparison.points if point.carried is not Carried.LATER]
    days = (comparison.before.date, comparison.after.date)
    is_known = any(point.carried is not Carried.UNKNOWN for point in due)
    if not is_known or comparison.is_reversed or (None not in days and days[0] == days[1]):
        return []
    done = sum(point.carried is Carried.DONE for point in due)
    told = [voice.word("cmp-carried", done=done, all=len(due))]
    under_way = sum(point.is_under_way for point in due)
    told += [voice.word("cmp-carried-under-way", n=under_way)] if under_way else []
    return [" ".join(told)]


def _of_advice(comparison: Comparison, voice: Voice) -> str:
    changed = comparison.changed_advice
    if not changed:
        return voice.word("cmp-advice-same")
    causes = _causes((change.cause for change in changed), voice)
    key = "cmp-advice-one" if len(changed) == 1 else "cmp-advice-more"
    return voice.word(key, n=len(changed), causes=causes)


def _causes(causes: Iterable[Cause], voice: Voice) -> str:
    """The one cause, or how many points each of them has."""
    counts = Counter(causes)
    named = {cause: voice.word(f"cmp-cause-{cause.value}") for cause in Cause if cause in counts}
    if len(named) == 1:
        return next(iter(named.values()))
    return voice.listed(
        voice.word("cmp-count-cause", n=counts[cause], cause=name) for cause, name in named.items()
    )


def _span(comparison: Comparison, voice: Voice) -> str:
    """How long lies between the two, in words that a person would use."""
    first, second = comparison.before.date, comparison.after.date
    if first is None or second is None or first >= second:
        return voice.word("cmp-span-unknown")
    months = (second.year - first.year) * _YEAR + second.month - first.month
    months -= second.day < first.day
    if months < _MONTHS_TOLD[0]:
        return voice.word("cmp-span-days")
    if _ABOUT_A_YEAR[0] <= months <= _ABOUT_A_YEAR[1]:
        return voice.word("cmp-span-year")
    if months <= _MONTHS_TOLD[1]:
        return voice.word("cmp-span-months", n=months)
    return voice.word("cmp-span-years", n=round(months / _YEAR))
