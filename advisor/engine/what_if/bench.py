"""Runs the reasoning again for one school with other answers, and remembers what it has seen."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace

from advisor.engine.choose import choose
from advisor.engine.items import list_places
from advisor.engine.judge import Findings, judge
from advisor.engine.settle import settle
from advisor.engine.what_if.behind import Weigher
from advisor.engine.what_if.moves import list_moves
from advisor.model.conditions import Outcome
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.questionnaire import Answers
from advisor.model.what_if import Change, Difference, Move, Place


@dataclass(frozen=True, slots=True)
class Tried:
    """What the reasoning came to with some answers."""

    profile: Profile
    findings: Findings
    places: tuple[Place, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The items of the combination."""
        return frozenset(place.id for place in self.places)


class Bench:
    """One school and its knowledge. The same answers, and the same options, are reasoned once."""

    def __init__(self, answers: Answers, knowledge: Knowledge) -> None:
        """Reason about the answers as they are."""
        self.knowledge = knowledge
        self._weigh = Weigher(knowledge)
        self._tried: dict[frozenset[Move], Tried] = {}
        self._places: dict[Hashable, tuple[Place, ...]] = {}
        self.answers = answers
        self.base = self.after(())
        self.moves = list_moves(self.base.profile, knowledge)

    def after(self, change: Change) -> Tried:
        """What the reasoning comes to after this change."""
        key = frozenset(change)
        if key not in self._tried:
            self._tried[key] = self._reason(apply(change, self.answers))
        return self._tried[key]

    def difference(self, tried: Tried) -> Difference:
        """What it brings, drops and moves, seen from the answers as they are."""
        return differ(self.base.places, tried.places)

    def _reason(self, answers: Answers) -> Tried:
        profile = settle(answers, self.knowledge, self._weigh)
        findings = judge(profile, self.knowledge, self._weigh)
        key = _key_of(profile, findings, [f.value for f in self._in_place(profile)])
        if key not in self._places:
            combination = choose(profile, findings, self.knowledge)
            self._places[key] = list_places(combination, self.knowledge)
        return Tried(profile, findings, self._places[key])

    def _in_place(self, profile: Profile) -> Iterator[Outcome]:
        for foundation in self.knowledge.catalogue.foundations.values():
            yield self._weigh(foundation.in_place, profile)


def apply(change: Change, answers: Answers) -> Answers:
    """The answers after a change; they still have to be settled."""
    return replace(answers, values={**answers.values, **{m.question: m.new for m in change}})


def differ(before: tuple[Place, ...], after: tuple[Place, ...]) -> Difference:
    """What came in, what dropped out, and what stands otherwise."""
    old = {place.id: place for place in before}
    new = {place.id: place for place in after}
    return Difference(
        added=tuple(place for place in after if place.id not in old),
        dropped=tuple(place for place in before if place.id not in new),
        moved=tuple((old[p.id], p) for p in after if p.id in old and old[p.id] != p),
    )


def _key_of(profile: Profile, findings: Findings, in_place: list[bool | None]) -> Hashable:
    """All that the choice looks at: two schools with the same key get the same places."""
    return (
        profile.reading,
        profile.reading_known,
        profile.years,
        profile.running,
        tuple((n.level if n.first else n.raised, n.first) for n in profile.needs.values()),
        tuple((a.runs, a.is_clear, a.form) for a in profile.activities.values()),
        tuple(capacity.amount for capacity in profile.capacities.values()),
        tuple(flag.value for flag in profile.flags.values()),
        *(
            tuple((name, tuple(f.rule.id for f in found)) for name, found in some.items())
            for some in (findings.excluded, findings.required_forms, findings.foundations)
        ),
        tuple(in_place),
    )
