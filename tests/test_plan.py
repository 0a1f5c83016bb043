"""What a team lives with: goals, who says yes, hours of actions, what lasts, the meeting kit."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from known import KNOWLEDGE, SCENARIOS, TODAY, school

from advisor.checking.scenarios import load_scenarios
from advisor.checking.schools import realistic_school, uniform_school
from advisor.engine.reasoning import make_plan, make_whole_plan
from advisor.formats.depths import WORD_LIMITS, Depth, count_words
from advisor.formats.existing import existing_section
from advisor.formats.interface import Format, render, render_kit
from advisor.formats.markdown import PLAN_GIVES_WAY, plan_sections
from advisor.formats.notes import number_notes
from advisor.formats.page import PAGE_GIVES_WAY, page_sections
from advisor.formats.voice import Voice
from advisor.model.combination import Decision
from advisor.model.lines import Cover, Kind, Passed
from advisor.model.plan import Plan
from advisor.model.questionnaire import Answers
from advisor.texts import Lang

SCHOOLS = st.builds(
    lambda make, seed: make(random.Random(seed), KNOWLEDGE),
    st.sampled_from((realistic_school, uniform_school)),
    st.integers(0, 2**32),
)
BOTH = pytest.mark.parametrize("lang", list(Lang))


def low_mood(**more) -> Answers:
    """A secondary school that starts targeted help for low mood."""
    return school(
        **{
            "sector": "vo",
            "low_mood": "serious",
            "stress_pressure": "moderate",
            "first": ["low-mood"],
            "circumstances": ["poverty", "low-literacy"],
            "running": ["coach-talks", "guest-lesson"],
            "fixed": [],
            "projects": [],
            "care": ["fixed-route", "qualified-person"],
            "insight": "partly",
            "lasting": ["supported"],
            "lesson_room": "within-lessons",
            "staff_trained": "partly",
            "everyday": "partly",
            "parents_along": "partly",
            "coordination_hours": "two-or-three",
            "training_half_days": "one",
            **more,
        }
    )


def plan_of(answers: Answers) -> Plan:
    return make_plan(answers, KNOWLEDGE, TODAY)


@cache
def scenario_answers() -> dict[str, Answers]:
    scenarios, _ = load_scenarios(SCENARIOS, KNOWLEDGE)
    return {one.id: one.answers for one in scenarios}


@cache
def scenario_plans() -> dict[str, Plan]:
    return {name: plan_of(answers) for name, answers in scenario_answers().items()}


# The whole


BULLYING = "003-po-bullying-small-school"
"""A school of whose plan nothing is shortened, so that all that differs is to be seen."""


def sections_of(answers: Answers) -> dict[str, str]:
    """The sections of page and plan by their heading, without the numbers of notes."""
    text = render(plan_of(answers), KNOWLEDGE, Lang.EN, False, Format.MARKDOWN)
    found = re.split(r"^(?=#+ )", re.sub(r" ?\[\d+\]", "", text), flags=re.MULTILINE)
    return {section.partition("\n")[0].strip("# "): section for section in found}


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"ambition": "Everybody plays."}, {BULLYING, "Checking whether it helps"}),
        ({"conflicts": "none"}, {"What you see"}),
        ({"staff-trained": "largely"}, {"What you see", "What you do this school year"}),
        ({"running": ("guest-lesson",)}, {"What is already there", "Making it last"}),
        ({"lasting": ("regular-budget", "supported", "new-staff")}, {"Making it last"}),
        # The box of referrals moves from below the line for the head to the top.
        ({"right-now": ("suicidality",)}, {BULLYING, "For the head", "Good to know"}),
    ],
)
def test_plans_differ_where_the_answer_matters_and_nowhere_else(
    changed: dict[str, str | tuple[str, ...]], where: set[str]
) -> None:
    before = scenario_answers()[BULLYING]
    after = replace(before, values={**before.values, **changed})
    told, other = sections_of(before), sections_of(after)
    headings = told.keys() | other.keys()
    found = {heading for heading in headings if told.get(heading) != other.get(heading)}
    assert {heading.removeprefix("Wellbeing plan: ") for heading in found} == where


@pytest.mark.parametrize("name", sorted(path.stem for path in SCENARIOS.glob("*.yaml")))
def test_each_scenario_stays_within_its_words(
    name: str, record_property: Callable[[str, object], None]
) -> None:
    plan = make_whole_plan(scenario_answers()[name], KNOWLEDGE, TODAY)
    for lang in Lang:
        counted = count_words(render(plan, KNOWLEDGE, lang, True, Format.MARKDOWN))
        record_property("words", (name, lang.value, *counted.values()))
        assert set(counted) == set(Depth)
        assert all(0 < counted[depth] <= limit for depth, limit in WORD_LIMITS.items())


# Goals, and following whether it helps


def test_a_goal_says_what_to_measure_where_when_and_when_to_stop() -> None:
    goal, *_ = plan_of(low_mood()).monitoring.goals
    assert goal.need == "low-mood"
    assert goal.by == "cognitive-behavioural-therapy"
    assert [name.nl for name in goal.in_house] == ["veiligheidsmonitor", "GGD-schoolprofiel"]
    start = "Vóór de start in januari 2027, tussen april en juli 2027, en dan elk jaar."
    assert goal.moment.nl == start
    assert "verwijs als klachten erger worden" in goal.adjust.nl
    assert "gee2020" in goal.reason.sources


def test_a_first_look_after_new_year_names_both_years() -> None:
    answers = replace(low_mood(coordination_hours="half"), date=dt.date(2026, 11, 21))
    moments = {goal.need: goal.moment.en for goal in plan_of(answers).monitoring.goals}
    assert moments["low-mood"].startswith("Before the start in March 2027, between June and Sept")
    later = [
        goal.moment.en
        for plan in scenario_plans().values()
        for goal in plan.monitoring.goals
        if goal.by is not None and is_type_of_second_year(plan, goal.by)
    ]
    assert later
    assert all("October 2027, between January and April 2028" in told for told in later)


def is_type_of_second_year(plan: Plan, item_id: str) -> bool:
    item = plan.item(item_id)
    return item is not None and item.kind is Kind.INTERVENTION and item.year == 2


@settings(max_examples=60, deadline=None)
@given(SCHOOLS)
def test_every_goal_can_be_measured_and_stopped(answers: Answers) -> None:
    plan = plan_of(answers)
    goals = plan.monitoring.goals
    assert [goal.need for goal in goals] == [need.id for need in plan.raised][:5]
    for goal in goals:
        for text in (goal.goal, goal.indicator, goal.data, goal.moment, goal.adjust):
            assert text.nl
            assert text.en
        need = next(need for need in plan.needs if need.id == goal.need)
        served = [i for i in plan.combination if i.id in need.by and i.year is not None]
        assert goal.by == (served[0].id if served else None)


def test_national_figures_are_of_this_kind_of_school_and_of_one_of_its_goals() -> None:
    catalogue = KNOWLEDGE.catalogue
    for sector in ("po", "vo", "so", None):
        answers = school(
            **({"sector": sector} if sector else {}),
            bullying_safety="serious",
            low_mood="serious",
            class_climate="moderate",
            first=["bullying-safety"],
        )
        monitoring = plan_of(answers).monitoring
        found = {line.id for line in monitoring.figures}
        wanted = {
            figure.id
            for figure in catalogue.figures.values()
            if sector in figure.sectors and figure.need in ("bullying-safety", "low-mood")
        }
        assert found == wanted
        told = {line.id: line for line in monitoring.instruments}
        assert "safety-monitor" in told
        for one in told.values():
            assert one.ages.nl
            assert one.status.nl
            assert sector is None or sector in catalogue.instruments[one.id].sectors
    assert found == set()


def test_a_figure_never_stands_without_a_word_on_what_it_may_be_held_against() -> None:
    text = render(plan_of(low_mood()), KNOWLEDGE, Lang.EN, True, Format.MARKDOWN)
    lines = [line for line in text.splitlines() if "per cent" in line and "(2023)" in line]
    assert lines
    assert all("Compare this only with your own figure from the same source" in x for x in lines)


def test_pupils_who_do_worse_are_looked_at_apart() -> None:
    told = [line.text.en for line in plan_of(low_mood()).monitoring.apart]
    assert any("get worse" in text for text in told)
    assert any("what they notice of poverty and low literacy" in text for text in told)
    assert any("girls, boys and level" in text for text in told)
    primary = plan_of(low_mood(sector="po", circumstances=[])).monitoring.apart
    assert [line.reason.rule for line in primary] == ["watch-who-gets-worse"]


# Who must say yes


@settings(max_examples=80, deadline=None)
@given(SCHOOLS)
def test_nothing_for_pupils_at_risk_without_a_yes_of_parents_and_pupil(answers: Answers) -> None:
    plan = plan_of(answers)
    forms = KNOWLEDGE.catalogue.forms
    # A course for parents is theirs to join; all other help asks for a yes about a child.
    targeted = [
        item
        for item in plan.combination
        if item.form and forms[item.form].at_risk and "pupil" in item.layers
        if item.year is not None
    ]
    rules = {line.reason.rule for line in plan.approvals}
    assert not targeted or "approval-parents-targeted-help" in rules


def test_the_council_is_asked_before_the_school_plan_changes() -> None:
    plan = plan_of(low_mood())
    assert plan.item("vision") is not None
    asked = {line.reason.rule for line in plan.approvals}
    assert {"approval-council-school-plan", "approval-board-money"} <= asked
    explored = [line.what.nl for line in plan.calendar if line.phase == "explore"]
    assert "Vraag akkoord aan wie moet instemmen" in explored
    (council,) = (a for a in plan.approvals if a.reason.rule == "approval-council-school-plan")
    vision = plan.item("vision")
    assert vision is not None
    assert council.before == (vision.start if vision.year != 1 else None)


def test_only_what_begins_asks_the_team_and_the_council() -> None:
    bullied = {"sector": "po", "bullying_safety": "serious", "coordination_hours": "two-or-three"}
    room = {"lesson_room": "fixed-hour", "training_half_days": "one"}
    begins = {"approval-team-lessons", "approval-council-safety"}
    for known in ({"running": []}, {}):
        new = plan_of(school(**bullied, **room, **known))
        assert new.item("anti-bullying").start is not None
        assert begins <= {line.reason.rule for line in new.approvals}
    runs = ["anti-bullying"]
    kept = plan_of(school(**bullied, **room, running=runs, fixed=runs))
    assert kept.item("anti-bullying").start is None
    assert not begins & {line.reason.rule for line in kept.approvals}


# What the actions ask of the coordinator


def hours_left(plan: Plan) -> int:
    use = next(use for use in plan.use if use.unit == "hours")
    return use.available - use.asked


@settings(max_examples=80, deadline=None)
@given(SCHOOLS)
def test_the_actions_fit_in_the_hours_that_the_plan_leaves(answers: Answers) -> None:
    plan = plan_of(answers)
    actions = [action for line in plan.implementation for action in line.actions]
    if any(action.period for action in actions):
        asked = sum(action.hours for action in actions if not action.handed_over)
        assert asked <= hours_left(plan)
    for action in actions:
        somebody = action.role.en == "somebody else of the working group"
        assert somebody is action.handed_over
    assert all(line.actions for line in plan.implementation if line.state.value != "in-place")


def test_what_no_longer_fits_is_handed_over_and_said() -> None:
    generated = (realistic_school(random.Random(seed), KNOWLEDGE) for seed in range(300))
    full = next(
        plan
        for plan in map(plan_of, generated)
        if any(action.handed_over for line in plan.implementation for action in line.actions)
    )
    text = render(full, KNOWLEDGE, Lang.EN, False, Format.MARKDOWN)
    assert "somebody else of the working group does a part" in text


# What lasts


def test_a_check_that_a_foundation_of_this_year_repairs_names_it() -> None:
    plan = scenario_plans()["005-po-bullying-peer-mediators"]
    (line,) = (line for line in plan.lasting if line.id == "in-the-school-plan")
    assert (line.state, line.by) == (Passed.WEAK, "vision")
    text = render(plan, KNOWLEDGE, Lang.EN, False, Format.MARKDOWN)
    assert "This belongs to vision and ambition, from 2026-2027." in text
    later = plan_of(low_mood())
    assert later.item("vision").year == 2
    (line,) = (line for line in later.lasting if line.id == "in-the-school-plan")
    assert (line.state, line.by) == (Passed.WEAK, None)


@BOTH
def test_each_weak_check_has_a_repair_in_the_plan(lang: Lang) -> None:
    for plan in scenario_plans().values():
        text = render(plan, KNOWLEDGE, lang, True, Format.MARKDOWN)
        assert len(plan.lasting) == 10
        for line in plan.lasting:
            assert (line.repair is not None) is (line.state is Passed.WEAK)
            repairs = [p.repair for p in plan.weak_points if p.check == line.id]
            by = plan.item(line.by) if line.by is not None else None
            repairs = repairs or ([by.name.inside()] if by else [line.repair])
            if line.repair is not None:
                assert repairs[0] is not None
                assert repairs[0].say(lang) in text


def test_what_joins_in_says_when_it_is_fixed_and_what_ends_says_what_it_frees() -> None:
    plan = plan_of(low_mood())
    lines = {line.id: line for line in plan.existing}
    assert lines["coach-talks"].decision is Decision.JOIN
    assert lines["coach-talks"].embed is not None
    assert lines["guest-lesson"].embed is None
    section = existing_section(plan, number_notes(plan, shown=False), Voice(KNOWLEDGE, Lang.NL))
    text = section.variants[0]
    assert "**Van los naar vast.**" in text
    lacking = re.search(r"Daarvoor missen jullie nog, of weten jullie nog niet: (.*)\.", text)
    assert lacking is not None
    assert "vast geld in de begroting" in lacking[1]
    assert "steun van team en ouders" not in lacking[1]
    assert "Wat stopt, geeft samen naar schatting 4 uur per jaar terug." in text


# Equal opportunities


def test_care_with_what_is_chosen_is_told_only_where_circumstances_are_reported() -> None:
    told = {line.item for line in plan_of(low_mood()).fair}
    plan = plan_of(low_mood())
    assert told == {i.id for i in plan.combination if i.kind is Kind.INTERVENTION}
    assert plan_of(low_mood(circumstances=[])).fair == ()
    assert plan_of(low_mood(circumstances=None)).fair == ()


# The head, the network


def test_the_head_reads_from_when_and_up_to_when() -> None:
    head = plan_of(low_mood()).head.en
    assert head.startswith("This plan begins in September 2026 and asks for ")
    assert head.endswith("up to 2028-2029.")
    spring = plan_of(replace(low_mood(), date=dt.date(2027, 3, 3))).head.en
    assert spring.startswith("This plan begins in August 2027 ")


def test_the_network_knows_what_the_school_can_share_and_lacks() -> None:
    alone = plan_of(low_mood(ambition=None)).network
    assert len(alone.meetings) == 5
    assert alone.share == ()
    assert any("not filled in yet" in text.en for text in alone.asks)
    fixed = low_mood(fixed=["coach-talks"], ambition="Iedereen hoort erbij")
    shares = plan_of(fixed).network
    assert "coachgesprekken" in [text.nl for text in shares.share]
    assert any("“Iedereen hoort erbij”" in text.nl for text in shares.asks)


def test_a_school_that_does_not_share_reads_of_no_meetings_with_other_schools() -> None:
    answers = {"learning_question": "Hoe vaak is vaak?", "learning_aim": "socialisation"}
    texts = {
        share: render(
            plan_of(low_mood(**answers, **({} if share is None else {"share": share}))),
            KNOWLEDGE,
            Lang.EN,
            True,
            Format.MARKDOWN,
        )
        for share in (None, "yes", "no")
    }
    meetings, wants = "**Five meetings:**", "You want to share what you learn."
    assert [meetings in text for text in texts.values()] == [True, True, False]
    assert [wants in text for text in texts.values()] == [False, True, False]
    assert "You do not want to share with other schools now." in texts["no"]
    about = "Hoe vaak is vaak? It is mostly about socialisation: living and working with others."
    assert all(about in text for text in texts.values())


def test_what_runs_goes_by_the_name_that_the_school_uses() -> None:
    named = plan_of(low_mood(running=("buddies",), activity_names="Maatjes & [Co]"))
    text = render(named, KNOWLEDGE, Lang.EN, True, Format.MARKDOWN)
    assert "You name these programmes and activities: “Maatjes & \\[Co\\]”" in text
    without = plan_of(low_mood(running=(), activity_names="Maatjes"))
    assert "You name these" not in render(without, KNOWLEDGE, Lang.EN, True, Format.MARKDOWN)


@pytest.mark.parametrize(
    ("begins", "year", "period"),
    [
        (2026, None, None),
        (2027, "2026-2027", "summer"),
        (2029, "2028-2029", None),
        (2030, None, None),
    ],
)
def test_a_new_school_plan_is_in_the_calendar_of_the_year_before(
    begins: int, year: str | None, period: str | None
) -> None:
    plan = plan_of(low_mood(school_plan_year=begins))
    found = [line for line in plan.calendar if "new school plan" in line.what.en]
    assert [(line.year, line.period) for line in found] == (
        [] if year is None else [(year, period)]
    )
    assert all(str(begins) in line.what.nl for line in found)


def test_what_runs_in_a_harmful_form_is_not_shared_with_other_schools() -> None:
    runs = ["cognitive-behavioural-therapy"]
    plan = plan_of(
        school(sector="vo", low_mood="serious", running=runs, fixed=runs, form_cbt="class")
    )
    assert plan.existing[0].decision is Decision.CHANGE_FORM
    assert plan.network.share == ()


# The kit


@BOTH
def test_the_kit_stands_alone_with_room_to_write(lang: Lang) -> None:
    for plan in scenario_plans().values():
        text = render_kit(plan, KNOWLEDGE, lang, Format.MARKDOWN)
        minutes = [int(n) for n in re.findall(r"^\d\. (\d+) minu", text, re.MULTILINE)]
        assert sum(minutes) == 60
        for question in plan.implementation:
            assert question.question.say(lang) in text
        rooms = text.count("Onze afspraak: \\_" if lang is Lang.NL else "What we agree: \\_")
        assert rooms == 5
        assert plan.kit.for_team.say(lang) in text
        assert plan.kit.for_parents.say(lang) in text
        assert not re.search(r"\{\w+\}|bron \d|source \d|\[\d+\]", text)


def test_the_kit_decides_on_what_the_plan_asks() -> None:
    plan = plan_of(low_mood())
    told = " ".join(text.en for text in plan.kit.decisions)
    for item in plan.combination:
        if item.kind is Kind.INTERVENTION and item.start == plan.years[0]:
            assert item.name.en in told
    assert "Does this end, after a talk with whoever runs it: a guest lesson" in told
    assert "Who asks for it, and when?" in told


def test_parents_read_of_help_for_some_that_it_is_their_choice() -> None:
    plan = plan_of(low_mood())
    assert "Uw kind doet alleen mee als u en uw kind dat willen." in plan.kit.for_parents.nl
    quiet = plan_of(school(sector="po", bullying_safety="serious", first=["bullying-safety"]))
    assert "uw kind dat willen" not in quiet.kit.for_parents.nl


def test_parents_read_what_the_school_wants_also_when_nothing_can_begin() -> None:
    wanted = "This is what we want to achieve at school: "
    without_hours = plan_of(low_mood(coordination_hours="none")).kit.for_parents.en
    assert without_hours.startswith(wanted)
    assert ". For that we first make time." in without_hours
    alone = school(sector="vo", motivation_concentration="serious", coordination_hours="one")
    still_open = plan_of(alone)
    assert {need.cover for need in still_open.raised} == {Cover.OPEN}
    assert still_open.kit.for_parents.en.startswith(wanted)
    assert "We are still finding out what helps with that." in still_open.kit.for_parents.en
    begun = plan_of(low_mood()).kit.for_parents.en
    assert begun.startswith(wanted) and "finding out" not in begun


def test_nobody_is_told_that_all_is_well_while_that_is_not_known() -> None:
    silent = ("nothing is clearly or seriously wrong", "the pupils are doing well")
    for answers in (
        school(),
        school(sector="vo", staff_wellbeing="none"),
        school(sector="vo", right_now=["suicidality"], staff_wellbeing="none"),
    ):
        kit = plan_of(answers).kit
        assert silent[1] not in kit.for_parents.en
    assert silent[0] not in plan_of(school()).kit.for_team.en
    well, _ = (plan for name, plan in scenario_plans().items() if name[:3] in {"001", "002"})
    assert silent[1] in well.kit.for_parents.en
    quiet = next(one for name, one in scenario_answers().items() if name.startswith("001"))
    urgent = replace(quiet, values={**quiet.values, "right-now": ("suicidality",)})
    assert silent[1] not in plan_of(urgent).kit.for_parents.en


def test_without_hours_the_team_reads_why_nothing_has_a_date() -> None:
    plan = plan_of(low_mood(coordination_hours="none"))
    assert "geen uren voor coördinatie" in plan.kit.for_team.nl
    assert "{" not in plan.kit.for_team.nl + plan.kit.for_parents.nl


# How the plan becomes briefer


def test_every_briefer_variant_can_be_reached() -> None:
    voice = Voice(KNOWLEDGE, Lang.NL)
    most: dict[str, int] = {}
    for plan in scenario_plans().values():
        notes = number_notes(plan, shown=True)
        for order, sections in (
            (PAGE_GIVES_WAY, page_sections(plan, notes, voice)),
            (PLAN_GIVES_WAY, plan_sections(plan, notes, voice)),
        ):
            keys = [section.key for section in sections]
            assert len(set(keys)) == len(keys)
            for section in sections:
                most[section.key] = max(most.get(section.key, 0), len(section.variants) - 1)
                assert order.count(section.key) >= len(section.variants) - 1, section.key
    every = (*PAGE_GIVES_WAY, *PLAN_GIVES_WAY)
    assert set(every) <= most.keys()
