"""Lists of questionary in which one line is chosen, or several are ticked."""

from __future__ import annotations

import string
from collections.abc import Sequence
from typing import Any, cast

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

_BEFORE = 3
"""The columns of the arrow before a line of a list; a box takes two more."""

_TYPED = [key for key in string.printable if key not in string.whitespace and key != "?"]


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
            number = numbers.get(value, "")
            before = f"{' ' * (_BEFORE + 2 * self.has_boxes)}{number}"
            text = self.choices[value].text.say(self.lang)
            line.title = wrap(text, width_now(), before, " " * len(before)).lstrip()
        return self.head.tokens()

    def _keys(self) -> KeyBindings:
        keys, control = KeyBindings(), self.control
        keys.add(Keys.Down, eager=True)(lambda _: control.select_next())
        keys.add(Keys.Up, eager=True)(lambda _: control.select_previous())
        keys.add(Keys.ControlM, eager=True)(self._finish)
        keys.add(Keys.Any)(lambda _: None)
        for key, error in ((Keys.ControlC, KeyboardInterrupt), (Keys.ControlD, EOFError)):
            bind_stop(keys, key, error)
        if self.is_long:
            self._bind_search(keys)
        self._bind_numbers(keys)
        bind_back(keys, self.head.card, (Keys.Left,))
        self.head.bind_why(keys)
        return keys

    def _bind_search(self, keys: KeyBindings) -> None:
        def search(event: KeyPressEvent) -> None:
            # questionary says Keys, and means characters too.
            self.control.add_search_character(cast(Keys, event.key_sequence[0].key))
            hits = self.control.filtered_choices if self.control.search_filter else ()
            found = self.control.found_in_search or not hits
            self.head.wrong = None if found else words.NOT_FOUND

        for key in (*_TYPED, Keys.Backspace, *((" ",) if not self.has_boxes else ())):
            keys.add(key, eager=True)(search)

    def _end_search(self, value: str) -> None:
        """Show the whole list again, still pointing at the same line."""
        if self.control.search_filter:
            self.control.search_filter = None
            self._point_at(value)

    def _point_at(self, value: str) -> None:
        self.control.pointed_at = [line.value for line in self.control.choices].index(value)

    def _bind_numbers(self, keys: KeyBindings) -> None:
        def point(event: KeyPressEvent) -> None:
            self._point_at(self.numbers[event.key_sequence[0].key].value)

        @Condition
        def is_searching() -> bool:
            return bool(self.control.search_filter)

        for key in self.numbers:
            if len(key) == 1:
                keys.add(key, filter=~is_searching, eager=True)(point)

    def _finish(self, event: KeyPressEvent) -> None:
        event.app.exit(result=self._pointed)

    @property
    def _pointed(self) -> str:
        return str(self.control.get_pointed_at().value)


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

    def _keys(self) -> KeyBindings:
        keys = super()._keys()
        keys.add(" ", eager=True)(lambda _: self._turn(self._pointed))
        return keys

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

    def _finish(self, event: KeyPressEvent) -> None:
        """Take what is on; Enter on "none of these" means that, also when it was not ticked."""
        on = [one for one in self.choices if one in self.control.selected_options]
        if not on and self.choices[self._pointed].is_alone:
            on = [self._pointed]
        if on:
            event.app.exit(result=tuple(on))
        else:
            self.head.wrong = words.CHOOSE
