"""What an interview needs from whoever puts the questions, with keys or with numbered lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from advisor.interview import words
from advisor.texts import Lang, Text


class Going(Enum):
    """What somebody does instead of answering."""

    BACK = "back"


@dataclass(frozen=True, slots=True)
class Card:
    """What stands above the place to answer. `if_empty` says what an empty line of text means.

    `above` says where we are. `why` is only shown to who asks for it. `beware` says what not to
    write in a free text.
    """

    question: Text
    above: Text | None = None
    help: Text | None = None
    beware: Text | None = None
    why: Text | None = None
    can_go_back: bool = False
    if_empty: Text | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose. `is_alone`: it goes with no other choice. `key` instead of a number."""

    value: str
    text: Text
    is_alone: bool = False
    key: str | None = None


Check = Callable[[str], Text | None]
"""What is wrong with a line that somebody typed, None when it is right."""


class Asker(Protocol):
    """Asks one thing at a time, in one language.

    Each of the three ways to ask raises KeyboardInterrupt or EOFError when somebody stops.
    """

    @property
    def lang(self) -> Lang:
        """The language of all that is asked and said."""

    @property
    def how_back(self) -> Text:
        """How somebody goes back a question, in words."""

    def tell(self, text: Text) -> None:
        """Say something above the next question."""

    def pick(self, card: Card, choices: Sequence[Choice], chosen: str | None = None) -> str | Going:
        """The value of one choice; `chosen` is the one that is taken unless another is chosen."""

    def tick(
        self, card: Card, choices: Sequence[Choice], ticked: Sequence[str], most: int | None
    ) -> tuple[str, ...] | Going:
        """The values of some choices, at least one and at most `most`; `ticked` are on already."""

    def write(self, card: Card, before: str, check: Check) -> str | Going:
        """One line of text, without the spaces around it; `before` stands there already."""

    def note(self, question: Text, answer: Text) -> None:
        """Leave the answer in sight, where the question itself does not stay."""


def number_choices(choices: Sequence[Choice]) -> dict[str, Choice]:
    """The choices by what is typed for them: their own key, else 1, 2, 3."""
    counted = iter(range(1, len(choices) + 1))
    return {
        choice.key if choice.key is not None else str(next(counted)): choice for choice in choices
    }


def listed(head: Text, items: Iterable[Text]) -> Text:
    """A heading with items below it."""
    every = [head, *(words.ITEM.fill(text=item) for item in items)]
    return Text("\n".join(text.nl for text in every), "\n".join(text.en for text in every))


def answered(question: Text, answer: Text) -> Text:
    """A question with its answer, on one line."""
    colon = Text("" if question.nl.endswith("?") else ":", "" if question.en.endswith("?") else ":")
    return words.ANSWERED.fill(question=question, colon=colon, answer=answer)
