"""`advisor compare`: one school then and now, and why the advice differs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advisor.cli.language import choose_lang
from advisor.cli.messages import usage_error
from advisor.cli.options import (
    DebugOption,
    FormatOption,
    JsonOption,
    KnowledgeOption,
    LangOption,
    OutputOption,
    QuietOption,
    help_text,
)
from advisor.cli.sources import load_nodes, today
from advisor.cli.streams import errors_told, read_in, tell
from advisor.installed import load_the_knowledge
from advisor.texts import Lang

if TYPE_CHECKING:
    from advisor.loading.records import Source
    from advisor.loading.yamlfile import MapNode
    from advisor.model.comparison import Comparison
    from advisor.model.knowledge import Knowledge
    from advisor.problems import ProblemList
    from advisor.texts import Text

COMMAND = "compare"
STDIN = "-"


def compare(
    before: Annotated[
        str, typer.Argument(metavar=help_text("before-place"), help=help_text("before"))
    ],
    after: Annotated[
        str, typer.Argument(metavar=help_text("after-place"), help=help_text("after"))
    ],
    output: OutputOption = None,
    form: FormatOption = None,
    as_json: JsonOption = False,
    own: KnowledgeOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """Compare a school then and now."""
    lang = choose_lang(lang)
    with errors_told(lang, debug):
        from advisor.cli.targets import check_apart, deliver, read_targets
        from advisor.formats.interface import Format, render_comparison

        targets = read_targets(COMMAND, output or [], form, as_json)
        sources = _two_files(before, after)
        check_apart(COMMAND, targets.paths, sources)
        knowledge = load_the_knowledge(own or [])
        comparison = _compare(sources, knowledge, lang, quiet)

        def render(form: Format) -> str | bytes:
            return render_comparison(comparison, knowledge, lang, form)

        deliver(render, targets, "compared", lang, quiet)


def _two_files(before: str, after: str) -> tuple[str, str]:
    """Both names, of two files that are not one and the same."""
    from advisor.writing import is_same_file

    is_twice = STDIN in (before, after) and before == after
    if is_twice or (STDIN not in (before, after) and is_same_file(Path(before), Path(after))):
        raise usage_error("E-ONE-MOMENT", COMMAND, file=after)
    return before, after


def _compare(sources: tuple[str, str], knowledge: Knowledge, lang: Lang, quiet: bool) -> Comparison:
    from advisor.engine.compare import compare as hold_side_by_side
    from advisor.loading.records import load_records

    form = knowledge.questionnaire
    passed_over: list[Text] = []

    def load(path: Path, problems: ProblemList) -> MapNode | None:
        return load_nodes(path, form, problems, passed_over)

    (then, now), notes = load_records([_open(s) for s in sources], form, load)
    for note in (*passed_over, *notes):
        tell(note.say(lang), quiet)
    return hold_side_by_side(then, now, knowledge, today())


def _open(source: str) -> Source:
    from advisor.loading.yamlfile import MAX_BYTES

    return read_in(MAX_BYTES + 1) if source == STDIN else Path(source)
