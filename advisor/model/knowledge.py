"""All that the reasoning needs besides the answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.model.catalogue import Catalogue
from advisor.model.questionnaire import Questionnaire
from advisor.model.rules import ExistingRow, LeftOutRow, Limits, Rule, Step
from advisor.model.vocabulary import Stage
from advisor.texts import Text

Key = tuple[str, str]
"""An entry by its kind and its id."""


@dataclass(frozen=True, slots=True)
class Own:
    """What a folder of own knowledge laid on top: the entries that it added and replaced.

    `name` says whose it is. `extended` are the questions that it only gave more options.
    """

    name: Text
    added: frozenset[Key]
    replaced: frozenset[Key]
    extended: frozenset[Key]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Questionnaire, catalogue and rules: all that the reasoning needs besides the answers.

    `edition` tells one state of it from another: the same for the same program and entries. `own`
    is what was laid on top of what comes with the program, in order.
    """

    questionnaire: Questionnaire
    catalogue: Catalogue
    rules: Mapping[Stage, tuple[Rule, ...]]
    steps: tuple[Step, ...]
    existing: tuple[ExistingRow, ...]
    left_out: tuple[LeftOutRow, ...]
    limits: Limits
    edition: str = ""
    own: tuple[Own, ...] = ()

    def origin(self, entry_id: str, *kinds: str) -> Text | None:
        """Whose own knowledge the entry of one of these kinds is; None: it is of the program."""
        keys = [(kind, entry_id) for kind in kinds]
        for own in reversed(self.own):
            if any(key in own.added or key in own.replaced for key in keys):
                return own.name
        return None

    def is_added(self, kind: str, entry_id: str) -> bool:
        """Whether the entry is one that the knowledge of the program does not have."""
        return any((kind, entry_id) in one.added for one in self.own)
