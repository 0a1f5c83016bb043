"""answers -> profile: needs, activities, capacity and derived facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from advisor.engine.conditions import Weigh, evaluate
from advisor.model.conditions import Ground, Outcome
from advisor.model.knowledge import Knowledge
from advisor.model.profile import (
    ActivityState,
    CapacityState,
    Certainty,
    FlagState,
    NeedState,
    Profile,
    Runs,
)
from advisor.model.questionnaire import Answer, Answers, Measures, Question, Questionnaire
from advisor.model.rules import Rule, SetFlag, SetNeed
from advisor.model.vocabulary import Level, Stage


def assess(answers: Answers, knowledge: Knowledge, weigh: Weigh = evaluate) -> Profile:
    """The profile of a school. Needs that no answer touches are unknown, never absent."""
    asked = _profile_as_asked(answers, knowledge)
    rules = sorted(knowledge.rules.get(Stage.ASSESS, ()), key=lambda r: r.id)
    outcomes = [(rule, weigh(rule.when, asked)) for rule in rules]
    needs = {**asked.needs, **_derived_needs(outcomes)}
    derived = replace(asked, needs=_in_order(needs, knowledge), flags=_flags(outcomes))
    agreed = _with_agreement(derived, [assess(one, knowledge) for one in answers.respondents])
    return _with_first(agreed, knowledge.questionnaire)


def _profile_as_asked(answers: Answers, knowledge: Knowledge) -> Profile:
    form = knowledge.questionnaire
    running = _ticked(answers, _only(form, Measures.RUNNING))
    circumstances = _ticked(answers, _only(form, Measures.CIRCUMSTANCES))
    sector = _only(form, Measures.SECTOR)
    reading, reading_known = _reading(answers, form)
    return Profile(
        answers=answers,
        sector=_word(answers.values.get(sector.id)),
        reading=reading,
        reading_known=reading_known,
        years=_years(answers, form),
        needs=_asked_needs(answers, form),
        first=None,
        circumstances=circumstances,
        circumstances_ground=_ground(answers, _only(form, Measures.CIRCUMSTANCES)),
        running=running,
        running_ground=_ground(answers, _only(form, Measures.RUNNING)),
        activities={a: _activity(a, answers, form) for a in running or ()},
        capacities=_capacities(answers, knowledge),
        flags={},
        urgent=_ticked(answers, _only(form, Measures.URGENT)) or (),
    )


def _only(form: Questionnaire, what: Measures) -> Question:
    return form.measuring(what)[0]


def _ground(answers: Answers, question: Question) -> Ground:
    return Ground(question.id, answers.values.get(question.id))


def _ticked(answers: Answers, question: Question) -> tuple[str, ...] | None:
    value = answers.values.get(question.id)
    return value if isinstance(value, tuple) else None


def _word(value: Answer) -> str | None:
    return value if isinstance(value, str) else None


def _reading(answers: Answers, form: Questionnaire) -> tuple[tuple[str, ...], bool]:
    """The age groups to read evidence for, and whether the answers settle them."""
    sector = _only(form, Measures.SECTOR)
    every = tuple(dict.fromkeys(age for option in sector.options for age in option.reads))
    left = _narrow(every, _reads(answers, (sector,)))
    settled = len(left) == 1
    for asked in (form.measuring(Measures.AGE), _years_asked(form)):
        reads = _reads(answers, asked)
        settled = settled or bool(reads)
        left = _narrow(left, reads)
    return left, settled


def _narrow(left: tuple[str, ...], reads: set[str]) -> tuple[str, ...]:
    return tuple(age for age in left if age in reads) or left


def _reads(answers: Answers, asked: tuple[Question, ...]) -> set[str]:
    """The age groups that the answers to these questions stand for."""
    ages: set[str] = set()
    for question in asked:
        value = answers.values.get(question.id)
        ticked = value if isinstance(value, tuple) else (value,)
        ages.update(age for o in question.options if o.id in ticked for age in o.reads)
    return ages


def _years_asked(form: Questionnaire) -> tuple[Question, ...]:
    return form.measuring(Measures.YEARS)


def _years(answers: Answers, form: Questionnaire) -> frozenset[str] | None:
    known = [_ticked(answers, q) for q in _years_asked(form)]
    seen = frozenset(year for ticked in known if ticked for year in ticked)
    return seen or None


def _asked_needs(answers: Answers, form: Questionnaire) -> dict[str, NeedState]:
    backed_question = _only(form, Measures.BACKED)
    backed = _ticked(answers, backed_question) or ()
    needs = {}
    for question in form.measuring(Measures.NEED):
        ground = _ground(answers, question)
        level = None if ground.value is None else Level[str(ground.value).upper()]
        is_backed = level is not None and question.target in backed
        grounds = (ground, _ground(answers, backed_question)) if is_backed else (ground,)
        need_id = question.target or question.id
        needs[need_id] = NeedState(need_id, level, False, _certainty(level, is_backed), grounds)
    return needs


def _certainty(level: Level | None, is_backed: bool) -> Certainty:
    if level is None:
        return Certainty.UNKNOWN
    return Certainty.SUPPORTED if is_backed else Certainty.IMPRESSION


def _activity(activity: str, answers: Answers, form: Questionnaire) -> ActivityState:
    fixed, projects = _only(form, Measures.FIXED), _only(form, Measures.PROJECTS)
    asked = [_only(form, Measures.RUNNING), fixed]
    is_fixed, is_project = _ticked(answers, fixed), _ticked(answers, projects)
    runs = Runs.LOOSE
    if is_fixed is not None and activity in is_fixed:
        runs = Runs.EMBEDDED
    elif is_project is not None and activity in is_project:
        runs = Runs.PROJECT
    elif is_project is not None and is_fixed is not None:
        runs = Runs.ONE_OFF
    if is_project is not None and runs is not Runs.EMBEDDED:
        asked.append(projects)
    named = None
    for question in form.measuring(Measures.FORM):
        if question.target == activity:
            option = question.option(_word(answers.values.get(question.id)) or "")
            named = option.form if option else None
            asked.append(question)
    grounds = tuple(_ground(answers, q) for q in asked)
    is_clear = is_fixed is not None or runs is Runs.PROJECT
    return ActivityState(activity, runs, is_clear, named, grounds)


def _capacities(answers: Answers, knowledge: Knowledge) -> dict[str, CapacityState]:
    capacities = {}
    for question in knowledge.questionnaire.measuring(Measures.CAPACITY):
        capacity = knowledge.limits.capacities[question.target or question.id]
        ground = _ground(answers, question)
        band = _word(answers.values.get(question.id))
        amount = capacity.bands[band or capacity.assumed]
        capacities[capacity.id] = CapacityState(
            capacity.id, capacity.unit, band, amount, band is None, ground
        )
    return capacities


_RuleOutcome = tuple[Rule, Outcome]


def _derived_needs(outcomes: Iterable[_RuleOutcome]) -> dict[str, NeedState]:
    """The heaviest level whose rule holds; unknown when none holds and one may; else none."""
    by_need: dict[str, list[tuple[Level, Rule, Outcome]]] = {}
    for rule, outcome in outcomes:
        if isinstance(rule.then, SetNeed):
            by_need.setdefault(rule.then.need, []).append((rule.then.level, rule, outcome))
    return {need: _derive(need, sorted(found, key=_heaviest)) for need, found in by_need.items()}


def _heaviest(entry: tuple[Level, Rule, Outcome]) -> tuple[int, str]:
    return (-entry[0], entry[1].id)


def _derive(need: str, found: list[tuple[Level, Rule, Outcome]]) -> NeedState:
    holding = [(lev, rule, out) for lev, rule, out in found if out.value is True]
    if holding:
        level, rule, outcome = holding[0]
        return NeedState(need, level, False, Certainty.IMPRESSION, outcome.deciding(), (rule.id,))
    grounds = tuple(dict.fromkeys(g for _, _, out in found for g in out.deciding()))
    is_open = any(out.value is None for _, _, out in found)
    level_if_closed = None if is_open else Level.NONE
    certainty = Certainty.UNKNOWN if is_open else Certainty.IMPRESSION
    return NeedState(need, level_if_closed, False, certainty, grounds)


def _flags(outcomes: Iterable[_RuleOutcome]) -> dict[str, FlagState]:
    """A flag holds when one of its rules holds, and is unknown when one may."""
    by_flag: dict[str, list[_RuleOutcome]] = {}
    for rule, outcome in outcomes:
        if isinstance(rule.then, SetFlag):
            by_flag.setdefault(rule.then.flag, []).append((rule, outcome))
    flags = {}
    for flag, found in by_flag.items():
        values = [outcome.value for _, outcome in found]
        value = True if True in values else None if None in values else False
        agree = [(rule, out) for rule, out in found if out.value is value]
        grounds = tuple(dict.fromkeys(g for _, out in agree for g in out.deciding()))
        flags[flag] = FlagState(flag, value, grounds, tuple(rule.id for rule, _ in agree))
    return flags


def _in_order(needs: dict[str, NeedState], knowledge: Knowledge) -> dict[str, NeedState]:
    return {need: needs[need] for need in knowledge.catalogue.needs}


def _with_agreement(profile: Profile, each: list[Profile]) -> Profile:
    """Needs on which two respondents agree are supported."""
    found = {
        name: replace(state, certainty=Certainty.SUPPORTED)
        for name, state in profile.needs.items()
        if sum(_agrees(one.needs[name], state) for one in each) > 1
    }
    return replace(profile, needs={**profile.needs, **found})


def _agrees(one: NeedState, joined: NeedState) -> bool:
    """Both call it raised, however much; below that both give the very same level."""
    return (one.raised and joined.raised) or (one.level is not None and one.level == joined.level)


def _with_first(profile: Profile, form: Questionnaire) -> Profile:
    """What goes first: as answered; else the one raised need that could be named; else unknown."""
    question = _only(form, Measures.FIRST)
    named = _ticked(profile.answers, question)
    raised = [need.id for need in profile.needs.values() if need.raised]
    asked = [option.id for option in question.options if option.id in raised]
    if named is None and len(asked) > 1:
        return profile
    first = tuple(asked) if named is None else tuple(n for n in named if n in raised)
    needs = {
        name: replace(state, first=True) if name in first else state
        for name, state in profile.needs.items()
    }
    return replace(profile, needs=needs, first=first)
