"""Whole interviews in a real terminal: drawn, resized, broken off, killed and gone on with."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from advisor.installed import load_the_knowledge
from advisor.interview.session import Session
from advisor.loading.answers import load_answers, load_kept
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import Answer, Kind

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")

CHECKOUT = Path(__file__).parents[1]
ENTER, SPACE, DOWN, UP, LEFT, CTRL_C = "\r", " ", "\x1b[B", "\x1b[A", "\x1b[D", "\x03"
BACK = r":\S* \S*terug"
"""The hint is drawn whole, with its space in a style of its own."""
KEPT = "de-linde-answers.yaml"

Open = Callable[..., Any]


@pytest.fixture
def open_terminal(tmp_path: Path) -> Iterator[Open]:
    """Starts `advisor analyse` in a terminal of its own, in an empty folder."""
    import pexpect

    opened = []

    def start(*options: str, columns: int = 100, rows: int = 50, **settings: str) -> Any:
        env = {**os.environ, "PYTHONPATH": str(CHECKOUT), "TERM": "xterm", "ADVISOR_LANG": "nl"}
        for name in ("_TYPER_FORCE_DISABLE_TERMINAL", "COLUMNS", "NO_COLOR", "ACCESSIBLE"):
            env.pop(name, None)
        child = pexpect.spawn(
            sys.executable,
            ["-m", "advisor", "analyse", *options],
            env={**env, "PROMPT_TOOLKIT_NO_CPR": "1", **settings},
            cwd=str(tmp_path),
            encoding="utf-8",
            timeout=60,
            dimensions=(rows, columns),
        )
        opened.append(child)
        return child

    yield start
    for child in opened:
        child.close(force=True)


def begin(child: Any) -> None:
    """From the welcome to the first question."""
    child.expect_exact("Hoe wil je beginnen?")
    child.send(ENTER)
    child.expect_exact("Hoe heet de school?")
    child.send(f"De Linde{ENTER}")
    child.expect_exact("Wat is jouw rol op school?")
    child.send(f"zorgcoördinator{ENTER}")


def answer(
    child: Any, session: Session, said: Mapping[str, Answer], most: int | None = None
) -> Session:
    """Answer with keys what is asked, unknown where nothing is said; at most so many questions."""
    left = most
    while (screen := session.screen) is not None and left != 0:
        child.expect_exact(screen.question.text.nl[:40])
        child.expect(BACK)
        value = said.get(screen.question.id)
        offered = [option.id for option in screen.options]
        if screen.question.kind is Kind.TEXT:
            child.send(ENTER)
        elif isinstance(value, tuple):
            (ticked,) = value
            child.send(f"{DOWN * offered.index(ticked)}{SPACE}{ENTER}")
        elif value is not None:
            child.send(f"{offered.index(str(value)) + 1}{ENTER}")
        else:
            # Unless something else is chosen, a list points at "we do not know"; 0 always does.
            child.send(f"0{ENTER}")
        session = session.answer(value)
        left = None if left is None else left - 1
    return session


def visible(drawn: str) -> str:
    """What a terminal was told to draw, without where and how."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", drawn)


def ended(child: Any) -> int:
    import pexpect

    child.expect(pexpect.EOF)
    child.close()
    return int(child.exitstatus)


SAID: dict[str, Answer] = {"sector": "vo", "low-mood": "serious", "running": ("mindfulness",)}


def test_a_whole_interview_ends_in_a_plan(
    knowledge: Knowledge, tmp_path: Path, open_terminal: Open
) -> None:
    child = open_terminal()
    begin(child)
    answer(child, Session.begin(knowledge), SAID)
    child.expect_exact("Jullie antwoorden")
    child.expect_exact("Deze vragen heb ik nog niet gesteld")
    child.expect_exact("Wat wil je nu doen?")
    child.expect_exact("het plan maken")
    child.send(f"1{ENTER}")
    child.expect_exact("Ik maak het plan")
    child.expect_exact("De Linde")
    child.expect_exact("De eerste zes weken")
    child.expect_exact("het hele plan lezen")
    child.send(ENTER)
    child.expect_exact("het plan bewaren als bestand")
    child.send(f"3{ENTER}")
    child.expect_exact("Over welk onderdeel?")
    child.send(ENTER)
    child.expect_exact("waarom, en wat als")
    child.expect_exact("Wat wil je nu doen?")
    child.send(f"2{ENTER}")
    child.expect_exact("Onder welke naam?")
    child.send(ENTER)
    child.expect_exact("Plan geschreven: de-linde-plan-")
    child.expect_exact("Wat wil je nu doen?")
    child.send(f"6{ENTER}")
    child.expect_exact(f"Je antwoorden staan in {KEPT}")
    assert ended(child) == 0
    kept, _ = load_answers(tmp_path / KEPT, knowledge.questionnaire)
    assert kept.values == SAID
    (plan,) = tmp_path.glob("de-linde-plan-*.md")
    assert "De Linde" in plan.read_text("utf-8")


def test_going_back_three_questions_and_changing_one(
    knowledge: Knowledge, tmp_path: Path, open_terminal: Open
) -> None:
    child = open_terminal()
    begin(child)
    names = list(knowledge.questionnaire.questions)
    said = dict(zip(names, ("vo", "serious", "moderate", "mild"), strict=False))
    session = answer(child, Session.begin(knowledge), said, most=4)
    for _ in range(3):
        child.expect(BACK)
        child.send(LEFT)
        session = session.back()
        assert session.screen is not None
        child.expect_exact(session.screen.question.text.nl[:40])
    child.expect_exact("»")
    child.send(f"1{ENTER}{ENTER}{ENTER}")
    child.expect_exact(knowledge.questionnaire.questions[names[4]].text.nl[:40])
    child.send(CTRL_C)
    assert ended(child) == 130
    kept, _ = load_answers(tmp_path / KEPT, knowledge.questionnaire)
    assert kept.values == {**said, names[1]: "none"}


def test_a_question_of_own_knowledge_is_asked_in_its_place(
    tmp_path: Path, open_terminal: Open
) -> None:
    folder = str(CHECKOUT / "docs" / "examples" / "own-knowledge")
    knowledge = load_the_knowledge([folder])
    own = "sickness-absence"
    child = open_terminal("--knowledge", folder)
    begin(child)
    said: dict[str, Answer] = {"sector": "vo", own: "serious"}
    most = list(knowledge.questionnaire.questions).index(own) + 1
    session = answer(child, Session.begin(knowledge), said, most)
    assert session.screen is not None
    child.expect_exact(session.screen.question.text.nl[:40])
    child.expect(BACK)
    child.send(CTRL_C)
    child.expect(rf"advisor analyse --resume {KEPT}\s+--knowledge\s+{folder}")
    assert ended(child) == 130
    kept, _ = load_answers(tmp_path / KEPT, knowledge.questionnaire)
    assert kept.values == said
    again = open_terminal("--resume", KEPT, "--knowledge", folder)
    again.expect_exact("We gaan verder met De Linde.")
    again.send(ENTER)
    again.expect_exact(session.screen.question.text.nl[:40])


def test_ctrl_c_says_where_the_answers_are_and_the_next_start_offers_to_go_on(
    knowledge: Knowledge, open_terminal: Open
) -> None:
    child = open_terminal()
    begin(child)
    session = answer(child, Session.begin(knowledge), SAID, most=3)
    child.expect(BACK)
    child.send(CTRL_C)
    child.expect_exact(f"Gestopt. Je antwoorden staan in {KEPT}.")
    child.expect_exact(f"advisor analyse --resume {KEPT}")
    assert ended(child) == 130
    again = open_terminal()
    again.expect_exact(f"verder met De Linde, bij vraag 3 van 28 ({KEPT})")
    again.send(ENTER)
    again.expect_exact("zorgcoördinator")
    again.send(ENTER)
    assert session.screen is not None
    again.expect_exact("vraag 3 van 28")
    again.expect_exact(session.screen.question.text.nl[:40])


@pytest.mark.parametrize("most", [1, 6, 18])
def test_killed_at_any_moment_it_goes_on_with_all_answers(
    knowledge: Knowledge, tmp_path: Path, open_terminal: Open, most: int
) -> None:
    child = open_terminal()
    begin(child)
    session = answer(child, Session.begin(knowledge), SAID, most)
    assert session.screen is not None
    child.expect_exact(session.screen.question.text.nl[:40])
    child.kill(signal.SIGKILL)
    child.wait()
    again = open_terminal("--resume", KEPT)
    again.expect_exact("We gaan verder met De Linde.")
    again.expect_exact("zorgcoördinator")
    again.send(ENTER)
    again.expect_exact(session.screen.question.text.nl[:40])
    kept = load_kept(tmp_path / KEPT, knowledge.questionnaire)
    assert Session.resume(knowledge, kept).values == session.values


def test_a_window_that_closes_loses_nothing(
    knowledge: Knowledge, tmp_path: Path, open_terminal: Open
) -> None:
    child = open_terminal()
    begin(child)
    session = answer(child, Session.begin(knowledge), SAID, most=4)
    assert session.screen is not None
    child.expect_exact(session.screen.question.text.nl[:40])
    child.close(force=True)
    kept = load_kept(tmp_path / KEPT, knowledge.questionnaire)
    assert Session.resume(knowledge, kept).values == session.values


def test_a_terminal_that_changes_size_shows_the_question_whole(
    knowledge: Knowledge, open_terminal: Open
) -> None:
    child = open_terminal(columns=100)
    begin(child)
    question, second, *_ = knowledge.questionnaire.questions.values()
    last = f"3  {question.options[2].text.nl}"
    child.expect_exact(last)
    child.setwinsize(30, 44)
    child.expect_exact(question.text.nl)
    child.expect_exact(last)
    lines = visible(child.before).splitlines()
    assert any("←: terug" in line for line in lines)
    assert 30 < max(map(len, lines)) < 44
    child.send(f"2{ENTER}")
    child.expect_exact(second.text.nl[:20])


def test_sixty_columns_cut_nothing_off(knowledge: Knowledge, open_terminal: Open) -> None:
    child = open_terminal(columns=60)
    begin(child)
    session = Session.begin(knowledge)
    while (screen := session.screen) is not None and screen.in_all.number < 18:
        child.expect(BACK)
        child.expect_exact("dat weten we niet")
        shown = " ".join(visible(child.before).split())
        for option in screen.options:
            assert option.text.nl in shown, option.id
        child.send(f"0{ENTER}")
        session = session.answer(None)


def test_without_colour_nothing_is_coloured_and_all_is_said(
    knowledge: Knowledge, open_terminal: Open
) -> None:
    child = open_terminal(NO_COLOR="1")
    begin(child)
    answer(child, Session.begin(knowledge), SAID, most=5)
    child.expect(BACK)
    shown = child.before or ""
    child.send(CTRL_C)
    assert ended(child) == 130
    assert not re.search(r"\x1b\[[0-9;]*\b(?:3[0-8]|4[0-8]|9[0-7])[0-9;]*m", shown)


@pytest.mark.parametrize(
    ("options", "settings"),
    [(("--plain",), {}), ((), {"ACCESSIBLE": "1"}), ((), {"TERM": "dumb"})],
)
def test_numbered_lines_need_nothing_but_a_keyboard(
    knowledge: Knowledge, tmp_path: Path, open_terminal: Open, options: Any, settings: Any
) -> None:
    child = open_terminal(*options, **settings)
    child.expect_exact("Typ een nummer.")
    child.sendline("1")
    child.expect_exact("Hoe heet de school?")
    child.sendline("De Linde")
    child.expect_exact("Wat is jouw rol op school?")
    child.sendline("mentor")
    session = Session.begin(knowledge)
    shown = ""
    while (screen := session.screen) is not None:
        child.expect_exact(screen.question.text.nl[:40])
        child.expect_exact("> ")
        shown += child.before or ""
        child.sendline("" if screen.question.kind is Kind.TEXT else "0")
        session = session.answer(None)
    child.expect_exact("het plan maken")
    child.expect_exact("> ")
    shown += child.before or ""
    assert "\x1b" not in shown
    child.sendline("<")
    child.expect_exact("Dat is geen keuze.")
    child.sendeof()
    assert ended(child) == 130
    assert load_kept(tmp_path / KEPT, knowledge.questionnaire).put == session.path
