"""Finds in a free text what points to one person: an address, a telephone number, a BSN."""

from __future__ import annotations

import re
from enum import Enum

from advisor.texts import Text

_MAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\W\d_]{2,}")
_DIGITS = re.compile(r"(?<![\w,])(?<!\d\.)\+?\(?\d(?:[ \u00a0.\-\u2013/()]{0,3}\d){7,14}(?!\w)")
_NATIONAL = re.compile(r"0[1-9]\d{8}")
_ABROAD = re.compile(r"(?:\+|00)[1-9]\d{7,13}")
_OPEN_TO_ALL = re.compile(r"0(?:800|900)\d+")
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


class Personal(Enum):
    """What points to one person, in words."""

    MAIL = Text("een e-mailadres", "an e-mail address")
    PHONE = Text("een telefoonnummer", "a telephone number")
    BSN = Text("een burgerservicenummer (BSN)", "a citizen service number (BSN)")


def find_personal(text: str) -> tuple[Personal, ...]:
    """Each kind that the text holds, once.

    A BSN is nine digits that pass its test of eleven; numbers that anybody may call
    (0800 and 0900) are nobody's.
    """
    found = {Personal.MAIL: None} if _MAIL.search(text) else {}
    for match in _DIGITS.finditer(text):
        kind = _kind_of(re.sub(r"[^\d+]", "", match[0]))
        if kind is not None:
            found[kind] = None
    return tuple(found)


def name_personal(found: tuple[Personal, ...]) -> Text:
    """What was found, as one enumeration."""
    return Text.join(tuple(one.value for one in found))


def _kind_of(number: str) -> Personal | None:
    if _is_bsn(number):
        return Personal.BSN
    if _OPEN_TO_ALL.fullmatch(number):
        return None
    is_phone = _NATIONAL.fullmatch(number) or _ABROAD.fullmatch(number)
    return Personal.PHONE if is_phone else None


def _is_bsn(number: str) -> bool:
    """Whether the digits pass the test of eleven that every BSN passes."""
    if len(number) != len(_BSN_WEIGHTS) or not number.isdigit() or not int(number):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_BSN_WEIGHTS, number, strict=True))
    return total % 11 == 0
