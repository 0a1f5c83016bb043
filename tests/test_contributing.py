"""The guide for contributors: what it tells to write works as it stands there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from known import ROOT

from advisor.checking.expectations import run_scenario
from advisor.checking.language import check_language
from advisor.checking.scenarios import load_scenarios
from advisor.loading.index import Index
from advisor.loading.rules import load_knowledge
from advisor.model.knowledge import Knowledge

GUIDE = (ROOT / "docs" / "contributing.md").read_text("utf-8")
BLOCKS = dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", GUIDE, re.DOTALL))
OWN = ("about.yaml", "catalogue/ours.yaml")


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the knowledge in which everything was written that the guide tells to write."""
    folder = tmp_path_factory.mktemp("scratch")
    for name in ("catalogue", "rules"):
        shutil.copytree(ROOT / name, folder / name)
    for name, text in BLOCKS.items():
        path = folder / "own-knowledge" / name if name in OWN else folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        # One entry goes at the end of the list that is there; anything else is a file.
        is_entry = text.startswith("  - ")
        path.write_text((path.read_text("utf-8") if is_entry else "") + text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def read(scratch: Path) -> tuple[Knowledge, Index]:
    index = Index()
    folders = (scratch / "catalogue", scratch / "rules")
    return load_knowledge(*folders, index, [scratch / "own-knowledge"]), index


def test_every_piece_of_yaml_names_its_file() -> None:
    assert len(BLOCKS) == GUIDE.count("```yaml")
    assert set(OWN) < BLOCKS.keys()


def test_all_pieces_together_are_sound(read: tuple[Knowledge, Index]) -> None:
    knowledge, index = read
    assert check_language(index.texts, knowledge).problems == ()
    named = [one.id for one in knowledge.catalogue.programmes_of("anti-bullying")]
    assert "our-programme" in named
    assert list(knowledge.questionnaire.questions)[-1] == "quiet-room"
    running = knowledge.questionnaire.questions["running"].options
    assert running[-1].id == "quiet-hour"
    assert knowledge.origin("quiet-hour", "activities") is not None


def test_the_scenario_comes_out_right(scratch: Path, read: tuple[Knowledge, Index]) -> None:
    scenarios, problems = load_scenarios(scratch / "tests" / "scenarios", read[0])
    assert problems == ()
    (one,) = scenarios
    assert run_scenario(one, read[0]).failed == ()
