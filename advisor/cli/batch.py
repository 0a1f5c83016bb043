"""`advisor batch`: a plan for each of many schools, a summary, and a report for their network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advisor.cli.language import choose_lang
from advisor.cli.messages import say, usage_error
from advisor.cli.options import (
    DebugOption,
    KnowledgeOption,
    LangOption,
    QuietOption,
    SourcesArgument,
    count_to,
    help_text,
    option,
)
from advisor.cli.streams import (
    INTERRUPTED,
    errors_told,
    is_terminal_out,
    keep_stdin,
    progress_told,
    tell,
    write_out,
)
from advisor.installed import load_the_knowledge
from advisor.texts import Lang

if TYPE_CHECKING:
    from advisor.batch.making import Made, Wanted
    from advisor.batch.schools import Schools
    from advisor.batch.sources import Refused, Source
    from advisor.formats.interface import Format
    from advisor.importing.mapping import ColumnMap
    from advisor.model.knowledge import Knowledge

COMMAND = "batch"
MakeEach = Callable[["Schools", "Knowledge", "Wanted"], "Iterator[Made]"]
MOST_JOBS = 64

_FILE, _FOLDER, _FORM = (help_text(f"{what}-place") for what in ("file", "folder", "format"))


def batch(
    sources: SourcesArgument,
    out: Annotated[str | None, option("out", "--out", metavar=_FOLDER)] = None,
    form: Annotated[list[str] | None, option("batch-format", "--format", metavar=_FORM)] = None,
    as_json: Annotated[bool, option("batch-json", "--json")] = False,
    mapping: Annotated[str | None, option("map", "--map", metavar=_FILE)] = None,
    no_annex: Annotated[bool, option("no-annex", "--no-annex")] = False,
    jobs: Annotated[int, option("jobs", "--jobs", parser=count_to(MOST_JOBS), metavar="N")] = 1,
    own: KnowledgeOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """Make the plans of many schools."""
    lang = choose_lang(lang)
    with errors_told(lang, debug):
        from advisor.batch.making import Wanted
        from advisor.batch.sources import find_files
        from advisor.batch.workers import make_each
        from advisor.cli.sources import today

        formats = _read_formats(form or [], out)
        folder = None if out is None else Path(out)
        if folder is None and not as_json:
            raise usage_error("E-NO-OUT", COMMAND)
        files = find_files(sources, folder, mapping)
        load = partial(load_the_knowledge, tuple(own or ()))
        knowledge = load()
        wanted = Wanted(lang, formats, folder, as_json, not no_annex, today())
        schools = _open(files, mapping, knowledge, lang, quiet)
        _make_folder(folder)
        refused = _run(schools, knowledge, wanted, partial(make_each, jobs=jobs, load=load), quiet)
        if refused:
            raise typer.Exit(1)


def _read_formats(names: list[str], out: str | None) -> tuple[Format, ...]:
    """The formats of the plans, each once.

    Raises:
        UsageError: one is no format for a file, or there is no folder for them.
    """
    from advisor.cli.targets import read_format
    from advisor.formats.interface import Format

    if names and out is None:
        raise usage_error("E-FORMAT-NO-OUT", COMMAND)
    found = [read_format(COMMAND, name, for_files=True) for name in names]
    return tuple(dict.fromkeys(found or [Format.MARKDOWN]))


def _make_folder(folder: Path | None) -> None:
    """Make the folder for the results, if it is not there yet.

    Raises:
        UsageError: that cannot be done, or nothing can be written there.
    """
    from advisor.batch.naming import SUMMARY
    from advisor.writing import cannot_write, check_writable

    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise usage_error("E-NO-FOLDER", COMMAND, name=str(folder)) from None
    except (OSError, ValueError) as error:
        raise cannot_write(folder, error) from error
    check_writable(folder / SUMMARY)


def _open(
    files: tuple[str, ...], mapping: str | None, knowledge: Knowledge, lang: Lang, quiet: bool
) -> Schools:
    """The schools in all files; what was passed over in a file is told once."""
    from advisor.batch.schools import count_schools
    from advisor.batch.sources import Refused, open_source
    from advisor.problems import AdvisorError

    form = knowledge.questionnaire
    columns = _read_map(files, mapping, knowledge, lang)
    found: list[Source] = []
    refused: list[Refused] = []
    for name in files:
        try:
            source = open_source(name, form, columns, keep_stdin)
        except AdvisorError as error:
            refused.append(Refused(name, error.problems))
            continue
        found.append(source)
        for note in source.notes:
            tell(f"{source.file}: {note.say(lang)}", quiet)
    return count_schools(found, refused, form)


def _read_map(
    files: tuple[str, ...], name: str | None, knowledge: Knowledge, lang: Lang
) -> ColumnMap | None:
    """What the map says that columns are for; one that is not there yet is written, and no more.

    Raises:
        AnswersError: with all problems in the map, or in the tables to make it from.
        UsageError: it cannot be read or written, or there is no table.
    """
    from advisor.batch.sources import STDIN
    from advisor.importing.mapping import load_map, render_map
    from advisor.importing.table import is_table
    from advisor.writing import check_writable, write_whole

    if name is None:
        return None
    path = Path(name)
    if path.exists():
        return load_map(path, knowledge.questionnaire)
    tables = [Path(file) for file in files if file != STDIN and is_table(Path(file))]
    if not tables:
        raise usage_error("E-NO-TABLE", COMMAND)
    check_writable(path)
    write_whole(path, render_map(tables, knowledge.questionnaire, lang))
    tell(say("map-written", lang, file=name))
    raise typer.Exit(1)


def _run(
    schools: Schools, knowledge: Knowledge, wanted: Wanted, make: MakeEach, quiet: bool
) -> int:
    """Make all plans and tell how it went; how many schools got none."""
    from advisor.batch.running import Count, run
    from advisor.problems import UsageError

    count = Count()
    # Lines on the same screen would run through a bar.
    no_bar = quiet or (wanted.as_lines and is_terminal_out())
    with progress_told(say("batch-doing", wanted.lang), len(schools), no_bar) as advance:

        def told(made: Made) -> None:
            _tell_of(made, wanted, quiet)
            advance()

        try:
            every = make(schools, knowledge, wanted)
            run(every, knowledge, wanted, told, count)
        except KeyboardInterrupt:
            tell(f"\n{say('batch-stopped', wanted.lang)}")
            raise typer.Exit(INTERRUPTED) from None
        except UsageError:
            tell(say("batch-broken", wanted.lang))
            raise
    where = (
        "" if wanted.folder is None else say("batch-where", wanted.lang, folder=str(wanted.folder))
    )
    tell(_counted("batch-done", count.done, wanted.lang, where=where), quiet)
    if count.refused:
        tell(_counted("batch-refused", count.refused, wanted.lang))
    return count.refused


def _counted(key: str, n: int, lang: Lang, **values: str) -> str:
    return say(f"{key}-one" if n == 1 else key, lang, n=n, **values)


def _tell_of(made: Made, wanted: Wanted, quiet: bool) -> None:
    """The plan of a school as a line, or under its name what is wrong."""
    from advisor.problems import render_problems, shorten

    lang, school = wanted.lang, made.school
    name = shorten(school.name) or school.places[0]
    if made.line is not None:
        write_out(made.line)
    for note in school.notes if not made.problems else ():
        tell(f"{name}: {note.say(lang)}", quiet)
    if made.problems:
        lines = render_problems(made.problems, lang).splitlines()
        lines += [say("batch-left", lang, files=", ".join(made.left))] if made.left else []
        tell("\n".join([say("batch-no-plan", lang, school=name), *(f"  {line}" for line in lines)]))
