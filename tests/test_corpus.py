"""Nothing in the knowledge is dead: every rule fires somewhere and is silent somewhere else."""

import re
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from itertools import chain

import pytest
from known import INDEX, KNOWLEDGE, SCENARIOS, TODAY

from advisor.checking import run_check
from advisor.checking.scenarios import load_scenarios
from advisor.checking.schools import (
    realistic_schools,
    typical_schools,
    uniform_schools,
)
from advisor.engine.assess import assess
from advisor.engine.conditions import InPlan, evaluate
from advisor.engine.reasoning import reason
from advisor.model.combination import Decision, Status
from advisor.model.conditions import All, Any, Leaf, Subject
from advisor.model.conditions import Test as How
from advisor.model.questionnaire import Measures
from advisor.model.rules import Exclude
from advisor.model.vocabulary import Stage
from advisor.texts import Lang

SCHOOLS = 250
RULES = [rule for rules in KNOWLEDGE.rules.values() for rule in rules]


@cache
def reasoned():
    """The scenarios and a few hundred generated schools, reasoned through."""
    scenarios, _ = load_scenarios(SCENARIOS, KNOWLEDGE)
    generated = (
        *realistic_schools(KNOWLEDGE, SCHOOLS, seed=5),
        *uniform_schools(KNOWLEDGE, SCHOOLS, seed=5),
    )
    answers = chain((one.answers for one in scenarios), generated)
    return tuple(reason(one, KNOWLEDGE, TODAY) for one in answers)


def advised(plan):
    there = [i for i in plan.combination if i.year is not None or i.status is not Status.NEW]
    begun = [i for i in plan.combination if i.start is not None]
    return InPlan(*(dict.fromkeys(names(items), ()) for items in (there, begun)))


def names(items):
    return {i.id for i in items} | {i.form for i in items if i.form}


@cache
def outcomes():
    """For every rule the values that its condition took."""
    seen = defaultdict(set)
    for one in reasoned():
        there = advised(one.plan)
        for rule in RULES:
            seen[rule.id].add(evaluate(rule.when, one.profile, there).value)
    return seen


def always_holds(condition):
    """Whether nothing can make the condition false: it is meant for every school."""
    if isinstance(condition, All):
        return all(map(always_holds, condition.parts))
    if isinstance(condition, Any):
        asked = [p for p in condition.parts if isinstance(p, Leaf)]
        unknown = {(p.subject, p.id) for p in asked if p.test is How.UNKNOWN}
        every = {
            (p.subject, p.id) for p in asked if p.test is How.IN and set(p.values) >= values_of(p)
        }
        return bool(unknown & every)
    return False


def values_of(leaf):
    if leaf.subject is Subject.CAPACITY:
        return set(KNOWLEDGE.limits.capacities[leaf.id].bands)
    if leaf.subject is Subject.ANSWER:
        return {option.id for option in KNOWLEDGE.questionnaire.questions[leaf.id].options}
    return {"none", "mild", "moderate", "serious"}


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_rule_fires_in_one_school(rule):
    assert True in outcomes()[rule.id]


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_rule_is_silent_in_another(rule):
    if not always_holds(rule.when):
        assert outcomes()[rule.id] - {True}


def test_few_rules_are_meant_for_every_school():
    assert sum(always_holds(rule.when) for rule in RULES) <= 5


def chosen_forms():
    for one in reasoned():
        yield from (kept.form.id for kept in one.combination.kept)
        yield from (start.form.id for start in one.combination.starts)
        yield from one.findings.excluded


@pytest.mark.parametrize("form", KNOWLEDGE.catalogue.forms)
def test_form_is_chosen_kept_or_excluded_somewhere(form):
    assert form in set(chosen_forms())


def test_a_form_that_is_never_new_never_starts():
    for one in reasoned():
        assert all(start.form.never_new is None for start in one.combination.starts)


@pytest.mark.parametrize("foundation", KNOWLEDGE.catalogue.foundations)
def test_foundation_is_built_in_one_school_and_not_in_another(foundation):
    built = {
        any(p.foundation.id == foundation and p.year for p in one.combination.foundations)
        for one in reasoned()
    }
    assert built == {True, False}


@pytest.mark.parametrize("row", KNOWLEDGE.existing, ids=lambda row: row.id)
def test_row_of_what_exists_decides_somewhere(row):
    assert any(e.row == row for one in reasoned() for e in one.combination.existing)


def test_every_decision_is_taken_somewhere():
    taken = {e.decision for one in reasoned() for e in one.combination.existing}
    assert taken == set(Decision)


ROWS = [row for row in KNOWLEDGE.left_out if row.test != "excluded"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_row_of_what_is_left_out_is_told_somewhere(row):
    lines = (line for one in reasoned() for line in one.plan.not_advised)
    assert any(line.reasons[0].rule == row.id for line in lines)


def test_a_form_that_a_rule_excludes_is_left_out_for_that():
    """The rules exclude no form that could start today; an own rule may."""
    form = next(f for f in KNOWLEDGE.catalogue.forms.values() if f.never_new is None)
    rule = next(r for r in KNOWLEDGE.rules[Stage.JUDGE] if always_holds(r.when))
    others = [f.id for f in KNOWLEDGE.catalogue.interventions[form.intervention].forms]
    own = [replace(rule, id=f"no-{name}", then=Exclude(name)) for name in others]
    rules = {**KNOWLEDGE.rules, Stage.JUDGE: (*KNOWLEDGE.rules[Stage.JUDGE], *own)}
    for answers in realistic_schools(KNOWLEDGE, 20, seed=5):
        plan = reason(answers, replace(KNOWLEDGE, rules=rules), TODAY).plan
        lines = {line.id: line for line in plan.not_advised}
        row = next(row for row in KNOWLEDGE.left_out if row.test == "excluded")
        assert lines[form.intervention].reasons[0].rule == row.id


@pytest.mark.parametrize("step", KNOWLEDGE.steps[:-1], ids=lambda step: step.id)
def test_step_decides_against_a_runner_up_somewhere(step):
    others = (one.combination.runner_up for one in reasoned())
    assert any(other is not None and other.step == step for other in others)


@pytest.mark.parametrize("partner", KNOWLEDGE.catalogue.partners)
def test_partner_is_named_somewhere(partner):
    assert any(line.id == partner for one in reasoned() for line in one.plan.partners)


def test_generated_schools_are_the_same_for_the_same_seed_and_whatever_the_count():
    for make in (realistic_schools, uniform_schools, typical_schools):
        assert list(make(KNOWLEDGE, 5, 3)) == list(make(KNOWLEDGE, 9, 3))[:5]
        assert list(make(KNOWLEDGE, 5, 3)) != list(make(KNOWLEDGE, 5, 4))


@pytest.mark.parametrize("make", [realistic_schools, uniform_schools, typical_schools])
def test_generated_schools_are_valid(make):
    form = KNOWLEDGE.questionnaire
    (running,), (fixed,), (projects,), (first,) = (
        form.measuring(m)
        for m in (Measures.RUNNING, Measures.FIXED, Measures.PROJECTS, Measures.FIRST)
    )
    for answers in make(KNOWLEDGE, 100, 8):
        ticked = {q: set(answers.values.get(q.id) or ()) for q in (running, fixed, projects, first)}
        assert ticked[fixed] <= ticked[running]
        assert ticked[projects] <= ticked[running] - ticked[fixed]
        raised = {q for q in answers.values if answers.values[q] in ("moderate", "serious")}
        assert ticked[first] <= raised
        assert len(ticked[first]) <= first.most


def test_realistic_schools_have_two_to_six_raised_needs():
    for answers in realistic_schools(KNOWLEDGE, 100, 8):
        assert 2 <= len(reason(answers, KNOWLEDGE, TODAY).profile.raised()) <= 6


def test_realistic_schools_are_spread_as_the_generator_says():
    schools = list(realistic_schools(KNOWLEDGE, 600, 8))
    limits = KNOWLEDGE.limits
    sectors = Counter(answers.values.get("sector") for answers in schools)
    assert [round(sectors[s] / 6) for s in ("po", "vo", "so", None)] == pytest.approx(
        [45, 45, 8, 2], abs=5
    )
    for question in KNOWLEDGE.questionnaire.measuring(Measures.CAPACITY):
        bands = Counter(answers.values.get(question.id) for answers in schools)
        assert bands[None] / 6 == pytest.approx(100 / 12, abs=4)
        assert bands["none"] / 6 == pytest.approx(5, abs=3)
    profiles = [assess(answers, KNOWLEDGE) for answers in schools]
    for flag, share in ((limits.route_flag, 70), (limits.qualified_flag, 45)):
        there = sum(profile.flags[flag].value is True for profile in profiles)
        assert there / 6 == pytest.approx(share, abs=8)


def test_the_check_says_what_it_checked():
    report = run_check(KNOWLEDGE, INDEX, SCENARIOS, TODAY, schools=10, seed=2)
    for lang in Lang:
        text = report.render(lang)
        assert re.search(rf"\b{len(KNOWLEDGE.catalogue.interventions)}\b", text)
        assert "P12" in text
        assert "{" not in text
    assert report.as_json()["counts"]["promises"] == 12
    measures = {found["id"]: found for found in report.as_json()["measures"]}
    assert all(found["percent"] >= 0 for found in measures.values())
    assert measures["typical-first"]["ok"], "it only informs"
    assert report.ok, text
