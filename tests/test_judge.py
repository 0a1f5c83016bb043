"""From a profile to findings: what is ruled out, required and asked for, and what waits."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from known import KNOWLEDGE, school

from advisor.checking.schools import uniform_school
from advisor.engine.assess import assess
from advisor.engine.judge import judge
from advisor.model.conditions import Leaf, Subject
from advisor.model.conditions import Test as How
from advisor.model.rules import Exclude, RequireForms, RequireFoundation, Rule
from advisor.model.vocabulary import Stage
from advisor.texts import Text

RULES = KNOWLEDGE.rules[Stage.JUDGE]


def findings(**answers):
    return judge(assess(school(**answers), KNOWLEDGE), KNOWLEDGE)


@pytest.mark.parametrize("sector", ["po", "vo", "so", None])
@pytest.mark.parametrize("form", ["cbt-class", "refusal-alone"])
def test_what_harms_everywhere_is_always_ruled_out(form, sector):
    answers = {} if sector is None else {"sector": sector}
    assert form in findings(**answers).excluded


@pytest.mark.parametrize(
    ("answers", "excluded"),
    [
        ({"sector": "vo"}, True),
        ({"sector": "so"}, True),
        ({"sector": "po"}, False),
        ({}, True),
    ],
)
def test_mindfulness_with_whole_classes(answers, excluded):
    assert ("mindfulness-class" in findings(**answers).excluded) is excluded


def test_what_may_harm_is_ruled_out_until_it_is_known_and_then_waits():
    may_harm = Rule(
        id="may-harm",
        stage=Stage.JUDGE,
        when=Leaf(Subject.ANSWER, "insight", How.IN, ("nothing-yet",)),
        then=Exclude("sel-lessons"),
        because=Text("Misschien.", "Perhaps."),
        sources=("estimate",),
    )
    knowledge = replace(KNOWLEDGE, rules={Stage.JUDGE: (may_harm,)})
    found = judge(assess(school(), KNOWLEDGE), knowledge)
    (finding,) = found.excluded["sel-lessons"]
    assert found.waiting == (finding,)
    assert finding.outcome.waits_for() == ("insight",)
    known = judge(assess(school(insight="partly"), KNOWLEDGE), knowledge)
    assert known.excluded == {}


def test_every_harm_that_forbids_a_form_has_a_rule_that_names_it():
    named = {(r.then.form, r.then.harm) for r in RULES if isinstance(r.then, Exclude)}
    for harm in KNOWLEDGE.catalogue.harms.values():
        assert {(form, harm.id) for form in harm.forbids} <= named


@pytest.mark.parametrize(
    ("answers", "required"),
    [
        ({"substance_peer_pressure": "serious", "substances": ["alcohol"]}, True),
        ({"substance_peer_pressure": "serious"}, True),
        ({"substance_peer_pressure": "serious", "substances": ["smoking-vaping"]}, False),
        ({"substance_peer_pressure": "mild"}, False),
    ],
)
def test_parents_take_part_where_alcohol_may_play_a_part(answers, required):
    found = findings(sector="vo", **answers).required_forms.get("refusal-with-norms", ())
    groups = [f.rule.then.one_of for f in found]
    assert (("parent-partnership-light",) in groups) is required


@pytest.mark.parametrize(
    ("answers", "foundation"),
    [
        ({"insight": "nothing-yet"}, "monitoring"),
        ({"parents_along": "started"}, "parents-as-partners"),
        ({"staff_wellbeing": "moderate"}, "staff-care"),
        ({"circumstances": ["poverty"]}, "equal-chances"),
        ({"low_mood": "serious", "care": []}, "care-route"),
        ({}, "coordination"),
        ({"coordination_hours": "none"}, "coordination"),
    ],
)
def test_what_asks_for_a_foundation(answers, foundation):
    found = findings(**answers).foundations
    assert all(finding.fired for finding in found[foundation])


@pytest.mark.parametrize(
    ("answers", "foundation"),
    [
        ({"parents_along": "largely"}, "parents-as-partners"),
        ({"staff_wellbeing": "none"}, "staff-care"),
        ({"staff_wellbeing": "mild"}, "staff-care"),
        ({"circumstances": []}, "equal-chances"),
        ({"low_mood": "serious", "care": ["fixed-route"]}, "care-route"),
        ({"low_mood": "serious"}, "care-route"),
    ],
)
def test_what_does_not_ask_for_a_foundation(answers, foundation):
    """Unknown included: a rule that waits asks for nothing yet."""
    assert foundation not in findings(**answers).foundations


@pytest.mark.parametrize("heavy", ["moderate", "serious"])
def test_every_need_that_a_foundation_serves_brings_it_in_once_raised(heavy):
    derived = {
        "insight": {"moderate": {"insight": "started"}, "serious": {"insight": "nothing-yet"}},
        "parent-partnership": {
            "moderate": {"parents_along": "started"},
            "serious": {"parents_along": "nothing-yet"},
        },
        "equal-opportunities": {
            "moderate": {"circumstances": ["poverty"]},
            "serious": {"circumstances": ["poverty"]},
        },
    }
    for need in KNOWLEDGE.catalogue.needs.values():
        if need.foundation is not None:
            answers = derived.get(need.id, {}).get(heavy, {need.id: heavy})
            assert need.foundation in findings(**answers).foundations


@settings(deadline=None, max_examples=100)
@given(st.integers(0, 2**32))
def test_the_order_of_rules_does_not_matter(seed):
    chance = random.Random(seed)
    profile = assess(uniform_school(chance, KNOWLEDGE), KNOWLEDGE)
    shuffled = tuple(chance.sample(RULES, len(RULES)))
    rules = {**KNOWLEDGE.rules, Stage.JUDGE: shuffled}
    assert judge(profile, replace(KNOWLEDGE, rules=rules)) == judge(profile, KNOWLEDGE)


@settings(deadline=None, max_examples=100)
@given(st.integers(0, 2**32))
def test_a_rule_is_silent_fired_or_waiting(seed):
    profile = assess(uniform_school(random.Random(seed), KNOWLEDGE), KNOWLEDGE)
    found = judge(profile, KNOWLEDGE)
    told = [
        f
        for by_id in (found.excluded, found.required_forms, found.foundations)
        for fs in by_id.values()
        for f in fs
    ] + [*found.notices, *found.waiting]
    assert all(finding.outcome.value is not False for finding in told)
    assert all(finding.outcome.value is None for finding in found.waiting)


def test_no_rule_tells_a_serious_need_from_a_moderate_one_to_rule_out_or_hold_back():
    """A heavier need never excludes, delays or adds load."""
    for need in KNOWLEDGE.questionnaire.questions.values():
        if need.measures.value != "need":
            continue
        lighter, heavier = (
            findings(sector="vo", **{need.id: level}) for level in ("moderate", "serious")
        )
        assert set(heavier.excluded) == set(lighter.excluded)
        assert set(heavier.required_forms) == set(lighter.required_forms)
        assert set(heavier.foundations) == set(lighter.foundations)


def test_every_judge_rule_has_one_of_the_consequences_of_its_stage():
    kinds = {type(rule.then).__name__ for rule in RULES}
    assert kinds <= {"Exclude", "RequireForms", "RequireFoundation", "Notice"}
    assert {Exclude.__name__, RequireForms.__name__, RequireFoundation.__name__} <= kinds
