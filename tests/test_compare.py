"""One school then and now: the story, its causes, other versions, wrong files, all formats."""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Run
from hypothesis import given, settings
from hypothesis import strategies as st
from known import KNOWLEDGE, TODAY, school

from advisor.checking.schools import realistic_school, typical_school, uniform_school
from advisor.data import example_school
from advisor.engine.compare import advised_by, compare
from advisor.engine.reasoning import make_plan
from advisor.formats.interface import Format, render, render_comparison
from advisor.loading.edition import edition_of
from advisor.loading.records import load_records
from advisor.loading.yamlfile import read_yaml
from advisor.model.combination import Decision, Status
from advisor.model.comparison import (
    Advice,
    Basis,
    Became,
    Carried,
    Cause,
    Comparison,
    Record,
    Recorded,
    Shift,
)
from advisor.model.profile import Runs
from advisor.model.questionnaire import Answers, NotAsked
from advisor.model.rules import Exclude
from advisor.model.vocabulary import Level, Stage
from advisor.problems import AnswersError, ProblemList
from advisor.texts import Lang, Text

THEN = example_school(Lang.NL).read_text("utf-8")
BOTH = pytest.mark.parametrize("lang", list(Lang))


def changed(text: str, *pairs: tuple[str, str]) -> str:
    """The text with these words changed; each must be there."""
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text


A_YEAR_LATER = changed(
    THEN,
    ("2026-11-21", "2027-11-21"),
    ("stress-pressure: serious", "stress-pressure: moderate"),
    ("running: [mindfulness, guest-lesson, coach-talks]", "running: [mindfulness, coach-talks]"),
    ("fixed: []", "fixed: [mindfulness, coach-talks]\n  form-mindfulness: voluntary"),
    ("parents-along: started", "parents-along: largely"),
)
"""The example school: two activities embedded, one ended, one need lighter, parents along."""


def record(text: str) -> Record:
    """One record, from answers or from a plan."""
    (found,), notes = load_records([text.encode()], KNOWLEDGE.questionnaire)
    assert notes == ()
    return found


def plan_json(answers: Answers, knowledge=KNOWLEDGE, day: dt.date = TODAY) -> str:
    return render(make_plan(answers, knowledge, day), knowledge, Lang.NL, True, Format.JSON)


def held(before: Record | Answers, after: Record | Answers, knowledge=KNOWLEDGE) -> Comparison:
    sides = (side if isinstance(side, Record) else Record(side) for side in (before, after))
    return compare(*sides, knowledge, TODAY)


def told(comparison: Comparison, lang: Lang = Lang.NL, form: Format = Format.MARKDOWN) -> str:
    return render_comparison(comparison, KNOWLEDGE, lang, form)


@pytest.fixture(scope="module")
def year() -> Comparison:
    return held(record(THEN), record(A_YEAR_LATER))


# The example school a year later


def test_the_year_of_the_example_school_is_seen_right(year: Comparison) -> None:
    assert [one.id for one in year.activities if one.got_its_place] == [
        "mindfulness",
        "coach-talks",
    ]
    became = {one.id: one.became for one in year.activities}
    assert became["guest-lesson"] is Became.STOPPED
    lighter = {one.id: (one.before, one.after) for one in year.needs if one.shift is Shift.LIGHTER}
    assert lighter["stress-pressure"] == (Level.SERIOUS, Level.MODERATE)
    assert not [one for one in year.needs if one.shift is Shift.HEAVIER]
    assert year.basis is Basis.TODAY
    assert {change.cause for change in year.changed_advice} == {Cause.SCHOOL}


def test_what_was_carried_out_is_told_apart(year: Comparison) -> None:
    items = {one.advice.id: one for one in year.carried_out}
    assert items["parents-as-partners"].carried is Carried.DONE
    assert items["stress-management"].carried is Carried.NOT_YET
    assert items["daily-contact"].carried is Carried.UNDER_WAY and items["daily-contact"].as_before
    assert items["equal-chances"].carried is Carried.UNKNOWN
    decisions = {one.decided.id: one for one in year.followed}
    assert decisions["guest-lesson"].carried is Carried.DONE
    assert decisions["mindfulness"].carried is Carried.DONE
    assert decisions["coach-talks"].carried is Carried.DONE
    assert decisions["coach-talks"].runs is Runs.EMBEDDED


def test_a_start_that_was_not_made_only_moves_along(year: Comparison) -> None:
    moved = {change.id: change for change in year.items if change.cause is Cause.TIME}
    stress = moved["stress-management"]
    assert stress.before is not None and stress.after is not None
    assert (stress.before.start, stress.after.start) == ("2026-2027", "2027-2028")
    assert stress not in year.changed_advice


def test_the_story_in_dutch(year: Comparison) -> None:
    text = told(year)
    heads = [line for line in text.splitlines() if line.startswith("#")]
    assert heads == [
        "# Toen en nu: De Zoekende School",
        "## In het kort",
        "## Uitgevoerd",
        "## Wat jullie nu zien",
        "## Wat er loopt",
        "## Het advies",
        "## Antwoorden",
    ]
    assert "Van 21 november 2026 tot 21 november 2027." in text
    assert "In een jaar:" in text
    assert "2 activiteiten kregen een vaste plek: mindfulness of meditatie; coach" in text
    assert "Minder zwaar: stress en prestatiedruk, en samenwerking met ouders." in text
    assert "stress en prestatiedruk (toen ernstig, nu duidelijk)" in text
    assert "Gestopt: een gastles of themaweek." in text
    assert "punten, door jullie antwoorden." in text
    assert "|Ouders als partner |fundament (vanaf 2026-2027) |**gedaan**|" in text
    assert "|Een gastles of themaweek |stopt |**gestopt**|" in text
    assert "Wat verschilt, komt dus door jullie antwoorden." in text
    assert "|“School en ouders werken samen aan welbevinden” |we zijn net begonnen |" in text


def test_the_story_in_english(year: Comparison) -> None:
    text = told(year, Lang.EN)
    assert "# Then and now: De Zoekende School" in text
    assert "In a year:" in text
    assert "2 activities got a fixed place: mindfulness or meditation; coaching" in text
    assert "stress and pressure to perform (then serious, now moderate)" in text
    assert "|Parents as partners |foundation (from 2026-2027) |**done**|" in text
    assert "So any difference comes from your answers." in text
    assert "added: mindfulness or meditation" in text


def test_what_was_advised_and_embedded_is_done_and_kept() -> None:
    later = changed(
        THEN,
        ("2026-11-21", "2027-11-21"),
        ("coach-talks]", "coach-talks, stress-management]"),
        ("fixed: []", "fixed: [stress-management]\n  form-stress: voluntary"),
    )
    found = held(record(THEN), record(later))
    done = [one.advice.id for one in found.carried_out if one.carried is Carried.DONE]
    assert done == ["stress-management"]
    assert "**Is er nu, en blijft zo:** vrijwillige training" in told(found)
    other = held(
        record(THEN), record(changed(later, ("form-stress: voluntary", "form-stress: class")))
    )
    (stress,) = (one for one in other.carried_out if one.advice.id == "stress-management")
    assert stress.carried is Carried.OTHER_FORM


def test_what_was_embedded_all_along_is_not_called_done() -> None:
    answers = replace(uniform_school(random.Random(743), KNOWLEDGE), date=dt.date(2026, 1, 1))
    found = held(answers, replace(answers, date=dt.date(2027, 1, 1)))
    still = [one for one in found.carried_out if one.runs is Runs.EMBEDDED and one.as_before]
    assert {one.carried for one in still} == {Carried.UNKNOWN}


def test_what_is_due_later_is_not_blamed() -> None:
    found = held(record(THEN), record(changed(THEN, ("2026-11-21", "2027-03-01"))))
    later = [one.advice.id for one in found.carried_out if one.carried is Carried.LATER]
    assert later == ["vision"]


# What did not change


@BOTH
def test_the_same_answers_twice_change_nothing(lang: Lang) -> None:
    found = held(record(THEN), record(THEN))
    assert (found.answers, found.items, found.existing) == ((), (), ())
    text = told(found, lang)
    none = {
        Lang.NL: ("Er is niets veranderd.", "Jullie zien hetzelfde als toen.",
                  "Er loopt hetzelfde als toen.", "Het advies is niet veranderd.",
                  "Alle antwoorden zijn hetzelfde."),
        Lang.EN: ("Nothing has changed.", "You see the same as then.",
                  "The same things run as then.", "The advice has not changed.",
                  "All answers are the same."),
    }  # fmt: skip
    for line in none[lang]:
        assert line in text.splitlines()


def test_an_empty_school_is_told_in_one_line_a_part() -> None:
    found = held(school(running=[]), school(running=[]))
    assert "Toen liep er niets dat jullie noemden, en nu ook niet." in told(found)


# Why the advice differs


STRESSED = school(
    sector="vo",
    stress_pressure="serious",
    first=["stress-pressure"],
    running=[],
    fixed=[],
    lesson_room="within-lessons",
    care=["fixed-route", "qualified-person"],
    coordination_hours="two-or-three",
    training_half_days="two-or-three",
)
CALMER = replace(STRESSED, values={**STRESSED.values, "stress-pressure": "none", "first": ()})


def without(form: str):
    """The knowledge in which a rule that always holds rules this form out."""
    judged = KNOWLEDGE.rules[Stage.JUDGE]
    some = next(rule for rule in judged if isinstance(rule.then, Exclude))
    rule = replace(some, id="never-this", when=ALWAYS_TRUE, then=Exclude(form))
    rules = {**KNOWLEDGE.rules, Stage.JUDGE: (*judged, rule)}
    return replace(KNOWLEDGE, rules=rules, edition="0.1.0-other")


ALWAYS_TRUE = KNOWLEDGE.questionnaire.questions["sector"].when


def causes(found: Comparison) -> dict[str, Cause]:
    return {change.id: change.cause for change in found.items}


def test_answers_alone_can_only_differ_by_the_school() -> None:
    found = held(STRESSED, CALMER)
    assert causes(found)["stress-management"] is Cause.SCHOOL
    assert found.basis is Basis.TODAY


def test_the_same_answers_with_other_advice_differ_by_the_knowledge() -> None:
    plan = record(plan_json(STRESSED))
    found = held(plan, STRESSED, without("stress-voluntary"))
    assert found.basis is Basis.MOVED
    assert causes(found)["stress-management"] is Cause.KNOWLEDGE
    assert set(causes(found).values()) == {Cause.KNOWLEDGE}
    text = told(found)
    assert "De kennis in advisor is veranderd" in text
    assert "vrijwillige training omgaan met stress of faalangst (door de kennis in advisor)" in text


def test_both_can_have_done_it() -> None:
    """Then it was new; by the knowledge of now it would not be, and now the school runs it."""
    runs = {"running": ("stress-management",), "fixed": ("stress-management",)}
    later = replace(STRESSED, values={**STRESSED.values, **runs, "form-stress": "voluntary"})
    plan = record(plan_json(STRESSED))
    assert causes(held(plan, later))["stress-management"] is Cause.SCHOOL
    (stress,) = (i for i in plan.plan.advised.items if i.id == "stress-management")
    older = replace(stress, status=Status.FIND_OUT, start=None)
    items = tuple(older if item == stress else item for item in plan.plan.advised.items)
    advised = replace(plan.plan.advised, items=items)
    recorded = replace(plan, plan=Recorded(TODAY, "0.0.1-old", advised))
    found = held(recorded, later)
    assert causes(found)["stress-management"] is Cause.BOTH
    assert "door jullie antwoorden en de kennis samen" in told(found)
    assert "because of your answers and the knowledge together" in told(found, Lang.EN)


def test_two_plans_of_one_older_edition_differ_by_the_school() -> None:
    older = without("stress-voluntary")
    before, after = (record(plan_json(a, older)) for a in (STRESSED, CALMER))
    found = held(before, after)
    assert found.basis is Basis.SAME
    assert set(causes(found).values()) <= {Cause.SCHOOL}
    assert "Beide plannen zijn gemaakt met dezelfde, oudere kennis." in told(found)


def test_a_last_plan_of_older_knowledge_counts_as_it_stands() -> None:
    older = without("stress-voluntary")
    found = held(STRESSED, record(plan_json(STRESSED, older)))
    assert causes(found)["stress-management"] is Cause.KNOWLEDGE
    assert "We vergelijken het zoals het daar staat." in told(found)


def test_other_knowledge_that_makes_no_difference_is_told_as_such() -> None:
    plan = record(plan_json(STRESSED).replace(KNOWLEDGE.edition, "0.0.1-old"))
    found = held(plan, STRESSED)
    assert found.basis is Basis.MOVED_ALIKE
    assert found.items == ()
    assert "geven nog hetzelfde advies" in told(found)


# Plans in JSON


def test_a_plan_gives_back_its_answers_and_its_advice() -> None:
    plan = make_plan(STRESSED, KNOWLEDGE, TODAY)
    found = record(plan_json(STRESSED))
    assert found.answers == STRESSED
    assert found.plan == Recorded(TODAY, KNOWLEDGE.edition, advised_by(plan))


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=40).filter(lambda text: text.strip()))
def test_own_words_come_back_whatever_they_hold(words: str) -> None:
    clean = words.encode("utf-8", "ignore").decode().replace("\0", "").strip() or "x"
    answers = replace(STRESSED, values={**STRESSED.values, "ambition": clean})
    ordered = {
        q: answers.values[q] for q in KNOWLEDGE.questionnaire.questions if q in answers.values
    }
    found = record(plan_json(replace(answers, values=ordered)))
    assert found.answers.values["ambition"] == clean


def test_a_plan_without_a_date_in_its_answers_counts_from_its_own_day() -> None:
    found = record(plan_json(replace(STRESSED, date=None)))
    assert found.answers.date is None
    assert held(found, STRESSED).before.date == TODAY


def test_the_edition_follows_the_entries_alone() -> None:
    def of(*texts: str) -> str:
        roots = [read_yaml(text.encode(), "a.yaml", ProblemList()) for text in texts]
        return edition_of(root for root in roots if root is not None)

    one, other = "a:\n  - {id: x, load: 2, name: {nl: Een, en: One}}\n", "b: [1]\n"
    assert of(one, other) == of(other, one) == of(one.replace("\n", "\r\n"), f"# why\n{other}")
    assert of(one, other) == of(
        one.replace("Een", "Eén"), f"{other}words: {{q: {{nl: a, en: b}}}}\n"
    )
    assert of(one, other) != of(one.replace("2", "3"), other)


# Other versions of the questionnaire


OLDER = changed(
    THEN,
    ("  sector: vo", "  sector: vo\n  sleep: serious\n  school-dog: [yes, no]"),
    ("coach-talks]", "coach-talks, yoga]"),
    ("lesson-room: within-lessons", "lesson-room: plenty"),
    ("insight: partly", "insight: partly\n  foundations-in-place: [canteen]"),
)


def test_what_is_not_asked_any_more_is_told_and_counts_as_unknown() -> None:
    old = record(OLDER)
    assert old.not_asked == (
        NotAsked("sleep"),
        NotAsked("school-dog"),
        NotAsked("running", "yoga"),
        NotAsked("lesson-room", "plenty"),
        NotAsked("foundations-in-place", "canteen"),
    )
    assert "lesson-room" not in old.answers.values
    assert "foundations-in-place" not in old.answers.values, "nothing left is not 'none of these'"
    assert old.answers.values["running"] == ("mindfulness", "coach-talks", "guest-lesson")
    text = told(held(old, record(A_YEAR_LATER)))
    assert "**Wordt niet meer gevraagd en telt als niet bekend (eerste bestand):** “sleep”" in text
    assert "“yoga” bij “running”" in text


def test_reading_for_a_plan_stays_strict(run: Run) -> None:
    Path("old.yaml").write_text(OLDER, "utf-8")
    assert "unknown question 'sleep'" in run("analyse", "old.yaml").stderr
    Path("now.yaml").write_text(A_YEAR_LATER, "utf-8")
    assert run("compare", "old.yaml", "now.yaml").exit_code == 0


def test_unknown_is_never_read_as_started_or_stopped() -> None:
    known, unknown = school(running=["mindfulness"], fixed=["mindfulness"]), school()
    gone, back = held(known, unknown), held(unknown, known)
    assert [one.became for one in gone.activities] == [Became.UNCLEAR]
    assert [one.became for one in back.activities] == [Became.UNCLEAR]
    ended = held(school(running=["guest-lesson"], fixed=[], projects=[]), unknown)
    assert [one.carried for one in ended.followed] == [Carried.UNKNOWN]


@pytest.mark.parametrize(
    ("then", "now", "became"),
    [
        ({"fixed": []}, {"fixed": ["mindfulness"]}, Became.EMBEDDED),
        ({"fixed": ["mindfulness"]}, {"fixed": []}, Became.LOOSENED),
        ({}, {"fixed": ["mindfulness"]}, Became.NOW_KNOWN),
        ({"fixed": ["mindfulness"]}, {}, Became.UNCLEAR),
        ({"fixed": [], "projects": []}, {"fixed": [], "projects": ["mindfulness"]}, Became.CHANGED),
        ({"form_mindfulness": "class"}, {"form_mindfulness": "staff"}, Became.OTHER_FORM),
        ({}, {"form_mindfulness": "staff"}, Became.NOW_KNOWN),
        ({"fixed": []}, {"fixed": []}, Became.SAME),
    ],
)
def test_what_became_of_something_that_runs(then: dict, now: dict, became: Became) -> None:
    sides = (school(running=["mindfulness"], **answers) for answers in (then, now))
    found = held(*sides)
    assert [one.became for one in found.activities] == [became]
    assert told(found) and told(found, Lang.EN)


def test_a_decision_to_keep_shows_only_when_it_was_not_followed() -> None:
    runs = school(running=["anti-bullying"], fixed=["anti-bullying"])
    assert [one.decided.decision for one in held(runs, runs).followed] == [Decision.KEEP]
    assert not [p for p in held(runs, runs).points if getattr(p, "decided", None)]
    (gone,) = held(runs, school(running=[])).followed
    assert gone.carried is Carried.STOPPED


def test_a_moment_without_a_day_is_not_put_before_the_other() -> None:
    later = replace(STRESSED, date=dt.date(2031, 9, 1))
    for sides in ((later, replace(later, date=None)), (replace(later, date=None), later)):
        found = held(*sides)
        assert not found.is_reversed
        assert found.items == ()
    assert "tot een dag die niet bekend is." in told(held(later, replace(later, date=None)))


# On the command line


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "then.yaml").write_text(THEN, "utf-8")
    (tmp_path / "now.yaml").write_text(A_YEAR_LATER, "utf-8")
    (tmp_path / "other.yaml").write_text(THEN.replace("De Zoekende", "De Andere"), "utf-8")
    (tmp_path / "broken.yaml").write_text("advisor: [\n", "utf-8")
    (tmp_path / "wrong.yaml").write_text("advisor: 1\nschool: X\nanswers: [a]\n", "utf-8")
    return tmp_path


def test_from_files_to_the_screen_and_to_files(run: Run, files: Path) -> None:
    shown = run("compare", "then.yaml", "now.yaml", "--lang", "nl")
    assert shown.exit_code == 0 and shown.stderr == ""
    assert shown.stdout.startswith("# Toen en nu: De Zoekende School\n")
    written = run("compare", "then.yaml", "now.yaml", "-o", "a.md", "-o", "a.json", "--lang", "nl")
    assert written.stdout == ""
    assert written.stderr == "Vergelijking geschreven: a.md, a.json\n"
    assert Path("a.md").read_text("utf-8") == shown.stdout
    assert json.loads(Path("a.json").read_text("utf-8"))["schema"] == 1
    plain = run("compare", "then.yaml", "now.yaml", "--format", "terminal")
    assert "Then and now: De Zoekende School" in plain.stdout and "#" not in plain.stdout


def test_a_plan_as_it_was_written_goes_in(run: Run, files: Path) -> None:
    run("analyse", "then.yaml", "-o", "plan.json", "-q")
    result = run("compare", "plan.json", "now.yaml", "--json")
    data = json.loads(result.stdout)
    assert data["before"]["plan"] and not data["after"]["plan"]
    assert data["before"]["knowledge"] == data["knowledge"]["now"]
    piped = run("compare", "-", "now.yaml", "--json", stdin=Path("plan.json").read_bytes())
    assert piped.stdout == result.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (["then.yaml"], 2, ["something is missing: AFTER"]),
        ([], 2, ["something is missing: BEFORE"]),
        (["then.yaml", "./then.yaml"], 2, ["stands there twice", "first then"]),
        (["-", "-"], 2, ["- stands there twice"]),
        (["then.yaml", "now.yaml", "other.yaml"], 2, ["this is too much"]),
        (["gone.yaml", "lost.yaml"], 2, ["gone.yaml: error", "lost.yaml: error"]),
        (["then.yaml", "other.yaml"], 1, ["'De Andere School'", "'De Zoekende School'"]),
        (["broken.yaml", "wrong.yaml"], 1, ["broken.yaml:", "wrong.yaml:3:10", "2 problems"]),
        (["then.yaml", "now.yaml", "-o", "x.pdf"], 2, ["advisor compare: error", "x.pdf"]),
        (["then.yaml", "folder.md/../now.yaml", "-o", "now.yaml"], 2, ["cannot make"]),
    ],
)
def test_wrong_use_and_wrong_files(
    run: Run, files: Path, arguments: list[str], code: int, expected: list[str]
) -> None:
    result = run("compare", *arguments)
    assert result.exit_code == code
    assert result.stdout == "" and "Traceback" not in result.stderr
    for part in expected:
        assert part in result.stderr


def test_nothing_is_written_over_a_source(run: Run, files: Path) -> None:
    run("analyse", "then.yaml", "-o", "plan.json", "-q")
    result = run("compare", "plan.json", "now.yaml", "-o", "plan.json")
    assert result.exit_code == 2
    assert "the file that the answers come from" in result.stderr


def test_names_may_differ_in_capitals_and_spaces(run: Run, files: Path) -> None:
    Path("now.yaml").write_text(A_YEAR_LATER.replace("De Zoekende", "de  ZOEKENDE"), "utf-8")
    assert run("compare", "then.yaml", "now.yaml").exit_code == 0


def test_the_wrong_way_round_is_noticed(run: Run, files: Path) -> None:
    result = run("compare", "now.yaml", "then.yaml")
    assert result.exit_code == 0
    assert "> Note: the first file is newer than the second." in result.stdout
    assert json.loads(run("compare", "now.yaml", "then.yaml", "--json").stdout)["reversed"] is True


def damaged(**changes: object) -> str:
    data = {**json.loads(plan_json(STRESSED)), **changes}
    return json.dumps({key: value for key, value in data.items() if value is not None})


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"answers": None}, "E-NO-ANSWERS-INSIDE"),
        ({"answers": "x"}, "E-TYPE"),
        ({"combination": "x"}, "E-TYPE"),
        ({"combination": None}, "E-NO-PLAN"),
        ({"combination": ["x"]}, "E-TYPE"),
        ({"combination": [{"kind": "foundation", "status": "new"}]}, "E-MISSING-KEY"),
        ({"combination": [{"id": "x", "kind": "y", "status": "new"}]}, "E-CHOICE"),
        (
            {"combination": [{"id": "x", "kind": "foundation", "status": "new", "start": "soon"}]},
            "E-TYPE",
        ),
        ({"existing": [{"id": "x", "decision": "perhaps"}]}, "E-CHOICE"),
        ({"schema": 2}, "E-NEWER"),
        ({"schema": "x"}, "E-NO-PLAN"),
        ({"school": {}}, "E-TYPE"),
    ],
)
def test_a_damaged_plan_is_told_with_what_to_do(changes: dict, code: str) -> None:
    with pytest.raises(AnswersError) as caught:
        record(damaged(**changes))
    assert [problem.code for problem in caught.value.problems] == [code]
    assert all(problem.remedy is not None for problem in caught.value.problems)


# JSON


@BOTH
def test_json_has_its_keys_in_a_stable_order(lang: Lang, year: Comparison) -> None:
    found = json.loads(told(year, lang, Format.JSON))
    assert list(found) == [
        "schema", "lang", "school", "before", "after", "reversed", "knowledge", "carried_out",
        "decisions", "needs", "activities", "advice", "answers",
    ]  # fmt: skip
    assert list(found["before"]) == ["date", "plan", "knowledge", "not_asked"]
    assert list(found["advice"]) == ["combination", "existing"]
    assert list(found["advice"]["combination"][0]) == [
        "id", "name", "change", "cause", "before", "after",
    ]  # fmt: skip
    assert list(found["carried_out"][0]) == ["id", "name", "asked", "state", "runs", "as_before"]
    assert list(found["decisions"][0]) == list(found["carried_out"][0])
    assert list(found["needs"][0])[:5] == ["id", "name", "change", "before", "after"]
    assert list(found["activities"][0]) == ["id", "name", "change", "before", "after", "form"]
    assert list(found["answers"][0]) == ["question", "text", "before", "after"]
    same = json.loads(told(held(record(THEN), record(THEN)), lang, Format.JSON))
    assert list(same) == list(found)


def test_there_is_a_word_for_every_closed_choice() -> None:
    choices = [("cmp-shift", Shift), ("cmp-became", Became), ("cmp-basis", Basis)]
    wanted = {f"fmt-{name}-{one.value}" for name, kind in choices for one in kind}
    wanted |= {f"fmt-cmp-cause-{one.value}" for one in Cause if one is not Cause.TIME}
    assert wanted - {"fmt-cmp-shift-same"} <= set(KNOWLEDGE.catalogue.words)


# Any school


SCHOOLS = st.builds(
    lambda make, seed, day: replace(make(random.Random(seed), KNOWLEDGE), date=day),
    st.sampled_from((realistic_school, uniform_school, typical_school)),
    st.integers(0, 2**32),
    st.dates(dt.date(2026, 1, 1), dt.date(2028, 12, 31)),
)


def applied(found: Comparison, items: Iterable[Advice]) -> set[Advice]:
    left = {item.id: item for item in items}
    for change in found.items:
        assert left.pop(change.id, None) == change.before
        if change.after is not None:
            left[change.id] = change.after
    return set(left.values())


@settings(max_examples=30, deadline=None)
@given(SCHOOLS)
def test_a_school_beside_itself_changed_nothing(answers: Answers) -> None:
    found = held(record(plan_json(answers)), answers)
    assert (found.answers, found.items, found.existing) == ((), (), ())
    assert {one.shift for one in found.needs} == {Shift.SAME}
    assert {one.became for one in found.activities} <= {Became.SAME}
    assert found.basis is Basis.TODAY
    assert not {one.carried for one in found.carried_out} & {Carried.DONE}
    for lang in Lang:
        assert told(found, lang).count("\n## ") == 6


@settings(max_examples=30, deadline=None)
@given(SCHOOLS, SCHOOLS)
def test_the_changes_lead_from_the_one_advice_to_the_other(one: Answers, other: Answers) -> None:
    found = held(one, other)
    then, now = (advised_by(make_plan(side, KNOWLEDGE, TODAY)) for side in (one, other))
    assert applied(found, then.items) == set(now.items)
    assert {change.cause for change in found.items} <= {Cause.SCHOOL, Cause.TIME}
    values = {**one.values, **{change.question: change.after for change in found.answers}}
    assert {k: v for k, v in values.items() if v is not None} == other.values
    for form in Format:
        assert told(found, Lang.EN, form)


@settings(max_examples=15, deadline=None)
@given(SCHOOLS, st.dates(dt.date(2026, 1, 1), dt.date(2030, 12, 31)))
def test_time_alone_is_no_change_of_advice(answers: Answers, later: dt.date) -> None:
    found = held(answers, replace(answers, date=later))
    assert {change.cause for change in found.items} <= {Cause.TIME}
    assert found.changed_advice == ()


def test_names_of_now_replace_those_that_were_written_down() -> None:
    english = render(make_plan(STRESSED, KNOWLEDGE, TODAY), KNOWLEDGE, Lang.EN, True, Format.JSON)
    found = held(record(english), CALMER)
    names = {one.advice.name for one in found.carried_out}
    assert Text("Coördinatie met uren", "Coordination with hours") in names
