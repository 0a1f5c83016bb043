"""The reasons of every item: which answers, which rule or step, which source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.engine.judge import Findings
from advisor.model.combination import IN_PLACE, Combination, Kept, Placed, Start
from advisor.model.conditions import Ground
from advisor.model.interventions import Claim, Fit, Form
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.questionnaire import Answer, Measures
from advisor.model.reasons import Reason
from advisor.texts import Text


@dataclass(frozen=True, slots=True)
class Case:
    """One school with all that the reasoning has found so far."""

    profile: Profile
    findings: Findings
    combination: Combination
    knowledge: Knowledge

    def word(self, key: str) -> Text:
        """A sentence of the plan by its key."""
        return self.knowledge.catalogue.words[key]

    def said(self, what: Measures) -> Answer:
        """The answer to the one question that measures this; None where it is not known."""
        question = self.knowledge.questionnaire.measuring(what)[0]
        return self.profile.answers.values.get(question.id)

    def said_text(self, what: Measures) -> str | None:
        """A free text, None where nothing was written."""
        text = self.said(what)
        return text if isinstance(text, str) and text.strip() else None

    def said_option(self, what: Measures) -> Text | None:
        """The option that was chosen, in its words."""
        question = self.knowledge.questionnaire.measuring(what)[0]
        option = question.option(str(self.said(what)))
        return None if option is None else option.text

    def step(self, measure: str) -> str:
        """The id of the step of the choice that compares this."""
        return next(step.id for step in self.knowledge.steps if step.measure == measure)

    def raised_grounds(self) -> tuple[Ground, ...]:
        """The answers behind the raised needs, those behind first needs alone where there are."""
        raised = [n for n in self.profile.raised() if n.first] or list(self.profile.raised())
        return tuple(dict.fromkeys(g for need in raised for g in need.grounds))


def reasons_for_start(case: Case, start: Start) -> tuple[Reason, ...]:
    """Why a form starts: the needs it serves, what requires it, what it waits for."""
    waits: tuple[Reason, ...] = ()
    if start.waits_for:
        claim = case.knowledge.limits.reasons["qualified-flag"]
        waits = (Reason("qualified-flag", claim.text, start.waits_for, claim.sources),)
    served = _by_need(case, start.form, start.fit, start.serves)
    return (*served, *_required_by(case, start.form), *waits)


def reasons_for_kept(case: Case, kept: Kept) -> tuple[Reason, ...]:
    """Why an embedded form goes on: the row of the table, and the raised needs it serves."""
    row = next(
        e.reasons for e in case.combination.existing if e.activity.id == kept.form.intervention
    )
    return (*row, *_by_need(case, kept.form, kept.fit, kept.serves))


def _by_need(
    case: Case, form: Form, fit: Fit | None, serves: Mapping[str, int]
) -> tuple[Reason, ...]:
    """One reason for each raised need that the form serves with a link that counts."""
    reasons = []
    for need in case.profile.raised():
        if fit is not None and need.id in serves:
            step = case.step("first-needs" if need.first else "other-needs")
            name = case.knowledge.catalogue.needs[need.id].name
            because = case.word("plan-serves").fill(form=form.name, need=name)
            reasons.append(Reason(step, because, need.grounds, fit.serves[need.id].sources))
    return tuple(reasons)


def _required_by(case: Case, form: Form) -> tuple[Reason, ...]:
    """The reasons of other starts that need this form beside them."""
    reasons = []
    for other in case.combination.starts:
        for finding in case.findings.required_forms.get(other.form.id, ()):
            if form.id in getattr(finding.rule.then, "one_of", ()):
                reasons += [finding.reason()]
        if any(form.id in group for group in other.form.requires):
            reasons += [
                Reason(p.id, p.note, case.raised_grounds(), p.sources)
                for p in case.knowledge.catalogue.pairings.values()
                if p.relation == "requires"
                and p.first == other.form.intervention
                and form.intervention in p.second
            ]
    return tuple(reasons)


def reasons_for_foundation(case: Case, placed: Placed) -> tuple[Reason, ...]:
    """Why a foundation is in: the rules that ask for it, and what rests on it."""
    found = tuple(finding.reason() for finding in placed.findings)
    grounds = (*placed.grounds, *case.raised_grounds())
    carried = tuple(
        Reason(key, claim.text, grounds, claim.sources) for key, claim in _carried_by(case, placed)
    )
    return found + carried


def _carried_by(case: Case, placed: Placed) -> list[tuple[str, Claim]]:
    limits = case.knowledge.limits
    foundation = placed.foundation.id
    keys = []
    if foundation == limits.route_foundation and (placed.carries or not placed.findings):
        keys.append("route-foundation")
    elif placed.carries and foundation == limits.base_foundation and not _has_base(case):
        keys.append("base-foundation")
    elif placed.carries:
        keys.append("layer-foundations")
    return [(key, limits.reasons[key]) for key in keys]


def _has_base(case: Case) -> bool:
    """Whether what is kept, or what starts first, reaches every pupil."""
    combination = case.combination
    types = {start.form.intervention for start in combination.starts}
    first = min((start.year for start in combination.starts), default=IN_PLACE)
    kept = (k.form for k in combination.kept if k.form.intervention not in types)
    begun = (s.form for s in combination.starts if s.year == first and s.serves)
    return any(form.is_base for form in (*kept, *begun))
