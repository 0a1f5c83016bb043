"""The real knowledge, read once for all tests, and schools from a few answers."""

import datetime as dt
from pathlib import Path

from advisor.loading.index import Index
from advisor.loading.rules import load_knowledge
from advisor.model.questionnaire import Answer, Answers

ROOT = Path(__file__).resolve().parents[1]
SCENARIOS = ROOT / "tests" / "scenarios"
INDEX = Index()
KNOWLEDGE = load_knowledge(ROOT / "catalogue", ROOT / "rules", INDEX)
TODAY = dt.date(2026, 9, 1)


def school(**answers: Answer) -> Answers:
    """A school with these answers; `_` in a name stands for `-`, a list for several options."""
    values = {
        name.replace("_", "-"): tuple(value) if isinstance(value, list) else value
        for name, value in answers.items()
    }
    return Answers("De Springplank", None, TODAY, values)
