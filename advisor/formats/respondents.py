"""Who filled it in, where they answered differently, and whether the plan depends on it."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.formats.depths import Section
from advisor.formats.escape import escape, shorten
from advisor.formats.grounds import show_value
from advisor.formats.json_data import Data, value_data
from advisor.formats.voice import Voice, bullets, paragraphs, sentence
from advisor.formats.what_if import tell_difference
from advisor.formats.what_if_json import difference_data
from advisor.model.conditions import Ground
from advisor.model.differences import DifferenceLine, OtherPlan
from advisor.model.plan import Plan
from advisor.model.questionnaire import Answer
from advisor.texts import Lang

_ALL = 99
_LONGEST_ROLE = 6
_ROLES = 4
_SIZES = ((_ALL, 3), (6, 2), (4, 1), (3, 0))
"""The differences told in the plan, and the changes named with each, from full to brief."""

_NAMES = 3
"""The questions that even the briefest plan names."""


def filled_in(plan: Plan, voice: Voice) -> tuple[str, ...]:
    """That several people filled it in: by role, and only how many; nothing for one person."""
    if len(plan.respondents) < 2:
        return ()
    count = len(plan.respondents)
    names = [_role(who, voice) for who in plan.respondents[:_ROLES]]
    left = [voice.word("n-more", n=count - len(names))] if count > len(names) else []
    by_role = voice.word("filled-in-by", n=count, roles=voice.listed([*names, *left]))
    return by_role, voice.word("filled-in", n=count)


def _role(who: str | None, voice: Voice) -> str:
    return voice.word("no-role") if who is None else escape(shorten(who, _LONGEST_ROLE))


def differences_section(plan: Plan, voice: Voice) -> Section:
    """The differences that matter, each by name, and how many do not."""
    telling = [line for line in plan.differences if line.matters]
    rest = len(plan.differences) - len(telling)
    others = voice.counted("differ-rest", rest) if rest else ""
    title = differences_title(voice)
    if not telling:
        return Section("differences", title, (others,))
    told = [_told(telling, plan, voice, *size) for size in _SIZES]
    full = paragraphs(told[0], others)
    return Section("differences", title, (full, *told[1:], _brief(telling, voice)))


def differences_title(voice: Voice) -> str:
    """The heading of the section on differences."""
    return f"## {voice.word('plan-differences')}"


def _told(
    telling: Sequence[DifferenceLine], plan: Plan, voice: Voice, most: int, named: int
) -> str:
    left = len(telling) - most
    return paragraphs(
        voice.word("differ-intro"),
        bullets(_line(line, plan, voice, named) for line in telling[:most]),
        voice.word("n-in-annex", n=left) if left > 0 else "",
    )


def _brief(telling: Sequence[DifferenceLine], voice: Voice) -> str:
    names = [_asked(line, voice) for line in telling[:_NAMES]]
    left = [voice.word("n-more", n=len(telling) - _NAMES)] if len(telling) > _NAMES else []
    return voice.word("differ-brief", questions=voice.listed([*names, *left]))


def _asked(line: DifferenceLine, voice: Voice) -> str:
    return f"“{voice.say(line.text).rstrip('.:')}”"


def talking_points(plan: Plan, voice: Voice) -> list[str]:
    """The differences that matter, for the meeting."""
    return [_line(line, plan, voice, _ALL) for line in plan.differences if line.matters]


def every_difference(plan: Plan, voice: Voice) -> str:
    """How the answers were joined, and all differences with what comes of them."""
    if not plan.differences:
        return ""
    told = bullets(_line(line, plan, voice, _ALL) for line in plan.differences)
    return paragraphs(voice.word("differ-key"), voice.word("differ-key-lists"), told)


def said_about(question: str, plan: Plan, voice: Voice) -> str:
    """Who said what to a question that was answered differently; empty where they agree."""
    for line in plan.differences:
        if line.question == question:
            about = _about(line, voice)
            said = _said(line, voice, _ALL)
            return f"“{about}”, {said}" if about else said
    return ""


def _line(line: DifferenceLine, plan: Plan, voice: Voice, named: int) -> str:
    """Who said what, what the plan works with, and what another answer would change."""
    told = [f"**{_asked(line, voice)}**", sentence(_said(line, voice, named))]
    if line.options:
        options = show_value(Ground(line.question, line.options), voice, most=max(named, 3))
        told.insert(1, voice.word("differ-about", option=options))
    if named:
        used = line.used
        key = "differ-unknown" if used is None else "differ-used"
        told.append(sentence(voice.word(key, value=_value(line, used, voice, named))))
        told += [_with(line, other, plan, voice, named) for other in line.others]
    if not line.matters:
        told.append(voice.word("differ-same"))
    return " ".join(told)


def _said(line: DifferenceLine, voice: Voice, most: int) -> str:
    """Who said what, those who said the same together."""
    groups: dict[str, list[str]] = {}
    for who, value in line.said:
        groups.setdefault(_value(line, value, voice, most), []).append(_role(who, voice))
    return "; ".join(f"{voice.listed(roles)}: {value}" for value, roles in groups.items())


def _value(line: DifferenceLine, value: Answer, voice: Voice, most: int) -> str:
    """An answer; of a list only that on which they differ."""
    if not isinstance(value, tuple):
        return show_value(Ground(line.question, value), voice)
    ticked = tuple(option for option in value if option in line.options)
    if len(line.options) == 1:
        return voice.word("differ-yes" if ticked else "differ-no")
    return show_value(Ground(line.question, ticked), voice, most=max(most, 3))


def _about(line: DifferenceLine, voice: Voice) -> str:
    """The one option of a list that they differ on; empty when there are more."""
    if len(line.options) != 1:
        return ""
    return show_value(Ground(line.question, line.options), voice)


def _with(line: DifferenceLine, other: OtherPlan, plan: Plan, voice: Voice, named: int) -> str:
    return voice.word(
        "with-answer",
        answer=_value(line, other.value, voice, named),
        difference=tell_difference(other.difference, plan, voice, named),
    )


def as_data(plan: Plan, lang: Lang) -> Data:
    """The respondents and their differences as plain values."""
    return {
        "respondents": list(plan.respondents),
        "differences": [_line_as_data(line, plan, lang) for line in plan.differences],
    }


def _line_as_data(line: DifferenceLine, plan: Plan, lang: Lang) -> Data:
    return {
        "question": line.question,
        "text": line.text.say(lang),
        "said": [{"respondent": who, "value": value_data(value)} for who, value in line.said],
        "options": list(line.options),
        "used": value_data(line.used),
        "matters": line.matters,
        "becomes": [
            {
                "value": value_data(other.value),
                "respondents": list(other.given_by),
                **difference_data(other.difference, plan),
            }
            for other in line.others
        ],
    }
