"""What the parts of an HTML page need besides their words: names, roles, widths, room to write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from advisor.formats.columns import WIDE, widths
from advisor.formats.depths import Depth
from advisor.formats.tokens import ROOM, leads_on, pairs, text_of

_ROLES = {
    "table_open": "table",
    "thead_open": "rowgroup",
    "tbody_open": "rowgroup",
    "tr_open": "row",
    "th_open": "columnheader",
    "td_open": "cell",
}
"""Said in so many words, since a table that is shown as cards loses them in some browsers."""

_APART = re.compile(rf"{ROOM.pattern}|(\d+(?:-\d+)+)")
"""Room to write, and numbers with a hyphen at which no line may end, as that of a telephone."""


def mark(tokens: list[Token], depth: Depth) -> list[Token]:
    """The tokens, with what a reader on paper, on a phone or by ear needs to find the way."""
    for number, (token, following) in enumerate(pairs(tokens)):
        if token.type == "heading_open" and token.attrGet("id") is None:
            token.attrSet("id", f"{depth.value}-{number}")
        elif token.type == "paragraph_open":
            _mark_paragraph(token, following)
        elif token.type == "table_open":
            _mark_table(_table(tokens[number:]))
        elif token.children:
            token.children = list(_apart(token.children))
    return tokens


def _mark_paragraph(opened: Token, inline: Token) -> None:
    if ROOM.search(text_of(inline)):
        opened.attrSet("class", "write")
    elif opened.level == 0 and leads_on(inline):
        opened.attrSet("class", "lead")


def _table(tokens: list[Token]) -> list[Token]:
    ends = next(n for n, token in enumerate(tokens) if token.type == "table_close")
    return tokens[:ends]


def _mark_table(tokens: list[Token]) -> None:
    """Each cell with its role, and the head of its column for where a row is shown as a card."""
    rows: list[list[str]] = []
    heads: list[Token] = []
    first = ""
    for token, following in pairs(tokens):
        if token.type not in _ROLES:
            continue
        token.attrs = {"role": _ROLES[token.type]}
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "th_open":
            token.attrSet("scope", "col")
            heads.append(token)
        elif token.type == "td_open":
            first = _mark_cell(token, text_of(following), rows, first)
        if token.tag in {"th", "td"}:
            rows[-1].append(text_of(following))
    for head, width in zip(heads, widths(rows), strict=True):
        head.attrSet("style", f"width: {100 * width / WIDE:.0f}%")


def _mark_cell(cell: Token, text: str, rows: list[list[str]], first: str) -> str:
    """Label a cell; what its row is about is in its first cell, or in that of a row above it."""
    cell.attrSet("data-label", rows[0][len(rows[-1])])
    if ROOM.search(text):
        cell.attrSet("class", "write")
    if rows[-1]:
        return first
    if not text:
        cell.attrSet("data-same", first)
    return text or first


def _apart(children: Iterable[Token]) -> Iterator[Token]:
    """Room to write, and numbers that stay whole, each in an element of its own."""
    in_link = False
    for child in children:
        if child.tag == "a":
            in_link = child.nesting > 0
        if child.type != "text" or in_link:
            yield child
            continue
        at = 0
        for found in _APART.finditer(child.content):
            kind, said = ("room", "") if found[1] else ("whole", found[0])
            yield Token("text", "", 0, content=child.content[at : found.start()])
            yield Token("span_open", "span", 1, attrs={"class": kind})
            yield Token("text", "", 0, content=said)
            yield Token("span_close", "span", -1)
            at = found.end()
        yield Token("text", "", 0, content=child.content[at:])
