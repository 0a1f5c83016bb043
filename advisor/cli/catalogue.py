"""`advisor catalogue`: the menu, and one entry in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from advisor.cli.language import choose_lang
from advisor.cli.messages import usage_error
from advisor.cli.options import (
    DebugOption,
    JsonOption,
    KnowledgeOption,
    LangOption,
    QuietOption,
    SourcesOption,
    help_text,
)
from advisor.cli.streams import errors_told, is_terminal_out, show_markdown, write_out
from advisor.installed import load_the_knowledge
from advisor.problems import did_you_mean, near_name
from advisor.texts import Lang

if TYPE_CHECKING:
    from advisor.cli.reference import Found
    from advisor.model.knowledge import Knowledge


def catalogue(
    entry: Annotated[
        str | None, typer.Argument(metavar="[ID]", help=help_text("id"), show_default=False)
    ] = None,
    sources: SourcesOption = False,
    as_json: JsonOption = False,
    own: KnowledgeOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """Show the menu, or one entry."""
    lang = choose_lang(lang)
    with errors_told(lang, debug):
        knowledge = load_the_knowledge(own or [])
        if entry is None:
            text = _menu(knowledge, lang, sources, as_json)
        else:
            text = _entry(_find(entry, knowledge), knowledge, lang, sources, as_json)
        (show_markdown if is_terminal_out() and not as_json else write_out)(text)


def _find(name: str, knowledge: Knowledge) -> Found:
    from advisor.cli.reference import find, known_ids

    found = find(name, knowledge)
    if found is None:
        near = near_name(name, known_ids(knowledge))
        raise usage_error("E-ID", "catalogue", did_you_mean(near) if near else None, name=name)
    return found


def _menu(knowledge: Knowledge, lang: Lang, sources: bool, as_json: bool) -> str:
    from advisor.cli.as_data import show_json
    from advisor.cli.menu import menu_data, render_menu

    if as_json:
        return show_json(menu_data(knowledge, lang))
    return render_menu(knowledge, lang, sources)


def _entry(found: Found, knowledge: Knowledge, lang: Lang, sources: bool, as_json: bool) -> str:
    from advisor.cli.as_data import show_json
    from advisor.cli.entry import entry_data, render_entry

    if as_json:
        return show_json(entry_data(found, knowledge, lang))
    return render_entry(found, knowledge, lang, sources)
