"""The answers of several respondents as those of one school; what each of them said stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from advisor.engine.settle import settle
from advisor.model.conditions import All, Any, Condition, Leaf, Not, Subject, Test
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import (
    Answer,
    Answers,
    Kind,
    Measures,
    Question,
    Questionnaire,
)
from advisor.model.rules import SetFlag
from advisor.model.vocabulary import Level, Stage

ONE_IS_ENOUGH = frozenset(
    {
        Measures.URGENT,
        Measures.CIRCUMSTANCES,
        Measures.RUNNING,
        Measures.YEARS,
        Measures.BACKED,
        Measures.RISK,
    }
)
"""Lists in which a choice counts once somebody makes it: what one sees is there."""

Said = Sequence[Answers]


def join(every: Said, knowledge: Knowledge) -> Answers:
    """The answers of one school, whatever the order in which its respondents come."""
    said = tuple(sorted(every, key=_by_respondent))
    if len(said) == 1:
        return said[0]
    dates = [one.date for one in said if one.date is not None]
    latest = max(dates, default=None)
    # Of the ways in which the name of the school is written, the most usual one.
    school = Counter(one.school for one in said).most_common(1)[0][0]
    joined = Answers(school, None, latest, combine(said, knowledge))
    return replace(settle(joined, knowledge).answers, respondents=said)


def _by_respondent(one: Answers) -> tuple[bool, str, str]:
    name = one.respondent or ""
    return (not name, name.casefold(), name)


def combine(
    said: Said, knowledge: Knowledge, instead: Mapping[str, Answer] = MappingProxyType({})
) -> dict[str, Answer]:
    """One answer to each question. `instead` are answers to take as if everybody gave them.

    The answers need not go together yet: who says what runs, and who says that it is fixed, may
    be two people.
    """
    found: dict[str, Answer] = dict(instead)
    questions = knowledge.questionnaire.questions
    # What goes first looks at all levels, and what is fixed or a project at what runs.
    for question in sorted(questions.values(), key=_looks_at_others):
        if question.id not in instead:
            found[question.id] = _JOINING[question.measures](question, said, knowledge, found)
    return {name: found[name] for name in questions if found[name] is not None}


def _looks_at_others(question: Question) -> tuple[bool, bool]:
    late = question.measures in {Measures.FIRST, Measures.PROJECTS}
    return (question.out_of is not None, late)


def differs(question: Question, said: Said, form: Questionnaire) -> bool:
    """Whether those who know gave different answers."""
    if question.kind is Kind.MANY:
        return bool(disputed(question, said, form))
    return len(set(_known(question, said))) > 1


def disputed(question: Question, said: Said, form: Questionnaire) -> tuple[str, ...]:
    """The options of a list that some tick and others leave out."""
    return tuple(
        option.id
        for option in question.options
        if len({vote for _, vote in _votes(question, option.id, said, form)}) > 1
    )


def own_answer(question: Question, one: Answers, used: Answer, form: Questionnaire) -> Answer:
    """What a respondent answered; in a list, what they could not speak of stays as it is used."""
    value = one.values.get(question.id)
    if not isinstance(value, tuple):
        return value
    counted = used if isinstance(used, tuple) else ()
    votes = {option.id: _vote(question, option.id, one, form) for option in question.options}
    return tuple(
        option for option, vote in votes.items() if (option in counted if vote is None else vote)
    )


def speaks_of(
    question: Question, options: tuple[str, ...], one: Answers, form: Questionnaire
) -> bool:
    """Whether a respondent says anything about one of these options of a list."""
    return any(_vote(question, option, one, form) is not None for option in options)


def preconditions(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """The questions that say whether help for pupils at risk can begin, with what says yes."""
    limits = knowledge.limits
    wanted = (limits.qualified_flag, limits.route_flag)
    found: dict[str, set[str]] = {}
    for rule in knowledge.rules.get(Stage.ASSESS, ()):
        if isinstance(rule.then, SetFlag) and rule.then.flag in wanted:
            for leaf in _leaves(rule.when):
                if leaf.subject is Subject.ANSWER and leaf.test is not Test.UNKNOWN:
                    found.setdefault(leaf.id, set()).update(leaf.values)
    return {name: frozenset(values) for name, values in found.items()}


def _leaves(condition: Condition) -> Iterator[Leaf]:
    match condition:
        case Leaf():
            yield condition
        case Not(part=part):
            yield from _leaves(part)
        case All(parts=parts) | Any(parts=parts):
            for part in parts:
                yield from _leaves(part)


def _known(question: Question, said: Said) -> list[Answer]:
    values = (one.values.get(question.id) for one in said)
    return [value for value in values if value is not None]


def _vote(question: Question, option: str, one: Answers, form: Questionnaire) -> bool | None:
    """Whether a respondent ticks an option; None where they say nothing about it.

    About what they do not see running they say nothing, and what they call fixed is more than a
    project.
    """
    value = one.values.get(question.id)
    if not isinstance(value, tuple):
        return None
    if option in value:
        return True
    seen = one.values.get(question.out_of) if question.out_of is not None else None
    if isinstance(seen, tuple) and option not in seen:
        return None
    if question.measures is Measures.PROJECTS and option in _ticked(
        Measures.FIXED, one.values, form
    ):
        return None
    return False


def _votes(
    question: Question, option: str, said: Said, form: Questionnaire
) -> list[tuple[Answers, bool]]:
    votes = ((one, _vote(question, option, one, form)) for one in said)
    return [(one, vote) for one, vote in votes if vote is not None]


def _ticked(what: Measures, values: Mapping[str, Answer], form: Questionnaire) -> tuple[str, ...]:
    value = values.get(form.measuring(what)[0].id)
    return value if isinstance(value, tuple) else ()


_Found = Mapping[str, Answer]
_Joining = Callable[[Question, Said, Knowledge, _Found], Answer]


def _list(question: Question, said: Said, knowledge: Knowledge, found: _Found) -> Answer:
    """What one ticks, or what one ticks and nobody leaves out."""
    form = knowledge.questionnaire
    if not any(isinstance(value, tuple) for value in _known(question, said)):
        return None
    counts = any if question.measures in ONE_IS_ENOUGH else all
    heard = {
        o.id: [vote for _, vote in _votes(question, o.id, said, form)] for o in question.options
    }
    ticked = tuple(option for option, votes in heard.items() if votes and counts(votes))
    if not ticked and question.out_of is not None:
        # Whoever sees it run does not know, and whoever knows does not see it: that is no "no".
        fixed = _ticked(Measures.FIXED, found, form)
        running = _ticked(Measures.RUNNING, found, form)
        if any(not heard[option] for option in running if option not in fixed):
            return None
    return ticked


def _middle(question: Question, said: Said, favours: bool) -> Answer:
    """The middle of the known answers in their order; of two middle ones, the worse."""
    order = [option.id for option in question.options]
    known = sorted(_known(question, said), key=lambda value: order.index(str(value)))
    # The options rise: in a need to heavier, in what is in place to better.
    return known[(len(known) - 1) // 2 if favours else len(known) // 2] if known else None


def _level(question: Question, said: Said, _: Knowledge, __: _Found) -> Answer:
    return _middle(question, said, favours=False)


def _lowest(question: Question, said: Said, knowledge: Knowledge, _: _Found) -> Answer:
    bands = knowledge.limits.capacities[question.target or question.id].bands
    return min(_known(question, said), key=lambda band: bands[str(band)], default=None)


def _agreed(question: Question, said: Said, _: Knowledge, __: _Found) -> Answer:
    """A fact on which all who know agree; else it is not known yet."""
    known = set(_known(question, said))
    return known.pop() if len(known) == 1 else None


def _named(question: Question, said: Said, _: Knowledge, __: _Found) -> Answer:
    """The words of the first respondent who has any."""
    return next(iter(_known(question, said)), None)


def _for_rules(question: Question, said: Said, knowledge: Knowledge, found: _Found) -> Answer:
    yes = preconditions(knowledge).get(question.id)
    match question.kind:
        case Kind.SCALE:
            return _middle(question, said, favours=True)
        case Kind.MANY:
            return _list(question, said, knowledge, found)
        case Kind.TEXT:
            return _named(question, said, knowledge, found)
        case Kind.ONE if yes is not None:
            known = _known(question, said)
            return next((value for value in known if value not in yes), next(iter(known), None))
    return _agreed(question, said, knowledge, found)


def _first(question: Question, said: Said, knowledge: Knowledge, found: _Found) -> Answer:
    """The raised needs that most respondents name; among equals those named earlier."""
    lists = [value for value in _known(question, said) if isinstance(value, tuple)]
    if not lists:
        return None
    raised = {
        signal.target or signal.id
        for signal in knowledge.questionnaire.measuring(Measures.NEED)
        if found[signal.id] is not None and Level[str(found[signal.id]).upper()] >= Level.MODERATE
    }
    count = Counter(name for named in lists for name in named)
    places = {name: sum(n.index(name) for n in lists if name in n) for name in count}
    wanted = [option.id for option in question.options if option.id in raised and count[option.id]]
    wanted.sort(key=lambda name: (-count[name], places[name]))
    # Naming nothing that is raised is no choice, unless everybody said that nothing goes first.
    return tuple(wanted[: question.most]) if wanted or not count else None


_JOINING: Mapping[Measures, _Joining] = {
    **dict.fromkeys((*ONE_IS_ENOUGH, Measures.FIXED, Measures.PROJECTS), _list),
    **dict.fromkeys((Measures.SECTOR, Measures.AGE, Measures.FORM), _agreed),
    **dict.fromkeys((Measures.AIM, Measures.SHARE, Measures.PLAN_YEAR), _agreed),
    **dict.fromkeys((Measures.AMBITION, Measures.LEARNING, Measures.NAMES), _named),
    Measures.NEED: _level,
    Measures.CAPACITY: _lowest,
    Measures.FIRST: _first,
    Measures.RULES: _for_rules,
}
