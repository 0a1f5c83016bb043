"""`advisor check`: is the knowledge sound, and are the promises kept?"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advisor.cli.language import choose_lang
from advisor.cli.messages import usage_error
from advisor.cli.options import (
    DebugOption,
    JsonOption,
    KnowledgeOption,
    LangOption,
    QuietOption,
    count_to,
    help_text,
    option,
)
from advisor.cli.streams import errors_told, write_out
from advisor.installed import load_the_knowledge
from advisor.texts import Lang

if TYPE_CHECKING:
    from advisor.problems import KnowledgeError

SCHOOLS = 1000
SEED = 1
MOST_SCHOOLS = 1_000_000


def check(
    schools: Annotated[
        int, option("schools", "--schools", parser=count_to(MOST_SCHOOLS), metavar="N")
    ] = SCHOOLS,
    against: Annotated[
        str | None, option("against", "--against", metavar=help_text("folder-place"))
    ] = None,
    seed: Annotated[
        int, option("seed", "--seed", parser=count_to(MOST_SCHOOLS), metavar="N")
    ] = SEED,
    as_json: JsonOption = False,
    own: KnowledgeOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """Check the knowledge; exit 1 when something is broken."""
    lang = choose_lang(lang)
    with errors_told(lang, debug):
        if against is not None:
            is_done = _compare(Path(against), own or [], schools, seed, as_json, lang)
        else:
            is_done = _is_sound(own or [], schools, seed, as_json, quiet, lang)
        if not is_done:
            raise typer.Exit(1)


def _is_sound(
    own: list[str], schools: int, seed: int, as_json: bool, quiet: bool, lang: Lang
) -> bool:
    from advisor.checking import run_check
    from advisor.cli.as_data import show_json
    from advisor.data import data_root
    from advisor.loading.index import Index
    from advisor.problems import KnowledgeError
    from advisor.writing import write_whole

    index = Index()
    try:
        knowledge = load_the_knowledge(own, index)
    except KnowledgeError as error:
        return _tell_problems(error, as_json, lang)
    scenarios = data_root().scenarios
    today = dt.date.today()
    report = run_check(knowledge, index, scenarios, today, schools=schools, seed=seed)
    for one in report.counterexamples:
        write_whole(Path(one.file), one.as_scenario())
    if as_json:
        write_out(show_json(report.as_json()))
    elif not (quiet and report.ok):
        write_out(report.render(lang))
    return report.ok


def _compare(
    folder: Path, own: list[str], schools: int, seed: int, as_json: bool, lang: Lang
) -> bool:
    """What this knowledge makes of the same schools that the other folder makes something of."""
    from advisor.checking.against import Side, compare_versions
    from advisor.cli.as_data import show_json
    from advisor.data import data_root
    from advisor.loading.index import Index
    from advisor.loading.own_folder import ABOUT
    from advisor.loading.rules import load_knowledge
    from advisor.problems import KnowledgeError

    parts = (folder / "catalogue", folder / "rules")
    if not all(part.is_dir() for part in parts) or (folder / ABOUT).exists():
        raise usage_error("E-AGAINST", "check", name=str(folder))
    indexes = Index(), Index()
    try:
        before = Side(load_knowledge(*parts, indexes[0]), indexes[0])
        after = Side(load_the_knowledge(own, indexes[1]), indexes[1])
    except KnowledgeError as error:
        return _tell_problems(error, as_json, lang)
    effect = compare_versions(before, after, data_root().scenarios, schools, seed)
    write_out(show_json(effect.as_json(lang)) if as_json else effect.render(lang))
    return True


def _tell_problems(error: KnowledgeError, as_json: bool, lang: Lang) -> bool:
    """The problems are what was asked for: a result, on standard output."""
    from advisor.cli.as_data import show_json

    listed = {"schema": 1, "problems": [p.as_data(lang) for p in error.problems]}
    write_out(show_json(listed) if as_json else error.render(lang))
    return False
