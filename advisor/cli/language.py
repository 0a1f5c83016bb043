"""Which language the person at the keyboard reads."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from advisor.texts import Lang, parse_lang

_OWN = "ADVISOR_LANG"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def choose_lang(option: Lang | None = None, environment: Mapping[str, str] | None = None) -> Lang:
    """The language asked for, else that of the environment, else that of the machine."""
    if option is not None:
        return option
    settings = os.environ if environment is None else environment
    own = _named(settings.get(_OWN, ""))
    if own is not None:
        return own
    code = next((settings[name] for name in _LOCALE if settings.get(name)), None)
    return parse_lang(code if code is not None else _machine_locale())


def read_lang(word: str) -> Lang:
    """The language with that name; capitals do not matter.

    Raises:
        ValueError: there is no such language.
    """
    lang = _named(word)
    if lang is None:
        raise ValueError(word)
    return lang


def lang_of_call(arguments: Sequence[str]) -> Lang:
    """The language of help and of wrong use, needed when the options are not read (yet)."""
    asked = None
    for at, word in enumerate(arguments):
        name, _, value = word.partition("=")
        if name == "--lang":
            asked = _named(value or next(iter(arguments[at + 1 :]), "")) or asked
    return choose_lang(asked)


def _named(word: str) -> Lang | None:
    name = word.strip().lower()
    return Lang(name) if name in tuple(Lang) else None


def _machine_locale() -> str | None:
    if sys.platform == "win32":
        import ctypes
        import locale

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage())
    return None


CALL_LANG = lang_of_call(sys.argv[1:])
