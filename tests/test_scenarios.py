"""Every scenario school gets what an expert would expect; the reader of scenarios is strict."""

import textwrap

import pytest
from known import KNOWLEDGE, SCENARIOS

from advisor.checking.expectations import run_scenario
from advisor.checking.scenarios import load_scenarios
from advisor.problems import UsageError

FOUND, PROBLEMS = load_scenarios(SCENARIOS, KNOWLEDGE)


def test_all_scenarios_can_be_read():
    assert PROBLEMS == ()
    assert len(FOUND) >= 24


@pytest.mark.parametrize("scenario", FOUND, ids=[one.id for one in FOUND])
def test_scenario(scenario):
    failed = run_scenario(scenario, KNOWLEDGE).failed
    if failed:
        lines = [f"{scenario.file}: {scenario.name.en}", *(text.en for text in failed)]
        pytest.fail("\n".join(lines), pytrace=False)


def test_scenarios_lead_to_different_combinations():
    plans = [run_scenario(one, KNOWLEDGE).reasoning.plan for one in FOUND]
    sets = {frozenset((i.id, i.form, i.status) for i in plan.combination) for plan in plans}
    assert len(sets) >= 15


def test_every_type_is_in_one_scenario_and_left_out_of_another():
    plans = [run_scenario(one, KNOWLEDGE).reasoning.plan for one in FOUND]
    inside = {item.id for plan in plans for item in plan.combination}
    outside = {line.id for plan in plans for line in plan.not_advised}
    assert set(KNOWLEDGE.catalogue.interventions) <= inside & outside


def test_the_three_kinds_of_school_are_there():
    sectors = [one.answers.values.get("sector") for one in FOUND]
    assert all(sectors.count(sector) >= 2 for sector in ("po", "vo", "so"))


SCHOOL = """
name: {nl: "Een school", en: "A school"}
rests_on: [R1]
date: 2026-09-01
answers:
  sector: po
  bullying-safety: serious
  stress-pressure: mild
  first: [bullying-safety]
  running: [guest-lesson]
  fixed: []
  coordination-hours: two-or-three
  training-half-days: two-or-three
  lesson-room: fixed-hour
"""


def run(tmp_path, more):
    (tmp_path / "one.yaml").write_text(SCHOOL + textwrap.dedent(more), encoding="utf-8")
    found, problems = load_scenarios(tmp_path, KNOWLEDGE)
    return [run_scenario(one, KNOWLEDGE) for one in found], problems


@pytest.mark.parametrize(
    "right",
    [
        "expect: [anti-bullying]",
        "expect_not: [mindfulness]",
        "expect_form: {anti-bullying: anti-bullying-whole-school}",
        "expect_status: {anti-bullying: new}",
        "expect_existing: {guest-lesson: join}",
        "expect_covered: [bullying-safety]",
        "expect_starts: 1",
    ],
)
def test_an_expectation_that_holds(tmp_path, right):
    results, problems = run(tmp_path, right)
    assert problems == ()
    assert results[0].failed == ()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("expect: [mindfulness]", "not in the plan: mindfulness"),
        ("expect: [transition]", "No rule asks for it"),
        ("expect_not: [anti-bullying]", "in the plan: anti-bullying (new"),
        ("expect_form: {anti-bullying: sel-lessons}", "it is anti-bullying-whole-school"),
        ("expect_status: {anti-bullying: kept}", "expected kept, it is new"),
        ("expect_existing: {guest-lesson: keep}", "expected decision keep, it is join"),
        ("expect_existing: {buddies: keep}", "it does not run"),
        ("expect_open: [bullying-safety]", "expected open, it is"),
        ("expect_covered: [stress-pressure]", "expected firm / partly, it is -"),
        ("expect_starts: 0", "expected 0 starts, there are 1: anti-bullying"),
    ],
)
def test_an_expectation_that_fails_says_why(tmp_path, wrong, words):
    results, problems = run(tmp_path, wrong)
    assert problems == ()
    (failed,) = results[0].failed
    assert words.lower() in failed.en.lower()
    assert "{" not in failed.nl + failed.en


@pytest.mark.parametrize(
    ("wrong", "code", "words"),
    [
        ("expect: [anti-bulying]", "E-REF", "'anti-bullying'"),
        ("expect: anti-bullying", "E-TYPE", None),
        ("expect_status: {anti-bullying: started}", "E-REF", None),
        ("expect_status: [new]", "E-TYPE", None),
        ("expect_starts: many", "E-TYPE", None),
        ("expects: [anti-bullying]", "E-UNKNOWN-KEY", "'expect'"),
    ],
)
def test_a_scenario_with_a_mistake_is_told_with_its_place(tmp_path, wrong, code, words):
    results, problems = run(tmp_path, wrong)
    assert results == []
    (told,) = problems
    assert told.code == code
    assert told.place.line == SCHOOL.count("\n") + 1
    assert words is None or words in told.remedy.en


def test_a_scenario_with_a_wrong_answer_is_told(tmp_path):
    text = SCHOOL.replace("sector: po", "sector: pu")
    (tmp_path / "one.yaml").write_text(text, encoding="utf-8")
    _, problems = load_scenarios(tmp_path, KNOWLEDGE)
    assert [told.code for told in problems] == ["E-OPTION"]


def test_a_missing_folder_is_wrong_use(tmp_path):
    with pytest.raises(UsageError):
        load_scenarios(tmp_path / "nowhere", KNOWLEDGE)
