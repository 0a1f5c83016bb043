"""Who can look at whom: what one school begins with or needs stands every year at another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor.engine.network.sampling import Key, Named, Names, Samples
from advisor.engine.network.serving import name_of, things_for
from advisor.model.knowledge import Knowledge
from advisor.model.lines import Kind, WhyNotFirm
from advisor.model.network import Contribution, Learner, Tip

TIPS = 2
"""More than two visits beside a plan is work of its own."""

VISITS = 3
"""So many schools may come to look at one; more and its own work suffers."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a school could learn: one of these things, for a need or since it begins with it."""

    things: tuple[str, ...]
    need: str | None


@dataclass(frozen=True, slots=True)
class _Match:
    """A school to look at, and what stands there."""

    teacher: Named
    thing: str
    need: str | None


def pair(samples: Samples, names: Names, knowledge: Knowledge) -> tuple[Learner, ...]:
    """At most two tips for each school, spread over the schools that have something to show.

    Every school gets its first tip before any gets a second; who has the fewest visits is asked
    first, then who is first by name. Only schools whose evidence is read for the same ages count.
    """
    visits: Counter[Key] = Counter()
    found: dict[Key, list[_Match]] = {}
    learners = samples.learners.kept
    wishes = {one.key: list(_wishes(one.one, knowledge)) for one in learners}
    for _ in range(TIPS):
        for learner in learners:
            got = found.setdefault(learner.key, [])
            match = _next(learner, wishes[learner.key], got, samples, visits)
            if match is not None:
                got.append(match)
                visits[match.teacher.key] += 1
    return tuple(
        Learner(names[one], tuple(_tip(match, names, knowledge) for match in found[one.key]))
        for one in {one.key: one for one in learners}.values()
        if found[one.key]
    )


def _wishes(one: Contribution, knowledge: Knowledge) -> Iterator[_Wish]:
    """What a school begins with, its first needs, what it builds, and what else it needs."""
    types = [begun.id for begun in one.begins if begun.kind is Kind.INTERVENTION]
    foundations = [begun.id for begun in one.begins if begun.kind is Kind.FOUNDATION]
    needs = [need for need in one.needs if need.open_for is not WhyNotFirm.EXCLUDED]
    yield from (_Wish((form,), None) for form in types)
    yield from _for_needs(one, (need.id for need in needs if need.first), knowledge)
    yield from (_Wish((foundation,), None) for foundation in foundations)
    yield from _for_needs(one, (need.id for need in needs if not need.first), knowledge)


def _for_needs(one: Contribution, needs: Iterable[str], knowledge: Knowledge) -> Iterator[_Wish]:
    begins = {begun.id for begun in one.begins}
    for need in needs if one.reading else ():
        things = things_for(need, one.reading, knowledge)
        yield _Wish(tuple(t for t in things if t not in begins and t not in one.stands), need)


def _next(
    learner: Named,
    wishes: list[_Wish],
    got: list[_Match],
    samples: Samples,
    visits: Counter[Key],
) -> _Match | None:
    """The first wish that a school can still meet, of a thing that the learner has no tip for."""
    seen = {match.thing for match in got}
    asked = {learner.key, *(match.teacher.key for match in got)}
    for wish in wishes:
        able = [
            _Match(teacher, thing, wish.need)
            for thing in wish.things
            if thing not in seen and learner.one.reading
            for teacher in samples.standing_at(thing, learner.one.reading)
            if teacher.key not in asked and visits[teacher.key] < VISITS
        ]
        if able:
            return min(able, key=lambda match: (visits[match.teacher.key], match.teacher.key))
    return None


def _tip(match: _Match, names: Names, knowledge: Knowledge) -> Tip:
    need = None if match.need is None else knowledge.catalogue.needs[match.need].name
    return Tip(names[match.teacher], name_of(match.thing, knowledge), need)
