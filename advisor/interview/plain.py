"""Asks with numbered lines: for screen readers, and terminals that only know lines."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence

from advisor.interview import words
from advisor.interview.asker import Card, Check, Choice, Going, number_choices
from advisor.interview.wrapping import wrap
from advisor.texts import Lang, Text

BACK, WHY, EMPTY = "<", "?", "-"


def _read_line(prompt: str) -> str:
    """One line from the keyboard; bytes that are no text are asked again."""
    while True:
        try:
            return input(prompt)
        except UnicodeDecodeError:
            continue


class PlainAsker:
    """Asks line by line: every choice has a number, and nothing is drawn or taken away."""

    how_back = words.BACK_WITH_LINES

    def __init__(self, lang: Lang, read: Callable[[str], str] = _read_line) -> None:
        """Ask in one language; `read` shows a prompt and gives the line that is typed."""
        self.lang = lang
        self._read = read

    def tell(self, text: Text) -> None:
        """Print a text above the next question."""
        print()
        self._say(text)

    def note(self, question: Text, answer: Text) -> None:
        """Say what was understood; the question is still there."""
        self._say(words.UNDERSTOOD.fill(answer=answer))

    def pick(self, card: Card, choices: Sequence[Choice], chosen: str | None = None) -> str | Going:
        """Ask for the number of one choice."""
        numbers = number_choices(choices)
        now = [number for number, choice in numbers.items() if choice.value == chosen]
        self._show(card, numbers, words.HOW_NUMBER, now)
        while True:
            line = self._ask(card)
            if isinstance(line, Going):
                return line
            picked = numbers.get(line or "".join(now))
            if picked is not None:
                return picked.value
            self._say(words.NO_NUMBER.fill(numbers=", ".join(numbers)))

    def tick(
        self, card: Card, choices: Sequence[Choice], ticked: Sequence[str], most: int | None
    ) -> tuple[str, ...] | Going:
        """Ask for the numbers of some choices."""
        numbers = number_choices(choices)
        now = [number for number, choice in numbers.items() if choice.value in ticked]
        how = words.HOW_NUMBERS
        if most is not None:
            how = words.AT_MOST.fill(how=how, most=most)
        self._show(card, numbers, how, now)
        while True:
            line = self._ask(card)
            if isinstance(line, Going):
                return line
            typed = line.replace(",", " ").split() or now
            wrong = _wrong_numbers(typed, numbers, most)
            if wrong is None:
                chosen = {numbers[number].value for number in typed}
                return tuple(choice.value for choice in choices if choice.value in chosen)
            self._say(wrong)

    def write(self, card: Card, before: str, check: Check) -> str | Going:
        """Ask for a line of text; an empty one keeps what was there."""
        self._show(card, {}, words.HOW_LINE)
        if before:
            told = words.STANDS_THERE if card.if_empty else words.STANDS_THERE_FILLED
            self._say(told.fill(text=before, empty=EMPTY))
        while True:
            line = self._ask(card)
            if isinstance(line, Going):
                return line
            is_emptied = card.if_empty and before and line == EMPTY
            text = "" if is_emptied else line or before
            wrong = check(text)
            if wrong is None:
                return text
            self._say(wrong)

    def _show(
        self, card: Card, numbers: dict[str, Choice], how: Text, now: Sequence[str] = ()
    ) -> None:
        print()
        for text in (card.above, card.question, card.help, card.beware):
            if text is not None:
                self._say(text)
        for number, choice in numbers.items():
            self._say(words.NUMBERED.fill(number=number, choice=choice.text))
        hints = [how]
        hints += [words.IF_EMPTY.fill(meaning=card.if_empty)] if card.if_empty else []
        hints += [words.KEEP.fill(now=", ".join(now))] if now else []
        hints += [words.BACK_SIGN] if card.can_go_back else []
        hints += [words.WHY_SIGN] if card.why is not None else []
        self._say(Text.sentences(hints))

    def _ask(self, card: Card) -> str | Going:
        """A line that is an answer, or a step back; who asks why, is told and asked again."""
        while True:
            line = " ".join(self._read("> ").split())
            if line == BACK and card.can_go_back:
                return Going.BACK
            if line != WHY or card.why is None:
                return line
            self._say(card.why)

    def _say(self, text: Text) -> None:
        columns = shutil.get_terminal_size().columns
        print(wrap(text.say(self.lang), columns), flush=True)


def _wrong_numbers(
    typed: Sequence[str], numbers: dict[str, Choice], most: int | None
) -> Text | None:
    if not typed or any(number not in numbers for number in typed):
        return words.NO_NUMBERS.fill(numbers=", ".join(numbers))
    chosen = {number: numbers[number] for number in typed}
    alone = [choice for choice in chosen.values() if choice.is_alone]
    if alone and len(chosen) > 1:
        return words.ALONE.fill(choice=alone[0].text)
    if most is not None and len(chosen) > most:
        return words.TOO_MANY.fill(most=most)
    return None
