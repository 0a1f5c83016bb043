"""What if: moves, turns, firmness and unknowns, held against reasoning anew without any memory."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest
from known import KNOWLEDGE, SCENARIOS, TODAY, school

from advisor.checking.scenarios import Scenario, load_scenarios
from advisor.checking.schools import realistic_school, uniform_school
from advisor.data import example_school
from advisor.engine.assess import assess
from advisor.engine.choose import choose
from advisor.engine.items import outline
from advisor.engine.judge import judge
from advisor.engine.reasoning import make_plan, make_whole_plan
from advisor.engine.settle import settle
from advisor.engine.what_if.bench import Bench, apply
from advisor.engine.what_if.moves import bands_apart, list_moves
from advisor.engine.what_if.second_look import list_unknown, look_again, look_at_unknown
from advisor.engine.what_if.turn import find_turns, is_real
from advisor.interview.saving import render_answers
from advisor.loading.answers import load_answers, read_answers
from advisor.model.combination import Decision, Status
from advisor.model.questionnaire import Answers, Kind, Measures, Pass
from advisor.model.what_if import Change, Move, Outline, size_of
from advisor.texts import Lang

LOADED, _ = load_scenarios(SCENARIOS, KNOWLEDGE)
TYPES = tuple(KNOWLEDGE.catalogue.interventions)
ONE_THING_ALONE = "037"
"""From here on most scenario schools have one thing alone, which leaves little to turn."""

RICH = [one for one in LOADED if one.id < ONE_THING_ALONE]
by_name = pytest.mark.parametrize("scenario", RICH, ids=lambda one: one.id)


def anew(change: Change, answers: Answers) -> Outline:
    """The reasoning from the beginning, as for a school that gives these answers."""
    profile = settle(apply(change, answers), KNOWLEDGE)
    combination = choose(profile, judge(profile, KNOWLEDGE), KNOWLEDGE)
    return outline(combination, KNOWLEDGE)


@cache
def bench_of(scenario_id: str) -> Bench:
    (answers,) = (one.answers for one in LOADED if one.id == scenario_id)
    return Bench(answers, KNOWLEDGE)


@cache
def after_each_move(scenario_id: str) -> dict[Move, frozenset[str]]:
    """The items of the combination after every single move, each reasoned anew."""
    bench = bench_of(scenario_id)
    return {move: anew((move,), bench.answers).ids for move in bench.moves}


# Answers that go together


def test_settled_answers_drop_what_no_longer_counts() -> None:
    told = school(
        sector="vo",
        stress_pressure="serious",
        low_mood="mild",
        first=["stress-pressure", "low-mood"],
        running=["mindfulness"],
        fixed=["mindfulness", "resilience"],
        projects=["mindfulness"],
        years_primary=["groups-5-6"],
    )
    assert settle(told, KNOWLEDGE).answers.values == {
        "sector": "vo",
        "stress-pressure": "serious",
        "low-mood": "mild",
        "first": ("stress-pressure",),
        "running": ("mindfulness",),
        "fixed": ("mindfulness",),
        "projects": (),
    }


def test_what_goes_first_is_asked_anew_when_nothing_of_it_is_left() -> None:
    told = school(sector="vo", low_mood="mild", first=["low-mood"])
    assert "first" not in settle(told, KNOWLEDGE).answers.values
    assert settle(school(first=[]), KNOWLEDGE).answers.values["first"] == ()


@pytest.mark.parametrize("kind", [realistic_school, uniform_school])
def test_answers_that_go_together_settle_as_they_are(kind) -> None:
    chance = random.Random(7)
    for _ in range(20):
        answers = kind(chance, KNOWLEDGE)
        assert settle(answers, KNOWLEDGE) == assess(answers, KNOWLEDGE)


# Moves


def moves_of(question: str, **answers) -> list[tuple]:
    profile = assess(school(**answers), KNOWLEDGE)
    found = [m for m in list_moves(profile, KNOWLEDGE) if m.question == question]
    return [(move.new, move.steps, move.option) for move in found]


def test_a_scale_moves_along_its_steps() -> None:
    assert moves_of("low-mood", low_mood="mild") == [
        ("none", 1, None),
        ("moderate", 1, None),
        ("serious", 2, None),
    ]


def test_bands_of_room_have_an_order_and_choices_have_none() -> None:
    found = moves_of("coordination-hours", coordination_hours="one")
    steps = {new: n for new, n, _ in found}
    assert steps == {"none": 2, "half": 1, "two-or-three": 1, "four-or-more": 2}
    runs = {"running": ["mindfulness"], "form_mindfulness": "class"}
    assert {n for _, n, _ in moves_of("form-mindfulness", **runs)} == {1}


def test_an_unknown_answer_may_be_any_answer_and_a_known_one_never_becomes_unknown() -> None:
    assert [new for new, _, _ in moves_of("low-mood")] == ["none", "mild", "moderate", "serious"]
    assert ((), 1, None) in moves_of("running")
    for move in list_moves(assess(school(low_mood="mild"), KNOWLEDGE), KNOWLEDGE):
        assert move.new is not None


def test_of_a_list_one_option_is_ticked_or_no_longer() -> None:
    found = moves_of("care", care=["fixed-route"])
    assert ((), 1, "fixed-route") in found
    assert (("fixed-route", "qualified-person"), 1, "qualified-person") in found
    assert all(steps == 1 for _, steps, _ in found)


def test_what_goes_first_may_be_exchanged_and_is_raised() -> None:
    raised = {"low_mood": "serious", "anxiety": "moderate", "conflicts": "mild"}
    found = moves_of("first", first=["low-mood"], **raised)
    assert found == [
        ((), 1, "low-mood"),
        (("low-mood", "anxiety"), 1, "anxiety"),
        (("anxiety",), 2, "anxiety"),
    ]


def test_a_school_stays_the_school_it_is() -> None:
    assert moves_of("sector", sector="vo") == []
    assert moves_of("ambition", ambition="Rust") == []
    assert [new for new, _, _ in moves_of("sector")] == ["po", "vo", "so"]


def test_questions_for_the_plan_alone_make_no_choice() -> None:
    chance = random.Random(11)
    questions = KNOWLEDGE.questionnaire.questions.values()
    alone = [q for q in questions if q.asked is Pass.PLAN or q.measures is Measures.URGENT]
    assert alone
    for _ in range(5):
        answers = realistic_school(chance, KNOWLEDGE)
        base = anew((), answers)
        for question in alone:
            for option in question.options:
                value = (option.id,) if question.kind is Kind.MANY else option.id
                old = answers.values.get(question.id)
                assert anew((Move(question.id, old, value, 1),), answers) == base


# The bench


@pytest.mark.parametrize("kind", [realistic_school, uniform_school])
def test_what_is_remembered_is_what_would_be_reasoned_anew(kind) -> None:
    chance = random.Random(21)
    for _ in range(4):
        answers = kind(chance, KNOWLEDGE)
        bench = Bench(answers, KNOWLEDGE)
        for move in chance.sample(bench.moves, 40):
            assert bench.after((move,)) == anew((move,), answers)


@by_name
def test_the_outline_has_the_items_of_the_plan(scenario: Scenario) -> None:
    plan = make_plan(scenario.answers, KNOWLEDGE, TODAY)
    base = bench_of(scenario.id).base
    assert [(p.id, p.form, p.status, p.year) for p in base.places] == [
        (i.id, i.form, i.status, i.year) for i in plan.combination
    ]
    assert [(one.id, one.decision) for one in base.decided] == [
        (line.id, line.decision) for line in plan.existing
    ]


# Turns


@by_name
def test_what_is_named_really_turns_each_type_and_else_no_single_answer_does(
    scenario: Scenario,
) -> None:
    bench, singles = bench_of(scenario.id), after_each_move(scenario.id)
    for item in TYPES:
        stands = item in bench.base.ids
        real = [move for move in singles if is_real(move, item, KNOWLEDGE)]
        turning = [move for move in real if (item in singles[move]) != stands]
        found = find_turns(bench, item)
        if found and len(found[0]) == 1:
            least = min(move.steps for move in turning)
            assert {change[0] for change in found} == {m for m in turning if m.steps == least}
        else:
            assert turning == []
        for change in found[:2]:
            assert (item in anew(change, bench.answers).ids) != stands
            assert_can_be_answered(change, bench.answers)


def assert_can_be_answered(change: Change, answers: Answers) -> None:
    """The changed answers are answers that a school could give."""
    changed = settle(apply(change, answers), KNOWLEDGE).answers
    read, _ = read_answers(render_answers(changed).encode(), KNOWLEDGE.questionnaire)
    assert read.values == changed.values
    assert all(read.values[move.question] == move.new for move in change)


@pytest.mark.parametrize("scenario", LOADED[2:30:9], ids=lambda one: one.id)
def test_no_smaller_pair_turns_a_type(scenario: Scenario) -> None:
    bench, chance = bench_of(scenario.id), random.Random(3)
    pairs = [(a, b) for a, b in combinations(bench.moves, 2) if a.question != b.question]
    for item in TYPES:
        found = find_turns(bench, item)
        if len(found[:1] and found[0]) != 2:
            continue
        smaller = [
            pair
            for pair in pairs
            if size_of(pair) < size_of(found[0]) and all(is_real(m, item, KNOWLEDGE) for m in pair)
        ]
        for pair in chance.sample(smaller, min(60, len(smaller))):
            assert (item in anew(pair, bench.answers).ids) == (item in bench.base.ids)


def test_what_runs_is_no_way_to_get_advice_about_it() -> None:
    bench = Bench(school(sector="po", running=[], fixed=[], coordination_hours="one"), KNOWLEDGE)
    moves = [m for change in find_turns(bench, "anti-bullying") for m in change]
    assert moves
    assert all(move.question != "running" for move in moves)


def test_a_foundation_that_needs_ask_for_goes_when_two_of_them_get_lighter() -> None:
    raised = {"belonging_engagement": "serious", "motivation_concentration": "serious"}
    told = school(sector="vo", coordination_hours="two-or-three", running=[], **raised)
    ((one, other),) = find_turns(Bench(told, KNOWLEDGE), "pupil-voice")
    assert {(one.question, one.new), (other.question, other.new)} == {
        ("belonging-engagement", "mild"),
        ("motivation-concentration", "mild"),
    }


def test_what_nobody_is_asked_is_not_counted_as_unknown() -> None:
    told = school(sector="vo", low_mood="serious", anxiety="mild", running=[])
    assert not {"first", "fixed", "projects"} & set(list_unknown(Bench(told, KNOWLEDGE)))
    two = school(sector="vo", low_mood="serious", anxiety="serious", running=["mindfulness"])
    assert {"first", "fixed", "projects"} <= set(list_unknown(Bench(two, KNOWLEDGE)))


def test_less_room_than_was_taken_for_granted_is_less() -> None:
    told = school(sector="vo", low_mood="serious", running=[])
    profile = assess(told, KNOWLEDGE)
    apart = {
        move.new: bands_apart(move, profile, KNOWLEDGE)
        for move in list_moves(profile, KNOWLEDGE)
        if move.question == "coordination-hours"
    }
    assert apart == {"none": -2, "half": -1, "one": 0, "two-or-three": 1, "four-or-more": 2}


def test_a_type_that_is_never_new_turns_with_no_answer() -> None:
    told = school(sector="vo", stress_pressure="serious", running=[], coordination_hours="one")
    assert find_turns(Bench(told, KNOWLEDGE), "mindfulness") == ()


# The second look


def look_of(scenario_id: str):
    bench = bench_of(scenario_id)
    left_out = [name for name in TYPES if name not in bench.base.ids]
    return bench, look_again(bench, left_out)


@by_name
def test_firm_items_stand_whatever_answer_moves_one_step_and_others_hang_on_some(
    scenario: Scenario,
) -> None:
    bench, look = look_of(scenario.id)
    singles = after_each_move(scenario.id)
    steps = {m: ids for m, ids in singles.items() if m.steps == 1 and m.old is not None}
    assert [one.id for one in look.firmness] == [place.id for place in bench.base.places]
    for one in look.firmness:
        assert set(one.hangs_on) == {
            move
            for move, ids in steps.items()
            if one.id not in ids and is_real(move, one.id, KNOWLEDGE)
        }


@by_name
def test_unknowns_matter_when_some_answer_changes_the_combination(scenario: Scenario) -> None:
    bench = bench_of(scenario.id)
    left_open = look_at_unknown(bench)
    told = {matter.question: matter for matter in left_open.matters}
    for move in bench.moves:
        is_unknown = move.old is None and move.question not in bench.answers.values
        changes = not bench.difference(anew((move,), bench.answers)).is_empty
        if is_unknown and move.question in told:
            assert (move in told[move.question].differences) == changes
        elif is_unknown and changes:
            asked = KNOWLEDGE.questionnaire.questions[move.question].asked
            pytest.fail(f"{move.question} ({asked}) matters and is not told")
    assert set(told) <= set(left_open.unknown)


def test_types_come_before_years_among_what_matters() -> None:
    told = school(sector="vo", low_mood="serious", care=["fixed-route"], coordination_hours="one")
    bench = Bench(told, KNOWLEDGE)
    matters = look_at_unknown(bench).matters
    kinds = [
        any(p.id in TYPES for d in m.differences.values() for p in (*d.added, *d.dropped))
        for m in matters
    ]
    assert kinds == sorted(kinds, reverse=True)
    assert True in kinds and False in kinds


def test_more_room_and_less_room_are_one_band_away() -> None:
    told = school(
        sector="vo", low_mood="serious", coordination_hours="one", training_half_days="none"
    )
    room = look_again(Bench(told, KNOWLEDGE), ()).room
    assert {(one.capacity, one.move.new) for one in room} >= {
        ("coordination-hours", "half"),
        ("coordination-hours", "two-or-three"),
        ("training-half-days", "one"),
    }
    less = next(one for one in room if one.move.new == "half")
    later = [new for old, new in less.difference.moved if old.year != new.year]
    assert later or less.difference.dropped


def test_the_best_plan_with_a_type_has_it_and_loses_somewhere() -> None:
    answers, _ = load_answers(example_school(Lang.NL), KNOWLEDGE.questionnaire)
    plan = make_whole_plan(answers, KNOWLEDGE, TODAY)
    assert plan.second_look is not None
    steps = {step.id for step in KNOWLEDGE.steps}
    assert set(plan.second_look.ways) >= {"teacher-training", "parent-training"}
    for item, way in plan.second_look.ways.items():
        assert item in {place.id for place in way.difference.added}
        assert way.step.id in steps


def test_a_decision_about_what_runs_is_a_difference_too() -> None:
    told = school(sector="vo", running=["mindfulness"], fixed=[], coordination_hours="one")
    bench = Bench(told, KNOWLEDGE)
    move = next(m for m in bench.moves if m.question == "form-mindfulness" and m.new == "class")
    (decided,) = bench.difference(bench.after((move,))).decided
    assert (decided.id, decided.decision, decided.find_out) == (
        "mindfulness",
        Decision.CHANGE_FORM,
        False,
    )


def test_a_difference_names_what_comes_goes_and_moves() -> None:
    told = school(sector="vo", low_mood="serious", care=["fixed-route"], coordination_hours="one")
    bench = Bench(told, KNOWLEDGE)
    assert bench.difference(bench.base).is_empty
    first, *rest = bench.base.places
    other = replace(bench.base, places=(replace(first, status=Status.FIND_OUT), *rest[:-1]))
    found = bench.difference(other)
    assert [(old.id, new.status) for old, new in found.moved] == [(first.id, Status.FIND_OUT)]
    assert found.dropped == (rest[-1],)
