"""The interview: what is asked and said, with numbered lines and with real key presses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import TODAY
from known import school
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from advisor.engine.reasoning import make_plan
from advisor.engine.what_if.bench import Bench
from advisor.interview.asker import Asker, Card, Choice, Going, number_choices
from advisor.interview.asking import answer_text, ask_screen
from advisor.interview.files import ask_plan_path
from advisor.interview.further import WhatIf, Why, Wish, ask_further
from advisor.interview.keys.asker import KeyAsker
from advisor.interview.plain import PlainAsker
from advisor.interview.reviewing import ask_until_plan
from advisor.interview.saving import file_name
from advisor.interview.session import Session
from advisor.interview.sitting import Interview, Stopped
from advisor.interview.starting import Left, Start, begin, welcome
from advisor.loading.answers import load_answers, load_kept
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import SAY_NO_NAMES, Answer, Kind, Measures, Question
from advisor.model.what_if import Move
from advisor.personal import Personal, find_personal
from advisor.texts import Lang, Text

UNKNOWN = "0"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Lines:
    """Somebody who types these lines and then closes the keyboard."""

    def __init__(self, *lines: str) -> None:
        self.left = list(lines)

    def __call__(self, prompt: str) -> str:
        if not self.left:
            raise EOFError
        return self.left.pop(0)


def start(knowledge: Knowledge, asker: Callable[[Lang], Asker], **more: object) -> Start:
    return Start(knowledge, asker, TODAY, Path.cwd(), **more)  # type: ignore[arg-type]


def held(
    knowledge: Knowledge, *lines: str, lang: Lang = Lang.EN, **more: object
) -> tuple[Interview | None, list[str]]:
    """The interview that comes of these lines, and those that were not needed.

    None when the lines ended before it began.
    """
    typed = Lines(*lines)
    begun = start(knowledge, lambda lang: PlainAsker(lang, typed), **more)
    interview = None
    try:
        interview = begin(begun, *welcome(begun, lang))
        ask_until_plan(interview)
    except EOFError:
        pass
    return interview, typed.left


def number(question: Question, option: str) -> str:
    return str([one.id for one in question.options].index(option) + 1)


def first_pass(knowledge: Knowledge, **said: Answer) -> list[str]:
    """The lines for a first pass: what is said, and unknown for the rest."""
    lines = []
    session = Session.begin(knowledge)
    while (screen := session.screen) is not None:
        answer = said.get(screen.question.id.replace("-", "_"))
        offered = [option.id for option in screen.options]
        if screen.question.kind is Kind.TEXT:
            lines.append("" if answer is None else str(answer))
        elif answer is None:
            lines.append(UNKNOWN)
        elif isinstance(answer, tuple):
            numbers = [str(offered.index(one) + 1) for one in answer]
            lines.append(" ".join(numbers) or str(len(offered) + 1))
        else:
            lines.append(str(offered.index(str(answer)) + 1))
        session = session.answer(answer)
    return lines


BEGIN = ("1", "De Linde", "head")
"""Start, school, role."""


# The start


@pytest.mark.parametrize("lang", list(Lang))
def test_the_start_says_what_this_is_and_how_to_go_back_stop_and_go_on(
    knowledge: Knowledge, folder: Path, capsys: pytest.CaptureFixture[str], lang: Lang
) -> None:
    held(knowledge, lang=lang)
    shown = capsys.readouterr().out
    wanted = {
        Lang.NL: [
            "28 vragen",
            "tien minuten",
            "op deze computer",
            "typ <",
            "Ctrl-C",
            "verder waar",
        ],
        Lang.EN: [
            "28 questions",
            "ten minutes",
            "this computer",
            "type <",
            "Ctrl-C",
            "go on where",
        ],
    }
    assert all(word in shown for word in [*wanted[lang], str(folder)]), shown


def test_the_language_can_be_switched_at_the_start(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    interview, _ = held(knowledge, "2", "1", "De Linde", "", lang=Lang.EN)
    assert interview is not None
    assert interview.asker.lang is Lang.NL
    assert "Wat voor school is het?" in capsys.readouterr().out


def test_school_and_role_are_kept_at_once(knowledge: Knowledge) -> None:
    held(knowledge, *BEGIN)
    kept = load_kept(Path("de-linde-answers.yaml"), knowledge.questionnaire)
    assert (kept.answers.school, kept.answers.respondent) == ("De Linde", "head")
    assert kept.answers.date == TODAY


def test_back_at_the_role_is_back_at_the_school(knowledge: Knowledge) -> None:
    held(knowledge, "1", "De Linde", "<", "De Eik", "head")
    assert [path.name for path in Path().iterdir()] == ["de-eik-answers.yaml"]


def test_back_at_the_first_question_moves_the_answers_to_the_new_name(
    knowledge: Knowledge,
) -> None:
    held(knowledge, *BEGIN, "2", "<", "<", "De Eik", "", "", "1")
    assert [path.name for path in Path().iterdir()] == ["de-eik-answers.yaml"]
    kept = load_kept(Path("de-eik-answers.yaml"), knowledge.questionnaire)
    assert (kept.answers.respondent, kept.put) == ("head", ("sector", "stress-pressure"))
    interview, _ = held(knowledge, "1", "De Berk", "", "2", "<", "<", "De Beuk", "")
    assert interview is not None
    assert interview.kept == Path("de-beuk-answers.yaml")


def test_an_earlier_file_is_not_replaced_without_asking(knowledge: Knowledge) -> None:
    old = Path(file_name("De Linde"))
    old.write_text("old", "utf-8")
    interview, _ = held(knowledge, *BEGIN, "1")
    assert interview is not None
    assert interview.sitting.path == Path("de-linde-answers-2.yaml")
    assert old.read_text("utf-8") == "old"
    interview, _ = held(knowledge, *BEGIN, "2")
    assert interview is not None
    assert interview.sitting.path == old
    assert 'school: "De Linde"' in old.read_text("utf-8")


def test_a_file_that_somebody_named_keeps_its_name(knowledge: Knowledge) -> None:
    held(knowledge, *BEGIN, "2", "<", "<", "De Eik", "", save=Path("mine.yaml"))
    assert [path.name for path in Path().iterdir()] == ["mine.yaml"]
    assert "De Eik" in Path("mine.yaml").read_text("utf-8")


def test_a_read_only_file_is_never_replaced(knowledge: Knowledge) -> None:
    old = Path(file_name("De Linde"))
    old.write_text("old", "utf-8")
    old.chmod(0o444)
    interview, left = held(knowledge, *BEGIN, "2", "1")
    assert interview is not None
    assert interview.kept == Path("de-linde-answers-2.yaml")
    assert left == []


# Going on


def left_at(knowledge: Knowledge, *lines: str) -> Left:
    held(knowledge, *BEGIN, *lines)
    path = Path("de-linde-answers.yaml")
    return Left(path, load_kept(path, knowledge.questionnaire))


def test_an_interview_that_was_left_is_offered_first_and_goes_on(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    left = left_at(knowledge, "2", "4", "3")
    capsys.readouterr()
    interview, _ = held(knowledge, "1", "tutor", left=(left,))
    shown = capsys.readouterr().out
    assert "1: go on with De Linde, at question 3 of 28 (de-linde-answers.yaml)" in shown
    assert "2: start anew" in shown
    assert interview is not None
    assert interview.sitting.respondent == "tutor"
    assert interview.sitting.path == left.path
    assert interview.session.values == left.kept.answers.values
    assert interview.session.screen is not None
    assert interview.session.screen.in_all.number == 3


def test_going_on_keeps_the_role_with_enter_and_says_what_no_longer_fits(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    left = left_at(knowledge, "2", "4")
    text = left.path.read_text("utf-8").replace("serious", "sometimes")
    left.path.write_text(f"{text}  class-mood: mild\n", "utf-8")
    left = Left(left.path, load_kept(left.path, knowledge.questionnaire))
    before = left.path.read_text("utf-8")
    interview, _ = held(knowledge, "", left=(left,), is_resumed=True)
    assert Path("de-linde-answers-old.yaml").read_text("utf-8") == before
    shown = " ".join(capsys.readouterr().out.split())
    question = knowledge.questionnaire.questions["stress-pressure"]
    assert re.search(rf"does not fit.*{question.text.en}: sometimes and class-mood", shown)
    assert interview is not None
    assert interview.sitting.respondent == "head"
    assert interview.session.at == "stress-pressure"


def test_an_interview_left_at_its_first_question_goes_on_at_the_start(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    left = left_at(knowledge)
    held(knowledge, left=(left,))
    assert "1: go on with De Linde, at the start (de-linde-answers.yaml)" in capsys.readouterr().out


def test_a_finished_interview_can_be_looked_at_again(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    left = left_at(knowledge, *first_pass(knowledge))
    capsys.readouterr()
    interview, _ = held(knowledge, "1", "", left=(left,))
    shown = capsys.readouterr().out
    assert "1: back to De Linde: all questions are answered (de-linde-answers.yaml)" in shown
    assert "Put your position behind it." in shown
    assert interview is not None
    assert interview.session.at is None
    assert interview.sitting.path == left.path


def test_back_where_a_file_is_there_already_asks_for_the_school_again(
    knowledge: Knowledge,
) -> None:
    Path(file_name("De Linde")).write_text("old", "utf-8")
    interview, _ = held(knowledge, *BEGIN, "<", "De Eik", "", "2")
    assert interview is not None
    assert interview.kept == Path("de-eik-answers.yaml")


def test_going_on_into_another_file_asks_before_it_replaces_one(knowledge: Knowledge) -> None:
    left = left_at(knowledge, "2")
    Path("other.yaml").write_text("old", "utf-8")
    interview, _ = held(knowledge, "1", "", left=(left,), is_resumed=True, save=Path("other.yaml"))
    assert interview is not None
    assert interview.kept == Path("other-2.yaml")
    assert Path("other.yaml").read_text("utf-8") == "old"
    same, _ = held(knowledge, "", left=(left,), is_resumed=True, save=left.path)
    assert same is not None
    assert same.kept == left.path


# Answering


def test_a_first_pass_is_kept_as_it_was_said(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    said: dict[str, Answer] = {
        "sector": "vo",
        "stress_pressure": "serious",
        "low_mood": "moderate",
        "first": ("low-mood",),
        "running": ("mindfulness", "buddies"),
        "fixed": (),
        "ambition": "Iedereen hoort erbij",
    }
    interview, left = held(knowledge, *BEGIN, *first_pass(knowledge, **said))
    assert interview is not None
    assert left == []
    known = {name.replace("_", "-"): value for name, value in said.items()}
    assert interview.answers.values == known
    assert load_answers(interview.sitting.path, knowledge.questionnaire)[0] == interview.answers
    shown = capsys.readouterr().out
    assert "question 28 of 28" in shown
    assert "Your answers\n" in shown


def test_back_three_questions_and_another_answer_keeps_the_rest(knowledge: Knowledge) -> None:
    interview, _ = held(knowledge, *BEGIN, "2", "4", "3", "2", "<", "<", "<", "1", "", "")
    assert interview is not None
    names = list(knowledge.questionnaire.questions)[1:4]
    values = ["none", "moderate", "mild"]
    assert {name: interview.session.values[name] for name in names} == dict(
        zip(names, values, strict=True)
    )


@pytest.mark.parametrize("lang", list(Lang))
def test_who_asks_why_is_told_and_asked_again(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str], lang: Lang
) -> None:
    asker = PlainAsker(lang, Lines("?", "1"))
    card = Card(Text.same("Which?"), why=Text("omdat", "because"))
    assert asker.pick(card, [Choice("a", Text.same("A"))]) == "a"
    assert {Lang.NL: "omdat", Lang.EN: "because"}[lang] in capsys.readouterr().out


def test_a_line_that_is_no_choice_is_asked_again(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    choices = [Choice("a", Text.same("A")), Choice("x", Text.same("X"), is_alone=True, key="0")]
    asker = PlainAsker(Lang.EN, Lines("7", "", "1"))
    assert asker.pick(Card(Text.same("Which?")), choices) == "a"
    ticking = PlainAsker(Lang.EN, Lines("1 0", "b", "", "1,1"))
    assert ticking.tick(Card(Text.same("Which?")), choices, (), None) == ("a",)
    shown = capsys.readouterr().out
    assert shown.count("That is no choice. Choose: 1, 0.") == 2
    assert "'X' goes with nothing else." in shown
    assert shown.count("Type one or more of these numbers: 1, 0.") == 2


def test_no_more_than_the_most_can_be_chosen(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    choices = [Choice(name, Text.same(name)) for name in "abc"]
    asker = PlainAsker(Lang.EN, Lines("1 2 3", "3 1"))
    assert asker.tick(Card(Text.same("Which?")), choices, (), 2) == ("a", "c")
    assert "Select at most 2." in capsys.readouterr().out


def test_text_that_was_there_is_kept_changed_or_made_empty(knowledge: Knowledge) -> None:
    card = Card(Text.same("What?"), if_empty=Text.same("unknown"))
    for line, expected in (("", "before"), ("after  it", "after it"), ("-", "")):
        asker = PlainAsker(Lang.EN, Lines(line))
        assert asker.write(card, "before", lambda _: None) == expected


def test_a_line_that_may_not_be_empty_keeps_what_was_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asker = PlainAsker(Lang.EN, Lines("-"))
    assert asker.write(Card(Text.same("Which file?")), "a.md", lambda _: None) == "-"
    assert "Empty" not in capsys.readouterr().out


URGENT = ("danger", "suicidality", "abuse", "building")


@pytest.mark.parametrize("urgent", URGENT)
def test_what_cannot_wait_is_said_at_once_and_somebody_may_stop_there(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str], urgent: str
) -> None:
    lines = first_pass(knowledge, right_now=(urgent,))
    at = next(i for i, line in enumerate(lines) if line not in (UNKNOWN, ""))
    with pytest.raises(Stopped) as stopped:
        held(knowledge, *BEGIN, *lines[: at + 1], "2")
    assert stopped.value.path == Path("de-linde-answers.yaml")
    shown = " ".join(capsys.readouterr().out.split())
    told = [r for r in knowledge.catalogue.referrals.values() if urgent in r.urgent]
    assert told
    assert all(one.text.en in shown for one in told)
    Path("de-linde-answers.yaml").unlink()
    interview, _ = held(knowledge, *BEGIN, *lines[: at + 1], "1", UNKNOWN)
    assert interview is not None
    assert interview.session.values["right-now"] == (urgent,)


def test_a_building_alone_brings_no_word_on_suicide(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    held(knowledge, *BEGIN, *first_pass(knowledge, right_now=("building",)))
    assert "113" not in capsys.readouterr().out


# Nothing is lost


def test_answers_that_cannot_be_saved_wait_for_another_file(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    full = [True]

    def replace(self: Path, target: Path) -> Path:
        if full and target.name == "de-linde-answers.yaml":
            raise OSError(28, "full")
        return rename(self, target)

    rename = Path.replace
    interview, _ = held(knowledge, *BEGIN, "2")
    monkeypatch.setattr(Path, "replace", replace)
    left = Left(
        Path("de-linde-answers.yaml"),
        load_kept(Path("de-linde-answers.yaml"), knowledge.questionnaire),
    )
    interview, _ = held(
        knowledge, "", "1", "2", "elsewhere.yaml", "4", left=(left,), is_resumed=True
    )
    assert interview is not None
    assert capsys.readouterr().out.count("the disk is full") == 2
    assert load_answers(Path("elsewhere.yaml"), knowledge.questionnaire)[0] == interview.answers
    assert interview.answers.values["stress-pressure"] == "serious"
    assert load_answers(left.path, knowledge.questionnaire)[0].values == {"sector": "vo"}


def test_two_interviews_on_one_file_do_not_overwrite_each_other_unasked(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    left = left_at(knowledge, "2")

    class Typing(Lines):
        def __call__(self, prompt: str) -> str:
            if len(self.left) == 3:
                left.path.write_text("somebody else", "utf-8")
            return super().__call__(prompt)

    begun = start(
        knowledge,
        lambda lang: PlainAsker(lang, Typing("", "4", "2", "mine.yaml")),
        left=(left,),
        is_resumed=True,
    )
    interview = begin(begun, *welcome(begun, Lang.EN))
    with pytest.raises(EOFError):
        ask_until_plan(interview)
    assert "Somebody else has changed de-linde-answers.yaml meanwhile." in capsys.readouterr().out
    assert left.path.read_text("utf-8") == "somebody else"
    assert interview.kept == Path("mine.yaml")
    assert load_answers(Path("mine.yaml"), knowledge.questionnaire)[0] == interview.answers


# Privacy


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mail naar jan.de.vries@school.nl.", [Personal.MAIL]),
        ("bel 06-12345678", [Personal.PHONE]),
        ("06 12 34 56 78 of 020 - 123 45 67", [Personal.PHONE]),
        ("+31 6 12345678", [Personal.PHONE]),
        ("tel.0612345678", [Personal.PHONE]),
        ("06\u201312\u00a034\u00a056\u00a078", [Personal.PHONE]),
        ("0345 - 123456", [Personal.PHONE]),
        ("BSN 111222333", [Personal.BSN]),
        ("111.222.333 en a@b.nl", [Personal.MAIL, Personal.BSN]),
        ("123456789 leerlingen", []),
        ("van 2026-2027 tot en met 2029-2030", []),
        ("op 2026-11-26 of 26-11-2026", []),
        ("0800-2000, 113 en 0900-1113111", []),
        ("3.000.000 mensen, 12 van de 28, 50% in 2030", []),
        ("@school en #welbevinden", []),
    ],
)
def test_what_points_to_a_person_is_found(text: str, found: list[Personal]) -> None:
    assert list(find_personal(text)) == found


def test_a_text_with_a_telephone_number_is_only_kept_when_somebody_says_so(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    personal = "Bel 06-12345678"
    lines = first_pass(knowledge, ambition=personal)
    held(knowledge, *BEGIN, *lines)
    shown = capsys.readouterr().out
    assert SAY_NO_NAMES.en in shown
    assert "This text seems to hold a telephone number." in shown
    assert personal not in Path("de-linde-answers.yaml").read_text("utf-8")
    Path("de-linde-answers.yaml").unlink()
    interview, _ = held(knowledge, *BEGIN, *lines, "1", "Rust")
    assert interview is not None
    assert interview.answers.values["ambition"] == "Rust"
    Path("de-linde-answers.yaml").unlink()
    interview, _ = held(knowledge, *BEGIN, *lines, "2")
    assert interview is not None
    assert interview.answers.values["ambition"] == personal


@pytest.mark.parametrize("lang", list(Lang))
def test_above_every_free_text_stands_what_not_to_write(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str], lang: Lang
) -> None:
    questions = knowledge.questionnaire.questions.values()
    texts = [question for question in questions if question.kind is Kind.TEXT]
    session = Session.begin(knowledge).deepen(texts)
    for question in texts:
        screen = session.go_to(question.id).screen
        assert screen is not None
        asker = PlainAsker(lang, Lines(""))
        assert ask_screen(screen, knowledge.questionnaire.sections, asker) is None
        assert f"\n{SAY_NO_NAMES.say(lang)}\n" in capsys.readouterr().out


# Before the plan

DONE = {"sector": "vo", "stress_pressure": "serious", "coordination_hours": "one"}
FIVE = ["plan", "deepen", "finer", "change", "pause"]


def menu(knowledge: Knowledge, *wanted: str, **said: Answer) -> tuple[Interview | None, list[str]]:
    """The interview after a first pass and these lines."""
    return held(knowledge, *BEGIN, *first_pass(knowledge, **{**DONE, **said}), *wanted)


def test_all_answers_are_shown_before_the_plan(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    interview, _ = menu(knowledge)
    assert interview is not None
    shown = capsys.readouterr().out.split("Your answers\n")[1]
    for name in interview.session.path:
        question = knowledge.questionnaire.questions[name]
        answer = answer_text(question, interview.session.values[name]).en
        assert re.search(rf"- {re.escape(question.text.en)}:? {re.escape(answer)}\n", shown), name


def test_unknown_answers_that_may_change_the_choice_are_named_and_offered(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    said: dict[str, Answer] = {"running": ("mindfulness",), "fixed": ("mindfulness",)}
    interview, _ = menu(knowledge, "4", "1", "1", **said)
    assert interview is not None
    shown = capsys.readouterr().out
    asked = [
        q for q in knowledge.questionnaire.measuring(Measures.FORM) if q.target == "mindfulness"
    ]
    assert f"  - {asked[0].text.en}\n" in shown
    assert "it may change the choice too" in shown
    assert asked[0].id in interview.session.said


def test_an_answer_is_changed_and_what_that_does_is_said(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    said: dict[str, Answer] = {"running": ("mindfulness", "buddies"), "fixed": ("buddies",)}
    lines = first_pass(knowledge, **{**DONE, **said})
    (question,) = knowledge.questionnaire.measuring(Measures.RUNNING)
    (fixed,) = knowledge.questionnaire.measuring(Measures.FIXED)
    interview, _ = held(knowledge, *BEGIN, *lines)
    assert interview is not None
    change = "2"
    which = str(list(interview.session.path).index(question.id) + 1)
    Path("de-linde-answers.yaml").unlink()
    none = str(len(question.options) + 1)
    interview, _ = held(knowledge, *BEGIN, *lines, change, which, none)
    assert interview is not None
    shown = capsys.readouterr().out
    assert f"dropped:\n  - {fixed.text.en}\n" in shown
    assert interview.session.values[question.id] == ()
    kept = load_answers(interview.sitting.path, knowledge.questionnaire)[0]
    assert kept.values[fixed.id] == ()


def test_a_change_that_raises_a_second_need_asks_at_once_what_goes_first(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    interview, _ = menu(knowledge)
    assert interview is not None
    change = "2"
    which = str(list(interview.session.path).index("low-mood") + 1)
    Path("de-linde-answers.yaml").unlink()
    interview, _ = menu(knowledge, change, which, "4")
    assert interview is not None
    assert interview.session.at == "first"


def test_what_runs_beside_the_rest_is_asked_whether_it_is_fixed(knowledge: Knowledge) -> None:
    said: dict[str, Answer] = {"running": ("mindfulness",), "fixed": ("mindfulness",)}
    (question,) = knowledge.questionnaire.measuring(Measures.RUNNING)
    lines = first_pass(knowledge, **{**DONE, **said})
    interview, _ = held(knowledge, *BEGIN, *lines)
    assert interview is not None
    which = str(list(interview.session.path).index(question.id) + 1)
    Path("de-linde-answers.yaml").unlink()
    both = f"{number(question, 'mindfulness')} {number(question, 'buddies')}"
    interview, _ = held(knowledge, *BEGIN, *lines, "2", which, both)
    assert interview is not None
    assert interview.session.at == "fixed"
    assert interview.session.screen is not None
    assert interview.session.screen.earlier == ("mindfulness",)
    assert "fixed" not in load_answers(interview.sitting.path, knowledge.questionnaire)[0].values
    Path("de-linde-answers.yaml").unlink()
    interview, _ = held(knowledge, *BEGIN, *lines, "2", which, both, "1 2")
    assert interview is not None
    assert interview.session.at is None
    assert set(interview.answers.values["fixed"] or ()) == {"mindfulness", "buddies"}


def test_back_in_the_list_of_answers_changes_nothing(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    interview, _ = menu(knowledge)
    change = "2"
    Path("de-linde-answers.yaml").unlink()
    again, left = menu(knowledge, change, "<", change, "3", "<")
    assert interview is not None
    assert again is not None
    assert left == []
    assert again.answers == interview.answers


def test_somebody_can_stop_before_the_plan_and_hand_over(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    menu(knowledge)
    pause = "3"
    Path("de-linde-answers.yaml").unlink()
    with pytest.raises(Stopped) as stopped:
        menu(knowledge, pause)
    assert stopped.value.path == Path("de-linde-answers.yaml")


def test_a_full_interview_offers_nothing_more(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session.begin(knowledge, is_full=True)
    lines = []
    while session.screen is not None:
        kind = session.screen.question.kind
        lines.append("" if kind in (Kind.TEXT, Kind.NUMBER) else UNKNOWN)
        session = session.answer(None)
    held(knowledge, *BEGIN, *lines, is_full=True)
    shown = capsys.readouterr().out
    assert "I ask all questions that fit your school" in shown
    assert "1: make the plan" in shown
    assert "more questions that make the plan fit better" not in shown
    menu = shown.rsplit("What do you want to do now?", 1)[1]
    assert re.findall(r"^(\d): ", menu, re.MULTILINE) == ["1", "2", "3"]


# Key presses

ENTER, SPACE, DOWN, UP, LEFT, CTRL_C = "\r", " ", "\x1b[B", "\x1b[A", "\x1b[D", "\x03"


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


CARD = Card(Text.same("Which?"), why=Text.same("because"), can_go_back=True)
FEW = [Choice(name, Text.same(f"the {name}")) for name in ("ant", "bee", "cat")]
MANY = [
    Choice(f"{name}{at}", Text.same(f"{name} {at}")) for name in ("ant", "bee") for at in range(8)
]
ALONE = [Choice("none", Text.same("none"), is_alone=True), Choice("?", Text.same("?"), True, "0")]


@pytest.mark.parametrize(
    ("pressed", "expected"),
    [
        (ENTER, "bee"),
        (f"{DOWN}{ENTER}", "cat"),
        (f"{UP}{ENTER}", "ant"),
        (f"3{ENTER}", "cat"),
        (f"31{ENTER}", "ant"),
        (f"3x9{ENTER}", "cat"),
        (f"??{ENTER}", "bee"),
        (LEFT, Going.BACK),
    ],
)
def test_one_is_picked_with_keys(keys: PipeInput, pressed: str, expected: object) -> None:
    keys.send_text(pressed)
    assert KeyAsker(Lang.EN).pick(CARD, FEW, "bee") == expected


def test_a_long_list_is_searched_by_typing(keys: PipeInput) -> None:
    keys.send_text(f"bee 5{ENTER}")
    assert KeyAsker(Lang.EN).pick(CARD, MANY) == "bee5"
    keys.send_text(f"bee{DOWN}{ENTER}ant 3{ENTER}{ENTER}")
    assert KeyAsker(Lang.EN).tick(CARD, MANY, (), None) == ("ant3", "bee1")
    keys.send_text(f"bee 3{SPACE}{ENTER}")
    assert KeyAsker(Lang.EN).tick(CARD, MANY, (), None) == ("bee3",)
    keys.send_text(f"0{ENTER}")
    assert KeyAsker(Lang.EN).tick(CARD, [*MANY, *ALONE], (), None) == ("?",)
    keys.send_text(f"xyz\x7f\x7f\x7f{DOWN}{ENTER}")
    assert KeyAsker(Lang.EN).pick(CARD, MANY) == "ant1"
    accents = [*MANY, Choice("cat", Text.same("één kat"))]
    keys.send_text(f"één{ENTER}")
    assert KeyAsker(Lang.EN).pick(CARD, accents) == "cat"


@pytest.mark.parametrize("key", [ENTER, SPACE])
def test_a_search_in_vain_chooses_nothing_and_the_next_begins_afresh(
    keys: PipeInput, key: str
) -> None:
    keys.send_text(f"xyz{key}bee 2{ENTER}{ENTER}")
    assert KeyAsker(Lang.EN).tick(CARD, MANY, (), None) == ("bee2",)
    keys.send_text(f"xyzbee 4{ENTER}")
    assert KeyAsker(Lang.EN).pick(CARD, MANY) == "bee4"
    keys.send_text(f"10{ENTER}1{ENTER}{ENTER}")
    assert KeyAsker(Lang.EN).pick(CARD, [*MANY[:9], *ALONE[1:]]) == "ant1"


def test_keys_move_through_a_long_list(keys: PipeInput) -> None:
    end, home, page_down = "\x1b[F", "\x1b[H", "\x1b[6~"
    for pressed, expected in ((end, "bee7"), (f"{end}{home}", "ant0"), (page_down, "bee2")):
        keys.send_text(f"{pressed}{ENTER}")
        assert KeyAsker(Lang.EN).pick(CARD, MANY) == expected


def test_who_only_presses_enter_says_that_it_is_not_known(keys: PipeInput) -> None:
    keys.send_text(ENTER)
    assert KeyAsker(Lang.EN).pick(CARD, [*FEW, ALONE[1]]) == "?"


@pytest.mark.parametrize(
    ("pressed", "expected"),
    [
        (ENTER, ("bee",)),
        (f"{SPACE}{ENTER}", ("ant", "bee")),
        (f"23{ENTER}", ("cat",)),
        (f"13{ENTER}", ("ant", "bee")),
        (f"{DOWN}{SPACE}{DOWN}{SPACE}{ENTER}", ("cat",)),
        (f"4{ENTER}", ("none",)),
        (f"41{ENTER}", ("ant",)),
        (f"2{ENTER}{ENTER}0{ENTER}", ("?",)),
        (f"2{UP}{UP}{UP}{ENTER}", ("none",)),
        (f"{SPACE}{LEFT}", Going.BACK),
    ],
)
def test_some_are_ticked_with_keys(keys: PipeInput, pressed: str, expected: object) -> None:
    """At most two; what is alone puts the rest off; Enter without a tick asks again."""
    keys.send_text(pressed)
    assert KeyAsker(Lang.EN).tick(CARD, [*FEW, *ALONE], ("bee",), 2) == expected


@pytest.mark.parametrize(
    ("pressed", "before", "expected"),
    [
        (f" Rust ?{ENTER}", "", "Rust ?"),
        (f"?Rust{ENTER}", "", "Rust"),
        (f" er{ENTER}", "Rust", "Rust er"),
        (ENTER, "", ""),
        (LEFT, "", Going.BACK),
        (f"{LEFT}a{ENTER}", "b", "ab"),
        (UP, "Rust", Going.BACK),
        (f" er{UP}{ENTER}", "Rust", "Rust er"),
        (f"x{LEFT}{LEFT}y{ENTER}", "", "yx"),
        (f"wrong{ENTER}{chr(127) * 5}right{ENTER}", "", "right"),
    ],
)
def test_a_line_is_written_with_keys(
    keys: PipeInput, pressed: str, before: str, expected: object
) -> None:
    def check(line: str) -> Text | None:
        return Text.same("no") if line == "wrong" else None

    keys.send_text(pressed)
    assert KeyAsker(Lang.EN).write(CARD, before, check) == expected


@pytest.mark.parametrize(("key", "error"), [(CTRL_C, KeyboardInterrupt), ("\x04", EOFError)])
def test_stopping_is_told_from_every_kind_of_question(
    keys: PipeInput, key: str, error: type[BaseException]
) -> None:
    asker = KeyAsker(Lang.EN)
    for ask in (
        lambda: asker.pick(CARD, FEW),
        lambda: asker.tick(CARD, FEW, (), None),
        lambda: asker.write(CARD, "", lambda _: None),
    ):
        keys.send_text(key)
        with pytest.raises(error):
            ask()


def presses(knowledge: Knowledge) -> str:
    """Keys for a first pass: two needs serious, the first of every list, the rest unknown."""
    said = []
    session = Session.begin(knowledge)
    while (screen := session.screen) is not None:
        question = screen.question
        if question.kind is Kind.TEXT:
            said.append(f"Iedereen hoort erbij{ENTER}")
            session = session.answer("Iedereen hoort erbij")
        elif question.measures is Measures.URGENT:
            said.append(f"2{ENTER}{ENTER}")
            session = session.answer((screen.options[1].id,))
        elif question.kind is Kind.MANY:
            said.append(f"{SPACE}{ENTER}")
            session = session.answer((screen.options[0].id,))
        elif question.measures is Measures.NEED and screen.in_all.number <= 2:
            said.append(f"4{ENTER}")
            session = session.answer("serious")
        else:
            said.append(f"0{ENTER}")
            session = session.answer(None)
    return "".join(said)


def test_a_first_pass_with_real_keys(
    knowledge: Knowledge, keys: PipeInput, capsys: pytest.CaptureFixture[str]
) -> None:
    keys.send_text(f"{ENTER}De Linde{ENTER}head{ENTER}{presses(knowledge)}{CTRL_C}")
    begun = start(knowledge, KeyAsker)
    interview = begin(begun, *welcome(begun, Lang.EN))
    with pytest.raises(KeyboardInterrupt):
        ask_until_plan(interview)
    answers = interview.answers
    assert (answers.school, answers.respondent, answers.date) == ("De Linde", "head", TODAY)
    assert answers.values["stress-pressure"] == "serious"
    assert answers.values["first"] == ("stress-pressure",)
    assert answers.values["running"] == ("social-emotional-skills",)
    assert answers.values["ambition"] == "Iedereen hoort erbij"
    assert "sector" not in answers.values
    assert load_answers(interview.sitting.path, knowledge.questionnaire)[0] == answers
    shown = capsys.readouterr().out
    assert "Call 113" in shown
    # What was asked was taken away; what was answered stays.
    for name in interview.session.path:
        question = knowledge.questionnaire.questions[name]
        assert " ".join(question.text.en.split()) in " ".join(shown.split())


def test_choices_have_their_own_key_or_a_number() -> None:
    assert list(number_choices([*FEW, *ALONE])) == ["1", "2", "3", "4", "0"]


# After the plan


def further(
    knowledge: Knowledge, *chosen: str, **answers: Answer
) -> tuple[object, list[list[str]]]:
    """What comes of these choices, and the choices that were offered each time, in English."""
    told = school(sector="vo", coordination_hours="one", **answers)
    offered, left = [], list(chosen)

    class Scripted(PlainAsker):
        def pick(self, card: Card, choices: list[Choice], chosen: str | None = None) -> str | Going:
            offered.append([choice.text.en for choice in choices])
            wanted = left.pop(0)
            if wanted == "<":
                assert card.can_go_back
                return Going.BACK
            return next(choice.value for choice in choices if wanted in choice.text.en)

    plan = make_plan(told, knowledge, TODAY)
    bench = Bench(told, knowledge)
    return ask_further(plan, bench, Scripted(Lang.EN), Wish.READ), offered


@pytest.mark.parametrize(
    ("chosen", "wish"),
    [
        ("read the whole plan", Wish.READ),
        ("save the plan", Wish.SAVE),
        ("back to the answers", Wish.CHANGE),
        ("done", Wish.DONE),
    ],
)
def test_after_the_page_somebody_reads_on_saves_changes_or_is_done(
    knowledge: Knowledge, chosen: str, wish: Wish
) -> None:
    assert further(knowledge, chosen)[0] is wish


def test_after_the_page_an_item_or_what_was_left_out_can_be_explained(
    knowledge: Knowledge,
) -> None:
    wanted, offered = further(knowledge, "why something", "Mindfulness")
    assert wanted == Why("mindfulness")
    assert "Mindfulness and meditation (not in the plan)" in offered[1]


def test_after_the_page_another_answer_can_be_tried(knowledge: Knowledge) -> None:
    question = knowledge.questionnaire.questions["low-mood"]
    serious, mild = question.options[3].text.en, question.options[1].text.en
    wanted, offered = further(knowledge, "what changes", question.text.en, serious, low_mood="mild")
    assert wanted == WhatIf(Move("low-mood", "mild", "serious", 2))
    assert mild not in offered[2]


def test_after_the_page_a_list_gets_one_more_or_one_less(knowledge: Knowledge) -> None:
    care = knowledge.questionnaire.questions["care"].text.en
    _, offered = further(knowledge, "what changes", care, "not: ", care=("fixed-route",))
    assert [answer.split(":")[0] for answer in offered[2]] == ["not", "also", "also"]
    _, offered = further(knowledge, "what changes", care, "none of these")
    assert offered[2][0] == "none of these"


def test_going_back_asks_again(knowledge: Knowledge) -> None:
    mood = knowledge.questionnaire.questions["low-mood"].text.en
    chosen = ("why something", "<", "what changes", "<", "what changes", mood, "<", "done")
    assert further(knowledge, *chosen)[0] is Wish.DONE


def test_a_plan_is_saved_under_a_name_of_a_known_kind_that_replaces_nothing(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("plan.md").write_text("old", "utf-8")
    asker = PlainAsker(
        Lang.EN,
        Lines("plan.docs", "nowhere/plan.md", f"{'a' * 300}.md", "plan.md", "<", "plan.md", "1"),
    )
    assert ask_plan_path(Path("x.md"), (".md", ".html"), asker) == Path("plan-2.md")
    shown = capsys.readouterr().out
    assert "Let the name end in one of these: .md, .html." in shown
    assert "the folder does not exist" in shown
    assert "the name is too long" in shown
    back = PlainAsker(Lang.EN, Lines("<"))
    assert ask_plan_path(Path("x.md"), (".md",), back) is None
