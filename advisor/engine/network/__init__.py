"""Many plans -> one report on the network of schools that is fair to each of them."""

from __future__ import annotations

from advisor.engine.network.contributing import contribute
from advisor.engine.network.gathering import gather

__all__ = ["contribute", "gather"]
