"""Loads the knowledge that belongs to the installed program."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.data import DataRoot
    from advisor.loading.index import Index
    from advisor.model.knowledge import Knowledge


def load_the_knowledge(own: Iterable[str] = (), index: Index | None = None) -> Knowledge:
    """The knowledge of this program, with folders of `own` knowledge on top, in that order.

    An empty `index` is filled with where everything stands.

    Raises:
        KnowledgeError: with all problems of all files.
        UsageError: there is no such folder, or nothing in it.
    """
    from advisor.data import data_root

    root, folders = data_root(), tuple(map(Path, own))
    # Looking for garbage among what is being read finds none, and takes a third of the time.
    was_on = gc.isenabled()
    gc.disable()
    try:
        if folders or index is not None:
            return _read(root, folders, index)
        from advisor.stored import stored

        return stored((root.catalogue, root.rules), lambda: _read(root))
    finally:
        if was_on:
            gc.enable()


def _read(root: DataRoot, own: tuple[Path, ...] = (), index: Index | None = None) -> Knowledge:
    from advisor.loading.rules import load_knowledge

    return load_knowledge(root.catalogue, root.rules, index, own)
