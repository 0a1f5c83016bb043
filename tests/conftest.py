"""What all tests share: a quiet terminal, a fixed day, the real knowledge, running commands."""

from __future__ import annotations

import os

os.environ.update(COLUMNS="100", NO_COLOR="1", _TYPER_FORCE_DISABLE_TERMINAL="1", ADVISOR_LANG="en")

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from typer.testing import CliRunner, Result

from advisor.cli.app import app
from advisor.data import data_root
from advisor.loading.rules import load_knowledge
from advisor.model.knowledge import Knowledge

settings.register_profile("advisor", deadline=None)
settings.load_profile("advisor")

TODAY = dt.date(2026, 9, 1)

ANSWERS = """\
advisor: 1
school: De Linde
respondent: care-coordinator
date: 2026-09-01
answers:
  sector: vo
  stress-pressure: serious
  low-mood: moderate
  class-climate: moderate
  first: [stress-pressure, class-climate]
  running: [mindfulness, guest-lesson]
  fixed: []
  lesson-room: within-lessons
  care: [fixed-route]
  coordination-hours: one
  training-half-days: one
"""

Run = Callable[..., Result]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-examples", action="store_true", help="write the example plans in docs/ anew"
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The words of each depth of each plan that a test counted."""
    counted = sorted(
        value
        for report in terminalreporter.getreports("passed")
        for name, value in getattr(report, "user_properties", ())
        if name == "words"
    )
    if counted:
        terminalreporter.section("words per depth: page, plan, annex")
        for school, lang, *words in counted:
            terminalreporter.write_line(f"{school:<40} {lang} " + "".join(f"{n:>7}" for n in words))


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    root = data_root()
    return load_knowledge(root.catalogue, root.rules)


@pytest.fixture
def today() -> dt.date:
    return TODAY


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `advisor` with these arguments in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, stdin: str | bytes = "") -> Result:
        return CliRunner().invoke(app, list(arguments), input=stdin)

    return call


@pytest.fixture
def answers_file(tmp_path: Path) -> Path:
    path = tmp_path / "answers.yaml"
    path.write_text(ANSWERS, encoding="utf-8")
    return path
