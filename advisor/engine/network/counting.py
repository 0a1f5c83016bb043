"""Counts schools by group, and tells no number from which a silent school could be made out."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from advisor.model.lines import Kind
from advisor.model.network import Contribution, Told

SEVERAL = 2
"""What one school has alone is not shared, and would point at it, also where it may be told."""


class About(StrEnum):
    """What the schools of a group have in common."""

    RAISED = "raised"
    FIRST = "first"
    OPEN = "open"
    OPEN_SO = "open-so"
    REASON = "reason"
    TRAINS = "trains"
    LACKS = "lacks"
    BUILDS = "builds"
    NO_ROOM = "no-room"
    ROOM_UNKNOWN = "room-unknown"
    AIM = "aim"
    BRINGS = "brings"


@dataclass(frozen=True, slots=True)
class Training:
    """Staff training that schools of one kind can do together."""

    year: str
    thing: str
    reading: tuple[str, ...]
    half_days: int


@dataclass(frozen=True, slots=True)
class Group:
    """All schools of which one thing is true: of a need, a unit and the like, and what of that."""

    about: About
    of: str = ""
    what: str | Training = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many schools of a group want to share, and how many did not say."""

    sharing: int
    silent: int

    @property
    def all(self) -> int:
        """How many there are in all."""
        return self.sharing + self.silent


def groups_of(one: Contribution) -> frozenset[Group]:
    """The groups that a school belongs to."""
    return frozenset(_groups(one))


def _groups(one: Contribution) -> Iterator[Group]:
    for need in one.needs:
        yield Group(About.RAISED, need.id)
        if need.first:
            yield Group(About.FIRST, need.id)
        if need.open_for is not None:
            yield Group(About.OPEN, need.id)
            yield Group(About.OPEN_SO, need.id, need.open_for)
            yield Group(About.REASON, need.open_for)
    for begun in one.begins:
        if begun.kind is Kind.FOUNDATION:
            yield Group(About.LACKS, begun.id)
            if begun.year is not None:
                yield Group(About.BUILDS, begun.id, begun.year)
    yield from trainings_of(one)
    yield from (Group(About.NO_ROOM, unit) for unit in one.no_room)
    yield from (Group(About.ROOM_UNKNOWN, unit) for unit in one.room_unknown)
    if one.aim is not None:
        yield Group(About.AIM, one.aim)
    if one.brings_beginner:
        yield Group(About.BRINGS)


def trainings_of(one: Contribution) -> dict[Group, dt.date | None]:
    """The trainings that a school needs, with the day on which what they are for begins."""
    return {
        Group(About.TRAINS, what=Training(b.year, b.id, one.reading, b.half_days)): b.begins
        for b in one.begins
        if b.half_days and b.year is not None
    }


def tell(part: Tally, whole: Tally, told: Told, minimum: int) -> Told | None:
    """The number of a group inside a `whole` of which `told` is told, as far as it may be told.

    A group with a silent school has at least the minimum of schools, and so has the rest of the
    whole. Where the rest is smaller, a number that leaves enough room is told as "at least". The
    same goes for a part of a whole that is told as "at least" itself: it counts from what is told,
    so that the two numbers together say no more than each of them.
    """
    if part.all == 0 or (part.silent and part.all < minimum):
        return None
    if whole.silent == 0 or told.schools - part.all >= minimum:
        return Told(part.all)
    least = max(minimum, told.schools - minimum + 1)
    if least > part.all:
        return None
    return Told(least, told.at_least or least < told.schools)


@dataclass(slots=True)
class Counts:
    """The counts of one pass, over all schools or over those that share.

    Silent schools count only where there are enough of them to hide among, and where "at least the
    minimum" does not come to every school. Which of the two holds does not depend on what schools
    answered, so that it gives nothing away.
    """

    minimum: int
    sharing: int = 0
    silent: int = 0
    stay_out: int = 0
    _sharing: Counter[Group] = field(default_factory=Counter)
    _silent: Counter[Group] = field(default_factory=Counter)
    _earliest: dict[tuple[bool, Group], dt.date] = field(default_factory=dict)

    def take(self, one: Contribution) -> None:
        """Count a school."""
        if one.shares is False:
            self.stay_out += 1
            return
        self.sharing += one.shares is True
        self.silent += one.shares is None
        (self._sharing if one.shares else self._silent).update(groups_of(one))
        for group, begins in trainings_of(one).items():
            if begins is not None:
                key = (one.shares is True, group)
                self._earliest[key] = min(begins, self._earliest.get(key, begins))

    @property
    def counts_silent(self) -> bool:
        """Whether the schools that did not say are among those that are counted."""
        return self.silent >= self.minimum and self.sharing + self.silent > self.minimum

    @property
    def whole(self) -> Tally:
        """The schools that are counted."""
        return Tally(self.sharing, self.silent if self.counts_silent else 0)

    def tally(self, group: Group) -> Tally:
        """The schools of a group that are counted."""
        return Tally(self._sharing[group], self._silent[group] if self.counts_silent else 0)

    def groups(self, about: About) -> list[Group]:
        """The groups with a school that is counted."""
        silent = set(self._silent) if self.counts_silent else set()
        return [group for group in {*self._sharing, *silent} if group.about is about]

    def earliest(self, group: Group) -> dt.date | None:
        """The first day on which a school of the group begins."""
        asked = (True, False) if self.counts_silent else (True,)
        days = [self._earliest[key] for s in asked if (key := (s, group)) in self._earliest]
        return min(days, default=None)

    def may_name(self, group: Group) -> bool:
        """Whether names beside the number leave no silent school alone."""
        silent = self.tally(group).silent
        return silent == 0 or silent >= self.minimum

    def told(self, group: Group) -> Told | None:
        """The number of a group, as far as it may be told."""
        whole = self.whole
        return tell(self.tally(group), whole, Told(whole.all), self.minimum)

    def several(self, group: Group) -> Told | None:
        """The same, where it is more than one school."""
        told = self.told(group)
        return None if told is None or told.schools < SEVERAL else told

    def told_within(self, part: Group, outer: Group, told: Told) -> Told | None:
        """The number of a group inside another one of which `told` is told."""
        inside, whole = self.tally(part), self.tally(outer)
        if whole.silent == 0:
            return Told(inside.all)
        return tell(inside, whole, told, self.minimum)
