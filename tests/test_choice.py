"""The choice is exact: equal to trying every set of forms and every schedule.

The brute force below is written from the text of the design, apart from the engine: it goes over
all forms, with no bound and no order of trying.
"""

import random
from dataclasses import dataclass, replace
from itertools import combinations, product

import pytest
from known import KNOWLEDGE

from advisor.checking.schools import realistic_school, typical_school, uniform_school
from advisor.engine.assess import assess
from advisor.engine.choose import choose
from advisor.engine.conditions import evaluate
from advisor.engine.judge import judge
from advisor.engine.options import lay_out_options
from advisor.engine.search import search
from advisor.model.interventions import Load
from advisor.model.profile import Runs
from advisor.model.questionnaire import Measures
from advisor.model.vocabulary import Strength

MOST_FORMS = 7
NO_RULE = 1_000


@dataclass(frozen=True)
class Found:
    """A set with its best schedule and what it comes to, step by step; lower is better."""

    steps: tuple
    forms: tuple[str, ...]
    years: tuple[int, ...]
    placed: tuple[tuple[str, int], ...]

    @property
    def key(self):
        return (self.steps, self.years)


class BruteForce:
    """All sets of at most one form a type, all schedules, judged by the text of the design."""

    def __init__(self, answers, knowledge):
        self.knowledge, self.limits = knowledge, knowledge.limits
        self.catalogue = knowledge.catalogue
        self.profile = assess(answers, knowledge)
        self.findings = judge(self.profile, knowledge)
        self.raised = {n.id: n for n in self.profile.needs.values() if n.raised}
        room = {c.unit: c.amount for c in self.profile.capacities.values()}
        self.hours, self.half_days = room["hours"], room["half-days"]
        self.lessons = room["lessons"]
        self.kept = [f for f in map(self.kept_form, self.profile.activities.values()) if f]
        self.counting = [form for form in self.kept if self.counts(form)]

    # -- one form ---------------------------------------------------------------------------------

    def weight(self, form, need):
        """The link as it counts: of two age groups the weaker, nothing where one is absent."""
        fits = [form.fits.get(age) for age in self.profile.reading]
        if not fits or any(fit is None or need not in fit.serves for fit in fits):
            return 0
        return min(self.limits.link_weights[fit.serves[need].strength] for fit in fits)

    def served(self, form):
        return {need: w for need in self.raised if (w := self.weight(form, need)) > 0}

    def kept_form(self, activity):
        """An embedded type goes on in the one form it can run in, unless that is harmful."""
        intervention = self.catalogue.interventions.get(activity.id)
        if intervention is None or activity.runs is not Runs.EMBEDDED:
            return None
        forms = self.may_run_as(activity)
        if len(forms) > 1 or set(forms) & set(self.findings.excluded):
            return None
        return self.catalogue.forms[forms[0]]

    def asked_forms(self, activity):
        return [
            option.form
            for question in self.knowledge.questionnaire.measuring(Measures.FORM)
            if question.target == activity.id
            for option in question.options
        ]

    def may_run_as(self, activity):
        if activity.form:
            return [activity.form]
        assumed = self.catalogue.interventions[activity.id].assumed_form
        return self.asked_forms(activity) or [assumed]

    def counts(self, kept):
        """A kept form counts with its years, what it requires, and who may do it beside it."""
        known = [self.flag(self.limits.qualified_flag), self.flag(self.limits.route_flag)]
        there = {form.id for form in self.kept}
        return (
            self.fits_pupils(kept)
            and all(group & there for group in self.groups(kept))
            and (not kept.at_risk or known == [True, True])
        )

    def fits_pupils(self, form):
        fits = [form.fits.get(age) for age in self.profile.reading]
        if None in fits:
            return False
        years = set() if any(not fit.years for fit in fits) else {y for f in fits for y in f.years}
        return not years or self.profile.years is None or bool(years & self.profile.years)

    def flag(self, name):
        return self.profile.flags[name].value

    def waits(self, form):
        flags = self.flag(self.limits.qualified_flag), self.flag(self.limits.route_flag)
        return form.at_risk and None in flags

    def may_start(self, form):
        """A kept form that serves a raised need leaves no room for another one of its type."""
        if form.never_new or form.id in self.findings.excluded or not self.fits_pupils(form):
            return False
        if any(k.intervention == form.intervention and self.served(k) for k in self.counting):
            return False
        return not (form.at_risk and self.flag(self.limits.qualified_flag) is False)

    def share(self, form):
        """The percentage of its load that a form still asks, given what runs.

        Only the same form is cheaper; another form of the type asks all of its load.
        Nothing builds on what runs in a form that a rule excludes, or may do so.
        """
        runs = self.profile.activities.get(form.intervention)
        if runs is None or set(self.may_run_as(runs)) & set(self.findings.excluded):
            return 100
        is_same = self.may_run_as(runs) == [form.id]
        return self.limits.strengthen_percent[runs.runs] if is_same else 100

    def load(self, form):
        """What it asks, rounded up; training that does not fit in its years takes one year more."""
        up = lambda amount: -(-amount * self.share(form) // 100)  # noqa: E731
        half_days, to_do = [up(part) for part in form.load.half_days], []
        longer = len(half_days) + 1
        if max(half_days) > self.half_days and sum(half_days) <= self.half_days * longer:
            left = sum(half_days)
            while left:
                to_do.append(min(left, self.half_days))
                left -= to_do[-1]
            half_days = to_do
        hours = (up(form.load.hours[0]), up(form.load.hours[1]))
        return Load(hours, tuple(half_days), up(form.load.lessons))

    # -- one set ----------------------------------------------------------------------------------

    def groups(self, form):
        by_rule = [f.rule.then.one_of for f in self.findings.required_forms.get(form.id, ())]
        return [set(group) for group in (*form.requires, *by_rule)]

    def sets(self):
        forms = [form for form in self.catalogue.forms.values() if self.may_start(form)]
        most = self.limits.starts_with_required if self.hours else 0
        for size in range(most + 1):
            for chosen in combinations(forms, size):
                if len({form.intervention for form in chosen}) == size and self.fits(chosen):
                    yield chosen

    def fits(self, chosen):
        kept, ids = {f.id for f in self.kept}, {f.id for f in chosen}
        unmet = [group for form in chosen for group in self.groups(form) if not group & kept]
        if any(not group & ids for group in unmet):
            return False
        required = {form.id for form in chosen if any(form.id in group for group in unmet)}
        if any(not self.served(form) and form.id not in required for form in chosen):
            return False
        return len(chosen) <= self.limits.starts or bool(required)

    def rests_on(self, chosen, years):
        """The foundations under what starts first, or None when it stays too narrow."""
        if not chosen:
            return set()
        first = [f for f, year in zip(chosen, years, strict=True) if year == min(years)]
        types = {form.intervention for form in chosen}
        kept = [form for form in self.kept if form.intervention not in types]
        there = [*kept, *(form for form in first if not self.waits(form))]
        for_all = [form for form in there if form.tier == "universal"]
        found = set()
        if self.flag(self.limits.route_flag) is False and any(f.at_risk for f in chosen):
            found.add(self.limits.route_foundation)
        chosen_base = any(form.is_base and self.served(form) for form in first)
        if not chosen_base and not any(form.is_base for form in kept):
            found.add(self.limits.base_foundation)
        for layer in self.limits.layers_always:
            if layer not in self.layers(for_all, found):
                found.add(self.limits.layer_foundations[layer])
        return found if len(self.layers(there, found)) >= self.limits.layers else None

    def layers(self, forms, foundations):
        built = [self.catalogue.foundations[name] for name in foundations]
        return {layer for one in (*forms, *built) for layer in one.layers}

    def stands(self, name):
        condition = self.catalogue.foundations[name].in_place
        return evaluate(condition, self.profile).value is True

    def order(self, name):
        ranks = [f.rule.then.rank for f in self.findings.foundations.get(name, ())]
        return (min(ranks, default=NO_RULE), self.catalogue.foundations[name].order)

    def place(self, names, carried, hours, built):
        """Each foundation in the first school year with hours and a slot."""
        placed = {}
        for name in sorted(names, key=self.order):
            first, later = self.catalogue.foundations[name].load.hours
            if self.stands(name):
                upkeep = later if name in carried else 0
                if upkeep <= min(hours) and not (self.hours == 0 and name in carried):
                    placed[name] = 0
                    hours[:] = [h - upkeep for h in hours]
                continue
            for year in range(1, self.limits.years + 1):
                asks = [0] * (year - 1) + [first] + [later] * (self.limits.years - year)
                room = all(ask <= have for ask, have in zip(asks, hours, strict=True))
                if self.hours and room and built[year - 1] < self.limits.foundations_a_year:
                    placed[name] = year
                    hours[:] = [h - ask for h, ask in zip(hours, asks, strict=True)]
                    built[year - 1] += 1
                    break
        return placed

    # -- one schedule -----------------------------------------------------------------------------

    def schedule(self, chosen, years):
        """What the set comes to in these years, or None when that is not admissible."""
        carried = self.rests_on(chosen, years)
        if carried is None:
            return None
        hours, built = [self.hours] * self.limits.years, [0] * self.limits.years
        asked = {f for f, found in self.findings.foundations.items() if found}
        head, *later = self.limits.reserved_foundations
        placed = self.place({head} & (asked | carried), carried, hours, built)
        placed |= self.place(carried - {head}, carried, hours, built)
        placed |= self.place((asked & set(later)) - carried, carried, hours, built)
        if carried - placed.keys() or any(placed[f] > y for f in carried for y in years):
            return None
        if not self.in_time(chosen, years):
            return None
        for year in range(1, self.limits.years + 1):
            half_days, lessons = self.half_days, self.lessons
            for form, start in zip(chosen, years, strict=True):
                load = self.load(form)
                if year >= start:
                    hours[year - 1] -= load.hours[0 if year == start else 1]
                    half_days -= dict(enumerate(load.half_days)).get(year - start, 0)
                    lessons -= load.lessons
            if min(hours[year - 1], half_days, lessons) < 0:
                return None
        placed |= self.place(asked - placed.keys(), set(), hours, built)
        return self.judged(chosen, years, placed, carried)

    def in_time(self, chosen, years):
        if any(years.count(year) > self.limits.starts_a_year for year in years):
            return False
        kept = {form.id for form in self.kept}
        start = {form.id: year for form, year in zip(chosen, years, strict=True)}
        for form, year in zip(chosen, years, strict=True):
            for group in self.groups(form):
                if not group & kept and not any(start.get(f, year + 1) <= year for f in group):
                    return False
        return True

    def judged(self, chosen, years, placed, carried):
        """The six steps of the design as one value."""
        value, when, others = 0, 0, 0
        for need, state in self.raised.items():
            before = max((self.weight(f, need) for f in self.counting), default=0)
            best = max([before, *(self.weight(f, need) for f in chosen)])
            if not state.first:
                by_foundation = self.catalogue.needs[need].foundation in placed
                others += bool(best or by_foundation)
                continue
            value += self.limits.level_weights[state.level] * best
            if best == 0:
                when += self.limits.years + 1
            elif best > before:
                when += min(
                    y for f, y in zip(chosen, years, strict=True) if self.weight(f, need) == best
                )
        order = list(self.catalogue.forms)
        steps = (
            -value,
            when,
            -others,
            len(chosen),
            self.full_load(chosen, carried),
            tuple(order.index(form.id) for form in chosen),
        )
        return Found(steps, tuple(form.id for form in chosen), years, tuple(sorted(placed.items())))

    def full_load(self, chosen, carried):
        loads = [self.load(form) for form in chosen]
        hours = sum(sum(load.hours) for load in loads)
        for name in carried:
            first, later = self.catalogue.foundations[name].load.hours
            hours += 2 * later if self.stands(name) else first + later
        half_days = sum(sum(load.half_days) for load in loads)
        return (hours, half_days, sum(load.lessons for load in loads))

    def best(self):
        """The best set and the best other one."""
        found = []
        for chosen in self.sets():
            schedules = (
                self.schedule(chosen, years)
                for years in product(range(1, self.limits.years + 1), repeat=len(chosen))
            )
            admissible = [one for one in schedules if one is not None]
            if admissible:
                found.append(min(admissible, key=lambda one: one.key))
        found.sort(key=lambda one: one.key)
        return found[0], found[1] if len(found) > 1 else None


def thinned(chance):
    """The real catalogue with a few forms that may start, and other loads and links."""
    claim = next(f.never_new for f in KNOWLEDGE.catalogue.forms.values() if f.never_new)
    startable = [f for f in KNOWLEDGE.catalogue.forms.values() if f.never_new is None]
    few = {form.id for form in chance.sample(startable, MOST_FORMS)}
    forms = {}
    for form in KNOWLEDGE.catalogue.forms.values():
        changed = replace(
            form,
            never_new=form.never_new if form.id in few else claim,
            load=Load(
                (chance.choice((5, 10, 20, 30)), chance.choice((0, 5, 10))),
                (chance.choice((0, 0, 1, 2)), chance.choice((0, 0, 1))),
                chance.choice((0, 5, 10, 18)),
            ),
            fits={
                age: replace(
                    fit,
                    serves={
                        need: replace(link, strength=chance.choice(list(Strength)))
                        for need, link in fit.serves.items()
                    },
                )
                for age, fit in form.fits.items()
            },
        )
        forms[form.id] = changed
    catalogue = replace(KNOWLEDGE.catalogue, forms=forms)
    return replace(KNOWLEDGE, catalogue=catalogue, limits=other_limits(chance))


def other_limits(chance):
    """The real limits with more room now and then, so that larger sets are weighed too."""
    times = chance.choice((1, 2, 4))
    capacities = {
        capacity.id: replace(
            capacity, bands={band: times * amount for band, amount in capacity.bands.items()}
        )
        for capacity in KNOWLEDGE.limits.capacities.values()
    }
    return replace(
        KNOWLEDGE.limits,
        capacities=capacities,
        starts=chance.choice((1, 2, 3, 3)),
        starts_a_year=chance.choice((1, 2, 2)),
        foundations_a_year=chance.choice((1, 2, 3, 3)),
    )


def assert_equal(answers, knowledge):
    brute = BruteForce(answers, knowledge)
    best, other = brute.best()
    options = lay_out_options(brute.profile, brute.findings, knowledge)
    found, second = search(options)
    assert [c.form.id for c in found.chosen] == list(best.forms)
    assert found.years == best.years
    assert tuple(sorted(found.placement.years.items())) == best.placed
    assert (second is None) is (other is None)
    combination = choose(brute.profile, brute.findings, knowledge)
    if other is not None:
        pairs = enumerate(zip(best.steps, other.steps, strict=True))
        lost = next(index for index, (a, b) in pairs if a != b)
        assert combination.runner_up.forms == other.forms
        assert combination.runner_up.step == knowledge.steps[lost]
    else:
        assert combination.runner_up is None


@pytest.mark.parametrize("make", [realistic_school, uniform_school, typical_school])
@pytest.mark.parametrize("seed", range(100))
def test_search_equals_trying_everything(make, seed):
    chance = random.Random(seed)
    knowledge = thinned(chance)
    assert_equal(make(chance, knowledge), knowledge)


@pytest.mark.parametrize("seed", range(30))
def test_search_equals_trying_everything_in_the_real_catalogue(seed):
    chance = random.Random(f"real {seed}")
    answers = realistic_school(chance, KNOWLEDGE)
    assert_equal(answers, KNOWLEDGE)
