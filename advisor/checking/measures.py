"""Measures of sense over generated schools: figures that invite a look, not a failure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from advisor.engine.choose import choose
from advisor.engine.reasoning import Reasoning
from advisor.model.combination import Combination, Start, Status
from advisor.model.knowledge import Knowledge
from advisor.model.lines import Cover
from advisor.model.profile import Profile
from advisor.model.vocabulary import Strength
from advisor.texts import Text

MOST_OF_ONE_TYPE = 40
MOST_OF_ONE_COMBINATION = 10
MOST_CHANGED = 5
LEAST_TYPICAL_SERVED = 80
MOST_UNLINKED = 2
OTHER_WEIGHTS = {
    "3:2": {Strength.WEAK: 0, Strength.MODERATE: 2, Strength.STRONG: 3},
    "3:1": {Strength.WEAK: 0, Strength.MODERATE: 1, Strength.STRONG: 3},
}


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure in percent. `at_most` or `at_least` is the goal; without one it only informs."""

    id: str
    name: Text
    percent: float
    detail: Text
    at_most: int | None = None
    at_least: int | None = None

    @property
    def ok(self) -> bool:
        """Whether the figure meets its goal."""
        over = self.at_most is not None and self.percent > self.at_most
        under = self.at_least is not None and self.percent < self.at_least
        return not (over or under)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen for a school, without its plan."""

    profile: Profile
    combination: Combination


def measure_sense(
    realistic: Sequence[Reasoning], typical: Sequence[Chosen], knowledge: Knowledge
) -> tuple[Measure, ...]:
    """All measures of sense over realistic and typical schools."""
    return (
        _one_type(realistic, knowledge),
        _one_combination(realistic),
        *_other_weights(realistic, knowledge),
        _typical_served(typical, knowledge),
        _typical_first(typical, knowledge),
        _unlinked(realistic),
        *_all_open(realistic),
    )


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def _one_type(schools: Sequence[Reasoning], knowledge: Knowledge) -> Measure:
    """The type that starts most often."""
    started = Counter(
        start.form.intervention for school in schools for start in school.combination.starts
    )
    top, count = max(started.items(), key=lambda pair: pair[1], default=("-", 0))
    name = knowledge.catalogue.interventions[top].name if started else Text.same("-")
    return Measure(
        "one-type",
        Text("scholen waar de meest gekozen soort begint", "schools where the top type starts"),
        _share(count, len(schools)),
        name,
        at_most=MOST_OF_ONE_TYPE,
    )


def _one_combination(schools: Sequence[Reasoning]) -> Measure:
    """The combination, foundations and kept work included, that most schools get."""
    found = Counter(
        tuple(sorted(item.form or item.id for item in school.plan.combination))
        for school in schools
    )
    top, count = max(found.items(), key=lambda pair: pair[1], default=((), 0))
    return Measure(
        "one-combination",
        Text("scholen met de meest gekozen combinatie", "schools with the most chosen combination"),
        _share(count, len(schools)),
        Text.same(", ".join(top) or "-"),
        at_most=MOST_OF_ONE_COMBINATION,
    )


def _other_weights(schools: Sequence[Reasoning], knowledge: Knowledge) -> Iterator[Measure]:
    """Strong to moderate counts 2:1; a slightly other opinion should seldom change the set."""
    for ratio, weights in OTHER_WEIGHTS.items():
        other = replace(knowledge, limits=replace(knowledge.limits, link_weights=weights))
        changed = sum(
            _forms(choose(school.profile, school.findings, other)) != _forms(school.combination)
            for school in schools
        )
        yield Measure(
            f"weights-{ratio.replace(':', '-')}",
            Text(
                f"scholen met een andere keuze als sterk en matig {ratio} tellen in plaats van 2:1",
                f"schools with another choice when strong and moderate count {ratio}, not 2:1",
            ),
            _share(changed, len(schools)),
            Text.same("-"),
            at_most=MOST_CHANGED,
        )


def _forms(combination: Combination) -> frozenset[str]:
    return frozenset(start.form.id for start in combination.starts)


def _typical_served(schools: Sequence[Chosen], knowledge: Knowledge) -> Measure:
    raised = [school for school in schools if school.profile.raised()]
    served = sum(_gets_something(school, knowledge) for school in raised)
    return Measure(
        "typical-served",
        Text(
            "scholen met een uur per week en een dagdeel die een soort of een passend fundament "
            "krijgen",
            "schools with an hour a week and a half-day that get a type or a serving foundation",
        ),
        _share(served, len(raised)),
        Text.same("-"),
        at_least=LEAST_TYPICAL_SERVED,
    )


def _typical_first(schools: Sequence[Chosen], knowledge: Knowledge) -> Measure:
    """Typical schools of which a first need is served, by what is kept, starts or is built."""
    asked = [school for school in schools if school.profile.first]
    served = sum(_serves_first(school, knowledge) for school in asked)
    return Measure(
        "typical-first",
        Text(
            "zulke scholen die een soort of een passend fundament krijgen voor wat vooropstaat",
            "such schools that get a type or a serving foundation for what comes first",
        ),
        _share(served, len(asked)),
        Text.same("-"),
    )


def _serves_first(school: Chosen, knowledge: Knowledge) -> bool:
    first, found = set(school.profile.first or ()), school.combination
    dated = [start.serves for start in found.starts if start.status is not Status.FIND_OUT]
    by_forms = {need for serves in (*dated, *(k.serves for k in found.kept)) for need in serves}
    built = {p.foundation.id for p in found.foundations if p.year is not None}
    by_foundations = {n for n in first if knowledge.catalogue.needs[n].foundation in built}
    return bool(first & by_forms or by_foundations)


def _gets_something(school: Chosen, knowledge: Knowledge) -> bool:
    """A type with a date, or a foundation that serves a raised need and is built or stands."""
    if any(start.status is not Status.FIND_OUT for start in school.combination.starts):
        return True
    needs = knowledge.catalogue.needs
    wanted = {needs[need.id].foundation for need in school.profile.raised()}
    placed = school.combination.foundations
    return any(p.foundation.id in wanted and p.year is not None for p in placed)


def _unlinked(schools: Sequence[Reasoning]) -> Measure:
    """Starts that serve no raised need by a strong or moderate link and that nothing requires."""
    starts = [(school, start) for school in schools for start in school.combination.starts]
    loose = [
        start.form.id
        for school, start in starts
        if not _serves_raised(start, school.profile) and start.form.id not in _required(school)
    ]
    return Measure(
        "unlinked",
        Text("starts zonder sterke of matige band", "starts without a strong or moderate link"),
        _share(len(loose), len(starts)),
        Text.same(", ".join(sorted(set(loose))) or "-"),
        at_most=MOST_UNLINKED,
    )


def _serves_raised(start: Start, profile: Profile) -> bool:
    fits = [start.form.fits[age] for age in profile.reading]
    return any(
        all(n.id in f.serves and f.serves[n.id].strength >= Strength.MODERATE for f in fits)
        for n in profile.raised()
    )


def _required(school: Reasoning) -> frozenset[str]:
    found: set[str] = set()
    for start in school.combination.starts:
        asking = school.findings.required_forms.get(start.form.id, ())
        by_rule = [getattr(finding.rule.then, "one_of", ()) for finding in asking]
        found.update(form for group in (*start.form.requires, *by_rule) for form in group)
    return frozenset(found)


def _all_open(schools: Sequence[Reasoning]) -> Iterator[Measure]:
    """Schools whose first needs are all open, by the reason of the first of these needs."""
    reasons: Counter[str] = Counter()
    asked = 0
    for school in schools:
        lines = [line for line in school.plan.needs if line.first and line.cover is not None]
        asked += bool(lines)
        if lines and all(line.cover is Cover.OPEN for line in lines):
            reasons[lines[0].why.value if lines[0].why else "-"] += 1
    yield Measure(
        "first-needs-open",
        Text("scholen waar alles wat vooropstaat open blijft", "schools with all first needs open"),
        _share(sum(reasons.values()), asked),
        _by_reason(reasons, asked),
    )


def _by_reason(reasons: Counter[str], asked: int) -> Text:
    told = ", ".join(f"{why} {_share(n, asked)}%" for why, n in sorted(reasons.items())) or "-"
    return Text(told.replace(".", ","), told)
