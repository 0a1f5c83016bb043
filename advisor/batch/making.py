"""From the answers of one school to its files, its row in the summary and its share in the rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from advisor.batch.schools import School
from advisor.engine.join import join
from advisor.engine.network import contribute
from advisor.engine.reasoning import make_whole_plan
from advisor.formats.as_json import SCHEMA, as_data
from advisor.formats.interface import Format, render
from advisor.formats.json_data import show_line
from advisor.formats.summary import Row, row_of
from advisor.model.knowledge import Knowledge
from advisor.model.network import Contribution
from advisor.model.plan import Plan
from advisor.problems import Problem, UsageError
from advisor.texts import Lang
from advisor.writing import check_writable, is_of_disk, write_whole


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made of every school; `today` counts when its answers carry no date.

    The files go to `folder`, None for none at all. `as_lines`: its plan as a line of JSON too.
    Without its `annex` a plan takes a fraction of the time.
    """

    lang: Lang
    formats: tuple[Format, ...]
    folder: Path | None
    as_lines: bool
    annex: bool
    today: dt.date


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one school: small enough to be sent between processes.

    Without a plan `problems` say why, and `network` is None; `left` are the files of an earlier
    plan that stand there still.
    """

    school: School
    row: Row
    line: str | None
    network: Contribution | None
    problems: tuple[Problem, ...]
    left: tuple[str, ...] = ()


def make(school: School, knowledge: Knowledge, wanted: Wanted) -> Made:
    """The plan of a school in its files.

    Raises:
        UsageError: nothing more can be written, by this school or another.
    """
    if school.problems:
        return _refused(school, school.problems, wanted)
    plan = make_whole_plan(join(school.given, knowledge), knowledge, wanted.today, wanted.annex)
    try:
        files = _write(plan, school.stem, knowledge, wanted)
    except UsageError as error:
        if is_of_disk(error):
            raise
        return _refused(school, error.problems, wanted)
    about: Row = {"school": plan.school, "files": ", ".join(files)}
    row = {**about, **row_of(plan, knowledge, wanted.lang), "places": "; ".join(school.places)}
    line = show_line(as_data(plan, knowledge, wanted.lang)) if wanted.as_lines else None
    return Made(school, row, line, contribute(plan, knowledge), ())


def _write(plan: Plan, stem: str, knowledge: Knowledge, wanted: Wanted) -> list[str]:
    """Write the plan in every format, all of them rendered first."""
    if wanted.folder is None:
        return []
    rendered = {
        f"{stem}{form.suffix}": render(plan, knowledge, wanted.lang, wanted.annex, form)
        for form in wanted.formats
    }
    for name in rendered:
        check_writable(wanted.folder / name)
    for name, content in rendered.items():
        write_whole(wanted.folder / name, content)
    return list(rendered)


def _refused(school: School, problems: tuple[Problem, ...], wanted: Wanted) -> Made:
    lines = (problem.render(wanted.lang).splitlines() for problem in problems)
    told = (": ".join(line.strip() for line in each) for each in lines)
    row: Row = {
        "school": school.name,
        "places": "; ".join(school.places),
        "problems": " | ".join(told),
    }
    data = {
        "schema": SCHEMA,
        "school": {"name": school.name or None},
        "places": list(school.places),
        "problems": [problem.as_data(wanted.lang) for problem in problems],
    }
    line = show_line(data) if wanted.as_lines else None
    return Made(school, row, line, None, problems, tuple(_left(school.stem, wanted)))


def _left(stem: str, wanted: Wanted) -> Iterator[str]:
    """The files that an earlier plan of the school has left."""
    names = [f"{stem}{form.suffix}" for form in Format if form.suffix] if stem else []
    for name in names:
        if wanted.folder is not None and (wanted.folder / name).is_file():
            yield name
