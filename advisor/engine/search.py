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
from advisor.model.combination import IN_PLACE

Key = tuple[int, int, int, int, tuple[int, int, int], tuple[int, ...], tuple[int, ...]]
"""The six steps as one value, lower is better; the sixth is catalogue order, then the schedule."""

STEPS = 6


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
    """A set with the foundations it rests on.

    Which foundations those are depends on what starts first: `begun` are the groups (as places in
    `chosen`) for which they are these.
    """

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
    best, *others = _best_two(options, possible_sets(options))
    return best, others[0] if others else None


def search_among(
    options: Options, is_meant: Callable[[tuple[Candidate, ...]], bool]
) -> Found | None:
    """The best two admissible sets that are meant; None when there is none."""
    best, *others = (*_best_two(options, filter(is_meant, possible_sets(options))), None)
    return None if best is None else (best, others[0])


def _best_two(options: Options, sets: Iterable[tuple[Candidate, ...]]) -> list[Scheduled]:
    """The best two of these sets that have a schedule.

    Sets are tried by the best key they could reach, so the search may stop as soon as that bound
    is no better than what was found; the result is that of trying everything.
    """
    linked = ((chosen, _best_links(options, chosen)) for chosen in sets)
    bounded = [(_bound(options, chosen, best), chosen, best) for chosen, best in linked]
    place = _placing(options)
    found: list[Scheduled] = []
    for bound, chosen, best in sorted(bounded, key=itemgetter(0)):
        if len(found) > 1 and bound >= found[1].key:
            break
        measured = _measure(options, chosen, best, place)
        tried = (_best_schedule(options, one) for one in measured)
        scheduled = min((s for s in tried if s is not None), key=_key_of, default=None)
        if scheduled is not None:
            found = sorted((*found, scheduled), key=_key_of)[:2]
    return found


def _key_of(scheduled: Scheduled) -> Key:
    return scheduled.key


def possible_sets(options: Options) -> Iterator[tuple[Candidate, ...]]:
    """All sets that pass what does not depend on a schedule; the empty one is always among them."""
    if options.room.hours == 0:
        yield ()
        return
    for chosen in _one_a_type(options.candidates, _most(options), _last_year(options)):
        if _hangs_together(options, chosen):
            yield chosen


_LastYear = tuple[int, int]
"""Hours and lessons that the last school year, in which all of a set runs, could still give."""


def _last_year(options: Options) -> _LastYear:
    return options.room.hours, options.room.lessons


def _after(candidate: Candidate, left: _LastYear) -> _LastYear:
    """What is left when the candidate asks the least that it can."""
    return left[0] - min(candidate.load.hours), left[1] - candidate.load.lessons


def _one_a_type(
    candidates: Sequence[Candidate], most: int, left: _LastYear, start: int = 0
) -> Iterator[tuple[Candidate, ...]]:
    yield ()
    if most == 0:
        return
    for index in range(start, len(candidates)):
        head = candidates[index]
        rest = _after(head, left)
        if min(rest) < 0:
            continue
        for tail in _one_a_type(candidates, most - 1, rest, index + 1):
            if all(c.form.intervention != head.form.intervention for c in tail):
                yield (head, *tail)


def _hangs_together(options: Options, chosen: tuple[Candidate, ...]) -> bool:
    """Requirements met, nothing without a need or a purpose, not too many starts."""
    kept = {one.form.id for one in options.kept}
    there = kept | {c.form.id for c in chosen}
    open_groups = [g for c in chosen for g in c.needs if not g & kept]
    if any(not group & there for group in open_groups):
        return False
    required = {c.form.id for c in chosen if any(c.form.id in g for g in open_groups)}
    if any(not c.serves and c.form.id not in required for c in chosen):
        return False
    limits = options.limits
    return len(chosen) <= limits.starts or (
        len(chosen) <= limits.starts_with_required and bool(required)
    )


def _bound(options: Options, chosen: tuple[Candidate, ...], best: dict[str, int]) -> Key:
    """The best key the set could reach: all of it at once, with no hours for foundations."""
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
    options: Options, chosen: tuple[Candidate, ...], best: dict[str, int], place: _Place
) -> Iterator[_Measured]:
    """The set once for each choice of foundations that what starts first may call for."""
    groups: dict[frozenset[str], set[frozenset[int]]] = {}
    for begun in _may_begin(options, chosen):
        carry = carrying(options, chosen, [chosen[i] for i in begun])
        if carry is not None:
            groups.setdefault(carry, set()).add(begun)
    for carry, begun_by in groups.items():
        before = place(carry)
        if before is not None:
            load = _full_load(options, chosen, carry)
            yield _Measured(chosen, frozenset(begun_by), best, load, carry, before)


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


def _best_schedule(options: Options, measured: _Measured) -> Scheduled | None:
    best: Scheduled | None = None
    for years, hours_left in _schedules(options, measured):
        placement = place_rest(options, measured.before, hours_left)
        key = _key(options, measured, years, placement)
        if best is None or key < best.key:
            best = Scheduled(key, measured.chosen, years, measured.carry, placement)
    return best


def _schedules(options: Options, measured: _Measured) -> Iterator[tuple[Years, tuple[int, ...]]]:
    return schedules(options, measured.chosen, measured.begun, measured.carry, measured.before)


def _key(
    options: Options, measured: _Measured, years: tuple[int, ...], placement: Placement
) -> Key:
    served = sum(
        1
        for need in options.others
        if measured.best.get(need) or options.need_foundations.get(need) in placement.years
    )
    earlier = _sum_of_years(options, measured.chosen, years, measured.best)
    order = tuple(c.order for c in measured.chosen)
    first = _first_needs(options, measured.best)
    return (first, earlier, -served, len(years), measured.load, order, years)


def admits(options: Options, form: str) -> bool:
    """Whether some admissible set with a schedule holds this form."""
    fixed = [c for c in options.candidates if c.form.id == form and options.room.hours > 0]
    others = [c for c in options.candidates if c.form.id != form]
    left = _after(fixed[0], _last_year(options)) if fixed else (-1, -1)
    place = _placing(options)
    for tail in _one_a_type(others, _most(options) - 1, left) if min(left) >= 0 else ():
        chosen = tuple(sorted((*fixed, *tail), key=lambda c: c.order))
        if len({c.form.intervention for c in chosen}) < len(chosen):
            continue
        if not _hangs_together(options, chosen):
            continue
        measured = _measure(options, chosen, _best_links(options, chosen), place)
        if any(True for one in measured for _ in _schedules(options, one)):
            return True
    return False


def _most(options: Options) -> int:
    """How many may start: one more where something may require another form."""
    limits = options.limits
    if any(candidate.needs for candidate in options.candidates):
        return max(limits.starts, limits.starts_with_required)
    return limits.starts
