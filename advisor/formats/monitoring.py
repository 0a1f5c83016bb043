"""The plan on following whether it helps: goals, whom to look at apart, instruments, figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.formats.depths import Section
from advisor.formats.escape import escape, shorten
from advisor.formats.grounds import LONGEST_ANSWER
from advisor.formats.notes import Notes, point_to
from advisor.formats.voice import Voice, bullets, numbered, paragraphs, sentence, table
from advisor.model.monitoring import FigureLine, GoalLine
from advisor.model.plan import Plan
from advisor.texts import Text

_FEW = 3


@dataclass(frozen=True, slots=True)
class _Told:
    """How much of a goal is told."""

    indicator: bool = True
    measure: bool = True
    adjust: bool = True


_FULL, _BRIEF, _BARE = _Told(), _Told(indicator=False), _Told(indicator=False, adjust=False)
_LEAST = _Told(indicator=False, measure=False, adjust=False)


def monitoring_section(plan: Plan, notes: Notes, voice: Voice) -> Section:
    """From ambition to goals: how each is measured, when, and what would make the school adjust."""
    goals = plan.monitoring.goals
    apart = [
        sentence(voice.say(line.text)) + notes.mark("watch", line.reason.rule)
        for line in plan.monitoring.apart
    ]
    figures = [_figure(figure, voice) for figure in plan.monitoring.figures]
    intro = _ambition(plan, voice) if goals else ""

    def told(how: _Told, most: int = len(goals)) -> str:
        shown = goals[:most]
        adjusting = _by_text(goal.adjust for goal in shown) if how.adjust else {}
        alone = {adjust for adjust, numbers in adjusting.items() if len(numbers) == 1}
        lines = numbered(
            _goal(goal, notes, voice, replace(how, adjust=goal.adjust in alone)) for goal in shown
        )
        return paragraphs(lines, *_moments(shown, voice), *_adjusting(adjusting, voice))

    variants = (
        paragraphs(intro, told(_FULL), bullets([*apart, *figures])),
        paragraphs(intro, told(_FULL), bullets(apart)),
        paragraphs(intro, told(_BRIEF), bullets(apart)),
        paragraphs(intro, told(_BRIEF, _FEW), bullets(apart)),
        paragraphs(told(_BARE, _FEW), bullets(apart)),
        paragraphs(told(_LEAST, _FEW)),
    )
    return Section("monitoring", f"## {voice.word('plan-monitoring')}", variants)


def _ambition(plan: Plan, voice: Voice) -> str:
    """The ambition in the school's own words, to be made measurable."""
    if not plan.ambition:
        return voice.word("goals-no-ambition")
    text = escape(shorten(plan.ambition, LONGEST_ANSWER))
    return voice.word("goals-ambition", text=text)


def _goal(goal: GoalLine, notes: Notes, voice: Voice, how: _Told) -> str:
    """A goal, how it is measured, and what would make the school adjust."""
    named = sentence(voice.say(goal.goal))
    parts = [(f"**{named}**" if goal.first else named) + notes.mark("goal", goal.need)]
    if how.measure:
        parts.append(voice.word("measure", text=" ".join(_measured(goal, voice, how.indicator))))
    if how.adjust:
        parts.append(voice.word("adjust", text=sentence(voice.say(goal.adjust))))
    return " ".join(parts)


def _moments(goals: Sequence[GoalLine], voice: Voice) -> Iterator[str]:
    """When to measure, the same moments once."""
    told = _by_text(goal.moment for goal in goals)
    for moment, numbers in told.items():
        text = sentence(voice.say(moment))
        if len(told) == 1:
            yield voice.word("moment", text=text)
        else:
            key = "moment-goal" if len(numbers) == 1 else "moment-goals"
            yield voice.word(key, numbers=voice.listed(numbers), text=text)


def _adjusting(told: Mapping[Text, Sequence[str]], voice: Voice) -> Iterator[str]:
    """What would make the school adjust several of the goals."""
    for adjust, numbers in told.items():
        text = sentence(voice.say(adjust))
        if len(numbers) > 1:
            yield voice.word("adjust-goals", numbers=voice.listed(numbers), text=text)


def _by_text(texts: Iterable[Text]) -> dict[Text, list[str]]:
    """The numbers of the goals of which the same is said."""
    numbers: dict[Text, list[str]] = {}
    for number, text in enumerate(texts, start=1):
        numbers.setdefault(text, []).append(str(number))
    return numbers


def _measured(goal: GoalLine, voice: Voice, with_indicator: bool) -> Iterator[str]:
    """The indicator, then the figures that are in house, then what the school looks at itself."""
    if with_indicator:
        yield sentence(voice.say(goal.indicator))
    if goal.in_house:
        names = voice.listed(voice.say(name) for name in goal.in_house)
        yield voice.word("in-house", names=names)
    yield sentence(voice.say(goal.data))


def _figure(figure: FigureLine, voice: Voice) -> str:
    instrument = voice.say(figure.instrument)
    return voice.word("figure", text=voice.say(figure.text), instrument=instrument)


def instruments(plan: Plan, sources: list[str], voice: Voice) -> str:
    """What there is to measure with, for what ages and how it stands; and fair national figures."""
    told = plan.monitoring
    head = [voice.word(f"col-{key}") for key in ("instrument", "measures", "ages", "status")]
    rows = [
        [
            f"**{voice.say(one.name)}** ({voice.listed(voice.inside(n) for n in one.needs)})",
            voice.say(one.measures),
            voice.say(one.ages),
            " ".join(
                [
                    voice.say(one.status),
                    *([voice.say(one.caution)] if one.caution is not None else []),
                    _pointer(one.sources, sources, voice),
                ]
            ),
        ]
        for one in told.instruments
    ]
    figures = [
        f"{_figure(figure, voice)} {_pointer(figure.sources, sources, voice)}"
        for figure in told.figures
    ]
    names = voice.listed(voice.inside(name) for name in told.without_figure)
    none = voice.word("no-figure", needs=names) if names else ""
    return paragraphs(table(head, rows), bullets([*figures, none]))


def _pointer(ids: tuple[str, ...], sources: list[str], voice: Voice) -> str:
    pointer = point_to(ids, sources, voice)
    return f"({pointer})" if pointer else ""
