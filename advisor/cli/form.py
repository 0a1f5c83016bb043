"""`advisor form`: the blank questionnaire, for paper or for a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from advisor.cli.language import choose_lang
from advisor.cli.messages import say, usage_error
from advisor.cli.options import (
    DebugOption,
    FormOutputOption,
    KnowledgeOption,
    LangOption,
    QuietOption,
)
from advisor.cli.streams import errors_told, is_terminal_out, show_markdown, tell, write_out
from advisor.installed import load_the_knowledge

if TYPE_CHECKING:
    from advisor.formats.form.interface import FormFormat

COMMAND = "form"


def form(
    output: FormOutputOption = None,
    own: KnowledgeOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """Make the blank questionnaire."""
    lang = choose_lang(lang)
    with errors_told(lang, debug):
        from advisor.cli.targets import STDOUT, check_apart
        from advisor.formats.form.interface import FormFormat, render_form
        from advisor.writing import check_writable, write_whole

        names = output or [STDOUT]
        files = [Path(name) for name in names if name != STDOUT]
        forms = [_form_of(path) for path in files]
        check_apart(COMMAND, files, ())
        for path in files:
            check_writable(path)
        knowledge = load_the_knowledge(own or [])
        rendered = [render_form(knowledge, lang, one) for one in forms]
        for path, content in zip(files, rendered, strict=True):
            write_whole(path, content)
        if files:
            tell(say("form-written", lang, files=", ".join(map(str, files))), quiet)
        if STDOUT in names:
            text = str(render_form(knowledge, lang, FormFormat.MARKDOWN))
            (show_markdown if is_terminal_out() else write_out)(text)
            if is_terminal_out():
                tell(say("form-hint", lang), quiet)


def _form_of(path: Path) -> FormFormat:
    from advisor.formats.form.interface import FormFormat

    found = FormFormat.of_suffix(path.suffix)
    if found is None:
        code = "E-FORMAT" if path.suffix else "E-SUFFIX"
        raise usage_error(code, COMMAND, name=str(path), known=", ".join(FormFormat))
    return found
