"""Runs the reasoning again for one school with other answers, and remembers what it has seen."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from advisor.engine.choose import choose
from advisor.engine.items import outline
from advisor.engine.judge import Findings, judge
from advisor.engine.options import Options, lay_out_options
from advisor.engine.search import Scheduled, search_best
from advisor.engine.settle import settle
from advisor.engine.what_if.behind import Weigher
from advisor.engine.what_if.moves import list_moves
from advisor.model.combination import Decision
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.questionnaire import Answer, Answers
from advisor.model.rules import RequireForms
from advisor.model.vocabulary import Stage
from advisor.model.what_if import Change, Difference, Move, Outline


@dataclass(frozen=True, slots=True)
class Judged:
    """How far the reasoning came before anything was chosen."""

    profile: Profile
    findings: Findings


class Bench:
    """One school and its knowledge. The same answers, and the same options, are reasoned once."""

    def __init__(self, answers: Answers, knowledge: Knowledge) -> None:
        """Reason about the answers as they are."""
        self.knowledge = knowledge
        # Whether respondents agree makes a need more certain, and changes no choice.
        answers = replace(answers, respondents=())
        self._weigh = Weigher(answers, knowledge)
        self._settled: dict[frozenset[Move], Profile] = {}
        self._judged: dict[frozenset[Move], Judged] = {}
        self._outlines: dict[Hashable, Outline] = {}
        self._after: dict[frozenset[Move], Outline] = {}
        self.answers = answers
        self.base = self.after(())
        self.moves = list_moves(self.settled(()), knowledge)
        self.company = frozenset(_company(knowledge))

    @cached_property
    def chosen(self) -> tuple[Options, Scheduled]:
        """What there was to choose from with the answers as they are, and the best set of it."""
        judged = self.judged(())
        options = lay_out_options(judged.profile, judged.findings, self.knowledge)
        return options, search_best(options)[0]

    def settled(self, change: Change) -> Profile:
        """The profile after this change, before any rule looks at it."""
        key = frozenset(change)
        if key not in self._settled:
            answers = apply(change, self.answers)
            self._settled[key] = settle(answers, self.knowledge, self._weigh)
        return self._settled[key]

    def judged(self, change: Change) -> Judged:
        """What is known after this change, before anything is chosen."""
        key = frozenset(change)
        if key not in self._judged:
            self._judged[key] = self._judge(self.settled(change))
        return self._judged[key]

    def after(self, change: Change) -> Outline:
        """What the reasoning comes to after this change."""
        key = frozenset(change)
        if key not in self._after:
            self._after[key] = self._outline(self.judged(change))
        return self._after[key]

    def with_answers(self, values: Mapping[str, Answer]) -> Outline:
        """What the reasoning comes to with all these answers; they need not go together yet."""
        answers = replace(self.answers, values=values)
        return self._outline(self._judge(settle(answers, self.knowledge, self._weigh)))

    def _judge(self, profile: Profile) -> Judged:
        return Judged(profile, judge(profile, self.knowledge, self._weigh))

    def _outline(self, judged: Judged) -> Outline:
        key = self._key_of(judged)
        if key not in self._outlines:
            combination = choose(judged.profile, judged.findings, self.knowledge, search_best)
            self._outlines[key] = outline(combination, self.knowledge)
        return self._outlines[key]

    def difference(self, other: Outline) -> Difference:
        """What another combination brings, drops and does otherwise than the chosen one.

        Nobody misses what only ends, where it does not run at all.
        """
        old = {place.id: place for place in self.base.places}
        new = {place.id: place for place in other.places}
        items = old.keys() | new.keys()
        still = {one.id for one in other.decided}
        runs = {one.id for one in self.base.decided}
        return Difference(
            added=tuple(place for place in other.places if place.id not in old),
            dropped=tuple(place for place in self.base.places if place.id not in new),
            moved=tuple((old[p.id], p) for p in other.places if p.id in old and old[p.id] != p),
            decided=tuple(
                one
                for one in other.decided
                if one.id not in items
                and one not in self.base.decided
                and (one.id in runs or one.decision is not Decision.LET_END)
            ),
            undone=tuple(
                one
                for one in self.base.decided
                if one.id not in items | still and one.decision is not Decision.LET_END
            ),
        )

    def _key_of(self, judged: Judged) -> Hashable:
        """All that the choice looks at: two schools with the same key get the same outline."""
        profile, findings = judged.profile, judged.findings
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
            tuple(
                self._weigh(foundation.in_place, profile).value
                for foundation in self.knowledge.catalogue.foundations.values()
            ),
        )


def _company(knowledge: Knowledge) -> Iterator[str]:
    """The forms that another form may require beside it."""
    for form in knowledge.catalogue.forms.values():
        yield from (other for group in form.requires for other in group)
    for rule in knowledge.rules.get(Stage.JUDGE, ()):
        if isinstance(rule.then, RequireForms):
            yield from rule.then.one_of


def apply(change: Change, answers: Answers) -> Answers:
    """The answers after a change; they still have to be settled."""
    return replace(answers, values={**answers.values, **{m.question: m.new for m in change}})
