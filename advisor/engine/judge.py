"""profile -> findings: which rules fired, and which wait for an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.engine.conditions import Weigh, evaluate_unless_false
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.reasons import Finding
from advisor.model.rules import Exclude, Notice, RequireForms, RequireFoundation
from advisor.model.vocabulary import Stage


@dataclass(frozen=True, slots=True)
class Findings:
    """What the judge rules come to.

    `excluded` maps a form to the findings that rule it out; one that waits for an answer rules out
    too, until the answer is known. `required_forms` maps a form to groups of which it needs one;
    the same caution holds there. `foundations` maps a foundation to the findings that ask for it.
    """

    excluded: Mapping[str, tuple[Finding, ...]]
    required_forms: Mapping[str, tuple[Finding, ...]]
    foundations: Mapping[str, tuple[Finding, ...]]
    notices: tuple[Finding, ...]
    waiting: tuple[Finding, ...]


def judge(profile: Profile, knowledge: Knowledge, weigh: Weigh = evaluate_unless_false) -> Findings:
    """Every judge rule against the profile; the order of rules does not matter."""
    excluded: dict[str, list[Finding]] = {}
    required: dict[str, list[Finding]] = {}
    foundations: dict[str, list[Finding]] = {}
    notices: list[Finding] = []
    waiting: list[Finding] = []
    for rule in sorted(knowledge.rules.get(Stage.JUDGE, ()), key=lambda r: r.id):
        outcome = weigh(rule.when, profile)
        if outcome.value is False:
            continue
        finding = Finding(rule, outcome)
        if not finding.fired:
            waiting.append(finding)
        match rule.then:
            case Exclude(form=form):
                excluded.setdefault(form, []).append(finding)
            case RequireForms(form=form):
                required.setdefault(form, []).append(finding)
            case RequireFoundation(foundation=foundation) if finding.fired:
                foundations.setdefault(foundation, []).append(finding)
            case Notice() if finding.fired:
                notices.append(finding)
            case _:
                pass
    return Findings(
        _frozen(excluded), _frozen(required), _frozen(foundations), tuple(notices), tuple(waiting)
    )


def _frozen(found: dict[str, list[Finding]]) -> dict[str, tuple[Finding, ...]]:
    return {key: tuple(value) for key, value in found.items()}
