"""Forms without a mark that they need, and weights that do not rise."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.checking.lint.material import Material
from advisor.model.profile import Runs
from advisor.model.vocabulary import Tier
from advisor.problems import Problem

_LESS_DONE = (Runs.EMBEDDED, Runs.PROJECT, Runs.LOOSE, Runs.ONE_OFF)
"""How something may run, each with less done than the one before, or as much."""


def check_marks(material: Material) -> Iterator[Problem]:
    """Forms that may start and are for pupils at risk without saying so, or that serve nothing."""
    for form in material.knowledge.catalogue.forms.values():
        if form.never_new is not None:
            continue
        if form.tier is not Tier.UNIVERSAL and not form.at_risk:
            yield material.tell("L-AT-RISK", "forms", form.id)
        if not any(fit.serves for fit in form.fits.values()):
            yield material.tell("L-SERVES", "forms", form.id)


def check_weights(material: Material) -> Iterator[Problem]:
    """Weights by which what is heavier, firmer, or less done already, would count for less."""
    limits = material.knowledge.limits
    levels = [limits.level_weights[level] for level in sorted(limits.level_weights)]
    links = [limits.link_weights[strength] for strength in sorted(limits.link_weights)]
    percent = [limits.strengthen_percent[runs] for runs in _LESS_DONE]
    for name, weights in (
        ("level-weights", levels),
        ("link-weights", links),
        ("strengthen-percent", percent),
    ):
        if weights != sorted(weights):
            yield material.tell("L-RISING", "limits", name)
