"""Every plan keeps P1-P12, and a plan that does not is found out."""

import datetime as dt
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from known import KNOWLEDGE, TODAY, school

from advisor.checking.schools import realistic_school, typical_school, uniform_school
from advisor.engine.assess import assess
from advisor.engine.choose import choose
from advisor.engine.compose import compose
from advisor.engine.judge import judge
from advisor.engine.promises import (
    PROMISES,
    broken_promises,
    check_heavier_need,
    check_same_plan,
)
from advisor.engine.reasoning import make_plan, reason
from advisor.model.combination import Decision, Status
from advisor.model.conditions import Ground
from advisor.model.lines import Cover, Kind, Passed, State, WhyNotFirm
from advisor.model.profile import Runs
from advisor.model.rules import Exclude
from advisor.model.vocabulary import Level, Stage
from advisor.texts import Text

SCHOOLS = st.builds(
    lambda make, seed, day: replace(make(random.Random(seed), KNOWLEDGE), date=day),
    st.sampled_from((realistic_school, uniform_school, typical_school)),
    st.integers(0, 2**32),
    st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31)),
)


def broken(answers):
    one = reason(answers, KNOWLEDGE, TODAY)
    return broken_promises(one.profile, one.findings, one.combination, one.plan, KNOWLEDGE)


@settings(max_examples=300, deadline=None)
@given(SCHOOLS)
def test_every_plan_keeps_its_promises(answers):
    assert broken(answers) == ()


@settings(max_examples=60, deadline=None)
@given(SCHOOLS)
def test_a_heavier_need_never_gets_less_cover(answers):
    assert list(check_heavier_need(make_plan, answers, KNOWLEDGE, TODAY)) == []


@settings(max_examples=60, deadline=None)
@given(SCHOOLS, st.integers(0, 1000))
def test_the_order_of_answers_and_rules_makes_no_difference(answers, seed):
    assert list(check_same_plan(make_plan, answers, KNOWLEDGE, TODAY, seed)) == []


@settings(max_examples=60, deadline=None)
@given(SCHOOLS, st.randoms(use_true_random=False))
def test_an_answer_less_never_turns_a_judgement_into_another_one(answers, chance):
    """Unknown is never read as no, none or enough: what was decided stays, or turns unknown."""
    question = chance.choice(sorted(answers.values))
    values = {q: v for q, v in answers.values.items() if q != question}
    before = make_plan(answers, KNOWLEDGE, TODAY)
    after = make_plan(replace(answers, values=values), KNOWLEDGE, TODAY)
    levels = {need.id: need.level for need in before.needs}
    for less in after.needs:
        assert less.level in {levels[less.id], None}
    for known, less in zip(before.lasting, after.lasting, strict=True):
        assert less.state in {known.state, Passed.UNKNOWN}


def test_a_school_that_knows_nothing_keeps_the_promises():
    assert broken(school()) == ()


# -- a plan that breaks a promise is found out ----------------------------------------------------

ROOMY = school(
    sector="vo",
    stress_pressure="serious",
    low_mood="moderate",
    social_skills="serious",
    bullying_safety="none",
    first=["stress-pressure", "social-skills"],
    right_now=["danger"],
    circumstances=["poverty"],
    running=["social-emotional-skills", "guest-lesson", "mindfulness"],
    fixed=["social-emotional-skills"],
    projects=[],
    form_mindfulness="class",
    lesson_room="fixed-hour",
    staff_trained="partly",
    everyday="started",
    parents_along="started",
    care=["fixed-route", "qualified-person"],
    insight="started",
    lasting=["in-school-plan"],
    coordination_hours="two-or-three",
    training_half_days="two-or-three",
)
UNSURE = school(sector="vo", low_mood="serious", running=["guest-lesson"], coordination_hours="one")


CLASS_WIDE = school(
    sector="vo", running=["mindfulness"], fixed=["mindfulness"], form_mindfulness="class"
)
NO_HOURS = school(sector="vo", low_mood="serious", coordination_hours="none")
STRONGER = school(
    sector="vo",
    parents_along="nothing-yet",
    substance_peer_pressure="serious",
    substances=["alcohol"],
    first=["substance-peer-pressure"],
    running=["parent-training", "social-emotional-skills"],
    fixed=["social-emotional-skills"],
    projects=["parent-training"],
    form_parents="partnership",
    coordination_hours="two-or-three",
    training_half_days="two-or-three",
    lesson_room="fixed-hour",
)
NOBODY = school(sector="vo", low_mood="serious", motivation_concentration="moderate", care=[])
AGELESS = school(
    sector="so",
    stress_pressure="serious",
    running=["stress-management"],
    form_stress="voluntary",
    fixed=[],
    care=["fixed-route", "qualified-person"],
)
JOINS = school(
    sector="vo",
    conflicts="serious",
    running=["guest-lesson", "peer-mediation", "buddies"],
    fixed=[],
    projects=[],
    coordination_hours="two-or-three",
    training_half_days="two-or-three",
    lesson_room="fixed-hour",
)


def told(answers, change):
    """The promises that are broken once the plan is changed."""
    one = reason(answers, KNOWLEDGE, TODAY)
    plan = change(one.plan)
    assert plan != one.plan, "the change must change the plan"
    found = broken_promises(one.profile, one.findings, one.combination, plan, KNOWLEDGE)
    return {b.promise for b in found}


def with_items(plan, change):
    return replace(plan, combination=tuple(map(change, plan.combination)))


def without(plan, keep):
    return replace(plan, combination=tuple(i for i in plan.combination if keep(i)))


def is_start(item):
    return item.kind is Kind.INTERVENTION and item.status is Status.NEW


def change_lines(field, change):
    return lambda plan: replace(plan, **{field: tuple(map(change, getattr(plan, field)))})


def joined_help(item):
    """The item as if it were help for pupils at risk that is joined."""
    return replace(
        item,
        id="cognitive-behavioural-therapy",
        form="cbt-indicated",
        kind=Kind.INTERVENTION,
        status=Status.JOINED,
        year=None,
    )


RESTED_ON = ("daily-contact", "parents-as-partners")
NOBODY_ROW = next(r.id for r in KNOWLEDGE.left_out if r.test == "nobody-qualified")


CHANGES = {
    "no layer of parents": (
        "P1",
        ROOMY,
        lambda p: with_items(
            p, lambda i: replace(i, layers=tuple(x for x in i.layers if x != "parents"))
        ),
    ),
    "foundations without hours": (
        "P1",
        ROOMY,
        lambda p: with_items(p, lambda i: replace(i, load={}) if i.kind is Kind.FOUNDATION else i),
    ),
    "no base": (
        "P1",
        ROOMY,
        lambda p: with_items(
            without(p, lambda i: i.id != KNOWLEDGE.limits.base_foundation),
            lambda i: replace(i, tier="selective"),
        ),
    ),
    "a base that comes after what rests on it": (
        "P1",
        ROOMY,
        lambda p: with_items(
            p, lambda i: replace(i, year=3) if i.id in RESTED_ON and i.year == 1 else i
        ),
    ),
    "no reason": ("P2", ROOMY, lambda p: with_items(p, lambda i: replace(i, reasons=()))),
    "no answer behind it": (
        "P2",
        ROOMY,
        change_lines(
            "not_advised",
            lambda x: replace(x, reasons=tuple(replace(r, answers=()) for r in x.reasons)),
        ),
    ),
    "an answer that was not given": (
        "P2",
        ROOMY,
        change_lines(
            "existing",
            lambda x: replace(
                x,
                reasons=tuple(replace(r, answers=(Ground("sector", "po"),)) for r in x.reasons),
            ),
        ),
    ),
    "an unknown source": (
        "P2",
        ROOMY,
        change_lines(
            "notices", lambda x: replace(x, reason=replace(x.reason, sources=("hearsay",)))
        ),
    ),
    "an unknown rule": (
        "P2",
        ROOMY,
        change_lines("partners", lambda x: replace(x, reason=replace(x.reason, rule="whim"))),
    ),
    "open without a reason": (
        "P3",
        UNSURE,
        change_lines("needs", lambda x: replace(x, why=None) if x.cover is Cover.OPEN else x),
    ),
    "firm without anything": (
        "P3",
        UNSURE,
        change_lines(
            "needs",
            lambda x: replace(x, cover=Cover.FIRM, why=None) if x.cover is Cover.OPEN else x,
        ),
    ),
    "a raised need left out": (
        "P3",
        ROOMY,
        lambda p: replace(p, needs=tuple(n for n in p.needs if n.id != "stress-pressure")),
    ),
    "open though it is served": (
        "P3",
        ROOMY,
        change_lines(
            "needs",
            lambda x: (
                replace(x, cover=Cover.OPEN, why=WhyNotFirm.NO_CAPACITY)
                if x.cover in {Cover.FIRM, Cover.PARTLY}
                else x
            ),
        ),
    ),
    "a later year told as firm from year one": (
        "P3",
        ROOMY,
        change_lines(
            "needs",
            lambda x: (
                replace(x, cover=Cover.FIRM, why=None, from_year="2026-2027")
                if x.why is WhyNotFirm.LATER_YEAR
                else x
            ),
        ),
    ),
    "an earlier year than it starts": (
        "P3",
        ROOMY,
        change_lines(
            "needs",
            lambda x: replace(x, from_year="2026-2027") if x.why is WhyNotFirm.LATER_YEAR else x,
        ),
    ),
    "something that serves a need not named": (
        "P3",
        ROOMY,
        change_lines("needs", lambda x: replace(x, by=x.by[:1]) if len(x.by) > 1 else x),
    ),
    "always no room": (
        "P3",
        NOBODY,
        change_lines(
            "needs",
            lambda x: replace(x, why=WhyNotFirm.NO_CAPACITY) if x.why is WhyNotFirm.NO_TYPE else x,
        ),
    ),
    "no room instead of nobody": (
        "P3",
        NOBODY,
        change_lines(
            "needs",
            lambda x: (
                replace(x, why=WhyNotFirm.NO_CAPACITY)
                if x.why is WhyNotFirm.NOBODY_QUALIFIED
                else x
            ),
        ),
    ),
    "no type though one may serve": (
        "P3",
        UNSURE,
        change_lines(
            "needs", lambda x: replace(x, why=WhyNotFirm.NO_TYPE) if x.why is not None else x
        ),
    ),
    "a derived need that the answers do not bear out": (
        "P3",
        ROOMY,
        change_lines(
            "needs",
            lambda x: replace(x, level=Level.SERIOUS) if x.id == "parent-partnership" else x,
        ),
    ),
    "an action with a date without hours": (
        "P4",
        NO_HOURS,
        change_lines(
            "implementation",
            lambda x: replace(x, actions=tuple(replace(a, period="autumn") for a in x.actions)),
        ),
    ),
    "more hours than told": (
        "P4",
        ROOMY,
        lambda p: with_items(
            p,
            lambda i: replace(i, load={c: tuple(2 * n + 1 for n in y) for c, y in i.load.items()}),
        ),
    ),
    "more room than there is": (
        "P4",
        ROOMY,
        change_lines("use", lambda x: replace(x, available=x.available + 100)),
    ),
    "an assumption that is not told": (
        "P4",
        UNSURE,
        change_lines("use", lambda x: replace(x, assumed=False)),
    ),
    "an assumption that is not among the unknowns": (
        "P4",
        UNSURE,
        lambda p: replace(p, unknowns=()),
    ),
    "a lighter load than the catalogue's": (
        "P4",
        ROOMY,
        lambda p: with_items(p, lambda i: replace(i, load={}) if is_start(i) else i),
    ),
    "help with a date before it is known who": (
        "P5",
        UNSURE,
        lambda p: with_items(
            p,
            lambda i: (
                replace(i, status=Status.NEW, year=1, start="2026-2027", period="winter")
                if i.status is Status.FIND_OUT
                else i
            ),
        ),
    ),
    "help joined that nobody may give": (
        "P5",
        NOBODY,
        lambda p: replace(p, combination=(*p.combination, joined_help(p.combination[0]))),
    ),
    "four questions": ("P6", ROOMY, lambda p: replace(p, implementation=p.implementation[:4])),
    "a question without action": (
        "P6",
        ROOMY,
        change_lines("implementation", lambda x: replace(x, actions=(), state=State.OPEN)),
    ),
    "too many actions": (
        "P6",
        ROOMY,
        change_lines("implementation", lambda x: replace(x, actions=x.actions * 4)),
    ),
    "a harmful form kept": (
        "P9",
        ROOMY,
        change_lines("existing", lambda x: replace(x, decision=Decision.KEEP)),
    ),
    "no safeguards": ("P9", ROOMY, lambda p: with_items(p, lambda i: replace(i, safeguards=()))),
    "unknown called nobody": (
        "P10",
        UNSURE,
        change_lines(
            "needs",
            lambda x: replace(x, why=WhyNotFirm.NOBODY_QUALIFIED) if x.why is not None else x,
        ),
    ),
    "nobody qualified as the reason against a type": (
        "P10",
        UNSURE,
        change_lines(
            "not_advised",
            lambda x: replace(x, reasons=tuple(replace(r, rule=NOBODY_ROW) for r in x.reasons)),
        ),
    ),
    "loose read as one-off": (
        "P10",
        UNSURE,
        change_lines("existing", lambda x: replace(x, runs=Runs.ONE_OFF)),
    ),
    "ended while the age is not known": (
        "P10",
        AGELESS,
        change_lines("existing", lambda x: replace(x, decision=Decision.LET_END)),
    ),
    "an unknown need shown as none": (
        "P10",
        UNSURE,
        change_lines("needs", lambda x: replace(x, level=x.level or Level.NONE)),
    ),
    "ended without knowing": (
        "P10",
        UNSURE,
        change_lines("existing", lambda x: replace(x, decision=Decision.LET_END)),
    ),
    "a check passed without an answer": (
        "P10",
        UNSURE,
        change_lines("lasting", lambda x: replace(x, state=Passed.PASSED)),
    ),
    "something that runs forgotten": (
        "P11",
        ROOMY,
        lambda p: replace(p, existing=p.existing[1:]),
    ),
    "two decisions": ("P11", ROOMY, lambda p: replace(p, existing=p.existing * 2)),
    "a kept type that is not there": (
        "P11",
        ROOMY,
        lambda p: without(p, lambda i: i.status is not Status.KEPT),
    ),
    "joined to what is not there": (
        "P11",
        JOINS,
        change_lines("existing", lambda x: replace(x, host=x.host and Text.same("elsewhere"))),
    ),
    "joined to something for other pupils": (
        "P11",
        JOINS,
        lambda p: with_items(p, lambda i: replace(i, tier="selective") if is_start(i) else i),
    ),
    "ended and started in the same form": (
        "P11",
        JOINS,
        lambda p: with_items(
            p,
            lambda i: replace(i, status=Status.NEW, year=1) if i.status is Status.JOINED else i,
        ),
    ),
    "strengthened from another form": (
        "P11",
        STRONGER,
        lambda p: with_items(
            p,
            lambda i: replace(i, form="parent-course") if i.status is Status.STRENGTHENED else i,
        ),
    ),
    "no referral": ("P12", ROOMY, lambda p: replace(p, referrals=())),
    "poverty not named": ("P12", ROOMY, lambda p: replace(p, equal_opportunities=())),
    "a type forgotten": ("P12", ROOMY, lambda p: replace(p, not_advised=p.not_advised[1:])),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_broken_promise_is_found(name):
    promise, answers, change = CHANGES[name]
    assert promise in told(answers, change)


def reasoned(answers, knowledge=KNOWLEDGE, read=lambda profile: profile):
    """What is broken when the engine itself works with other knowledge or another profile."""
    profile = read(assess(answers, knowledge))
    findings = judge(profile, knowledge)
    combination = choose(profile, findings, knowledge)
    plan = compose(profile, findings, combination, knowledge, TODAY)
    return broken_promises(profile, findings, combination, plan, knowledge)


def test_knowledge_without_rules_against_harm_is_found():
    judged = [r for r in KNOWLEDGE.rules[Stage.JUDGE] if not isinstance(r.then, Exclude)]
    rules = {**KNOWLEDGE.rules, Stage.JUDGE: tuple(judged)}
    found = reasoned(ROOMY, replace(KNOWLEDGE, rules=rules))
    told = {b.sentence.en for b in found if b.promise == "P9"}
    assert "nothing rules out cbt-class for universal-emotion-lessons" in told
    assert "mindfulness-class does harm (mindfulness-at-risk)" not in told, "no rule says it does"


def test_a_rule_against_another_harm_does_not_do():
    """A form that a harm forbids needs a rule that names that harm."""
    rules = tuple(
        replace(r, then=replace(r.then, harm=None)) if isinstance(r.then, Exclude) else r
        for r in KNOWLEDGE.rules[Stage.JUDGE]
    )
    found = reasoned(ROOMY, replace(KNOWLEDGE, rules={**KNOWLEDGE.rules, Stage.JUDGE: rules}))
    assert "P9" in {b.promise for b in found}


def test_an_engine_that_forgets_what_is_excluded_is_found():
    one = reason(CLASS_WIDE, KNOWLEDGE, TODAY)
    blind = replace(one.findings, excluded={})
    combination = choose(one.profile, blind, KNOWLEDGE)
    plan = compose(one.profile, blind, combination, KNOWLEDGE, TODAY)
    found = broken_promises(one.profile, blind, combination, plan, KNOWLEDGE)
    assert {b.sentence.en for b in found if b.promise == "P9"} >= {
        "mindfulness goes on, while mindfulness-class may do harm",
        "mindfulness-class does harm (mindfulness-at-risk)",
    }


def flags_read_as(value):
    def read(profile):
        flags = {
            name: replace(flag, value=value) if flag.value is None else flag
            for name, flag in profile.flags.items()
        }
        return replace(profile, flags=flags)

    return read


@pytest.mark.parametrize(("value", "promise"), [(True, "P5"), (False, "P10")])
def test_an_engine_that_reads_unknown_as_yes_or_no_is_found(value, promise):
    assert promise in {b.promise for b in reasoned(UNSURE, read=flags_read_as(value))}
    assert reasoned(UNSURE) == ()


def test_an_engine_that_takes_every_age_for_one_is_found():
    """Not knowing the age of pupils is not the same as knowing that nothing serves them."""
    read = lambda profile: replace(profile, reading_known=True)  # noqa: E731
    assert {"P3", "P10"} <= {b.promise for b in reasoned(AGELESS, read=read)}
    assert reasoned(AGELESS) == ()


def test_losing_cover_when_a_need_grows_is_found():
    def worse_for_serious(answers, knowledge, today):
        plan = make_plan(answers, knowledge, today)
        if answers.values["low-mood"] != "serious":
            return plan
        return change_lines("needs", lambda x: replace(x, best_link=0))(plan)

    answers = replace(ROOMY, values={**ROOMY.values, "low-mood": "moderate"})
    found = check_heavier_need(worse_for_serious, answers, KNOWLEDGE, TODAY)
    assert {b.promise for b in found} == {"P7"}


def test_firm_cover_that_turns_partly_when_a_need_grows_is_found():
    def thinner_for_serious(answers, knowledge, today):
        plan = make_plan(answers, knowledge, today)
        if answers.values["stress-pressure"] != "serious":
            return plan
        return change_lines("needs", lambda x: replace(x, cover=x.cover and Cover.PARTLY))(plan)

    answers = replace(ROOMY, values={**ROOMY.values, "stress-pressure": "moderate"})
    found = check_heavier_need(thinner_for_serious, answers, KNOWLEDGE, TODAY)
    assert {b.promise for b in found} == {"P7"}


def test_a_plan_that_depends_on_order_is_found():
    def by_order(answers, knowledge, today):
        plan = make_plan(answers, knowledge, today)
        return replace(plan, ambition=next(iter(answers.values)))

    found = list(check_same_plan(by_order, ROOMY, KNOWLEDGE, TODAY, seed=3))
    assert {b.promise for b in found} == {"P8"}


def test_every_promise_is_checked_by_a_change_that_breaks_it():
    assert {promise for promise, _, _ in CHANGES.values()} | {"P7", "P8"} == set(PROMISES)


def test_broken_promises_are_told_in_both_languages():
    one = reason(ROOMY, KNOWLEDGE, TODAY)
    plan = replace(one.plan, existing=(), referrals=(), implementation=())
    for b in broken_promises(one.profile, one.findings, one.combination, plan, KNOWLEDGE):
        assert b.sentence.nl
        assert b.sentence.en
        assert "{" not in b.sentence.nl + b.sentence.en
