"""The YAML files below a folder of knowledge."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from advisor.loading.messages import problem
from advisor.loading.yamlfile import MapNode, load_yaml, show_path
from advisor.problems import Place, ProblemList, UsageError

TYPES = "interventions"
"""The folder in which each file is one entry, a type of intervention."""


@dataclass(frozen=True, slots=True)
class File:
    """One file that could be read: its path below the folder and its mapping."""

    path: Path
    root: MapNode

    @property
    def is_type(self) -> bool:
        """Whether the file is one entry, rather than lists of entries."""
        return self.path.parts[0] == TYPES


def open_files(folder: Path, problems: ProblemList) -> tuple[File, ...]:
    """Every YAML file below the folder, by name; those that cannot be read leave problems.

    Raises:
        UsageError: there is no such folder.
    """
    if not folder.is_dir():
        raise UsageError([problem("E-NO-FILE", Place(show_path(folder)))])
    files: list[File] = []
    for path in sorted(folder.rglob("*.y*ml"), key=lambda p: p.relative_to(folder).as_posix()):
        if path.suffix != ".yaml":
            problems.add(problem("E-SUFFIX", Place(show_path(path))))
            continue
        root = load_yaml(path, problems)
        if root is not None:
            files.append(File(path.relative_to(folder), root))
    return tuple(files)
