"""Asks with keys, on a terminal that can draw: lists of questionary, lines of prompt_toolkit."""

from __future__ import annotations

import string
from collections.abc import Callable, Sequence
from typing import Any, cast

from prompt_toolkit import PromptSession
from prompt_toolkit.application import Application, get_app, get_app_session
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout
from prompt_toolkit.styles import Style
from prompt_toolkit.validation import ValidationError, Validator
from questionary import Choice as Line
from questionary.prompts.common import InquirerControl, create_inquirer_layout

from advisor.interview import words
from advisor.interview.asker import Card, Check, Choice, Going, answered, number_choices
from advisor.interview.wrapping import wrap
from advisor.texts import Lang, Text

LONG = 12
"""A list with more lines than this is searched by typing."""

_LEFT = "  "
_BEFORE = 3
"""The columns of the arrow before a line of a list; a box takes two more."""

_STYLE = Style([("question", "bold"), ("highlighted", "bold"), ("bottom-toolbar", "noreverse")])
_TYPED = [key for key in string.printable if key not in string.whitespace and key != "?"]

_Tokens = list[tuple[str, str]]


class KeyAsker:
    """Asks with arrow keys, and leaves only questions and answers on the screen."""

    how_back = words.BACK_WITH_KEYS

    def __init__(self, lang: Lang) -> None:
        """Ask in one language."""
        self.lang = lang

    def tell(self, text: Text) -> None:
        """Print a text above the next question."""
        print(f"\n{wrap(text.say(self.lang), _columns())}", flush=True)

    def note(self, question: Text, answer: Text) -> None:
        """Print the answer; the question was taken away."""
        line = answered(question, answer).say(self.lang)
        print(wrap(line, _columns(), _LEFT, _LEFT * 2), flush=True)

    def pick(self, card: Card, choices: Sequence[Choice], chosen: str | None = None) -> str | Going:
        """Ask for one choice."""
        said = _List(card, choices, self.lang, chosen=chosen).ask()
        return said if isinstance(said, Going) else str(said)

    def tick(
        self, card: Card, choices: Sequence[Choice], ticked: Sequence[str], most: int | None
    ) -> tuple[str, ...] | Going:
        """Ask for some choices."""
        said = _Ticks(card, choices, self.lang, ticked, most).ask()
        return said if isinstance(said, Going) else tuple(said)

    def write(self, card: Card, before: str, check: Check) -> str | Going:
        """Ask for a line of text."""
        keys, head = KeyBindings(), _Head(card, (words.HOW_WRITE, words.BACK_IN_TEXT), self.lang)

        def check_line(line: str) -> None:
            wrong = check(line.strip())
            if wrong is not None:
                raise ValidationError(len(line), wrong.say(self.lang))

        @Condition
        def at_begin() -> bool:
            return get_app().current_buffer.cursor_position == 0

        @Condition
        def is_empty() -> bool:
            return not get_app().current_buffer.text

        _bind_back(keys, card, (Keys.Up,))
        _bind_back(keys, card, (Keys.Left,), at_begin)
        head.bind_why(keys, is_empty)
        asked: PromptSession[Any] = PromptSession(
            lambda: [*head.tokens(), ("", f"\n{_LEFT}")],
            validator=_Checked(check_line),
            validate_while_typing=False,
            key_bindings=keys,
            style=_STYLE,
            erase_when_done=True,
        )
        said = asked.prompt(default=before)
        return said if isinstance(said, Going) else str(said).strip()


class _Checked(Validator):
    """A validator from a function that raises what is wrong."""

    def __init__(self, check: Callable[[str], None]) -> None:
        self._check = check

    def validate(self, document: Any) -> None:
        self._check(document.text)


class _Head:
    """What stands above the place to answer, wrapped to the terminal each time it is drawn."""

    def __init__(self, card: Card, hints: Sequence[Text], lang: Lang) -> None:
        self.card, self.lang = card, lang
        self.hints = [*hints[:1], *(hints[1:] if card.can_go_back else ())]
        self.hints += [words.HOW_WHY] if card.why is not None else []
        self.shows_why = False
        self.wrong: Text | None = None

    def tokens(self) -> _Tokens:
        """The parts with their styles, of which none carries a meaning of its own."""
        card, lang = self.card, self.lang
        columns = _columns()
        above = [] if card.above is None else [("", f"{wrap(card.above.say(lang), columns)}\n\n")]
        question = wrap(card.question.say(lang), columns, "? ", _LEFT).removeprefix("? ")
        below = [card.help, card.beware, card.why if self.shows_why else None]
        lines = [text.say(lang) for text in below if text is not None]
        lines.append(f"({' · '.join(hint.say(lang) for hint in self.hints)})")
        lines += [] if self.wrong is None else [f"! {self.wrong.say(lang)}"]
        return [
            *above,
            ("class:qmark", "? "),
            ("class:question", question),
            *(("", f"\n{wrap(line, columns, _LEFT)}") for line in lines),
        ]

    def bind_why(self, keys: KeyBindings, where: Condition | bool = True) -> None:
        """Let a question mark show why the question is asked, or hide that again."""
        if self.card.why is None:
            return

        def turn(_: KeyPressEvent) -> None:
            self.shows_why = not self.shows_why

        keys.add("?", filter=where, eager=True)(turn)
        keys.add(Keys.F1, eager=True)(turn)


class _List:
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
        self.head = _Head(card, (self._how(), words.BACK_WITH_KEY), lang)
        self.control = InquirerControl(
            [Line(choice.text.say(lang), choice.value) for choice in choices],
            use_indicator=self.has_boxes,
            initial_choice=chosen,
        )

    def ask(self) -> Any:
        """What was chosen."""
        layout: Layout = create_inquirer_layout(self.control, self._tokens)
        app: Application[Any] = Application(
            layout=layout, key_bindings=self._keys(), style=_STYLE, erase_when_done=True
        )
        return app.run()

    def _how(self) -> Text:
        return self.how_long.fill(count=len(self.choices)) if self.is_long else self.how

    def _tokens(self) -> _Tokens:
        """The head; the lines below it follow the width of the terminal too."""
        numbers = {choice.value: f"{key}  " for key, choice in self.numbers.items()}
        for line in self.control.choices:
            value = str(line.value)
            number = numbers.get(value, "")
            before = f"{' ' * (_BEFORE + 2 * self.has_boxes)}{number}"
            text = self.choices[value].text.say(self.lang)
            line.title = wrap(text, _columns(), before, " " * len(before)).lstrip()
        return self.head.tokens()

    def _keys(self) -> KeyBindings:
        keys, control = KeyBindings(), self.control
        keys.add(Keys.Down, eager=True)(lambda _: control.select_next())
        keys.add(Keys.Up, eager=True)(lambda _: control.select_previous())
        keys.add(Keys.ControlM, eager=True)(self._finish)
        keys.add(Keys.Any)(lambda _: None)
        for key, error in ((Keys.ControlC, KeyboardInterrupt), (Keys.ControlD, EOFError)):
            _bind_stop(keys, key, error)
        if self.is_long:
            self._bind_search(keys)
        self._bind_numbers(keys)
        _bind_back(keys, self.head.card, (Keys.Left,))
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


class _Ticks(_List):
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


def _bind_back(
    keys: KeyBindings, card: Card, which: Sequence[Keys], where: Condition | bool = True
) -> None:
    if card.can_go_back:
        for key in which:
            keys.add(key, filter=where, eager=True)(lambda event: event.app.exit(result=Going.BACK))


def _bind_stop(keys: KeyBindings, key: Keys, error: type[BaseException]) -> None:
    keys.add(key, eager=True)(lambda event: event.app.exit(exception=error()))


def _columns() -> int:
    return get_app_session().output.get_size().columns
