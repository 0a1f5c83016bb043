"""Asks with keys: lists in which lines are chosen, and lines that are written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from advisor.interview import words
from advisor.interview.asker import Card, Check, Choice, Going, answered
from advisor.interview.keys.head import LEFT, STYLE, Head, bind_back, width_now
from advisor.interview.keys.lists import OneOf, Ticks
from advisor.interview.wrapping import wrap
from advisor.texts import Lang, Text


class KeyAsker:
    """Asks with arrow keys, and leaves only questions and answers on the screen."""

    how_back = words.BACK_WITH_KEYS

    def __init__(self, lang: Lang) -> None:
        """Ask in one language."""
        self.lang = lang

    def tell(self, text: Text) -> None:
        """Print a text above the next question."""
        print(f"\n{wrap(text.say(self.lang), width_now())}", flush=True)

    def note(self, question: Text, answer: Text) -> None:
        """Print the answer; the question was taken away."""
        line = answered(question, answer).say(self.lang)
        print(wrap(line, width_now(), LEFT, LEFT * 2), flush=True)

    def pick(self, card: Card, choices: Sequence[Choice], chosen: str | None = None) -> str | Going:
        """Ask for one choice; who only presses Enter says that it is not known."""
        unless = next((choice.value for choice in choices if choice.key is not None), None)
        said = OneOf(card, choices, self.lang, chosen if chosen is not None else unless).ask()
        return said if isinstance(said, Going) else str(said)

    def tick(
        self, card: Card, choices: Sequence[Choice], ticked: Sequence[str], most: int | None
    ) -> tuple[str, ...] | Going:
        """Ask for some choices."""
        said = Ticks(card, choices, self.lang, ticked, most).ask()
        return said if isinstance(said, Going) else tuple(said)

    def write(self, card: Card, before: str, check: Check) -> str | Going:
        """Ask for a line of text."""
        empty = card.if_empty
        how = words.HOW_WRITE if empty is None else words.HOW_WRITE_ANY.fill(meaning=empty)
        keys, head = KeyBindings(), Head(card, (how, words.BACK_IN_TEXT), self.lang)

        def enter(event: KeyPressEvent) -> None:
            line = event.current_buffer.text.strip()
            head.wrong = check(line)
            if head.wrong is None:
                event.app.exit(result=line)

        @Condition
        def is_as_before() -> bool:
            return get_app().current_buffer.text == before

        @Condition
        def at_begin() -> bool:
            return is_as_before() and get_app().current_buffer.cursor_position == 0

        @Condition
        def is_empty() -> bool:
            return not get_app().current_buffer.text

        keys.add(Keys.ControlM, eager=True)(enter)
        bind_back(keys, card, (Keys.Up,), is_as_before)
        bind_back(keys, card, (Keys.Left,), at_begin)
        head.bind_why(keys, is_empty)
        asked: PromptSession[Any] = PromptSession(
            lambda: [*head.tokens(), ("", f"\n{LEFT}")],
            key_bindings=keys,
            style=STYLE,
            erase_when_done=True,
        )
        said = asked.prompt(default=before)
        return said if isinstance(said, Going) else str(said)
