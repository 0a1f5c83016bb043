"""Loads the knowledge that belongs to the installed program."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.model.knowledge import Knowledge


def load_the_knowledge() -> Knowledge:
    """The knowledge of this program.

    Raises:
        KnowledgeError: with all problems of all files.
    """
    from advisor.data import data_root
    from advisor.loading.rules import load_knowledge

    root = data_root()
    return load_knowledge(root.catalogue, root.rules)
