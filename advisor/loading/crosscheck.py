"""Checks that look across the knowledge: what must hold together."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from advisor.loading.index import Index, kind_name
from advisor.loading.messages import problem
from advisor.model.catalogue import Catalogue
from advisor.model.interventions import Form, Harm, Intervention, Pairing
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import YES, Measures, Pass, Question
from advisor.model.rules import Exclude, RequireForms, Rule, SetNeed
from advisor.model.vocabulary import Grade, Level, Stage, Strength, Tier
from advisor.problems import Place, Problem

MOST_IN_FIRST_PASS = 28
BUILDS_ON = {
    Measures.FIRST: Measures.NEED,
    Measures.FIXED: Measures.RUNNING,
    Measures.PROJECTS: Measures.FIXED,
}
"""What a question chooses among: the answers to questions that measure this."""

MEASURES = frozenset(
    {"first-needs", "earlier", "other-needs", "fewer-starts", "lower-load", "catalogue-order"}
)
TESTS = frozenset(
    {
        "harmful-form",
        "perhaps-harmful-form",
        "part-of-foundation",
        "embedded",
        "for-other-years",
        "without-company",
        "nobody-qualified",
        "without-route",
        "standing-never-new",
        "in-chosen-set",
        "serves-need-of-chosen",
        "serves-open-need",
        "anything-else",
        "unclear",
    }
)
LEFT_OUT = frozenset(
    {
        "excluded",
        "never-new",
        "no-raised-need",
        "not-yet-known",
        "nobody-qualified",
        "wrong-years",
        "runs-never-new",
        "fits-some",
        "weak-link",
        "outweighed",
        "no-capacity",
    }
)
DECISIONS = ("keep", "strengthen", "join", "change-form", "let-end")
RELATIONS = ("requires", "strengthens", "unclear", "caution")

_MONTHS = "jan|feb|maa|mar|mrt|apr|may|mei|jun|jul|aug|sep|oct|okt|nov|dec"
_OPTION = re.compile(rf"(?!(?:{_MONTHS})[a-z]*-?\d)[a-z][a-z0-9]*(?:-{{1,2}}[a-z0-9]+)*")


def _check_sources(catalogue: Catalogue, index: Index) -> Iterator[Problem]:
    for source in catalogue.sources.values():
        if (source.cite is None) == (source.about is None):
            yield problem("E-CITE", index.place("sources", source.id), (f"source {source.id}",))


def check_knowledge(knowledge: Knowledge, index: Index) -> Iterator[Problem]:
    """What must hold together once every file could be read."""
    catalogue, rules = knowledge.catalogue, knowledge.rules
    yield from _check_needs(knowledge, index)
    yield from _check_sources(catalogue, index)
    for intervention in catalogue.interventions.values():
        yield from _check_assumed_form(intervention, index)
        yield from _check_grades(intervention, index)
    for form in catalogue.forms.values():
        yield from _check_group_links(form, catalogue, index)
        yield from _check_sectors("forms", form.id, form.fits, index, "ages")
    for kind in ("programmes", "instruments", "figures"):
        for name, entry in getattr(catalogue, kind).items():
            yield from _check_sectors(kind, name, entry.sectors, index)
    judged = rules[Stage.JUDGE]
    for harm in catalogue.harms.values():
        yield from _check_harm(harm, judged, index)
    for pairing in catalogue.pairings.values():
        yield from _check_pairing(pairing, catalogue, judged, index)
    yield from _check_questions(knowledge, index)
    yield from _check_capacities(knowledge, index)
    yield from _check_tables(knowledge, index)
    yield from _check_frames(catalogue)
    yield from _check_periods(catalogue, index)


def _check_needs(knowledge: Knowledge, index: Index) -> Iterator[Problem]:
    asked = {
        question.target or question.id
        for question in knowledge.questionnaire.measuring(Measures.NEED)
        if question.asked is Pass.FIRST
    }
    assessed = knowledge.rules[Stage.ASSESS]
    derived = {rule.then.need for rule in assessed if isinstance(rule.then, SetNeed)}
    for need in knowledge.catalogue.needs:
        if need not in asked | derived:
            yield problem("E-NEED-UNSEEN", index.place("needs", need), id=need)


def _check_assumed_form(intervention: Intervention, index: Index) -> Iterator[Problem]:
    own = [form.id for form in intervention.forms]
    if intervention.assumed_form not in own:
        place = index.place("interventions", intervention.id)
        values = {"form": intervention.assumed_form, "id": intervention.id}
        yield problem("E-ASSUMED-FORM", place, **values, known=", ".join(own))
    for form in intervention.forms:
        if form.intervention != intervention.id:
            values = {"form": form.id, "id": form.intervention, "known": intervention.id}
            yield problem("E-ASSUMED-FORM", index.place("forms", form.id), **values)


def _check_group_links(form: Form, catalogue: Catalogue, index: Index) -> Iterator[Problem]:
    if form.tier is Tier.UNIVERSAL:
        return
    for sector, fit in form.fits.items():
        for need, link in fit.serves.items():
            if catalogue.needs[need].whole_class and link.strength is not Strength.WEAK:
                trail = (f"form {form.id}", "fits", sector, "serves", need)
                yield problem("E-GROUP-LINK", index.place("forms", form.id), trail, need=need)


def _check_grades(intervention: Intervention, index: Index) -> Iterator[Problem]:
    trail = (f"intervention {intervention.id}", "grades")
    for age in index.places("ages"):
        if age not in intervention.grades:
            place = index.place("interventions", intervention.id)
            yield problem("E-INCOMPLETE", place, trail, what=kind_name("ages"), id=age)


def _check_sectors(
    kind: str, name: str, sectors: Iterable[str], index: Index, among: str = "sectors"
) -> Iterator[Problem]:
    known = index.places(among)
    for sector in sectors:
        if known and sector not in known:
            place, listed = index.place(kind, name), ", ".join(known)
            yield problem("E-CHOICE", place, (name,), value=sector, known=listed)


def _check_harm(harm: Harm, judged: Iterable[Rule], index: Index) -> Iterator[Problem]:
    excluded = {
        rule.then.form
        for rule in judged
        if isinstance(rule.then, Exclude) and rule.then.harm == harm.id
    }
    for form in harm.forbids:
        if form not in excluded:
            place = index.place("harms", harm.id)
            yield problem("E-HARM", place, form=form, harm=harm.id)


def _check_pairing(
    pairing: Pairing, catalogue: Catalogue, judged: Iterable[Rule], index: Index
) -> Iterator[Problem]:
    place = index.place("pairings", pairing.id)
    if pairing.relation not in RELATIONS:
        values = {"value": pairing.relation, "known": ", ".join(RELATIONS)}
        yield problem("E-CHOICE", place, (f"pairing {pairing.id}", "relation"), **values)
    if pairing.relation != "requires":
        return
    own = {form.id: form for form in catalogue.interventions[pairing.first].forms}
    wanted = set(_required_by_forms(own.values()))
    for rule in judged:
        if isinstance(rule.then, RequireForms) and rule.then.form in own:
            wanted.update(rule.then.one_of)
    reached = {catalogue.forms[form].intervention for form in wanted}
    if not reached & set(pairing.second):
        values = {"first": pairing.first, "second": ", ".join(pairing.second)}
        yield problem("E-PAIRING", place, **values)


def _required_by_forms(forms: Iterable[Form]) -> Iterator[str]:
    for form in forms:
        for group in form.requires:
            yield from group


def _check_questions(knowledge: Knowledge, index: Index) -> Iterator[Problem]:
    """Own questions come on top of the most that there may be."""
    questions = knowledge.questionnaire.questions.values()
    first = [question for question in questions if question.asked is Pass.FIRST]
    first = [question for question in first if not knowledge.is_added("questions", question.id)]
    if len(first) > MOST_IN_FIRST_PASS:
        place = index.place("questions", first[MOST_IN_FIRST_PASS].id)
        yield problem("E-FIRST-PASS", place, count=len(first), most=MOST_IN_FIRST_PASS)
    yield from _check_order([*questions], index)
    for question in questions:
        if question.measures is Measures.SHARE and question.option(YES) is None:
            place = index.place("questions", question.id)
            yield problem("E-YES", place, (f"question {question.id}",), id=YES)
        for option in question.options:
            if not _OPTION.fullmatch(option.id):
                place, trail = index.place("questions", question.id), (f"question {question.id}",)
                yield problem("E-ID", place, (*trail, "options"), value=option.id)


def _check_order(questions: Sequence[Question], index: Index) -> Iterator[Problem]:
    """What a question builds on is asked before it in the same pass."""
    for later, earlier in itertools.combinations(questions, 2):
        if BUILDS_ON.get(later.measures) is earlier.measures and later.asked is earlier.asked:
            place = index.place("questions", earlier.id)
            trail = (f"question {earlier.id}",)
            yield problem("E-ASKED-LATE", place, trail, id=earlier.id, other=later.id)


def _check_capacities(knowledge: Knowledge, index: Index) -> Iterator[Problem]:
    known = knowledge.limits.capacities
    for name in knowledge.catalogue.capacities:
        if name not in known:
            place, what = index.place("capacities", name), kind_name("capacities")
            yield problem("E-INCOMPLETE", place, ("limits", "capacities"), what=what, id=name)
    for question in knowledge.questionnaire.measuring(Measures.CAPACITY):
        target = question.target or ""
        bands = known[target].bands if target in known else {}
        for option in question.options:
            if bands and option.id not in bands:
                place, listed = index.place("questions", question.id), ", ".join(bands)
                trail = (f"question {question.id}", "options")
                yield problem("E-CHOICE", place, trail, value=option.id, known=listed)


def _check_tables(knowledge: Knowledge, index: Index) -> Iterator[Problem]:
    steps = [(step.id, step.measure) for step in knowledge.steps]
    rows = [(row.id, row.test) for row in knowledge.existing]
    yield from _check_once("steps", steps, MEASURES, index)
    yield from _check_once("existing", rows, TESTS, index)
    left_out = [(row.id, row.test) for row in knowledge.left_out]
    yield from _check_once("left_out", left_out, LEFT_OUT, index)
    for row in knowledge.existing:
        if row.decision not in DECISIONS:
            place, listed = index.place("existing", row.id), ", ".join(DECISIONS)
            yield problem("E-CHOICE", place, (row.id,), value=row.decision, known=listed)


def _check_once(
    kind: str, entries: list[tuple[str, str]], names: frozenset[str], index: Index
) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for name, word in entries:
        place, trail = index.place(kind, name), (f"{kind_name(kind).en} {name}",)
        if word not in names:
            yield problem("E-CHOICE", place, trail, value=word, known=", ".join(sorted(names)))
        elif word in seen:
            earlier = index.place(kind, seen[word]).short
            yield problem("E-UNIQUE", place, trail, id=word, where=earlier)
        seen.setdefault(word, name)
    for word in sorted(names - seen.keys()):
        places = index.places(kind).values()
        file = next((place.file for place in places), "rules")
        yield problem("E-INCOMPLETE", Place(file), what=kind_name(kind), id=word)


def _check_frames(catalogue: Catalogue) -> Iterator[Problem]:
    for kind, have, members in (
        ("tiers", catalogue.tiers, Tier),
        ("levels", catalogue.levels, Level),
        ("grades", catalogue.grades, Grade),
        ("strengths", catalogue.strengths, Strength),
    ):
        for name in (member.name.lower() for member in members):
            if name not in have:
                yield problem("E-INCOMPLETE", Place("catalogue"), what=kind_name(kind), id=name)


def _check_periods(catalogue: Catalogue, index: Index) -> Iterator[Problem]:
    for period in catalogue.periods.values():
        if period.first_month not in range(1, 13):
            place, value = index.place("periods", period.id), str(period.first_month)
            trail = (f"period {period.id}", "first_month")
            yield problem("E-CHOICE", place, trail, value=value, known="1, 2, … 12")
