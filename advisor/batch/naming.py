"""Names for the files of schools: safe on every machine, and one for each school."""

from __future__ import annotations

from collections.abc import Mapping

from advisor.writing import file_stem

SUMMARY, NETWORK = "summary", "network"


def name_files(schools: Mapping[str, str]) -> dict[str, str]:
    """The name without suffix for the files of each school; the first of a name gets it bare."""
    taken = {SUMMARY, NETWORK}
    numbers: dict[str, int] = {}
    stems: dict[str, str] = {}
    for key, name in schools.items():
        stem = free = file_stem(name)
        while free in taken:
            numbers[stem] = numbers.get(stem, 1) + 1
            free = f"{stem}-{numbers[stem]}"
        taken.add(free)
        stems[key] = free
    return stems
