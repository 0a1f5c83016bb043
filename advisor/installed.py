"""Loads the knowledge that belongs to the installed program."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.data import DataRoot
    from advisor.loading.index import Index
    from advisor.model.knowledge import Knowledge


def load_the_knowledge(index: Index | None = None) -> Knowledge:
    """The knowledge of this program; an empty `index` is filled with where everything stands.

    Raises:
        KnowledgeError: with all problems of all files.
    """
    from advisor.data import data_root

    root = data_root()
    # Looking for garbage among what is being read finds none, and takes a third of the time.
    was_on = gc.isenabled()
    gc.disable()
    try:
        if index is not None:
            return _read(root, index)
        from advisor.stored import stored

        return stored((root.catalogue, root.rules), lambda: _read(root))
    finally:
        if was_on:
            gc.enable()


def _read(root: DataRoot, index: Index | None = None) -> Knowledge:
    from advisor.loading.rules import load_knowledge

    return load_knowledge(root.catalogue, root.rules, index)
