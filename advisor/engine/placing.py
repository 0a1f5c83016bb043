"""Where the foundations go: those that a set rests on before any type, the others after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from advisor.engine.options import Candidate, FoundationOption, Options
from advisor.model.combination import IN_PLACE
from advisor.model.interventions import Form
from advisor.model.vocabulary import Tier


@dataclass(frozen=True, slots=True)
class Placement:
    """Foundations with their year, and what is left of the hours and slots of each year.

    A foundation without room in any year is absent from `years`.
    """

    years: dict[str, int]
    hours_left: tuple[int, ...]
    slots_left: tuple[int, ...]


def carrying(
    options: Options, chosen: Sequence[Candidate], begun: Sequence[Candidate]
) -> frozenset[str] | None:
    """The foundations a set rests on, if `begun` is what starts in its first year.

    The care route where it is missing, and what gives the base, all the staff and all the parents
    that the first starts lack, so that nothing ever stands alone; help for some does not reach all
    of them. None if the layers stay too few.
    """
    if not chosen:
        return frozenset()
    limits = options.limits
    needs_route = options.route_missing and any(c.form.at_risk for c in chosen)
    found = frozenset({limits.route_foundation} if needs_route else ())
    stays = [k.form for k in options.kept if not _is_replaced(k.form, chosen)]
    certain = [c for c in begun if not c.waits_for]
    if not any(form.is_base for form in stays) and not any(
        c.form.is_base and c.serves for c in certain
    ):
        found |= {limits.base_foundation}
    forms = (*stays, *(c.form for c in certain))
    for_all = {layer for form in forms if form.tier is Tier.UNIVERSAL for layer in form.layers}
    for layer in limits.layers_always:
        if layer not in for_all | _layers(options, found):
            found |= {limits.layer_foundations[layer]}
    layers = {layer for form in forms for layer in form.layers} | _layers(options, found)
    return found if len(layers) >= limits.layers else None


def _is_replaced(form: Form, chosen: Sequence[Candidate]) -> bool:
    """Whether another form of its type starts, so that this one no longer counts."""
    return any(c.form.intervention == form.intervention for c in chosen)


def _layers(options: Options, foundations: Iterable[str]) -> set[str]:
    built = (options.foundations[f].foundation for f in foundations)
    return {layer for foundation in built for layer in foundation.layers}


def place_first(options: Options, carry: frozenset[str]) -> Placement | None:
    """The reserved foundations, each in the first year with room; None if the set lacks one."""
    limits = options.limits
    asked = [f for f in limits.reserved_foundations if options.foundations[f].findings]
    first, *later = limits.reserved_foundations
    wanted = [
        *_in_order(options, {*asked, *carry} & {first}),
        *_in_order(options, carry - {first}),
        *_in_order(options, {*asked} & {*later} - carry),
    ]
    start = Placement(
        {}, (options.room.hours,) * limits.years, (limits.foundations_a_year,) * limits.years
    )
    placed = _place(options, wanted, start, carry)
    return placed if carry <= placed.years.keys() else None


def place_rest(options: Options, before: Placement, hours_left: tuple[int, ...]) -> Placement:
    """The other foundations that rules ask for, in what the types leave, earliest first."""
    asked = {f for f, option in options.foundations.items() if option.findings}
    left = Placement(dict(before.years), hours_left, before.slots_left)
    wanted = _in_order(options, asked - before.years.keys())
    return _place(options, wanted, left, frozenset())


def _in_order(options: Options, wanted: Iterable[str]) -> list[FoundationOption]:
    return sorted((options.foundations[f] for f in wanted), key=lambda o: o.sort_key)


def _place(
    options: Options,
    wanted: list[FoundationOption],
    before: Placement,
    carry: frozenset[str],
) -> Placement:
    years, hours, slots = dict(before.years), list(before.hours_left), list(before.slots_left)
    for option in wanted:
        year = _first_year(option, hours, slots, option.foundation.id in carry, options)
        if year is None:
            continue
        years[option.foundation.id] = year
        for index, asked in enumerate(
            foundation_hours(option, year, len(hours), option.foundation.id in carry)
        ):
            hours[index] -= asked
        if year != IN_PLACE:
            slots[year - 1] -= 1
    return Placement(years, tuple(hours), tuple(slots))


def _first_year(
    option: FoundationOption, hours: list[int], slots: list[int], carries: bool, options: Options
) -> int | None:
    stands = option.in_place.value is True
    if options.room.hours == 0:
        return IN_PLACE if stands and not carries else None
    tries = [IN_PLACE] if stands else [y for y in range(1, len(hours) + 1) if slots[y - 1] > 0]
    for year in tries:
        asked = foundation_hours(option, year, len(hours), carries)
        if all(ask <= have for ask, have in zip(asked, hours, strict=True)):
            return year
    return None


def foundation_hours(
    option: FoundationOption, year: int, years: int, carries: bool
) -> tuple[int, ...]:
    """Hours a school year: building, then upkeep; in place only upkeep, if a set rests on it."""
    return _hours_by_year(option.foundation.load.hours, year, years, carries)


@cache
def _hours_by_year(hours: tuple[int, int], year: int, years: int, carries: bool) -> tuple[int, ...]:
    first, later = hours
    if year == IN_PLACE:
        return ((later if carries else 0),) * years
    return tuple(0 if y < year else first if y == year else later for y in range(1, years + 1))
