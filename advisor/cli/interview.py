"""The interview on a terminal: from the first question to the page, and what comes after it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from advisor.cli.messages import say, usage_error
from advisor.cli.plans import Call, make_plan, write_plan
from advisor.cli.sources import STDIN, today
from advisor.cli.streams import INTERRUPTED, show_markdown, show_plan, tell
from advisor.installed import load_the_knowledge
from advisor.problems import UsageError

if TYPE_CHECKING:
    from advisor.engine.what_if.bench import Bench
    from advisor.interview.asker import Asker
    from advisor.interview.further import WhatIf, Why
    from advisor.interview.sitting import Interview
    from advisor.interview.starting import Left, Start
    from advisor.model.knowledge import Knowledge
    from advisor.model.plan import Plan
    from advisor.texts import Lang

_MOST_OFFERED = 6
"""So many interviews that were left are offered; more would be a list to search."""

_MOST_READ = 40
_PROBE = ".advisor.tmp"
"""No file: whether one could be written here is told before anybody answers."""


def hold(call: Call, resume: str | None, full: bool) -> None:
    """Ask, show the page, and go on as long as somebody wants something."""
    from advisor.interview import words
    from advisor.interview.reviewing import ask_until_plan
    from advisor.interview.sitting import Stopped
    from advisor.interview.starting import begin, welcome

    knowledge = load_the_knowledge(call.own)
    start = _start(call, knowledge, resume, full)
    interview: Interview | None = None
    left: Left | None = None
    try:
        asker, left = welcome(start, call.lang)
        call = replace(call, lang=asker.lang)
        interview = begin(start, asker, left)
        is_done = False
        while not is_done:
            ask_until_plan(interview)
            asker.tell(words.MAKING)
            plan = make_plan(interview.answers, knowledge)
            is_done = not call.on_page or _show(interview, plan, call)
        write_plan(plan, knowledge, call.only_files() if call.on_page else call)
        _tell_next(interview.sitting.path, call)
    except Stopped as stopped:
        _tell_stopped(stopped.path, call)
        raise typer.Exit(0) from None
    except (KeyboardInterrupt, EOFError):
        _tell_stopped(_kept(interview, left), call)
        raise typer.Exit(INTERRUPTED) from None
    except UsageError:
        if (kept := _kept(interview, left)) is not None:
            call.tell("kept", file=str(kept))
        raise


def _kept(interview: Interview | None, left: Left | None) -> Path | None:
    """Where the answers are, if any were kept."""
    if interview is not None:
        return interview.kept
    return None if left is None else left.path


def _start(call: Call, knowledge: Knowledge, resume: str | None, full: bool) -> Start:
    """What there is to start from: the file that should go on, or what was left in this folder.

    Raises:
        AnswersError: the file that should go on cannot be used.
        UsageError: there is no such file.
    """
    from advisor.importing.table import is_table
    from advisor.interview.starting import Left, Start
    from advisor.loading.answers import load_kept
    from advisor.writing import check_writable

    def make_asker(lang: Lang) -> Asker:
        if call.plain:
            from advisor.interview.plain import PlainAsker

            return PlainAsker(lang)
        from advisor.interview.keys.asker import KeyAsker

        return KeyAsker(lang)

    if resume is None and call.save is None:
        check_writable(Path(_PROBE))
    start = Start(knowledge, make_asker, today(), Path.cwd(), save=call.save, is_full=full)
    if resume is None:
        return replace(start, left=_find_left(knowledge, call))
    if resume == STDIN or is_table(Path(resume)):
        raise usage_error("E-RESUME", "analyse", name=resume)
    kept = load_kept(Path(resume), knowledge.questionnaire)
    return replace(start, left=(Left(Path(resume), kept),), is_resumed=True)


def _find_left(knowledge: Knowledge, call: Call) -> tuple[Left, ...]:
    """The interviews in this folder: first those not at their end, and of each the last first."""
    from advisor.interview.saving import ENDING
    from advisor.interview.starting import Left
    from advisor.loading.answers import load_kept
    from advisor.problems import AdvisorError

    unfinished: list[Left] = []
    finished: list[Left] = []
    for path in sorted(Path().glob(f"*{ENDING}"), key=_last_change, reverse=True)[:_MOST_READ]:
        try:
            left = Left(path, load_kept(path, knowledge.questionnaire))
        except AdvisorError:
            told = {"file": path.name, "quoted": call.as_argument(path)}
            tell(say("left-unreadable", call.lang, **told))
            continue
        (finished if left.place(knowledge) is None else unfinished).append(left)
    return tuple([*unfinished, *finished][:_MOST_OFFERED])


def _last_change(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _show(interview: Interview, plan: Plan, call: Call) -> bool:
    """The page, and then what somebody asks for; whether they are done with it all."""
    from advisor.engine.what_if.bench import Bench
    from advisor.formats.depths import Depth
    from advisor.formats.markdown import render
    from advisor.interview.further import WhatIf, Why, Wish, ask_further

    page, *rest = Depth
    knowledge = interview.session.knowledge
    whole = render(plan, knowledge, call.lang, call.annex)
    show_plan(whole, page, plain=call.plain)
    bench = Bench(interview.answers, knowledge)
    wish: Wish | Why | WhatIf
    likely = Wish.READ
    while True:
        wish = ask_further(plan, bench, interview.asker, likely)
        match wish:
            case Wish.DONE | Wish.CHANGE:
                return wish is Wish.DONE
            case Wish.READ:
                show_plan(whole, *rest, plain=call.plain)
                likely = Wish.SAVE
            case Wish.SAVE:
                _save(interview, plan, call)
                likely = Wish.DONE
            case Why() | WhatIf():
                _explain(wish, bench, plan, call)
                likely = Wish.WHY if isinstance(wish, Why) else Wish.WHAT_IF


def _explain(wish: Why | WhatIf, bench: Bench, plan: Plan, call: Call) -> None:
    """Why something is there or not, or what another answer changes; the plan stays as it is."""
    from advisor.engine.explain import explain
    from advisor.engine.reasoning import reason
    from advisor.formats.interface import Format, render_explanation
    from advisor.formats.voice import Voice
    from advisor.formats.what_if import render_what_if
    from advisor.interview.further import Why

    knowledge = bench.knowledge
    if isinstance(wish, Why):
        told = explain(wish.item, reason(bench.answers, knowledge, plan.date), bench)
        text = str(render_explanation(told, knowledge, call.lang, Format.MARKDOWN))
    else:
        difference = bench.difference(bench.after((wish.move,)))
        text = render_what_if(wish.move, difference, plan, Voice(knowledge, call.lang))
    show_markdown(text, call.plain)


def _save(interview: Interview, plan: Plan, call: Call) -> None:
    """The plan in a file, named after school and date; nothing is replaced without asking."""
    from advisor.formats.interface import Format, render
    from advisor.interview.files import ask_plan_path
    from advisor.interview.saving import plan_name
    from advisor.problems import UsageError
    from advisor.writing import write_whole

    proposed = Path(plan_name(plan.school, interview.sitting.date))
    path = ask_plan_path(proposed, Format.suffixes(), interview.asker)
    form = None if path is None else Format.of_suffix(path.suffix)
    if path is None or form is None:
        return
    try:
        write_whole(path, render(plan, interview.session.knowledge, call.lang, True, form))
    except UsageError as error:
        tell(error.render(call.lang))
    else:
        tell(say("written", call.lang, files=str(path)))


def _tell_stopped(kept: Path | None, call: Call) -> None:
    if kept is None:
        told = say("stopped", call.lang)
    else:
        told = say("stopped-kept", call.lang, file=str(kept), quoted=call.as_argument(kept))
    tell(f"\n{told}")


def _tell_next(kept: Path, call: Call) -> None:
    """Where the answers are, and what to do with the plan."""
    call.tell("kept", file=str(kept))
    if call.targets.files:
        call.tell("next-written", files=", ".join(str(path) for path in call.targets.paths))
    else:
        call.tell("next", file=call.as_argument(kept))
