"""The program: its commands, and one way in."""

from __future__ import annotations

from typing import Annotated

import typer

from advisor import __version__
from advisor.cli.analyse import analyse
from advisor.cli.batch import batch
from advisor.cli.catalogue import catalogue
from advisor.cli.check import check
from advisor.cli.commands import AdvisorCommand, AdvisorGroup
from advisor.cli.compare import compare
from advisor.cli.explain import explain
from advisor.cli.form import form
from advisor.cli.options import LangOption, help_text, option
from advisor.cli.streams import prepare_streams, write_out

app = typer.Typer(
    name="advisor",
    cls=AdvisorGroup,
    help=help_text("app"),
    epilog=help_text("app.after"),
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["--help", "-h"]},
)
for command in (analyse, form, batch, explain, compare, catalogue, check):
    name = command.__name__
    app.command(name, cls=AdvisorCommand, help=help_text(name), epilog=help_text(f"{name}.after"))(
        command
    )


def _show_version(wanted: bool) -> None:
    if wanted:
        write_out(f"advisor {__version__}")
        raise typer.Exit


@app.callback()
def start(
    lang: LangOption = None,
    version: Annotated[
        bool, option("version", "--version", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Take the options that stand before a command."""


def main() -> None:
    """Run the program."""
    prepare_streams()
    app(prog_name="advisor")
