"""A network of schools: what is shared, who learns from whom, and that no silent school shows."""

from __future__ import annotations

import datetime as dt
import pickle
import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from known import KNOWLEDGE, SCENARIOS, TODAY, school
from markdown_it import MarkdownIt

from advisor.checking.scenarios import load_scenarios
from advisor.checking.schools import realistic_schools
from advisor.engine.network import contribute, gather
from advisor.engine.network.counting import Tally, tell
from advisor.engine.network.pairing import TIPS, VISITS
from advisor.engine.reasoning import make_plan
from advisor.formats.interface import Format, render_network
from advisor.model.combination import Status
from advisor.model.lines import Kind, WhyNotFirm
from advisor.model.network import (
    Begun,
    Contribution,
    Network,
    RaisedNeed,
    School,
    SharedTraining,
    Told,
)
from advisor.model.questionnaire import Answers, Measures
from advisor.texts import Lang

MINIMUM = KNOWLEDGE.limits.network_group
BOTH = pytest.mark.parametrize("lang", list(Lang))
POOL_SIZE = 60
NAMES = (
    "De Wilg", "De Linde", "Het Kompas", "De Regenboog", "Sint Jan", "De Springplank",
    "Op de Hoek", "De Brug", "Het Talent", "De Zonnebloem", "De Akker", "De Toermalijn",
)  # fmt: skip
ANSWERS_OF_TWELVE = ("yes",) * 7 + (None, None, None, "yes", "no")
NEED, OTHER_NEED = list(KNOWLEDGE.catalogue.needs)[:2]
FORM = next(f for f in KNOWLEDGE.catalogue.forms.values() if set(f.fits) == {"po", "vo"})
AIMS = {
    option.id: option.text
    for question in KNOWLEDGE.questionnaire.measuring(Measures.AIM)
    for option in question.options
}
FOUNDATION = next(iter(KNOWLEDGE.catalogue.foundations))


def answering(answers: Answers, name: str, share: str | None, **more: str) -> Answers:
    """The same school under a name, with or without an answer about sharing."""
    values = {key: value for key, value in answers.values.items() if key != "share"}
    values |= {key.replace("_", "-"): value for key, value in more.items()}
    if share is not None:
        values["share"] = share
    return replace(answers, school=name, values=values)


def contribution(answers: Answers) -> Contribution:
    return contribute(make_plan(answers, KNOWLEDGE, TODAY), KNOWLEDGE)


@cache
def pool() -> list[tuple[Contribution, Contribution]]:
    """Realistic schools, each as one that shares and as one that did not say."""
    schools = realistic_schools(KNOWLEDGE, POOL_SIZE, seed=11)
    return [
        (contribution(answering(one, "-", "yes")), contribution(answering(one, "-", None)))
        for one in schools
    ]


@pytest.fixture(scope="module")
def twelve() -> list[Contribution]:
    """A board with twelve schools: eight share, three did not say, one does not share."""
    every = realistic_schools(KNOWLEDGE, 300, seed=5)
    primary = (one for one in every if one.values.get("sector") == "po")
    asked = {0: "Hoe merken wij eerder dat een leerling somber is?"}
    return [
        contribution(
            answering(one, name, share, **{"learning_question": asked[at]} if at in asked else {})
        )
        for at, (one, name, share) in enumerate(
            zip(primary, NAMES, ANSWERS_OF_TWELVE, strict=False)
        )
    ]


def text(network: Network, lang: Lang = Lang.NL, form: Format = Format.MARKDOWN) -> str:
    told = render_network(network, KNOWLEDGE, lang, form)
    assert isinstance(told, str)
    return told


def report(contributions: Iterable[Contribution], lang: Lang = Lang.NL) -> str:
    return text(gather(contributions, KNOWLEDGE), lang)


def section(told: str, heading: str) -> str:
    return told.split(f"## {heading}\n")[1].split("\n## ")[0]


def sharer(name: str, **more: object) -> Contribution:
    """A school that shares and gives just this."""
    given_: dict[str, object] = {"reading": ("po",), "years": ("2026-2027", "2028-2029"), **more}
    return Contribution(True, school=name, **given_)  # type: ignore[arg-type]


def silent(**more: object) -> Contribution:
    """A school that did not say whether it shares."""
    given_: dict[str, object] = {"reading": ("po",), "years": ("2026-2027", "2028-2029"), **more}
    return Contribution(None, **given_)  # type: ignore[arg-type]


def raising(*needs: str, open_for: WhyNotFirm | None = None, first: bool = False) -> dict:
    return {"needs": tuple(RaisedNeed(need, first, open_for) for need in needs)}


def beginning(
    thing: str, kind: Kind = Kind.INTERVENTION, half_days: int = 1, year: str = "2026-2027"
) -> dict:
    return {"begins": (Begun(thing, kind, year, dt.date(int(year[:4]), 11, 1), half_days),)}


# What a plan gives


def test_a_school_that_does_not_share_gives_nothing_but_that() -> None:
    answers = school(sector="po", share="no", bullying_safety="serious", first=["bullying-safety"])
    assert contribution(answers) == Contribution(shares=False)


def test_a_school_that_did_not_say_gives_no_name_no_question_and_nothing_that_stands() -> None:
    answers = school(
        sector="vo",
        stress_pressure="serious",
        running=["social-emotional-skills"],
        fixed=["social-emotional-skills"],
        learning_question="Hoe doen anderen dit?",
    )
    one = contribution(answers)
    assert (one.shares, one.school, one.question, one.stands) == (None, None, None, ())
    assert one.needs
    shares = contribution(replace(answers, values={**answers.values, "share": "yes"}))
    assert (shares.school, shares.question) == ("De Springplank", "Hoe doen anderen dit?")
    assert shares.stands


def test_a_contribution_is_small_and_can_be_sent_to_another_process() -> None:
    for pair in pool():
        for one in pair:
            sent = pickle.dumps(one)
            assert pickle.loads(sent) == one
            assert len(sent) < 2_000


def test_it_gives_what_the_plan_says() -> None:
    scenarios, _ = load_scenarios(SCENARIOS, KNOWLEDGE)
    for scenario in scenarios:
        plan = make_plan(answering(scenario.answers, "A", "yes"), KNOWLEDGE, TODAY)
        one = contribute(plan, KNOWLEDGE)
        assert {need.id for need in one.needs} == {need.id for need in plan.raised}
        assert {need.id for need in one.needs if need.open_for} == {n.id for n in plan.open_needs}
        types = {begun.id for begun in one.begins if begun.kind is Kind.INTERVENTION}
        assert types == {i.form for i in plan.combination if i.form and i.start}
        kept = {i.form or i.id for i in plan.combination if i.status is Status.KEPT}
        assert kept <= set(one.stands)
        assert not set(one.stands) & {begun.id for begun in one.begins}


def test_training_is_what_an_item_asks_of_the_team_in_the_year_in_which_it_begins() -> None:
    trained = school(
        sector="po",
        bullying_safety="serious",
        first=["bullying-safety"],
        coordination_hours="four-or-more",
        training_half_days="four-or-more",
        lesson_room="more",
    )
    asked = {begun.id: begun.half_days for begun in contribution(trained).begins}
    assert asked["anti-bullying-whole-school"] == 1
    assert all(asked[f] == 0 for f in KNOWLEDGE.catalogue.foundations if f in asked)


# What may be told


@pytest.mark.parametrize(
    ("sharing", "silent_ones", "told"),
    [
        (0, 0, None),
        (2, 0, Told(2)),
        (0, 2, None),
        (1, 1, None),
        (2, 1, Told(3)),
        (0, 3, Told(3)),
        (5, 4, Told(9)),
        (6, 4, Told(10, at_least=True)),
        (6, 5, Told(10, at_least=True)),
        (6, 6, Told(10, at_least=True)),
    ],
)
def test_a_number_is_told_only_if_nobody_stands_out(
    sharing: int, silent_ones: int, told: Told | None
) -> None:
    whole = Tally(6, 6)
    assert tell(Tally(sharing, silent_ones), whole, Told(12), 3) == told


def test_where_everybody_shares_every_number_is_told() -> None:
    for part in range(1, 5):
        assert tell(Tally(part, 0), Tally(4, 0), Told(4), 3) == Told(part)


def test_a_part_says_no_more_than_the_whole_that_is_told_as_at_least() -> None:
    whole, told = Tally(6, 6), Told(10, at_least=True)
    assert tell(Tally(3, 4), whole, told, 3) == Told(7)
    for part in range(8, 13):
        assert tell(Tally(part - 6, 6), whole, told, 3) == Told(8, at_least=True)


def test_no_number_says_of_every_silent_school_that_it_is_among_them() -> None:
    for sharing in range(8):
        for unsaid in range(3, 9):
            whole = Tally(sharing, unsaid)
            behind: dict[Told, set[int]] = {}
            for part in (Tally(s, u) for s in range(sharing + 1) for u in range(unsaid + 1)):
                told = tell(part, whole, Told(whole.all), 3) if whole.all > 3 else None
                if told is not None:
                    behind.setdefault(told, set()).add(part.silent)
            assert all(min(silent_ones) < unsaid for silent_ones in behind.values())


def test_a_few_silent_schools_are_left_out_of_every_number() -> None:
    seen = raising(NEED)
    schools = [*(sharer(name, **seen) for name in NAMES[:4]), silent(), silent()]
    network = gather(schools, KNOWLEDGE)
    assert (network.schools, network.counted, network.leaves_silent_out) == (6, 4, True)
    with_need = gather([*schools[:4], silent(**seen), silent(**seen)], KNOWLEDGE)
    assert with_need == network
    assert network.needs[0].raised == Told(4)


def test_with_enough_silent_schools_they_count_without_a_name() -> None:
    schools = [*(sharer(name, **raising(NEED)) for name in NAMES[:4]), *[silent()] * 3]
    network = gather([*schools, silent(**raising(NEED))], KNOWLEDGE)
    assert network.counted == 8
    assert network.needs[0].raised == Told(5)


def test_three_schools_of_which_none_said_anything_tell_nothing() -> None:
    told = report([silent(**raising(NEED))] * 3)
    assert "##" not in told
    assert "te raden welke school" in told
    assert "kolom share" in told


def test_no_school_at_all_is_a_report_too() -> None:
    for lang in Lang:
        assert "##" not in report([], lang)
        assert "##" not in report([Contribution(False)], lang)


def test_two_schools_that_share_are_told_that_they_are_few() -> None:
    told = report([sharer(name, **raising(NEED)) for name in NAMES[:2]])
    assert "minder dan 3 scholen" in told
    assert "|Stress en prestatiedruk |2 |" in told


def test_the_minimum_comes_from_the_rules() -> None:
    limits = replace(KNOWLEDGE.limits, network_group=5)
    stricter = replace(KNOWLEDGE, limits=limits)
    schools = [*[silent(**raising(NEED))] * 4, *[silent()] * 6]
    assert gather(schools, KNOWLEDGE).needs[0].raised == Told(4)
    assert gather(schools, stricter).needs == ()
    assert gather(schools, stricter).more_needs


# What stands in it


def test_needs_that_most_schools_share_come_first_with_the_reason_for_which_they_stay_open() -> (
    None
):
    both = raising(NEED, OTHER_NEED, open_for=WhyNotFirm.NO_CAPACITY)
    one = raising(OTHER_NEED, first=True, open_for=WhyNotFirm.NO_TYPE)
    schools = [sharer(name, **both) for name in NAMES[:2]]
    network = gather([*schools, *(sharer(name, **one) for name in NAMES[2:6])], KNOWLEDGE)
    first, second = network.needs
    assert (first.id, first.raised, first.first, first.open) == (
        OTHER_NEED,
        Told(6),
        Told(4),
        Told(6),
    )
    assert first.why == (WhyNotFirm.NO_TYPE,)
    assert (second.id, second.raised, second.first) == (NEED, Told(2), Told(0))
    assert {(one.why, one.schools.schools) for one in network.open_for} == {
        (WhyNotFirm.NO_TYPE, 4),
        (WhyNotFirm.NO_CAPACITY, 2),
    }


def test_needs_at_too_few_schools_are_told_without_a_name_or_number() -> None:
    told = report([*[silent(**raising(NEED))] * 2, *[silent()] * 5])
    assert "stress" not in told.lower()
    assert "Geen zorg speelt op genoeg scholen" in told
    also = report([*[silent(**raising(NEED))] * 2, *[silent(**raising(OTHER_NEED))] * 4])
    assert "stress" not in also.lower()
    assert "Andere zorgen spelen op te weinig scholen" in also


def test_training_for_the_same_in_the_same_year_is_told_with_a_date_before_it() -> None:
    schools = [sharer(name, **beginning(FORM.id)) for name in NAMES[:3]]
    later = sharer("De Late", **beginning(FORM.id, year="2027-2028"))
    older = sharer("De Grote", **{**beginning(FORM.id), "reading": ("vo",)})
    none = sharer("Zonder", **beginning(FORM.id, half_days=0))
    network = gather([*schools, later, older, none], KNOWLEDGE)
    (training,) = network.trainings
    assert (training.year, training.schools, training.half_days) == ("2026-2027", Told(3), 1)
    assert [one.name for one in training.named] == sorted(NAMES[:3])
    assert training.before == dt.date(2026, 11, 1)
    assert network.more_trainings
    row = next(line for line in text(network).splitlines() if line.startswith("|2026"))
    assert row.endswith("|3: De Linde, De Wilg en Het Kompas |1 dagdeel scholing |november 2026|")


def test_names_beside_a_number_leave_no_silent_school_alone() -> None:
    named = [sharer(name, **beginning(FORM.id)) for name in NAMES[:3]]
    alone = [silent(**beginning(FORM.id)), *[silent()] * 5]
    enough = [*[silent(**beginning(FORM.id))] * 3, *[silent()] * 3]
    (first,) = gather([*named, *alone], KNOWLEDGE).trainings
    assert (first.schools, first.named) == (Told(4), ())
    (second,) = gather([*named, *enough], KNOWLEDGE).trainings
    assert (second.schools, len(second.named)) == (Told(6), 3)
    assert "6, met onder andere De Linde, De Wilg en Het Kompas" in report([*named, *enough])


def test_what_stands_is_told_with_the_names_of_those_that_share() -> None:
    schools = [sharer("De Wilg", stands=(FORM.id,)), sharer("De Linde", stands=(FORM.id,))]
    told = section(report([*schools, *[silent()] * 3]), "Wat al vast staat, en waar")
    assert f"- {FORM.name.nl}: De Linde en De Wilg." in told


def test_a_foundation_that_many_lack_is_a_question_for_the_board() -> None:
    lacking = beginning(FOUNDATION, Kind.FOUNDATION, half_days=0)
    schools = [sharer(name, **lacking) for name in NAMES[:4]]
    (to_build,) = gather([*schools, sharer("Anders")], KNOWLEDGE).to_build
    assert (to_build.id, to_build.schools, to_build.year) == (FOUNDATION, Told(4), "2026-2027")
    told = section(report(schools), "Wat bestuur of samenwerkingsverband kan regelen")
    asked = KNOWLEDGE.catalogue.words[f"fmt-net-ask-build-{FOUNDATION}"].nl
    assert f"(4 scholen).** De meeste bouwen eraan in 2026-2027. {asked}" in told


def test_room_that_is_missing_or_unknown_is_a_question_for_the_board() -> None:
    schools = [sharer(name, no_room=("hours", "lessons")) for name in NAMES[:3]]
    schools += [sharer(name, room_unknown=("half-days",)) for name in NAMES[3:5]]
    told = section(report(schools), "Wat bestuur of samenwerkingsverband kan regelen")
    assert "**Geen uren voor coördinatie: 3 scholen.** Daar krijgt nu niets een datum." in told
    assert "**Tijd voor teamscholing nog niet bekend: 2 scholen.**" in told
    assert told.count("- **") == 2


def test_every_foundation_and_every_reason_has_a_question_for_the_board() -> None:
    words = KNOWLEDGE.catalogue.words
    wanted = [f"fmt-net-ask-build-{foundation}" for foundation in KNOWLEDGE.catalogue.foundations]
    reasons = list(WhyNotFirm)[: list(WhyNotFirm).index(WhyNotFirm.THIN_EVIDENCE)]
    for why in reasons:
        wanted += [
            f"fmt-net-{key}" for key in (f"why-{why}", f"fact-open-{why}", f"ask-open-{why}")
        ]
    assert [key for key in wanted if key not in words] == []


# Who learns from whom


def test_who_begins_with_something_can_look_where_it_stands() -> None:
    teacher, learner = (
        sharer("De Wilg", stands=(FORM.id,)),
        sharer("Sint Jan", **beginning(FORM.id)),
    )
    (found,) = gather([learner, teacher], KNOWLEDGE).learners
    (tip,) = found.tips
    assert (found.school.name, tip.school.name, tip.what, tip.need) == (
        "Sint Jan",
        "De Wilg",
        FORM.name,
        None,
    )


def test_who_has_a_need_can_look_at_what_helps_with_it_for_the_same_ages() -> None:
    need = next(n for n, link in FORM.fits["po"].serves.items() if link.strength > 0)
    teacher = sharer("De Wilg", stands=(FORM.id,))
    (found,) = gather([teacher, sharer("Sint Jan", **raising(need))], KNOWLEDGE).learners
    assert (found.school.name, found.tips[0].school.name) == ("Sint Jan", "De Wilg")
    assert found.tips[0].need == KNOWLEDGE.catalogue.needs[need].name
    for reading in (("vo",), ("po", "vo"), ()):
        other = sharer("Sint Jan", **{**raising(need), "reading": reading})
        assert gather([teacher, other], KNOWLEDGE).learners == ()


def test_what_is_not_advised_to_start_is_no_example() -> None:
    for form in KNOWLEDGE.catalogue.forms.values():
        if form.never_new is None:
            continue
        for age, fit in form.fits.items():
            learner = sharer("A", **{**raising(*fit.serves), "reading": (age,)})
            teacher = sharer("B", stands=(form.id,), reading=(age,))
            assert gather([learner, teacher], KNOWLEDGE).learners == ()


def test_visits_are_spread_and_every_school_gets_one_before_any_gets_two() -> None:
    things = (FORM.id, FOUNDATION)
    begins = (
        *beginning(FORM.id)["begins"],
        *beginning(FOUNDATION, Kind.FOUNDATION, half_days=0)["begins"],
    )
    teachers = [sharer(f"Leert {n}", stands=things) for n in range(2)]
    learners = [sharer(f"Wil {n}", begins=begins) for n in range(9)]
    network = gather([*teachers, *learners], KNOWLEDGE)
    visits = Counter(tip.school.name for one in network.learners for tip in one.tips)
    assert set(visits.values()) == {VISITS}
    assert [one.school.name for one in network.learners] == [f"Wil {n}" for n in range(6)]
    few = gather([*teachers, *learners[:3]], KNOWLEDGE)
    assert [len(one.tips) for one in few.learners] == [TIPS] * 3
    for one in few.learners:
        assert len({tip.school for tip in one.tips}) == TIPS


def test_schools_with_the_same_name_have_a_number() -> None:
    schools = [sharer("De Linde", stands=(FORM.id,)), sharer("De Linde", **beginning(FORM.id))]
    told = report(schools)
    assert "Scholen met dezelfde naam hebben een nummer." in told
    (row,) = [line for line in told.splitlines() if "begint hiermee" in line]
    assert {*re.findall(r"De Linde \(\d\)", row)} == {"De Linde (1)", "De Linde (2)"}
    assert report(reversed(schools)) == told


# Meetings


def test_the_middle_meetings_are_about_what_most_schools_begin_with() -> None:
    need = next(n for n, link in FORM.fits["po"].serves.items() if link.strength > 0)
    begin = raising(need, first=True)
    schools = [sharer(name, **begin) for name in NAMES[:3]]
    asking = sharer("De Vraag", **begin, question="Wat doen *jullie* | dan?")
    showing = sharer("Het Voorbeeld", stands=(FORM.id,))
    told = section(report([*schools, asking, showing]), "Vijf bijeenkomsten")
    lines = [line for line in told.splitlines() if re.match(r"\d\. ", line)]
    assert [line[:2] for line in lines] == ["1.", "2.", "3.", "4.", "5."]
    assert "4 scholen willen hiermee beginnen." in lines[1]
    assert "Het Voorbeeld kan laten zien" in lines[1]
    asked = r"De Vraag wil hiermee beginnen en vraagt: “Wat doen \*jullie\* \| dan?”"
    assert asked in lines[1]
    assert lines[2] == lines[3].replace("4. ", "3. ")
    assert told.count("De Vraag") == 1


def test_a_question_that_goes_with_no_topic_stands_in_the_first_meeting() -> None:
    told = report([sharer("De Vraag", question="Hoe doen jullie dit?"), sharer("B")])
    first = section(told, "Vijf bijeenkomsten").split("\n2. ")[0]
    assert "De Vraag vraagt: “Hoe doen jullie dit?”" in first


def test_a_question_of_a_school_with_more_first_needs_goes_with_none_of_them() -> None:
    begin = raising(NEED, OTHER_NEED, first=True)
    schools = [sharer(name, **begin) for name in NAMES[:3]]
    told = report([*schools, sharer("De Vraag", **begin, question="Hoe doen jullie dit?")])
    assert "De Vraag vraagt: “Hoe doen jullie dit?”" in told
    assert "wil hiermee beginnen en vraagt" not in told


def test_where_nobody_shares_it_says_which_question_to_answer() -> None:
    told = report([silent(**raising(NEED))] * 4 + [silent()] * 4)
    stands = section(told, "Wat al vast staat, en waar")
    assert "Nog geen school zei dat zij wil delen." in stands
    assert "“Willen jullie met andere scholen delen wat jullie leren?” (kolom share)" in stands
    assert told.count("kolom share") == 1
    assert "Wie kan bij wie kijken" not in told


# Promises about privacy, over generated networks

SHARES = st.sampled_from(["yes", "yes", "none", "none", "no"])
MEMBERS = st.lists(st.tuples(st.integers(0, POOL_SIZE - 1), SHARES), max_size=14)


def network_of(members: Sequence[tuple[int, str]]) -> list[Contribution]:
    found = []
    for at, (index, share) in enumerate(members):
        shared, unsaid = pool()[index]
        given_ = {"yes": replace(shared, school=f"Noemt{at}"), "none": unsaid}
        found.append(given_.get(share, Contribution(False)))
    return found


def hidden(part: Sequence[Contribution]) -> int:
    return sum(one.shares is None for one in part)


def judge(told: Told | None, part: list[Contribution], whole: list[Contribution]) -> None:
    """What is told is true; neither the group nor the rest of it is a few with a silent school."""
    if told is None:
        return
    rest = [one for one in whole if not any(one is other for other in part)]
    if told.at_least:
        assert MINIMUM <= told.schools <= len(part)
        return
    assert told.schools == len(part) or (len(whole) <= MINIMUM <= len(part))
    assert len(part) >= MINIMUM or not hidden(part)
    assert len(rest) >= MINIMUM or not rest or not hidden([*rest, *part])


@given(members=MEMBERS)
@settings(max_examples=150)
def test_no_number_is_about_a_few_of_whom_one_is_silent(members: list[tuple[int, str]]) -> None:
    given_ = network_of(members)
    network = gather(given_, KNOWLEDGE)
    counted = [one for one in given_ if one.shares or (one.shares is None)]
    if network.leaves_silent_out:
        counted = [one for one in counted if one.shares]
    assert network.counted == len(counted)
    if hidden(counted):
        assert hidden(counted) >= MINIMUM

    def having(test: object, among: list[Contribution]) -> list[Contribution]:
        return [one for one in among if test(one)]  # type: ignore[operator]

    for need in network.needs:
        seen = having(lambda c, i=need.id: any(n.id == i for n in c.needs), counted)
        judge(need.raised, seen, counted)
        judge(need.first, having(lambda c, i=need.id: (i, True) in _first(c), seen), seen)
        judge(need.open, having(lambda c, i=need.id: i in _open(c), seen), seen)
        if hidden(counted):
            assert need.raised.schools < len(counted)
    for one in network.open_for:
        judge(one.schools, having(lambda c, w=one.why: w in _open(c).values(), counted), counted)
    for lacking in network.to_build:
        judge(
            lacking.schools,
            having(lambda c, i=lacking.id: any(b.id == i for b in c.begins), counted),
            counted,
        )
    for aim, told in network.meetings.aims:
        judge(told, having(lambda c, a=aim: AIMS.get(c.aim or "") == a, counted), counted)
    for training in network.trainings:
        needing = having(lambda c, t=training: _needs_training(c, t), counted)
        judge(training.schools, needing, counted)
        if training.named:
            assert hidden(needing) == 0 or hidden(needing) >= MINIMUM
    for room in network.room:
        name = "no_room" if room.is_known else "room_unknown"
        judge(
            room.schools,
            having(lambda c, n=name, u=room.unit: u in getattr(c, n), counted),
            counted,
        )


def _needs_training(one: Contribution, training: SharedTraining) -> bool:
    forms = KNOWLEDGE.catalogue.forms
    return one.reading == training.reading and any(
        (begun.year, begun.half_days) == (training.year, training.half_days)
        and begun.id in forms
        and forms[begun.id].name == training.name
        for begun in one.begins
    )


def _first(one: Contribution) -> set[tuple[str, bool]]:
    return {(need.id, need.first) for need in one.needs}


def _open(one: Contribution) -> dict[str, WhyNotFirm]:
    return {need.id: need.open_for for need in one.needs if need.open_for is not None}


@given(members=MEMBERS, seed=st.integers(0, 9))
@settings(max_examples=60)
def test_the_order_does_not_matter_and_who_stays_out_changes_one_number(
    members: list[tuple[int, str]], seed: int
) -> None:
    given_ = network_of(members)
    network = gather(given_, KNOWLEDGE)
    turned = random.Random(seed).sample(given_, len(given_))
    assert gather(turned, KNOWLEDGE) == network
    without = [one for one in given_ if one.shares is not False]
    assert replace(gather(without, KNOWLEDGE), stay_out=network.stay_out) == network


def test_the_order_does_not_matter_where_there_are_more_schools_than_names() -> None:
    given_ = [
        replace(one, question=f"Vraag {at}?")
        for at, one in enumerate(network_of([(at % POOL_SIZE, "yes") for at in range(150)]))
    ]
    network = gather(given_, KNOWLEDGE)
    assert any(standing.more for standing in network.standing)
    for seed in range(5):
        turned = random.Random(seed).sample(given_, len(given_))
        assert gather(turned, KNOWLEDGE) == network


def test_no_school_is_named_that_did_not_say_yes() -> None:
    answers = list(realistic_schools(KNOWLEDGE, 24, seed=2))
    shares = ("yes", None, "no")
    named = [
        answering(one, f"Naam{at}{shares[at % 3]}", shares[at % 3], learning_question=f"Vraag{at}?")
        for at, one in enumerate(answers)
    ]
    network = gather((contribution(one) for one in named), KNOWLEDGE)
    for lang in Lang:
        told = text(network, lang)
        assert set(re.findall(r"Naam\d+(\w+)", told)) == {"yes"}
        assert {int(n) % 3 for n in re.findall(r"Vraag(\d+)", told)} <= {0}


@given(members=MEMBERS)
@settings(max_examples=40)
def test_both_languages_say_the_same(members: list[tuple[int, str]]) -> None:
    network = gather(network_of(members), KNOWLEDGE)
    shapes = [
        [
            (line[:1] if line[:1] in "#-|12345" else "", line.count("|"), line.count("Noemt"))
            for line in text(network, lang).splitlines()
        ]
        for lang in Lang
    ]
    assert shapes[0] == shapes[1]


def test_a_thousand_schools_make_no_longer_a_report_than_a_hundred() -> None:
    def many(number: int) -> list[Contribution]:
        shares = [("yes", "none")[at % 3 == 0] for at in range(number)]
        return network_of([(at % POOL_SIZE, share) for at, share in enumerate(shares)])

    words = [len(report(many(number)).split()) for number in (100, 1_000)]
    assert max(words) < 4_000
    assert words[1] < words[0] * 1.2
    network = gather(many(1_000), KNOWLEDGE)
    assert network.unpaired > 0
    assert f"de eerste {network.sharing - network.unpaired} scholen van het alfabet" in text(
        network
    )


# Formats


@BOTH
def test_the_report_of_a_board_can_be_read_in_one_go(
    twelve: list[Contribution], lang: Lang
) -> None:
    told = report(twelve, lang)
    assert len(told.split()) <= 1_200
    assert sum(line.startswith("## ") for line in told.splitlines()) == 6
    assert "{" not in told


@BOTH
def test_html_and_word_are_made_from_it(twelve: list[Contribution], lang: Lang) -> None:
    network = gather(twelve, KNOWLEDGE)
    page = text(network, lang, Format.HTML)
    assert page.startswith("<!doctype html>")
    assert "De Wilg" in page
    written = render_network(network, KNOWLEDGE, lang, Format.DOCX)
    assert isinstance(written, bytes)
    assert written[:2] == b"PK"


def test_as_data_there_is_no_report(twelve: list[Contribution]) -> None:
    with pytest.raises(ValueError, match="json"):
        render_network(gather(twelve, KNOWLEDGE), KNOWLEDGE, Lang.NL, Format.JSON)


@pytest.mark.parametrize(
    "name",
    ["<script>alert(1)</script>", "=cmd|' /C calc'!A0", "A | B", "# kop", "- [x](y)", "De\n**B**"],
)
def test_a_name_shows_as_just_that(name: str) -> None:
    need = next(n for n, link in FORM.fits["po"].serves.items() if link.strength > 0)
    schools = [
        sharer(name, stands=(FORM.id,), question=name),
        sharer("B", **{**beginning(FORM.id), **raising(need)}),
        sharer("C", **beginning(FORM.id)),
        sharer(name, **beginning(FORM.id)),
    ]
    network = gather(schools, KNOWLEDGE)
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    inline = [token for token in markdown.parse(text(network)) if token.type == "inline"]
    shown = ["".join(c.content for c in token.children or ()) for token in inline]
    plain = " ".join(name.split())
    assert sum(one.startswith(plain) or f": {plain}" in one for one in shown) >= 2
    assert any(f"“{plain}”" in one for one in shown)
    assert "<script" not in text(network, form=Format.HTML)
    assert School(name, ("po",), 1) in {one.schools[0] for one in network.standing}


def test_days_of_schools_that_are_not_counted_are_not_told() -> None:
    early, late = dt.date(2026, 9, 1), dt.date(2026, 11, 12)
    sharing = [Contribution(shares=True, school=name, date=early) for name in ("A", "B", "C")]
    network = gather([*sharing, Contribution(shares=None, date=late)], KNOWLEDGE)
    assert network.leaves_silent_out
    assert (network.first_day, network.last_day) == (early, early)
