"""Loads the knowledge that belongs to the installed program."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.loading.index import Index
    from advisor.model.knowledge import Knowledge


def load_the_knowledge(index: Index | None = None) -> Knowledge:
    """The knowledge of this program; an empty `index` is filled with where everything stands.

    Raises:
        KnowledgeError: with all problems of all files.
    """
    from advisor.data import data_root
    from advisor.loading.rules import load_knowledge

    root = data_root()
    # Looking for garbage among what is being read finds none, and takes a third of the time.
    was_on = gc.isenabled()
    gc.disable()
    try:
        return load_knowledge(root.catalogue, root.rules, index)
    finally:
        if was_on:
            gc.enable()
