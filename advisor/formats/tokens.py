"""Markdown of the formats as tokens: headings below one title, numbers of reasons as links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.token import Token

from advisor.formats.depths import Depth

# Without `text_join` a bracket that is escaped, as a school may write one, stays a token apart.
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table").disable("text_join")
_LOWER = {Depth.PAGE: 0, Depth.PLAN: 1, Depth.ANNEX: 1}
"""How much lower the headings of a depth stand, so that the title alone is the highest."""

_NUMBER = re.compile(r"\[(\d+)\]")
_REASON = re.compile(r"\*\*\[(\d+)\] ")


def read(text: str, depth: Depth) -> list[Token]:
    """The tokens of a depth; what a number of a reason points to is named `reason-NUMBER`."""
    tokens = MARKDOWN.parse(text)
    for token, following in pairs(tokens):
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{int(token.tag[1]) + _LOWER[depth]}"
        elif token.type == "paragraph_open" and depth is Depth.ANNEX:
            found = _REASON.match(following.content)
            if found:
                token.attrSet("id", f"reason-{found[1]}")
        elif token.children:
            token.children = list(_joined(_linked(token.children, depth)))
    return tokens


def pairs(tokens: list[Token]) -> Iterator[tuple[Token, Token]]:
    """Each token with the one that follows it; the last one with itself."""
    return zip(tokens, [*tokens[1:], *tokens[-1:]], strict=True)


def title_of(tokens: list[Token]) -> str:
    """The text of the highest heading."""
    return next(text_of(t) for o, t in pairs(tokens) if o.tag == "h1" and o.nesting == 1)


def text_of(inline: Token) -> str:
    """What a reader sees of an inline token."""
    return "".join(child.content for child in inline.children or ())


def _linked(children: Iterable[Token], depth: Depth) -> Iterator[Token]:
    """What is escaped as text, and outside the annex the numbers of reasons as links to it."""
    for child in children:
        if child.type == "text_special":
            yield Token("text", "", 0, content=child.content)
            continue
        if child.type != "text" or depth is Depth.ANNEX:
            yield child
            continue
        for index, part in enumerate(_NUMBER.split(child.content)):
            if index % 2:
                yield Token("link_open", "a", 1, attrs={"href": f"#reason-{part}"})
                yield Token("text", "", 0, content=f"[{part}]")
                yield Token("link_close", "a", -1)
            else:
                yield Token("text", "", 0, content=part)


def _joined(children: Iterable[Token]) -> Iterator[Token]:
    """Texts that follow each other as one, and none that is empty."""
    for is_text, group in groupby(children, key=lambda child: child.type == "text"):
        if not is_text:
            yield from group
        elif text := "".join(child.content for child in group):
            yield Token("text", "", 0, content=text)
