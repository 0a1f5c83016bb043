"""The exact search: the best admissible set, step by step, and the best one that differs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from operator import itemgetter

from advisor.engine.options import Candidate, Options
from advisor.engine.placing import (
    Placement,
    carrying,
    foundation_hours,
    place_first,
    place_rest,
)
from advisor.engine.scheduling import Years, schedules
from advisor.engine.sets import possible_sets, sets_with
from advisor.model.combination import IN_PLACE

Key = tuple[int, int, int, int, tuple[int, int, int], tuple[int, ...], tuple[int, ...]]
"""The six steps as one value, lower is better; the sixth is catalogue order, then the schedule."""

STEPS = 6
_WORST: Key = (1, 0, 0, 0, (0, 0, 0), (), ())
"""Worse than any set: what comes first counts negative, so that lower is better."""


@dataclass(frozen=True, slots=True)
class Scheduled:
    """An admissible set with the best of its schedules."""

    key: Key
    chosen: tuple[Candidate, ...]
    years: tuple[int, ...]
    carry: frozenset[str]
    placement: Placement

    def lost_at(self, winner: Scheduled) -> int:
        """The index of the step at which this set lost."""
        pairs = enumerate(zip(self.key, winner.key, strict=True))
        return min(next((i for i, (mine, best) in pairs if mine != best), STEPS), STEPS - 1)


@dataclass(frozen=True, slots=True)
class _Measured:
    """A set with the best key it could reach and the foundations it rests on.

    Which foundations those are depends on what starts first: `begun` are the groups (as places in
    `chosen`) for which they are these.
    """

    bound: Key
    chosen: tuple[Candidate, ...]
    begun: frozenset[frozenset[int]]
    best: dict[str, int]
    load: tuple[int, int, int]
    carry: frozenset[str]
    before: Placement


Found = tuple[Scheduled, Scheduled | None]
Search = Callable[[Options], Found]


def search(options: Options) -> Found:
    """The best admissible set and schedule, and the runner-up (None when there is no other set)."""
    best, *others = _best(2, options, possible_sets(options))
    return best, others[0] if others else None


def search_best(options: Options) -> Found:
    """The best admissible set alone, where nobody asks for the runner-up."""
    (best,) = _best(1, options, possible_sets(options))
    return best, None


def search_among(
    options: Options, is_meant: Callable[[tuple[Candidate, ...]], bool]
) -> Scheduled | None:
    """The best admissible set that is meant; None when there is none."""
    return next(iter(_best(1, options, filter(is_meant, possible_sets(options)))), None)


def _best(most: int, options: Options, sets: Iterable[tuple[Candidate, ...]]) -> list[Scheduled]:
    """The best of these sets that have a schedule, so many at most.

    Sets are tried by the best key they could reach, so the search may stop as soon as that bound
    is no better than what was found; the result is that of trying everything.
    """
    bounded = [(_bound(options, chosen), chosen) for chosen in sets]
    place = _placing(options)
    found: list[Scheduled] = []
    for bound, chosen in sorted(bounded, key=itemgetter(0)):
        to_beat = found[-1].key if len(found) == most else _WORST
        if bound >= to_beat:
            break
        scheduled = _best_of_set(options, _measure(options, bound, chosen, place), to_beat)
        if scheduled is not None:
            found = sorted((*found, scheduled), key=_key_of)[:most]
    return found


def _key_of(scheduled: Scheduled) -> Key:
    return scheduled.key


def _bound(options: Options, chosen: tuple[Candidate, ...]) -> Key:
    """The best key the set could reach: all of it at once, with no hours for foundations."""
    best = _best_links(options, chosen)
    most = sum(1 for n in options.others if best.get(n) or n in options.need_foundations)
    return (
        _first_needs(options, best),
        _sum_of_years(options, chosen, (1,) * len(chosen), best),
        -most,
        len(chosen),
        _full_load(options, chosen, frozenset()),
        tuple(c.order for c in chosen),
        (),
    )


_Place = Callable[[frozenset[str]], Placement | None]


def _placing(options: Options) -> _Place:
    """Places the foundations that a set rests on; many sets rest on the same ones."""
    return cache(lambda carry: place_first(options, carry))


def _measure(
    options: Options, bound: Key, chosen: tuple[Candidate, ...], place: _Place
) -> Iterator[_Measured]:
    """The set once for each choice of foundations that what starts first may call for."""
    best = _best_links(options, chosen)
    groups: dict[frozenset[str], set[frozenset[int]]] = {}
    for begun in _may_begin(options, chosen):
        carry = carrying(options, chosen, [chosen[i] for i in begun])
        if carry is not None:
            groups.setdefault(carry, set()).add(begun)
    for carry, begun_by in groups.items():
        before = place(carry)
        if before is not None:
            load = _full_load(options, chosen, carry)
            yield _Measured(bound, chosen, frozenset(begun_by), best, load, carry, before)


def _may_begin(options: Options, chosen: tuple[Candidate, ...]) -> Iterator[frozenset[int]]:
    """The groups that may start in the first year, as places in the set."""
    if not chosen:
        yield frozenset()
    for size in range(1, options.limits.starts_a_year + 1):
        yield from map(frozenset, combinations(range(len(chosen)), size))


def _best_links(options: Options, chosen: Sequence[Candidate]) -> dict[str, int]:
    best = dict(options.kept_serves)
    for candidate in chosen:
        for need, weight in candidate.serves.items():
            best[need] = max(weight, best.get(need, 0))
    return best


def _first_needs(options: Options, best: dict[str, int]) -> int:
    """Step 1, negative so that lower is better: level weight times the best link."""
    return -sum(weight * best.get(need, 0) for need, weight in options.first.items())


def _sum_of_years(
    options: Options, chosen: Sequence[Candidate], years: Sequence[int], best: dict[str, int]
) -> int:
    """Step 2: the years in which first needs get their best link; not served is after the last."""
    total = 0
    for need in options.first:
        weight = best.get(need, 0)
        if weight == 0:
            total += options.limits.years + 1
        elif options.kept_serves.get(need, 0) < weight:
            total += min(
                year
                for candidate, year in zip(chosen, years, strict=True)
                if candidate.serves.get(need, 0) == weight
            )
    return total


def _full_load(
    options: Options, chosen: Sequence[Candidate], carry: frozenset[str]
) -> tuple[int, int, int]:
    """Step 5: the load of full years, whenever it starts; hours, then half-days, then lessons."""
    built = [options.foundations[f] for f in carry]
    hours = sum(sum(c.load.hours) for c in chosen) + sum(
        sum(foundation_hours(o, IN_PLACE if o.in_place.value is True else 1, 2, True))
        for o in built
    )
    half_days = sum(sum(c.load.half_days) for c in chosen)
    return hours, half_days, sum(c.load.lessons for c in chosen)


def _best_of_set(options: Options, every: Iterable[_Measured], to_beat: Key) -> Scheduled | None:
    """The best schedule of a set that beats this key; None when there is none."""
    found: Scheduled | None = None
    for measured in every:
        for years, hours_left in _schedules(options, measured):
            # Foundations are placed only where the schedule itself is still good enough.
            if _reach(options, measured, years) >= to_beat:
                continue
            placement = place_rest(options, measured.before, hours_left)
            key = _key(options, measured, years, placement)
            if key < to_beat:
                to_beat = key
                found = Scheduled(key, measured.chosen, years, measured.carry, placement)
    return found


def _schedules(options: Options, measured: _Measured) -> Iterator[tuple[Years, tuple[int, ...]]]:
    return schedules(options, measured.chosen, measured.begun, measured.carry, measured.before)


def _reach(options: Options, measured: _Measured, years: Years) -> Key:
    """The best key that these years could have, before the other foundations are placed."""
    earlier = _sum_of_years(options, measured.chosen, years, measured.best)
    first, _, most, starts, _, order, _ = measured.bound
    return (first, earlier, most, starts, measured.load, order, ())


def _key(options: Options, measured: _Measured, years: Years, placement: Placement) -> Key:
    served = sum(
        1
        for need in options.others
        if measured.best.get(need) or options.need_foundations.get(need) in placement.years
    )
    first, earlier, _, starts, load, order, _ = _reach(options, measured, years)
    return (first, earlier, -served, starts, load, order, years)


def admits(options: Options, form: str) -> bool:
    """Whether some admissible set with a schedule holds this form."""
    place = _placing(options)
    for chosen in sets_with(options, form):
        measured = _measure(options, _bound(options, chosen), chosen, place)
        if any(True for one in measured for _ in _schedules(options, one)):
            return True
    return False
