"""Checks on ids: each stands once, and what is referred to exists."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.loading.index import Index, Reference, kind_name
from advisor.loading.messages import problem
from advisor.model.vocabulary import ESTIMATE
from advisor.problems import Place, Problem, did_you_mean, near_name
from advisor.texts import Text

_FEW = 12


def check_ids(index: Index) -> Iterator[Problem]:
    """Ids that stand twice, and the one word that cannot be an id of a source."""
    for earlier, later in index.repeated():
        where = earlier.place.short
        trail = (f"{kind_name(later.kind).en} {later.id}",)
        yield problem("E-UNIQUE", later.place, trail, id=later.id, where=where)
    for one in index.definitions:
        if one.kind == "sources" and one.id == ESTIMATE:
            yield problem("E-ESTIMATE", one.place)


def check_references(index: Index) -> Iterator[Problem]:
    """References to what does not exist, in kinds of which everything could be read."""
    kinds = {reference.kind for reference in index.references}
    known = {kind: index.places(kind) for kind in kinds if index.is_certain(kind)}
    for reference in index.references:
        if reference.kind in known and reference.id not in known[reference.kind]:
            yield _unknown(reference, known[reference.kind])


def _unknown(reference: Reference, known: dict[str, Place]) -> Problem:
    near = near_name(reference.id, known)
    remedy = did_you_mean(near, known[near]) if near else _what_exists(known)
    values: dict[str, str | Text] = {"kind": kind_name(reference.kind), "id": reference.id}
    return problem("E-REF", reference.place, reference.trail, remedy, **values)


def _what_exists(known: dict[str, Place]) -> Text | None:
    """The ids to choose from where they are few, else the files where they stand."""
    if len(known) <= _FEW:
        listed = ", ".join(known)
        return Text(f"kies uit: {listed}", f"choose from: {listed}") if known else None
    folders: dict[str, set[str]] = {}
    for place in known.values():
        folders.setdefault(place.file.rpartition("/")[0], set()).add(place.file)
    where = ", ".join(sorted(f if len(in_it) > 1 else min(in_it) for f, in_it in folders.items()))
    return Text(f"wat er is, staat in {where}", f"what exists stands in {where}")
