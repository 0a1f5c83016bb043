"""Which sets of forms may start together, apart from any schedule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor.engine.options import Candidate, Options


def possible_sets(options: Options) -> Iterator[tuple[Candidate, ...]]:
    """All sets that pass what does not depend on a schedule; the empty one is always among them."""
    if options.room.hours == 0:
        yield ()
        return
    for chosen in _one_a_type(options.candidates, _most(options), _last_year(options)):
        if _hangs_together(options, chosen):
            yield chosen


_LastYear = tuple[int, int]
"""Hours and lessons that the last school year, in which all of a set runs, could still give."""


def _last_year(options: Options) -> _LastYear:
    return options.room.hours, options.room.lessons


def _after(candidate: Candidate, left: _LastYear) -> _LastYear:
    """What is left when the candidate asks the least that it can."""
    return left[0] - min(candidate.load.hours), left[1] - candidate.load.lessons


def _one_a_type(
    candidates: Sequence[Candidate], most: int, left: _LastYear, start: int = 0
) -> Iterator[tuple[Candidate, ...]]:
    yield ()
    if most == 0:
        return
    for index in range(start, len(candidates)):
        head = candidates[index]
        rest = _after(head, left)
        if min(rest) < 0:
            continue
        for tail in _one_a_type(candidates, most - 1, rest, index + 1):
            if all(c.form.intervention != head.form.intervention for c in tail):
                yield (head, *tail)


def _hangs_together(options: Options, chosen: tuple[Candidate, ...]) -> bool:
    """Requirements met, nothing without a need or a purpose, not too many starts."""
    kept = {one.form.id for one in options.kept}
    there = kept | {c.form.id for c in chosen}
    open_groups = [g for c in chosen for g in c.needs if not g & kept]
    if any(not group & there for group in open_groups):
        return False
    required = {c.form.id for c in chosen if any(c.form.id in g for g in open_groups)}
    if any(not c.serves and c.form.id not in required for c in chosen):
        return False
    limits = options.limits
    return len(chosen) <= limits.starts or (
        len(chosen) <= limits.starts_with_required and bool(required)
    )


def sets_with(options: Options, form: str) -> Iterator[tuple[Candidate, ...]]:
    """Those of the possible sets that hold this form."""
    fixed = [c for c in options.candidates if c.form.id == form and options.room.hours > 0]
    others = [c for c in options.candidates if c.form.id != form]
    left = _after(fixed[0], _last_year(options)) if fixed else (-1, -1)
    for tail in _one_a_type(others, _most(options) - 1, left) if min(left) >= 0 else ():
        chosen = tuple(sorted((*fixed, *tail), key=lambda c: c.order))
        if len({c.form.intervention for c in chosen}) < len(chosen):
            continue
        if _hangs_together(options, chosen):
            yield chosen


def _most(options: Options) -> int:
    """How many may start: one more where something may require another form."""
    limits = options.limits
    if any(candidate.needs for candidate in options.candidates):
        return max(limits.starts, limits.starts_with_required)
    return limits.starts
