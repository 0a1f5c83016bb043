"""Wrong use that Typer noticed, told like every other problem: in the language of the user."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from advisor.cli.messages import usage_error
from advisor.cli.usage_texts import VALUES
from advisor.problems import UsageError, did_you_mean, near_name
from advisor.texts import Text


def is_of_typer(error: Exception) -> bool:
    """Whether Typer made this error to show it; its classes have no public name."""
    return hasattr(error, "format_message")


def explain(error: Any, group: Any, arguments: Sequence[str]) -> UsageError:
    """The same as one of our problems. What Typer says in English is never shown."""
    command = error.ctx.command if getattr(error, "ctx", None) else _called(group, arguments)
    place = "" if command is group else str(command.name)
    if hasattr(error, "possibilities"):
        return _no_such_option(error.option_name, command, place)
    if hasattr(error, "option_name"):
        wants = _wants_value(error.option_name, command)
        code = "E-NO-VALUE" if wants else "E-NEEDLESS"
        return usage_error(code, place, _remedy_of(error.option_name), name=error.option_name)
    if getattr(getattr(error, "param", None), "param_type_name", "") == "argument":
        return usage_error("E-NO-ARGUMENT", place, name=error.param.metavar, command=place)
    if getattr(error, "param", None) is not None:
        option = error.param.opts[0]
        return usage_error("E-VALUE", place, _remedy_of(option), name=option, value=error.message)
    if command is group:
        return usage_error("E-NO-COMMAND", place)
    extra = re.search(r"\(([^()]*)\)$", error.message)
    return usage_error("E-EXTRA", place, extra=extra[1] if extra else "", command=place)


def no_such_command(name: str, group: Any) -> UsageError:
    """A command that is not there, with the near name if there is one."""
    near = near_name(name, group.commands)
    return usage_error("E-COMMAND", "", did_you_mean(near) if near else None, name=name)


def _no_such_option(name: str, command: Any, place: str) -> UsageError:
    known = [option for param in command.params for option in param.opts if option[:1] == "-"]
    near = near_name(name, [*known, "--help"])
    remedy = did_you_mean(near) if near else None
    path = f"advisor {place}".rstrip()
    return usage_error("E-OPTION", place, remedy, name=name, path=path)


def _called(group: Any, arguments: Sequence[str]) -> Any:
    """The command of a call; the group itself as long as none is named."""
    return next((group.commands[word] for word in arguments if word in group.commands), group)


def _wants_value(option: str, command: Any) -> bool:
    return any(option in param.opts and not param.is_flag for param in _options(command))


def _options(command: Any) -> Iterator[Any]:
    return (param for param in command.params if param.param_type_name == "option")


def _remedy_of(option: str) -> Text | None:
    return VALUES.get(option)
