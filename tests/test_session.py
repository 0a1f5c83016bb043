"""Which question comes next, what is kept of the answers, and how they are read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import TODAY
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.interview.review import look_over, weigh_change
from advisor.interview.saving import file_name, plan_name, render_answers, write_answers
from advisor.interview.session import Session
from advisor.loading.answers import load_answers, load_kept, read_answers
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import Answer, Answers, Kind, Measures, Pass
from advisor.problems import AnswersError, UsageError
from advisor.texts import Lang
from advisor.writing import write_whole


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


def ahead_of(session: Session) -> list[str]:
    """The questions that were not put and may change the choice."""
    return [q.id for q in session.matters() if q.asked is Pass.CHOICE and q.id not in session.said]


ANGRY = {
    "aggression-anger": "serious",
    "care": ("fixed-route", "qualified-person"),
    "coordination-hours": "two-or-three",
}


def test_only_questions_that_could_change_the_advice_go_deeper(knowledge: Knowledge) -> None:
    for sector, asked in (("po", ["years-primary"]), ("vo", [])):
        session, _ = walk(Session.begin(knowledge), {"sector": sector, **ANGRY, "running": ()})
        names = ahead_of(session)
        assert [name for name in names if name.startswith("years")] == asked
    session, _ = walk(Session.begin(knowledge), {"running": ("mindfulness",)})
    assert ahead_of(session) == ["form-mindfulness"]
    deeper = session.deepen([q for q in session.matters() if q.id == "form-mindfulness"])
    assert ahead_of(walk(deeper, {"form-mindfulness": "class"})[0]) == []


def test_progress_counts_to_the_end_of_the_pass(knowledge: Knowledge) -> None:
    session = Session.begin(knowledge)
    seen, places = [], []
    while session.screen is not None:
        seen.append((session.screen.in_all.number, session.screen.in_all.total))
        places.append((session.screen.question.section, session.screen.in_section))
        session = session.answer(None)
    first = [q for q in knowledge.questionnaire.questions.values() if q.asked is Pass.FIRST]
    assert seen[0] == (0, 0)
    assert seen[1] == (1, len(first))
    assert [number for number, _ in seen[1:]] == list(range(1, len(seen)))
    totals = [total for _, total in seen[1:]]
    assert totals == sorted(totals, reverse=True)
    assert seen[-1] == (len(seen) - 1, len(seen) - 1)
    for section in knowledge.questionnaire.sections:
        numbers = [place.number for name, place in places if name == section.id]
        assert numbers[1:] == list(range(2, len(numbers) + 1))
    assert places[-1][1].number == places[-1][1].total


@given(data=st.data())
@settings(max_examples=20)
def test_whatever_is_answered_the_gate_of_the_files_accepts_it(
    knowledge: Knowledge, data: st.DataObject
) -> None:
    session = Session.begin(knowledge)
    for _ in range(data.draw(st.integers(0, 80))):
        if session.screen is None:
            session = session.deepen(session.matters())
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
        return st.none() | st.integers(*question.between)
    return st.none() | st.sampled_from(offered)


def kept_again(session: Session, path: Path) -> Session:
    """The session as another day reads it from its file."""
    write_answers(path, session.answers("De Linde"), session.values, session.ahead)
    return Session.resume(session.knowledge, load_kept(path, session.knowledge.questionnaire))


@given(data=st.data())
@settings(max_examples=8)
def test_what_was_left_goes_on_with_the_same_answers_at_the_first_question_not_put(
    knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    session = Session.begin(knowledge, is_full=data.draw(st.booleans()))
    for _ in range(data.draw(st.integers(0, 60))):
        if session.screen is None:
            break
        session = session.answer(data.draw(answers_to(session)))
    resumed = kept_again(session, tmp_path_factory.mktemp("kept") / "answers.yaml")
    assert resumed.values == session.values
    assert resumed.at == session.at
    assert resumed.screen == session.screen
    assert resumed.said == {
        name: session.values[name] for name in session.path if name in session.said
    }


def test_what_follows_from_an_answer_is_asked_when_that_answer_changes_another_day(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    session, _ = walk(Session.begin(knowledge), {"running": ()})
    resumed = kept_again(session, tmp_path / "answers.yaml")
    assert resumed.values["fixed"] == ()
    changed = resumed.go_to("running").answer(("mindfulness",)).forward()
    assert changed.at == "fixed"


def test_what_somebody_chose_to_answer_after_the_first_pass_is_still_to_ask(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    session, _ = walk(Session.begin(knowledge), {"running": ("mindfulness",), "fixed": ()})
    deeper = session.deepen(session.finer())
    assert deeper.screen is not None
    resumed = kept_again(deeper.answer(None), tmp_path / "answers.yaml")
    assert resumed.screen is not None
    assert resumed.screen.question == session.finer()[1]
    assert resumed.ahead == tuple(question.id for question in session.finer()[1:])


LEFT = """\
advisor: 1
school: De Linde
respondent: head
still_to_ask: [years-secondary, long-gone]
answers:
  sector: vo
  stress-pressure: serious
  low-mood: unknown
  anxiety: sometimes
  class-mood: mild
  running: [mindfulness, tamagotchi]
"""


def test_an_interview_of_an_earlier_questionnaire_goes_on(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(LEFT, "utf-8")
    kept = load_kept(path, knowledge.questionnaire)
    dropped = [(one.question, one.option) for one in kept.dropped]
    assert dropped == [("anxiety", "sometimes"), ("class-mood", None), ("running", "tamagotchi")]
    session = Session.resume(knowledge, kept)
    assert session.values == {
        "sector": "vo",
        "stress-pressure": "serious",
        "low-mood": None,
        "running": ("mindfulness",),
    }
    assert session.at == "anxiety"
    assert session.ahead == ("years-secondary",)


def test_an_interview_with_problems_does_not_go_on(knowledge: Knowledge, tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(LEFT.replace("[years-secondary, long-gone]", "1").replace("head", "[a]"))
    with pytest.raises(AnswersError) as caught:
        load_kept(path, knowledge.questionnaire)
    assert [problem.place.line for problem in caught.value.problems] == [3, 4]


def test_a_full_interview_puts_every_question_that_applies(knowledge: Knowledge) -> None:
    running = tuple(
        option.id
        for q in knowledge.questionnaire.measuring(Measures.RUNNING)
        for option in q.options
    )
    said = {"sector": "so", "running": running, "fixed": (), "substance-peer-pressure": "serious"}
    said |= {"care": ("partner-in-school",), "low-mood": "moderate"}
    _, put = walk(Session.begin(knowledge, is_full=True), said)
    assert put == list(knowledge.questionnaire.questions)


def test_a_changed_answer_says_which_questions_come_go_and_lose_a_choice(
    knowledge: Knowledge,
) -> None:
    said: dict[str, Answer] = {"running": ("mindfulness", "buddies"), "fixed": ("mindfulness",)}
    session, _ = walk(Session.begin(knowledge), said)
    less = session.go_to("running").answer(("buddies",)).forward()
    effect = weigh_change(session, less, "running")
    assert [question.id for question in effect.trimmed] == ["fixed"]
    more = session.go_to("running").answer(("mindfulness", "buddies", "resilience")).forward()
    assert weigh_change(session, more, "running").trimmed == ()
    assert (more.at, "fixed" in more.values) == ("fixed", False)
    nothing = session.go_to("running").answer(()).forward()
    assert [q.id for q in weigh_change(session, nothing, "running").gone] == ["fixed"]
    back = nothing.go_to("running").answer(("mindfulness",)).forward()
    assert [q.id for q in weigh_change(nothing, back, "running").appeared] == ["fixed"]
    two = session.go_to("stress-pressure").answer("serious").forward()
    two = two.go_to("anxiety").answer("serious").forward()
    assert two.at == "first"
    assert two.answer(("anxiety",)).at is None


def test_all_answers_are_looked_over_by_section(knowledge: Knowledge) -> None:
    session, put = walk(Session.begin(knowledge), {"low-mood": "mild"})
    parts = look_over(session)
    assert [question.id for part in parts for question, _ in part.said] == put
    assert {q.id: answer for part in parts for q, answer in part.said} == session.values
    assert all(q.section == part.section.id for part in parts for q, _ in part.said)


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


def test_a_plan_is_named_after_school_and_day() -> None:
    assert plan_name("OBS 't Zoëf!", TODAY) == "obs-t-zoef-plan-2026-09-01.md"


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
