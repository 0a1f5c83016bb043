"""A plan as a call of `analyse` wants it: in which language and depth, to which files."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.cli.messages import say
from advisor.cli.sources import today
from advisor.cli.streams import show_markdown, show_plan, tell, write_out
from advisor.texts import Lang

if TYPE_CHECKING:
    from advisor.cli.targets import Rendered, Targets
    from advisor.model.knowledge import Knowledge
    from advisor.model.plan import Plan
    from advisor.model.questionnaire import Answers


@dataclass(frozen=True, slots=True)
class Call:
    """What was asked for besides the answers."""

    lang: Lang
    quiet: bool
    annex: bool
    kit: bool
    plain: bool
    targets: Targets
    save: Path | None
    own: tuple[str, ...] = ()

    @property
    def on_page(self) -> bool:
        """Whether an interview ends with the page on the screen, and what may follow it."""
        from advisor.formats.interface import Format

        return self.targets.stdout in (Format.TERMINAL, None) and not self.kit

    def only_files(self) -> Call:
        """The same call, with nothing on the screen any more."""
        return replace(self, targets=replace(self.targets, stdout=None))

    def as_argument(self, path: Path) -> str:
        """A file with answers as a next command takes it, with the own knowledge that it needs."""
        words = (str(path), *(word for folder in self.own for word in ("--knowledge", folder)))
        return shlex.join(words)

    def tell(self, key: str, **values: str | int) -> None:
        """Say something beside the result, unless that is unwanted."""
        tell(say(key, self.lang, **values), self.quiet)


def make_plan(answers: Answers, knowledge: Knowledge) -> Plan:
    """The whole plan of a school, from today when the answers carry no date."""
    from advisor.engine.reasoning import make_whole_plan

    return make_whole_plan(answers, knowledge, today())


def write_plan(plan: Plan, knowledge: Knowledge, call: Call, answers: str | None = None) -> None:
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
        if not targets.on_screen:
            write_out(rendered.shown)
        elif call.kit:
            show_markdown(str(rendered.shown), call.plain)
        else:
            show_plan(str(rendered.shown), plain=call.plain)
    if targets.on_screen and not call.annex and not call.kit:
        call.tell("annex-hint")


def _rendered(plan: Plan, knowledge: Knowledge, call: Call) -> Rendered:
    """The plan, in files with its annex, or the meeting kit alone."""
    from advisor.formats.interface import Format, render, render_kit

    if call.kit:

        def kit(form: Format) -> str | bytes:
            return render_kit(plan, knowledge, call.lang, form)

        return call.targets.render(kit, kit)
    with_annex = call.annex or call.targets.stdout is not Format.TERMINAL
    return call.targets.render(
        lambda form: render(plan, knowledge, call.lang, True, form),
        lambda form: render(plan, knowledge, call.lang, with_annex, form),
    )
