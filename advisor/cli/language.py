"""Which language the person at the keyboard reads."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from advisor.texts import Lang, parse_lang

_VARIABLES = ("ADVISOR_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def choose_lang(option: Lang | None = None, environment: Mapping[str, str] | None = None) -> Lang:
    """The language asked for, else that of the environment, else that of the machine."""
    if option is not None:
        return option
    settings = os.environ if environment is None else environment
    code = next((settings[name] for name in _VARIABLES if settings.get(name)), None)
    return parse_lang(code if code is not None else _machine_locale())


def lang_of_call(arguments: Sequence[str]) -> Lang:
    """The language of help texts, which are needed before the options are read."""
    for at, word in enumerate(arguments):
        name, _, value = word.partition("=")
        if name == "--lang":
            value = value or next(iter(arguments[at + 1 :]), "")
            return choose_lang(Lang(value) if value in tuple(Lang) else None)
    return choose_lang()


def _machine_locale() -> str | None:
    if sys.platform == "win32":
        import ctypes
        import locale

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage())
    return None


CALL_LANG = lang_of_call(sys.argv[1:])
