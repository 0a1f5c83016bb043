"""The smallest change of answers that turns an item, in or out of the combination."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor.engine.fitting import read_fit, required_groups, serves_raised
from advisor.engine.options import may_start
from advisor.engine.what_if.behind import questions_behind, questions_of_flag, questions_of_need
from advisor.engine.what_if.bench import Bench, Judged
from advisor.engine.what_if.moves import list_moves
from advisor.model.interventions import Form, Intervention
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import Measures
from advisor.model.what_if import Change, Move, size_of


def find_turns(bench: Bench, item: str) -> tuple[Change, ...]:
    """The smallest changes that bring the item in, or take it out; all of one size.

    Single answers are all tried; pairs only among the answers that hold the item back or keep it.
    Empty when neither does it.
    """
    return find_single_turns(bench, item) or _smallest(bench, item, _pairs(bench, item))


def find_single_turns(bench: Bench, item: str) -> tuple[Change, ...]:
    """The smallest changes of one answer that turn the item."""
    singles = ((move,) for move in bench.moves if is_real(move, item, bench.knowledge))
    return _smallest(bench, item, singles)


def is_real(move: Move, item: str, knowledge: Knowledge) -> bool:
    """Whether the move is one a school could make for this item.

    Saying that something runs, or no longer runs, is no way to get advice about it.
    """
    question = knowledge.questionnaire.questions[move.question]
    return question.measures is not Measures.RUNNING or move.option != item


def _smallest(bench: Bench, item: str, changes: Iterable[Change]) -> tuple[Change, ...]:
    """Those of the changes that turn the item and are as small as any that does."""
    stands = item in bench.base.ids
    found: list[Change] = []
    for change in sorted(changes, key=size_of):
        if found and size_of(change) > size_of(found[0]):
            break
        if stands != _is_in(bench, item, change):
            found.append(change)
    return tuple(found)


def _is_in(bench: Bench, item: str, change: Change) -> bool:
    """Whether the item is in after this change; no choice is made for what could not start."""
    intervention = bench.knowledge.catalogue.interventions.get(item)
    if intervention is not None and not _may_be_in(intervention, bench.judged(change), bench):
        return False
    return item in bench.after(change).ids


def _may_be_in(one: Intervention, judged: Judged, bench: Bench) -> bool:
    """Whether the type runs, or could start for a raised need or beside another form."""
    profile, limits = judged.profile, bench.knowledge.limits
    if one.id in profile.activities:
        return True
    return any(
        may_start(form, profile, judged.findings, limits)
        and (
            form.id in bench.company
            or serves_raised(read_fit(form, profile.reading), profile, limits.link_weights)
        )
        for form in one.forms
    )


def _pairs(bench: Bench, item: str) -> Iterator[Change]:
    """Two answers at once; the second may be one that only the first makes possible."""
    asked = questions_that_hold(bench, item)
    seen: set[frozenset[Move]] = set()
    for first in bench.moves:
        if first.question not in asked or not is_real(first, item, bench.knowledge):
            continue
        for second in list_moves(bench.after((first,)).profile, bench.knowledge):
            pair = frozenset((first, second))
            if (
                second.question in asked
                and second.question != first.question
                and is_real(second, item, bench.knowledge)
                and pair not in seen
            ):
                seen.add(pair)
                yield first, second


def questions_that_hold(bench: Bench, item: str) -> frozenset[str]:
    """The questions that decide about an item: its needs, its rules, its room, what goes first."""
    knowledge = bench.knowledge
    found = set(_everywhere(knowledge))
    for need in bench.base.profile.raised():
        if need.first:
            found |= questions_of_need(need.id, knowledge)
    intervention = knowledge.catalogue.interventions.get(item)
    if intervention is not None:
        for form in intervention.forms:
            found |= _of_form(form, bench)
        found |= {
            q.id for q in knowledge.questionnaire.measuring(Measures.FORM) if q.target == item
        }
    foundation = knowledge.catalogue.foundations.get(item)
    if foundation is not None:
        found |= questions_behind(foundation.in_place, knowledge)
        for finding in bench.base.findings.foundations.get(item, ()):
            found |= questions_behind(finding.rule.when, knowledge)
    return frozenset(found)


def _everywhere(knowledge: Knowledge) -> Iterator[str]:
    """What every item hangs on: what goes first, the room, what has a fixed place, the years."""
    for what in (
        Measures.FIRST,
        Measures.CAPACITY,
        Measures.FIXED,
        Measures.PROJECTS,
        Measures.YEARS,
    ):
        yield from (question.id for question in knowledge.questionnaire.measuring(what))


def _of_form(form: Form, bench: Bench) -> set[str]:
    """The questions behind the needs, the rules and the conditions of a form and of its company."""
    knowledge, findings = bench.knowledge, bench.base.findings
    found = _of_needs(form, knowledge)
    for group in required_groups(form, findings):
        for other in group:
            found |= _of_needs(knowledge.catalogue.forms[other], knowledge)
    for held in (findings.excluded, findings.required_forms):
        for finding in held.get(form.id, ()):
            found |= questions_behind(finding.rule.when, knowledge)
    if form.at_risk:
        for flag in (knowledge.limits.qualified_flag, knowledge.limits.route_flag):
            found |= questions_of_flag(flag, knowledge)
    return found


def _of_needs(form: Form, knowledge: Knowledge) -> set[str]:
    weights = knowledge.limits.link_weights
    needs = {
        need
        for fit in form.fits.values()
        for need, link in fit.serves.items()
        if weights[link.strength] > 0
    }
    return {question for need in needs for question in questions_of_need(need, knowledge)}
