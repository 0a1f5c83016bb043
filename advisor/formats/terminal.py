"""A plan on the terminal: the Markdown through Rich, readable without colour."""

from __future__ import annotations

import io
from typing import ClassVar

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Markdown, MarkdownElement, TableElement
from rich.table import Table

from advisor.formats import markdown
from advisor.formats.depths import Depth, split_depths
from advisor.model.knowledge import Knowledge
from advisor.model.plan import Plan
from advisor.texts import Lang

_WIDTH = 80
_WIDEST = 100


class _WholeWords(TableElement):
    """A table that breaks a word that is too long for its column, instead of cutting it off."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for part in super().__rich_console__(console, options):
            if isinstance(part, Table):
                for column in part.columns:
                    column.overflow = "fold"
            yield part


class _Markdown(Markdown):
    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "table_open": _WholeWords,
    }


def render(plan: Plan, knowledge: Knowledge, lang: Lang, annex: bool) -> str:
    """The plan as plain text of 80 columns, without colour."""
    out = io.StringIO()
    console = Console(file=out, width=_WIDTH, color_system=None, legacy_windows=False)
    show(markdown.render(plan, knowledge, lang, annex), console)
    return out.getvalue()


def show(text: str, console: Console, depths: tuple[Depth, ...] = tuple(Depth)) -> None:
    """Those depths of a Markdown plan on the console, without their markers."""
    width = min(console.width, _WIDEST)
    for depth, part in split_depths(text).items():
        if depth in depths:
            console.print(_Markdown(part), width=width)
            console.print()
