"""Opens a folder of own knowledge, and tells what in it the layout does not know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from advisor.loading.files import TYPES, File, open_files
from advisor.loading.index import Index
from advisor.loading.messages import problem
from advisor.loading.typed import BAD, Reader
from advisor.loading.vocabulary import Vocabulary
from advisor.loading.yamlfile import load_yaml, show_path
from advisor.problems import Place, Problem, ProblemList, UsageError, did_you_mean, near_name
from advisor.texts import Text

CATALOGUE, RULES, ABOUT = "catalogue", "rules", "about.yaml"
_FOLDERS = {CATALOGUE: (TYPES, "sources"), RULES: ()}
_FREE = ".md"
"""What a folder may hold besides, for who reads it: a README."""


@dataclass(frozen=True, slots=True)
class _About:
    """What `about.yaml` holds."""

    name: Text


@dataclass(frozen=True, slots=True)
class OwnFolder:
    """Own knowledge as it stands on disk: whose it is, and its files."""

    name: Text
    catalogue: tuple[File, ...]
    rules: tuple[File, ...]


def open_own(folder: Path, problems: ProblemList) -> OwnFolder:
    """The files of a folder with own knowledge; what cannot be used leaves problems.

    Raises:
        UsageError: there is no such folder, or nothing in it.
    """
    shown = Place(show_path(folder))
    try:
        inside = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except (OSError, ValueError):
        raise UsageError([problem("E-OWN-FOLDER", shown)]) from None
    before = len(problems)
    problems.extend(_check_layout(inside))
    both = (folder / CATALOGUE, folder / RULES)
    catalogue, rules = (open_files(one, problems) if one.is_dir() else () for one in both)
    astray = tuple(file for file in catalogue if _is_astray(file))
    for file in astray:
        place = Place(show_path(folder / CATALOGUE / file.path))
        problems.add(problem("E-OWN-TYPE", place, folder=f"{CATALOGUE}/{TYPES}/"))
    if not (catalogue or rules) and len(problems) == before:
        raise UsageError([problem("E-OWN-EMPTY", shown)])
    at_home = tuple(file for file in catalogue if file not in astray)
    return OwnFolder(_name(folder, problems), at_home, rules)


def _name(folder: Path, problems: ProblemList) -> Text:
    """Whose knowledge it is, as it says itself; else the name of the folder."""
    own = Text.same(folder.resolve().name)
    if not (folder / ABOUT).is_file():
        return own
    root = load_yaml(folder / ABOUT, problems)
    reader = Reader(problems, Index(), Vocabulary({}, {}, frozenset()))
    about = BAD if root is None else reader.record(_About, root, ())
    return own if about is BAD else about.name


def _check_layout(inside: Iterable[Path]) -> Iterator[Problem]:
    """Whatever is neither `catalogue/`, `rules/` nor `about.yaml`, and what does not fit there."""
    known = (*_FOLDERS, ABOUT)
    for path in inside:
        if path.name in _FOLDERS and path.is_dir():
            yield from _check_folder(path, _FOLDERS[path.name])
        elif path.suffix != _FREE and not (path.name == ABOUT and path.is_file()):
            yield _unknown(path, known)


def _check_folder(folder: Path, known: tuple[str, ...]) -> Iterator[Problem]:
    for path in sorted(folder.rglob("*")):
        below = path.relative_to(folder)
        if any(part.startswith(".") for part in below.parts):
            continue
        if path.is_dir() and (len(below.parts) > 1 or path.name not in known):
            yield _unknown(path, known)
        elif path.is_file() and path.suffix not in (_FREE, ".yaml", ".yml"):
            yield problem("E-SUFFIX", Place(show_path(path)))


def _is_astray(file: File) -> bool:
    """A type outside its folder, which would be read as lists, with a problem for each key."""
    return not file.is_type and file.root.get("forms") is not None


def _unknown(path: Path, known: Iterable[str]) -> Problem:
    listed = tuple(known)
    near = near_name(path.name, listed)
    remedy = did_you_mean(near) if near else None
    told = {"name": path.name, "known": ", ".join(listed) or "*.yaml"}
    return problem("E-LAYOUT", Place(show_path(path)), (), remedy, **told)
