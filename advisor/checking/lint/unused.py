"""Sources, facts, questions and other entries that nothing uses."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.checking.lint.material import Material
from advisor.model.conditions import Subject, leaves
from advisor.model.questionnaire import Measures
from advisor.problems import Problem

_NAMED = ("programmes", "instruments", "roles", "themes", "pillars", "periods", "flags")
"""What is told only where another entry names it."""

_FOR_CONDITIONS = (Measures.RULES, Measures.RISK)
"""Questions of which the engine itself uses no answer."""


def check_unused(material: Material) -> Iterator[Problem]:
    """Entries that are there, but named by no other."""
    for kind, code in (("sources", "L-SOURCE"), *((kind, "L-UNUSED") for kind in _NAMED)):
        named = {one.id for one in material.index.references if one.kind == kind}
        for name in material.index.places(kind):
            if name not in named and not _is_told_anyway(material, kind, name):
                yield material.tell(code, kind, name)


def _is_told_anyway(material: Material, kind: str, name: str) -> bool:
    """Instruments are told for the needs that they measure, programmes for the types they name."""
    catalogue = material.knowledge.catalogue
    if kind == "instruments":
        return bool(catalogue.instruments[name].needs)
    return kind == "programmes" and bool(catalogue.programmes[name].interventions)


def check_questions(material: Material) -> Iterator[Problem]:
    """Questions of which no condition that matters looks at the answer."""
    looked_at = {
        leaf.id
        for one in material.conditions()
        for leaf in leaves(one.condition)
        if leaf.subject is Subject.ANSWER
    }
    for question in material.knowledge.questionnaire.questions.values():
        if question.measures in _FOR_CONDITIONS and question.id not in looked_at:
            yield material.tell("L-QUESTION", "questions", question.id)
