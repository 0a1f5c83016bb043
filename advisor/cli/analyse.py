"""`advisor analyse`: from answers, given or asked, to a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advisor.cli.knowledge import load_the_knowledge
from advisor.cli.language import choose_lang
from advisor.cli.messages import say, usage_error
from advisor.cli.options import (
    DebugOption,
    JsonOption,
    LangOption,
    QuietOption,
    help_text,
    option,
)
from advisor.cli.streams import errors_told, is_interactive, read_in, tell, write_out
from advisor.texts import Lang

if TYPE_CHECKING:
    import datetime as dt

    from advisor.cli.targets import Targets
    from advisor.model.knowledge import Knowledge
    from advisor.model.plan import Plan
    from advisor.model.questionnaire import Answers

STDIN = "-"


def analyse(
    answers: Annotated[
        list[str] | None, typer.Argument(help=help_text("answers"), show_default=False)
    ] = None,
    example: Annotated[bool, option("example", "--example")] = False,
    output: Annotated[list[str] | None, option("output", "--output", "-o")] = None,
    form: Annotated[str | None, option("format", "--format")] = None,
    as_json: JsonOption = False,
    annex: Annotated[bool, option("annex", "--annex")] = False,
    save: Annotated[Path | None, option("save", "--save")] = None,
    no_input: Annotated[bool, option("no-input", "--no-input")] = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """Make the plan of a school."""
    lang = choose_lang(lang)
    with errors_told(lang, debug):
        from advisor.cli.targets import read_targets

        targets = read_targets(output or [], form, as_json)
        _check_save(save)
        source = _choose_source(answers or [], example, no_input)
        knowledge = load_the_knowledge()
        if source is None:
            _interview(knowledge, lang, targets, annex, save, quiet)
            return
        given = _load(source, knowledge, lang, quiet)
        plan = _make_plan(given, knowledge)
        _write(plan, knowledge, lang, targets, annex, quiet)
        _save(save, given, lang, quiet)


def _check_save(save: Path | None) -> None:
    from advisor.writing import check_writable

    if save is not None:
        check_writable(save)


def _choose_source(files: list[str], example: bool, no_input: bool) -> str | None:
    """The one file with answers; None when they are to be asked."""
    if len(files) > 1:
        raise usage_error("E-ONE-FILE", "analyse", count=len(files))
    if example:
        from advisor.data import data_root

        if files:
            raise usage_error("E-EXAMPLE", "analyse")
        return str(data_root().example)
    if not files and (no_input or not is_interactive()):
        raise usage_error("E-NO-ANSWERS", "analyse")
    return files[0] if files else None


def _load(source: str, knowledge: Knowledge, lang: Lang, quiet: bool) -> Answers:
    from advisor.loading.answers import load_answers, read_answers
    from advisor.loading.yamlfile import MAX_BYTES

    questionnaire = knowledge.questionnaire
    if source == STDIN:
        answers, notes = read_answers(read_in(MAX_BYTES + 1), questionnaire)
    else:
        answers, notes = load_answers(Path(source), questionnaire)
    for note in notes:
        tell(note.say(lang), quiet)
    return answers


def today() -> dt.date:
    """The day that a plan counts from when the answers carry no date."""
    import datetime as dt

    return dt.date.today()


def _make_plan(answers: Answers, knowledge: Knowledge) -> Plan:
    from advisor.engine.reasoning import make_plan

    return make_plan(answers, knowledge, today())


def _write(
    plan: Plan, knowledge: Knowledge, lang: Lang, targets: Targets, annex: bool, quiet: bool
) -> None:
    """Render everything first, so that a failure leaves no file behind."""
    from advisor.formats.interface import Format, render
    from advisor.writing import write_whole

    rendered = [(path, render(plan, knowledge, lang, True, form)) for path, form in targets.files]
    shown = None
    if targets.stdout is not None:
        with_annex = annex or targets.stdout is not Format.TERMINAL
        shown = render(plan, knowledge, lang, with_annex, targets.stdout)
    for path, text in rendered:
        write_whole(path, text)
    if rendered:
        tell(say("written", lang, files=", ".join(str(path) for path, _ in rendered)), quiet)
    if shown is not None:
        write_out(shown)


def _save(path: Path | None, answers: Answers, lang: Lang, quiet: bool) -> None:
    from advisor.interview.saving import write_answers

    if path is not None:
        write_answers(path, answers)
        tell(say("saved", lang, file=str(path)), quiet)


def _interview(
    knowledge: Knowledge,
    lang: Lang,
    targets: Targets,
    annex: bool,
    save: Path | None,
    quiet: bool,
) -> None:
    """Ask, show the page, offer the plan, and say where the answers are."""
    from advisor.cli.sitting import hold_interview

    hold_interview(knowledge, lang, today())
