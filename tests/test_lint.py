"""Each lint finds what it is there for in a broken copy, and nothing in the knowledge itself."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from dataclasses import replace
from itertools import chain

import pytest
from known import INDEX, KNOWLEDGE, ROOT, SCENARIOS, TODAY

from advisor.checking import lint
from advisor.checking.lint.dates import RECOGNITION_YEARS, REVIEW_YEARS
from advisor.checking.lint.material import Material
from advisor.checking.lint.messages import MESSAGES
from advisor.checking.lint.nodes import BIT
from advisor.checking.lint.parts import parts_of, without
from advisor.checking.lint.sample import Sample
from advisor.checking.lint.translating import ANSWER, IN_PLAN, KNOWN, OTHER, TICKED
from advisor.checking.scenarios import load_scenarios
from advisor.checking.schools import realistic_schools, uniform_schools
from advisor.checking.written import write_condition
from advisor.engine.assess import assess
from advisor.engine.conditions import InPlan, evaluate
from advisor.engine.reasoning import reason
from advisor.loading.index import Index
from advisor.loading.rules import load_knowledge
from advisor.model.conditions import All, Any, Leaf, Not, Subject
from advisor.model.conditions import Test as How
from advisor.model.questionnaire import Kind
from advisor.problems import Severity
from advisor.texts import Lang

LATER = dt.date(2026, 11, 26)


@pytest.fixture
def broken(tmp_path):
    """Makes a copy of the knowledge with something else in one file, read anew."""

    def make(name, old, new):
        for folder in ("catalogue", "rules"):
            shutil.copytree(ROOT / folder, tmp_path / folder)
        path = tmp_path / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) >= 1, f"{old!r} is not in {name}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        index = Index()
        knowledge = load_knowledge(tmp_path / "catalogue", tmp_path / "rules", index)
        return Material(knowledge, index)

    return make


FINDS = {
    "L-NEVER": lint.check_reach,
    "L-ALWAYS": lint.check_reach,
    "L-NOT-EVERY": lint.check_reach,
    "L-PART": lambda material: chain(lint.check_begun(material), lint.check_parts(material)),
    "L-IMPLIED": lint.check_added,
    "L-SHADOW": lint.check_shadows,
    "L-CONTRADICT": lint.check_contradictions,
    "L-SOURCE": lint.check_unused,
    "L-UNUSED": lint.check_unused,
    "L-QUESTION": lint.check_questions,
    "L-NEED": lint.check_needs,
    "L-LEVEL": lint.check_levels,
    "L-GAP": lint.check_gaps,
    "L-EXCLUDED": lint.check_excluded,
    "L-AT-RISK": lint.check_marks,
    "L-SERVES": lint.check_marks,
    "L-RISING": lint.check_weights,
    "L-DECIDED": lint.check_dates_told,
}


def rule(name, when, then, stage="judge"):
    """A rule as it stands in a file, with words that do not matter."""
    because = 'because: {nl: "Zo is het.", en: "So it is."}'
    return f"""  - id: {name}
    when: {when}
    then: {then}
    {because}
    sources: [estimate]
"""


TALK = """    intervention: stress-management
    name: {nl: "Praten", en: "Talk"}
    whom: {nl: "elke leerling", en: "every pupil"}
    tier: universal
    layers: [class]
    who: mentor
    load: {hours: [1, 1]}
    fits:
"""
NOTICE = '{notice: {text: {nl: "Let op.", en: "Mind."}}}'
JUDGE = "rules/judge-foundations.yaml"
ASSESS = "rules/assess.yaml"


def added(name, when, then):
    return ("rules:\n", "rules:\n" + rule(name, when, then))


@pytest.mark.parametrize(
    ("code", "name", "change", "where"),
    [
        pytest.param(
            "L-NEVER", JUDGE, added("new", "{all: [{answer: sector, is: po},"
            " {answer: sector, is: vo}]}", NOTICE), "new", id="never",
        ),
        pytest.param(
            "L-NEVER", JUDGE, added("new", "{all: [{answer: so-age, is: both},"
            " {answer: sector, is: po}]}", NOTICE), "new", id="never-where-it-is-asked",
        ),
        pytest.param(
            "L-NEVER", JUDGE, added("new", "{all: [{activity: mindfulness, is: project},"
            " {answer: fixed, includes: mindfulness}]}", NOTICE), "new", id="never-of-what-runs",
        ),
        pytest.param(
            "L-ALWAYS", JUDGE, added("new", "{any: [{need: insight, at_least: mild},"
            " {need: insight, is: none}, {need: insight, unknown: true}]}", NOTICE),
            "new", id="always",
        ),
        pytest.param(
            "L-NOT-EVERY", "rules/judge-harms.yaml",
            ("{answer: sector, in: [po, vo, so]}", "{answer: sector, in: [vo, so]}"),
            "no-class-wide-cbt", id="not-every-school",
        ),
        pytest.param(
            "L-PART", JUDGE, added("new", "{any: [{answer: sector, is: po},"
            " {answer: sector, in: [po, vo]}]}", NOTICE), "new", id="part",
        ),
        pytest.param(
            "L-IMPLIED", JUDGE, added("new", "{need: insight, is: serious}",
            "{require: {foundation: monitoring, rank: 3}}"), "new", id="implied",
        ),
        pytest.param(
            "L-IMPLIED", JUDGE, added("new", "{need: insight, at_least: moderate}",
            "{require: {foundation: monitoring, rank: 3}}"), "new", id="twice-the-same",
        ),
        pytest.param(
            "L-SHADOW", ASSESS, ("{answer: insight, is: nothing-yet}",
            "{answer: insight, in: [nothing-yet, started]}"), "insight-moderate", id="level",
        ),
        pytest.param(
            "L-SHADOW", "catalogue/implementation.yaml",
            ("partly: {answer: insight, at_least: started}",
             "partly: {answer: insight, is: in-place}"), "fit", id="partly",
        ),
        pytest.param(
            "L-CONTRADICT", ASSESS, ("{answer: insight, is: started}",
            "{answer: insight, in: [started, partly]}"), "insight-mild", id="two-levels",
        ),
        pytest.param(
            "L-CONTRADICT", JUDGE, added("new", "{answer: sector, is: vo}",
            "{exclude: {form: parent-partnership-light}}"), "alcohol-needs-parents",
            id="required-and-excluded",
        ),
        pytest.param(
            "L-SOURCE", "catalogue/sources/evidence.yaml",
            ("sources:\n", "sources:\n  - {id: nobody2020, cite: Nobody (2020)., read: page}\n"),
            "nobody2020", id="source",
        ),
        pytest.param(
            "L-UNUSED", "catalogue/frames.yaml", ("roles:\n", "roles:\n"
            '  - {id: nobody, name: {nl: "niemand", en: "nobody"}}\n'), "nobody", id="role",
        ),
        pytest.param(
            "L-QUESTION", "catalogue/questionnaire.yaml", ("  - id: so-age\n", """  - id: weather
    section: deepening-choice
    kind: one
    asked: choice
    text: {nl: "Wat voor weer is het?", en: "How is the weather?"}
    measures: rules
    options:
      - {id: dry, text: {nl: "droog", en: "dry"}}
      - {id: wet, text: {nl: "nat", en: "wet"}}
  - id: so-age\n"""), "weather", id="question",
        ),
        pytest.param(
            "L-LEVEL", ASSESS, ("{answer: insight, is: started}", "{answer: insight, is: partly}"),
            "insight", id="no-level",
        ),
        pytest.param(
            "L-GAP", "rules/compose-actions.yaml", ("{answer: insight, is: partly}",
            "{all: [{answer: insight, is: partly}, {answer: sector, is: po}]}"), "fit", id="gap",
        ),
        pytest.param(
            "L-EXCLUDED", "rules/judge-harms.yaml", ("{form: cbt-class, harm: "
            "universal-emotion-lessons}}\n", "{form: cbt-class, harm: universal-emotion-lessons}}\n"
            '    because: {nl: "Nee.", en: "No."}\n    sources: [estimate]\n'
            + rule("new", "{any: [{answer: sector, in: [po, vo, so]}, {answer: sector, "
            "unknown: true}]}", "{exclude: {form: sel-lessons}}").split("    because")[0]),
            "sel-lessons", id="excluded",
        ),
        pytest.param(
            "L-AT-RISK", "catalogue/interventions/anger-management.yaml",
            ("    at_risk: true\n", ""), "anger-group", id="at-risk",
        ),
        pytest.param(
            "L-SERVES", "catalogue/interventions/stress-management.yaml",
            ("    fits:\n", "    fits: {}\n  - id: stress-talk\n" + TALK), "stress-voluntary",
            id="serves",
        ),
        pytest.param(
            "L-RISING", "rules/limits.yaml", ("{moderate: 1, serious: 2}",
            "{moderate: 2, serious: 1}"), "level-weights", id="rising",
        ),
        pytest.param(
            "L-RISING", "rules/limits.yaml", ("{embedded: 0, project: 50,",
            "{embedded: 50, project: 0,"), "strengthen-percent", id="less-done",
        ),
        pytest.param(
            "L-PART", "rules/compose-actions.yaml", ("        - {advised: cbt-indicated}\n",
            "        - {advised: cbt-indicated}\n        - {advised: mindfulness}\n"),
            "curriculum-tell-about-help", id="never-begun",
        ),
        pytest.param(
            "L-DECIDED", "catalogue/programmes.yaml", ("decided_in: 2017", "decided_in: 2016"),
            "pad", id="decided",
        ),
    ],
)  # fmt: skip
def test_a_broken_copy_is_found_with_place_and_remedy(broken, code, name, change, where):
    material = broken(name, *change)
    one = next(one for one in FINDS[code](material) if one.code == code)
    assert f" {where}" in one.trail
    assert one.place.line and one.place.file.endswith(".yaml")
    for lang in Lang:
        assert one.remedy is not None
        parts = r"\{(answer|need|activity|in-plan|advised)[^}]*\}"
        assert "{" not in re.sub(parts, "", one.render(lang))


QUIET = [reason(one, KNOWLEDGE, TODAY) for one in realistic_schools(KNOWLEDGE, 3, seed=5)]
MANY = [reason(one.answers, KNOWLEDGE, TODAY) for one in load_scenarios(SCENARIOS, KNOWLEDGE)[0]]


def test_a_need_that_nothing_is_there_for_is_found(broken):
    when = "when: {need: motivation-concentration, "
    material = broken(
        "rules/judge-notices.yaml", f"{when}at_least: moderate}}", f"{when}is: mild}}"
    )
    assert list(lint.check_needs(material)) == []
    catalogue = replace(material.knowledge.catalogue, partners={})
    material.knowledge = replace(material.knowledge, catalogue=catalogue)
    told = {one.trail: one for one in lint.check_needs(material)}
    one = told["need motivation-concentration"]
    assert one.code == "L-NEED"
    assert "VO" in one.message.nl


def test_a_form_that_is_in_no_plan_is_found(broken, monkeypatch):
    monkeypatch.setattr(lint.sample, "LAST_RESORT", 2)
    name = "catalogue/interventions/social-emotional-skills.yaml"
    form = "  - id: sel-whole-school\n"
    material = broken(name, form, f"{form}    requires: [[stress-class]]\n")
    reasoned = [reason(one.profile.answers, material.knowledge, TODAY) for one in MANY[:6]]
    told = list(lint.check_forms(material, Sample(material.knowledge, reasoned)))
    assert "form sel-whole-school" in [one.trail for one in told]


def test_a_form_that_should_not_start_is_found(broken):
    name = "catalogue/interventions/social-emotional-skills.yaml"
    why = '{text: {nl: "Nee.", en: "No."}, sources: [estimate]}'
    material = broken(name, "  - id: sel-lessons\n", f"  - id: sel-lessons\n    never_new: {why}\n")
    school = reason(QUIET[0].profile.answers, KNOWLEDGE, TODAY)
    form = KNOWLEDGE.catalogue.forms["sel-lessons"]
    start = next(s for one in MANY for s in one.combination.starts if s.form == form)
    combination = replace(school.combination, starts=(start,))
    sample = Sample(material.knowledge, [replace(school, combination=combination)])
    assert [p.code for p in lint.check_never_new(material, sample)] == ["L-STARTS"]


def test_an_action_that_others_always_push_aside_is_found(broken, monkeypatch):
    monkeypatch.setattr(lint.sample, "LAST_RESORT", 2)
    others = "".join(
        rule(f"new-{n}", "{answer: staff-trained, in: [largely, in-place]}", "{action: {question: "
        f'training, rank: {n}, what: {{nl: "Doe {n}.", en: "Do {n}."}}, role: head, period: start, '
        'done: {nl: "Klaar.", en: "Done."}}}')
        for n in (1, 2, 3)
    )  # fmt: skip
    material = broken("rules/compose-actions.yaml", "rules:\n", f"rules:\n{others}")
    reasoned = [reason(one.profile.answers, material.knowledge, TODAY) for one in MANY[:6]]
    told = [p.trail for p in lint.check_shown(material, Sample(material.knowledge, reasoned))]
    assert "rule training-upkeep" in told


def test_the_knowledge_itself_has_nothing_wrong():
    found = lint.lint_knowledge(KNOWLEDGE, INDEX, MANY, LATER)
    assert [one.render(Lang.EN) for one in found.problems] == []
    assert {one.code for one in found.signals} == {"S-STARTS", "S-RECOGNITION"}
    assert all(one.level is Severity.WARNING for one in found.signals)


def test_what_is_due_is_told_from_its_day_on():
    material = Material(KNOWLEDGE, INDEX)
    reviewed = max(one.reviewed for one in KNOWLEDGE.catalogue.interventions.values())
    due = reviewed.replace(year=reviewed.year + REVIEW_YEARS)
    told = {one.code for one in lint.look_again(material, due)}
    assert "S-REVIEW" in told
    before = lint.look_again(material, reviewed)
    assert "S-REVIEW" not in {one.code for one in before}
    programmes = KNOWLEDGE.catalogue.programmes.values()
    newest = max(one.decided_in or 0 for one in programmes)
    year = newest + RECOGNITION_YEARS
    for day, more in ((dt.date(year, 12, 31), False), (dt.date(year + 1, 1, 1), True)):
        names = {p.trail for p in lint.look_again(material, day) if p.code == "S-RECOGNITION"}
        last = {f"programme {one.id}" for one in programmes if one.decided_in == newest}
        assert (last <= names) is more


def test_every_message_is_in_both_languages():
    for message in MESSAGES.values():
        assert message.remedy is not None
        for text in (message.sentence, message.remedy):
            fields = [set(re.findall(r"\{\w+\}", text.say(lang))) for lang in Lang]
            assert fields[0] == fields[1]
            assert text.nl != text.en


MATERIAL = Material(KNOWLEDGE, INDEX)


def as_domains(node, answers, there):
    """The one value of each variable in this school."""
    domains = {}
    for variable in {v for look in node.looks() for v in look.variables}:
        sort, name, option = variable
        value = answers.values.get(name)
        if sort == IN_PLAN:
            value = option in (there.there if name == Subject.ADVISED else there.begun)
        elif sort == KNOWN:
            value = value is not None
        elif sort == TICKED:
            value = isinstance(value, tuple) and option in value
        elif sort == ANSWER:
            asked = KNOWLEDGE.questionnaire.questions[name]
            if asked.kind in (Kind.NUMBER, Kind.TEXT) and value is not None:
                value = OTHER
        else:
            profile = assess(answers, KNOWLEDGE)
            value = profile.needs[option].first if profile.first is not None else None
        domains[variable] = (value,)
    return domains


@pytest.mark.parametrize("make", [realistic_schools, uniform_schools])
def test_what_is_proven_over_is_what_the_engine_evaluates(make):
    for answers in make(KNOWLEDGE, 15, seed=3):
        one = reason(answers, KNOWLEDGE, TODAY)
        names = [name for i in one.plan.combination for name in (i.id, i.form) if name]
        there = InPlan(dict.fromkeys(names, ()), {})
        for entry in MATERIAL.conditions():
            node = MATERIAL.prover.translator.node(entry.condition)
            value = evaluate(entry.condition, one.profile, there).value
            assert node.mask(as_domains(node, answers, there)) == BIT[value], entry.id


def test_what_the_prover_finds_holds_in_the_engine():
    for entry in MATERIAL.conditions():
        found = MATERIAL.prover.find((entry.condition,))
        if found is not None and not any(sort == IN_PLAN for sort, _, _ in found):
            values = lint.sample.lay_on({}, found, KNOWLEDGE)
            school = replace(QUIET[0].profile.answers, values=values)
            profile = assess(school, KNOWLEDGE)
            assert evaluate(entry.condition, profile).value is True, entry.id


def test_the_parts_of_a_condition_can_be_left_out_one_by_one():
    one, other, third = (Leaf(Subject.FLAG, name, How.HOLDS) for name in "abc")
    whole = All((one, Not(Any((other, third)))))
    left = {part.trail: without(whole, part.trail) for part in parts_of(whole)}
    assert left == {
        ("all", "1"): All((Not(Any((other, third))),)),
        ("all", "2"): All((one,)),
        ("all", "2", "not", "any", "1"): All((one, Not(Any((third,))))),
        ("all", "2", "not", "any", "2"): All((one, Not(Any((other,))))),
    }
    assert write_condition(whole) == "all: [{flag: a}, not: any: [{flag: b}, {flag: c}]]"


def test_plans_are_looked_at_and_made_until_one_shows_it():
    sample = Sample(KNOWLEDGE, list(QUIET))
    assert sample.has(lambda one: True, ())
    assert len(sample) == len(QUIET)
    assert not sample.has(lambda one: False, (), to_the_end=False)
