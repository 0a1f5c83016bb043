"""What a change of the knowledge does to the advice: two versions, the same schools."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from advisor.checking.against.comparing import Side, find_shifts, group
from advisor.checking.against.entries import compare_entries
from advisor.checking.against.examples import tell_groups
from advisor.checking.against.report import Effect
from advisor.checking.against.schools import list_schools
from advisor.checking.scenarios import load_scenarios

__all__ = ["Effect", "Side", "compare_versions"]


def compare_versions(
    before: Side, after: Side, scenarios_dir: Path, schools: int, seed: int
) -> Effect:
    """Try both versions on all scenario schools and on so many generated ones.

    The schools answer the questions of the version after.

    Raises:
        UsageError: there is no folder with scenarios.
    """
    entries = compare_entries(before.knowledge, before.index, after.knowledge, after.index)
    before = _speaking(before, after)
    scenarios, unread = load_scenarios(scenarios_dir, after.knowledge)
    every = tuple(list_schools(scenarios, after.knowledge, schools, seed))
    shifts = tuple(find_shifts(every, before, after))
    return Effect(
        before=before,
        after=after,
        schools=every,
        seed=seed,
        moved=tuple(shift.school for shift in shifts),
        groups=tuple(tell_groups(group(shifts), entries, before, after)),
        entries=entries,
        unread=unread,
    )


def _speaking(before: Side, after: Side) -> Side:
    """The version before, with the words that the program needs by now and it does not have yet."""
    catalogue = before.knowledge.catalogue
    words = {**after.knowledge.catalogue.words, **catalogue.words}
    knowledge = replace(before.knowledge, catalogue=replace(catalogue, words=words))
    return replace(before, knowledge=knowledge)
