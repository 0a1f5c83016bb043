"""Schools that were reasoned through, and new ones made for what none of them shows."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from advisor.checking.lint.nodes import Value
from advisor.checking.lint.proof import Found
from advisor.checking.lint.translating import ANSWER, IN_PLAN, KNOWN, OTHER, TICKED
from advisor.checking.schools import realistic_schools, uniform_schools
from advisor.engine.reasoning import Reasoning, reason
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import Answer, Answers, Kind

DAY = dt.date(2026, 9, 1)
MOST_BASES = 8
"""On so many of the schools at hand the answers that are wanted are laid."""

LAST_RESORT = 150
"""So many more schools of each kind are looked at before something counts as never shown."""

Shows = Callable[[Reasoning], bool]


@dataclass(slots=True)
class Sample:
    """Schools with their plans; those made later are kept as well."""

    knowledge: Knowledge
    at_hand: list[Reasoning]
    _more: Iterator[Answers] = field(init=False)

    def __post_init__(self) -> None:
        """More schools are made only where they are asked for."""
        pairs = zip(
            realistic_schools(self.knowledge, LAST_RESORT, seed=5),
            uniform_schools(self.knowledge, LAST_RESORT, seed=5),
            strict=True,
        )
        self._more = (one for pair in pairs for one in pair)

    def __len__(self) -> int:
        """How many plans were looked at."""
        return len(self.at_hand)

    def has(self, shows: Shows, wanted: Iterable[Found], to_the_end: bool = True) -> bool:
        """Whether a plan shows it: one at hand, one with the wanted answers, or any other.

        `to_the_end`: go on with other schools, as many as there are.
        """
        if any(shows(one) for one in reversed(self.at_hand)):
            return True
        tries = (answers for found in wanted for answers in self._laid_on(found))
        more = self._more if to_the_end else iter(())
        return any(shows(self._reasoned(one)) for one in itertools.chain(tries, more))

    def _reasoned(self, answers: Answers) -> Reasoning:
        found = reason(answers, self.knowledge, DAY)
        self.at_hand.append(found)
        return found

    def _laid_on(self, found: Found) -> Iterator[Answers]:
        """The wanted answers alone, and on the schools whose plans hold most of what is wanted."""
        items = {name for (sort, _, name), value in found.items() if sort == IN_PLAN and value}
        near = sorted(self.at_hand, key=lambda one: -len(items & items_of(one)))
        bases: Sequence[Answers] = [one.profile.answers for one in near[:MOST_BASES]]
        for base in (Answers("-", None, DAY, {}), *bases):
            yield replace(base, values=lay_on(base.values, found, self.knowledge), respondents=())


def items_of(one: Reasoning) -> set[str]:
    """The ids of the items of a plan and of their forms."""
    return {name for i in one.plan.combination for name in (i.id, i.form) if name is not None}


def lay_on(values: Mapping[str, Answer], found: Found, knowledge: Knowledge) -> dict[str, Answer]:
    """Answers with the wanted ones in their place; lists keep what does not matter."""
    laid: dict[str, Answer] = dict(values)
    for (sort, question, _), value in found.items():
        if sort == ANSWER:
            _put(laid, question, _answer(knowledge, question, value))
        elif sort == KNOWN:
            _put(laid, question, _ticked(laid, question, found) if value else None)
    return laid


def _put(laid: dict[str, Answer], question: str, value: Answer) -> None:
    if value is None:
        laid.pop(question, None)
    else:
        laid[question] = value


def _answer(knowledge: Knowledge, question: str, value: Value) -> Answer:
    if value is None or isinstance(value, bool):
        return None
    asked = knowledge.questionnaire.questions[question]
    if asked.kind is Kind.NUMBER:
        return asked.between[0] if value == OTHER else int(value)
    return value


def _ticked(laid: dict[str, Answer], question: str, found: Found) -> tuple[str, ...]:
    before = laid.get(question)
    said = {o: bool(v) for (sort, q, o), v in found.items() if sort == TICKED and q == question}
    kept = [o for o in before if said.get(o, True)] if isinstance(before, tuple) else []
    return tuple(dict.fromkeys((*kept, *(option for option, is_in in said.items() if is_in))))
