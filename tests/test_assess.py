"""From answers to a profile: needs, activities, room and flags; unknown stays unknown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from known import KNOWLEDGE, school

from advisor.engine.assess import assess
from advisor.model.profile import Certainty, Runs
from advisor.model.vocabulary import Level

ASSUMED = KNOWLEDGE.limits.capacities["coordination-hours"]


def profile(**answers):
    return assess(school(**answers), KNOWLEDGE)


def test_without_answers_everything_is_unknown():
    found = profile()
    assert set(found.needs) == set(KNOWLEDGE.catalogue.needs)
    assert {need.level for need in found.needs.values()} == {None}
    assert {need.certainty for need in found.needs.values()} == {Certainty.UNKNOWN}
    assert {flag.value for flag in found.flags.values()} <= {None, False}
    assert found.flags["care-route"].value is None
    assert found.flags["qualified-person"].value is None
    assert found.running is None
    assert found.circumstances is None
    assert found.years is None
    assert found.reading == ("po", "vo")
    assert all(room.assumed for room in found.capacities.values())


def test_a_signal_is_a_need_with_its_level_and_its_answer():
    need = profile(low_mood="moderate").needs["low-mood"]
    assert need.level is Level.MODERATE
    assert need.raised
    assert need.certainty is Certainty.IMPRESSION
    assert [(g.question, g.value) for g in need.grounds] == [("low-mood", "moderate")]


def test_figures_make_a_need_supported():
    found = profile(low_mood="serious", anxiety="serious", data_backed=["low-mood"])
    assert found.needs["low-mood"].certainty is Certainty.SUPPORTED
    assert found.needs["anxiety"].certainty is Certainty.IMPRESSION


def test_figures_do_not_make_an_unanswered_need_known():
    found = profile(data_backed=["low-mood"])
    assert found.needs["low-mood"].certainty is Certainty.UNKNOWN


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("nothing-yet", Level.SERIOUS),
        ("started", Level.MODERATE),
        ("partly", Level.MILD),
        ("largely", Level.NONE),
        ("in-place", Level.NONE),
    ],
)
@pytest.mark.parametrize(
    ("question", "need"),
    [
        ("staff_trained", "staff-competence"),
        ("parents_along", "parent-partnership"),
        ("insight", "insight"),
    ],
)
def test_needs_that_follow_from_how_things_stand(question, need, said, level):
    assert profile(**{question: said}).needs[need].level is level


@pytest.mark.parametrize(
    ("said", "level"),
    [(None, None), ([], Level.NONE), (["low-literacy"], Level.MODERATE)],
)
def test_circumstances_call_for_equal_opportunities(said, level):
    answers = {} if said is None else {"circumstances": said}
    assert profile(**answers).needs["equal-opportunities"].level is level


@pytest.mark.parametrize(
    ("answers", "qualified", "route"),
    [
        ({"care": ["fixed-route", "qualified-person"]}, True, True),
        ({"care": []}, False, False),
        ({"care": ["fixed-route"]}, False, True),
        ({"care": ["partner-in-school"]}, None, False),
        ({"care": ["partner-in-school"], "partner_qualified": "yes"}, True, False),
        ({"care": ["partner-in-school"], "partner_qualified": "no"}, False, False),
        ({}, None, None),
    ],
)
def test_someone_qualified_and_a_care_route(answers, qualified, route):
    flags = profile(**answers).flags
    assert flags["qualified-person"].value is qualified
    assert flags["care-route"].value is route


@pytest.mark.parametrize(
    ("answers", "value"),
    [
        ({"substance_peer_pressure": "serious"}, True),
        ({"substance_peer_pressure": "serious", "substances": ["alcohol"]}, True),
        ({"substance_peer_pressure": "serious", "substances": ["drugs"]}, False),
        ({"substance_peer_pressure": "mild"}, False),
        ({}, None),
    ],
)
def test_alcohol_is_possible_until_it_is_known_not_to_be(answers, value):
    assert profile(**answers).flags["alcohol-possible"].value is value


@pytest.mark.parametrize(
    ("answers", "runs", "clear"),
    [
        ({}, Runs.LOOSE, False),
        ({"fixed": ["buddies"]}, Runs.EMBEDDED, True),
        ({"fixed": []}, Runs.LOOSE, True),
        ({"fixed": [], "projects": ["buddies"]}, Runs.PROJECT, True),
        ({"fixed": [], "projects": []}, Runs.ONE_OFF, True),
        ({"projects": ["buddies"]}, Runs.PROJECT, True),
        ({"projects": ["guest-lesson"]}, Runs.LOOSE, False),
    ],
)
def test_how_something_runs(answers, runs, clear):
    found = profile(running=["buddies", "guest-lesson"], **answers).activities["buddies"]
    assert (found.runs, found.is_clear) == (runs, clear)


def test_the_form_that_something_runs_in():
    found = profile(running=["mindfulness"], form_mindfulness="voluntary").activities
    assert found["mindfulness"].form == "mindfulness-voluntary"
    assert profile(running=["mindfulness"]).activities["mindfulness"].form is None


@pytest.mark.parametrize(
    ("answers", "reading"),
    [
        ({"sector": "po"}, ("po",)),
        ({"sector": "vo"}, ("vo",)),
        ({"sector": "so"}, ("po", "vo")),
        ({"sector": "so", "so_age": "primary"}, ("po",)),
        ({"sector": "so", "so_age": "secondary"}, ("vo",)),
        ({"sector": "so", "so_age": "both"}, ("po", "vo")),
        ({"sector": "so", "years_primary": ["groups-5-6"]}, ("po",)),
        (
            {"sector": "so", "years_primary": ["groups-5-6"], "years_secondary": ["upper-years"]},
            ("po", "vo"),
        ),
        ({"so_age": "secondary"}, ("vo",)),
    ],
)
def test_whose_evidence_is_read(answers, reading):
    found = profile(**answers)
    assert found.reading == reading
    assert found.reading_known is (answers != {"sector": "so"})


@pytest.mark.parametrize(
    ("answers", "amount", "assumed"),
    [
        ({"coordination_hours": "none"}, 0, False),
        ({"coordination_hours": "one"}, 40, False),
        ({}, ASSUMED.bands[ASSUMED.assumed], True),
    ],
)
def test_room_is_what_was_said_or_an_assumption(answers, amount, assumed):
    room = profile(**answers).capacities["coordination-hours"]
    assert (room.amount, room.assumed) == (amount, assumed)


@pytest.mark.parametrize(
    ("answers", "first"),
    [
        ({"low_mood": "serious"}, ("low-mood",)),
        ({"low_mood": "serious", "insight": "nothing-yet"}, ("low-mood",)),
        ({"insight": "nothing-yet"}, ()),
        ({"low_mood": "serious", "anxiety": "moderate"}, None),
        ({"low_mood": "serious", "anxiety": "moderate", "first": ["anxiety"]}, ("anxiety",)),
        ({"low_mood": "serious", "anxiety": "moderate", "first": []}, ()),
        ({}, ()),
    ],
)
def test_what_goes_first(answers, first):
    found = profile(**answers)
    assert found.first == first
    assert {n.id for n in found.needs.values() if n.first} == set(first or ())


def test_raised_needs_stand_first_ones_first_then_the_heavier():
    found = profile(
        anxiety="moderate", low_mood="serious", conflicts="moderate", first=["conflicts"]
    )
    assert [need.id for need in found.raised()] == ["conflicts", "low-mood", "anxiety"]


def test_urgent_signals_are_kept():
    assert profile(right_now=["danger"]).urgent == ("danger",)


@settings(deadline=None, max_examples=60)
@given(st.permutations(sorted({"sector": "vo", "low-mood": "serious", "care": ()}.items())))
def test_the_order_of_answers_does_not_matter(items):
    values = dict(items)
    assert profile(**values) == profile(sector="vo", low_mood="serious", care=())
