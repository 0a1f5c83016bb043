"""`advisor analyse`: from answers, given or asked, to a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from advisor.cli.language import choose_lang
from advisor.cli.messages import usage_error
from advisor.cli.options import (
    AnswersArgument,
    DebugOption,
    ExampleOption,
    FormatOption,
    JsonOption,
    KnowledgeOption,
    LangOption,
    OutputOption,
    QuietOption,
    help_text,
    option,
)
from advisor.cli.sources import choose_sources, load_sources
from advisor.cli.streams import errors_told, wants_lines
from advisor.installed import load_the_knowledge

if TYPE_CHECKING:
    from advisor.cli.plans import Call

_FILE = help_text("file-place")


def analyse(
    answers: AnswersArgument = None,
    example: ExampleOption = False,
    output: OutputOption = None,
    form: FormatOption = None,
    as_json: JsonOption = False,
    annex: Annotated[bool, option("annex", "--annex")] = False,
    kit: Annotated[bool, option("kit", "--kit")] = False,
    resume: Annotated[str | None, option("resume", "--resume", metavar=_FILE)] = None,
    full: Annotated[bool, option("full", "--full")] = False,
    plain: Annotated[bool, option("plain", "--plain")] = False,
    save: Annotated[str | None, option("save", "--save", metavar=_FILE)] = None,
    no_input: Annotated[bool, option("no-input", "--no-input")] = False,
    own: KnowledgeOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """Make the plan of a school."""
    lang = choose_lang(lang)
    with errors_told(lang, debug):
        from advisor.cli.plans import Call
        from advisor.cli.targets import check_apart, read_save, read_targets

        targets = read_targets("analyse", output or [], form, as_json)
        if kit and annex:
            raise usage_error("E-KIT-ANNEX", "analyse")
        if (answers or example) and (resume is not None or full):
            raise usage_error("E-NOT-ASKING", "analyse", name="--full" if full else "--resume")
        keep = read_save(save)
        sources = choose_sources("analyse", answers or [], example, lang, can_ask=not no_input)
        if keep is not None and len(sources) > 1:
            raise usage_error("E-SAVE-SEVERAL", "analyse")
        written = [*targets.paths, *([keep] if keep is not None else [])]
        check_apart("analyse", written, sources)
        check_apart("analyse", targets.paths, [resume] if resume is not None else [])
        call = Call(lang, quiet, annex, kit, wants_lines(plain), targets, keep, tuple(own or ()))
        if sources:
            _read(sources, call)
        else:
            from advisor.cli.interview import hold

            hold(call, resume, full)


def _read(sources: tuple[str, ...], call: Call) -> None:
    """From one file, or one for each respondent, to a plan."""
    from advisor.cli.plans import make_plan, write_plan
    from advisor.interview.saving import render_answers

    knowledge = load_the_knowledge(call.own)
    answers = load_sources(sources, knowledge, call.lang, call.quiet)
    if call.save is not None and answers.respondents:
        raise usage_error("E-SAVE-SEVERAL", "analyse")
    plan = make_plan(answers, knowledge)
    write_plan(plan, knowledge, call, None if call.save is None else render_answers(answers))
