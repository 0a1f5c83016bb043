"""A scenario school with its plan, and the words in which a check tells what failed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisor.checking.scenarios import Scenario
from advisor.engine.reasoning import Reasoning
from advisor.model.knowledge import Knowledge
from advisor.model.plan import Plan
from advisor.model.reasons import Reason
from advisor.texts import Text


@dataclass(frozen=True, slots=True)
class Made:
    """A scenario with what the advisor makes of it."""

    scenario: Scenario
    reasoning: Reasoning
    knowledge: Knowledge

    @property
    def plan(self) -> Plan:
        """The plan of the school."""
        return self.reasoning.plan


def said(nl: str, en: str, **values: str | int | Text) -> Text:
    """A failed expectation in both languages."""
    return Text(nl, en).fill(**values)


def why(reasons: tuple[Reason, ...]) -> Text:
    """What the reasons say, each once."""
    found = tuple(dict.fromkeys(reason.because for reason in reasons))
    return Text(" ".join(t.nl for t in found), " ".join(t.en for t in found))


def why_not(plan: Plan, item_id: str) -> Text:
    """Why something is not in the plan."""
    line = next((line for line in plan.not_advised if line.id == item_id), None)
    if line is not None:
        return why(line.reasons)
    return Text("Geen regel vraagt erom.", "No rule asks for it.")


def unlike_list(made: Made, key: str, found: Sequence[str]) -> Iterator[Text]:
    """The list under a key, where the scenario has one and another was found."""
    if expected := made.scenario.lists[key]:
        yield from unlike_lists({key: expected}, {key: found})


def unlike_lists(
    expected: Mapping[str, Sequence[str]], found: Mapping[str, Sequence[str]]
) -> Iterator[Text]:
    """The lists that should have been found, where others were."""
    for key, ids in expected.items():
        if [*found[key]] != [*ids]:
            yield said(
                "{id}: verwacht {expected}, het is {found}",
                "{id}: expected {expected}, it is {found}",
                id=key,
                expected=", ".join(ids) or "-",
                found=", ".join(found[key]) or "-",
            )
