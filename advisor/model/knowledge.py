"""All that the reasoning needs besides the answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.model.catalogue import Catalogue
from advisor.model.questionnaire import Questionnaire
from advisor.model.rules import ExistingRow, LeftOutRow, Limits, Rule, Step
from advisor.model.vocabulary import Stage


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Questionnaire, catalogue and rules: all that the reasoning needs besides the answers.

    `edition` tells one state of it from another: the same for the same program and entries.
    """

    questionnaire: Questionnaire
    catalogue: Catalogue
    rules: Mapping[Stage, tuple[Rule, ...]]
    steps: tuple[Step, ...]
    existing: tuple[ExistingRow, ...]
    left_out: tuple[LeftOutRow, ...]
    limits: Limits
    edition: str = ""
