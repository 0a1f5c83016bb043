"""Where the catalogue, the rules and the scenarios are: in the checkout or in the package."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from advisor.texts import Lang

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class DataRoot:
    """The folders that the knowledge is read from."""

    catalogue: Path
    rules: Path
    scenarios: Path


def example_school(lang: Lang, package: Path = _PACKAGE) -> Path:
    """The answers of the built-in school, with its own words in that language."""
    return package / f"example.{lang.value}.yaml"


def data_root(package: Path = _PACKAGE) -> DataRoot:
    """The data that belongs to this package.

    A checkout leads: an editable install leaves a copy of the data behind that grows stale.
    """
    top = package.parent
    in_checkout = all((top / name).exists() for name in ("pyproject.toml", "catalogue", "rules"))
    if in_checkout:
        return DataRoot(top / "catalogue", top / "rules", top / "tests" / "scenarios")
    data = package / "_data"
    return DataRoot(data / "catalogue", data / "rules", data / "scenarios")
