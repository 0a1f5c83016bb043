"""Every scenario school gets what an expert would expect; the reader of scenarios is strict."""

import textwrap

import pytest
from known import KNOWLEDGE, SCENARIOS, TODAY, school

from advisor.checking.expectations import run_scenario
from advisor.checking.scenarios import load_scenarios
from advisor.engine.reasoning import make_plan
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


PUPILS = {
    "po": {"sector": "po", "years-primary": ["groups-5-6", "groups-7-8"]},
    "vo": {"sector": "vo", "years-secondary": ["lower-years", "upper-years"]},
    "so": {"sector": "so", "so-age": "both"},
}


@pytest.mark.parametrize(
    ("need", "covers"),
    [
        ("bullying-safety", {"po": "firm", "vo": "partly", "so": "partly"}),
        ("class-climate", {"po": "firm", "vo": "partly", "so": "partly"}),
        ("conflicts", {"po": "partly", "vo": "firm", "so": "partly"}),
        ("stress-pressure", {"po": "open", "vo": "firm", "so": "open"}),
        ("low-mood", {"po": "partly", "vo": "firm", "so": "partly"}),
        ("motivation-concentration", {"po": "partly", "vo": "open", "so": "open"}),
    ],
)
def test_the_same_answers_get_another_plan_where_the_evidence_differs(need, covers):
    """Where pupils of a special school are of both ages, the weaker evidence counts."""
    answers = {
        need: "serious",
        "first": [need],
        "right-now": [],
        "running": [],
        "fixed": [],
        "lesson-room": "fixed-hour",
        "care": ["fixed-route", "qualified-person"],
        "coordination-hours": "two-or-three",
        "training-half-days": "two-or-three",
    }
    for sector, cover in covers.items():
        plan = make_plan(school(**PUPILS[sector], **answers), KNOWLEDGE, TODAY)
        found = next(line for line in plan.needs if line.id == need)
        assert (sector, found.cover) == (sector, cover)
        told = {notice.id for notice in plan.notices}
        assert ("notice-special-education" in told) == (sector == "so")


SCHOOL = """
name: {nl: "Een school", en: "A school"}
rests_on: [R1]
date: 2026-09-01
answers:
  sector: po
  bullying-safety: serious
  stress-pressure: mild
  staff-wellbeing: moderate
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
        "expect_told: [at-risk-still-bullied, healthy-context-paradox]",
        "expect_not_told: [notice-bullying-from-thirteen]",
        "expect_changes: [bullying-safety]",
        "expect_cover: {bullying-safety: firm, staff-wellbeing: partly}",
        "expect_why: {staff-wellbeing: only-a-foundation}",
        "expect_by: {bullying-safety: [anti-bullying], staff-wellbeing: [staff-care]}",
        "expect_link: {bullying-safety: strong, staff-wellbeing: weak}",
        "expect_grade: {anti-bullying: strong}",
        "expect_why_not: {mindfulness: left-out-never-new}",
        "expect_foundations: [coordination, monitoring, staff-care]",
        "expect_notices: [notice-urgent-unknown, notice-impression]",
        "expect_actions: {at-risk-pupils: [at-risk-find-out, at-risk-still-bullied]}",
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
        ("expect_cover: {bullying-safety: partly}", "expected partly, it is firm by anti-bullying"),
        ("expect_why: {bullying-safety: thin-evidence}", "because of thin-evidence, it is -"),
        ("expect_told: [notice-bullying-from-thirteen]", "not told: notice-bullying-from"),
        ("expect_not_told: [healthy-context-paradox]", "told unexpectedly: healthy-context"),
        ("expect_changes: [stress-pressure]", "a first step that changes the school itself"),
        ("expect_by: {bullying-safety: []}", "bullying-safety: expected -, it is anti-bullying"),
        (
            "expect_link: {bullying-safety: weak}",
            "expected link weak, it is strong by anti-bullying",
        ),
        ("expect_grade: {anti-bullying: good}", "anti-bullying: expected good, it is strong"),
        ("expect_grade: {mindfulness: good}", "mindfulness: expected good, it is -"),
        ("expect_why_not: {mindfulness: left-out-weak-link}", "it is left-out-never-new"),
        ("expect_foundations: [staff-care]", "it is coordination, monitoring, staff-care"),
        (
            "expect_actions: {at-risk-pupils: [at-risk-still-bullied, at-risk-find-out]}",
            "it is at-risk-find-out, at-risk-still-bullied",
        ),
        ("expect_notices: [notice-impression]", "it is notice-urgent-unknown, notice-impression"),
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
        ("expect_told: [at-risk-still-bulied]", "E-REF", "'at-risk-still-bullied'"),
        ("expect_why: {bullying-safety: thin}", "E-REF", None),
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
