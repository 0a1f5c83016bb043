"""The report on a network as Markdown: for a board, a regional partnership, or the schools."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.formats.network_plans import board_section, meetings_section
from advisor.formats.network_words import tell_kind, tell_number, tell_school, tell_schools
from advisor.formats.voice import Voice, bullets, capital, paragraphs, sentence, table
from advisor.model.knowledge import Knowledge
from advisor.model.network import Network, SharedTraining
from advisor.model.questionnaire import YES, Measures
from advisor.texts import Lang, show_date, show_month


def render(network: Network, knowledge: Knowledge, lang: Lang) -> str:
    """The whole report; where nothing may be told, who takes part and how that changes."""
    voice = Voice(knowledge, lang)
    parts = [f"# {voice.word('net-title')}", _who(network, voice), _how_to_read(network, voice)]
    if network.counted:
        sections = (
            ("net-needs", _needs(network, voice)),
            ("net-training", _training(network, voice)),
            *_named_sections(network, voice),
            ("net-board", board_section(network, voice)),
            ("net-meetings", meetings_section(network, voice)),
        )
        parts += [f"## {voice.word(key)}\n\n{text}" for key, text in sections]
    return paragraphs(*parts) + "\n"


def _who(network: Network, voice: Voice) -> str:
    """How many schools take part and how, from which days, about which school years."""
    silent = "net-silent-out" if network.leaves_silent_out else "net-silent"
    lines = [
        voice.word("net-schools", n=network.schools),
        voice.word("net-sharing", n=network.sharing),
        voice.word(silent, n=network.silent) if network.silent else "",
        voice.word("net-stay-out", n=network.stay_out) if network.stay_out else "",
        _days(network, voice),
    ]
    if network.years:
        first, last = network.years
        lines.append(voice.word("net-years", first=first, last=last))
    return bullets(lines)


def _days(network: Network, voice: Voice) -> str:
    if network.first_day is None or network.last_day is None:
        return ""
    first, last = (voice.say(show_date(day)) for day in (network.first_day, network.last_day))
    if first == last:
        return voice.word("net-day", day=first)
    return voice.word("net-days", first=first, last=last)


def _how_to_read(network: Network, voice: Voice) -> str:
    """No ranking; what is not told, and how a school takes part by name."""
    told = [voice.word("net-key")]
    if network.schools < network.minimum:
        told.append(voice.word("net-too-few", n=network.minimum))
    if network.schools and not network.counted:
        told.append(voice.word("net-nothing"))
    elif network.schools and network.is_open:
        told.append(voice.word("net-key-open"))
    elif network.leaves_silent_out:
        told.append(voice.word("net-key-out"))
    elif network.schools:
        told.append(voice.word("net-key-few", n=network.minimum))
    if network.has_same_names:
        told.append(voice.word("net-same-name"))
    is_told_below = network.counted and not network.sharing
    is_needed = not (network.sharing and network.is_open) and not is_told_below
    return paragraphs(" ".join(told), _how_to_share(voice) if is_needed else "")


def _how_to_share(voice: Voice) -> str:
    """Which question to answer, as it is asked, and in which column of a table."""
    asked = voice.knowledge.questionnaire.measuring(Measures.SHARE)
    return " ".join(
        voice.word(
            "net-how",
            answer=voice.say(option.text),
            question=voice.say(question.text),
            column=voice.word("form-column", id=question.id),
        )
        for question in asked
        if (option := question.option(YES)) is not None
    )


def _needs(network: Network, voice: Voice) -> str:
    if not network.needs:
        return voice.word("net-needs-none")
    head = ("col-need", "net-col-schools", "net-col-first", "net-col-open", "net-col-why")
    rows = [
        (
            capital(voice.say(need.name)),
            *(tell_number(told, voice) for told in (need.raised, need.first, need.open)),
            voice.either(voice.word(f"net-why-{why.value}") for why in need.why),
        )
        for need in network.needs
    ]
    return paragraphs(
        table([voice.word(key) for key in head], rows),
        voice.word("net-needs-more") if network.more_needs else "",
    )


def _training(network: Network, voice: Voice) -> str:
    if not network.trainings:
        return voice.word("net-training-none")
    columns = ("year", "training", "schools", "each", "before")
    rows = [_training_row(training, network, voice) for training in network.trainings]
    return paragraphs(
        voice.word("net-training-lead"),
        table([voice.word(f"net-col-{key}") for key in columns], rows),
        voice.word("net-training-more") if network.more_trainings else "",
    )


def _training_row(training: SharedTraining, network: Network, voice: Voice) -> tuple[str, ...]:
    name = voice.say(training.name)
    schools = tell_number(training.schools, voice)
    if training.named:
        is_all = len(training.named) == training.schools.schools and not training.schools.at_least
        key = "net-number-all" if is_all else "net-number-some"
        schools = voice.word(key, n=schools, names=tell_schools(training.named, voice))
    return (
        training.year,
        tell_kind(name, training.reading, network, voice),
        schools,
        voice.counted("half-days", training.half_days),
        "" if training.before is None else voice.say(show_month(training.before)),
    )


def _named_sections(network: Network, voice: Voice) -> Iterator[tuple[str, str]]:
    """What stands where and who looks at whom; both need schools that want to share."""
    if not network.sharing:
        yield "net-standing", f"{voice.word('net-nobody')} {_how_to_share(voice)}"
        return
    yield "net-standing", _standing(network, voice)
    yield "net-learn", _learning(network, voice)


def _standing(network: Network, voice: Voice) -> str:
    if not network.standing:
        return voice.word("net-standing-none")
    lines = [
        voice.word(
            "net-standing-line",
            what=capital(voice.say(one.name)),
            schools=tell_schools(one.schools, voice, one.more),
        )
        for one in network.standing
    ]
    return paragraphs(voice.word("net-standing-lead"), bullets(sentence(line) for line in lines))


def _learning(network: Network, voice: Voice) -> str:
    if not network.learners:
        return voice.word("net-learn-none")
    rows = [
        (
            tell_kind(tell_school(learner.school, voice), learner.school.reading, network, voice),
            tell_school(tip.school, voice),
            voice.say(tip.what),
            voice.word("net-begins") if tip.need is None else voice.say(tip.need),
        )
        for learner in network.learners
        for tip in learner.tips
    ]
    looked_for = network.sharing - network.unpaired
    columns = ("school", "looks", "there", "for")
    return paragraphs(
        voice.word("net-learn-lead"),
        table([voice.word(f"net-col-{key}") for key in columns], rows),
        voice.word("net-learn-more", n=looked_for) if network.unpaired else "",
    )
