"""What respondents answered differently, and whether the combination depends on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor.engine.join import (
    Said,
    combine,
    differs,
    disputed,
    own_answer,
    preconditions,
    speaks_of,
)
from advisor.engine.reasons import Case
from advisor.engine.what_if.bench import Bench
from advisor.model.conditions import Ground
from advisor.model.differences import DifferenceLine, OtherPlan
from advisor.model.lines import NoticeLine
from advisor.model.questionnaire import Answer, Answers, Kind, Measures, Question
from advisor.model.reasons import Reason
from advisor.model.vocabulary import ESTIMATE
from advisor.texts import Text

_FACTS = frozenset({Measures.RUNNING, Measures.FIXED, Measures.PROJECTS, Measures.FORM})


def list_differences(case: Case) -> tuple[DifferenceLine, ...]:
    """Every question that those who know answered differently, in order; none for one person."""
    answers, form = case.profile.answers, case.knowledge.questionnaire
    asked = [q for q in form.questions.values() if differs(q, answers.respondents, form)]
    if not asked:
        return ()
    bench = Bench(answers, case.knowledge)
    return tuple(_line(question, answers, bench) for question in asked)


def _line(question: Question, answers: Answers, bench: Bench) -> DifferenceLine:
    form = bench.knowledge.questionnaire
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
        others=tuple(_other_plans(bench, answers.respondents, question)),
    )


def _other_plans(bench: Bench, said: Said, question: Question) -> Iterator[OtherPlan]:
    """The other combinations that the respondents' own answers to a question would give."""
    if question.kind is Kind.TEXT:
        return  # words of one's own; no condition looks at what they say
    used = bench.answers.values.get(question.id)
    given: dict[Answer, list[str | None]] = {}
    for one in said:
        own = own_answer(question, one, used, bench.knowledge.questionnaire)
        if own not in (None, used):
            given.setdefault(own, []).append(one.respondent)
    for value, who in given.items():
        values = combine(said, bench.knowledge, {question.id: value})
        difference = bench.difference(bench.with_answers(values))
        if not difference.is_empty:
            yield OtherPlan(value, tuple(who), difference)


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
