"""Conditions have three outcomes and keep what every leaf saw."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from known import KNOWLEDGE, school

from advisor.engine.assess import assess
from advisor.engine.conditions import InPlan, evaluate, evaluate_unless_false
from advisor.model.conditions import (
    ALWAYS,
    All,
    Any,
    Ground,
    Leaf,
    Not,
    Outcome,
    Subject,
)
from advisor.model.conditions import Test as How

YES = Leaf(Subject.ANSWER, "sector", How.IN, ("vo",))
NO = Leaf(Subject.ANSWER, "sector", How.IN, ("po",))
MAYBE = Leaf(Subject.ANSWER, "insight", How.IN, ("in-place",))
LEAVES = {True: YES, False: NO, None: MAYBE}
PROFILE = assess(school(sector="vo"), KNOWLEDGE)


def see(condition, answers=None):
    return evaluate(condition, PROFILE if answers is None else assess(answers, KNOWLEDGE))


def kleene_all(values):
    return False if False in values else None if None in values else True


def kleene_any(values):
    return True if True in values else None if None in values else False


@pytest.mark.parametrize("values", list(itertools.product((True, False, None), repeat=2)))
def test_all_and_any_follow_kleene(values):
    parts = tuple(LEAVES[value] for value in values)
    assert see(All(parts)).value is kleene_all(values)
    assert see(Any(parts)).value is kleene_any(values)


@pytest.mark.parametrize(("value", "opposite"), [(True, False), (False, True), (None, None)])
def test_not(value, opposite):
    assert see(Not(LEAVES[value])).value is opposite


def test_nothing_in_all_is_true_and_nothing_in_any_is_false():
    assert see(ALWAYS).value is True
    assert see(Any(())).value is False


TREES = st.recursive(
    st.sampled_from(list(LEAVES.values())),
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(All, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Any, st.lists(inner, max_size=3).map(tuple)),
    ),
    max_leaves=12,
)


def by_hand(tree):
    if isinstance(tree, Leaf):
        return {id(leaf): value for value, leaf in LEAVES.items()}[id(tree)]
    if isinstance(tree, Not):
        return {True: False, False: True, None: None}[by_hand(tree.part)]
    values = [by_hand(part) for part in tree.parts]
    return kleene_all(values) if isinstance(tree, All) else kleene_any(values)


@given(TREES)
def test_any_tree_equals_kleene_by_hand(tree):
    assert see(tree).value is by_hand(tree)


@given(TREES)
def test_what_is_not_false_is_seen_whole_and_what_is_false_is_just_that(tree):
    whole, quick = see(tree), evaluate_unless_false(tree, PROFILE)
    assert quick == (Outcome(False) if whole.value is False else whole)


@given(TREES, st.sampled_from(KNOWLEDGE.questionnaire.questions["insight"].options))
def test_what_is_decided_stays_so_when_an_unknown_becomes_known(tree, option):
    """An unknown answer is never counted as any answer: no completion turns an outcome."""
    before = see(tree).value
    if before is not None:
        assert see(tree, school(sector="vo", insight=option.id)).value is before


@given(TREES)
def test_an_unknown_outcome_names_the_answer_it_waits_for(tree):
    outcome = see(tree)
    assert outcome.waits_for() == (("insight",) if outcome.value is None else ())


@given(TREES)
def test_de_morgan(tree):
    both = All((tree, MAYBE))
    assert see(Not(both)).value is see(Any((Not(tree), Not(MAYBE)))).value


def test_the_outcome_mirrors_the_tree_and_keeps_what_was_seen():
    outcome = see(All((YES, Any((NO, MAYBE)))))
    assert outcome.parts[0].leaf is YES
    assert outcome.parts[0].grounds == (Ground("sector", "vo"),)
    assert outcome.parts[1].parts[1].grounds == (Ground("insight", None),)


def test_deciding_answers_are_those_of_the_parts_that_made_it_so():
    assert see(All((YES, NO))).deciding() == (Ground("sector", "vo"),)
    assert see(Any((YES, MAYBE))).deciding() == (Ground("sector", "vo"),)
    assert see(All((YES, MAYBE))).deciding() == (Ground("insight", None),)


# -- every subject --------------------------------------------------------------------------------

LOOSE = ("loose",)
SEEN = {
    "answer is": (Leaf(Subject.ANSWER, "insight", How.IN, ("partly",)), {"insight": "partly"}),
    "list includes": (
        Leaf(Subject.ANSWER, "care", How.INCLUDES, ("fixed-route",)),
        {"care": ["fixed-route"]},
    ),
    "need": (
        Leaf(Subject.NEED, "low-mood", How.IN, ("moderate", "serious")),
        {"low_mood": "serious"},
    ),
    "derived need": (
        Leaf(Subject.NEED, "insight", How.IN, ("serious",)),
        {"insight": "nothing-yet"},
    ),
    "circumstance": (
        Leaf(Subject.CIRCUMSTANCE, "poverty", How.HOLDS),
        {"circumstances": ["poverty"]},
    ),
    "activity": (Leaf(Subject.ACTIVITY, "buddies", How.HOLDS), {"running": ["buddies"]}),
    "capacity": (
        Leaf(Subject.CAPACITY, "coordination-hours", How.IN, ("half", "one")),
        {"coordination_hours": "one"},
    ),
    "flag": (Leaf(Subject.FLAG, "care-route", How.HOLDS), {"care": ["fixed-route"]}),
}
OTHERWISE = {
    "answer is": {"insight": "started"},
    "list includes": {"care": []},
    "need": {"low_mood": "mild"},
    "derived need": {"insight": "in-place"},
    "circumstance": {"circumstances": []},
    "activity": {"running": []},
    "capacity": {"coordination_hours": "none"},
    "flag": {"care": []},
}


@pytest.mark.parametrize("name", SEEN)
def test_a_leaf_is_true_false_or_unknown(name):
    leaf, answers = SEEN[name]
    assert see(leaf, school(**answers)).value is True
    assert see(leaf, school(**OTHERWISE[name])).value is False
    assert see(leaf, school()).value is None


@pytest.mark.parametrize("name", SEEN)
def test_a_leaf_names_the_answers_it_looked_at(name):
    leaf, answers = SEEN[name]
    (question,) = answers
    grounds = see(leaf, school(**answers)).grounds
    assert question.replace("_", "-") in {ground.question for ground in grounds}


@pytest.mark.parametrize(
    ("leaf", "answers"),
    [
        (Leaf(Subject.ANSWER, "insight", How.UNKNOWN), {"insight": "partly"}),
        (Leaf(Subject.NEED, "low-mood", How.UNKNOWN), {"low_mood": "none"}),
        (
            Leaf(Subject.CAPACITY, "coordination-hours", How.UNKNOWN),
            {"coordination_hours": "none"},
        ),
    ],
)
def test_being_unknown_is_itself_known(leaf, answers):
    assert see(leaf, school()).value is True
    assert see(leaf, school(**answers)).value is False


@pytest.mark.parametrize(
    ("asked", "answers", "value"),
    [
        (("embedded",), {"fixed": ["buddies"]}, True),
        (("embedded",), {"fixed": []}, False),
        (("embedded",), {}, None),
        (LOOSE, {"fixed": ["buddies"]}, False),
        (LOOSE, {"fixed": []}, True),
        (LOOSE, {}, None),
        (("project",), {"fixed": []}, None),
        (("project",), {"fixed": [], "projects": ["buddies"]}, True),
        (("project",), {"fixed": [], "projects": []}, False),
        (("one-off",), {"fixed": [], "projects": []}, True),
    ],
)
def test_how_an_activity_runs(asked, answers, value):
    leaf = Leaf(Subject.ACTIVITY, "buddies", How.IN, asked)
    assert see(leaf, school(running=["buddies"], **answers)).value is value


def test_what_goes_first_is_unknown_while_several_needs_may():
    leaf = Leaf(Subject.NEED, "low-mood", How.FIRST)
    two = {"low_mood": "serious", "anxiety": "moderate"}
    assert see(leaf, school(**two)).value is None
    assert see(leaf, school(low_mood="serious")).value is True
    assert see(leaf, school(**two, first=["anxiety"])).value is False


def test_what_is_advised_is_seen_with_the_answers_behind_it():
    leaf = Leaf(Subject.ADVISED, "monitoring", How.HOLDS)
    ground = Ground("insight", "partly")
    outcome = evaluate(leaf, PROFILE, InPlan({"monitoring": (ground,)}, {}))
    assert outcome.value is True
    assert outcome.grounds == (ground,)
    assert evaluate(leaf, PROFILE).value is False


def test_what_is_there_need_not_begin():
    leaf = Leaf(Subject.BEGINS, "monitoring", How.HOLDS)
    there, begun = {"monitoring": ()}, {"monitoring": (Ground("insight", "partly"),)}
    assert evaluate(leaf, PROFILE, InPlan(there, {})).value is False
    outcome = evaluate(leaf, PROFILE, InPlan(there, begun))
    assert outcome.value is True
    assert outcome.holding(Subject.BEGINS) == ("monitoring",)
    assert outcome.holding(Subject.ADVISED) == ()
