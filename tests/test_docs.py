"""The README says what the program does: every command, the two commands to type, real files."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
from conftest import Run
from typer.models import CommandInfo

from advisor.cli.app import app
from advisor.cli.help_texts import HELP
from advisor.formats.interface import Format
from advisor.loading.answers import read_answers
from advisor.model.knowledge import Knowledge

CHECKOUT = Path(__file__).parents[1]
README = (CHECKOUT / "README.md").read_text("utf-8")
COMMANDS = {command.name: command for command in app.registered_commands if command.name}
FENCES = re.findall(r"```(\w*)\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str, run: Run) -> None:
    assert f"`advisor {name}" in README
    shown = run(name, "--help")
    assert shown.exit_code == 0
    assert "Examples:" in shown.stdout
    assert f"advisor {name}" in shown.stdout.split("Examples:")[1]


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_every_option_has_help_in_both_languages(command: CommandInfo) -> None:
    assert command.callback is not None
    for parameter in inspect.signature(command.callback, eval_str=True).parameters.values():
        (settings,) = parameter.annotation.__metadata__
        assert settings.help in {text.en for text in HELP.values()}, parameter.name


def test_options_named_in_the_readme_exist(run: Run) -> None:
    helps = " ".join(run(*name, "--help").stdout for name in ([], *([n] for n in COMMANDS)))
    # In the lines for a shell other programs have options of their own.
    prose = re.sub(r"```.*?```", "", README, flags=re.DOTALL)
    for option in set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", prose)):
        assert option in helps, option


def test_every_format_is_named() -> None:
    for form in Format:
        assert form.value.lower() in README.lower()


def test_the_two_commands_are_one_line_each_and_make_their_own_environment() -> None:
    lines = [text.strip() for language, text in FENCES if language == "bash"]
    assert len(lines) == 2
    for line in lines:
        assert "\n" not in line
        assert line.startswith("python3 -m venv .venv")
    assert "analyse --example" in lines[0]
    assert "pytest" in lines[1]


def test_ci_takes_the_test_command_from_the_readme() -> None:
    marked = README.split("<!-- test command -->")[1].split("<!-- end -->")[0]
    assert "-m pytest" in marked
    script = (CHECKOUT / ".ci" / "run").read_text("utf-8")
    assert "<!-- test command -->" in script
    assert "-m pytest" not in script


def test_the_answers_in_the_readme_can_be_read(knowledge: Knowledge) -> None:
    (text,) = [text for language, text in FENCES if language == "yaml"]
    answers, notes = read_answers(text.encode(), knowledge.questionnaire)
    assert answers.school == "De Linde"
    assert notes == ()


def test_links_to_files_work() -> None:
    for page in (CHECKOUT / "README.md", *(CHECKOUT / "docs").rglob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_no_paths_of_one_machine() -> None:
    files = ["README.md", "CHANGELOG.md", "docs/contributing.md", "pyproject.toml", ".ci/run"]
    for name in files:
        assert not re.search(r"/(home|Users|work|root)/", (CHECKOUT / name).read_text("utf-8"))


def test_the_program_in_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"<!-- library -->\n```python\n(.*?)```", README, re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
    shown = capsys.readouterr().out
    assert "# Plan voor welbevinden: De Linde" in shown
    assert "'havo' is not an answer to 'sector'" in shown
