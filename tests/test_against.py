"""What a change of the knowledge does: which schools get other advice, by what, and why."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Run
from known import INDEX, KNOWLEDGE, ROOT, SCENARIOS, school

from advisor.checking.against import Effect, Side, compare_versions
from advisor.checking.against.comparing import What
from advisor.checking.against.schools import fit_to
from advisor.installed import load_the_knowledge
from advisor.loading.index import Index
from advisor.loading.rules import load_knowledge
from advisor.model.questionnaire import NotAsked
from advisor.texts import Lang

Copy = Callable[..., Path]
OWN = ROOT / "docs" / "examples" / "own-knowledge"
RULE = "care-route-for-social-work-that-runs"
LINK = "conflicts: {strength: moderate, sources: [garrard2007, turk2018]}"


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """Another version of the knowledge, with a change in one of its files."""

    def make(name: str = "", change: Callable[[str], str] = str) -> Path:
        for folder in ("catalogue", "rules"):
            shutil.copytree(ROOT / folder, tmp_path / "other" / folder, dirs_exist_ok=True)
        if name:
            path = tmp_path / "other" / name
            text = path.read_text("utf-8")
            assert change(text) != text
            path.write_text(change(text), encoding="utf-8")
        return tmp_path / "other"

    return make


def side(folder: Path) -> Side:
    index = Index()
    return Side(load_knowledge(folder / "catalogue", folder / "rules", index), index)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few of the scenario schools."""
    folder = tmp_path_factory.mktemp("scenarios")
    for path in SCENARIOS.glob("00[1-8]-*.yaml"):
        shutil.copy(path, folder)
    return folder


def effect(few: Path, before: Side, after: Side | None = None) -> Effect:
    return compare_versions(before, after or Side(KNOWLEDGE, INDEX), few, 3, 1)


def without_rule(name: str) -> Callable[[str], str]:
    return lambda text: re.sub(rf"  - id: {name}\n(?:(?!  - id: |  #).*\n)*", "", text)


def test_the_same_knowledge_changes_no_advice(run: Run, copy: Copy) -> None:
    result = run("check", "--against", str(copy()), "--schools", "3")
    assert result.exit_code == 0, result.stderr
    schools = len(list(SCENARIOS.glob("*.yaml"))) + 3
    assert f"**No school gets other advice ({schools} schools, seed 1).**" in result.stdout
    assert result.stdout.rstrip().endswith("Nothing.")
    assert "##" in result.stdout and "###" not in result.stdout


def test_a_stronger_link_is_told_with_the_step_that_it_decides(copy: Copy, few: Path) -> None:
    """The version before lacks some words that a plan needs by now."""
    stronger = copy(
        "catalogue/interventions/conflict-resolution.yaml",
        lambda text: text.replace(LINK, LINK.replace("moderate", "strong"), 1),
    )
    old = side(stronger)
    catalogue = old.knowledge.catalogue
    words = {k: text for k, text in catalogue.words.items() if k not in ("plan-and", "fmt-quoted")}
    old.knowledge = replace(old.knowledge, catalogue=replace(catalogue, words=words))
    found = effect(few, old)
    assert [one.name.en for one in found.moved] == ["scenario 006-po-playground-conflicts"]
    groups = {(one.change.what, one.change.id): one for one in found.groups}
    assert (What.DROPPED, "conflict-resolution") in groups
    dropped = groups[What.DROPPED, "conflict-resolution"]
    (example,) = dropped.examples
    assert [reason.rule for reason in example.before] == ["first-needs"]
    assert example.grounds[0].question == "conflicts"
    assert {one.key for one in found.entries if one.before is None} == {
        ("words", "plan-and"),
        ("words", "fmt-quoted"),
    }
    (entry,) = dropped.entries
    assert entry.key == ("forms", "conflict-lessons")
    assert entry.values[0].path == ("fits", "po", "serves", "conflicts", "strength")
    told = found.render(Lang.EN)
    assert "**1 of 11 schools get another combination.** Scenarios: 1 of 8." in told
    assert "strength: strong → moderate" in told
    assert "loses at the step “what you want first, helped best”" in told
    assert "catalogue/interventions/conflict-resolution.yaml:" in told
    assert "## Weggevallen" in found.render(Lang.NL)
    data = found.as_json(Lang.EN)
    assert data["moved"] == ["scenario 006-po-playground-conflicts"]
    assert json.loads(json.dumps(data)) == data


def test_a_rule_that_is_gone_is_named_where_it_was_the_reason(copy: Copy, few: Path) -> None:
    before = side(copy())
    after = side(copy("rules/judge-foundations.yaml", without_rule(RULE)))
    found = effect(few, before, after)
    assert found.moved
    told = found.render(Lang.EN)
    assert f"(`{RULE}`)" in told
    assert f"rule `{RULE}`: gone" in told
    assert f"|rule `{RULE}` |" in told


def test_what_one_version_does_not_ask_is_told_and_counts_as_unknown(few: Path) -> None:
    index = Index()
    own = Side(load_the_knowledge([str(OWN)], index), index)
    found = compare_versions(Side(KNOWLEDGE, INDEX), own, few, 12, 1)
    told = found.render(Lang.EN)
    assert re.search(r"- Before: `sickness-absence` is not asked\. For \d+ schools", told)
    assert "|intervention `absence-approach` |" in told
    assert "|new|" in told
    back = compare_versions(own, Side(KNOWLEDGE, INDEX), few, 0, 1)
    assert "`sickness-absence` is not asked" not in back.render(Lang.EN)
    assert "|gone|" in back.render(Lang.EN)


def test_answers_are_fitted_to_a_questionnaire_without_making_none_of_them() -> None:
    form, lost = KNOWLEDGE.questionnaire, Counter[NotAsked]()
    answers = school(sector="xo", nothing="x", running=["juggling"], fixed=[], first=["low-mood"])
    fitted = fit_to(answers, form, lost)
    assert fitted.values == {"fixed": (), "first": ("low-mood",)}
    options = {("sector", "xo"), ("nothing", None), ("running", "juggling")}
    assert {(one.question, one.option) for one in lost} == options


def test_other_words_are_told_and_change_no_advice(copy: Copy, few: Path) -> None:
    change = ("coaching conversations", "talks with a coach")
    found = effect(few, side(copy("catalogue/activities.yaml", lambda text: text.replace(*change))))
    assert found.moved == ()
    (entry,) = found.entries
    assert entry.key == ("activities", "coach-talks")
    assert entry.only_words
    assert "|other words|" in found.render(Lang.EN)


@pytest.mark.parametrize("name", ["nowhere", ".", str(OWN)])
def test_a_folder_without_knowledge_is_wrong_use(run: Run, name: str) -> None:
    result = run("check", "--against", name)
    assert result.exit_code == 2
    assert "is not a whole version of the knowledge" in result.stderr


def test_a_version_that_cannot_be_read_is_told_with_its_problems(run: Run, copy: Copy) -> None:
    other = copy("catalogue/places.yaml", lambda text: text.replace("    name:", "    nam:", 1))
    result = run("check", "--against", str(other), "--schools", "1")
    assert result.exit_code == 1
    assert "places.yaml:" in result.stdout
    assert "did you mean 'name'?" in result.stdout
