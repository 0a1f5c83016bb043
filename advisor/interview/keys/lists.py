"""Lists of questionary in which one line is chosen, or several are ticked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout
from questionary import Choice as Line
from questionary.prompts.common import InquirerControl, create_inquirer_layout

from advisor.interview import words
from advisor.interview.asker import Card, Choice, number_choices
from advisor.interview.keys.head import STYLE, Head, Tokens, bind_back, bind_stop, width_now
from advisor.interview.wrapping import wrap
from advisor.texts import Lang, Text

LONG = 9
"""A list with more lines than one figure can number is searched by typing."""

_PAGE = 10
"""The lines that one key moves in a long list."""

_BEFORE = 3
"""The columns of the arrow before a line of a list; a box takes two more."""


class OneOf:
    """A list from which one line is chosen."""

    has_boxes = False
    how, how_long = words.HOW_PICK, words.HOW_PICK_LONG

    def __init__(
        self, card: Card, choices: Sequence[Choice], lang: Lang, chosen: str | None = None
    ) -> None:
        self.lang = lang
        self.is_long = len(choices) > LONG
        # What is typed in a long list is searched for; a key of its own still works.
        numbers = number_choices(choices).items()
        self.numbers = {key: one for key, one in numbers if one.key or not self.is_long}
        self.choices = {choice.value: choice for choice in choices}
        self.head = Head(card, (self._how(), words.BACK_WITH_KEY), lang)
        self.control = InquirerControl(
            [Line(choice.text.say(lang), choice.value) for choice in choices],
            use_indicator=self.has_boxes,
            initial_choice=chosen,
        )

    def ask(self) -> Any:
        """What was chosen."""
        layout: Layout = create_inquirer_layout(self.control, self._tokens)
        app: Application[Any] = Application(
            layout=layout, key_bindings=self._keys(), style=STYLE, erase_when_done=True
        )
        return app.run()

    def _how(self) -> Text:
        return self.how_long.fill(count=len(self.choices)) if self.is_long else self.how

    def _tokens(self) -> Tokens:
        """The head; the lines below it follow the width of the terminal too."""
        numbers = {choice.value: f"{key}  " for key, choice in self.numbers.items()}
        for line in self.control.choices:
            value = str(line.value)
            before = f"{' ' * (_BEFORE + 2 * self.has_boxes)}{numbers.get(value, '')}"
            text = self.choices[value].text.say(self.lang)
            line.title = wrap(text, width_now(), before, " " * len(before)).lstrip()
        return self.head.tokens()

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()
        keys.add(Keys.Any)(lambda event: self._type(event.data) if self.is_long else None)
        for key, step in ((Keys.Down, 1), (Keys.Up, -1)):
            self._bind_move(keys, key, step)
        for key, step in ((Keys.PageDown, _PAGE), (Keys.PageUp, -_PAGE)):
            self._bind_move(keys, key, step, goes_round=False)
        for key, step in ((Keys.End, len(self.choices)), (Keys.Home, -len(self.choices))):
            self._bind_move(keys, key, step, goes_round=False)
        for key, error in ((Keys.ControlC, KeyboardInterrupt), (Keys.ControlD, EOFError)):
            bind_stop(keys, key, error)
        keys.add(Keys.Backspace, eager=True)(lambda _: self._search(self._typed[:-1]))
        keys.add(Keys.Escape, eager=True)(lambda _: self._search(""))
        keys.add(Keys.ControlM, eager=True)(self._enter)
        keys.add(" ", eager=True)(lambda _: self._space())
        self._bind_numbers(keys)
        bind_back(keys, self.head.card, (Keys.Left,))
        self.head.bind_why(keys)
        return keys

    def _bind_move(self, keys: KeyBindings, key: Keys, step: int, goes_round: bool = True) -> None:
        def move(_: KeyPressEvent) -> None:
            count, to = self.control.choice_count, self.control.pointed_at + step
            self.control.pointed_at = to % count if goes_round else min(max(to, 0), count - 1)

        keys.add(key, eager=True)(move)

    def _bind_numbers(self, keys: KeyBindings) -> None:
        @Condition
        def is_searching() -> bool:
            return bool(self._typed)

        for key in self.numbers:
            if len(key) == 1:
                keys.add(key, filter=~is_searching, eager=True)(
                    lambda event: self._take_number(event.data)
                )

    @property
    def _typed(self) -> str:
        return self.control.search_filter or ""

    @property
    def _pointed(self) -> str:
        return str(self.control.get_pointed_at().value)

    def _finds(self, typed: str) -> bool:
        """Whether a line holds what is typed."""
        return any(typed.lower() in str(line.title).lower() for line in self.control.choices)

    def _search(self, typed: str) -> None:
        """Show the lines that hold what is typed; all of them when none does."""
        self.control.search_filter, self.control.pointed_at = typed or None, 0
        self.head.wrong = None if self._finds(typed) else words.NOT_FOUND

    def _type(self, character: str) -> None:
        """One more character to search for; after a search in vain a new one begins."""
        if len(character) == 1 and character.isprintable():
            self._search(f"{self._typed if self._finds(self._typed) else ''}{character}")

    def _has_searched_in_vain(self) -> bool:
        """Whether nothing was found, so that no line is meant; the whole list is there again."""
        if self._finds(self._typed):
            return False
        self._search("")
        return True

    def _end_search(self, value: str) -> None:
        """Show the whole list again, pointing at this line."""
        self.control.search_filter = None
        self.control.pointed_at = list(self.choices).index(value)

    def _take_number(self, number: str) -> None:
        self._end_search(self.numbers[number].value)

    def _space(self) -> None:
        if self._typed:
            self._type(" ")

    def _enter(self, event: KeyPressEvent) -> None:
        if not self._has_searched_in_vain():
            event.app.exit(result=self._pointed)


class Ticks(OneOf):
    """A list in which several lines can be on."""

    has_boxes = True
    how, how_long = words.HOW_TICK, words.HOW_TICK_LONG

    def __init__(
        self,
        card: Card,
        choices: Sequence[Choice],
        lang: Lang,
        ticked: Sequence[str],
        most: int | None,
    ) -> None:
        self.most = most
        super().__init__(card, choices, lang)
        self.control.selected_options = list(ticked)

    def _how(self) -> Text:
        how = super()._how()
        return how if self.most is None else words.AT_MOST.fill(how=how, most=self.most)

    def _take_number(self, number: str) -> None:
        self._turn(self.numbers[number].value)

    def _space(self) -> None:
        """Put the line on or off, unless a space goes on with what is searched for."""
        if self._typed and self._finds(f"{self._typed} "):
            self._type(" ")
        elif not self._has_searched_in_vain():
            self._turn(self._pointed)

    def _turn(self, value: str) -> None:
        """Put a line on or off; what goes with nothing else puts the rest off."""
        on = self.control.selected_options
        self.head.wrong = None
        self._end_search(value)
        if value in on:
            on.remove(value)
        elif self.choices[value].is_alone:
            self.control.selected_options = [value]
        else:
            kept = [one for one in on if not self.choices[one].is_alone]
            if self.most is not None and len(kept) >= self.most:
                self.head.wrong = words.TOO_MANY.fill(most=self.most)
            else:
                self.control.selected_options = [*kept, value]

    def _enter(self, event: KeyPressEvent) -> None:
        """Take what is on; in a search put the line on that was found.

        Enter on "none of these" means that, also when it was not ticked.
        """
        if self._typed:
            if not self._has_searched_in_vain():
                self._turn(self._pointed)
            return
        on = [one for one in self.choices if one in self.control.selected_options]
        if not on and self.choices[self._pointed].is_alone:
            on = [self._pointed]
        if on:
            event.app.exit(result=tuple(on))
        else:
            self.head.wrong = words.CHOOSE
