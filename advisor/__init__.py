"""advisor: from what a school sees to one plan that the whole school can carry.

For programs: `from advisor import Advisor`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from advisor.api import Advisor, Outcome
    from advisor.problems import AnswersError

__version__ = "0.1.0"
__all__ = ["Advisor", "AnswersError", "Outcome", "__version__"]

_OFFERED = {"Advisor": "api", "Outcome": "api", "AnswersError": "problems"}


def __getattr__(name: str) -> Any:
    """What is offered to programs, imported when asked for: no command waits for it."""
    if name not in _OFFERED:
        raise AttributeError(f"module 'advisor' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(f"advisor.{_OFFERED[name]}"), name)
