"""What is known of the types in a plan: what to expect, what research says, and how far it goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor.formats.notes import point_to
from advisor.formats.voice import Voice, bullets, paragraphs, sentence
from advisor.model.interventions import Claim, Intervention
from advisor.model.lines import Item, Kind
from advisor.model.plan import Plan
from advisor.model.questionnaire import Measures


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
            one = types[item.id]
            yield from (one.does, one.does_not, *one.evidence, one.limits, *one.cautions)
            yield from one.differs.values()


def differences(plan: Plan, question: str, sources: list[str], voice: Voice) -> list[str]:
    """What differs for the types in this plan on one of the five questions."""
    types = voice.knowledge.catalogue.interventions
    return [
        f"{voice.say(item.name)}: {_claim(types[item.id].differs[question], sources, voice)}"
        for item in plan.combination
        if item.kind is Kind.INTERVENTION and question in types[item.id].differs
    ]


def _type(item: Item, one: Intervention, plan: Plan, sources: list[str], voice: Voice) -> str:
    told = [
        *(_claim(claim, sources, voice) for claim in one.evidence),
        _claim(one.limits, sources, voice),
        *(_claim(claim, sources, voice) for claim in one.cautions),
    ]
    expect = " ".join(_claim(claim, sources, voice) for claim in (one.does, one.does_not))
    return paragraphs(
        f"**{voice.say(item.name)}.** {expect}",
        bullets([*told, *_grades(one, plan, voice)]),
    )


def _grades(one: Intervention, plan: Plan, voice: Voice) -> Iterable[str]:
    """How strong the research is for the ages that this school's evidence is read by."""
    catalogue = voice.knowledge.catalogue
    sectors = voice.knowledge.questionnaire.measuring(Measures.SECTOR)[0]
    option = sectors.option(plan.sector or "")
    for age in option.reads if option is not None else one.grades:
        rung = catalogue.grades[one.grades[age].name.lower()]
        named = sectors.option(age)
        yield voice.word(
            "grade",
            age=voice.say(named.text) if named is not None else age,
            grade=voice.say(rung.name),
            what=voice.say(rung.what),
        )


def _claim(claim: Claim, sources: list[str], voice: Voice) -> str:
    told, pointer = sentence(voice.say(claim.text)), point_to(claim.sources, sources, voice)
    return f"{told} ({pointer})" if pointer else told
