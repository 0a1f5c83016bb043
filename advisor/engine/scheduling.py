"""When the starts of a set can begin: every schedule that fits the room of each school year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from advisor.engine.options import Candidate, Options
from advisor.engine.placing import Placement
from advisor.model.combination import IN_PLACE
from advisor.model.interventions import Load

Years = tuple[int, ...]
_Asked = tuple[int, int, int]
_Left = tuple[_Asked, ...]
_Fitting = tuple[Years, tuple[int, ...], frozenset[int]]


@cache
def load_by_year(load: Load, start: int, years: int) -> tuple[_Asked, ...]:
    """Hours, half-days and lessons that something started in `start` asks in each school year."""
    return tuple(
        (
            load.hours[0] if year == start else load.hours[1],
            load.half_days[year - start] if year - start < len(load.half_days) else 0,
            load.lessons,
        )
        if year >= start
        else (0, 0, 0)
        for year in range(1, years + 1)
    )


def schedules(
    options: Options,
    chosen: Sequence[Candidate],
    begun: frozenset[frozenset[int]],
    carry: frozenset[str],
    before: Placement,
) -> Iterator[tuple[Years, tuple[int, ...]]]:
    """Each admissible schedule, earlier years first, with the hours that every year has left.

    Nothing starts before the foundations it rests on, nor before what it requires. `carry` are the
    foundations for one of the groups in `begun`: only those schedules count in which just such a
    group starts first.
    """
    rests_on = max((before.years[f] for f in carry), default=IN_PLACE)
    room, most = options.room, options.limits.starts_a_year
    left = tuple((hours, room.half_days, room.lessons) for hours in before.hours_left)
    loads = tuple(candidate.load for candidate in chosen)
    waits = any(candidate.needs for candidate in chosen)
    for years, hours_left, first_starts in _fitting(loads, max(1, rests_on), left, most):
        if first_starts in begun and not (waits and _is_late(options, chosen, years)):
            yield years, hours_left


# One school asks for some seventy; another answer seldom changes them.
@lru_cache(maxsize=1024)
def _fitting(loads: tuple[Load, ...], first: int, left: _Left, most: int) -> tuple[_Fitting, ...]:
    """Every schedule from year `first` with at most so many starts a year that fits what is left.

    With the hours that it leaves, and the places in the set of what starts in its first year.
    """
    return tuple(
        (years, tuple(hours for hours, _, _ in rest), _first_starts(years))
        for years, rest in _place(loads, first, left, most)
    )


def _place(
    loads: tuple[Load, ...], first: int, left: _Left, most: int, years: Years = ()
) -> Iterator[tuple[Years, _Left]]:
    if len(years) == len(loads):
        yield years, left
        return
    for year in range(first, len(left) + 1):
        if years.count(year) < most:
            rest = _take(left, load_by_year(loads[len(years)], year, len(left)))
            if rest is not None:
                yield from _place(loads, first, rest, most, (*years, year))


def _take(left: _Left, asked: tuple[_Asked, ...]) -> _Left | None:
    """What is left after this load; None when a school year cannot give it."""
    rest = []
    for (hours, half_days, lessons), (h, d, n) in zip(left, asked, strict=True):
        if h > hours or d > half_days or n > lessons:
            return None
        rest.append((hours - h, half_days - d, lessons - n))
    return tuple(rest)


def _is_late(options: Options, chosen: Sequence[Candidate], years: Years) -> bool:
    """Whether of a group that a start requires no form is kept or starts by then."""
    there = {one.form.id: IN_PLACE for one in options.kept}
    there |= {c.form.id: year for c, year in zip(chosen, years, strict=True)}
    return any(
        all(there.get(form, year + 1) > year for form in group)
        for candidate, year in zip(chosen, years, strict=True)
        for group in candidate.needs
    )


def _first_starts(years: Years) -> frozenset[int]:
    """The places in the set of what starts in its first year."""
    return frozenset(i for i, year in enumerate(years) if year == min(years))
