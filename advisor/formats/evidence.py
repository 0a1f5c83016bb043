"""What is known of the types in a plan: what to expect, what research says, and how far it goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor.formats.notes import point_to
from advisor.formats.voice import Voice, bullets, paragraphs, sentence
from advisor.model.interventions import Claim, Intervention
from advisor.model.knowledge import Knowledge
from advisor.model.lines import Item, Kind
from advisor.model.plan import Plan
from advisor.model.questionnaire import Measures
from advisor.model.vocabulary import Grade


def evidence(plan: Plan, sources: list[str], voice: Voice) -> str:
    """Each type of the combination with its evidence in plain words; sources by number."""
    types = voice.knowledge.catalogue.interventions
    return paragraphs(
        *(
            _type(item, types[item.id], plan, sources, voice)
            for item in plan.combination
            if item.kind is Kind.INTERVENTION
        )
    )


def claims_of(plan: Plan, voice: Voice) -> Iterator[Claim]:
    """Every claim that the evidence of a plan tells, for the list of sources."""
    types = voice.knowledge.catalogue.interventions
    for item in plan.combination:
        if item.kind is Kind.INTERVENTION:
            yield from claims_of_type(types[item.id], plan)
            yield from types[item.id].differs.values()


def claims_of_type(one: Intervention, plan: Plan) -> tuple[Claim, ...]:
    """The claims about one type that are told to this school."""
    return (one.does, one.does_not, *_told(one, plan))


def differences(plan: Plan, question: str, sources: list[str], voice: Voice) -> list[str]:
    """What differs for the types in this plan on one of the five questions, with its sources."""
    found = differing(plan, question, voice.knowledge)
    return [f"{voice.say(item.name)}: {_claim(claim, sources, voice)}" for item, claim in found]


def differing(plan: Plan, question: str, knowledge: Knowledge) -> list[tuple[Item, Claim]]:
    """The types in this plan that answer one of the five questions otherwise, and how."""
    types = knowledge.catalogue.interventions
    return [
        (item, types[item.id].differs[question])
        for item in plan.combination
        if item.kind is Kind.INTERVENTION and question in types[item.id].differs
    ]


def _type(item: Item, one: Intervention, plan: Plan, sources: list[str], voice: Voice) -> str:
    own = voice.own(one.id, "interventions")
    expect, rest = evidence_of_type(one, item.form, plan, sources, voice)
    return paragraphs(f"**{voice.say(item.name)}{own}.** {expect}", rest)


def evidence_of_type(
    one: Intervention, form: str | None, plan: Plan, sources: list[str], voice: Voice
) -> tuple[str, str]:
    """What to expect of a type, and what research says of it and of the form, for this school."""
    told = [_claim(claim, sources, voice) for claim in _told(one, plan)]
    expect = " ".join(_claim(claim, sources, voice) for claim in (one.does, one.does_not))
    return expect, bullets([*told, *_grades(form, one, plan, voice)])


def _told(one: Intervention, plan: Plan) -> list[Claim]:
    """What research says, how far it carries and what to mind, for the ages of this school."""
    claims = (*one.evidence, one.limits, *one.cautions)
    return [claim for claim in claims if not claim.ages or set(claim.ages) & set(plan.reading)]


def _grades(form_id: str | None, one: Intervention, plan: Plan, voice: Voice) -> Iterable[str]:
    """How strong the research is on this form, for the ages of this school."""
    catalogue = voice.knowledge.catalogue
    form = catalogue.forms[form_id or one.assumed_form]
    sectors = voice.knowledge.questionnaire.measuring(Measures.SECTOR)[0]
    ages: dict[Grade, list[str]] = {}
    for age in plan.reading:
        named = sectors.option(age)
        fit = form.fits.get(age)
        if named is not None:
            grade = fit.grade if fit is not None else one.grades[age]
            ages.setdefault(grade, []).append(voice.say(named.text))
    for grade, names in ages.items():
        rung = catalogue.grades[grade.name.lower()]
        what = voice.say(rung.what)
        yield voice.word("grade", age=voice.listed(names), grade=voice.say(rung.name), what=what)


def _claim(claim: Claim, sources: list[str], voice: Voice) -> str:
    told, pointer = sentence(voice.say(claim.text)), point_to(claim.sources, sources, voice)
    return f"{told} ({pointer})" if pointer else told
