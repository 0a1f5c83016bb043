"""What takes other people: partners to ask, who must say yes, fair chances, learning together."""

from __future__ import annotations

from advisor.engine.conditions import evaluate_unless_false
from advisor.engine.reasons import Case
from advisor.engine.standing import has_hours
from advisor.model.combination import Decision, Status
from advisor.model.conditions import Subject
from advisor.model.lines import ExistingLine, Item, Kind, NeedLine
from advisor.model.profile import Runs
from advisor.model.questionnaire import YES, Measures
from advisor.model.reasons import Finding, Reason
from advisor.model.rules import Approval
from advisor.model.together import ApprovalLine, FairLine, LearningNetwork, PartnerLine
from advisor.texts import Text

MEETINGS = 5


def list_partners(case: Case) -> tuple[PartnerLine, ...]:
    """The partners to ask something, with the answers that call for it; who comes first, first."""
    lines = []
    for partner in case.knowledge.catalogue.partners.values():
        outcome = evaluate_unless_false(partner.when, case.profile)
        if outcome.value is True:
            rule = f"partner-{partner.id}"
            reason = Reason(rule, partner.ask, outcome.deciding(), partner.sources)
            lines.append(PartnerLine(partner.id, partner.name, partner.ask, reason))
    return tuple(lines)


def list_approvals(fired: tuple[Finding, ...], items: tuple[Item, ...]) -> tuple[ApprovalLine, ...]:
    """Who must say yes to what; what this year asks first."""
    lines = []
    for finding in fired:
        then = finding.rule.then
        if isinstance(then, Approval):
            before = _first_later_year(finding, items)
            lines.append(ApprovalLine(then.who, then.what, before, finding.reason()))
    return tuple(sorted(lines, key=lambda line: line.before or ""))


def _first_later_year(finding: Finding, items: tuple[Item, ...]) -> str | None:
    """The school year in which the first item that a rule is about begins, if all begin later."""
    about = {*finding.outcome.holding(Subject.ADVISED), *finding.outcome.holding(Subject.BEGINS)}
    found = [item for item in items if about & {item.id, item.form}]
    later = [item.start for item in found if item.start is not None and (item.year or 0) > 1]
    return min(later) if later and len(later) == len(found) else None


def list_fair(case: Case, items: tuple[Item, ...]) -> tuple[FairLine, ...]:
    """What each type asks for pupils in hard circumstances, where the school reports any."""
    if not case.profile.circumstances:
        return ()
    grounds, known = (case.profile.circumstances_ground,), case.knowledge.catalogue.interventions
    lines = []
    for item in items:
        if item.kind is Kind.INTERVENTION:
            fair = known[item.id].fair
            reason = Reason(f"fair-{item.id}", fair.text, grounds, fair.sources)
            lines.append(FairLine(item.id, item.name, fair.text, reason))
    return tuple(lines)


def tell_network(
    case: Case,
    items: tuple[Item, ...],
    needs: tuple[NeedLine, ...],
    existing: tuple[ExistingLine, ...],
    ambition: str | None,
) -> LearningNetwork:
    """The school's learning question (its own words, or from its first need), and the rest."""
    return LearningNetwork(
        question=_learning_question(case),
        aim=case.said_option(Measures.AIM),
        shares=None if (said := case.said(Measures.SHARE)) is None else said == YES,
        share=_share(items, existing),
        meetings=tuple(case.word(f"plan-meeting-{n}") for n in range(1, MEETINGS + 1)),
        join=_who_joins(case, items, needs),
        asks=_asks(case, ambition),
    )


def _learning_question(case: Case) -> Text:
    own = case.said_text(Measures.LEARNING)
    if own is not None:
        return Text.same(own)
    raised = case.profile.raised()
    if all(need.level is None for need in case.profile.needs.values()):
        return case.word("plan-learning-unknown")
    if raised:
        name = case.knowledge.catalogue.needs[raised[0].id].name
        return case.word("plan-learning").fill(need=name)
    return case.word("plan-learning-keep")


def _share(items: tuple[Item, ...], existing: tuple[ExistingLine, ...]) -> tuple[Text, ...]:
    """What stands already: what is kept, and what else runs every year."""
    kept = {item.id: item.name for item in items if item.status is Status.KEPT}
    safe = {Decision.KEEP, Decision.JOIN}
    fixed = {e.id: e.name for e in existing if e.runs is Runs.EMBEDDED and e.decision in safe}
    return tuple((fixed | kept).values())


def _who_joins(case: Case, items: tuple[Item, ...], needs: tuple[NeedLine, ...]) -> Text:
    """A leader and one other: who begins with what serves the first need, or who coordinates."""
    asked = next((need.by for need in needs if need.cover is not None), ())
    begun = [i.name for i in items if i.kind is Kind.INTERVENTION and i.start and i.id in asked]
    if not begun:
        return case.word("plan-join")
    return case.word("plan-join-with").fill(item=begun[0].inside())


def _asks(case: Case, ambition: str | None) -> tuple[Text, ...]:
    own = None if ambition is None else Text.same(ambition)
    return (
        case.word("plan-ask-ambition-none")
        if own is None
        else case.word("plan-ask-ambition").fill(text=own),
        case.word("plan-ask-time" if has_hours(case) else "plan-ask-time-none"),
        case.word("plan-ask-attend"),
        case.word("plan-ask-share"),
    )
