"""The promises P1-P12 that every plan keeps, judged from the plan and the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from advisor.engine.judge import Findings
from advisor.engine.promises.capacity import check_capacity
from advisor.engine.promises.case import Broken, PlanCase
from advisor.engine.promises.existing import check_existing_decided
from advisor.engine.promises.facts import gather_facts
from advisor.engine.promises.needs import check_every_need
from advisor.engine.promises.pairs import MakePlan, check_heavier_need, check_same_plan
from advisor.engine.promises.reasons import check_reasons
from advisor.engine.promises.safety import check_harms, check_preconditions
from advisor.engine.promises.unknown import check_unknown
from advisor.engine.promises.whole import (
    check_five_questions,
    check_no_loose_measure,
    check_nothing_forced,
)
from advisor.model.combination import Combination
from advisor.model.knowledge import Knowledge
from advisor.model.plan import Plan
from advisor.model.profile import Profile
from advisor.texts import Text

__all__ = [
    "PROMISES",
    "Broken",
    "MakePlan",
    "broken_promises",
    "check_heavier_need",
    "check_same_plan",
]

PROMISES: dict[str, Text] = {
    "P1": Text(
        "nooit een losse maatregel, altijd een combinatie op een brede basis",
        "never a loose measure, always a combination on a broad base",
    ),
    "P2": Text(
        "elk onderdeel noemt antwoorden, regel en bron",
        "every item names answers, rule and source",
    ),
    "P3": Text(
        "elke behoefte is gedekt, of open met een reden en een volgende stap",
        "every need is covered, or open with a reason and a next step",
    ),
    "P4": Text("geen schooljaar vraagt meer dan er is", "no school year asks more than there is"),
    "P5": Text(
        "gerichte hulp begint pas met iemand die bevoegd is en een zorgroute",
        "targeted help starts only with someone qualified and a care route",
    ),
    "P6": Text(
        "alle vijf de vragen zijn beantwoord of staan open",
        "all five questions are answered or shown as open",
    ),
    "P7": Text(
        "een zwaardere behoefte krijgt nooit minder dekking",
        "a heavier need never gets less cover",
    ),
    "P8": Text("dezelfde antwoorden geven hetzelfde plan", "the same answers give the same plan"),
    "P9": Text(
        "elke bekende schade is uitgesloten of heeft een waarborg",
        "every known harm is ruled out or has a safeguard",
    ),
    "P10": Text(
        "onbekend telt nooit als nee, geen of genoeg",
        "unknown is never read as no, none or enough",
    ),
    "P11": Text("alles wat al loopt krijgt een besluit", "everything that runs gets a decision"),
    "P12": Text(
        "wat geen programma oplost, wordt genoemd en verwezen",
        "what no programme solves is named and referred",
    ),
}

_CHECKS: tuple[Callable[[PlanCase], Iterator[Broken]], ...] = (
    check_no_loose_measure,
    check_reasons,
    check_every_need,
    check_capacity,
    check_preconditions,
    check_five_questions,
    check_harms,
    check_unknown,
    check_existing_decided,
    check_nothing_forced,
)


def broken_promises(
    profile: Profile,
    findings: Findings,
    combination: Combination,
    plan: Plan,
    knowledge: Knowledge,
) -> tuple[Broken, ...]:
    """What one plan breaks of all promises but P7 and P8, which take more than one plan."""
    facts = gather_facts(profile, knowledge)
    case = PlanCase(profile, findings, combination, plan, knowledge, facts)
    return tuple(dict.fromkeys(broken for check in _CHECKS for broken in check(case)))
