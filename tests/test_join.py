"""Several respondents: how their answers are joined, and which differences the plan rests on."""

import datetime as dt
import itertools
import json
import random
from dataclasses import replace

import pytest
from known import KNOWLEDGE, TODAY, school

from advisor.checking.schools import realistic_school
from advisor.engine.assess import assess
from advisor.engine.choose import choose
from advisor.engine.items import outline
from advisor.engine.join import _JOINING, combine, join
from advisor.engine.judge import judge
from advisor.engine.promises import broken_promises
from advisor.engine.reasoning import Reasoning, make_plan, reason
from advisor.engine.settle import settle
from advisor.engine.what_if.bench import Bench
from advisor.formats import interface
from advisor.formats.depths import WORD_LIMITS, Depth, count_words, split_depths
from advisor.formats.interface import Format
from advisor.model.plan import Plan
from advisor.model.profile import Certainty
from advisor.model.questionnaire import Answer, Answers, Measures
from advisor.texts import Lang

ROLES = ("care coordinator", "tutor", "head", "teacher")
BOTH = pytest.mark.parametrize("lang", list(Lang))


def respondents(*each: dict[str, Answer | list[str]]) -> list[Answers]:
    """One school, as people in different roles see it."""
    return [
        replace(school(**answers), respondent=role)  # type: ignore[arg-type]
        for role, answers in zip(ROLES, each, strict=False)
    ]


def joined(question: str, *said: Answer | list[str], **same: Answer | list[str]) -> Answer:
    """What several answers to one question come to, with other answers that all gave."""
    each = [{question: value, **same} for value in said]
    known = [{name: v for name, v in one.items() if v is not None} for one in each]
    return join(respondents(*known), KNOWLEDGE).values.get(question.replace("_", "-"))


# Each kind of answer


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        (("none", "mild", "serious"), "mild"),
        (("serious", "none", "serious"), "serious"),
        (("mild", "moderate"), "moderate"),
        (("none", "none", "serious", "serious"), "serious"),
        ((None, "serious", None), "serious"),
        ((None, "none", "moderate"), "moderate"),
        ((None, None), None),
    ],
)
def test_of_a_need_the_middle_counts_and_the_heavier_when_even(said, counts):
    assert joined("low_mood", *said) == counts


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        (("nothing-yet", "partly", "in-place"), "partly"),
        (("started", "largely"), "started"),
        (("in-place", None), "in-place"),
        ((None, None), None),
    ],
)
def test_of_what_is_in_place_the_middle_counts_and_the_less_favourable_when_even(said, counts):
    assert joined("staff_trained", *said) == counts


@pytest.mark.parametrize(
    ("question", "said", "counts"),
    [
        ("coordination_hours", ("four-or-more", "half", "one"), "half"),
        ("coordination_hours", (None, "one"), "one"),
        ("training_half_days", ("two-or-three", "none"), "none"),
        ("lesson_room", ("more", "fixed-hour"), "fixed-hour"),
        ("lesson_room", (None, None), None),
    ],
)
def test_of_capacity_the_lowest_counts(question, said, counts):
    assert joined(question, *said) == counts


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ((["fixed-route"], ["fixed-route"]), ("fixed-route",)),
        ((["fixed-route", "qualified-person"], ["fixed-route"]), ("fixed-route",)),
        ((["qualified-person"], []), ()),
        ((["qualified-person"], None), ("qualified-person",)),
        ((None, [], None), ()),
        ((None, None), None),
    ],
)
def test_a_precondition_takes_a_known_yes_and_nobody_who_says_no(said, counts):
    assert joined("care", *said) == counts


@pytest.mark.parametrize(
    ("said", "counts"),
    [(("yes", "no"), "no"), (("yes", None), "yes"), (("yes", "yes", "no"), "no"), ((None,), None)],
)
def test_so_does_one_that_is_asked_by_itself(said, counts):
    assert joined("partner_qualified", *said, care=["partner-in-school"]) == counts


@pytest.mark.parametrize(
    ("question", "said", "counts"),
    [
        ("right_now", ([], ["abuse"]), ("abuse",)),
        ("running", (["buddies"], ["guest-lesson"]), ("guest-lesson", "buddies")),
        ("running", ([], None), ()),
        ("running", (None, None), None),
        ("circumstances", (["poverty"], [], ["discrimination"]), ("poverty", "discrimination")),
        ("data_backed", (["low-mood"], None, []), ("low-mood",)),
        ("foundations_in_place", (["pupil-voice"], []), ()),
        ("lasting", (["supported", "new-staff"], ["supported"]), ("supported",)),
    ],
)
def test_what_one_sees_is_there_and_what_is_arranged_nobody_denies(question, said, counts):
    assert joined(question, *said) == counts


def test_years_and_risks_that_one_sees_count():
    assert joined("years_secondary", ["upper-years"], ["lower-years"], sector="vo") == (
        "lower-years",
        "upper-years",
    )
    seen = joined("substances", ["alcohol"], [], substance_peer_pressure="serious", sector="vo")
    assert seen == ("alcohol",)


FIXED = [
    ("both say so", (["buddies"], ["buddies"]), (["buddies"], ["buddies"]), ("buddies",)),
    ("one says not", (["buddies"], ["buddies"]), (["buddies"], []), ()),
    ("one does not see it run", (["buddies"], []), (["buddies"], []), ("buddies",)),
    ("one does not know", (["buddies"], ["buddies"]), (["buddies"], None), ("buddies",)),
    ("nobody can tell", (["buddies"], []), (None, []), None),
]


@pytest.mark.parametrize(("running", "fixed", "counts"), [f[1:] for f in FIXED], ids=lambda x: "")
def test_fixed_is_what_nobody_who_sees_it_denies(running, fixed, counts):
    each = [
        {"running": r, **({} if f is None else {"fixed": f})}
        for r, f in zip(running, fixed, strict=True)
    ]
    assert join(respondents(*each), KNOWLEDGE).values.get("fixed") == counts


def test_fixed_for_one_and_a_project_for_the_other_is_a_project():
    one = {"running": ["buddies"], "fixed": ["buddies"], "projects": []}
    other = {"running": ["buddies"], "fixed": [], "projects": ["buddies"]}
    found = join(respondents(one, other), KNOWLEDGE).values
    assert (found["fixed"], found["projects"]) == ((), ("buddies",))


RAISED = {
    name.replace("-", "_"): "serious"
    for name in ("stress-pressure", "low-mood", "anxiety", "conflicts")
}


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ((["low-mood"], ["low-mood", "anxiety"], ["anxiety"]), ("low-mood", "anxiety")),
        ((["anxiety", "low-mood"], ["anxiety"]), ("anxiety", "low-mood")),
        ((["conflicts", "anxiety"], ["low-mood", "stress-pressure"]), 3),
        (([], []), ()),
        (([], ["anxiety"]), ("anxiety",)),
        ((None, ["anxiety"]), ("anxiety",)),
        ((None, None), None),
    ],
)
def test_first_is_what_most_name_then_what_is_named_earlier(said, counts):
    found = joined("first", *said, **RAISED)
    if isinstance(counts, int):
        assert isinstance(found, tuple)
        assert len(found) == counts
        assert found[:2] == ("low-mood", "conflicts")
    else:
        assert found == counts


def test_what_is_not_raised_for_all_together_does_not_go_first():
    one = {"low_mood": "serious", "anxiety": "moderate", "first": ["low-mood", "anxiety"]}
    other = {"low_mood": "none", "anxiety": "moderate", "first": ["anxiety"]}
    found = join(respondents(one, other, other), KNOWLEDGE)
    assert found.values["first"] == ("anxiety",)
    alone = {"low_mood": "serious", "first": ["low-mood"]}
    none = {"low_mood": "none"}
    assert "first" not in join(respondents(alone, none, none), KNOWLEDGE).values


@pytest.mark.parametrize(
    ("said", "counts"),
    [(("class", "class"), "class"), (("class", None), "class"), (("class", "staff"), None)],
)
def test_a_fact_counts_when_all_who_know_agree(said, counts):
    assert joined("form_mindfulness", *said, running=["mindfulness"]) == counts


def test_other_facts_too():
    assert joined("so_age", "primary", "secondary", sector="so") is None
    assert joined("school_plan_year", 2027, 2027, None) == 2027
    assert joined("school_plan_year", 2027, 2028) is None
    assert joined("share", "yes", "no") is None
    assert joined("sector", "vo", None) == "vo"


def test_own_words_are_those_of_the_first_in_order_of_role():
    assert joined("ambition", None, "Rust", "Plezier") == "Plezier"  # of the head, then the tutor


def test_every_kind_of_answer_has_its_way():
    assert set(_JOINING) == set(Measures)


# Together


def test_one_respondent_stays_as_they_are():
    (alone,) = respondents({"low_mood": "serious", "first": []})
    assert join([alone], KNOWLEDGE) is alone


def test_the_date_is_the_latest_and_the_name_of_the_school_the_most_usual():
    each = respondents({}, {}, {})
    days = (dt.date(2026, 9, 1), None, dt.date(2026, 10, 1))
    names = ("De Linde", "de linde", "De Linde")
    dated = [replace(o, date=d, school=s) for o, d, s in zip(each, days, names, strict=True)]
    found = join(dated, KNOWLEDGE)
    assert (found.school, found.date, found.respondent) == ("De Linde", days[2], None)
    assert [one.respondent for one in found.respondents] == ["care coordinator", "head", "tutor"]


def test_the_order_of_respondents_does_not_matter():
    each = respondents(
        {"low_mood": "serious", "first": ["low-mood"], "running": ["buddies"], "sector": "vo"},
        {"low_mood": "mild", "ambition": "Rust", "running": ["guest-lesson"]},
        {"anxiety": "serious", "first": ["anxiety"], "ambition": "Plezier"},
    )
    plans = {
        interface.render(
            make_plan(join(order, KNOWLEDGE), KNOWLEDGE, TODAY), KNOWLEDGE, Lang.NL, True, form
        )
        for form in (Format.JSON,)
        for order in itertools.permutations(each)
    }
    assert len(plans) == 1


def test_joined_answers_go_together():
    each = respondents(
        {"substance_peer_pressure": "serious", "substances": ["alcohol"]},
        {"substance_peer_pressure": "none"},
        {"substance_peer_pressure": "none"},
    )
    assert "substances" in combine(each, KNOWLEDGE)
    assert "substances" not in join(each, KNOWLEDGE).values


@pytest.mark.parametrize(
    ("said", "certainty"),
    [
        (("serious", "moderate"), Certainty.SUPPORTED),
        (("none", "none", "serious"), Certainty.SUPPORTED),
        (("serious", "none"), Certainty.IMPRESSION),
        (("none", "mild"), Certainty.IMPRESSION),
        (("serious", None), Certainty.IMPRESSION),
        ((None, None), Certainty.UNKNOWN),
    ],
)
def test_a_need_is_supported_when_two_agree(said, certainty):
    known = [{} if level is None else {"low_mood": level} for level in said]
    profile = assess(join(respondents(*known), KNOWLEDGE), KNOWLEDGE)
    assert profile.needs["low-mood"].certainty is certainty


def test_a_need_that_follows_from_other_answers_is_supported_too():
    each = respondents({"insight": "started"}, {"insight": "nothing-yet"})
    found = assess(join(each, KNOWLEDGE), KNOWLEDGE).needs["insight"]
    assert found.certainty is Certainty.SUPPORTED


# What matters

SAME: dict[str, Answer | list[str]] = {
    "sector": "vo",
    "stress_pressure": "serious",
    "low_mood": "moderate",
    "class_climate": "moderate",
    "first": ["stress-pressure"],
    "running": ["guest-lesson"],
    "fixed": [],
    "lesson_room": "within-lessons",
    "care": ["fixed-route", "qualified-person"],
    "coordination_hours": "two-or-three",
    "training_half_days": "one",
}


def reasoned(*each: dict[str, Answer | list[str]]) -> Reasoning:
    return reason(join(respondents(*each), KNOWLEDGE), KNOWLEDGE, TODAY)


def differing_plan() -> Plan:
    """Three respondents who differ on two answers, of which one matters."""
    return reasoned(
        SAME, SAME | {"stress_pressure": "moderate"}, SAME | {"care": ["fixed-route"]}
    ).plan


def markdown(plan: Plan, lang: Lang) -> dict[Depth, str]:
    return split_depths(interface.render(plan, KNOWLEDGE, lang, True, Format.MARKDOWN))


def part(text: str, title: str) -> str:
    """The text below one heading."""
    return text.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_the_plan_knows_which_difference_matters():
    found = {line.question: line for line in differing_plan().differences}
    assert [(name, line.matters) for name, line in found.items()] == [
        ("stress-pressure", False),
        ("care", True),
    ]
    (other,) = found["care"].others
    assert other.given_by == ("care coordinator", "tutor")
    assert "cognitive-behavioural-therapy" in [place.id for place in other.difference.added]
    assert found["care"].options == ("qualified-person",)


TITLES = {
    Lang.NL: ("Waar jullie verschillend antwoordden", "Voor het teamoverleg"),
    Lang.EN: ("Where your answers differ", "For the team meeting"),
}


@BOTH
def test_three_respondents_differ_on_two_answers_and_the_plan_names_the_one_that_matters(lang):
    questions = KNOWLEDGE.questionnaire.questions
    matters, not_so = (questions[name].text.say(lang) for name in ("care", "stress-pressure"))
    depths = markdown(differing_plan(), lang)
    title, kit = TITLES[lang]
    told = part(depths[Depth.PLAN], title)
    assert matters in told and not_so not in told
    for word in ("head: ", "tutor"):
        assert word in told
    talk = part(depths[Depth.ANNEX], kit)
    assert matters in talk and not_so not in talk
    every = {Lang.NL: "Alle verschillen in jullie antwoorden", Lang.EN: "All differences"}[lang]
    annex = depths[Depth.ANNEX].split(f"## {every}", 1)[1]
    assert matters in annex and not_so in annex
    same = {Lang.NL: "Dit verandert het advies niet.", Lang.EN: "This does not change the advice."}
    assert annex.count(same[lang]) == 1


@BOTH
def test_json_names_it_too(lang):
    plan = differing_plan()
    found = json.loads(interface.render(plan, KNOWLEDGE, lang, False, Format.JSON))
    last = ["respondents", "differences", "answers", "knowledge", "own_knowledge"]
    assert list(found)[-5:] == last
    assert found["respondents"] == ["care coordinator", "head", "tutor"]
    (line,) = [line for line in found["differences"] if line["matters"]]
    assert line["question"] == "care"
    assert line["used"] == ["fixed-route"]
    assert [said["respondent"] for said in line["said"]] == found["respondents"]
    (becomes,) = line["becomes"]
    assert (becomes["value"], becomes["respondents"]) == (
        ["fixed-route", "qualified-person"],
        ["care coordinator", "tutor"],
    )
    assert ("cognitive-behavioural-therapy", "cbt-indicated") in [
        (added["id"], added["form"]) for added in becomes["added"]
    ]
    (quiet,) = [line for line in found["differences"] if not line["matters"]]
    assert (quiet["question"], quiet["becomes"]) == ("stress-pressure", [])


@BOTH
def test_the_page_says_who_filled_it_in(lang):
    page = markdown(differing_plan(), lang)[Depth.PAGE]
    told = {
        Lang.NL: "Ingevuld door 3 mensen: care coordinator, head en tutor.",
        Lang.EN: "Filled in by 3 people: care coordinator, head and tutor.",
    }
    assert told[lang] in page


def test_one_respondent_has_no_word_about_it():
    plan = reasoned(SAME).plan
    assert (plan.respondents, plan.differences) == (("care coordinator",), ())
    for lang in Lang:
        text = interface.render(plan, KNOWLEDGE, lang, True, Format.MARKDOWN)
        nobody = interface.render(
            make_plan(school(**SAME), KNOWLEDGE, TODAY), KNOWLEDGE, lang, True, Format.MARKDOWN
        )
        assert text == nobody
        assert TITLES[lang][0] not in text


def test_respondents_who_agree_have_no_differences():
    plan = reasoned(SAME, SAME).plan
    assert plan.differences == ()
    assert [notice.id for notice in plan.notices if notice.id == "facts-differ"] == []
    assert TITLES[Lang.NL][0] not in markdown(plan, Lang.NL)[Depth.PLAN]


def test_who_does_not_know_does_not_differ():
    unsure = {name: value for name, value in SAME.items() if name != "care"}
    assert reasoned(SAME, unsure, unsure).plan.differences == ()


def test_facts_that_differ_are_a_notice():
    told = {n.id: n for n in differing_plan().notices}["facts-differ"]
    assert KNOWLEDGE.questionnaire.questions["care"].text.nl in told.text.nl
    assert [ground.question for ground in told.reason.answers] == ["care"]
    levels = reasoned(SAME, SAME | {"stress_pressure": "moderate"}).plan
    assert "facts-differ" not in [notice.id for notice in levels.notices]


def test_what_only_ends_is_not_missed_by_who_does_not_see_it():
    plan = reasoned(SAME, SAME | {"running": []}).plan
    (line,) = plan.differences
    assert (line.question, line.options, line.matters) == ("running", ("guest-lesson",), False)


def test_what_stays_for_one_and_ends_for_the_plan_is_another_decision():
    runs = SAME | {"running": ["guest-lesson", "coach-talks", "buddies"], "fixed": []}
    plan = reasoned(runs, runs | {"fixed": ["buddies"]}).plan
    (line,) = plan.differences
    (other,) = line.others
    assert [one.id for one in other.difference.decided] == ["buddies"]


@BOTH
def test_what_goes_on_is_missed_by_who_does_not_see_it(lang):
    runs = SAME | {"running": ["buddies"], "fixed": ["buddies"]}
    plan = reasoned(runs, SAME | {"running": []}).plan
    line = next(line for line in plan.differences if line.question == "running")
    (other,) = line.others
    assert other.value == ()
    assert [one.id for one in other.difference.undone] == ["buddies"]
    told = {Lang.NL: "*Eruit:* buddy's of maatjes.", Lang.EN: "*Dropped:* buddies."}
    assert told[lang] in markdown(plan, lang)[Depth.PLAN]
    found = json.loads(interface.render(plan, KNOWLEDGE, lang, False, Format.JSON))
    (becomes,) = next(d for d in found["differences"] if d["question"] == "running")["becomes"]
    assert becomes["decisions"] == [{"id": "buddies", "decision": None}]


def test_who_does_not_see_it_run_says_nothing_about_whether_it_is_fixed():
    runs = SAME | {"running": ["buddies"], "fixed": ["buddies"]}
    plan = reasoned(runs, SAME | {"running": []}, runs | {"fixed": []}).plan
    found = {line.question: line.said for line in plan.differences}
    assert found["fixed"] == (("care coordinator", ("buddies",)), ("head", ()), ("tutor", None))


def test_an_answer_that_would_bring_something_first_is_reasoned_through():
    light = SAME | {"low_mood": "none", "first": ["class-climate"]}
    heavy = SAME | {"low_mood": "serious", "first": ["low-mood"]}
    found = {d.question: d for d in reasoned(light, light, heavy).plan.differences}
    assert "low-mood" not in reasoned(light, light, heavy).profile.first
    (other,) = found["low-mood"].others
    assert "cognitive-behavioural-therapy" in [place.id for place in other.difference.added]


@pytest.mark.parametrize("seed", range(4))
def test_plans_of_several_respondents_keep_the_promises_and_the_limits(seed):
    chance = random.Random(seed)
    each = [replace(realistic_school(chance, KNOWLEDGE), respondent=f"role {n}") for n in range(3)]
    each = [replace(one, values={**one.values, "sector": "vo"}) for one in each]
    found = reason(join(each, KNOWLEDGE), KNOWLEDGE, TODAY)
    case = (found.profile, found.findings, found.combination, found.plan)
    assert list(broken_promises(*case, KNOWLEDGE)) == []
    for lang in Lang:
        text = interface.render(found.plan, KNOWLEDGE, lang, True, Format.MARKDOWN)
        counted = count_words(text)
        assert all(counted[depth] <= limit for depth, limit in WORD_LIMITS.items())
        telling = [line for line in found.plan.differences if line.matters]
        told = part(split_depths(text)[Depth.PLAN], TITLES[lang][0])
        assert telling and telling[0].text.say(lang).rstrip(".") in told.replace("\\", "")


@pytest.mark.parametrize("seed", range(2))
def test_another_answer_comes_to_what_would_be_reasoned_anew(seed):
    chance = random.Random(seed)
    each = [replace(realistic_school(chance, KNOWLEDGE), respondent=role) for role in ROLES]
    answers = join(each, KNOWLEDGE)
    bench = Bench(answers, KNOWLEDGE)
    for line in make_plan(answers, KNOWLEDGE, TODAY).differences:
        for _, value in line.said:
            if value is not None:
                values = combine(answers.respondents, KNOWLEDGE, {line.question: value})
                other = settle(Answers("", None, None, values), KNOWLEDGE)
                chosen = choose(other, judge(other, KNOWLEDGE), KNOWLEDGE)
                assert bench.with_answers(values) == outline(chosen, KNOWLEDGE)


def test_nothing_is_reasoned_again_for_one_respondent(monkeypatch):
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("advisor.engine.differences.Bench", refuse)
    assert make_plan(school(**SAME), KNOWLEDGE, TODAY).differences == ()
