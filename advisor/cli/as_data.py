"""Values of the model as plain data for JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum, IntEnum

from advisor.texts import Lang, Text


def show_json(data: object) -> str:
    """The data as JSON text."""
    return json.dumps(data, ensure_ascii=False, indent=2)


def as_data(value: object, lang: Lang) -> object:
    """Any value of the model as plain data, with its texts in one language."""
    if isinstance(value, Text):
        return value.say(lang)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.name.lower() if isinstance(value, IntEnum) else str(value.value)
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: as_data(getattr(value, f.name), lang) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(as_data(key, lang)): as_data(item, lang) for key, item in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [as_data(item, lang) for item in value]
    return value
