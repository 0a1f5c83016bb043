"""The best plan with what was left out, or without what was chosen."""

from __future__ import annotations

from collections.abc import Callable

from advisor.engine.choose import choose
from advisor.engine.items import outline
from advisor.engine.options import Candidate
from advisor.engine.search import Scheduled, Search, search_among
from advisor.engine.what_if.bench import Bench
from advisor.model.what_if import Way

_IsMeant = Callable[[tuple[Candidate, ...]], bool]


def find_way_with(bench: Bench, intervention: str) -> Way | None:
    """The best plan that starts a form of this type; None when none can."""
    return _find_way(bench, lambda chosen: _starts(chosen, intervention))


def find_way_without(bench: Bench, intervention: str) -> Way | None:
    """The best plan that starts no form of this type."""
    return _find_way(bench, lambda chosen: not _starts(chosen, intervention))


def _starts(chosen: tuple[Candidate, ...], intervention: str) -> bool:
    return any(candidate.form.intervention == intervention for candidate in chosen)


def _find_way(bench: Bench, is_meant: _IsMeant) -> Way | None:
    judged, knowledge = bench.judged(()), bench.knowledge
    options, best = bench.chosen
    found = search_among(options, is_meant)
    if found is None:
        return None
    other = choose(judged.profile, judged.findings, knowledge, _always(found))
    return Way(
        difference=bench.difference(outline(other, knowledge)),
        step=knowledge.steps[found.lost_at(best)],
        use=other.use,
    )


def _always(found: Scheduled) -> Search:
    return lambda _: (found, None)
