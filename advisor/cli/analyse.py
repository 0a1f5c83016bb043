"""`advisor analyse`: from answers, given or asked, to a plan."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advisor.cli.knowledge import load_the_knowledge
from advisor.cli.language import choose_lang
from advisor.cli.messages import say, usage_error
from advisor.cli.options import (
    AnswersArgument,
    DebugOption,
    ExampleOption,
    FormatOption,
    JsonOption,
    LangOption,
    OutputOption,
    QuietOption,
    help_text,
    option,
)
from advisor.cli.sources import choose_sources, load_sources, today
from advisor.cli.streams import (
    INTERRUPTED,
    errors_told,
    show_markdown,
    show_plan,
    tell,
    write_out,
)
from advisor.texts import Lang

if TYPE_CHECKING:
    from advisor.cli.targets import Rendered, Targets
    from advisor.model.knowledge import Knowledge
    from advisor.model.plan import Plan
    from advisor.model.questionnaire import Answers


def analyse(
    answers: AnswersArgument = None,
    example: ExampleOption = False,
    output: OutputOption = None,
    form: FormatOption = None,
    as_json: JsonOption = False,
    annex: Annotated[bool, option("annex", "--annex")] = False,
    kit: Annotated[bool, option("kit", "--kit")] = False,
    save: Annotated[str | None, option("save", "--save", metavar=help_text("file-place"))] = None,
    no_input: Annotated[bool, option("no-input", "--no-input")] = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """Make the plan of a school."""
    lang = choose_lang(lang)
    with errors_told(lang, debug):
        from advisor.cli.targets import check_apart, read_save, read_targets

        targets = read_targets("analyse", output or [], form, as_json)
        if kit and annex:
            raise usage_error("E-KIT-ANNEX", "analyse")
        keep = read_save(save)
        sources = choose_sources("analyse", answers or [], example, lang, can_ask=not no_input)
        if keep is not None and len(sources) > 1:
            raise usage_error("E-SAVE-SEVERAL", "analyse")
        written = [*targets.paths, *([keep] if keep is not None else [])]
        check_apart("analyse", written, sources)
        call = Call(lang, quiet, annex, kit, targets, keep)
        if sources:
            _read(sources, call)
        else:
            _ask(call)


@dataclass(frozen=True, slots=True)
class Call:
    """What was asked for besides the answers."""

    lang: Lang
    quiet: bool
    annex: bool
    kit: bool
    targets: Targets
    save: Path | None

    def tell(self, key: str, **values: str | int) -> None:
        """Say something beside the result, unless that is unwanted."""
        tell(say(key, self.lang, **values), self.quiet)


def _read(sources: tuple[str, ...], call: Call) -> None:
    """From one file, or one for each respondent, to a plan."""
    from advisor.interview.saving import render_answers

    knowledge = load_the_knowledge()
    answers = load_sources(sources, knowledge, call.lang, call.quiet)
    if call.save is not None and answers.respondents:
        raise usage_error("E-SAVE-SEVERAL", "analyse")
    plan = _make_plan(answers, knowledge)
    _write(plan, knowledge, call, None if call.save is None else render_answers(answers))


def _ask(call: Call) -> None:
    """From questions to the page, and to the plan for who wants it."""
    from advisor.formats.depths import Depth
    from advisor.formats.interface import Format, render
    from advisor.interview.sitting import Stopped, hold_interview, wants_plan

    knowledge = load_the_knowledge()
    kept: Path | None = None
    try:
        answers, kept = hold_interview(knowledge, call.lang, today(), call.save)
        plan = _make_plan(answers, knowledge)
        if call.targets.stdout is not Format.TERMINAL or call.kit:
            _write(plan, knowledge, call)
        else:
            page, *rest = Depth
            whole = render(plan, knowledge, call.lang, call.annex, Format.MARKDOWN)
            show_plan(whole, page)
            if wants_plan(call.lang):
                show_plan(whole, *rest)
            _look_further(answers, plan, knowledge, call.lang)
            _write(plan, knowledge, replace(call, targets=replace(call.targets, stdout=None)))
        _tell_next(kept, call)
    except (Stopped, KeyboardInterrupt, EOFError) as stopped:
        path = stopped.path if isinstance(stopped, Stopped) else kept
        key = "stopped" if path is None else "stopped-kept"
        tell(f"\n{say(key, call.lang, file=str(path), quoted=shlex.quote(str(path)))}")
        raise typer.Exit(INTERRUPTED) from None


def _look_further(answers: Answers, plan: Plan, knowledge: Knowledge, lang: Lang) -> None:
    """Why and what if, as long as somebody asks; the plan and the answers stay as they are."""
    from advisor.engine.explain import explain
    from advisor.engine.reasoning import reason
    from advisor.engine.what_if.bench import Bench
    from advisor.formats.interface import Format, render_explanation
    from advisor.formats.voice import Voice
    from advisor.formats.what_if import render_what_if
    from advisor.interview.further import Why, ask_further

    bench, reasoning = Bench(answers, knowledge), reason(answers, knowledge, plan.date)
    while wanted := ask_further(plan, bench.moves, knowledge, lang):
        if isinstance(wanted, Why):
            told = explain(wanted.item, reasoning, bench)
            show_markdown(render_explanation(told, knowledge, lang, Format.MARKDOWN))
        else:
            difference = bench.difference(bench.after((wanted.move,)))
            show_markdown(render_what_if(wanted.move, difference, plan, Voice(knowledge, lang)))


def _tell_next(kept: Path, call: Call) -> None:
    """Where the answers are, and what to do with the plan."""
    call.tell("kept", file=str(kept))
    if call.targets.files:
        call.tell("next-written", files=", ".join(str(path) for path in call.targets.paths))
    else:
        call.tell("next", file=shlex.quote(str(kept)))


def _make_plan(answers: Answers, knowledge: Knowledge) -> Plan:
    from advisor.engine.reasoning import make_whole_plan

    return make_whole_plan(answers, knowledge, today())


def _write(plan: Plan, knowledge: Knowledge, call: Call, answers: str | None = None) -> None:
    """Render everything first, so that a failure leaves no file behind; files before the screen."""
    from advisor.writing import write_whole

    targets = call.targets
    rendered = _rendered(plan, knowledge, call)
    files = rendered.write()
    if files is not None:
        call.tell("written", files=files)
    if call.save is not None and answers is not None:
        write_whole(call.save, answers)
        call.tell("saved", file=str(call.save))
    if rendered.shown is not None:
        show = show_markdown if call.kit else show_plan
        (show if targets.on_screen else write_out)(rendered.shown)
    if targets.on_screen and not call.annex and not call.kit:
        call.tell("annex-hint")


def _rendered(plan: Plan, knowledge: Knowledge, call: Call) -> Rendered:
    """The plan, in files with its annex, or the meeting kit alone."""
    from advisor.formats.interface import Format, render, render_kit

    if call.kit:

        def kit(form: Format) -> str:
            return render_kit(plan, knowledge, call.lang, form)

        return call.targets.render(kit, kit)
    with_annex = call.annex or call.targets.stdout is not Format.TERMINAL
    return call.targets.render(
        lambda form: render(plan, knowledge, call.lang, True, form),
        lambda form: render(plan, knowledge, call.lang, with_annex, form),
    )
