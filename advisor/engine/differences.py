"""What respondents answered differently, and whether the combination depends on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from advisor.engine.choose import choose
from advisor.engine.join import combine, differs, disputed, own_answer, preconditions, speaks_of
from advisor.engine.judge import judge
from advisor.engine.reasons import Case
from advisor.engine.settle import settle
from advisor.model.combination import Combination, Decision, Existing, Status
from advisor.model.conditions import Ground
from advisor.model.differences import DifferenceLine, OtherPlan
from advisor.model.knowledge import Knowledge
from advisor.model.lines import NoticeLine
from advisor.model.questionnaire import Answer, Kind, Measures, Question
from advisor.model.reasons import Reason
from advisor.model.vocabulary import ESTIMATE
from advisor.texts import Text

_FACTS = frozenset({Measures.RUNNING, Measures.FIXED, Measures.PROJECTS, Measures.FORM})


def list_differences(case: Case) -> tuple[DifferenceLine, ...]:
    """Every question that those who know answered differently, in order; none for one person."""
    said = case.profile.answers.respondents
    form = case.knowledge.questionnaire
    return tuple(
        _line(case, question)
        for question in form.questions.values()
        if differs(question, said, form)
    )


def _line(case: Case, question: Question) -> DifferenceLine:
    answers, form = case.profile.answers, case.knowledge.questionnaire
    options = disputed(question, answers.respondents, form)
    said = []
    for one in answers.respondents:
        is_known = not options or speaks_of(question, options, one, form)
        said.append((one.respondent, one.values.get(question.id) if is_known else None))
    return DifferenceLine(
        question=question.id,
        text=question.text,
        said=tuple(said),
        options=options,
        used=answers.values.get(question.id),
        others=tuple(_other_plans(case, question)),
    )


def _other_plans(case: Case, question: Question) -> Iterator[OtherPlan]:
    """The other combinations that the respondents' own answers to a question would give."""
    if question.kind is Kind.TEXT:
        return  # words of one's own; no condition looks at what they say
    answers, form = case.profile.answers, case.knowledge.questionnaire
    used = answers.values.get(question.id)
    given: dict[Answer, list[str | None]] = {}
    for one in answers.respondents:
        own = own_answer(question, one, used, form)
        if own is not None:
            given.setdefault(own, []).append(one.respondent)
    for value, who in given.items():
        values = combine(answers.respondents, case.knowledge, {question.id: value})
        other = settle(replace(answers, values=values, respondents=()), case.knowledge)
        if other.answers.values == answers.values:
            continue
        chosen = choose(other, judge(other, case.knowledge), case.knowledge)
        plan = _compare(case, chosen)
        if any(plan):
            yield OtherPlan(value, tuple(who), *plan)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a combination: its name, the form, and how it is part of it."""

    name: Text
    form: str | None
    how: tuple[object, ...]


_Named = tuple[tuple[str, Text], ...]


def _compare(case: Case, other: Combination) -> tuple[_Named, _Named, _Named]:
    """What another combination has more, has not, and has in another way."""
    ours, theirs = (_parts(one, case.knowledge) for one in (case.combination, other))
    shared = [name for name in ours if name in theirs]
    replaced = [name for name in shared if _is_replaced(ours[name], theirs[name])]
    altered = [name for name in shared if ours[name].how != theirs[name].how]
    return (
        _named(theirs, [*replaced, *_missed(theirs, ours)]),
        _named(ours, [*replaced, *_missed(ours, theirs)]),
        _named(ours, [name for name in altered if name not in replaced]),
    )


def _named(parts: Mapping[str, _Part], names: Iterable[str]) -> _Named:
    wanted = set(names)
    return tuple((name, part.name) for name, part in parts.items() if name in wanted)


def _is_replaced(ours: _Part, theirs: _Part) -> bool:
    return None not in (ours.form, theirs.form) and ours.form != theirs.form


def _missed(parts: Mapping[str, _Part], others: Mapping[str, _Part]) -> list[str]:
    """What the others do not have. Nobody misses what only ends, where it does not run at all."""
    return [
        name
        for name, part in parts.items()
        if name not in others and part.how[0] is not Decision.LET_END
    ]


def _parts(combination: Combination, knowledge: Knowledge) -> dict[str, _Part]:
    """Types, activities and foundations by their id; what starts or stays goes by its form."""
    decided = {one.activity.id: one.decision for one in combination.existing}
    parts = {one.activity.id: _of_existing(one, knowledge) for one in combination.existing}
    for kept in combination.kept:
        parts[kept.form.intervention] = _Part(kept.form.name, kept.form.id, (Status.KEPT,))
    for start in combination.starts:
        decision = decided.get(start.form.intervention)
        begins = (start.status, start.year, decision)
        parts[start.form.intervention] = _Part(start.form.name, start.form.id, begins)
    for placed in combination.foundations:
        stands = (placed.status, placed.year)
        parts[placed.foundation.id] = _Part(placed.foundation.name, None, stands)
    return parts


def _of_existing(existing: Existing, knowledge: Knowledge) -> _Part:
    catalogue, activity = knowledge.catalogue, existing.activity.id
    found = catalogue.interventions.get(activity) or catalogue.activities[activity]
    return _Part(found.name, None, (existing.decision, existing.host))


def notice_facts(case: Case, differences: Iterable[DifferenceLine]) -> Iterator[NoticeLine]:
    """One line on the facts that respondents do not agree on, if there are any."""
    questions = case.knowledge.questionnaire.questions
    asked = {q.id for q in questions.values() if q.measures in _FACTS}
    asked |= set(preconditions(case.knowledge))
    facts = [line for line in differences if line.question in asked]
    if facts:
        named = tuple(Text(f"“{line.text.nl}”", f"“{line.text.en}”") for line in facts)
        text = case.word("plan-facts-differ").fill(facts=Text.join(named, case.word("plan-and")))
        grounds = tuple(Ground(line.question, line.used) for line in facts)
        reason = Reason("facts-differ", text, grounds, (ESTIMATE,))
        yield NoticeLine("facts-differ", text, reason)
