"""findings -> combination: the best admissible set, its schedule, and what exists beside it."""

from __future__ import annotations

from advisor.engine.existing import decide_existing
from advisor.engine.judge import Findings
from advisor.engine.options import Candidate, Options, lay_out_options
from advisor.engine.placing import foundation_hours
from advisor.engine.scheduling import load_by_year
from advisor.engine.search import Scheduled, Search, search
from advisor.model.combination import (
    IN_PLACE,
    Combination,
    Placed,
    RunnerUp,
    Start,
    Status,
    Use,
)
from advisor.model.conditions import Ground
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile


def choose(
    profile: Profile, findings: Findings, knowledge: Knowledge, find: Search = search
) -> Combination:
    """The combination of a school: exactly the best by the steps in the rules.

    `find` gives the best set and the runner-up, where another search than the usual one is meant.
    """
    options = lay_out_options(profile, findings, knowledge)
    best, second = find(options)
    starts = tuple(
        sorted(
            (
                _start(candidate, year)
                for candidate, year in zip(best.chosen, best.years, strict=True)
            ),
            key=lambda s: s.year,
        )
    )
    return Combination(
        kept=options.kept,
        starts=starts,
        foundations=_foundations(options, best, profile),
        existing=decide_existing(profile, findings, knowledge, options.kept, starts),
        use=_use(options, best, profile),
        runner_up=_runner_up(best, second, knowledge),
    )


def _start(candidate: Candidate, year: int) -> Start:
    status = Status.FIND_OUT if candidate.waits_for else candidate.status
    return Start(
        form=candidate.form,
        fit=candidate.fit,
        year=year,
        status=status,
        load=candidate.load,
        serves=candidate.serves,
        builds_on=candidate.status is Status.STRENGTHENED,
        waits_for=candidate.waits_for,
    )


def _foundations(options: Options, best: Scheduled, profile: Profile) -> tuple[Placed, ...]:
    """All foundations that the set or a rule asks for, those without room included."""
    route = options.limits.route_foundation
    flag = profile.flags[options.limits.route_flag]
    unknown_route = flag.value is None and any(c.waits_for and c.form.at_risk for c in best.chosen)
    placed = []
    for name, option in options.foundations.items():
        year = best.placement.years.get(name)
        carries = name in best.carry
        finds_out = name == route and unknown_route and year is None
        if not (option.findings or carries or finds_out):
            continue
        hours = (
            (0,) * options.limits.years
            if year is None
            else foundation_hours(option, year, options.limits.years, carries)
        )
        status = Status.KEPT if year == IN_PLACE else Status.NEW
        grounds: tuple[Ground, ...] = option.in_place.deciding()
        placed.append(
            Placed(
                option.foundation,
                year,
                Status.FIND_OUT if finds_out else status,
                carries,
                hours,
                option.findings,
                grounds,
            )
        )
    key = {p.foundation.id: options.foundations[p.foundation.id].sort_key for p in placed}
    last = options.limits.years + 1
    return tuple(
        sorted(placed, key=lambda p: (last if p.year is None else p.year, key[p.foundation.id]))
    )


def _use(options: Options, best: Scheduled, profile: Profile) -> tuple[Use, ...]:
    years = options.limits.years
    loads = [
        load_by_year(c.load, start, years) for c, start in zip(best.chosen, best.years, strict=True)
    ]
    uses = []
    for year in range(1, years + 1):
        sums = {
            "hours": options.room.hours - best.placement.hours_left[year - 1],
            "half-days": sum(load[year - 1][1] for load in loads),
            "lessons": sum(load[year - 1][2] for load in loads),
        }
        uses += [
            Use(year, c.id, sums[c.unit], c.amount, c.assumed) for c in profile.capacities.values()
        ]
    return tuple(uses)


def _runner_up(best: Scheduled, second: Scheduled | None, knowledge: Knowledge) -> RunnerUp | None:
    if second is None:
        return None
    step = knowledge.steps[second.lost_at(best)]
    return RunnerUp(tuple(c.form.id for c in second.chosen), step)
