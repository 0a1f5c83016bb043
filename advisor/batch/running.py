"""Runs a batch: a plan for every school, and at the end what is told of them together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from advisor.batch.making import Made, Wanted
from advisor.batch.naming import NETWORK
from advisor.batch.tables import Summary
from advisor.engine.network import gather
from advisor.formats.interface import Format, render_network
from advisor.formats.summary import heads
from advisor.model.knowledge import Knowledge
from advisor.model.network import Contribution
from advisor.problems import UsageError
from advisor.writing import clear_unfinished, write_whole


@dataclass(slots=True)
class Count:
    """How many schools got a plan, and how many did not."""

    done: int = 0
    refused: int = 0


def run(
    every: Iterable[Made],
    knowledge: Knowledge,
    wanted: Wanted,
    tell: Callable[[Made], None],
    count: Count,
) -> None:
    """Tell of each school as it is made; then write the summary and the report on the network.

    `count` is kept while it goes, so that it holds when somebody stops the run.

    Raises:
        UsageError: something cannot be written; the plans that are there are whole.
    """
    if wanted.folder is None:
        for _ in _counted(every, count, tell):
            pass
        return
    clear_unfinished(wanted.folder)
    summary = Summary(wanted.folder, heads(knowledge, wanted.lang))

    def shares() -> Iterator[Contribution]:
        for made in _counted(every, count, tell):
            summary.add(made.row)
            if made.network is not None:
                yield made.network

    try:
        network = gather(shares(), knowledge)
        problems = summary.finish()
    finally:
        summary.drop()
    # As data a network is no more than its plans.
    asked = dict.fromkeys((Format.MARKDOWN, *wanted.formats))
    for form in (one for one in asked if one is not Format.JSON):
        report = render_network(network, knowledge, wanted.lang, form)
        try:
            write_whole(wanted.folder / f"{NETWORK}{form.suffix}", report)
        except UsageError as error:
            problems += error.problems
    if problems:
        raise UsageError(problems)


def _counted(every: Iterable[Made], count: Count, tell: Callable[[Made], None]) -> Iterator[Made]:
    for made in every:
        tell(made)
        if made.problems:
            count.refused += 1
        else:
            count.done += 1
        yield made
