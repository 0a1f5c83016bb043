"""One item explained: why, why not, what it hangs on, in words and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run
from known import KNOWLEDGE, SCENARIOS, TODAY, school

from advisor.checking.scenarios import Scenario, load_scenarios
from advisor.data import example_school
from advisor.engine.explain import explain, known_items
from advisor.engine.reasoning import reason
from advisor.engine.what_if.bench import Bench
from advisor.formats.interface import Format, render_explanation
from advisor.loading.answers import load_answers
from advisor.model.explanation import Explanation
from advisor.model.lines import Cover
from advisor.model.questionnaire import Answers
from advisor.texts import Lang

LOADED, _ = load_scenarios(SCENARIOS, KNOWLEDGE)
EXAMPLE, _ = load_answers(example_school(Lang.EN), KNOWLEDGE.questionnaire)


def explained(item: str, answers: Answers = EXAMPLE) -> Explanation:
    return explain(item, reason(answers, KNOWLEDGE, TODAY), Bench(answers, KNOWLEDGE))


def told(one: Explanation, lang: Lang = Lang.EN) -> str:
    return render_explanation(one, KNOWLEDGE, lang, Format.MARKDOWN)


# Why


def test_an_item_of_the_plan_says_why_with_answers_sources_and_what_it_covers() -> None:
    text = told(explained("cognitive-behavioural-therapy"))
    assert "**This is in the plan:** new, from 2026-2027." in text
    assert "*Answers:* “Pupils are low in mood”: every week or in many classes." in text
    assert "Low mood: with this plan well covered, without this part not covered." in text
    assert "## What research says" in text
    assert "gee2020" not in text and "Gee, Reynolds" in text


def test_what_stays_open_without_it_is_what_nothing_else_covers() -> None:
    (only,) = explained("cognitive-behavioural-therapy").without
    assert (only.need, only.cover, only.then) == ("low-mood", Cover.FIRM, Cover.OPEN)
    two = school(
        sector="vo",
        low_mood="serious",
        care=["fixed-route", "qualified-person"],
        running=["cognitive-behavioural-therapy"],
        fixed=["cognitive-behavioural-therapy"],
        form_cbt="group",
        coordination_hours="one",
    )
    assert [line.then for line in explained("cognitive-behavioural-therapy", two).without] == [
        Cover.OPEN
    ]


def test_a_foundation_says_which_rule_asks_for_it_and_how_firm_it_is() -> None:
    one = explained("coordination")
    assert one.firmness is not None and one.firmness.is_firm
    assert "This is firm." in told(one)
    assert one.turn is not None


def test_what_runs_says_what_was_decided_and_why() -> None:
    text = told(explained("coach-talks"))
    assert (
        "**This already runs at your school.** The plan says about it: joins personal contact"
        in text
    )
    assert "## Why\n" in text


def test_a_question_says_where_the_school_stands_and_what_it_does() -> None:
    text = told(explained("curriculum"))
    assert "Where you stand: partly." in text
    assert (
        "- Keep to the agreed number of tests a week, and move a test when a week is too full."
        in text
    )


def test_what_is_in_place_or_does_not_run_is_said_too() -> None:
    settled = school(sector="vo", running=[], foundations_in_place=["transition"])
    assert "your answers do not call for it now" in told(explained("transition", settled))
    assert "does not run at your school" in told(explained("buddies", settled))


# Why not


def test_what_was_left_out_says_why_the_best_plan_with_it_and_where_that_loses() -> None:
    one = explained("teacher-training")
    text = told(one)
    assert "**This is not in the plan.**" in text
    assert one.way is not None and one.way.step.id == "earlier"
    assert "The chosen plan is better on this point: what you want first, helped sooner." in text
    assert "Hours of coordination in 2026-2027: 40 in that plan, 30 in the chosen plan." in text


def test_what_the_evidence_does_not_recommend_is_held_by_that_rule() -> None:
    answers = school(sector="vo", stress_pressure="serious", running=[], coordination_hours="one")
    one = explained("mindfulness", answers)
    assert one.turn is not None
    assert (one.turn.changes, one.turn.rule) == ((), "never-new")
    assert "No single other answer brings this into the plan." in told(one)
    assert "With your present answers no plan can start this." in told(one)


def test_what_no_answer_turns_is_held_by_the_first_reason_against_it() -> None:
    one = explained("peer-mediation")
    assert one.turn is not None and one.left_out is not None
    assert one.turn.changes == ()
    assert one.turn.rule == one.left_out.reasons[0].rule == "left-out-no-raised-need"
    assert "As far as is known, you have no clear need that this helps with." in told(one)


def test_what_runs_is_explained_as_what_may_stay() -> None:
    answers = next(one.answers for one in LOADED if one.id.startswith("005"))
    one = explained("peer-mediation", answers)
    assert one.turn is not None and one.turn.changes
    assert one.left_out is None and one.existing is not None


# All of it


@pytest.mark.parametrize("scenario", LOADED[::5], ids=lambda one: one.id)
def test_everything_can_be_explained_in_both_languages(scenario: Scenario) -> None:
    reasoning = reason(scenario.answers, KNOWLEDGE, TODAY)
    bench = Bench(scenario.answers, KNOWLEDGE)
    for item in known_items(KNOWLEDGE):
        one = explain(item, reasoning, bench)
        texts = [told(one, lang) for lang in Lang]
        assert all(text.count("\n## ") >= 1 for text in texts), item
        assert texts[0].count("\n## ") == texts[1].count("\n## "), item
        data = json.loads(render_explanation(one, KNOWLEDGE, Lang.EN, Format.JSON))
        assert data["id"] == item
        assert data["reasons"] or not data["in_plan"]
        if data["turn"] is not None:
            assert set(data["turn"]) in ({"answers"}, {"rule"})


def test_on_a_terminal_it_is_the_same_text_drawn() -> None:
    text = render_explanation(explained("coordination"), KNOWLEDGE, Lang.EN, Format.TERMINAL)
    assert "Coordination with hours: why, and what if?" in text
    assert "**" not in text and "##" not in text


# The command


def test_the_command_explains_from_a_file_into_files(
    run: Run, answers_file: Path, tmp_path: Path
) -> None:
    paths = [tmp_path / "why.md", tmp_path / "why.json"]
    result = run(
        "explain", "coordination", str(answers_file), "-o", str(paths[0]), "-o", str(paths[1])
    )
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"Explanation written: {paths[0]}, {paths[1]}\n"
    assert paths[0].read_text("utf-8").startswith("# Coordination with hours")
    assert json.loads(paths[1].read_text("utf-8"))["in_plan"] is True


def test_the_turn_stands_in_the_json_as_answers_or_as_a_rule(run: Run) -> None:
    data = json.loads(run("explain", "mindfulness", "--example", "--json").stdout)
    assert data["turn"] == {"answers": {"form-mindfulness": "voluntary"}}
    data = json.loads(run("explain", "anti-bullying", "--example", "--json").stdout)
    assert data["in_plan"] is False
    assert set(data["turn"]) in ({"answers"}, {"rule"})


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("mindfullness", "--example"), "did you mean 'mindfulness'?"),
        (("coordination",), "give a file: advisor explain ID ANSWERS.yaml (or --example)"),
        (("coordination", "no.yaml"), "no.yaml"),
        (
            ("coordination", "--example", "--format", "pdf"),
            "choose from: terminal, markdown, json, html, docx",
        ),
    ],
)
def test_wrong_use_is_told(run: Run, arguments: tuple[str, ...], says: str) -> None:
    result = run("explain", *arguments)
    assert result.exit_code == 2
    assert says in result.stderr


def test_without_an_item_the_command_says_what_is_missing(run: Run) -> None:
    result = run("explain")
    assert result.exit_code == 2
    assert "ID" in result.stderr
