"""Chooses for every school by two versions of the knowledge, and groups what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from advisor.checking.against.schools import School, fit_to
from advisor.checking.schools import TODAY
from advisor.engine.assess import assess
from advisor.engine.choose import choose
from advisor.engine.items import outline
from advisor.engine.judge import judge
from advisor.engine.reasoning import Reasoning, reason
from advisor.engine.search import search_best
from advisor.loading.index import Index
from advisor.model.combination import IN_PLACE, Decision
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import NotAsked
from advisor.model.what_if import Outline, Place
from advisor.texts import Text

NOTHING = Text("", "")

Words = Mapping[str, Text]
"""What a plan calls a status or a decision."""


class What(StrEnum):
    """What can differ between two combinations."""

    ADDED = "added"
    DROPPED = "dropped"
    FORM = "other-form"
    START = "other-start"
    DECISION = "other-decision"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs, the same for every school with it: an item, and how it was and is.

    `before` and `after` are empty where it only comes in or goes out.
    """

    what: What
    id: str
    before: Text = NOTHING
    after: Text = NOTHING


@dataclass(slots=True)
class Side:
    """One version of the knowledge, where its entries stand, and the answers it cannot read."""

    knowledge: Knowledge
    index: Index
    lost: Counter[NotAsked] = field(default_factory=Counter)

    def outline(self, school: School) -> Outline:
        """What this version advises the school, without words."""
        answers = fit_to(school.answers, self.knowledge.questionnaire, self.lost)
        profile = assess(answers, self.knowledge)
        findings = judge(profile, self.knowledge)
        combination = choose(profile, findings, self.knowledge, search_best)
        return outline(combination, self.knowledge)

    def reason(self, school: School) -> Reasoning:
        """All that this version has to say of the school."""
        answers = fit_to(school.answers, self.knowledge.questionnaire, Counter())
        return reason(answers, self.knowledge, TODAY)


@dataclass(frozen=True, slots=True)
class Shift:
    """A school that gets another combination."""

    school: School
    changes: tuple[Change, ...]


def find_shifts(schools: Iterable[School], before: Side, after: Side) -> Iterator[Shift]:
    """The schools of which the two versions make something else."""
    words = after.knowledge.catalogue.words
    for school in schools:
        changes = tuple(list_changes(before.outline(school), after.outline(school), words))
        if changes:
            yield Shift(school, changes)


def list_changes(before: Outline, after: Outline, words: Words) -> Iterator[Change]:
    """What differs between two combinations, item by item."""
    old, new = ({place.id: place for place in side.places} for side in (before, after))
    for name in dict.fromkeys((*new, *old)):
        was, now = old.get(name), new.get(name)
        if was is None or now is None:
            yield Change(What.ADDED if was is None else What.DROPPED, name)
        elif was.form != now.form:
            yield Change(What.FORM, name, Text.same(was.form or "-"), Text.same(now.form or "-"))
        elif was != now:
            yield Change(What.START, name, _start(was, words), _start(now, words))
    items = old.keys() | new.keys()
    then, later = ({one.id: one.decision for one in side.decided} for side in (before, after))
    for name in dict.fromkeys((*later, *then)):
        if name not in items and then.get(name) != later.get(name):
            told = (_decision(side.get(name), words) for side in (then, later))
            yield Change(What.DECISION, name, *told)


def _start(place: Place, words: Words) -> Text:
    """How an item is part of a combination, and in which year it starts."""
    status = words[f"fmt-status-{place.status.value}"]
    if place.year == IN_PLACE:
        return status
    if place.year is None:
        return Text("{status}, zonder jaar", "{status}, without a year").fill(status=status)
    year = Text("{status}, schooljaar {year}", "{status}, school year {year}")
    return year.fill(status=status, year=place.year)


def _decision(decision: Decision | None, words: Words) -> Text:
    return Text.same("-") if decision is None else words[f"fmt-decision-{decision.value}"]


def group(shifts: Iterable[Shift]) -> dict[Change, list[School]]:
    """The schools of each change: by kind, and of a kind what happens most comes first."""
    found: dict[Change, list[School]] = {}
    for shift in shifts:
        for change in shift.changes:
            found.setdefault(change, []).append(shift.school)
    order = list(What)
    return dict(sorted(found.items(), key=lambda one: (order.index(one[0].what), -len(one[1]))))
