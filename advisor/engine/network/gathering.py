"""Contributions -> network: one pass, then what may be told of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from advisor.engine.network.counting import About, Counts, Group, Training
from advisor.engine.network.meeting import plan_meetings
from advisor.engine.network.pairing import pair
from advisor.engine.network.sampling import PAIRED, Names, Samples
from advisor.engine.network.serving import name_of, order_of
from advisor.model.knowledge import Knowledge
from advisor.model.lines import WhyNotFirm
from advisor.model.network import (
    Contribution,
    Network,
    OpenFor,
    Room,
    SharedNeed,
    SharedTraining,
    Standing,
    ToBuild,
    Told,
)

NAMED_BESIDE = 6
"""So many names beside a number; who wants them all looks at the plans."""

MOST_TRAININGS = 8
"""Enough for a year of training days in a large network."""

MOST_FOUNDATIONS = 4
"""A board that takes on more at once finishes none."""


def gather(contributions: Iterable[Contribution], knowledge: Knowledge) -> Network:
    """The report on a network, the same for every order of the contributions.

    It keeps counts, and of names a fixed number for each thing there is to tell: the first ones of
    the alphabet.
    """
    counts, samples = Counts(knowledge.limits.network_group), Samples()
    sharing, silent = _Span(), _Span()
    for one in contributions:
        counts.take(one)
        samples.take(one)
        sharing |= _Span.of(one) if one.shares else _Span()
        silent |= _Span.of(one) if one.shares is None else _Span()
    span = sharing | silent if counts.counts_silent else sharing
    names = Names.of(samples.every())
    needs, trainings = _needs(counts, knowledge), _trainings(counts, samples, names, knowledge)
    return Network(
        sharing=counts.sharing,
        silent=counts.silent,
        stay_out=counts.stay_out,
        counted=counts.whole.all,
        minimum=counts.minimum,
        first_day=min(span.days, default=None),
        last_day=max(span.days, default=None),
        years=span.years,
        readings=tuple(sorted(span.readings)),
        has_same_names=names.are_numbered,
        needs=needs,
        more_needs=len(needs) < len(counts.groups(About.RAISED)),
        trainings=trainings,
        more_trainings=len(trainings) < len(counts.groups(About.TRAINS)),
        standing=tuple(_standing(samples, names, knowledge)),
        learners=pair(samples, names, knowledge),
        unpaired=max(0, counts.sharing - PAIRED),
        open_for=tuple(_open_for(counts)),
        room=tuple(_room(counts, knowledge)),
        to_build=_to_build(counts, knowledge),
        meetings=plan_meetings(needs, counts, samples, names, knowledge),
    )


@dataclass(frozen=True, slots=True)
class _Span:
    """From when to when, and for which kinds of schools; of the times only the ends are kept."""

    days: tuple[dt.date, ...] = ()
    years: tuple[str, ...] = ()
    readings: frozenset[tuple[str, ...]] = frozenset()

    @classmethod
    def of(cls, one: Contribution) -> _Span:
        """The span of one school."""
        days = () if one.date is None else (one.date,)
        return cls(days, one.years, frozenset({one.reading}))

    def __or__(self, other: _Span) -> _Span:
        """The span of both."""
        days, years = (*self.days, *other.days), (*self.years, *other.years)
        return _Span(
            (min(days), max(days)) if days else (),
            (min(years), max(years)) if years else (),
            self.readings | other.readings,
        )


def _needs(counts: Counts, knowledge: Knowledge) -> tuple[SharedNeed, ...]:
    """The needs of several schools, most shared first, then as the catalogue has them."""
    found = []
    for need in knowledge.catalogue.needs.values():
        group = Group(About.RAISED, need.id)
        raised = counts.several(group)
        if raised is None:
            continue
        first = counts.told_within(Group(About.FIRST, need.id), group, raised)
        still_open = counts.told_within(Group(About.OPEN, need.id), group, raised)
        why = _why(need.id, still_open, counts) if still_open and still_open.schools else ()
        found.append(SharedNeed(need.id, need.name, raised, first, still_open, why))
    return tuple(sorted(found, key=lambda need: -need.raised.schools))


def _why(need: str, still_open: Told, counts: Counts) -> tuple[WhyNotFirm, ...]:
    """The reasons for which a need most often stays open, where enough schools have them."""
    outer = Group(About.OPEN, need)
    groups = {why: Group(About.OPEN_SO, need, why) for why in WhyNotFirm}
    most = max(counts.tally(group).all for group in groups.values())
    return tuple(
        why
        for why, group in groups.items()
        if counts.tally(group).all == most
        and counts.told_within(group, outer, still_open) is not None
    )


def _trainings(
    counts: Counts, samples: Samples, names: Names, knowledge: Knowledge
) -> tuple[SharedTraining, ...]:
    """What several schools of one kind need training for in the same school year."""
    found = []
    for group in counts.groups(About.TRAINS):
        told, training = counts.several(group), group.what
        if isinstance(training, Training) and told is not None:
            named = samples.training(group)[:NAMED_BESIDE] if counts.may_name(group) else ()
            shared = SharedTraining(
                year=training.year,
                name=name_of(training.thing, knowledge),
                reading=training.reading,
                half_days=training.half_days,
                before=counts.earliest(group),
                schools=told,
                named=tuple(names[one] for one in named),
            )
            found.append((training, shared))
    place = order_of(knowledge)
    most = sorted(found, key=lambda one: _most_first(one, place))[:MOST_TRAININGS]
    return tuple(shared for _, shared in sorted(most, key=lambda one: one[0].year))


def _most_first(
    found: tuple[Training, SharedTraining], place: Mapping[str, int]
) -> tuple[int, str, int, tuple[str, ...], int]:
    """What most schools need first."""
    training, most = found[0], found[1].schools.schools
    thing = place[training.thing]
    return -most, training.year, thing, training.reading, training.half_days


def _standing(samples: Samples, names: Names, knowledge: Knowledge) -> Iterator[Standing]:
    """What stands every year at schools that share, in the order of the catalogue."""
    for thing in order_of(knowledge):
        if samples.number[thing]:
            at = samples.standing(thing)
            schools = tuple(names[named] for named in at)
            yield Standing(name_of(thing, knowledge), schools, samples.number[thing] - len(at))


def _open_for(counts: Counts) -> list[OpenFor]:
    """For which reasons needs stay open, at most schools first."""
    several = ((why, counts.several(Group(About.REASON, why))) for why in WhyNotFirm)
    found = [OpenFor(why, told) for why, told in several if told is not None]
    return sorted(found, key=lambda one: -one.schools.schools)


def _room(counts: Counts, knowledge: Knowledge) -> Iterator[Room]:
    """Where there is no room at all, and where nobody knows how much there is."""
    for unit in dict.fromkeys(c.unit for c in knowledge.limits.capacities.values()):
        for is_known, about in ((True, About.NO_ROOM), (False, About.ROOM_UNKNOWN)):
            schools = counts.several(Group(about, unit))
            if schools is not None:
                yield Room(unit, is_known, schools)


def _to_build(counts: Counts, knowledge: Knowledge) -> tuple[ToBuild, ...]:
    """The foundations that most schools still have to build, and when most of them do."""
    found = []
    for foundation in knowledge.catalogue.foundations.values():
        group = Group(About.LACKS, foundation.id)
        schools = counts.several(group)
        if schools is not None:
            year = _mostly_in(group, schools, counts)
            found.append(ToBuild(foundation.id, foundation.name, schools, year))
    return tuple(sorted(found, key=lambda one: -one.schools.schools)[:MOST_FOUNDATIONS])


def _mostly_in(outer: Group, schools: Told, counts: Counts) -> str | None:
    """The school year in which more than half of the schools of a group build it."""
    most = schools.schools + (counts.minimum - 1 if schools.at_least else 0)
    for group in counts.groups(About.BUILDS):
        told = counts.told_within(group, outer, schools) if group.of == outer.of else None
        if told is not None and 2 * told.schools > most and isinstance(group.what, str):
            return group.what
    return None
