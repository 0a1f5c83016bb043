"""The smallest change of answers that turns an item, in or out of the combination."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor.engine.fitting import links, read_fit, required_groups, serves_raised
from advisor.engine.options import may_start
from advisor.engine.what_if.behind import questions_behind, questions_of_flag, questions_of_need
from advisor.engine.what_if.bench import Bench
from advisor.engine.what_if.moves import WHAT_IT_IS, bands_apart, list_moves
from advisor.model.interventions import Form, Intervention
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import Measures
from advisor.model.rules import RequireFoundation
from advisor.model.vocabulary import Level, Stage
from advisor.model.what_if import Change, Move, size_of


def find_turns(bench: Bench, item: str) -> tuple[Change, ...]:
    """The smallest changes that bring the item in, or take it out; all of one size.

    Single answers are all tried; pairs only among the answers that hold the item back or keep it,
    and of room and needs only the way that pulls. Empty when neither does it.
    """
    return find_single_turns(bench, item) or _smallest(bench, item, _pairs(bench, item))


def find_single_turns(bench: Bench, item: str) -> tuple[Change, ...]:
    """The smallest changes of one answer that turn the item."""
    singles = ((move,) for move in bench.moves if is_real(move, item, bench.knowledge))
    return _smallest(bench, item, singles)


def is_real(move: Move, item: str, knowledge: Knowledge) -> bool:
    """Whether the move is one a school could make for this item.

    Saying that something runs, or no longer runs, is no way to get advice about it; nor can a
    school be another school.
    """
    measures = knowledge.questionnaire.questions[move.question].measures
    if measures in WHAT_IT_IS:
        return False
    return measures is not Measures.RUNNING or move.option != item


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
    if intervention is not None and not _may_be_in(intervention, change, bench):
        return False
    return item in bench.after(change).ids


def _may_be_in(one: Intervention, change: Change, bench: Bench) -> bool:
    """Whether the type runs, or could start for a raised need or beside another form."""
    profile, limits = bench.settled(change), bench.knowledge.limits
    if one.id in profile.activities:
        return True
    wanted = [
        form
        for form in one.forms
        if form.id in bench.company
        or serves_raised(read_fit(form, profile.reading), profile, limits.link_weights)
    ]
    # Rules are looked at only where there is something to serve.
    return bool(wanted) and any(
        may_start(form, profile, bench.judged(change).findings, limits) for form in wanted
    )


def _pairs(bench: Bench, item: str) -> Iterator[Change]:
    """Two answers at once; the second may be one that only the first makes possible."""
    asked, own = questions_that_hold(bench, item), _own_needs(bench, item)

    is_type = item in bench.knowledge.catalogue.interventions

    def helps(move: Move) -> bool:
        if move.question not in asked or not is_real(move, item, bench.knowledge):
            return False
        stands = item in bench.base.ids
        return not is_type or _pulls(move, move.question in own, stands, bench)

    seen: set[frozenset[Move]] = set()
    for first in filter(helps, bench.moves):
        for second in filter(helps, list_moves(bench.settled((first,)), bench.knowledge)):
            pair = frozenset((first, second))
            if second.question != first.question and pair not in seen:
                seen.add(pair)
                yield first, second


def _pulls(move: Move, is_own: bool, stands: bool, bench: Bench) -> bool:
    """Whether a move of room or of a need pulls a type the right way; any other move may.

    More room and a heavier need of its own can bring a type in, a lighter other need too; what
    takes it out is the other way round.
    """
    question = bench.knowledge.questionnaire.questions[move.question]
    if question.measures is Measures.CAPACITY:
        brings_in = bands_apart(move, bench.settled(()), bench.knowledge) > 0
    elif question.measures is Measures.NEED:
        brings_in = _gets_heavier(move) is is_own
    else:
        return True
    return brings_in is not stands


def _gets_heavier(move: Move) -> bool:
    """Whether the need is heavier then; one that is not known counts as not raised."""
    old = Level.MILD if move.old is None else Level[str(move.old).upper()]
    return Level[str(move.new).upper()] > old


def _own_needs(bench: Bench, item: str) -> frozenset[str]:
    """The questions about the needs that a form of the type serves for these pupils."""
    intervention = bench.knowledge.catalogue.interventions.get(item)
    forms = () if intervention is None else intervention.forms
    return frozenset(question for form in forms for question in _of_fits(form, bench))


def questions_that_hold(bench: Bench, item: str) -> frozenset[str]:
    """The questions that decide about an item: its needs, its rules, its room, what goes first."""
    profile, knowledge = bench.settled(()), bench.knowledge
    found = _measuring(knowledge, Measures.FIRST, Measures.CAPACITY)
    if item in profile.activities:
        found |= _measuring(knowledge, Measures.FIXED, Measures.PROJECTS)
    for need in profile.raised():
        if need.first:
            found |= questions_of_need(need.id, knowledge)
    intervention = knowledge.catalogue.interventions.get(item)
    if intervention is not None:
        found |= _of_type(intervention, bench)
    foundation = knowledge.catalogue.foundations.get(item)
    if foundation is not None:
        found |= questions_behind(foundation.in_place, knowledge)
        for rule in knowledge.rules.get(Stage.JUDGE, ()):
            if isinstance(rule.then, RequireFoundation) and rule.then.foundation == item:
                found |= questions_behind(rule.when, knowledge)
    return frozenset(found)


def _measuring(knowledge: Knowledge, *what: Measures) -> set[str]:
    form = knowledge.questionnaire
    return {question.id for one in what for question in form.measuring(one)}


def _of_type(one: Intervention, bench: Bench) -> set[str]:
    """The questions behind its form that runs, and behind its forms for pupils of these ages."""
    asked = bench.knowledge.questionnaire.measuring(Measures.FORM)
    found = {question.id for question in asked if question.target == one.id}
    for form in one.forms:
        if any(age in form.fits for age in bench.settled(()).reading):
            found |= _of_form(form, bench)
    return found


def _of_form(form: Form, bench: Bench) -> set[str]:
    """The questions behind the needs, the rules and the conditions of a form and of its company."""
    knowledge, findings = bench.knowledge, bench.judged(()).findings
    company = {other for group in required_groups(form, findings) for other in group}
    found = set[str]()
    for name in (form.id, *sorted(company)):
        found |= _of_fits(knowledge.catalogue.forms[name], bench)
    for held in (findings.excluded, findings.required_forms):
        for finding in held.get(form.id, ()):
            found |= questions_behind(finding.rule.when, knowledge)
    if form.at_risk:
        for flag in (knowledge.limits.qualified_flag, knowledge.limits.route_flag):
            found |= questions_of_flag(flag, knowledge)
    return found


def _of_fits(form: Form, bench: Bench) -> set[str]:
    """The questions behind the needs that a form serves, and behind its years, for these pupils."""
    knowledge, weights = bench.knowledge, bench.knowledge.limits.link_weights
    found = set[str]()
    for age in bench.settled(()).reading:
        fit = form.fits.get(age)
        for need in links(fit, weights):
            found |= questions_of_need(need, knowledge)
        if fit is not None and fit.years:
            found |= _measuring(knowledge, Measures.YEARS)
    return found
