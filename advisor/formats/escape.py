"""Text from answers and YAML as Markdown that shows exactly that text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Dollar signs are math and `:word:` an emoji on GitHub, so they are escaped with the rest.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$]|&(?=#?\w+;)|:(?=[\w+-]+:))")
_LIST_DOT = re.compile(r"^(\d+)([.)])")


# The texts of the knowledge come back in every plan.
@lru_cache(maxsize=8192)
def escape(text: str) -> str:
    """One line of Markdown that shows `text` and nothing else."""
    line = _MARKUP.sub(r"\\\1", one_line(text))
    line = _LIST_DOT.sub(r"\1\\\2", line)
    return f"\\{line}" if line.startswith(("-", "+", "=")) else line


def one_line(text: str) -> str:
    """The text with line ends and control characters as single spaces."""
    if not text.isprintable():
        text = "".join(" " if _is_hidden(char) else char for char in text)
    return " ".join(text.split())


def _is_hidden(char: str) -> bool:
    # Format characters (Cf) hold the marks that turn the reading direction around.
    category = unicodedata.category(char)
    return category in {"Cc", "Cs", "Zl", "Zp"} or (category == "Cf" and char not in "\u200c\u200d")


def shorten(text: str, words: int) -> str:
    """At most that many words of the text, with an ellipsis where words were left out."""
    every = one_line(text).split()
    kept = " ".join(word[:80] for word in every[:words])
    return f"{kept} …" if len(every) > words else kept
