"""The options that commands share, with help in the language of the call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

from advisor.cli.help_texts import HELP
from advisor.cli.language import CALL_LANG, read_lang
from advisor.texts import Lang


def help_text(key: str) -> str:
    """The help of a command or an option."""
    return HELP[key].say(CALL_LANG)


def option(key: str, *names: str, **settings: Any) -> Any:
    """An option with its help text."""
    return typer.Option(*names, help=help_text(key), show_default=False, **settings)


def count_to(most: int) -> Callable[[str], int]:
    """Reads a whole number from one to `most`; raises ValueError for anything else."""

    def read_count(word: str) -> int:
        count = int(word) if str(word).isascii() else 0
        if not 1 <= count <= most:
            raise ValueError(word)
        return count

    return read_count


def _inherit(context: typer.Context, value: Lang | None) -> Lang | None:
    """`advisor --lang nl analyse` and `advisor analyse --lang nl` are the same."""
    earlier: Lang | None = context.obj
    context.obj = value or earlier
    return value or earlier


LangOption = Annotated[
    Lang | None,
    option("lang", "--lang", callback=_inherit, parser=read_lang, metavar="nl|en"),
]
AnswersArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=help_text("answers-place"), help=help_text("answers"), show_default=False
    ),
]
ExampleOption = Annotated[bool, option("example", "--example")]
OutputOption = Annotated[
    list[str] | None, option("output", "--output", "-o", metavar=help_text("file-place"))
]
FormOutputOption = Annotated[
    list[str] | None, option("form-output", "--output", "-o", metavar=help_text("file-place"))
]
FormatOption = Annotated[
    str | None, option("format", "--format", metavar=help_text("format-place"))
]
JsonOption = Annotated[bool, option("json", "--json")]
KnowledgeOption = Annotated[
    list[str] | None, option("knowledge", "--knowledge", metavar=help_text("folder-place"))
]
QuietOption = Annotated[bool, option("quiet", "--quiet", "-q")]
DebugOption = Annotated[bool, option("debug", "--debug")]
SourcesArgument = Annotated[
    list[str],
    typer.Argument(metavar=help_text("batch-sources-place"), help=help_text("batch-sources")),
]
SourcesOption = Annotated[bool, option("sources", "--sources")]
