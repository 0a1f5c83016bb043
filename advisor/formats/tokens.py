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
ROOM = re.compile(r"((?:_{10} ?)+)")
"""Room to write, as the Markdown has it."""


def read(text: str, depth: Depth) -> list[Token]:
    """The tokens of a depth; what a number of a reason points to is named `reason-NUMBER`.

    A title in bold is a heading here, so that it is found by ear and stays with what it is above.
    """
    tokens = MARKDOWN.parse(text)
    level = 1
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            level = int(token.tag[1]) + _LOWER[depth]
            token.tag = tokens[at + 2].tag = f"h{level}"
        elif token.type == "paragraph_open" and token.level == 0:
            _name(token, tokens[at + 1], depth)
            if _is_title(tokens[at + 1], token):
                _raise(tokens[at : at + 3], level + 1)
    for token in tokens:
        if token.children:
            token.children = list(_joined(_linked(token.children, depth)))
    return tokens


def _name(opened: Token, inline: Token, depth: Depth) -> None:
    found = _REASON.match(inline.content) if depth is Depth.ANNEX else None
    if found:
        opened.attrSet("id", f"reason-{found[1]}")


def _is_title(inline: Token, opened: Token) -> bool:
    """In bold alone, and no sentence, nor the beginning of one; or what a number points to."""
    kinds = _kinds(inline)
    is_bold = kinds[:1] == ["strong_open"] and kinds.index("strong_close") == len(kinds) - 1
    named = opened.attrGet("id") is not None
    return is_bold and (named or not text_of(inline).endswith((".", ":")))


def leads_on(inline: Token) -> bool:
    """Whether a paragraph leads to what follows it: it begins in bold, or ends in a colon."""
    return _kinds(inline)[:1] == ["strong_open"] or text_of(inline).endswith(":")


def _kinds(inline: Token) -> list[str]:
    """What an inline token is made of, without the empty texts around marks."""
    return [child.type for child in inline.children or () if child.type != "text" or child.content]


def _raise(paragraph: list[Token], level: int) -> None:
    """Make a heading of the three tokens of a paragraph in bold."""
    opened, inline, closed = paragraph
    opened.type, closed.type = "heading_open", "heading_close"
    opened.tag = closed.tag = f"h{level}"
    marks = {"strong_open", "strong_close"}
    inline.children = [child for child in inline.children or () if child.type not in marks]


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
