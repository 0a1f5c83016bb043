"""The schools that a report may name: the first by name, so that any number of schools fits."""

from __future__ import annotations

from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from advisor.engine.network.counting import Group, trainings_of
from advisor.model.network import Contribution, Quote, School

Key = tuple[str, str, str]
Reading = tuple[str, ...]

PAIRED = 24
"""The schools for which a report seeks others to look at; about as many as meet in one network."""

NAMED = 12
"""The schools that are kept for one thing: enough to spread visits, and more than are read."""

QUOTED = 6
"""The questions that are kept for one need; fewer are shown."""


NO_NEED = ""
"""For the questions of schools that begin with no need, or with more than one."""


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A school that shares, in its place: by name, and for the same name by all it gives."""

    key: Key
    one: Contribution = field(compare=False)

    @classmethod
    def of(cls, one: Contribution) -> Named:
        """The school of that contribution."""
        name = one.school or ""
        return cls((name.casefold(), name, repr(one)), one)


@dataclass(slots=True)
class _Firsts:
    """At most so many schools: the first ones, whatever the order in which they came."""

    most: int
    kept: list[Named] = field(default_factory=list)

    def take(self, named: Named) -> None:
        if len(self.kept) < self.most or named < self.kept[-1]:
            insort(self.kept, named)
            del self.kept[self.most :]


@dataclass(slots=True)
class Samples:
    """The schools that share, a bounded number for each thing there is to tell about them."""

    learners: _Firsts = field(default_factory=lambda: _Firsts(PAIRED))
    number: Counter[str] = field(default_factory=Counter)
    _standing: dict[tuple[str, Reading], _Firsts] = field(
        default_factory=lambda: defaultdict(lambda: _Firsts(NAMED))
    )
    _training: dict[Group, _Firsts] = field(
        default_factory=lambda: defaultdict(lambda: _Firsts(NAMED))
    )
    _asking: dict[str, _Firsts] = field(
        default_factory=lambda: defaultdict(lambda: _Firsts(QUOTED))
    )

    def take(self, one: Contribution) -> None:
        """Keep the school where it is among the first."""
        if one.shares is not True:
            return
        named = Named.of(one)
        self.learners.take(named)
        self.number.update(one.stands)
        for thing in one.stands:
            self._standing[thing, one.reading].take(named)
        for group in trainings_of(one):
            self._training[group].take(named)
        if one.question is not None:
            first = [need.id for need in one.needs if need.first]
            self._asking[first[0] if len(first) == 1 else NO_NEED].take(named)

    def standing_at(self, thing: str, reading: Reading) -> list[Named]:
        """Schools of that kind where the thing stands every year."""
        found = self._standing.get((thing, reading))
        return [] if found is None else found.kept

    def standing(self, thing: str) -> list[Named]:
        """Schools of any kind where the thing stands every year."""
        kept = (kept for (what, _), kept in self._standing.items() if what == thing)
        return sorted(named for first in kept for named in first.kept)[:NAMED]

    def training(self, group: Group) -> list[Named]:
        """Schools that need a training."""
        found = self._training.get(group)
        return [] if found is None else found.kept

    def asking(self, need: str) -> list[Named]:
        """Schools with a question of their own and only that need first."""
        found = self._asking.get(need)
        return [] if found is None else found.kept

    def every_asking(self) -> list[Named]:
        """Schools with a question of their own, each once."""
        return sorted({n.key: n for kept in self._asking.values() for n in kept.kept}.values())

    @property
    def readings(self) -> list[Reading]:
        """The kinds of schools where something stands, as far as their sector is known."""
        return sorted({reading for _, reading in self._standing if reading})

    def every(self) -> Iterator[Named]:
        """All schools that are kept."""
        for firsts in (self._standing, self._training, self._asking):
            for kept in firsts.values():
                yield from kept.kept
        yield from self.learners.kept


@dataclass(frozen=True, slots=True)
class Names:
    """What the schools are called; a number where several have the same name."""

    schools: dict[Key, School]

    @classmethod
    def of(cls, every: Iterable[Named]) -> Names:
        """The names of these schools."""
        found = {named.key: named.one for named in every}
        same: dict[str, list[Key]] = defaultdict(list)
        for key in sorted(found):
            same[key[1]].append(key)
        return cls(
            {
                key: School(name, found[key].reading, at if len(keys) > 1 else None)
                for name, keys in same.items()
                for at, key in enumerate(keys, start=1)
            }
        )

    @property
    def are_numbered(self) -> bool:
        """Whether some schools have the same name."""
        return any(school.number is not None for school in self.schools.values())

    def __getitem__(self, named: Named) -> School:
        """The school."""
        return self.schools[named.key]

    def quote(self, named: Named) -> Quote:
        """The question of a school."""
        return Quote(self[named], named.one.question or "")
