"""A broken promise leaves a school with as few answers as can be, as a scenario that is read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from known import KNOWLEDGE, TODAY, school
from typer.testing import CliRunner

from advisor import checking
from advisor.checking.expectations import run_scenario
from advisor.checking.generated import list_promises, run_generated
from advisor.checking.language import Figures, Language
from advisor.checking.lint import Lint
from advisor.checking.promised import broken_by
from advisor.checking.report import Report
from advisor.checking.scenarios import load_scenarios
from advisor.checking.schools import uniform_schools
from advisor.checking.smaller import find_counterexamples, make_smaller
from advisor.cli.app import app
from advisor.engine.reasoning import reason
from advisor.model.rules import Exclude
from advisor.model.vocabulary import Stage
from advisor.problems import Place
from advisor.texts import Lang, Text


def without_exclusions():
    """The knowledge, sabotaged: what does harm is not ruled out any more."""
    judged = KNOWLEDGE.rules[Stage.JUDGE]
    kept = tuple(rule for rule in judged if not isinstance(rule.then, Exclude))
    return replace(KNOWLEDGE, rules={**KNOWLEDGE.rules, Stage.JUDGE: kept})


SABOTAGED = without_exclusions()


@pytest.fixture(scope="module")
def tested():
    kind = Text("willekeurig", "uniform")
    return run_generated(kind, uniform_schools(KNOWLEDGE, 12, 1), SABOTAGED)


@pytest.fixture(scope="module")
def found(tested):
    (one,) = find_counterexamples((tested,), SABOTAGED)
    return one


def breaks(answers, knowledge):
    return {one.promise for one in broken_by(reason(answers, knowledge, TODAY), knowledge)}


def test_no_answer_of_the_example_can_be_left_out(found):
    assert found.promise == "P9"
    assert len(found.answers.values) <= 4
    assert "P9" in breaks(found.answers, SABOTAGED)
    for name in found.answers.values:
        values = {key: value for key, value in found.answers.values.items() if key != name}
        assert "P9" not in breaks(replace(found.answers, values=values), SABOTAGED)


def test_the_example_is_a_scenario_that_fails_until_the_promise_is_kept(found, tmp_path):
    (tmp_path / found.file).write_text(found.as_scenario(), encoding="utf-8")
    scenarios, problems = load_scenarios(tmp_path, KNOWLEDGE)
    assert problems == ()
    (scenario,) = scenarios
    assert dict(scenario.answers.values) == dict(found.answers.values)
    failed = run_scenario(scenario, SABOTAGED).failed
    assert failed
    assert all(text.en.startswith("promise P9 is broken") for text in failed)
    assert run_scenario(scenario, KNOWLEDGE).failed == ()


def test_what_goes_first_stays_among_the_raised_needs():
    answers = school(bullying_safety="serious", conflicts="serious", first=["conflicts"])
    smaller = make_smaller(answers, lambda one: "bullying-safety" in one.values, KNOWLEDGE)
    assert dict(smaller.values) == {"bullying-safety": "serious"}
    kept = make_smaller(answers, lambda one: "first" in one.values, KNOWLEDGE)
    assert dict(kept.values) == {"first": ()}


def figures():
    return Figures(0, 0, 0.0, (), (0, Place("a.yaml")), (0, "-"))


def as_report(tested, *found):
    language = Language(0, {lang: figures() for lang in Lang}, ())
    promises = list_promises((tested,))
    return Report({}, 7, promises, found, (), (), Lint((), ()), language, ())


def test_the_report_tells_seed_and_file(tested, found):
    report = as_report(tested, found)
    assert not report.ok
    for lang, word in ((Lang.NL, "reeks 7"), (Lang.EN, "seed 7")):
        text = report.render(lang)
        assert word in text
        assert "broken-p9.yaml" in text
        assert "{" not in text
    (told,) = report.as_json()["counterexamples"]
    assert (told["promise"], told["file"]) == ("P9", "broken-p9.yaml")


def test_the_command_writes_the_file_in_the_current_folder(tested, found, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(checking, "run_check", lambda *_, **__: as_report(tested, found))
    result = CliRunner().invoke(app, ["check", "--lang", "en"])
    assert result.exit_code == 1
    assert "broken-p9.yaml" in result.stdout
    scenarios, problems = load_scenarios(tmp_path, KNOWLEDGE)
    assert [one.id for one in scenarios] == ["broken-p9"]
    assert problems == ()
