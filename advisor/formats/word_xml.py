"""The elements of Word that its library has no name for."""

from __future__ import annotations

from typing import Any


def element(tag: str, /, *inside: Any, **attributes: str) -> Any:
    """An element of Word with what is inside it and its attributes."""
    from docx.oxml import OxmlElement

    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(w(key), value)
    made.extend(inside)
    return made


def w(name: str) -> str:
    """A name of Word in full."""
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
