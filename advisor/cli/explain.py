"""`advisor explain`: why one item is in the plan of a school or not, and what would turn it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

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
)
from advisor.cli.sources import choose_sources, load_sources, today
from advisor.cli.streams import errors_told
from advisor.installed import load_the_knowledge
from advisor.problems import did_you_mean, near_name

if TYPE_CHECKING:
    from advisor.model.explanation import Explanation
    from advisor.model.knowledge import Knowledge
    from advisor.model.questionnaire import Answers

COMMAND = "explain"


def explain(
    entry: Annotated[
        str, typer.Argument(metavar="ID", help=help_text("explain-id"), show_default=False)
    ],
    answers: AnswersArgument = None,
    example: ExampleOption = False,
    output: OutputOption = None,
    form: FormatOption = None,
    as_json: JsonOption = False,
    own: KnowledgeOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """Explain one item of a plan."""
    lang = choose_lang(lang)
    with errors_told(lang, debug):
        from advisor.cli.targets import check_apart, deliver, read_targets
        from advisor.formats.interface import Format, render_explanation

        targets = read_targets(COMMAND, output or [], form, as_json)
        sources = choose_sources(COMMAND, answers or [], example, lang, can_ask=False)
        check_apart(COMMAND, targets.paths, sources)
        knowledge = load_the_knowledge(own or [])
        _check_known(entry, knowledge)
        told = _explain(entry, load_sources(sources, knowledge, lang, quiet), knowledge)

        def render(form: Format) -> str | bytes:
            return render_explanation(told, knowledge, lang, form)

        deliver(render, targets, "explained", lang, quiet)


def _check_known(entry: str, knowledge: Knowledge) -> None:
    from advisor.engine.explain import known_items

    known = known_items(knowledge)
    if entry not in known:
        near = near_name(entry, known)
        raise usage_error("E-ITEM", COMMAND, did_you_mean(near) if near else None, name=entry)


def _explain(entry: str, answers: Answers, knowledge: Knowledge) -> Explanation:
    from advisor.engine.explain import explain as explain_item
    from advisor.engine.reasoning import reason
    from advisor.engine.what_if.bench import Bench

    return explain_item(entry, reason(answers, knowledge, today()), Bench(answers, knowledge))
