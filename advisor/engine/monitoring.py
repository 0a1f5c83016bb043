"""What to follow: a goal for each raised need, with what, when, and when to adjust."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from advisor.engine.reasons import Case
from advisor.engine.schoolyear import months_later
from advisor.model.catalogue import Figure, Instrument, Need
from advisor.model.lines import Item, Kind, NeedLine
from advisor.model.monitoring import FigureLine, GoalLine, InstrumentLine, Monitoring, WatchLine
from advisor.model.questionnaire import Measures
from advisor.model.reasons import Finding, Reason
from advisor.model.rules import Watch
from advisor.model.vocabulary import ESTIMATE
from advisor.texts import Text, show_month

FIRST_LOOK = (3, 6)
"""The months after a start between which a school looks whether it helps."""


def follow(
    case: Case,
    needs: tuple[NeedLine, ...],
    items: tuple[Item, ...],
    watched: tuple[Finding, ...],
) -> Monitoring:
    """Goals for the raised needs, first ones first, within the limit of rows."""
    raised = [need for need in needs if need.cover is not None]
    instruments = _instruments(case)
    goals: list[GoalLine] = []
    for need in raised[: case.knowledge.limits.monitoring_rows]:
        item = _shown_by(need, items)
        again = item is not None and item.id in {goal.by for goal in goals}
        goals.append(_goal(case, need, item, again, instruments))
    names = {goal.need: goal.name for goal in goals}
    figures = tuple(_figure_line(case, f) for f in _figures(case) if f.need in names)
    told = {figure.need for figure in figures}
    return Monitoring(
        goals=tuple(goals),
        apart=tuple(_watch(case, finding) for finding in watched),
        instruments=tuple(
            _instrument_line(one, [names[n] for n in one.needs if n in names])
            for one in instruments
            if names.keys() & set(one.needs)
        ),
        figures=figures,
        without_figure=tuple(
            name for need, name in names.items() if case.profile.sector and need not in told
        ),
    )


def _goal(
    case: Case, line: NeedLine, item: Item | None, again: bool, instruments: Iterable[Instrument]
) -> GoalLine:
    """A raised need as a goal; `again` when an earlier goal shows the same item."""
    need = case.knowledge.catalogue.needs[line.id]
    in_house = (one for one in instruments if one.in_house and line.id in one.needs)
    return GoalLine(
        need=line.id,
        first=line.first,
        name=need.name,
        goal=need.goal,
        home=need.home or need.goal,
        indicator=need.indicator,
        in_house=tuple(one.name for one in in_house),
        data=need.data,
        moment=_moment(case, item),
        adjust=_adjust(case, item, again),
        by=None if item is None else item.id,
        reason=Reason(line.id, need.goal, line.grounds, _sources(case, need, item)),
    )


def _adjust(case: Case, item: Item | None, again: bool) -> Text:
    """What would make the school adjust; what an item says of itself only once."""
    if item is None:
        return case.word("plan-adjust-open")
    if again:
        return case.word("plan-adjust-again").fill(item=item.name.inside())
    return item.adjust


def _sources(case: Case, need: Need, item: Item | None) -> tuple[str, ...]:
    """Where the measuring comes from, and what would make the school adjust."""
    catalogue = case.knowledge.catalogue
    found = () if item is None else catalogue.interventions.get(item.id)
    adjust = found.adjust.sources if found else (ESTIMATE,)
    return tuple(dict.fromkeys((*need.sources, *adjust)))


def _shown_by(need: NeedLine, items: Iterable[Item]) -> Item | None:
    """The item whose success the need shows; a type goes before a foundation, as in the plan."""
    return next((i for i in items if i.id in need.by and i.year is not None), None)


def _moment(case: Case, item: Item | None) -> Text:
    """Before a start, three to six months after it and every year; else now and every year."""
    if item is None or item.kind is not Kind.INTERVENTION or item.begins is None:
        return case.word("plan-moment-yearly")
    soon, late = (months_later(item.begins, months) for months in FIRST_LOOK)
    return case.word("plan-moment-start").fill(
        start=show_month(item.begins),
        soon=show_month(soon, with_year=soon.year != late.year),
        late=show_month(late),
    )


def _watch(case: Case, finding: Finding) -> WatchLine:
    assert isinstance(finding.rule.then, Watch)
    reported = case.profile.circumstances or ()
    known = case.knowledge.catalogue.circumstances.values()
    names = tuple(one.name for one in known if one.id in reported)
    circumstances = Text.join(names, case.word("plan-and"))
    return WatchLine(finding.rule.then.text.fill(circumstances=circumstances), finding.reason())


def _instruments(case: Case) -> list[Instrument]:
    every = case.knowledge.catalogue.instruments.values()
    return [one for one in every if _is_for(case, one.sectors)]


def _figures(case: Case) -> list[Figure]:
    every = case.knowledge.catalogue.figures.values()
    return [one for one in every if _is_for(case, one.sectors)]


def _is_for(case: Case, sectors: Sequence[str]) -> bool:
    """Whether it is for this kind of school or, where that is not known, for every kind."""
    if case.profile.sector is not None:
        return case.profile.sector in sectors
    (asked,) = case.knowledge.questionnaire.measuring(Measures.SECTOR)
    return {option.id for option in asked.options} <= set(sectors)


def _figure_line(case: Case, figure: Figure) -> FigureLine:
    instrument = case.knowledge.catalogue.instruments[figure.instrument]
    return FigureLine(figure.id, figure.need, instrument.name, figure.text, figure.sources)


def _instrument_line(one: Instrument, needs: Iterable[Text]) -> InstrumentLine:
    return InstrumentLine(
        id=one.id,
        name=one.name,
        ages=one.ages,
        measures=one.measures,
        status=one.status,
        caution=one.caution,
        needs=tuple(needs),
        sources=one.sources,
    )
