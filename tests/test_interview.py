"""The interview: which question comes next, real key presses, and answers that are never lost."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import TODAY
from hypothesis import given, settings
from hypothesis import strategies as st
from known import school
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from advisor.engine.reasoning import make_plan
from advisor.engine.what_if.bench import Bench
from advisor.interview import prompts, sitting
from advisor.interview.further import WhatIf, Why, ask_further
from advisor.interview.saving import file_name, render_answers, write_answers
from advisor.interview.session import Session
from advisor.loading.answers import load_answers, read_answers
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import Answer, Answers, Kind, Measures, Pass
from advisor.model.what_if import Move
from advisor.problems import UsageError
from advisor.texts import Lang, Text
from advisor.writing import write_whole

CHECKOUT = Path(__file__).parents[1]
ENTER, SPACE, DOWN, UP, CTRL_C = "\r", " ", "\x1b[B", "\x1b[A", "\x03"


def walk(session: Session, said: Mapping[str, Answer]) -> tuple[Session, list[str]]:
    """Answer what is asked from a table, unknown where it has nothing; the questions put."""
    put = []
    while session.screen is not None:
        put.append(session.screen.question.id)
        session = session.answer(said.get(session.screen.question.id))
    return session, put


def until(session: Session, question: str, said: Mapping[str, Answer]) -> Session:
    while session.screen is not None and session.screen.question.id != question:
        session = session.answer(said.get(session.screen.question.id))
    assert session.screen is not None
    return session


# The session


def test_all_unknown_puts_every_question_that_needs_no_other(knowledge: Knowledge) -> None:
    session, put = walk(Session.begin(knowledge), {})
    first = [
        q.id
        for q in knowledge.questionnaire.questions.values()
        if q.asked in (Pass.START, Pass.FIRST)
    ]
    assert put == [name for name in first if name not in ("first", "fixed")]
    assert session.at is None
    assert session.answers("De Linde").values == {}


def test_what_goes_first_is_asked_among_raised_needs_when_there_are_two(
    knowledge: Knowledge,
) -> None:
    one = {"stress-pressure": "serious", "low-mood": "mild"}
    assert "first" not in walk(Session.begin(knowledge), one)[1]
    session = until(Session.begin(knowledge), "first", {**one, "anxiety": "moderate"})
    assert session.screen is not None
    assert [option.id for option in session.screen.options] == ["stress-pressure", "anxiety"]


def test_only_what_runs_can_be_fixed_and_only_the_rest_a_project(knowledge: Knowledge) -> None:
    said = {"running": ("resilience", "mindfulness", "buddies"), "fixed": ("resilience",)}
    session = until(Session.begin(knowledge), "fixed", said)
    assert session.screen is not None
    assert [option.id for option in session.screen.options] == list(said["running"])
    session = replace(walk(session, said)[0], deeper=("projects",), at="projects")
    assert session.screen is not None
    assert [option.id for option in session.screen.options] == ["mindfulness", "buddies"]


def test_where_nothing_runs_nothing_is_fixed(knowledge: Knowledge) -> None:
    session, put = walk(Session.begin(knowledge), {"running": ()})
    assert "fixed" not in put
    assert session.values["fixed"] == ()
    assert session.values["projects"] == ()


def test_back_keeps_answers_and_stops_at_the_first_question(knowledge: Knowledge) -> None:
    session = Session.begin(knowledge)
    assert session.back() == session
    session = until(session, "anxiety", {"low-mood": "mild"}).back()
    assert session.screen is not None
    assert (session.screen.question.id, session.screen.earlier) == ("low-mood", "mild")
    assert session.screen.is_answered


def test_back_from_the_end_shows_the_last_question(knowledge: Knowledge) -> None:
    session, put = walk(Session.begin(knowledge), {"ambition": "Rust"})
    again = session.back().screen
    assert again is not None
    assert (again.question.id, again.earlier) == (put[-1], "Rust")


def test_a_changed_answer_drops_what_no_longer_counts_and_brings_it_back(
    knowledge: Knowledge,
) -> None:
    said = {
        "stress-pressure": "serious",
        "low-mood": "moderate",
        "anxiety": "moderate",
        "first": ("low-mood", "anxiety"),
    }
    session = until(Session.begin(knowledge), "right-now", said)
    back = session
    while back.screen is not None and back.screen.question.id != "low-mood":
        back = back.back()
    changed = back.answer("none")
    assert changed.values["first"] == ("anxiety",)
    assert changed.back().answer("moderate").values["first"] == ("low-mood", "anxiety")


ANGRY = {
    "aggression-anger": "serious",
    "care": ("fixed-route", "qualified-person"),
    "coordination-hours": "two-or-three",
}


def test_only_questions_that_could_change_the_advice_go_deeper(knowledge: Knowledge) -> None:
    for sector, asked in (("po", ["years-primary"]), ("vo", [])):
        session, _ = walk(Session.begin(knowledge), {"sector": sector, **ANGRY, "running": ()})
        names = [question.id for question in session.deepening()]
        assert [name for name in names if name.startswith("years")] == asked
    session, _ = walk(Session.begin(knowledge), {"running": ("mindfulness",)})
    assert [question.id for question in session.deepening()] == ["form-mindfulness"]
    assert (
        walk(session.deepen(session.deepening()), {"form-mindfulness": "class"})[0].deepening()
        == ()
    )


def test_progress_counts_to_the_end_of_the_pass(knowledge: Knowledge) -> None:
    session = Session.begin(knowledge)
    seen = []
    while session.screen is not None:
        seen.append((session.screen.number, session.screen.total))
        session = session.answer(None)
    first = [q for q in knowledge.questionnaire.questions.values() if q.asked is Pass.FIRST]
    assert seen[0] == (0, 0)
    assert seen[1] == (1, len(first))
    assert [number for number, _ in seen[1:]] == list(range(1, len(seen)))
    totals = [total for _, total in seen[1:]]
    assert totals == sorted(totals, reverse=True)
    assert seen[-1] == (len(seen) - 1, len(seen) - 1)


@given(data=st.data())
@settings(max_examples=20)
def test_whatever_is_answered_the_gate_of_the_files_accepts_it(
    knowledge: Knowledge, data: st.DataObject
) -> None:
    session = Session.begin(knowledge)
    for _ in range(data.draw(st.integers(0, 80))):
        if session.screen is None:
            session = session.deepen(session.deepening())
        if session.screen is None:
            break
        if data.draw(st.integers(0, 9)) == 0:
            session = session.back()
        else:
            session = session.answer(data.draw(answers_to(session)))
    answers = session.answers("De Linde")
    text = render_answers(answers, session.values)
    read, notes = read_answers(text.encode(), knowledge.questionnaire)
    assert (read.values, notes) == (answers.values, ())


def answers_to(session: Session) -> st.SearchStrategy[Answer]:
    assert session.screen is not None
    question, offered = session.screen.question, [o.id for o in session.screen.options]
    if question.kind is Kind.MANY:
        lists = st.lists(st.sampled_from(offered), unique=True, max_size=question.most)
        ordered = lists.map(lambda chosen: tuple(o for o in offered if o in chosen))
        return st.none() | ordered
    if question.kind is Kind.TEXT:
        return st.none() | st.sampled_from(["Rust", "no", "12:30", "[a] # b"])
    if question.kind is Kind.NUMBER:
        return st.none() | st.integers(0, 99_999)
    return st.none() | st.sampled_from(offered)


# Saving

WORDS = st.sampled_from(
    [
        "no",
        "null",
        "~",
        "12:30",
        "true",
        "2026-01-01",
        "1",
        "- a",
        "a: b",
        "#",
        "'",
        '"',
        "\\",
        "{}",
    ]
)


@given(school=WORDS | st.text(min_size=1), ambition=WORDS | st.text(min_size=1))
def test_text_is_read_back_as_it_was_said(knowledge: Knowledge, school: str, ambition: str) -> None:
    name, text = " ".join(school.split())[:200].strip(), ambition.strip()[:2000].strip()
    if not name or not text or "unknown" in (name, text) or "\x00" in name + text:
        return
    answers = Answers(name, "head", TODAY, {"ambition": text})
    read, _ = read_answers(render_answers(answers).encode(), knowledge.questionnaire)
    assert read == answers


def test_unknown_answers_are_written_out_and_read_as_unknown(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    path = tmp_path / "answers.yaml"
    answers = Answers("De Linde", None, None, {"running": ()})
    write_answers(path, answers, ("low-mood", "running"))
    assert path.read_text("utf-8").splitlines()[2:] == [
        "answers:",
        "  low-mood: unknown",
        "  running: []",
    ]
    assert load_answers(path, knowledge.questionnaire)[0] == answers


def test_no_answers_at_all_can_be_read_back(knowledge: Knowledge) -> None:
    empty = Answers("De Linde", None, None, {})
    assert read_answers(render_answers(empty).encode(), knowledge.questionnaire)[0] == empty


@pytest.mark.parametrize(
    ("school", "expected"),
    [
        ("De Springplank", "de-springplank-answers.yaml"),
        ("OBS 't Zoëf!", "obs-t-zoef-answers.yaml"),
        ("../../etc/passwd", "etc-passwd-answers.yaml"),
        ("学校", "school-answers.yaml"),
        ("a" * 300, f"{'a' * 60}-answers.yaml"),
    ],
)
def test_the_file_is_named_after_the_school(school: str, expected: str) -> None:
    assert file_name(school) == expected


def test_a_failed_write_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "answers.yaml"
    write_whole(path, "before")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
    with pytest.raises(UsageError, match="the disk is full"):
        write_whole(path, "after")
    assert path.read_text("utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


# Key presses


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PipeInput]:
    monkeypatch.chdir(tmp_path)
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


def presses(knowledge: Knowledge) -> str:
    """Key presses for a first pass: two needs serious, one thing runs, the rest unknown."""
    said = []
    session = Session.begin(knowledge)
    while session.screen is not None:
        question = session.screen.question
        if question.kind is Kind.TEXT:
            said.append(f"Iedereen hoort erbij{ENTER}")
            session = session.answer("Iedereen hoort erbij")
        elif question.kind is Kind.MANY and question.measures is not Measures.URGENT:
            said.append(f"{SPACE}{ENTER}")
            session = session.answer((session.screen.options[0].id,))
        elif question.measures is Measures.NEED and session.screen.number <= 2:
            said.append(f"{DOWN * 3}{ENTER}")
            session = session.answer("serious")
        elif question.kind is Kind.MANY:
            said.append(f"{DOWN}{SPACE}{ENTER}")
            session = session.answer((session.screen.options[1].id,))
        else:
            said.append(f"{UP * 2}{ENTER}")
            session = session.answer(None)
    return "".join(said)


def test_a_first_pass_with_real_keys(
    knowledge: Knowledge, keys: PipeInput, capsys: pytest.CaptureFixture[str]
) -> None:
    no = f"{DOWN}{ENTER}"
    keys.send_text(f"De Linde{ENTER}head{ENTER}{presses(knowledge)}{no}")
    answers, path = sitting.hold_interview(knowledge, Lang.EN, TODAY)
    assert (answers.school, answers.respondent, answers.date) == ("De Linde", "head", TODAY)
    assert answers.values["stress-pressure"] == "serious"
    assert answers.values["first"] == ("stress-pressure",)
    assert answers.values["running"] == ("social-emotional-skills",)
    assert answers.values["ambition"] == "Iedereen hoort erbij"
    assert "sector" not in answers.values
    assert load_answers(path, knowledge.questionnaire)[0] == answers
    shown = capsys.readouterr().out
    assert "question 28 of 28" in shown
    assert "Call 113" in shown


def test_back_with_real_keys(knowledge: Knowledge, keys: PipeInput) -> None:
    keys.send_text(f"De Linde{ENTER}{ENTER}{DOWN}{ENTER}")
    keys.send_text(f"{UP}{ENTER}{UP}{ENTER}{CTRL_C}")
    with pytest.raises(sitting.Stopped) as stopped:
        sitting.hold_interview(knowledge, Lang.NL, TODAY)
    assert stopped.value.path is not None
    kept, _ = load_answers(stopped.value.path, knowledge.questionnaire)
    assert kept.values == {"sector": "po"}


def test_back_from_the_first_question_is_back_to_school_and_role(
    knowledge: Knowledge, keys: PipeInput
) -> None:
    keys.send_text(f"De Linde{ENTER}head{ENTER}{DOWN}{ENTER}{UP}{ENTER}")
    keys.send_text(f"{DOWN * 3}{ENTER}n{ENTER}{ENTER}{CTRL_C}")
    with pytest.raises(sitting.Stopped) as stopped:
        sitting.hold_interview(knowledge, Lang.NL, TODAY)
    assert stopped.value.path == Path("de-linden-answers.yaml")
    kept, _ = load_answers(stopped.value.path, knowledge.questionnaire)
    assert (kept.school, kept.respondent) == ("De Linden", "head")
    assert kept.values == {"sector": "vo"}
    assert [path.name for path in Path().iterdir()] == ["de-linden-answers.yaml"]


def test_stopping_before_the_first_answer_keeps_nothing(
    knowledge: Knowledge, keys: PipeInput
) -> None:
    keys.send_text(f"De Linde{ENTER}{ENTER}{CTRL_C}")
    with pytest.raises(sitting.Stopped) as stopped:
        sitting.hold_interview(knowledge, Lang.NL, TODAY)
    assert stopped.value.path is None
    assert list(Path().iterdir()) == []


def test_an_earlier_file_is_not_replaced_without_asking(
    knowledge: Knowledge, keys: PipeInput
) -> None:
    old = Path(file_name("De Linde"))
    old.write_text("old", "utf-8")
    keys.send_text(f"De Linde{ENTER}{ENTER}{ENTER}{ENTER}{CTRL_C}")
    with pytest.raises(sitting.Stopped) as stopped:
        sitting.hold_interview(knowledge, Lang.EN, TODAY)
    assert stopped.value.path == Path("de-linde-answers-2.yaml")
    assert old.read_text("utf-8") == "old"


def test_none_and_unknown_do_not_go_with_anything_else() -> None:
    check = prompts._check_many(2, Lang.EN)
    assert check(["a", "b"]) is True
    assert check([prompts.NONE]) is True
    for wrong in ([], ["a", prompts.NONE], [prompts.UNKNOWN, prompts.NONE], ["a", "b", "c"]):
        assert isinstance(check(wrong), str)


def test_back_wins_over_ticks_but_not_when_a_key_ticked_everything() -> None:
    check = prompts._check_many(2, Lang.EN)
    assert check(["a", "b", "c", prompts.BACK]) is True
    assert check([prompts.NONE, prompts.BACK]) is True
    assert isinstance(check(["a", prompts.NONE, prompts.UNKNOWN, prompts.BACK]), str)


@pytest.mark.parametrize("lang", list(Lang))
def test_options_fit_on_a_line_of_a_terminal(knowledge: Knowledge, lang: Lang) -> None:
    for question in knowledge.questionnaire.questions.values():
        for option in question.options:
            assert len(option.text.say(lang)) <= 70, (question.id, option.id)


def test_what_is_chosen_among_what_runs_is_called_the_same(knowledge: Knowledge) -> None:
    questions = knowledge.questionnaire.questions
    for question in questions.values():
        if question.out_of is not None:
            for option in question.options:
                named = questions[question.out_of].option(option.id)
                assert named is None or named.text == option.text, (question.id, option.id)


@pytest.mark.parametrize("columns", [40, 80])
def test_help_is_wrapped_to_the_terminal(
    knowledge: Knowledge,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    columns: int,
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for question in knowledge.questionnaire.questions.values():
        if question.help is not None:
            prompts.show(question.help.nl)
        assert all(len(line) < columns for line in prompts._asked(question.text.nl, "").split("\n"))
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) in range(columns - 12, columns + 1)


# A real terminal


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_whole_interview_in_a_terminal(knowledge: Knowledge, tmp_path: Path) -> None:
    import pexpect

    env = {**os.environ, "PYTHONPATH": str(CHECKOUT), "ADVISOR_LANG": "nl", "TERM": "xterm"}
    del env["_TYPER_FORCE_DISABLE_TERMINAL"]
    child = pexpect.spawn(
        sys.executable,
        ["-m", "advisor", "analyse"],
        env={**env, "PROMPT_TOOLKIT_NO_CPR": "1"},
        cwd=str(tmp_path),
        encoding="utf-8",
        timeout=60,
        dimensions=(50, 100),
    )
    child.expect("Hoe heet de school")
    child.send(f"De Linde{ENTER}")
    child.expect("Wat is jouw rol")
    child.send(ENTER)
    shown: list[str] = []
    session = Session.begin(knowledge)
    while session.screen is not None:
        child.expect_exact(session.screen.question.text.nl[:40])
        shown.append(child.before or "")
        kind, options = session.screen.question.kind, session.screen.options
        is_many, is_text = kind is Kind.MANY, kind is Kind.TEXT
        names = [option.id for option in options]
        if session.screen.question.id == "running":
            child.send(f"{DOWN * names.index('mindfulness')}{SPACE}{ENTER}")
            session = session.answer(("mindfulness",))
            continue
        child.send(ENTER if is_text else f"{UP * 2}{SPACE if is_many else ''}{ENTER}")
        session = session.answer(None)
    child.expect("nog één vraag die de keuze kan veranderen. Nu beantwoorden")
    child.send(f"{DOWN}{ENTER}")
    child.expect("Wil je ook het hele plan zien")
    assert "De Linde" in (child.before or "")
    shown.append(child.before or "")
    child.send(ENTER)
    child.expect("Wil je nog iets bekijken")
    child.send(f"{DOWN}{ENTER}")
    child.expect("Over welk onderdeel")
    child.send(ENTER)
    child.expect("waarom, en wat als")
    child.expect("Wil je nog iets bekijken")
    shown.append(child.before or "")
    child.send(ENTER)
    child.expect_exact("Je antwoorden staan in de-linde-answers.yaml")
    child.expect_exact("advisor analyse de-linde-answers.yaml -o plan.md")
    assert not re.search(r"selection|done \(|Use arrow", "".join(shown))
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    kept, _ = load_answers(tmp_path / "de-linde-answers.yaml", knowledge.questionnaire)
    assert kept.school == "De Linde"


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_ctrl_c_says_where_the_answers_are(tmp_path: Path) -> None:
    import pexpect

    env = {**os.environ, "PYTHONPATH": str(CHECKOUT), "TERM": "xterm"}
    child = pexpect.spawn(
        sys.executable,
        ["-m", "advisor", "analyse"],
        env={**env, "PROMPT_TOOLKIT_NO_CPR": "1"},
        cwd=str(tmp_path),
        encoding="utf-8",
        timeout=60,
    )
    child.expect("name of the school")
    child.send(f"De Linde{ENTER}")
    child.expect("your role")
    child.send(ENTER)
    child.expect("kind of school")
    child.send(ENTER)
    child.expect("question 1 of 28")
    child.expect("arrow keys")
    child.send(CTRL_C)
    child.expect_exact("Stopped. Your answers are in de-linde-answers.yaml;")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert "sector: po" in (tmp_path / "de-linde-answers.yaml").read_text("utf-8")


def test_questions_share_the_options_of_a_scale_of_what_runs_and_of_the_needs(
    knowledge: Knowledge,
) -> None:
    questions = knowledge.questionnaire.questions
    asked = [q for q in questions.values() if q.measures is Measures.NEED]
    names = {n.id: n.name for n in knowledge.catalogue.needs.values()}
    for measure in (Measures.FIRST, Measures.BACKED):
        (question,) = knowledge.questionnaire.measuring(measure)
        assert [(o.id, o.text) for o in question.options] == [
            (q.target, names[q.target]) for q in asked if q.target is not None
        ]
    (running,), (fixed,) = map(
        knowledge.questionnaire.measuring, (Measures.RUNNING, Measures.FIXED)
    )
    assert fixed.options == running.options
    assert asked[0].options == asked[1].options


# After the plan


def further(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch, *chosen: str, **answers: Answer
) -> tuple[object, list[list[str]]]:
    """What comes of these choices, and the choices that were offered each time, in English."""
    told = school(sector="vo", coordination_hours="one", **answers)
    offered, left = [], list(chosen)

    def choose(_: Text, choices: list[tuple[Text, str]], lang: Lang) -> str:
        offered.append([text.say(lang) for text, _ in choices])
        wanted = left.pop(0)
        return next(value for text, value in choices if wanted in text.say(lang))

    monkeypatch.setattr("advisor.interview.further.ask_choice", choose)
    plan = make_plan(told, knowledge, TODAY)
    moves = Bench(told, knowledge).moves
    return ask_further(plan, moves, knowledge, Lang.EN), offered


def test_after_the_plan_somebody_may_be_done(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert further(knowledge, monkeypatch, "no, done")[0] is None


def test_after_the_plan_an_item_or_what_was_left_out_can_be_explained(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted, offered = further(knowledge, monkeypatch, "why something", "Mindfulness")
    assert wanted == Why("mindfulness")
    assert "Mindfulness and meditation (not in the plan)" in offered[1]
    assert offered[1][-1] == "← back"


def test_after_the_plan_another_answer_can_be_tried(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted, offered = further(
        knowledge, monkeypatch, "what changes", "low in mood", "every day", low_mood="mild"
    )
    assert wanted == WhatIf(Move("low-mood", "mild", "serious", 2))
    assert "now and then or in a few classes" not in offered[2]


def test_after_the_plan_a_list_gets_one_more_or_one_less(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, offered = further(
        knowledge, monkeypatch, "what changes", "need extra care", "not: ", care=("fixed-route",)
    )
    assert [answer.split(":")[0] for answer in offered[2]] == [
        "not", "also", "also", "← back",
    ]  # fmt: skip
    _, offered = further(knowledge, monkeypatch, "what changes", "need extra care", "none of these")
    assert offered[2][0] == "none of these"


def test_going_back_asks_again(knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = (
        "why something",
        "← back",
        "what changes",
        "← back",
        "what changes",
        "low in mood",
        "← back",
        "no",
    )
    assert further(knowledge, monkeypatch, *chosen)[0] is None
