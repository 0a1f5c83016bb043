"""`advisor check`: is the knowledge sound, and are the promises kept?"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from advisor.cli.language import choose_lang
from advisor.cli.options import DebugOption, JsonOption, LangOption, QuietOption, count_to, option
from advisor.cli.streams import errors_told, write_out
from advisor.installed import load_the_knowledge
from advisor.texts import Lang
from advisor.writing import write_whole

SCHOOLS = 1000
SEED = 1
MOST_SCHOOLS = 1_000_000


def check(
    schools: Annotated[
        int, option("schools", "--schools", parser=count_to(MOST_SCHOOLS), metavar="N")
    ] = SCHOOLS,
    seed: Annotated[
        int, option("seed", "--seed", parser=count_to(MOST_SCHOOLS), metavar="N")
    ] = SEED,
    as_json: JsonOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """Check the knowledge; exit 1 when something is broken."""
    lang = choose_lang(lang)
    with errors_told(lang, debug):
        if not _is_sound(schools, seed, as_json, quiet, lang):
            raise typer.Exit(1)


def _is_sound(schools: int, seed: int, as_json: bool, quiet: bool, lang: Lang) -> bool:
    from advisor.checking import run_check
    from advisor.cli.as_data import show_json
    from advisor.data import data_root
    from advisor.loading.index import Index
    from advisor.problems import KnowledgeError

    index = Index()
    try:
        knowledge = load_the_knowledge(index)
    except KnowledgeError as error:
        # The problems are what was asked for: a result, on standard output.
        listed = {"schema": 1, "problems": [p.as_data(lang) for p in error.problems]}
        write_out(show_json(listed) if as_json else error.render(lang))
        return False
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
