"""The texts of the program by key; one that is missing is told as a problem of the knowledge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advisor.loading.messages import problem
from advisor.problems import KnowledgeError, Place
from advisor.texts import Text


@dataclass(frozen=True, slots=True, eq=False)
class Words(Mapping[str, Text]):
    """Texts by key, read-only; `place` is where they all should stand."""

    texts: Mapping[str, Text]
    place: Place

    def __getitem__(self, key: str) -> Text:
        """The text with that key.

        Raises:
            KnowledgeError: there is no such text.
        """
        try:
            return self.texts[key]
        except KeyError:
            raise KnowledgeError([problem("E-WORD", self.place, key=key)]) from None

    def __contains__(self, key: object) -> bool:
        """Whether there is a text with that key."""
        return key in self.texts

    def __iter__(self) -> Iterator[str]:
        """The keys."""
        return iter(self.texts)

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self.texts)
