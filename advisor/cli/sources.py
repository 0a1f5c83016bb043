"""Where answers come from: one file, several of one school, standard input or the example."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.cli.messages import usage_error
from advisor.cli.streams import is_interactive, read_in, tell

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from advisor.loading.yamlfile import MapNode
    from advisor.model.knowledge import Knowledge
    from advisor.model.questionnaire import Answers, Questionnaire
    from advisor.problems import Problem, ProblemList
    from advisor.texts import Lang, Text

STDIN = "-"
_CALLS = {"explain": "explain ID"}
"""What comes before the answers, where that is more than the name of the command."""


def choose_sources(
    command: str, files: list[str], example: bool, lang: Lang, can_ask: bool
) -> tuple[str, ...]:
    """The files with answers; empty when they are to be asked.

    Raises:
        UsageError: there are none and nothing can be asked, or one stands there twice.
    """
    if example:
        from advisor.data import example_school

        if files:
            raise usage_error("E-EXAMPLE", command)
        return (str(example_school(lang)),)
    if not files and not (can_ask and is_interactive()):
        # Git Bash hands a program pipes, however much it looks like a terminal.
        code = "E-GIT-BASH" if can_ask and os.environ.get("MSYSTEM") else "E-NO-ANSWERS"
        code = code if can_ask or command != "analyse" else "E-NOT-ALLOWED"
        raise usage_error(code, command, call=_CALLS.get(command, command))
    for at, name in enumerate(files):
        if any(_is_same(name, other) for other in files[:at]):
            raise usage_error("E-SAME-FILE", command, file=name)
    return tuple(files)


def _is_same(one: str, other: str) -> bool:
    from advisor.writing import is_same_file

    if STDIN in (one, other):
        return one == other
    return is_same_file(Path(one), Path(other))


def load_sources(
    sources: tuple[str, ...], knowledge: Knowledge, lang: Lang, quiet: bool
) -> Answers:
    """The answers of a school, those of several respondents joined.

    Raises:
        AnswersError: with all problems of all files.
        UsageError: the same, when a file is not there or cannot be read.
    """
    from advisor.engine.join import join
    from advisor.loading.respondents import check_together
    from advisor.problems import AdvisorError, AnswersError, UsageError

    given: list[tuple[str, Answers]] = []
    problems: list[Problem] = []
    error: type[AdvisorError] = AnswersError
    for source in sources:
        try:
            found, notes = _load(source, knowledge.questionnaire)
        except AdvisorError as refused:
            problems += refused.problems
            error = UsageError if isinstance(refused, UsageError) else error
            continue
        given += found
        for note in notes:
            told = note.say(lang)
            tell(told if len(sources) == 1 else f"{_shown(source)}: {told}", quiet)
    problems += check_together(given, knowledge.questionnaire)
    if problems:
        raise error(problems)
    return join([answers for _, answers in given], knowledge)


def _load(
    source: str, questionnaire: Questionnaire
) -> tuple[Sequence[tuple[str, Answers]], tuple[Text, ...]]:
    """The answers of each who answered, one in a file and one a row in a table, with notes."""
    from advisor.importing.table import is_table
    from advisor.loading.answers import load_answers, read_answers
    from advisor.loading.yamlfile import MAX_BYTES

    if source != STDIN and is_table(Path(source)):
        from advisor.importing.answers import load_table

        return load_table(Path(source), questionnaire)
    if source == STDIN:
        answers, notes = read_answers(read_in(MAX_BYTES + 1), questionnaire)
    else:
        answers, notes = load_answers(Path(source), questionnaire)
    return [(_shown(source), answers)], notes


def _shown(source: str) -> str:
    from advisor.loading.yamlfile import show_path

    return source if source == STDIN else show_path(Path(source))


def load_nodes(
    source: Path, questionnaire: Questionnaire, problems: ProblemList, notes: list[Text]
) -> MapNode | None:
    """A file with answers or a plan, or a table of one row; None where a problem was told.

    What was passed over in a table goes to `notes`.

    Raises:
        UsageError: there is no such file, or it cannot be read.
    """
    from advisor.importing.table import is_table
    from advisor.loading.yamlfile import load_yaml

    if not is_table(source):
        return load_yaml(source, problems)
    from advisor.importing.answers import load_row

    return load_row(source, questionnaire, problems, notes)


def today() -> dt.date:
    """The day that a plan counts from when the answers carry no date."""
    import datetime as dt

    return dt.date.today()
