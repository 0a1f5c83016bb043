"""Typer's commands, with the words of help in the language of the call and our own errors."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from advisor.cli.language import lang_of_call
from advisor.cli.options import help_text
from advisor.cli.streams import errors_told, stdout_error
from advisor.cli.wrong_use import explain, is_of_typer, no_such_command

_BRACES = str.maketrans("", "", "{}")
_USAGE, _SUBCOMMAND, _OPTIONS = "usage", "subcommand", "options-place"


class AdvisorCommand(TyperCommand):
    """A command whose help speaks the language of the call."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        """Name the place of the options."""
        super().__init__(*args, **{**settings, "options_metavar": help_text(_OPTIONS)})

    def get_help_option(self, ctx: Any) -> Any:
        """The option for help, with our text."""
        return _translated(super().get_help_option(ctx))

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line of usage."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write arguments and options under our headings."""
        _write_options(self, ctx, formatter)


class AdvisorGroup(TyperGroup):
    """The program: its help speaks the language of the call, and so do all its errors."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        """Name the places of options and command."""
        places = {
            "options_metavar": help_text(_OPTIONS),
            "subcommand_metavar": help_text(_SUBCOMMAND),
        }
        super().__init__(*args, **{**settings, **places})

    def get_help_option(self, ctx: Any) -> Any:
        """The option for help, with our text."""
        return _translated(super().get_help_option(ctx))

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line of usage."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write options, those that Typer adds too, and commands under our headings."""
        for param in self.params:
            if param.name in ("install_completion", "show_completion"):
                vars(param)["help"] = help_text(param.name)
        _write_options(self, ctx, formatter)
        limit = formatter.width - 6 - max(len(name) for name in self.commands)
        rows = [(name, c.get_short_help_str(limit)) for name, c in self.commands.items()]
        with formatter.section(help_text("commands")):
            formatter.write_dl(rows)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Without anything, show help."""
        return super().parse_args(ctx, args or ([] if ctx.resilient_parsing else ["--help"]))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is called."""
        if args[0] not in self.commands and not ctx.resilient_parsing and args[0][:1] != "-":
            raise no_such_command(args[0], self)
        return super().resolve_command(ctx, args)

    def main(self, args: Sequence[str] | None = None, *more: Any, **settings: Any) -> Any:
        """Run the program, and end it."""
        alone = settings.get("standalone_mode", True)
        settings["standalone_mode"] = False
        if not alone:
            return super().main(args, *more, **settings)
        words = sys.argv[1:] if args is None else list(args)
        try:
            with errors_told(lang_of_call(words), "--debug" in words):
                code = self._run(args, words, settings)
        except typer.Exit as end:
            code = end.exit_code
        sys.exit(code or 0)

    def _run(self, args: Sequence[str] | None, words: list[str], settings: dict[str, Any]) -> Any:
        try:
            return super().main(args, **settings)
        except BrokenPipeError:
            raise
        except OSError as error:
            # Commands tell their own errors, so this is help that could not be shown.
            raise stdout_error(error) from error
        except Exception as error:
            if not is_of_typer(error):
                raise
            raise explain(error, self, words) from None


def _translated(option: Any) -> Any:
    if option is not None:
        option.help = help_text("help")
    return option


def _write_usage(command: Any, ctx: Any, formatter: Any) -> None:
    # Typer puts what must be given between braces; that says nothing to who has to type it.
    pieces = " ".join(command.collect_usage_pieces(ctx)).translate(_BRACES)
    formatter.write_usage(ctx.command_path, pieces, prefix=f"{help_text(_USAGE)}: ")


def _write_options(command: Any, ctx: Any, formatter: Any) -> None:
    for kind in ("argument", "option"):
        params = [p for p in command.get_params(ctx) if p.param_type_name == kind]
        # That something must be given is said by the line of usage, in the language of the call.
        rows = [
            (row[0], row[1].removesuffix("[required]").rstrip())
            for row in (p.get_help_record(ctx) for p in params)
            if row is not None
        ]
        if rows:
            with formatter.section(help_text(f"{kind}s")):
                formatter.write_dl(rows)
