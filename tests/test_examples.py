"""The example plans in `docs/` are what the program says now; `--update-examples` writes them."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from known import KNOWLEDGE, ROOT

from advisor.data import example_school
from advisor.engine.reasoning import make_whole_plan
from advisor.formats.depths import Depth, split_depths
from advisor.formats.interface import Format, render
from advisor.loading.answers import load_answers
from advisor.model.questionnaire import Answers, Kind
from advisor.texts import Lang

FOLDER = ROOT / "docs" / "examples"
README = ROOT / "README.md"
START, END = "<!-- excerpt: the page of docs/examples/vo.en.md -->\n\n```markdown\n", "\n```\n"
EXAMPLES = ("po", "vo", "so", "vo-full")
LATER = dt.date(2030, 1, 1)
"""The plans count from the date of the answers, never from the day of the test."""


def answers_of(example: str, lang: Lang) -> Answers:
    built_in = example_school(lang)
    path = built_in if example == "vo" else FOLDER / f"{example}.{lang.value}.yaml"
    answers, notes = load_answers(path, KNOWLEDGE.questionnaire)
    assert notes == ()
    return answers


def keep(path: Path, text: str, update: bool) -> None:
    if update:
        path.write_text(text, "utf-8")
    fresh = path.read_text("utf-8") == text
    assert fresh, f"{path.name} is stale: run pytest {Path(__file__).name} --update-examples"


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_what_the_program_says(
    example: str, lang: Lang, request: pytest.FixtureRequest
) -> None:
    plan = make_whole_plan(answers_of(example, lang), KNOWLEDGE, LATER)
    whole = render(plan, KNOWLEDGE, lang, True, Format.MARKDOWN)
    update = request.config.getoption("--update-examples")
    keep(FOLDER / f"{example}.{lang.value}.md", whole, update)
    if (example, lang) == ("vo", Lang.EN):
        before, _, rest = README.read_text("utf-8").partition(START)
        after = rest.partition(END)[2]
        assert after, "the README has no excerpt"
        keep(README, f"{before}{START}{split_depths(whole)[Depth.PAGE]}{END}{after}", update)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_the_same_school_in_both_languages(example: str) -> None:
    questions = KNOWLEDGE.questionnaire.questions
    own_words = {q.id for q in questions.values() if q.kind is Kind.TEXT}
    nl, en = (answers_of(example, lang) for lang in (Lang.NL, Lang.EN))
    assert nl.values["sector"] == example[:2]
    assert (nl.school, nl.date, nl.respondent) == (en.school, en.date, en.respondent)
    assert nl.values.keys() == en.values.keys()
    for key, value in nl.values.items():
        assert (value == en.values[key]) is (key not in own_words), key


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.md")), ids=lambda path: path.name)
def test_a_number_of_one_has_its_own_word(path: Path) -> None:
    """In the primary school the actions take one hour: `1 hour`, and never `1 hours`."""
    text = path.read_text("utf-8")
    units = "hours|half-days|lessons|years|actions|dagdelen|lessen|jaren|vragen|acties"
    wrong = rf"\b1 (?:more )?(?:{units})\b"
    assert re.findall(wrong, text) == re.findall(r"\?;", text) == []
